"""Line mode on the standard streams, for the commands that ask."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from guide.clean import clean
from guide.cli.frame import NOWHERE, NOWHERE_REMEDY, let_go
from guide.errors import GuideError
from guide.journal.journal import Journal, from_environment

Ask = Callable[[Journal, TextIO, TextIO, bool], int]


def with_streams(home: str | None, packs: tuple[Path, ...], ask: Ask, *, demo: bool = False) -> int:
    """Open the journal, or the `demo`'s, ask, close. A closed standard stream is an empty one."""
    inp = sys.stdin if sys.stdin is not None else io.StringIO("")
    if sys.stdout is None:
        raise GuideError(NOWHERE, NOWHERE_REMEDY)
    journal = from_environment(home, named=packs, made_up=demo)
    try:
        for notice in journal.notices + journal.library.troubles:
            print(clean(notice), file=sys.stdout)
        code = ask(journal, inp, sys.stdout, inp.isatty())
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        let_go()
        return 0
    except OSError:
        let_go()
        return 1
    finally:
        journal.close()
