"""Entries for tests of the store: two steps, one number and one text, and what they feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guide.steps.base import Answer, Json
from guide.store import derived, entries
from guide.store.database import Store
from guide.store.records import EntryRecord, Stamp

LEVEL: dict[str, Json] = {
    "id": "level",
    "kind": "scale",
    "prompt": "How flat?",
    "range": {"min": 0, "max": 10},
}
NOTE: dict[str, Json] = {"id": "note", "kind": "short", "prompt": "What was the day like?"}

Pairs = list[tuple[str, Mapping[str, Json]]]


def stamp(minute: int = 0, offset: int = 60) -> Stamp:
    """The frozen clock: minutes after noon (UTC) of 23 November 2026."""
    return Stamp(f"2026-11-{23 + minute // 720:02}T{12 + minute % 720 // 60:02}:{minute % 60:02}:00Z", offset)


def begin(store: Store, at: Stamp | None = None, exercise: str = "core/log", steps: bool = True) -> str:
    entry = entries.begin(
        store,
        exercise=exercise,
        pack_version="1",
        exercise_hash="abc",
        title="Log",
        language="en",
        at=at or stamp(),
        declarations={"core/flatness": {"title": "Flatness"}},
    )
    for position, step in enumerate((LEVEL, NOTE) if steps else ()):
        entries.keep_step(store, entry, step["id"], position, step)
    return entry


def feeds_of(record: EntryRecord) -> Pairs:
    """A small stand-in for the model: the level is a point, the note an item, a marker and a value."""
    found: Pairs = []
    for step in record.steps:
        if step.latest is None or step.latest.state != "given":
            continue
        value, at = step.latest.value, step.answers[-1][1].utc
        item = f"item-{record.id}"
        if step.step == "level":
            point = {"series": "core/flatness", "item": item, "state": "given", "value": value, "n": 0}
            found.append(("point", {**point, "at": at, "step": "level"}))
            if value % 2:
                found += [("use", {"item": item, "at": at, "step": "level"})] * 2
        if step.step == "note":
            kept = {"at": at, "step": "note"}
            found.append(
                (
                    "item",
                    {"item": item, "collection": "core/facts", "fields": {"text": value}, "label": value}
                    | {"refs": ["x"]}
                    | kept,
                )
            )
            found.append(
                (
                    "marker",
                    {"marker": "core/day", "date": at[:7], "precision": "month", "fields": {}, "label": value}
                    | kept,
                )
            )
            found.append(("value", {"name": "core/word", "value": value} | kept))
    return found


def whole(
    store: Store, minute: int = 0, level: int = 7, note: str = "the cat", exercise: str = "core/log"
) -> str:
    """An entry that has ended."""
    at = stamp(minute)
    entry = begin(store, at, exercise)
    entries.answer(store, entry, "level", Answer("given", level), at, cursor="note")
    entries.answer(store, entry, "note", Answer("given", note), at, cursor=None)
    finish(store, entry, at)
    return entry


def finish(
    store: Store, entry: str, at: Stamp, states: Mapping[str, str] | None = None, left: Sequence[str] = ()
) -> None:
    entries.end(store, entry, "finished", at, states or {}, left, feeds_of(entries.entry(store, entry)))


def views(store: Store) -> list[Any]:
    """Everything the views read: two stores that agree here look the same to a person."""
    return [
        derived.points(store, "core/flatness"),
        [derived.items(store, "core/facts", archived=None, order=order) for order in derived.ORDERS],
        [derived.item_versions(store, item.id) for item in derived.items(store, "core/facts")],
        store.query("SELECT * FROM uses ORDER BY item, entry"),
        derived.markers(store),
        derived.value(store, "core/word"),
        entries.page(store),
        entries.page(store, words="cat"),
        entries.counts(store),
    ]
