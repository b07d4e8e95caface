"""Drafts: what is unfinished, and what nobody went on with."""

from __future__ import annotations

from guide.store.database import Store
from guide.store.pages import TYPED_AT, drafts
from guide.store.records import Stamp

__all__ = ["drafts", "drop_typing", "last_change", "set_aside_old"]


def set_aside_old(store: Store, before_utc: str) -> list[str]:
    """Ids of unended entries whose last change (typing included) is before this UTC moment, oldest first.

    The journal ends them as stopped, with what they feed, so that they go quietly to Review (care rule 21).
    Closed drafts are among them: nothing a person wrote may stay where no view shows it.
    """
    # Typing carries fractions of a second and entries do not: the first 19 characters are the common part.
    rows = store.query(
        "SELECT e.id FROM entries e WHERE e.ended_at IS NULL AND e.trashed_at IS NULL AND e.changed_at < ?1 "
        f"AND substr(max(e.changed_at, {TYPED_AT}), 1, 19) < substr(?1, 1, 19) "
        "ORDER BY e.changed_at, e.seq",
        (before_utc,),
    )
    return [row[0] for row in rows]


def last_change(store: Store, entry: str) -> Stamp:
    """When an entry was last answered or typed in; its offset is that of the latest answer, else of its beginning."""
    rows = store.query(
        f"SELECT substr(max(e.changed_at, {TYPED_AT}), 1, 19) || 'Z', coalesce((SELECT at_offset FROM answers "
        "WHERE entry = e.seq ORDER BY at DESC LIMIT 1), e.started_offset) FROM entries e WHERE e.id = ?",
        (entry,),
    )
    return Stamp(*rows[0])


def drop_typing(store: Store, entry: str, step: str) -> None:
    """Forget what was being typed at one step."""
    with store.writing(counted=False) as connection:
        connection.execute(
            "DELETE FROM typing WHERE entry = (SELECT seq FROM entries WHERE id = ?) AND step = ?",
            (entry, step),
        )
