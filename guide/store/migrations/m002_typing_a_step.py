"""What is being typed, one row a step: going back from half a sentence to an earlier step loses nothing."""

from __future__ import annotations

import sqlite3
from typing import Final

STATEMENTS: Final = (
    """CREATE TABLE IF NOT EXISTS typing_a_step (
        entry INTEGER NOT NULL REFERENCES entries (seq) ON DELETE CASCADE, step TEXT NOT NULL,
        raw TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (entry, step)) WITHOUT ROWID""",
    "INSERT OR IGNORE INTO typing_a_step SELECT entry, step, raw, at FROM typing",
    "DROP TABLE typing",
    "ALTER TABLE typing_a_step RENAME TO typing",
    # Files of the first version that were made early lack it; the draft list reads by it.
    """CREATE INDEX IF NOT EXISTS entries_reopened ON entries (seq)
        WHERE ended_at IS NOT NULL AND cursor IS NOT NULL AND trashed_at IS NULL""",
)


def run(connection: sqlite3.Connection) -> None:
    """Make the table anew under its old name. Run again it copies itself, and nothing changes."""
    for statement in STATEMENTS:
        connection.execute(statement)
