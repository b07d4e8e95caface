"""Line mode on the standard streams, for the commands that ask."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from guide.errors import GuideError
from guide.journal.journal import Journal, from_environment

Ask = Callable[[Journal, TextIO, TextIO, bool], int]


def with_streams(home: str | None, packs: tuple[Path, ...], ask: Ask, *, demo: bool = False) -> int:
    """Open the journal, or the `demo`'s, ask, close. A closed standard stream is an empty one."""
    inp = sys.stdin if sys.stdin is not None else io.StringIO("")
    if sys.stdout is None:
        raise GuideError("There is nowhere to write to: standard output is closed.", "Please open it.")
    journal = _opened(home, packs, demo)
    try:
        for notice in journal.notices + journal.library.troubles:
            print(notice, file=sys.stdout)
        return ask(journal, inp, sys.stdout, inp.isatty())
    except BrokenPipeError:
        return 0
    finally:
        journal.close()


def _opened(home: str | None, packs: tuple[Path, ...], made_up: bool) -> Journal:
    if not made_up:
        return from_environment(home, named=packs)
    from guide.journal import demo

    return demo.opened(named=packs)
