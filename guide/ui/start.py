"""Opening the full screen: what the command line calls. Whether there is a terminal is its business."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from guide.clean import clean
from guide.errors import GuideError


def run(home: str | None, named: tuple[Path, ...] = (), *, exercise: str = "") -> int:
    """Open the journal, run the full screen, and return the exit code for the shell.

    `home` is the folder of `--home`, `named` the packs of `--pack`; `exercise` begins at once. A journal that
    cannot be opened, or an exercise that is not there, is one sentence and a remedy on stderr, and exit code 1.
    """
    # Exported sizes would be believed over the terminal's own; Textual reads them when it is imported.
    os.environ.pop("COLUMNS", None)
    os.environ.pop("LINES", None)
    try:
        from guide.journal.journal import from_environment

        journal = from_environment(home, named=named)
    except GuideError as error:
        return _complain(error)
    try:
        if exercise:
            journal.library.find(exercise)
        return _show(journal, exercise)
    except GuideError as error:
        return _complain(error)
    finally:
        journal.close()


def _show(journal: object, exercise: str) -> int:
    from guide import settings
    from guide.journal import rescue
    from guide.journal.journal import Journal
    from guide.ui.app import UnmutedApp

    assert isinstance(journal, Journal)
    app = UnmutedApp(journal, exercise=exercise, theme=settings.load(journal.places).get("theme", ""))
    return app.run_guarded(rescue.writer(journal.places))


def _complain(error: GuideError) -> int:
    for line in (error.message, error.remedy):
        if line:
            print(clean(line, lines=False), file=sys.stderr)
    return error.code
