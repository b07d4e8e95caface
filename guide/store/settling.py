"""The person's word that a notebook which lacks something is all right as it is: counts are then of what is there."""

from __future__ import annotations

import sqlite3
from typing import Final

from guide.store import asked, health, ledger, loss
from guide.store.database import Store


def settle(store: Store) -> bool:
    """No more is said about what is missing; damaged rows are named as before. False when nothing was missing."""
    there = loss.settle(store)
    if any(one.kind == "missing" for one in health.run(store)):
        with store.writing(counted=False) as connection:
            _place(connection)
            ledger.count_again(connection)
            alone = len(connection.execute("PRAGMA foreign_key_check").fetchall())
            connection.execute("INSERT OR REPLACE INTO ledger VALUES (?, ?, '')", (health.ALONE, alone))
        return True
    return there


_LOST: Final = """
    SELECT a.entry, e.id, a.step, a.frozen,
        (SELECT coalesce(max(position), -1) FROM steps WHERE entry = a.entry)
    FROM (SELECT entry, step, frozen, at, max(revision) FROM answers WHERE frozen IS NOT NULL GROUP BY entry, step) a
    JOIN entries e ON e.seq = a.entry JOIN frozen f ON f.hash = a.frozen
    WHERE NOT EXISTS (SELECT 1 FROM steps WHERE entry = a.entry AND step = a.step)
    ORDER BY a.entry, a.at, a.step"""


def _place(connection: sqlite3.Connection) -> None:
    """Steps that are lost stand behind the others of their entry, as their latest answers say that they were shown."""
    number: dict[int, int] = {}
    for seq, id_, step, hashed, last in connection.execute(_LOST).fetchall():
        number[seq] = number.get(seq, last) + 1
        asked.keep(connection, seq, id_, step, number[seq], hashed)
