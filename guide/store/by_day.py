"""What the progress view reads of a large store, counted by SQLite: years of points as one row a day.

Nothing here is kept: each call counts what is there now.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from guide.steps.base import Json
from guide.store.database import Store
from guide.store.encode import Unreadable, digest, loads
from guide.store.finding import LIVE
from guide.store.pages import shifted
from guide.store.records import Item, Point, Stamp

_ASKED: Final = "state NOT IN ('hidden', 'not-reached')"
_NO_END: Final = "~"
"""Behind every ISO day."""


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


def noted(store: Store, series: str, since: str = "", until: str = "") -> list[Noted]:
    """A series that is kept by no item, a row a local day, oldest first; between two local days."""
    where, values = _within(since, until)
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


def by_item(store: Store, series: str, since: str = "", until: str = "") -> list[ItemNotes]:
    """For each item of a series what was asked about it, the latest first; between two local days."""
    where, values = _within(since, until)
    rows = store.query(
        "SELECT item, count(*), count(DISTINCT day), sum(state = 'numb'), max(at) "
        f"FROM points WHERE series = ? AND {_ASKED}{where} GROUP BY item ORDER BY max(at) DESC, item",
        (series, *values),
    )
    return list(map(ItemNotes._make, rows))


def days_asked(store: Store, series: str, since: str = "", until: str = "") -> int:
    """On how many local days anything was asked in a series."""
    where, values = _within(since, until)
    sql = f"SELECT count(DISTINCT day) FROM points WHERE series = ? AND {_ASKED}{where}"
    return int(store.query(sql, (series, *values))[0][0])


def times_before(store: Store, series: str, day: str) -> int:
    """How often anything was asked in a series before a local day; 0 for "" as the day."""
    if not day:
        return 0
    sql = f"SELECT count(*) FROM points WHERE series = ? AND at < ? AND day < ? AND {_ASKED}"
    return int(store.query(sql, (series, shifted(day, 2), day))[0][0])


def first_day(store: Store, series: str) -> str:
    """The earliest local day (ISO) of a series, or an empty text. After a journey west a later moment can have it."""
    return _end_day(store, series, "ASC", "min(day)", "at < coalesce(date(?, '+3 days'), '~')")


def last_day(store: Store, series: str) -> str:
    """The latest local day (ISO) of a series, or an empty text. An earlier moment can have it."""
    return _end_day(store, series, "DESC", "max(day)", "at >= coalesce(date(?, '-2 days'), '')")


def _end_day(store: Store, series: str, order: str, day: str, beside: str) -> str:
    """The day at one end of a series, from what lies within two days of its last moment there: a scan of all of it
    would cost too much, and no two clocks on Earth are further apart."""
    rows = store.query(f"SELECT at FROM points WHERE series = ? ORDER BY at {order} LIMIT 1", (series,))
    if not rows:
        return ""
    sql = f"SELECT {day} FROM points WHERE series = ? AND {beside}"
    return str(store.query(sql, (series, str(rows[0][0])[:10]))[0][0])


def until_now(store: Store, now: Stamp) -> str:
    """The last local day (ISO) of a range that ends now: today, or a later one on which something was noted before a
    journey west."""
    rows = store.query(
        f"SELECT max(ended_day) FROM entries WHERE ended_at >= ? AND ended_at <= ? AND {LIVE}",
        (shifted(now.day, -2), now.utc),
    )
    return max(now.day, str(rows[0][0] or ""))


def after(store: Store, day: str) -> int:
    """How many entries ended after a local day."""
    sql = f"SELECT count(*) FROM entries WHERE ended_at >= ? AND ended_day > ? AND {LIVE}"
    return int(store.query(sql, (shifted(day, -1), day))[0][0])


def last_points(store: Store, series: str, since: str, most: int, until: str = "") -> list[Point]:
    """The latest points of a series, at most so many, oldest first; between two local days."""
    where, values = _within(since, until)
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


def day_back(store: Store, exercise: str, times: int, since: str = "") -> str:
    """The local day of the entry with which the latest so many of an exercise begin; empty when none from the
    local day `since` on lies before that day."""
    rows = store.query(
        f"SELECT ended_day FROM entries WHERE exercise = ? AND {LIVE} "
        "ORDER BY ended_at DESC, seq DESC LIMIT 1 OFFSET ?",
        (exercise, times - 1),
    )
    day = str(rows[0][0]) if rows else ""
    sql = f"SELECT 1 FROM entries WHERE exercise = ? AND ended_day >= ? AND ended_day < ? AND {LIVE} LIMIT 1"
    return day if store.query(sql, (exercise, since, day)) else ""


def collected(store: Store, collection: str) -> list[tuple[str, int]]:
    """How many items in use began on each local day, oldest first; what is set aside is left out."""
    rows = store.query(
        "SELECT day, count(*) FROM (SELECT item, day, min(rank) FROM items WHERE collection = ? GROUP BY item) v "
        "LEFT JOIN item_state s ON s.item = v.item WHERE coalesce(s.archived, 0) = 0 GROUP BY day ORDER BY day",
        (collection,),
    )
    return [(str(day), int(n)) for day, n in rows]


def newest(
    store: Store, collection: str, since: str, most: int, *, until: str = "", archived: bool = False
) -> list[Item]:
    """The items that changed last, at most so many, the newest first: those begun or changed between two local days.

    `archived` those set aside too.
    """
    from guide.store.derived import _items  # the same reading of rows, and it is not asked for at every start

    aside = "" if archived else "AND coalesce(s.archived, 0) = 0 "
    within = (
        "AND EXISTS (SELECT 1 FROM items WHERE collection = v.collection AND item = v.item AND day BETWEEN ? AND ?) "
        if since or until
        else ""
    )
    rows: list[Any] = store.query(
        "SELECT v.item, v.collection, v.fields, v.label, v.refs, v.at, v.day, (SELECT count(*) FROM items "
        "WHERE collection = v.collection AND item = v.item), coalesce(s.archived, 0) FROM items v "
        "LEFT JOIN item_state s ON s.item = v.item WHERE v.collection = ? AND v.rank = (SELECT max(rank) "
        f"FROM items WHERE collection = v.collection AND item = v.item) {within}{aside}"
        "ORDER BY v.rank DESC LIMIT ?",
        (collection, *((since, until or _NO_END) if within else ()), most),
    )
    return _items(store, rows)


def changed(store: Store, collection: str, since: str, until: str = "") -> int:
    """How many items in use were begun or changed between two local days."""
    rows = store.query(
        "SELECT count(DISTINCT v.item) FROM items v LEFT JOIN item_state s ON s.item = v.item "
        "WHERE v.collection = ? AND v.day BETWEEN ? AND ? AND coalesce(s.archived, 0) = 0",
        (collection, since, until or _NO_END),
    )
    return int(rows[0][0])


def with_words(store: Store, collection: str, since: str, field: str, until: str = "") -> int:
    """How many of these have words in `field` in their latest version."""
    rows = store.query(
        "SELECT sum(trim(coalesce(json_extract(CASE WHEN json_valid(v.fields) THEN v.fields ELSE '{}' END, ?), "
        "'')) <> '') FROM (SELECT item, max(rank) AS rank FROM items WHERE collection = ? GROUP BY item "
        "HAVING max(day BETWEEN ? AND ?)) l JOIN items v ON v.collection = ? AND v.item = l.item AND "
        "v.rank = l.rank LEFT JOIN item_state s ON s.item = v.item WHERE coalesce(s.archived, 0) = 0",
        (f'$."{field}"', collection, since, until or _NO_END, collection),
    )
    return int(rows[0][0] or 0)


def _within(since: str, until: str = "") -> tuple[str, list[str]]:
    """Points between two local days, both included; "" for no limit. The moments narrow it by the index."""
    where = (" AND at >= ? AND day >= ?" if since else "") + (" AND at < ? AND day <= ?" if until else "")
    values = [shifted(since, -1), since] if since else []
    return where, [*values, shifted(until, 2), until] if until else values
