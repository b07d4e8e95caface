"""One checksum a derived table, so that what is made again can be held beside what was there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from typing import Final

from guide.errors import GuideError
from guide.store import derived
from guide.store.database import Store
from guide.store.feeding import TABLES
from guide.store.records import EntryRecord, Feeds

_READ: Final = {
    "search": "SELECT rowid, words FROM search",
    **{name: f"SELECT * FROM {name}" for name in TABLES},
    "tallies": "SELECT exercise, times FROM tallies WHERE times > 0",
    "first_words": "SELECT seq, first_words FROM entries WHERE ended_at IS NOT NULL AND trashed_at IS NULL",
}


def fingerprints(store: Store) -> dict[str, str]:
    """Table -> a checksum of its rows, whatever their order. Raises GuideError where SQLite cannot read."""
    return {name: _checksum(store.query(sql)) for name, sql in _READ.items()}


def differing(store: Store, feeds_of: Callable[[EntryRecord], Feeds]) -> list[str]:
    """The tables that a rebuild would change. It is tried on a copy in memory, which holds up nobody and needs no
    leave to write; a store that cannot be copied or read differs in nothing that could be said."""
    with Store.open(None) as copy:
        try:
            store.connection.backup(copy.connection)
            before = fingerprints(copy)
            derived.rebuild(copy, feeds_of)
            after = fingerprints(copy)
        except (GuideError, sqlite3.Error):
            return []
    return [name for name in after if before[name] != after[name]]


def _checksum(rows: list[object]) -> str:
    found = sha256()
    for row in sorted(map(repr, rows)):
        found.update(row.encode("utf-8", "surrogatepass"))
    return found.hexdigest()
