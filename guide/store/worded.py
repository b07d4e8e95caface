"""Lines in lists and words to search by are made of answers as the program words them, which a new version may change.

Nothing is wrong then: what was made before differs from what would be made now until it is made again. So the
notebook knows which wording all of it was made with.
"""

from __future__ import annotations

import sqlite3
from typing import Final

WORDING: Final = 2
"""Raise it whenever `store.words`, or a step kind's words for Review, say the same answer otherwise."""
TABLES: Final = frozenset({"search", "first_words"})
"""What is worded so, by the names of `fingerprint`."""
_ROW: Final = "worded"


def note(connection: sqlite3.Connection) -> None:
    """All of it is made with today's wording."""
    connection.execute("INSERT OR REPLACE INTO ledger VALUES (?, ?, '')", (_ROW, WORDING))


def earlier(connection: sqlite3.Connection) -> bool:
    """Whether some of it may have been made with an earlier wording. False also for what cannot be read."""
    try:
        row = connection.execute("SELECT rows FROM ledger WHERE name = ?", (_ROW,)).fetchone()
    except sqlite3.Error:
        return False
    return row is None or row[0] < WORDING
