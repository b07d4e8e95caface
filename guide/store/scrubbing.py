"""Writing the store anew, so that no trace of removed rows is left in its files; and remembering that it is owed.

Rows are gone for every view once their transaction is over, but their words stay in free pages and in the log until
the file is written anew. A program that ends in between, or a full disk, leaves them there. The transaction that
removes the rows therefore notes that this is owed; the note goes when it is done.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from guide.errors import GuideError
from guide.store import trouble

if TYPE_CHECKING:
    from guide.store.database import Store

DONE: Final = ""
BUSY: Final = "busy"  # another window reads
NO_ROOM: Final = "no room"  # the new file needs as much room again, for a moment
FAILED: Final = "failed"
_ROW: Final = "scrub"


def owe(connection: sqlite3.Connection) -> None:
    """Note it, in the transaction that removes rows."""
    connection.execute("INSERT OR REPLACE INTO ledger VALUES (?, 1, '')", (_ROW,))


def owed(connection: sqlite3.Connection) -> bool:
    """Whether words of removed rows may still be in the files. False also for what cannot be read."""
    try:
        return connection.execute("SELECT 1 FROM ledger WHERE name = ?", (_ROW,)).fetchone() is not None
    except sqlite3.Error:
        return False


def vacuum(connection: sqlite3.Connection) -> None:
    """Write a copy anew that nobody else has open, and take the note off it. Raises sqlite3.Error."""
    connection.execute("DELETE FROM ledger WHERE name = ?", (_ROW,))
    connection.execute("VACUUM")


def scrub(store: Store, patience: float | None = None) -> str:
    """Write the store anew and cut its log to nothing: DONE, or what kept it from that. It is then owed still.

    `patience`: seconds to wait for another window, where waiting as long as for an answer would be too long.
    """
    connection = store.connection
    usual = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    try:
        if patience is not None:
            connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        connection.execute("VACUUM")
        if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            return BUSY
        if owed(connection):
            with suppress(GuideError), store.writing(counted=False):
                connection.execute("DELETE FROM ledger WHERE name = ?", (_ROW,))
    except sqlite3.Error as error:
        return _why(error)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {usual}")
    return DONE


def _why(error: sqlite3.Error) -> str:
    code = trouble.primary(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return BUSY
    return NO_ROOM if code == sqlite3.SQLITE_FULL else FAILED
