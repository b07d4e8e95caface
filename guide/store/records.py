"""The plain records that leave the store. Values in them are JSON-able; nothing in them knows SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from guide.steps.base import Answer, Json

# What answers feed: (what, data) pairs, what = point, item, marker, value or use, or {what: [data, ...]}.
Feeds = Iterable[tuple[str, Mapping[str, Json]]] | Mapping[str, Iterable[Mapping[str, Json]]]


class Stamp(NamedTuple):
    """A moment: UTC as ISO text in seconds (`2026-11-23T19:30:05Z`), and the local offset in minutes."""

    utc: str
    offset: int = 0

    @property
    def day(self) -> str:
        """The local date, ISO. What a person calls "that day"."""
        return local_day(self.utc, self.offset)


def local_day(utc: str, offset: int) -> str:
    """The local date of a UTC moment. Unreadable or out-of-range moments give their own first ten
    characters."""
    try:
        # Most moments do not change their date, and views ask for thousands.
        if 0 <= int(utc[11:13]) * 60 + int(utc[14:16]) + offset < 24 * 60:
            return utc[:10]
        from datetime import datetime, timedelta

        return (datetime.fromisoformat(utc[:19]) + timedelta(minutes=offset)).date().isoformat()
    except (ValueError, OverflowError):
        return utc[:10]


QUESTION, ANSWER = "question", "answer"


class StepRecord(NamedTuple):
    """One step of an entry: as it was shown, and every answer to it, oldest first.

    A step that was never shown (not reached, hidden from the start) has an empty `frozen` and stands last.
    `asked` holds, by the place in `answers`, the step as it was shown for an answer that was given to other
    words than `frozen` has. `lost` names what cannot be read: QUESTION, ANSWER.
    """

    step: str
    position: int
    frozen: dict[str, Json]
    answers: list[tuple[Answer, Stamp]]
    asked: Mapping[int, dict[str, Json]] = {}
    lost: tuple[str, ...] = ()

    @property
    def latest(self) -> Answer | None:
        """The answer that counts, or None."""
        return self.answers[-1][0] if self.answers else None


class EntryRecord(NamedTuple):
    """One walk through one exercise. `how` is finished or stopped, None for a draft; `cursor` the step to
    go on at."""

    id: str
    exercise: str
    pack_version: str
    exercise_hash: str
    title: str
    language: str
    started: Stamp
    ended: Stamp | None
    how: str | None
    cursor: str | None
    trashed: str | None
    steps: list[StepRecord]
    left_out: list[str]


class Row(NamedTuple):
    """One line of a list of entries. For a draft, `ended_at` is its last change and `how` is empty.

    `key` is handed back to `page(before=...)` for the lines after this one.
    """

    id: str
    exercise: str
    title: str
    ended_at: str
    day: str
    how: str
    first_words: str
    key: str


class Point(NamedTuple):
    """One number of a series, or a state of its own (`value` is then None)."""

    item: str
    state: str
    value: float | int | None
    n: int
    at: str
    day: str
    entry: str
    step: str


class Item(NamedTuple):
    """An item as it stands now. `at` is its latest version's moment."""

    id: str
    collection: str
    fields: dict[str, Json]
    label: str
    refs: list[str]
    at: str
    day: str
    versions: int
    archived: bool


class ItemVersion(NamedTuple):
    """One version of an item, and the entry and step that made it."""

    fields: dict[str, Json]
    label: str
    refs: list[str]
    at: str
    day: str
    entry: str
    step: str


class Marker(NamedTuple):
    """A dated event. `date` is ISO and may be YYYY-MM or YYYY; `precision` says day, month or year."""

    marker: str
    date: str
    precision: str
    fields: dict[str, Json]
    label: str
    at: str
    entry: str
    step: str


class Kept(NamedTuple):
    """The latest of one answer, kept as a value: the local day of the answer, and the step as it was shown."""

    value: Json
    day: str
    at: str
    entry: str
    step: str
    frozen: Mapping[str, Any]


class StepAnswer(NamedTuple):
    """The latest answer to one step of one ended entry, with the step as it was shown (shared: do not
    change it)."""

    state: str
    value: Json
    day: str
    at: str
    entry: str
    frozen: Mapping[str, Any]
