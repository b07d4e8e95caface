"""What SQLite reports, in a sentence for a person."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from guide.errors import GuideError
from guide.places import shown

SAVED_STAYS: Final = "Everything saved before is still there."
NO_ROOM: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def primary(error: sqlite3.Error) -> int:
    """SQLite's primary result code, or -1 when Python itself raised the error."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF if hasattr(error, "sqlite_errorcode") else -1


def of_a_part(error: sqlite3.Error) -> bool:
    """Whether a table is gone, or the index of words cannot be read: that can be made again."""
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CORRUPT_VTAB:
        return True
    signs = ("no such table", "fts5", "vtable constructor failed")
    return primary(error) == sqlite3.SQLITE_ERROR and any(sign in str(error) for sign in signs)


def explain(error: sqlite3.Error, path: Path | None) -> GuideError:
    """A clear sentence and a remedy. SQLite's own message is left out where it could name stored words."""
    code = primary(error)
    where = shown(path) if path else "the store in memory"
    if code == sqlite3.SQLITE_FULL:
        return GuideError(
            f"There is no space left to save to. {SAVED_STAYS}", "Free some space and answer again."
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return GuideError("Another program is using the store.", "Wait a moment and try again.")
    if code == sqlite3.SQLITE_READONLY:
        return GuideError(
            f"The store cannot be written to. {SAVED_STAYS}", f"Check who may write to {where}."
        )
    if code == sqlite3.SQLITE_IOERR:
        return GuideError(
            f"The disk did not take what was written. {SAVED_STAYS}", "Check the disk, then try again."
        )
    if code == sqlite3.SQLITE_CANTOPEN:
        return GuideError(
            f"The store cannot be opened: {where}.", "Check that it is a file you may read and write."
        )
    if of_a_part(error):
        return part_gone(path)
    if code in DAMAGED:
        return damaged(path)
    return GuideError(
        "The store could not do that.", f"Please start the program again; the store is {where}."
    )


def damaged(path: Path | None) -> GuideError:
    """The file is no database, or parts of it cannot be read. It is never written over."""
    where = shown(path) if path else "in memory"
    return GuideError(
        f"The store cannot be read: {where} is damaged, or not a store. It has been left as it is.",
        "`unmuted restore` lists the backups, and `unmuted restore NAME` puts one in its place; the damaged file is "
        "then set aside.",
    )


def part_gone(path: Path | None) -> GuideError:
    """A table is gone, or the index of words cannot be read. What the other tables hold is untouched."""
    where = shown(path) if path else "in memory"
    return GuideError(
        f"A part of the store is gone or cannot be read, so this cannot be done: {where}. {SAVED_STAYS}",
        "`unmuted doctor` says which part; `unmuted doctor --rebuild` makes it again.",
    )


def not_ours(path: Path) -> GuideError:
    """A sound SQLite file of some other program."""
    return GuideError(
        f"{shown(path)} belongs to another program. It has been left as it is.",
        "Move it away, or choose another folder with --home DIR.",
    )
