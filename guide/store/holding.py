"""Which backups still hold entries that were really removed, and taking those backups away."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from guide.places import shown
from guide.store.database import Store
from guide.store.trash import SAID

__all__ = ["Holding", "gone", "holding", "remove", "shown"]


class Holding(NamedTuple):
    """A backup: its file, the day it is from (ISO), and how many of the entries it holds; None: it cannot be read."""

    path: Path
    day: str
    entries: int | None


def gone(store: Store) -> list[str]:
    """The ids of all entries that were really removed and have not come back by an import."""
    rows = store.query("SELECT id FROM tombstones WHERE id NOT IN (SELECT id FROM entries)")
    return [row[0] for row in rows]


def holding(backups: Path, ids: Collection[str]) -> list[Holding]:
    """The backups in this folder that hold one of these entries with something said in it, the newest first."""
    found = []
    for path in sorted(backups.glob("*.db"), reverse=True):
        if path.is_file():
            entries = _count(path, ids)
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
    return datetime.fromtimestamp(path.stat().st_mtime).date().isoformat()


def remove(path: Path) -> bool:
    """Remove one backup with what SQLite may have left beside it; whether it is gone."""
    with suppress(OSError):
        for one in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))):
            one.unlink(missing_ok=True)
    return not path.exists()
