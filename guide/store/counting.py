"""Small questions that need no rows: how many, and since when."""

from __future__ import annotations

from guide.store.database import Store


def item_count(store: Store, collection: str) -> int:
    """How many items of a collection are in use (archived ones are not)."""
    rows = store.query(
        "SELECT count(DISTINCT v.item) FROM items v LEFT JOIN item_state s ON s.item = v.item "
        "WHERE v.collection = ? AND coalesce(s.archived, 0) = 0",
        (collection,),
    )
    return int(rows[0][0])


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
