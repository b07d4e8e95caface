"""The newest items of a collection without reading all of it."""

from __future__ import annotations

import sqlite3
from typing import Final

STATEMENTS: Final = ("CREATE INDEX IF NOT EXISTS items_newest ON items (collection, rank)",)


def run(connection: sqlite3.Connection) -> None:
    """Make the index. Years of kept facts would otherwise be read whole for the sixty that are shown."""
    for statement in STATEMENTS:
        connection.execute(statement)
