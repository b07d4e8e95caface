"""The home screen as plain values: doors, one suggestion and why, what is unfinished, what to know."""

from __future__ import annotations

from typing import NamedTuple

from guide import settings
from guide.insight import upkeep
from guide.insight.rules import Exercise
from guide.insight.values import Marker, Point
from guide.journal import clock as clock_
from guide.journal import origin
from guide.journal.beneath import Beneath, beneath
from guide.journal.journal import Journal, full_name
from guide.steps.choice import kept_option
from guide.store import counting, derived, pages
from guide.store.records import Row

CARD_READ = "card-read"
NOT_NOW = "not-now"
_HISTORY_DAYS = 35  # the longest span a `per` looks back, with some room


class Shown(NamedTuple):
    """An exercise in a list: `times` done, `last` local day or empty.

    `group` is the title of the door that somebody else's pack gives it; our own doors are doors of home.
    """

    ref: str
    title: str
    minutes: int | None
    purpose: str
    times: int
    last: str
    ours: bool
    group: str = ""


class Door(NamedTuple):
    """A door of the home screen with what stands behind it; `ours` is false for somebody else's pack."""

    id: str
    title: str
    exercises: list[Shown]
    ours: bool


class Next(NamedTuple):
    """The one suggested thing, why, and the name of the rule that was used; `origin` says whose it is when not ours."""

    ref: str
    title: str
    minutes: int | None
    reason: str
    rule: str
    origin: str = ""


class Home(NamedTuple):
    """All that the home screen shows. `first` is true until the first card was read; `hour` is local; `beneath` is
    the one line that may stand under it all."""

    first: bool
    doors: list[Door]
    next: Next | None
    drafts: list[Row]
    notices: list[str]
    troubles: list[str]
    quick_log: str
    hour: int
    night: bool
    beneath: Beneath | None = None


def home(journal: Journal) -> Home:
    """The home screen now."""
    counts = pages.counts(journal.store)
    hour = clock_.hour(journal.clock())
    log = journal.library.with_role("quick-log")
    return Home(
        first=not journal.state(CARD_READ),
        doors=doors(journal, counts),
        next=suggestion(journal, counts),
        drafts=journal.drafts(),
        notices=journal.notices,
        troubles=journal.library.troubles,
        quick_log=log.ref if log else "",
        hour=hour,
        night=upkeep.in_night(hour, night_hours(journal)),
        beneath=beneath(journal, counts),
    )


def doors(journal: Journal, counts: dict[str, tuple[int, str]]) -> list[Door]:
    """Our doors in their order, empty ones too, then a door for each pack by somebody else."""
    library = journal.library
    ours = {name: Door(name, title, [], True) for name, title in library.doors()}
    others: dict[str, Door] = {}
    for exercise in library.exercises():
        times, last = counts.get(exercise.ref, (0, ""))
        pack = exercise.ref.split("/")[0]
        inside = exercise.ours and exercise.door in ours
        shown = Shown(
            exercise.ref, exercise.title, exercise.minutes, exercise.purpose, times, last, exercise.ours,
            "" if inside else library.door_title(pack, exercise.door),
        )  # fmt: skip
        if inside:
            ours[exercise.door].exercises.append(shown)
        else:
            door = others.setdefault(pack, Door(pack, library.title(pack), [], exercise.ours))
            door.exercises.append(shown)
    for door in others.values():
        order = library.door_order(door.id)
        door.exercises.sort(key=lambda one: order.index(one.group) if one.group in order else len(order))
    return [*ours.values(), *others.values()]


def first_behind(journal: Journal, door: Door, quick_log: str = "") -> str:
    """What somebody who has written nothing begins with behind a door; empty when nothing stands there.

    The quick log when it stands there; else the first exercise as declared, or what stands at the beginning of the
    chain that makes what it needs.
    """
    refs = [one.ref for one in door.exercises]
    if quick_log in refs:
        return quick_log
    for ref in refs:
        one = journal.library.find(ref)
        seen = {one.ref}
        while journal.lacking(one) is not None and (maker := journal.made_by(one)) and maker.ref not in seen:
            one = maker
            seen.add(one.ref)
        if journal.lacking(one) is None:
            return one.ref
    return ""


def by_group(exercises: list[Shown]) -> list[tuple[str, Shown]]:
    """Each exercise with the heading that stands above it: a group's title at its first one, else nothing."""
    before = ["", *(one.group for one in exercises)]
    return [
        (one.group if one.group != last else "", one) for one, last in zip(exercises, before, strict=False)
    ]


def card_read(journal: Journal) -> None:
    """The first card was read; it is not shown again."""
    journal.set_state(CARD_READ, True)


def not_now(journal: Journal, ref: str) -> None:
    """Do not suggest this again today. Always fine."""
    day = journal.clock().day
    journal.set_state(NOT_NOW, {"day": day, "refs": [*_declined(journal, day), ref]})


def _declined(journal: Journal, day: str) -> list[str]:
    kept = journal.state(NOT_NOW)
    return list(kept["refs"]) if isinstance(kept, dict) and kept.get("day") == day else []


def suggestion(journal: Journal, counts: dict[str, tuple[int, str]]) -> Next | None:
    """One suggested next thing, from the packs' own `suggest` hints alone, or None."""
    stamp = journal.clock()
    exercises = [
        Exercise(one.ref, one.title, one.minutes, one.data.get("suggest", {}), one.data.get("needs", {}))
        for one in journal.library.exercises()
    ]
    history, finished = _history(journal, counts, stamp.day)
    begun = {draft.exercise for draft in journal.drafts()}  # home offers to go on with those already
    found = upkeep.suggest(
        exercises,
        history,
        _values(journal),
        _collections(journal),
        stamp.day,
        clock_.hour(stamp),
        series=_series(journal, stamp.day),
        markers=_markers(journal),
        titles=_titles(journal),
        defaults=_defaults(journal),
        declined={*_declined(journal, stamp.day), *begun},
        finished=finished,
        night=night_hours(journal),
    )
    if found is None:
        return None
    minutes = int(found.minutes) if found.minutes is not None else None
    return Next(
        found.ref, found.title, minutes, found.why, found.rule, origin.of_pack(journal.library, found.ref)
    )


def night_hours(journal: Journal) -> tuple[int, int]:
    """The local hours from and until which only short things are suggested; from settings (care rule 28)."""
    found = settings.load(journal.places)
    return int(found.get("night-from", upkeep.NIGHT[0])), int(found.get("night-to", upkeep.NIGHT[1]))


def _history(
    journal: Journal, counts: dict[str, tuple[int, str]], today: str
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Days each exercise was done (all recent ones, the first and last of those before); days it came to its end."""
    since = pages.shifted(today, -_HISTORY_DAYS)
    history: dict[str, list[str]] = {}
    finished: dict[str, list[str]] = {}
    for ref, (_, last) in counts.items():
        recent = pages.page(journal.store, exercise=ref, since=since, limit=400)
        first = counting.first_day(journal.store, ref)
        history[ref] = sorted({first, last} - {""} - {row.day for row in recent}) + [
            row.day for row in recent
        ]
        finished[ref] = [row.day for row in recent if row.how == "finished"]
    return history, finished


def _values(journal: Journal) -> dict[str, object]:
    """What the person gave, by full name."""
    names = (
        f"{pack}/{name}" for pack, data in journal.library.packs.items() for name in data.get("values", {})
    )
    found = ((name, kept_option(derived.value(journal.store, name))) for name in names)
    return {name: value for name, value in found if value}


def _defaults(journal: Journal) -> dict[str, str]:
    """What packs declare for the time before a value is given, by full name."""
    return {
        f"{pack}/{name}": journal.library.say(pack, declared.get("default"))
        for pack, data in journal.library.packs.items()
        for name, declared in data.get("values", {}).items()
    }


def _collections(journal: Journal) -> dict[str, bool]:
    """Whether each collection holds something."""
    return {
        full_name(pack, name): counting.any_item(journal.store, [full_name(pack, name)])
        for pack, data in journal.library.packs.items()
        for name in data.get("collections", {})
    }


def _series(journal: Journal, today: str) -> dict[str, list[Point]]:
    """Recent points of the series that some `after:` looks at."""
    wanted = {
        full_name(one.ref.split("/")[0], after["series"])
        for one in journal.library.exercises()
        if "series" in (after := one.data.get("suggest", {}).get("after", {}))
    }
    since = pages.shifted(today, -_HISTORY_DAYS)
    return {
        name: [Point(*point) for point in derived.points(journal.store, name, since=since)] for name in wanted
    }


def _markers(journal: Journal) -> dict[str, list[Marker]]:
    """The dated events that some `after:` looks at."""
    wanted = {
        full_name(one.ref.split("/")[0], after["marker"])
        for one in journal.library.exercises()
        if "marker" in (after := one.data.get("suggest", {}).get("after", {}))
    }
    return {
        name: [Marker(one.date, one.precision, one.label) for one in derived.markers(journal.store, name)]
        for name in wanted
    }


def _titles(journal: Journal) -> dict[str, str]:
    return {
        f"{pack}/{name}": journal.library.say(pack, one["title"])
        for pack, data in journal.library.packs.items()
        for group in ("series", "collections", "markers", "values")
        for name, one in data.get(group, {}).items()
    }
