"""The lines of each section of the page for a prescriber, from plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from guide.insight.dates import parse_day
from guide.insight.muted import ENOUGH_DAYS
from guide.insight.summary import Answered, Facts, Sides
from guide.insight.summary_feelings import feelings
from guide.insight.summary_medicine import last_change, medicines
from guide.insight.summary_numbers import (
    bare,
    based,
    day_of,
    in_notes,
    measures,
    mood,
    numbers,
    one_line,
    when_of,
)
from guide.insight.summary_rooms import ANSWER, ASKED, PACK, Room
from guide.insight.texts import counted, number, shortened
from guide.words import summary as words

QUESTIONS: Final = 3
ANSWERS: Final = 8
"""Answers of one choice that stand with their days; of more, those given on most days."""


def say(facts: Facts, room: Room) -> Iterator[str]:
    """The one sentence, and up to three questions."""
    for text in facts.sentence[:1]:
        yield words.QUOTED.format(words=one_line(text, room))
    for place, text in enumerate(facts.questions[:QUESTIONS], 1):
        yield words.QUESTION.format(n=place, words=one_line(text, room))
    yield from in_notes(len(facts.sentence[1:]) + len(facts.questions[QUESTIONS:]), room.items)


def medicine(facts: Facts, room: Room) -> Iterator[str]:
    """Every medicine with its doses and dates, what else is taken, and what is not noted."""
    yield from medicines(facts, room)
    other = " ".join(_taken(facts, room))
    if other:
        yield other


def _taken(facts: Facts, room: Room) -> Iterator[str]:
    """What else is taken, whether it is taken as prescribed, and on which of these nothing stands here: one sentence
    for what was not noted and for what was not let in, so that it does not tell which of the two it is."""
    for answer in facts.substances[: room.series]:
        yield words.SUBSTANCES.format(words=bare(answer.words, room), day=day_of(answer.day, facts))
    yield from _answers(facts.taking[: room.series], facts)
    for guess in facts.not_taken[:1]:
        yield words.NOT_TAKEN.format(n=number(guess.days), day=day_of(guess.day, facts))
    left = len(facts.substances[room.series :]) + len(facts.taking[room.series :]) + len(facts.not_taken[1:])
    yield from _more_answers(left)
    lacking = [words.NOT_TAKING] if not facts.taking and not facts.not_taken else []
    lacking += [words.NOT_SUBSTANCES] if not facts.substances else []
    if lacking:
        yield words.NOT_NOTED.format(what="; ".join(lacking))


def flatness(facts: Facts, room: Room) -> Iterator[str]:
    """When it began, beside the last change; which side was muted; how much, as noted."""
    yield " ".join(_began(facts, room))
    sides = [line for side in facts.sides for line in _sides(side, facts)]
    series = [line for scale in facts.flatness for line in numbers(scale, facts)]
    yield from (*sides[: room.series], *series[: room.series])
    yield from in_notes(len(sides[room.series :]) + len(series[room.series :]), room.series)


def _began(facts: Facts, room: Room) -> Iterator[str]:
    when = one_line(when_of(facts.since, facts), room) if facts.since else ""
    yield words.SINCE.format(when=when) if when else words.SINCE_NONE
    change = last_change(facts, room, words.LAST_CHANGE)
    if change:
        yield change
    if change and when:
        yield words.SHIFTS
    yield from _answers(facts.before[: room.series], facts)
    yield from _more_answers(len(facts.before[room.series :]))


def _sides(side: Sides, facts: Facts) -> Iterator[str]:
    found = counted_sides(side, facts)
    if found.notes:
        said = {"asked": asked(side.asked), "base": based(found.notes, found.days)}
        text = words.SIDES if found.enough else words.SIDES_FEW
        yield whose(text.format(counts=sides_words(found), **said), side.pack)


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
    most = sorted(range(len(found.counts)), key=lambda at: -found.counts[at][1])[:ANSWERS]
    shown = [found.counts[at] for at in sorted(most)]
    said = [words.COUNT.format(text=shortened(text, PACK), n=n) for text, n in shown]
    left = len(found.counts) - len(shown)
    return "; ".join([*said, counted(left, words.OTHER_ANSWERS)] if left else said)


def _own(name: str) -> Callable[[Facts, Room], Iterator[str]]:
    """The lines of a section that is a list of a person's own words."""

    def lines(facts: Facts, room: Room) -> Iterator[str]:
        said: tuple[str, ...] = getattr(facts, name)
        shown = [one_line(text, room) for text in said[: room.items]]
        shown += in_notes(len(said[room.items :]), room.items)
        yield from ["; ".join(shown)] if room.joined and shown else shown

    return lines


def effects(facts: Facts, room: Room) -> Iterator[str]:
    """What else was noticed: sleep, restlessness, sexual effects; only when let in."""
    yield from _answers(facts.effects[: room.series], facts)
    yield from _more_answers(len(facts.effects[room.series :]))


def _answers(found: Iterable[Answered], facts: Facts) -> Iterator[str]:
    """Answers whole: one that is a list of what was chosen must not lose its end."""
    for one in found:
        said = shortened(one.words, ANSWER).rstrip(".")
        line = words.ANSWERED.format(question=asked(one.question), words=said, day=day_of(one.day, facts))
        yield whose(line, one.pack)


def _more_answers(left: int) -> Iterator[str]:
    if left:
        yield counted(left, words.MORE_ANSWERS)


def whose(line: str, pack: str) -> str:
    """A line that says which pack of somebody else's asked; ours stand for themselves."""
    return words.ASKED_BY.format(pack=shortened(pack, PACK), line=line) if pack else line


def asked(text: str) -> str:
    """A question of a pack, to stand in quotes before a question mark."""
    return shortened(text, ASKED).rstrip("?:. ")


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
