"""What the progress view reads of a large store, counted by SQLite: years of points as one row a day.

Nothing here is kept: each call counts what is there now.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from guide.steps.base import Json
from guide.store.database import Store
from guide.store.encode import Unreadable, digest, loads
from guide.store.pages import shifted
from guide.store.records import Item, Point

_ASKED: Final = "state NOT IN ('hidden', 'not-reached')"


class Noted(NamedTuple):
    """What one local day (ISO) holds in a series: its numbers, and the states that are no number."""

    day: str
    values: tuple[float, ...]
    states: tuple[str, ...]


class ItemNotes(NamedTuple):
    """How often an item was asked about, on how many local days, how often numb, and when last (UTC)."""

    item: str
    times: int
    days: int
    numb: int
    last_at: str


def noted(store: Store, series: str, since: str = "") -> list[Noted]:
    """A series that is kept by no item, a row a local day, oldest first; from the local day `since` on."""
    where, values = _from(since)
    rows = store.query(
        "SELECT day, group_concat(CASE WHEN state = 'given' THEN value END), "
        "group_concat(CASE WHEN state <> 'given' THEN state END) "
        f"FROM points WHERE series = ?{where} GROUP BY day ORDER BY day",
        (series, *values),
    )
    return [
        Noted(
            day,
            tuple(map(float, given.split(","))) if given else (),
            tuple(states.split(",")) if states else (),
        )
        for day, given, states in rows
    ]


def latest(store: Store, series: str, day: str) -> float | None:
    """The last number noted in a series on a local day."""
    rows = store.query(
        "SELECT value FROM points WHERE series = ? AND at >= ? AND at < ? AND day = ? AND state = 'given' "
        "AND value IS NOT NULL ORDER BY at DESC, entry DESC, ord DESC LIMIT 1",
        (series, shifted(day, -1), shifted(day, 2), day),
    )
    return float(rows[0][0]) if rows else None


def by_item(store: Store, series: str, since: str = "") -> list[ItemNotes]:
    """For each item of a series what was asked about it, the latest first; from the local day `since` on."""
    where, values = _from(since)
    rows = store.query(
        "SELECT item, count(*), count(DISTINCT day), sum(state = 'numb'), max(at) "
        f"FROM points WHERE series = ? AND {_ASKED}{where} GROUP BY item ORDER BY max(at) DESC, item",
        (series, *values),
    )
    return list(map(ItemNotes._make, rows))


def days_asked(store: Store, series: str, since: str = "") -> int:
    """On how many local days anything was asked in a series."""
    where, values = _from(since)
    sql = f"SELECT count(DISTINCT day) FROM points WHERE series = ? AND {_ASKED}{where}"
    return int(store.query(sql, (series, *values))[0][0])


def first_day(store: Store, series: str) -> str:
    """The local day (ISO) of the first point of a series, or an empty text."""
    rows = store.query("SELECT day FROM points WHERE series = ? ORDER BY at LIMIT 1", (series,))
    return str(rows[0][0]) if rows else ""


def last_points(store: Store, series: str, since: str, most: int, item: str = "") -> list[Point]:
    """The latest points of a series, at most so many, oldest first; of one item only when given."""
    where, values = _from(since)
    if item:
        where, values = f"{where} AND item = ? AND item <> ''", [*values, item]
    rows = store.query(
        "SELECT p.item, p.state, p.value, p.n, p.at, p.day, e.id, p.step FROM (SELECT * FROM points "
        f"WHERE series = ? AND {_ASKED}{where} ORDER BY at DESC, entry DESC, ord DESC LIMIT ?) p "
        "JOIN entries e ON e.seq = p.entry ORDER BY p.at, p.entry, p.ord",
        (series, *values, most),
    )
    return list(map(Point._make, rows))


def answer_at(store: Store, entry: str, step: str) -> Json:
    """The latest answer to one step of an entry; None when there is none, or it cannot be read."""
    rows = store.query(
        "SELECT a.revision, a.state, a.value, a.at, a.at_offset, a.frozen, a.digest FROM answers a "
        "JOIN entries e ON e.seq = a.entry WHERE e.id = ? AND a.step = ? ORDER BY a.revision DESC LIMIT 1",
        (entry, step),
    )
    if not rows or digest(entry, step, *rows[0][:-1]) != rows[0][-1]:
        return None
    try:
        return loads(rows[0][2])
    except Unreadable:
        return None


def day_back(store: Store, exercise: str, times: int) -> str:
    """The local day of the entry so many back from the latest one of an exercise; empty when there are fewer."""
    rows = store.query(
        "SELECT ended_day FROM entries WHERE exercise = ? AND ended_at IS NOT NULL AND trashed_at IS NULL "
        "ORDER BY ended_at DESC LIMIT 1 OFFSET ?",
        (exercise, times),
    )
    return str(rows[0][0]) if rows else ""


def collected(store: Store, collection: str) -> list[tuple[str, int]]:
    """How many items in use began on each local day, oldest first; what is set aside is left out."""
    rows = store.query(
        "SELECT day, count(*) FROM (SELECT item, day, min(rank) FROM items WHERE collection = ? GROUP BY item) v "
        "LEFT JOIN item_state s ON s.item = v.item WHERE coalesce(s.archived, 0) = 0 GROUP BY day ORDER BY day",
        (collection,),
    )
    return [(str(day), int(n)) for day, n in rows]


def newest(store: Store, collection: str, since: str, most: int, *, archived: bool = False) -> list[Item]:
    """The items that changed last, at most so many, the newest first; `archived` those set aside too."""
    from guide.store.derived import _items  # the same reading of rows, and it is not asked for at every start

    aside = "" if archived else "AND coalesce(s.archived, 0) = 0 "
    rows: list[Any] = store.query(
        "SELECT v.item, v.collection, v.fields, v.label, v.refs, v.at, v.day, (SELECT count(*) FROM items "
        "WHERE collection = v.collection AND item = v.item), coalesce(s.archived, 0) FROM items v "
        "LEFT JOIN item_state s ON s.item = v.item WHERE v.collection = ? AND v.rank = (SELECT max(rank) "
        "FROM items WHERE collection = v.collection AND item = v.item) AND (? = '' OR (SELECT max(day) FROM items "
        f"WHERE collection = v.collection AND item = v.item) >= ?) {aside}ORDER BY v.rank DESC LIMIT ?",
        (collection, since, since, most),
    )
    return _items(store, rows)


def changed(store: Store, collection: str, since: str) -> int:
    """How many items in use were begun or changed on the local day `since` or later."""
    rows = store.query(
        "SELECT count(DISTINCT v.item) FROM items v LEFT JOIN item_state s ON s.item = v.item "
        "WHERE v.collection = ? AND v.day >= ? AND coalesce(s.archived, 0) = 0",
        (collection, since),
    )
    return int(rows[0][0])


def with_words(store: Store, collection: str, since: str, field: str) -> int:
    """How many of these have words in `field` in their latest version."""
    rows = store.query(
        "SELECT sum(trim(coalesce(json_extract(CASE WHEN json_valid(v.fields) THEN v.fields ELSE '{}' END, ?), "
        "'')) <> '') FROM (SELECT item, max(rank) AS rank FROM items WHERE collection = ? GROUP BY item "
        "HAVING max(day) >= ?) l JOIN items v ON v.collection = ? AND v.item = l.item AND v.rank = l.rank "
        "LEFT JOIN item_state s ON s.item = v.item WHERE coalesce(s.archived, 0) = 0",
        (f'$."{field}"', collection, since, collection),
    )
    return int(rows[0][0] or 0)


def _from(since: str) -> tuple[str, list[str]]:
    return (" AND at >= ? AND day >= ?", [shifted(since, -1), since]) if since else ("", [])
