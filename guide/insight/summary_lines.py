"""The lines of each section of the page for a prescriber, from plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from guide.insight.dates import parse_day
from guide.insight.feelings import Grid, RowCount, grid_counts
from guide.insight.markers import starts
from guide.insight.muted import ENOUGH_DAYS
from guide.insight.summary import Answered, Facts, Medicine, Room, Sides
from guide.insight.summary_numbers import based, day_of, measures, mood, numbers, one_line
from guide.insight.texts import counted, number
from guide.insight.timeline import when_words
from guide.insight.values import Marker
from guide.words import summary as words

QUESTIONS: Final = 3
MOST_WORDS: Final = 6
"""Feelings named in one line."""


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
    """The first change and the latest ones; those between are counted."""
    events = sorted(one.events, key=lambda event: (starts(event), len(event.date)))
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
    what, when = _bare(event.label, room), when_words(event.date, facts.today)
    return words.EVENT.format(what=what, when=when) if what else when


def last_change(facts: Facts, room: Room) -> str:
    """The latest dated change of any medicine, named; empty when there is none."""
    dated = [(starts(event), one.name, event) for one in facts.medicine for event in one.events]
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


def feelings(facts: Facts, room: Room) -> Iterator[str]:
    """Which feelings were muted most often, and which came through, of the times with an occasion."""
    for one in facts.feelings[: room.series]:
        grid = grid_counts(one.notes)
        base = based(grid.notes, grid.days)
        if not grid.notes:
            continue
        if not grid.enough:
            yield words.WORDS_FEW.format(base=base)
            continue
        said = [*most_often(grid), *(_through(grid) if one.ours else ())]
        rests = words.OCCASIONS if one.ours else words.OCCASIONS_PLAIN
        yield " ".join([*said, rests.format(base=base)] if said else [words.OCCASIONS_NONE.format(base=base)])


def most_often(grid: Grid) -> Iterator[str]:
    """For each thing that columns count, the feelings it was noted of most often."""
    names = {told.name: told.what for row in grid.rows for told in row.told}
    for name, what in names.items():
        found = [(row, told.n) for row in grid.rows for told in row.told if told.name == name and told.n]
        if found:
            yield words.MOST_OFTEN.format(what=what[:1].upper() + what[1:], words=_ranked(found))


def _through(grid: Grid) -> Iterator[str]:
    counted_of = [(row, row.occasions - sum(told.n for told in row.told)) for row in grid.rows]
    found = [(row, n) for row, n in counted_of if n > 0 and row.told]
    if found:
        yield words.THROUGH_MOST.format(words=_ranked(found))


def _ranked(found: Sequence[tuple[RowCount, int]]) -> str:
    ranked = sorted(found, key=lambda pair: (-pair[1], pair[0].occasions))[:MOST_WORDS]
    return ", ".join(words.OF.format(text=row.text, n=n, of=row.occasions) for row, n in ranked)


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
