"""One checksum a derived table, so that what is made again can be held beside what was there."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from guide.store.database import Store
from guide.store.feeding import TABLES

_READ: Final = {
    **{name: f"SELECT * FROM {name}" for name in TABLES},
    "tallies": "SELECT exercise, times FROM tallies WHERE times > 0",
    "first_words": "SELECT seq, first_words FROM entries WHERE ended_at IS NOT NULL AND trashed_at IS NULL",
}


def fingerprints(store: Store) -> dict[str, str]:
    """Table -> a checksum of its rows, whatever their order. Raises GuideError where SQLite cannot read."""
    return {name: _checksum(store.query(sql)) for name, sql in _READ.items()}


def _checksum(rows: list[object]) -> str:
    found = sha256()
    for row in sorted(map(repr, rows)):
        found.update(row.encode("utf-8", "surrogatepass"))
    return found.hexdigest()
