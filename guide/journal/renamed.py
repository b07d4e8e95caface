"""A draft whose pack renamed a step meanwhile: its answer goes on under the new name (`formerly:`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guide.journal.clock import Clock
from guide.steps.base import HIDDEN, Answer
from guide.store import entries, pages
from guide.store.database import Store
from guide.store.records import EntryRecord


def take_over(
    store: Store, entry: EntryRecord, steps: Sequence[Mapping[str, Any]], clock: Clock
) -> EntryRecord:
    """The draft with its answers, and what was being typed, under the names that the steps have today.

    The old name is left as hidden, so that one answer never feeds twice. An ended entry is not touched: it
    is read in the words and under the names of its own day.
    """
    known = {record.step: record for record in entry.steps}
    held = entries.held(store, entry.id)
    moves = [
        (place, step["id"], known[old])
        for place, step in enumerate(steps)
        for old in step.get("formerly", [])
        if old in known and step["id"] not in known and (known[old].latest is not None or old in held)
    ]
    if entry.how is not None or store.readonly or not moves:
        return entry
    for place, name, record in moves:
        latest = record.latest
        if latest is not None and latest.state == HIDDEN:
            continue
        entries.keep_step(store, entry.id, name, place, {**record.frozen, "id": name})
        if latest is not None:
            entries.answer(store, entry.id, name, latest, clock(), cursor=entry.cursor)
        if record.step in held:
            entries.hold(store, entry.id, name, held[record.step])
        entries.answer(store, entry.id, record.step, Answer(HIDDEN), clock(), cursor=entry.cursor)
        if entry.cursor == record.step:
            entries.set_cursor(store, entry.id, name)
    return pages.entry(store, entry.id)
