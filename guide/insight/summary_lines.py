"""The lines of each section of the page for a prescriber, from plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from guide.insight.dates import parse_day
from guide.insight.markers import starts
from guide.insight.muted import ENOUGH_DAYS
from guide.insight.summary import Answered, Facts, Medicine, Room, Sides
from guide.insight.summary_feelings import feelings
from guide.insight.summary_numbers import based, day_of, measures, mood, numbers, one_line
from guide.insight.texts import counted, number
from guide.insight.timeline import when_words
from guide.insight.values import Marker
from guide.words import summary as words

QUESTIONS: Final = 3


def say(facts: Facts, room: Room) -> Iterator[str]:
    """The one sentence, and up to three questions."""
    for text in facts.sentence[:1]:
        yield words.QUOTED.format(words=one_line(text, room))
    for place, text in enumerate(facts.questions[:QUESTIONS], 1):
        yield words.QUESTION.format(n=place, words=one_line(text, room))


def medicine(facts: Facts, room: Room) -> Iterator[str]:
    """Every medicine with its doses and dates, what else is taken, and what is not noted."""
    there = [one for one in facts.medicine if one.events]
    shown = there[: room.medicines]
    for one in shown:
        yield words.MEDICINE_LINE.format(
            name=one_line(one.name, room), events="; ".join(_events(one, facts, room))
        )
    if not there:
        yield words.MEDICINE_NONE
    if len(there) > len(shown):
        yield counted(len(there) - len(shown), words.MEDICINE_MORE)
    other = " ".join(_taken(facts, room))
    if other:
        yield other


def _taken(facts: Facts, room: Room) -> Iterator[str]:
    """What else is taken, whether it is taken as prescribed, and which of these is not noted here."""
    for answer in facts.substances[: room.series]:
        yield words.SUBSTANCES.format(words=_bare(answer.words, room), day=day_of(answer.day, facts))
    yield from _answers(facts.taking[: room.series], facts, room)
    for guess in facts.not_taken[:1]:
        yield words.NOT_TAKEN.format(n=number(guess.days), day=day_of(guess.day, facts))
    lacking = [words.NOT_TAKING] if not facts.taking else []
    lacking += [words.NOT_SUBSTANCES] if not facts.substances else []
    if lacking:
        yield words.NOT_NOTED.format(what="; ".join(lacking))


def _events(one: Medicine, facts: Facts, room: Room) -> Iterator[str]:
    """The first change and the latest ones, those between counted; then what was noted without a date."""
    dated = sorted(filter(starts, one.events), key=lambda event: (starts(event), len(event.date)))
    yield from _dated(dated, facts, room)
    undated = [event for event in one.events if not starts(event)]
    yield from (event_words(event, facts, room) for event in undated[: room.events])
    if len(undated) > room.events:
        yield counted(len(undated) - room.events, words.MORE_UNDATED)


def _dated(events: list[Marker], facts: Facts, room: Room) -> Iterator[str]:
    left = len(events) - room.events
    if left <= 0:
        yield from (event_words(event, facts, room) for event in events)
        return
    if room.events > 1:
        yield event_words(events[0], facts, room)
        yield counted(left, words.BETWEEN)
    yield from (event_words(event, facts, room) for event in events[len(events) - max(1, room.events - 1) :])
    if room.events == 1:
        yield counted(left, words.EARLIER)


def event_words(event: Marker, facts: Facts, room: Room) -> str:
    """One change with its date, as exact as it is known."""
    what = _bare(event.label, room)
    when = when_words(event.date, facts.today) if starts(event) else words.UNDATED
    return words.EVENT.format(what=what, when=when) if what else when


def last_change(facts: Facts, room: Room) -> str:
    """The latest dated change of any medicine, named; empty when there is none."""
    dated = [
        (starts(event), one.name, event) for one in facts.medicine for event in one.events if starts(event)
    ]
    if not dated:
        return ""
    _, name, event = max(dated, key=lambda found: (found[0], -len(found[2].date)))
    return f"{one_line(name, room)} {event_words(event, facts, room)}"


def flatness(facts: Facts, room: Room) -> Iterator[str]:
    """When it began, beside the last change; which side was muted; how much, as noted."""
    yield " ".join(_began(facts, room))
    for side in facts.sides[: room.series]:
        yield from _sides(side, facts, room)
    for scale in facts.flatness[: room.series]:
        yield from numbers(scale, facts)


def _began(facts: Facts, room: Room) -> Iterator[str]:
    when = when_words(facts.since, facts.today) if facts.since else ""
    yield words.SINCE.format(when=when) if when else words.SINCE_NONE
    change = last_change(facts, room)
    if change:
        yield words.LAST_CHANGE.format(event=change)
    if change and when:
        yield words.SHIFTS
    yield from _answers(facts.before[: room.series], facts, room)


def _sides(side: Sides, facts: Facts, room: Room) -> Iterator[str]:
    found = counted_sides(side, facts)
    if found.notes:
        said = {"asked": asked(side.asked, room), "base": based(found.notes, found.days)}
        text = words.SIDES if found.enough else words.SIDES_FEW
        yield text.format(counts=sides_words(found), **said)


class Counted(NamedTuple):
    """On how many days each answer was given, in the order of the options, and what that rests on."""

    counts: tuple[tuple[str, int], ...]
    notes: int
    days: int
    enough: bool


def counted_sides(side: Sides, facts: Facts) -> Counted:
    """Days by answer, within the days of the page. A day with several answers counts under each."""
    inside = [note for note in side.notes if parse_day(note.day) and facts.first <= note.day <= facts.last]
    by_option: dict[str, set[str]] = {option.id: set() for option in side.options}
    for note in inside:
        by_option.setdefault(note.option, set()).add(note.day)
    texts = {option.id: option.text for option in side.options}
    counts = tuple((texts.get(name, name), len(found)) for name, found in by_option.items() if found)
    days = len({note.day for note in inside})
    return Counted(counts, len(inside), days, days >= ENOUGH_DAYS)


def sides_words(found: Counted) -> str:
    """The answers that were given, each with its days."""
    return "; ".join(words.COUNT.format(text=text, n=n) for text, n in found.counts)


def _own(name: str) -> Callable[[Facts, Room], Iterator[str]]:
    """The lines of a section that is a list of a person's own words."""

    def lines(facts: Facts, room: Room) -> Iterator[str]:
        said: tuple[str, ...] = getattr(facts, name)
        shown = [one_line(text, room) for text in said[: room.items]]
        shown += [counted(len(said) - room.items, words.MORE)] if len(said) > room.items else []
        yield from ["; ".join(shown)] if room.joined and shown else shown

    return lines


def effects(facts: Facts, room: Room) -> Iterator[str]:
    """What else was noticed: sleep, restlessness, sexual effects; only when let in."""
    yield from _answers(facts.effects[: room.series], facts, room)


def _answers(found: Iterable[Answered], facts: Facts, room: Room) -> Iterator[str]:
    for one in found:
        yield words.ANSWERED.format(
            question=asked(one.question, room), words=_bare(one.words, room), day=day_of(one.day, facts)
        )


def asked(text: str, room: Room) -> str:
    """A question of a pack, to stand in quotes before a question mark."""
    return _bare(text, room).rstrip("?: ")


def _bare(text: str, room: Room) -> str:
    """Words inside a sentence of the page: without a full stop of their own."""
    return one_line(text, room).rstrip(".")


LINES: Final[Mapping[str, Callable[[Facts, Room], Iterator[str]]]] = {
    "say": say,
    "medicine": medicine,
    "flatness": flatness,
    "words": feelings,
    **{name: _own(name) for name in ("through", "costs", "glad", "want")},
    "mood": mood,
    "measures": measures,
    "effects": effects,
}
"""Section to its lines, in the order in which they stand on the page."""
