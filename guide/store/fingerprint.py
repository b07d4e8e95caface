"""One checksum a derived table, so that what is made again can be held beside what was there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Final

from guide.errors import GuideError
from guide.store import rebuilding, search
from guide.store.database import Store
from guide.store.feeding import TABLES
from guide.store.records import EntryRecord, Feeds

_READ: Final = {
    "search": "SELECT rowid, words FROM search",
    **{name: f"SELECT * FROM {name}" for name in TABLES},
    "tallies": "SELECT exercise, times FROM tallies WHERE times > 0",
    "days": "SELECT seq, ended_day FROM entries WHERE ended_at IS NOT NULL",
    "first_words": "SELECT seq, first_words FROM entries WHERE ended_at IS NOT NULL AND trashed_at IS NULL",
}
_BATCH: Final = 1000
"""Entries that are made again at a time: as much as that is held in memory."""
_BY_ENTRY: Final = ("steps", "answers", "typing", "parked", *TABLES)


def fingerprints(store: Store) -> dict[str, str]:
    """Table -> a checksum of its rows, whatever their order. Raises GuideError where SQLite cannot read."""
    return {name: _checksum(store.query(sql)) for name, sql in _READ.items()}


def differing(
    store: Store, feeds_of: Callable[[EntryRecord], Feeds], tell: Callable[[float], None] = lambda share: None
) -> list[str]:
    """The tables that a rebuild would change; `tell` hears the share done (0 to 1). How often each exercise was
    done is for the health check to count.

    It is tried on copies in memory, some entries at a time, which holds up nobody and needs no leave to write; what
    cannot be copied or read differs in nothing that could be said.
    """
    last = int(store.query("SELECT coalesce(max(seq), 0) FROM entries")[0][0])
    found: set[str] = set()
    for first in range(1, last + 1, _BATCH):
        tell(first / last)
        with Store.open(None) as copy:
            copy.connection.execute("PRAGMA foreign_keys = OFF")  # a lost row is for the health check to find
            try:
                _copy(store, copy.connection, first, first + _BATCH - 1)
                before = fingerprints(copy)
                rebuilding.rebuild(copy, feeds_of)
                after = fingerprints(copy)
            except (GuideError, sqlite3.Error):
                continue
        found |= {name for name in after if before[name] != after[name] and name != "tallies"}
    return [name for name in _READ if name in found]


def _copy(store: Store, into: sqlite3.Connection, first: int, last: int) -> None:
    """The entries with these numbers and all that hangs on them, as they are at one moment."""
    store.connection.execute("BEGIN")
    try:
        for table, rows in _copied(store.connection, first, last):
            for row in rows:
                into.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    finally:
        store.connection.execute("ROLLBACK")


def _copied(source: sqlite3.Connection, first: int, last: int) -> Iterator[tuple[str, list[sqlite3.Row]]]:
    span = (first, last)
    shown = "SELECT frozen FROM steps WHERE entry BETWEEN ?1 AND ?2"
    shown += " UNION SELECT frozen FROM answers WHERE entry BETWEEN ?1 AND ?2"
    yield "frozen", source.execute(f"SELECT * FROM frozen WHERE hash IN ({shown})", span).fetchall()
    entries = source.execute("SELECT * FROM entries WHERE seq BETWEEN ? AND ?", span).fetchall()
    yield "entries", entries
    for table in _BY_ENTRY:
        yield table, source.execute(f"SELECT * FROM {table} WHERE entry BETWEEN ? AND ?", span).fetchall()
    ended = source.execute(
        "SELECT ended_at, seq FROM entries WHERE seq BETWEEN ? AND ? AND ended_at IS NOT NULL", span
    )
    keys = [search.key(at, seq) for at, seq in ended]
    words = [
        source.execute("SELECT rowid, words FROM search WHERE rowid = ?", (key,)).fetchone() for key in keys
    ]
    yield "search (rowid, words)", [row for row in words if row is not None]


def _checksum(rows: list[object]) -> str:
    """The sum of the rows' own checksums, which is the same in every order."""
    found = sum(int.from_bytes(sha256(repr(row).encode("utf-8", "surrogatepass")).digest()) for row in rows)
    return f"{found:x}"
