"""Small program state, and what packs declared (titles, ranges, roles), kept so that views outlive a pack."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import suppress

from guide.steps.base import Json
from guide.store.database import Store
from guide.store.encode import Unreadable, clean, dumps, loads


def meta(store: Store, key: str) -> Json:
    """The kept value, or None when there is none or it cannot be read."""
    rows = store.query("SELECT value FROM meta WHERE key = ?", (clean(key),))
    with suppress(Unreadable):
        return loads(rows[0][0]) if rows else None
    return None


def set_meta(store: Store, key: str, value: Json, *, counted: bool = True) -> None:
    """Keep a value; None removes the key. Not for a person's words: this table has no revisions."""
    with store.writing(counted=counted) as connection:
        if value is None:
            connection.execute("DELETE FROM meta WHERE key = ?", (clean(key),))
        else:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (clean(key), dumps(value)))


def declarations(store: Store) -> dict[str, Json]:
    """What packs said about their series, collections, markers and values, by full name; the latest said
    counts."""
    said: dict[str, Json] = {}
    for name, text in store.query("SELECT name, json FROM declarations ORDER BY name"):
        try:
            said[name] = loads(text)
        except Unreadable:
            store.set_aside(f"the declaration of {name}")
    return said


def declare(connection: sqlite3.Connection, said: Mapping[str, Json]) -> None:
    """Take in declarations; unchanged ones cost no write."""
    for name, value in said.items():
        connection.execute(
            "INSERT INTO declarations VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json "
            "WHERE json <> excluded.json",
            (clean(name), dumps(value)),
        )
