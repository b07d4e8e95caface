"""A small file beside the store with the number of the last change.

SQLite opens a store whose log was cut or zeroed without a word, with fewer rows. A store that is behind this
number has lost something. The number is written after the commit, never before, so it cannot cry wolf.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

NAME: Final = "last-change"
_MOST: Final = 2**62
"""No store sees so many changes: a larger number is no number of ours, and SQLite could not keep it."""


def sequence(connection: sqlite3.Connection) -> int:
    """How many writing transactions this store has seen (typing not counted)."""
    row = connection.execute("SELECT rows FROM ledger WHERE name = 'changes'").fetchone()
    return int(row[0]) if row else 0


def keep(connection: sqlite3.Connection, path: Path) -> None:
    """Note the number. A file that cannot be written is no reason to stop: it only makes noticing a loss
    harder."""
    with suppress(OSError):
        handle = os.open(path.with_name(NAME), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            if os.name == "posix":
                os.fchmod(handle, 0o600)
            os.write(handle, str(sequence(connection)).encode())
        finally:
            os.close(handle)


def behind(connection: sqlite3.Connection, path: Path) -> int:
    """How many changes the store lacks; 0 when none, or when the file is absent or unreadable."""
    try:
        noted = int(path.with_name(NAME).read_text("ascii")[:20])
    except (OSError, ValueError):
        return 0
    return max(0, noted - sequence(connection)) if noted <= _MOST else 0


def forget(path: Path) -> None:
    """After a restore or deleting everything the old number means nothing."""
    path.with_name(NAME).unlink(missing_ok=True)
