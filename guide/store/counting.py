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


def first_day(store: Store, exercise: str) -> str:
    """The local day (ISO) on which an exercise was first ended, or an empty text."""
    rows = store.query(
        "SELECT min(ended_day) FROM entries WHERE exercise = ? AND ended_at IS NOT NULL AND trashed_at IS NULL",
        (exercise,),
    )
    return str(rows[0][0] or "")
