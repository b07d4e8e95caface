"""Numbers on the page for a prescriber: series over its days, and the person's own measures, always in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from guide.insight.dates import day_words, parse_day
from guide.insight.measures import level
from guide.insight.muted import ENOUGH_DAYS
from guide.insight.summary import Facts, Measured, Room, Scale
from guide.insight.texts import counted, listed, number, shortened
from guide.insight.timeline import when_words
from guide.insight.trend import day_medians
from guide.insight.values import GIVEN, median, outside_counts
from guide.words import progress as progress_words
from guide.words import summary as words

WEEK: Final = 7


def one_line(text: str, room: Room) -> str:
    """A person's own words on one line, cut where there is no room."""
    return shortened(text, room.length)


def day_of(day: str, facts: Facts) -> str:
    """A day in words."""
    return day_words(day, facts.today)


def based(notes: int, days: int) -> str:
    """How many notes on how many days something rests on, in words."""
    return words.BASE.format(
        notes=counted(notes, progress_words.NOTES), days=counted(days, progress_words.DAYS)
    )


def mood(facts: Facts, room: Room) -> Iterator[str]:
    """Mood by itself: never beside flatness in one number."""
    for scale in facts.mood[: room.series]:
        yield from numbers(scale, facts)


def numbers(scale: Scale, facts: Facts) -> Iterator[str]:
    """One series as a paragraph: the middle, the ends, the first and last week; nothing where there is no point."""
    said = " ".join(_numbers(scale, facts)) if scale.points else ""
    if said:
        yield said


def _numbers(scale: Scale, facts: Facts) -> Iterator[str]:
    text = words.SCALE if scale.low_words and scale.high_words else words.SCALE_PLAIN
    ends = {"low": number(scale.low), "high": number(scale.high)}
    name = text.format(title=scale.title, low_words=scale.low_words, high_words=scale.high_words, **ends)
    rated = [(day.day, day.value) for day in day_medians(scale.points) if day.value is not None]
    values = [value for _, value in rated]
    if not rated:
        yield words.NUMBERS_NONE.format(scale=name)
    elif len(rated) == 1:
        yield words.NUMBERS_ONE.format(scale=name, value=number(values[0]), day=day_of(rated[0][0], facts))
    else:
        notes = sum(point.state == GIVEN for point in scale.points)
        found = {"middle": median(values), "least": min(values), "most": max(values)}
        shown = {key: number(value) for key, value in found.items()}
        same = min(values) == max(values)
        text = words.NUMBERS_SAME if same else words.NUMBERS
        yield text.format(scale=name, base=based(notes, len(rated)), **shown)
        yield from () if same else _weeks(rated, facts)
    outside = outside_counts(point.state for point in scale.points)
    states = [
        words.STATES[state].format(times=counted(n, words.TIMES))
        for state, n in outside
        if state in words.STATES
    ]
    if states:
        yield words.OUTSIDE.format(states=listed(states, progress_words.AND))


def _weeks(rated: Sequence[tuple[str, float]], facts: Facts) -> Iterator[str]:
    """The first seven days and the last seven, when both hold enough and no day is in both."""
    first, last = parse_day(facts.first), parse_day(facts.last)
    if first is None or last is None or (last - first).days + 1 < 2 * WEEK:
        return
    until = first.fromordinal(first.toordinal() + WEEK - 1).isoformat()
    since = last.fromordinal(last.toordinal() - WEEK + 1).isoformat()
    early = [value for day, value in rated if day <= until]
    late = [value for day, value in rated if day >= since]
    if len(early) >= ENOUGH_DAYS and len(late) >= ENOUGH_DAYS:
        yield words.WEEKS.format(first=number(median(early)), last=number(median(late)))


def measures(facts: Facts, room: Room) -> Iterator[str]:
    """Each of the person's own measures beside its own start, in points."""
    for one in facts.measures[: room.items]:
        yield _measure(one, facts, room)
    if len(facts.measures) > room.items:
        yield counted(len(facts.measures) - room.items, words.MORE)


def _measure(one: Measured, facts: Facts, room: Room) -> str:
    found = level(one.measure, one.points, today=facts.today)
    parts = []
    if found.start is not None and not (found.first_note and found.days == 1):
        parts.append(_start(found.start, found.start_day, found.remembered, facts))
    if found.now is not None:
        parts.append(words.MEASURE_NOW.format(value=number(found.now), day=day_of(found.now_day, facts)))
    if found.change is not None:
        points = _points(abs(found.change))
        moved = words.MEASURE_LOWER if found.change < 0 else words.MEASURE_HIGHER
        parts.append(moved.format(points=points) if found.change else words.MEASURE_SAME)
    parts = parts or [words.MEASURE_NOTHING]
    if one.measure.better in words.MEASURE_WANT:
        parts.append(words.MEASURE_WANT[one.measure.better])
    name, low, high = one_line(one.measure.label, room), one.measure.low, one.measure.high
    if low is None or high is None:
        return words.MEASURE_FREE.format(name=name, parts="; ".join(parts))
    return words.MEASURE.format(name=name, low=number(low), high=number(high), parts="; ".join(parts))


def _points(amount: float) -> str:
    """How many points, in words."""
    text = number(amount)
    return words.POINTS[0] if text == "1" else words.POINTS[1].format(n=text)


def _start(value: float, day: str, remembered: bool, facts: Facts) -> str:
    when = when_words(day, facts.today) if day else ""
    if remembered:
        text = words.MEASURE_REMEMBERED_WHEN if when else words.MEASURE_REMEMBERED
    else:
        text = words.MEASURE_START_WHEN if when else words.MEASURE_START
    return text.format(value=number(value), when=when)
