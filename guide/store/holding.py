"""Which files in the backup folder still hold entries that were really removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from guide.store import copies
from guide.store.database import Store
from guide.store.trash import SAID


class Holding(NamedTuple):
    """A backup, a store that was set aside, or a copy that was cut off: its file, the day it is from (ISO), and how
    many of the entries it holds; None: it cannot be read, so it may hold them."""

    path: Path
    day: str
    entries: int | None


def gone(store: Store) -> list[str]:
    """The ids of all entries that were really removed and have not come back by an import."""
    rows = store.query("SELECT id FROM tombstones WHERE id NOT IN (SELECT id FROM entries)")
    return [row[0] for row in rows]


def holding(backups: Path, ids: Collection[str]) -> list[Holding]:
    """What in this folder holds one of these entries with something said in it, or may hold it, the newest first."""
    found = []
    for path in reversed(copies.there(backups)):
        entries = _count(path, ids) if copies.may_be_read(path) else None
        if entries != 0:
            found.append(Holding(path, _day(path), entries))
    return sorted(found, key=lambda one: one.day, reverse=True)


def _count(path: Path, ids: Collection[str]) -> int | None:
    try:
        # Immutable: reading must leave no -wal or -shm beside a copy that nobody writes to.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as copy:
            copy.execute("CREATE TEMP TABLE wanted (id TEXT PRIMARY KEY)")
            copy.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", [(one,) for one in ids])
            sql = f"SELECT count(*) FROM entries WHERE id IN (SELECT id FROM wanted) AND {SAID}"
            return int(copy.execute(sql).fetchone()[0])
    except sqlite3.Error:
        return None


def _day(path: Path) -> str:
    from datetime import date, datetime

    with suppress(ValueError):
        return date.fromisoformat(path.stem[-10:]).isoformat()
    return datetime.fromtimestamp(copies.touched(path)).date().isoformat()
