"""Edits of entries that have ended: a revision, what it feeds, and the way back, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guide.errors import GuideError
from guide.steps.base import Answer
from guide.store import entries, undoing
from guide.store.database import Store
from guide.store.pages import entry
from guide.store.records import EntryRecord, Feeds, Stamp
from guide.words.changing import DRAFT, IN_TRASH, IN_TRASH_REMEDY

Deriving = Callable[[EntryRecord], tuple[Feeds, Sequence[str]]]
"""The entry with its new answer -> what it feeds, and the answered steps that feed nothing."""


def revise(
    store: Store,
    entry_id: str,
    step_id: str,
    given: Answer,
    at: Stamp,
    derive: Deriving,
    *,
    typed: bool = False,
    undoes: int = 0,
) -> None:
    """Append a revision to a step of an entry that has ended, and let everything derived follow.

    `typed` leaves words that were typed there and are no answer yet. `undoes` is the change that this one takes
    back: it is then forgotten, and no new one noted. Raises GuideError for a draft, or an entry in the trash.
    """
    with store.writing() as connection:
        head = entries.head_of(connection, entry_id)
        if head.trashed:
            raise GuideError(IN_TRASH, IN_TRASH_REMEDY.format(id=entry_id[:8]))
        if not head.ended:
            raise GuideError(DRAFT)
        revision = entries.append(connection, head.seq, entry_id, step_id, given, at)
        if not typed:
            connection.execute("DELETE FROM typing WHERE entry = ? AND step = ?", (head.seq, step_id))
        connection.execute("UPDATE entries SET changed_at = ? WHERE seq = ?", (at.utc, head.seq))
        feeds, left_out = derive(entry(store, entry_id))
        entries.leave_out(connection, head, left_out)
        entries.derive(connection, head, feeds)
        if undoes:
            undoing.forget(connection, undoes)
        else:
            undoing.note(connection, undoing.EDIT, [head.seq], step_id, revision)
