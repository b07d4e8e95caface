"""What can be undone, also in a later run: ids and numbers only, never a person's words."""

from __future__ import annotations

import sqlite3
from typing import Final

STATEMENTS: Final = (
    """CREATE TABLE IF NOT EXISTS undo (
        change INTEGER NOT NULL, what TEXT NOT NULL,
        entry INTEGER NOT NULL REFERENCES entries (seq) ON DELETE CASCADE,
        step TEXT NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (change, entry)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS undo_entry ON undo (entry)",
)


def run(connection: sqlite3.Connection) -> None:
    """Make the table. Entries that are really removed take their rows in it along."""
    for statement in STATEMENTS:
        connection.execute(statement)
