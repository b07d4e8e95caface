"""Going over everything that is kept, a page at a time: for tables and texts that are written in a stream."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from guide.errors import GuideError
from guide.store.database import Store
from guide.store.encode import Unreadable, loads
from guide.store.pages import entry
from guide.store.records import EntryRecord

_PAGE: Final = 200
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
    """How many entries are not in the trash."""
    return int(store.query("SELECT count(*) FROM entries WHERE trashed_at IS NULL")[0][0])


def each_entry(store: Store) -> Iterator[EntryRecord]:
    """Every entry that is not in the trash: ended ones, oldest first, then unfinished ones.

    One that cannot be read is named in the store's notice and passed over.
    """
    for when, where in (("ended_at", "ended_at IS NOT NULL"), ("changed_at", "ended_at IS NULL")):
        last: tuple[str, int] = ("", 0)
        sql = (
            f"SELECT id, {when}, seq FROM entries WHERE {where} AND trashed_at IS NULL "
            f"AND ({when}, seq) > (?, ?) ORDER BY {when}, seq LIMIT {_PAGE}"
        )
        while rows := store.query(sql, last):
            last = rows[-1][1:]
            for id_, _, _ in rows:
                try:
                    yield entry(store, id_)
                except GuideError:
                    continue  # `entry` has named it


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
