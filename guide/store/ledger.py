"""Running counts and digests of what is kept, and how often each exercise was done.

A row's checksum shows that it changed; only a count beside the table shows that one is missing. The digest is
the XOR of the rows' checksums, so that order is no matter and a row can be taken out again.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from guide.store.encode import digest

STEPS: Final = "SELECT e.id, s.step, s.position, s.frozen FROM steps s LEFT JOIN entries e ON e.seq = s.entry"
"""What the checksum of a step as shown goes over."""
NEXT: Final = """(SELECT 1 + max(coalesce((SELECT max(seq) FROM entries), 0),
    coalesce((SELECT max(entry) FROM answers), 0), coalesce((SELECT max(entry) FROM steps), 0)))"""
"""The number of a new entry: none that answers still have whose entry is lost, or it would take them for its own."""
_CHECKS: Final = {
    "entries": "SELECT digest FROM entries",
    "answers": "SELECT digest FROM answers",
    "steps": STEPS,
}


def mix(one: str, other: str) -> str:
    """XOR of two checksums in hex; an empty one is zero."""
    return format(int(one or "0", 16) ^ int(other or "0", 16), "032x")


def note(connection: sqlite3.Connection, table: str, added: str = "", removed: str = "") -> None:
    """Count a row in (`added`: its checksum), out (`removed`), or both for a changed one."""
    row = connection.execute("SELECT rows, digest FROM ledger WHERE name = ?", (table,)).fetchone()
    if row is None:
        return  # the count is lost: a look says so, and a rebuild counts again
    rows, digest = row
    rows += bool(added) - bool(removed)
    connection.execute(
        "UPDATE ledger SET rows = ?, digest = ? WHERE name = ?",
        (rows, mix(mix(digest, added), removed), table),
    )


def tally(connection: sqlite3.Connection, exercise: str, change: int) -> None:
    """One more or one fewer ended, untrashed entry of an exercise."""
    connection.execute(
        "INSERT INTO tallies VALUES (?, max(0, ?)) "
        "ON CONFLICT (exercise) DO UPDATE SET times = max(0, times + ?)",
        (exercise, change, change),
    )


def recount(connection: sqlite3.Connection) -> None:
    """Make the tallies again from the entries, and a count that is gone from the rows that are there."""
    _count_again(connection)
    connection.execute("DELETE FROM tallies")
    connection.execute(
        "INSERT INTO tallies SELECT exercise, count(*) FROM entries "
        "WHERE ended_at IS NOT NULL AND trashed_at IS NULL GROUP BY exercise"
    )


def count_again(connection: sqlite3.Connection) -> None:
    """Count what is there, whatever was counted: somebody said that it is all right so."""
    for table in _CHECKS:
        connection.execute("DELETE FROM ledger WHERE name = ?", (table,))
    _count_again(connection)


def _count_again(connection: sqlite3.Connection) -> None:
    """Only where the row itself is missing: a count that does not fit is the sign of a lost row and stays."""
    for table, checks in _CHECKS.items():
        if connection.execute("SELECT 1 FROM ledger WHERE name = ?", (table,)).fetchone():
            continue
        rows, found = 0, ""
        for columns in connection.execute(checks):
            check = columns[0] if len(columns) == 1 else digest(*columns)
            rows, found = rows + 1, mix(found, check if _is_hex(check) else "")
        connection.execute("INSERT INTO ledger VALUES (?, ?, ?)", (table, rows, found))


def _is_hex(check: object) -> bool:
    return isinstance(check, str) and bool(check) and set(check) <= set("0123456789abcdef")
