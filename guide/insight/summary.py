"""The page for a prescriber as a document: a head, sections with lines, and notes on how it was made.

Everything on it is a count, a date, a number in points or a person's own words that they let in. It holds no
share in percent, no trend, no degree of anything and no reading of a cause, and what was not noted is not claimed
(the project's care rule 17; domain notes, "Summary content check"). It always fits one page: what does not is
counted, and said to be in the notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from guide.insight.dates import day_words, parse_day, span_words
from guide.insight.feelings import GridNote
from guide.insight.measures import Measure
from guide.insight.muted import Note, Option
from guide.insight.summary_rooms import LEAST, LISTED, ROOMS
from guide.insight.texts import counted, wrap
from guide.insight.values import Marker, Point
from guide.words import notices
from guide.words import progress as progress_words
from guide.words import summary as words

WIDTH: Final = 79
LABEL: Final = 14
"""Columns of a section's title; its lines stand beside it."""
ROWS: Final = 60
"""Rows of one page of text at that width."""
SECTIONS: Final = tuple(words.TITLES)
FIXED: Final = "visit"
"""The section that cannot be left out."""
ROW_COUNTS: Final = {"say": 4, "medicine": 4, "flatness": 4, "words": 2, "mood": 2}
"""What a visit is about gives way later: so many rows of these are worth one of another section."""
LAST: Final = ("say", "flatness")
"""And these lose a whole line only when nothing else is left to lose one."""


class Answered(NamedTuple):
    """An answer of the pack's own choosing: what was asked, the answer in words, and its local day (ISO). `pack` is the
    title of a pack that is somebody else's."""

    question: str
    words: str
    day: str
    pack: str = ""


class NotTaken(NamedTuple):
    """A person's own guess at the days not taken as prescribed, in the four weeks before `day` (ISO)."""

    days: float
    day: str


class Medicine(NamedTuple):
    """One medicine with its changes; their labels do not repeat its name. Those noted without a date have an empty
    one, the latest note first."""

    name: str
    events: tuple[Marker, ...]


class Scale(NamedTuple):
    """A series with its ends, as numbers and in words (those may be empty), and its points of these days."""

    title: str
    low: float
    high: float
    low_words: str
    high_words: str
    points: tuple[Point, ...]


class Sides(NamedTuple):
    """Answers to one choice, its options in their order, and what was asked. `pack` is the title of a pack that is
    somebody else's."""

    asked: str
    notes: tuple[Note, ...]
    options: tuple[Option, ...]
    pack: str = ""


class Feelings(NamedTuple):
    """Answers to one grid; `ours` says that its columns speak of how it was before all this."""

    notes: tuple[GridNote, ...]
    ours: bool = True


class Measured(NamedTuple):
    """One of the person's own measures with its ends (None where it has none) and its points up to the last day."""

    measure: Measure
    points: tuple[Point, ...]


class Facts(NamedTuple):
    """What the page is made of. `noted` are (entry, local day) of every note that a number on it comes from.

    `first` and `last` are its days (ISO), `today` the day it is made on, `out` the sections left out. Whatever
    holds a person's own words is here only when they let it in.
    """

    first: str
    last: str
    today: str
    noted: tuple[tuple[str, str], ...] = ()
    sentence: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    medicine: tuple[Medicine, ...] = ()
    substances: tuple[Answered, ...] = ()
    taking: tuple[Answered, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    since: str = ""
    before: tuple[Answered, ...] = ()
    flatness: tuple[Scale, ...] = ()
    sides: tuple[Sides, ...] = ()
    feelings: tuple[Feelings, ...] = ()
    through: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    glad: tuple[str, ...] = ()
    want: tuple[str, ...] = ()
    mood: tuple[Scale, ...] = ()
    measures: tuple[Measured, ...] = ()
    effects: tuple[Answered, ...] = ()
    out: frozenset[str] = frozenset()


class Section(NamedTuple):
    """One section: an id of `SECTIONS`, its title and its paragraphs."""

    id: str
    title: str
    lines: tuple[str, ...]


class Page(NamedTuple):
    """The whole page. Its texts are plain words, cleaned by whoever writes them out."""

    title: str
    head: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[str, ...]


def summary(facts: Facts) -> Page:
    """The page made of these facts; it fits one page whatever they are."""
    facts = until_today(facts)
    fixed = Section(FIXED, words.TITLES[FIXED], _fixed())
    method = words.METHOD.format(day=day_words(facts.today))
    bare = Page(words.TITLE, tuple(_head(facts)), (fixed,), (words.NOT_SAFE, method))
    made = _fitted(facts, ROWS - height(bare))
    sections = [Section(name, words.TITLES[name], lines) for name, lines in made.items() if lines]
    return bare._replace(sections=(*sections, fixed))


def until_today(facts: Facts) -> Facts:
    """The same up to today, or up to the latest note where a clock went ahead: no note lacks on a day to come."""
    until = max([facts.today, *_days(facts)])
    return facts._replace(last=min(facts.last, until)) if facts.first <= until else facts


def height(page: Page) -> int:
    """How many rows of text a page takes, without the blank rows that may stand between its sections."""
    beside = sum(_rows(one.lines) for one in page.sections)
    return 1 + beside + sum(len(wrap(line, WIDTH)) for line in (*page.head, *page.notes))


def _rows(lines: tuple[str, ...]) -> int:
    return sum(len(wrap(line, WIDTH - LABEL)) for line in lines)


def _fitted(facts: Facts, rows: int) -> dict[str, tuple[str, ...]]:
    """The lines of every section, in so many rows: what takes the most rows gives way first, step by step.

    What a visit is about gives way last. A section gets a step back where the last ones left room for it.
    """
    from guide.insight.summary_lines import LINES

    at = dict.fromkeys((name for name in LINES if name not in facts.out), 0)
    made: dict[tuple[str, int], tuple[str, ...]] = {}
    taken: dict[tuple[str, int], int] = {}

    def takes(name: str, room: int) -> int:
        if (name, room) not in taken:
            made[name, room] = tuple(LINES[name](facts, ROOMS[room]))
            taken[name, room] = _rows(made[name, room])
        return taken[name, room]

    def over(**other: int) -> bool:
        return sum(takes(name, room) for name, room in (at | other).items()) > rows

    if over():
        at = dict.fromkeys(at, LISTED)
    last = len(ROOMS) - 1
    for narrowest, kept in ((LEAST, ()), (last, LAST), (last, ())):
        while over() and (wider := [one for one in at if at[one] < narrowest and one not in kept]):
            at[max(wider, key=lambda one: takes(one, at[one]) / ROW_COUNTS.get(one, 1))] += 1
    for narrowest in (LEAST, LISTED):
        for name in sorted(at, key=lambda one: -ROW_COUNTS.get(one, 1)):
            while at[name] > narrowest and not over(**{name: at[name] - 1}):
                at[name] -= 1
    return {name: made[name, room] for name, room in at.items()}


def _fixed() -> tuple[str, ...]:
    """The lines that always stand on the page."""
    return words.ASK_YOU, words.ASK_ME, words.FOR_ME.format(fixed=notices.MEDICINE)


def base(facts: Facts) -> dict[str, str]:
    """How many notes on how many of how many days, in words."""
    return {
        "notes": counted(len({entry for entry, _ in facts.noted}), progress_words.NOTES),
        "days": str(len(set(_days(facts)))),
        "of": counted(_length(facts), words.DAYS),
    }


def _head(facts: Facts) -> Iterator[str]:
    said = base(facts)
    span = span_of(facts.first, facts.last)
    if facts.first > facts.today and not facts.noted:
        yield words.HEAD_AHEAD.format(span=span)
        return
    if not facts.noted:
        yield words.HEAD_EMPTY.format(of=said["of"], span=span)
        return
    yield words.HEAD.format(span=span, **said)
    yield from _gaps(facts)


def span_of(first: str, last: str) -> str:
    """Two days in words, the year said once where it is the same."""
    if first == last:
        return day_words(last)
    return progress_words.TO.format(first=day_words(first, last), last=day_words(last))


def year_known(facts: Facts) -> str:
    """A day (ISO) whose year needs no saying: only where the page begins, ends and is made in one year; else ""."""
    return facts.today if len({facts.first[:4], facts.last[:4], facts.today[:4]}) == 1 else ""


def _gaps(facts: Facts) -> Iterator[str]:
    """How many days hold no note, and the longest stretch of such days."""
    first, last = parse_day(facts.first), parse_day(facts.last)
    if first is None or last is None:
        return
    noted = sorted({day.toordinal() for text in _days(facts) if (day := parse_day(text))})
    without = _length(facts) - len(noted)
    if not without:
        return
    edges = [first.toordinal() - 1, *noted, last.toordinal() + 1]
    longest, start = max((two - one - 1, -one - 1) for one, two in pairwise(edges))
    days = counted(without, words.DAYS)
    if without == 1:
        yield words.GAPS_ONE.format(days=days)
        return
    begin = first.fromordinal(-start)
    end, known = begin.fromordinal(-start + longest - 1).isoformat(), year_known(facts)
    when = span_words(begin.isoformat(), end, known) if known else span_of(begin.isoformat(), end)
    yield words.GAPS.format(days=days, stretch=counted(longest, words.DAYS), when=when)


def _days(facts: Facts) -> list[str]:
    return [day for _, day in facts.noted if facts.first <= day <= facts.last]


def _length(facts: Facts) -> int:
    first, last = parse_day(facts.first), parse_day(facts.last)
    return 0 if first is None or last is None else max(0, (last - first).days + 1)
