"""What was chosen, week by week: counts of the options of one step. Letters and numbers; never a reading of them.

A note is one answer. Weeks begin on Monday; many of them are counted by month, and many months by year. The first
and the last one shown are the first and the last that hold a note, so that nothing is drawn of a time after the
notes ended. One between them without a note stays blank, and blank ones are said as one stretch. Where options can
be combined, a note counts under each of them. Below three days with a note there is too little to say, as in the
balance, and nothing is drawn. Answers left open, and other states of their own, are counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from guide.insight import stretches
from guide.insight.dates import parse_day
from guide.insight.muted import ENOUGH_DAYS, Option, lettered
from guide.insight.texts import clean, counted, wrap
from guide.insight.values import GIVEN, outside_counts
from guide.words import progress as words


class Chosen(NamedTuple):
    """One answer: its local day (ISO), its state, and the ids chosen as `options` name them."""

    day: str
    state: str
    options: tuple[str, ...]


class Total(NamedTuple):
    """An option over all weeks: `letter` stands for it in the drawing, `notes` is how often it was chosen."""

    id: str
    text: str
    letter: str
    notes: int


class Week(NamedTuple):
    """A week from Monday `first` to Sunday `last` (ISO), or a month or a year: notes, and counts in the order of
    the totals."""

    first: str
    last: str
    notes: int
    counts: tuple[int, ...]


class Mix(NamedTuple):
    """Options by week, the oldest first. `weeks` is empty when there is too little to say (`enough` False).

    `outside` holds the counts of other states, `lines` the weeks in words; `unit` says what they are: week, month
    or year.
    """

    totals: tuple[Total, ...]
    weeks: tuple[Week, ...]
    notes: int
    days: int
    outside: tuple[tuple[str, int], ...]
    enough: bool
    lines: tuple[str, ...]
    words: tuple[str, ...]
    unit: str = stretches.WEEK


def mix(
    answers: Sequence[Chosen], options: Sequence[Option], since: str, until: str, *, today: str = ""
) -> Mix:
    """Counts by option and week between two days (ISO, both included; `since` may be "").

    Options that exist no longer are counted under their id. `today` decides only whether dates need a year.
    Raises ValueError when `until` is no date.
    """
    if parse_day(until) is None:
        raise ValueError("the last day of the weeks is no ISO date")
    inside = [one for one in answers if parse_day(one.day) and since <= one.day <= until]
    given = [one for one in inside if one.state == GIVEN and one.options]
    totals = tuple(
        Total(option.id, clean(option.text).strip() or clean(option.id), letter, _chosen(given, option.id))
        for option, letter in lettered(_known(given, options))
    )
    noted = sorted({one.day for one in given})
    enough = len(noted) >= ENOUGH_DAYS
    unit = stretches.unit_of(noted[0], noted[-1]) if noted else stretches.WEEK
    shown = tuple(_weeks(given, totals, unit)) if enough else ()
    facts = Mix(
        totals=totals,
        weeks=shown,
        notes=len(given),
        days=len(noted),
        outside=outside_counts(one.state for one in inside),
        enough=enough,
        lines=tuple(_lines(shown, totals, unit, today)),
        words=(),
        unit=unit,
    )
    return facts._replace(words=tuple(_sentences(facts)))


def _known(given: Sequence[Chosen], options: Sequence[Option]) -> list[Option]:
    known = {option.id for option in options}
    gone = dict.fromkeys(id_ for one in given for id_ in one.options if id_ not in known)
    return [*options, *(Option(id_, id_) for id_ in gone)]


def _chosen(given: Iterable[Chosen], option: str) -> int:
    return sum(option in one.options for one in given)


def _weeks(given: Sequence[Chosen], totals: Sequence[Total], unit: str) -> Iterable[Week]:
    held: dict[int, list[Chosen]] = {}
    for one in given:
        held.setdefault(stretches.place(one.day, unit), []).append(one)
    for number in range(min(held), max(held) + 1):
        mine = held.get(number, [])
        counts = tuple(_chosen(mine, total.id) for total in totals)
        yield Week(*stretches.ends(number, unit), len(mine), counts)


def _lines(weeks: Sequence[Week], totals: Sequence[Total], unit: str, today: str) -> Iterable[str]:
    for noted, some in groupby(weeks, key=lambda week: bool(week.notes)):
        run = list(some)
        if not noted:
            name = stretches.name(run[0].first, run[-1].last, unit, today)
            yield words.MIX_WEEK_BLANK.format(week=name)
        for week in run if noted else ():
            name = stretches.name(week.first, week.last, unit, today)
            yield words.MIX_WEEK.format(week=name, counts=_counts(totals, week.counts))


def _counts(totals: Sequence[Total], counts: Sequence[int]) -> str:
    pairs = zip(totals, counts, strict=True)
    return "; ".join(words.BALANCE_ITEM.format(text=total.text, n=n) for total, n in pairs if n)


def _sentences(facts: Mix) -> Iterable[str]:
    notes, days = counted(facts.notes, words.NOTES), counted(facts.days, words.DAYS)
    if not facts.notes:
        yield words.BALANCE_NONE
    elif not facts.enough:
        yield words.TOO_LITTLE.format(notes=notes, days=days)
    else:
        counts = _counts(facts.totals, [total.notes for total in facts.totals])
        yield words.MIX_COUNT.format(notes=notes, days=days, counts=counts)
        if sum(total.notes for total in facts.totals) > facts.notes:
            yield words.MIX_SEVERAL
        if any(not week.notes for week in facts.weeks):
            yield words.MIX_BLANK[facts.unit]
    if facts.outside:
        states = [words.STATES[state].format(times=counted(n, words.TIMES)) for state, n in facts.outside]
        yield words.TREND_OUTSIDE.format(states=", ".join(states))


def mix_rows(shown: Mix, width: int, today: str = "") -> list[str]:
    """A bar of letters for each week, its Monday in front (or the month, or the year), and what the letters
    mean. Readable without colour.

    Never wider than `width` columns: a letter stands for several where a bar would not fit, and the last row
    says so. Weeks without a note stay blank.
    """
    dates = [stretches.short(week.first, shown.unit, today) for week in shown.weeks]
    side = max((len(text) for text in dates), default=0)
    each = _each(shown, width - side - 2)
    if not each:
        return []
    rows = []
    for week, text in zip(shown.weeks, dates, strict=True):
        pairs = zip(shown.totals, week.counts, strict=True)
        rows.append(f"{text:>{side}}  " + "".join(total.letter * -(-n // each) for total, n in pairs))
    legend = [
        row
        for total in shown.totals
        if total.notes
        for row in wrap(words.LEGEND.format(mark=total.letter, name=total.text), width, "  ")
    ]
    told = words.MIX_EACH if each == 1 else words.MIX_EACH_UP_TO.format(n=each)
    return [row.rstrip() for row in rows] + legend + wrap(told, width)


def _each(shown: Mix, room: int) -> int:
    """How many a letter has to stand for, so that the longest bar fits into `room`; 0 when none does."""
    most = max((n for week in shown.weeks for n in week.counts), default=0)
    return next((each for each in range(1, most + 1) if _longest(shown, each) <= room), 0)


def _longest(shown: Mix, each: int) -> int:
    return max(sum(-(-n // each) for n in week.counts) for week in shown.weeks)
