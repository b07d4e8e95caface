"""Which wording of lines and search words a notebook was made with."""

from __future__ import annotations

import sqlite3

from guide.store import worded


def run(connection: sqlite3.Connection) -> None:
    """A notebook without entries begins with the wording of today; an older one keeps that it is not known."""
    if connection.execute("SELECT 1 FROM entries LIMIT 1").fetchone() is None:
        worded.note(connection)
