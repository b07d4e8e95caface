"""Steps as they were shown in an entry: one row each, counted, so that a lost one is noticed."""

from __future__ import annotations

import sqlite3

from guide.store import ledger
from guide.store.encode import digest


def keep(
    connection: sqlite3.Connection, seq: int, entry_id: str, step: str, position: int, hashed: str
) -> None:
    """Keep which step as shown (its hash) stands at this place of an entry; it takes the place of an earlier one."""
    before = connection.execute(
        "SELECT position, frozen FROM steps WHERE entry = ? AND step = ?", (seq, step)
    ).fetchone()
    if before == (position, hashed):
        return
    connection.execute("INSERT OR REPLACE INTO steps VALUES (?, ?, ?, ?)", (seq, step, position, hashed))
    removed = digest(entry_id, step, *before) if before else ""
    ledger.note(connection, "steps", added=digest(entry_id, step, position, hashed), removed=removed)


def forget(connection: sqlite3.Connection, seq: int, entry_id: str) -> None:
    """Count the steps of an entry out, before it is removed with them."""
    for row in connection.execute(
        "SELECT step, position, frozen FROM steps WHERE entry = ?", (seq,)
    ).fetchall():
        ledger.note(connection, "steps", removed=digest(entry_id, *row))
