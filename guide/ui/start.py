"""Opening the full screen: what the command line calls. Whether there is a terminal is its business."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guide.clean import clean
from guide.errors import GuideError

if TYPE_CHECKING:
    from guide.journal.journal import Journal


def run(home: str | None, named: tuple[Path, ...] = (), *, exercise: str = "", demo: bool = False) -> int:
    """Open the journal, run the full screen, and return the exit code for the shell.

    `home` is the folder of `--home`, `named` the packs of `--pack`; `exercise` begins at once; `demo` opens the
    made-up month in the place of a journal. A journal that cannot be opened, or an exercise that is not there,
    is one sentence and a remedy on stderr, and exit code 1.
    """
    # Exported sizes would be believed over the terminal's own; Textual reads them when it is imported.
    os.environ.pop("COLUMNS", None)
    os.environ.pop("LINES", None)
    # Nothing made while starting can be thrown away yet, so looking for garbage only costs time (a tenth of
    # the start); the application turns it on again once home is drawn.
    gc.disable()
    try:
        from guide.journal.journal import from_environment

        journal = from_environment(home, named=named, made_up=demo)
    except GuideError as error:
        return _complain(error)
    try:
        if exercise:
            journal.library.find(exercise)
        return _show(journal, exercise)
    except GuideError as error:
        return _complain(error)
    finally:
        gc.enable()
        journal.close()


def _show(journal: Journal, exercise: str) -> int:
    import_textual()
    from guide import settings
    from guide.journal import rescue
    from guide.ui.app import UnmutedApp

    app = UnmutedApp(journal, exercise=exercise, theme=settings.load(journal.places).get("theme", ""))
    # What is typed in the demo goes nowhere, also when the program is ended from outside.
    return app.run_guarded((lambda words: None) if journal.made_up else rescue.writer(journal.places))


def import_textual() -> None:
    """Import Textual without TLS, which asyncio would load for connections that this program never makes.

    Saves 10 ms and 4 MiB (measured on CPython 3.11); asyncio is made to work where Python has no TLS.
    """
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import textual.app
    finally:
        del sys.modules["ssl"]
    assert textual.app


def _complain(error: GuideError) -> int:
    for line in (error.message, error.remedy):
        if line:
            print(clean(line, lines=False), file=sys.stderr)
    return error.code
