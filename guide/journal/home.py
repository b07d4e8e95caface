"""The home screen as plain values: doors, one suggestion and why, what is unfinished, what to know."""

from __future__ import annotations

from typing import NamedTuple


from guide.journal import clock as clock_
from guide.journal.journal import Journal, full_name
from guide.store import derived, pages
from guide.store.records import Row

CARD_READ = "card-read"
NOT_NOW = "not-now"


class Shown(NamedTuple):
    """An exercise in a list: `times` done, `last` local day or empty."""

    ref: str
    title: str
    minutes: int | None
    purpose: str
    times: int
    last: str
    ours: bool


class Door(NamedTuple):
    """A door of the home screen with what stands behind it."""

    id: str
    title: str
    exercises: list[Shown]


class Next(NamedTuple):
    """The one suggested thing, why, and the rule that was used."""

    ref: str
    title: str
    minutes: int | None
    reason: str


class Home(NamedTuple):
    """All that the home screen shows. `first` is true until the first card was read."""

    first: bool
    doors: list[Door]
    next: Next | None
    drafts: list[Row]
    notices: list[str]
    troubles: list[str]
    quick_log: str
    hour: int


def home(journal: Journal) -> Home:
    """The home screen now."""
    counts = pages.counts(journal.store)
    doors = [Door(name, title, []) for name, title in journal.library.doors()]
    by_id = {door.id: door for door in doors}
    others: dict[str, Door] = {}
    for exercise in journal.library.exercises():
        times, last = counts.get(exercise.ref, (0, ""))
        shown = Shown(exercise.ref, exercise.title, exercise.minutes, exercise.purpose, times, last, exercise.ours)
        if exercise.ours and exercise.door in by_id:
            by_id[exercise.door].exercises.append(shown)
        else:
            pack = exercise.ref.split("/")[0]
            door = others.setdefault(pack, Door(pack, journal.library.say(pack, journal.library.packs[pack]["title"]), []))
            door.exercises.append(shown)
    log = journal.library.with_role("quick-log")
    return Home(
        first=not journal.state(CARD_READ),
        doors=[door for door in doors if door.exercises] + list(others.values()),
        next=suggestion(journal, counts),
        drafts=journal.drafts(),
        notices=journal.notices,
        troubles=journal.library.troubles,
        quick_log=log.ref if log else "",
        hour=clock_.hour(journal.clock()),
    )


def card_read(journal: Journal) -> None:
    """The first card was read; it is not shown again."""
    journal.set_state(CARD_READ, True)


def not_now(journal: Journal, ref: str) -> None:
    """Do not suggest this again today. Always fine."""
    day = journal.clock().day
    declined = journal.state(NOT_NOW) or {}
    journal.set_state(NOT_NOW, {**{key: value for key, value in declined.items() if value == day}, ref: day})


def suggestion(journal: Journal, counts: dict[str, tuple[int, str]] | None = None) -> Next | None:
    """One suggested next thing, from the packs' own `suggest` hints alone."""
    return None


__all__ = ["Door", "Home", "Next", "Shown", "card_read", "derived", "full_name", "home", "not_now", "suggestion"]
