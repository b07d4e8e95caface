"""An eye on the store while something else is prepared: whether the file that was there is gone, or another one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from guide.store.database import identity


@contextmanager
def watched(path: Path) -> Iterator[Callable[[], bool]]:
    """Whether the store that is there now is gone, or another stands in its place; never where none is.

    It is held open meanwhile, or a new file could get its number. SQLite holds it: closing a file of one's own would
    take away the locks that SQLite has on it.
    """
    with closing(_held(path)):
        before = identity(path)
        yield lambda: before is not None and identity(path) != before


def _held(path: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    except sqlite3.Error:
        return sqlite3.connect(":memory:")  # it is not there, or may not be read: that is said elsewhere
