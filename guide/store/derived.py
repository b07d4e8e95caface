"""Reading what answers fed: series, items, markers, values. Only ended entries out of the trash are in
there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from guide.errors import GuideError
from guide.steps.base import Json
from guide.store.database import Store
from guide.store.encode import Unreadable, digest, loads
from guide.store.pages import shifted, thaw
from guide.store.records import (
    Item,
    ItemVersion,
    Kept,
    Marker,
    Point,
    StepAnswer,
    local_day,
)
from guide.store.standing import standing

ORDERS: Final = {
    "newest": "v.rank DESC",
    "oldest": "v.rank",
    "as-written": "(SELECT min(rank) FROM items WHERE item = v.item)",
    "least-recent": "(SELECT max(at) FROM (SELECT max(at) AS at FROM points WHERE item = v.item AND item <> '' "
    "UNION ALL SELECT max(at) FROM uses WHERE item = v.item)), v.rank",
    "least-used": "(SELECT count(*) FROM uses WHERE item = v.item), v.rank DESC",
}


def points(
    store: Store,
    series: str,
    *,
    since: str | None = None,
    until: str | None = None,
    item: str | None = None,
) -> list[Point]:
    """A series, oldest first; between the local days `since` and `until` and of one item only, when given."""
    # The sign before the name leaves the index to the item: an item has few points, a series many.
    where, values = ["+p.series = ?" if item else "p.series = ?"], [series]
    if item is not None:
        where.append("p.item = ?" + (" AND p.item <> ''" if item else ""))
        values.append(item)
    if since:
        where.append("p.at >= ? AND p.day >= ?")
        values += [shifted(since, -1), since]
    if until:
        where.append("p.at < ? AND p.day <= ?")
        values += [shifted(until, 2), until]
    rows = store.query(
        "SELECT p.item, p.state, p.value, p.n, p.at, p.day, e.id, p.step FROM points p "
        f"JOIN entries e ON e.seq = p.entry WHERE {' AND '.join(where)} ORDER BY p.at, p.entry, p.ord",
        values,
    )
    return list(map(Point._make, rows))


_ITEM: Final = """
    WITH latest AS (SELECT item, max(rank) AS rank, count(*) AS versions FROM items WHERE {where} GROUP BY
    item) SELECT v.item, v.collection, v.fields, v.label, v.refs, v.at, v.day,
        l.versions, coalesce(s.archived, 0) AS archived
    FROM latest l JOIN items v ON v.item = l.item AND v.rank = l.rank
    LEFT JOIN item_state s ON s.item = v.item {having} ORDER BY {order} LIMIT {limit} OFFSET {offset}"""


def items(
    store: Store,
    collections: str | Sequence[str],
    *,
    archived: bool | None = False,
    order: str = "newest",
    limit: int | None = None,
    offset: int = 0,
) -> list[Item]:
    """The items of one collection or of several in one order, each in its latest version. `archived` True: only
    those set aside; None: all. At most `limit` of them, after the first `offset`.

    Orders: newest and oldest by the latest version; as-written by the first one; least-recent by when it was
    last picked or given a point, unused first; least-used by how many ended entries picked it or stand on it, the
    newest of equals first.
    """
    names = (collections,) if isinstance(collections, str) else tuple(collections)
    return _read(store, "collection", names, archived, order, limit, offset)


def items_named(store: Store, ids: Sequence[str]) -> list[Item]:
    """The items of these ids that are there and not set aside, the newest first."""
    return _read(store, "item", ids, False, "newest")


def item(store: Store, item_id: str) -> Item | None:
    """One item in its latest version, archived or not; None when it is not there (or its entry is in the
    trash)."""
    found = _read(store, "item", (item_id,), None, "newest")
    return found[0] if found else None


def find_item(store: Store, prefix: str) -> str:
    """The full id of the one item whose id begins so. Raises GuideError when none or several do."""
    lower = prefix.lower()
    rows = store.query(
        "SELECT DISTINCT item FROM items WHERE item >= ? AND item < ? LIMIT 2", (lower, lower + "g")
    )
    if len(rows) == 1 and lower:
        return str(rows[0][0])
    if rows:
        raise GuideError("Several items begin so.", "Give more of the id; `unmuted items` shows it.")
    raise GuideError("There is no such item.", "`unmuted items` lists what there is.")


def _read(
    store: Store,
    column: str,
    names: Sequence[str],
    archived: bool | None,
    order: str,
    limit: int | None = None,
    offset: int = 0,
) -> list[Item]:
    sql = _ITEM.format(
        where=f"{column} IN ({', '.join('?' * len(names))})",
        having="" if archived is None else f"WHERE coalesce(s.archived, 0) = {int(archived)}",
        order=ORDERS[order],
        limit=-1 if limit is None else int(limit),
        offset=int(offset),
    )
    return _items(store, store.query(sql, names))


def _items(store: Store, rows: list[Any]) -> list[Item]:
    found = []
    for id_, collection, fields, label, refs, at, day, versions, archived in rows:
        try:
            shaped = loads(fields), loads(refs)
        except Unreadable:
            store.set_aside(f"item {id_[:8]}")
            continue
        found.append(Item(id_, collection, shaped[0], label, shaped[1], at, day, versions, bool(archived)))
    return found


def item_versions(store: Store, item_id: str) -> list[ItemVersion]:
    """Every version of an item, oldest first."""
    rows = store.query(
        "SELECT v.fields, v.label, v.refs, v.at, v.day, e.id, v.step FROM items v "
        "JOIN entries e ON e.seq = v.entry WHERE v.item = ? ORDER BY v.rank",
        (item_id,),
    )
    return [ItemVersion(loads(fields), label, loads(refs), *rest) for fields, label, refs, *rest in rows]


def archive(store: Store, item_id: str, archived: bool = True) -> None:
    """Set an item aside, or take it back (`archived=False`). It is never deleted. Raises GuideError for no
    such item."""
    with store.writing() as connection:
        if connection.execute("SELECT 1 FROM items WHERE item = ?", (item_id,)).fetchone() is None:
            raise GuideError("There is no such item.", "It may have been taken back with its entry.")
        connection.execute("INSERT OR REPLACE INTO item_state VALUES (?, ?)", (item_id, int(archived)))


def markers(store: Store, marker: str | None = None) -> list[Marker]:
    """Dated events by their date, then by when they were noted; of one marker, or all."""
    where, values = ("WHERE m.marker = ?", (marker,)) if marker else ("", ())
    rows = store.query(
        "SELECT m.marker, m.date, m.precision, m.fields, m.label, m.at, e.id, m.step FROM markers m "
        f"JOIN entries e ON e.seq = m.entry {where} ORDER BY m.date, m.rank",
        values,
    )
    return [
        Marker(name, day, precision, loads(fields), *rest) for name, day, precision, fields, *rest in rows
    ]


_KEPT: Final = """
    SELECT k.value, k.at, coalesce((SELECT at_offset FROM answers WHERE entry = k.entry AND step = k.step
        AND at = k.at ORDER BY revision DESC LIMIT 1), e.started_offset), e.id, k.step, f.json
    FROM kept k JOIN entries e ON e.seq = k.entry
    LEFT JOIN steps s ON s.entry = k.entry AND s.step = k.step LEFT JOIN frozen f ON f.hash = s.frozen
    WHERE k.name = ? ORDER BY k.rank DESC LIMIT 1"""


def kept(store: Store, name: str) -> Kept | None:
    """The latest kept value of this name with its day and the step that asked for it; None when there is none."""
    for text, at, offset, id_, step, shown in store.query(_KEPT, (name,)):
        try:
            frozen = loads(shown) if shown else {}
            return Kept(loads(text), local_day(at, offset), at, id_, step, frozen)
        except Unreadable:
            store.set_aside(f"the value {name}")
    return None


def value(store: Store, name: str) -> Json | None:
    """The latest kept value of this name, or None. The caller knows the declared default."""
    rows = store.query("SELECT value FROM kept WHERE name = ? ORDER BY rank DESC LIMIT 1", (name,))
    return loads(rows[0][0]) if rows else None


_ANSWERS: Final = """
    SELECT e.id, a.revision, a.state, a.value, a.at, a.at_offset, a.frozen, a.digest,
        coalesce(s.frozen, a.frozen), e.ended_at
    FROM entries e JOIN answers a ON a.entry = e.seq AND a.step = ?1
    LEFT JOIN steps s ON s.entry = e.seq AND s.step = ?1
    WHERE e.exercise = ?2 AND e.ended_at >= ?3 AND e.started_at < ?4 AND e.trashed_at IS NULL
    ORDER BY e.ended_at, e.seq, a.revision"""


def answers_of(
    store: Store, exercise: str, step: str, *, since: str | None = None, until: str | None = None
) -> list[StepAnswer]:
    """The latest answer to one step in every ended entry of an exercise, oldest first; between the local days
    `since` and `until`. Steps shown alike share one `frozen` value.
    """
    latest: dict[str, StepAnswer] = {}
    given: dict[str, list[Any]] = {}
    shown: dict[str | None, dict[str, Json]] = {None: {}}
    # An entry may have been left open for long: what was answered lies between its beginning and its end, but for
    # what a clock set wrong, or steps answered after the end, put outside.
    for id_, revision, state, text, at, offset, given_to, check, hashed, ended in store.query(
        _ANSWERS, (step, exercise, shifted(since, -30) if since else "", shifted(until, 30) if until else "~")
    ):
        if digest(id_, step, revision, state, text, at, offset, given_to) != check:
            store.set_aside(f"answer {revision} to {step} in entry {id_[:8]}")
            continue
        if hashed not in shown:
            rows = store.query("SELECT json FROM frozen WHERE hash = ?", (hashed,))
            what = f"step {step} as shown in entry {id_[:8]}"
            shown[hashed] = thaw(store, hashed, rows[0][0] if rows else None, what) or {}
        # Later revisions come later, and take the place of the ones before; a correction keeps its day.
        given.setdefault(id_, []).append((state, at, offset))
        _, at, offset = given[id_][standing([one[:2] for one in given[id_]], ended)]
        latest[id_] = StepAnswer(state, loads(text), local_day(at, offset), at, id_, shown[hashed])
    return [one for one in latest.values() if one.day >= (since or "") and one.day <= (until or "~")]
