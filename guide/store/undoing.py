"""What was changed last and can be taken back, kept with the store so that a later run can still do it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from guide.store.database import Store

KEEP: Final = 20
"""So many changes can be taken back, one after the other."""
TRASH: Final = "trash"
EDIT: Final = "edit"
REVISE: Final = "revise"
"""An item was put in new words: an entry of its own that goes to the trash again."""


class Last(NamedTuple):
    """The latest change: its number, what it was, and the ids of its entries; for an edit the step and revision."""

    change: int
    what: str
    entries: list[str]
    step: str
    revision: int


def note(
    connection: sqlite3.Connection, what: str, entries: Iterable[int], step: str = "", revision: int = 0
) -> None:
    """Note one change of these entries (row numbers), in the transaction that makes it."""
    rows = list(entries)
    if not rows:
        return
    (change,) = connection.execute("SELECT coalesce(max(change), 0) + 1 FROM undo").fetchone()
    connection.executemany(
        "INSERT INTO undo VALUES (?, ?, ?, ?, ?)", [(change, what, seq, step, revision) for seq in rows]
    )
    connection.execute("DELETE FROM undo WHERE change <= ?", (change - KEEP,))


def last(store: Store) -> Last | None:
    """The latest change that can be taken back, or None."""
    rows = store.query(
        "SELECT u.change, u.what, e.id, u.step, u.revision FROM undo u JOIN entries e ON e.seq = u.entry "
        "WHERE u.change = (SELECT max(change) FROM undo) ORDER BY u.entry"
    )
    if not rows:
        return None
    change, what, _, step, revision = rows[0]
    return Last(change, what, [row[2] for row in rows], step, revision)


def forget(connection: sqlite3.Connection, change: int) -> None:
    """It was taken back, or cannot be any more."""
    connection.execute("DELETE FROM undo WHERE change = ?", (change,))
