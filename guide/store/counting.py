"""Small questions that need no rows: whether there are any, how many, and since when."""

from __future__ import annotations

from collections.abc import Sequence

from guide.store.database import Store


def any_item(store: Store, collections: Sequence[str], *, aside: bool = False) -> bool:
    """Whether one of these collections has an item in use, or one that is set `aside`. Costs the same for ever."""
    rows = store.query(
        "SELECT EXISTS (SELECT 1 FROM items v LEFT JOIN item_state s ON s.item = v.item "
        f"WHERE v.collection IN ({', '.join('?' * len(collections))}) AND coalesce(s.archived, 0) = {int(aside)})",
        collections,
    )
    return bool(rows[0][0])


def item_counts(store: Store) -> dict[str, tuple[int, int]]:
    """For each collection that holds something: how many items are in use, and how many are set aside."""
    rows = store.query(
        "SELECT v.collection, count(*), sum(coalesce(s.archived, 0)) "
        "FROM (SELECT DISTINCT collection, item FROM items) v LEFT JOIN item_state s ON s.item = v.item "
        "GROUP BY v.collection ORDER BY v.collection"
    )
    return {name: (every - aside, aside) for name, every, aside in rows}


def first_day(store: Store, exercise: str) -> str:
    """The local day (ISO) on which an exercise was first ended, or an empty text."""
    rows = store.query(
        "SELECT min(ended_day) FROM entries WHERE exercise = ? AND ended_at IS NOT NULL AND trashed_at IS NULL",
        (exercise,),
    )
    return str(rows[0][0] or "")
