"""Going over everything that is kept, a page at a time: for tables and texts that are written in a stream."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from guide.errors import GuideError
from guide.store.database import Store
from guide.store.encode import Unreadable, loads
from guide.store.pages import entry
from guide.store.records import EntryRecord

_PAGE: Final = 200
_MOST: Final = 1_000_000
"""Entries that are looked for one by one: a damaged number may be any."""
_POINTS: Final = """
    SELECT p.series, p.at, p.entry, p.ord, p.item, p.state, p.value, p.n, p.day, p.step, e.id,
        (SELECT label FROM items WHERE item = p.item ORDER BY rank DESC LIMIT 1)
    FROM points p JOIN entries e ON e.seq = p.entry WHERE (p.series, p.at, p.entry, p.ord) > (?, ?, ?, ?)
    ORDER BY p.series, p.at, p.entry, p.ord LIMIT ?"""

# Beside max() the other columns are those of its row (SQLite, "Bare columns in an aggregate query").
_ITEMS: Final = """
    SELECT collection, item, max(rank), count(*), label, fields, day,
        coalesce((SELECT archived FROM item_state s WHERE s.item = v.item), 0)
    FROM items v WHERE (collection, item) > (?, ?) GROUP BY collection, item ORDER BY collection, item LIMIT ?"""


def count(store: Store) -> int:
    """How many entries are not in the trash, to tell progress by; where that cannot be read, how many there may be."""
    try:
        return int(store.query("SELECT count(*) FROM entries WHERE trashed_at IS NULL")[0][0])
    except GuideError:
        return _highest(store)


def each_entry(store: Store) -> Iterator[EntryRecord]:
    """Every entry that is not in the trash: ended ones, oldest first, then unfinished ones.

    One that cannot be read is named in the store's notice and passed over.
    """
    for when, where in (("ended_at", "ended_at IS NOT NULL"), ("changed_at", "ended_at IS NULL")):
        for id_ in _ids(store, when, f"{where} AND trashed_at IS NULL"):
            try:
                yield entry(store, id_)
            except (GuideError, Unreadable):
                store.set_aside(f"entry {id_[:8]}")


def _ids(store: Store, when: str, where: str) -> Iterator[str]:
    """The ids of these entries, by this moment; where a part of the table cannot be read, one by one from there on."""
    last: tuple[str, int] = ("", 0)
    columns = f"SELECT id, {when}, seq FROM entries WHERE {where} AND ({when}, seq) > (?, ?)"
    try:
        while rows := store.query(f"{columns} ORDER BY {when}, seq LIMIT {_PAGE}", last):
            last = rows[-1][1:]
            yield from (row[0] for row in rows)
    except GuideError:
        found = []
        for seq in range(1, _highest(store) + 1):
            try:
                found += store.query(f"{columns} AND seq = ?", (*last, seq))
            except GuideError:
                store.set_aside(f"entry number {seq}")
        yield from (row[0] for row in sorted(found, key=lambda row: row[1:]))


def _highest(store: Store) -> int:
    """The highest number that an entry may have, wherever it can still be read."""
    found = [0]
    for sql in (
        "SELECT max(seq) FROM entries",
        "SELECT max(entry) FROM answers",
        "SELECT max(entry) FROM steps",
        "SELECT rows FROM ledger WHERE name = 'entries'",
    ):
        with suppress(GuideError):
            found += [row[0] for row in store.query(sql) if isinstance(row[0], int)]
    return min(max(found), _MOST)


def readable(store: Store, rows: Iterator[dict[str, Any]], what: str) -> Iterator[dict[str, Any]]:
    """The rows of a table up to where it cannot be read, which is then named in the store's notice."""
    try:
        yield from rows
    except GuideError:
        store.set_aside(what)


def each_point(store: Store) -> Iterator[dict[str, Any]]:
    """Every point of every series with the words of its item, series by series, oldest first."""
    last: tuple[Any, ...] = ("", "", 0, -1)
    names = ("series", "at", "seq", "ord", "item", "state", "value", "n", "day", "step", "entry", "label")
    while rows := store.query(_POINTS, (*last, _PAGE)):
        last = rows[-1][:4]
        for row in rows:
            yield dict(zip(names, row, strict=True))


def each_item(store: Store) -> Iterator[dict[str, Any]]:
    """Every item in its latest version, list by list, set aside or not."""
    last: tuple[str, str] = ("", "")
    names = ("list", "item", "rank", "versions", "label", "fields", "day", "aside")
    while rows := store.query(_ITEMS, (*last, _PAGE)):
        last = rows[-1][:2]
        for row in rows:
            found = dict(zip(names, row, strict=True))
            try:
                yield found | {"fields": loads(found["fields"]), "aside": bool(found["aside"])}
            except Unreadable:
                store.set_aside(f"item {found['item'][:8]}")
