"""The last seven days as plain values and lines: the latest log of each day, and what got through (care rule 29).

It goes by roles, so it knows no pack: the exercise that is the quick log, its steps for side, strength and mood,
and the collections of what got through. Of several logs on one day the latest stands there and the others are
not mentioned: a count would be a total. Review has all of them.
"""

from __future__ import annotations

from typing import NamedTuple

from guide.insight.dates import parse_day
from guide.journal.journal import Journal
from guide.journal.shown import in_short
from guide.steps import KINDS
from guide.steps.base import Json
from guide.store import derived, pages
from guide.store.records import Item
from guide.words import week as words
from guide.words.home import SAVED_JOIN

SPAN = 7  # days, today among them
_GAP = "  "
"""Between the day, its log, and what got through."""


class Part(NamedTuple):
    """One answer of a log: its state, its value when that is "given", and how it reads in the line."""

    state: str
    value: Json
    words: str


class Day(NamedTuple):
    """One local day (ISO) with the answers of its log, None where nothing was noted, and what got through."""

    day: str
    side: Part | None = None
    strength: Part | None = None
    mood: Part | None = None
    got_through: tuple[str, ...] = ()


def week(journal: Journal) -> list[Day]:
    """The last seven days, oldest first, today last."""
    today = journal.clock().day
    days = [pages.shifted(today, back) for back in range(1 - SPAN, 1)]
    logs, through = _logs(journal, days[0]), _through(journal, days[0])
    return [
        Day(day, **_parts(journal, logs[day]) if day in logs else {}, got_through=tuple(through.get(day, ())))
        for day in days
    ]


def lines(journal: Journal) -> list[str]:
    """The same as seven lines: "Tue  both 7, mood 4  laughed at the cat". A day without a note is its name."""
    return [line(day) for day in week(journal)]


def line(day: Day) -> str:
    """One day as a line."""
    date = parse_day(day.day)
    name = words.DAYS[date.weekday()] if date is not None else day.day
    side, strength, mood = (part.words if part is not None else "" for part in day[1:4])
    flat = " ".join(filter(None, (_small(side), strength)))
    log = SAVED_JOIN.join(filter(None, (flat, mood)))
    through = "; ".join(" ".join(one.split()) for one in day.got_through)
    return _GAP.join(filter(None, (name, log, through)))


def _small(text: str) -> str:
    """An answer in the middle of a line: its first letter small, unless it is a word by itself, such as I."""
    return text[:1].lower() + text[1:] if text[1:2].isalpha() else text


def _logs(journal: Journal, since: str) -> dict[str, str]:
    """Local day to the entry that is its latest log."""
    exercise = journal.library.with_role("quick-log")
    if exercise is None:
        return {}
    pack = exercise.ref.partition("/")[0]
    names = [exercise.ref, *(f"{pack}/{name}" for name in exercise.data.get("formerly", []))]
    rows = [
        row for name in names for row in pages.page(journal.store, exercise=name, since=since, limit=1000)
    ]
    return {row.day: row.id for row in sorted(rows, key=lambda row: row.ended_at)}


def _parts(journal: Journal, entry: str) -> dict[str, Part]:
    """The answers of a log by the roles of its steps; what was left open or fell away is not there."""
    record = pages.entry(journal.store, entry)
    found = {}
    for step in record.steps:
        role, answer = step.frozen.get("role"), step.latest
        known = role in ("side", "strength", "mood") and step.frozen.get("kind") in KINDS
        if known and answer is not None and answer.answered and step.step not in record.left_out:
            found[str(role)] = Part(answer.state, answer.value, in_short(step.frozen, answer))
    return found


def _through(journal: Journal, since: str) -> dict[str, list[str]]:
    """Local day to what got through on it, in the order in which it was written."""
    found: dict[str, list[str]] = {}
    names = journal.library.named_by_role("collections", "got-through")
    items = [item for name in names for item in derived.items(journal.store, name, order="oldest")]
    for item in items:
        if item.day >= since:
            found.setdefault(_written(journal, item), []).append(item.label)
    return found


def _written(journal: Journal, item: Item) -> str:
    """The day an item was first written: words that were changed later belong to the day they are about."""
    return item.day if item.versions == 1 else derived.item_versions(journal.store, item.id)[0].day
