"""Numbers on the page for a prescriber: series over its days, and the person's own measures, always in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from guide.insight.dates import day_words, parse_day, period
from guide.insight.measures import Level, level
from guide.insight.muted import ENOUGH_DAYS
from guide.insight.noted import noted_days
from guide.insight.summary import Facts, Measured, Scale, year_known
from guide.insight.summary_rooms import PACK, Room
from guide.insight.texts import counted, listed, number, shortened
from guide.insight.timeline import when_words
from guide.insight.values import median, outside_counts
from guide.words import progress as progress_words
from guide.words import summary as words

WEEK: Final = 7


def one_line(text: str, room: Room) -> str:
    """A person's own words on one line, cut where there is no room."""
    return shortened(text, room.length)


def bare(text: str, room: Room) -> str:
    """Own words inside a sentence of the page: without a full stop of their own."""
    return one_line(text, room).rstrip(".")


def day_of(day: str, facts: Facts) -> str:
    """A day in words."""
    return day_words(day, year_known(facts))


def when_of(date: str, facts: Facts) -> str:
    """A date as exact as it is known; one that lies after the days of the page says so."""
    when, dates = when_words(date, year_known(facts)), period(date)
    return words.AFTER.format(when=when) if dates and dates[0].isoformat() > facts.last else when


def in_notes(left: int, shown: int) -> Iterator[str]:
    """How many things a section leaves out, where it does; `shown` is how many it had room for."""
    if left:
        yield counted(left, words.MORE if shown else words.ONLY)


def based(notes: int, days: int) -> str:
    """How many notes on how many days something rests on, in words."""
    return words.BASE.format(
        notes=counted(notes, progress_words.NOTES), days=counted(days, progress_words.DAYS)
    )


def mood(facts: Facts, room: Room) -> Iterator[str]:
    """Mood by itself: never beside flatness in one number."""
    said = [line for scale in facts.mood for line in numbers(scale, facts)]
    yield from said[: room.series]
    yield from in_notes(len(said[room.series :]), room.series)


def numbers(scale: Scale, facts: Facts) -> Iterator[str]:
    """One series as a paragraph: the middle, the ends, the first and last week; nothing where there is no point."""
    said = " ".join(_numbers(scale, facts)) if scale.points else ""
    if said:
        yield said


def _numbers(scale: Scale, facts: Facts) -> Iterator[str]:
    rated = [(day.day, day.values) for day in noted_days(scale.points) if day.values]
    name = _scale(scale)
    if not rated:
        yield words.NUMBERS_NONE.format(scale=name)
    elif len(rated) == 1:
        day, values = rated[0]
        found = {"value": number(median(values)), "day": day_of(day, facts), "middle": _middle_of(values)}
        yield (words.NUMBERS_ONE_DAY if len(values) > 1 else words.NUMBERS_ONE).format(scale=name, **found)
    else:
        yield from _over_days(name, rated, facts)
    outside = outside_counts(point.state for point in scale.points)
    states = [
        words.STATES[state].format(times=counted(n, words.TIMES))
        for state, n in outside
        if state in words.STATES
    ]
    if states:
        yield words.OUTSIDE.format(states=listed(states, progress_words.AND))


def _scale(scale: Scale) -> str:
    """What a series is called, with its ends."""
    low, high = (shortened(end, PACK) for end in (scale.low_words, scale.high_words))
    text = words.SCALE if low and high else words.SCALE_PLAIN
    ends = {"low": number(scale.low), "high": number(scale.high)}
    return text.format(title=shortened(scale.title, PACK), low_words=low, high_words=high, **ends)


def _over_days(name: str, rated: Sequence[tuple[str, Sequence[float]]], facts: Facts) -> Iterator[str]:
    """The least and the most of all numbers, as under the chart; the middle of the days, each of which counts once.

    Where the middle of all numbers is another one, it stands beside it: the chart says that one.
    """
    everything = [value for _, values in rated for value in values]
    by_day = [(day, median(values)) for day, values in rated]
    found = {
        "middle": median([value for _, value in by_day]),
        "all": median(everything),
        "least": min(everything),
        "most": max(everything),
    }
    shown = {key: number(value) for key, value in found.items()}
    same = shown["least"] == shown["most"]
    alike = shown["middle"] == shown["all"]
    text = words.NUMBERS_SAME if same else words.NUMBERS if alike else words.NUMBERS_BOTH
    yield text.format(scale=name, base=based(len(everything), len(rated)), **shown)
    yield from () if same else _weeks(by_day, facts)


def _middle_of(values: Sequence[float]) -> str:
    """What one number for a day with several of them is the middle of."""
    least, most = number(min(values)), number(max(values))
    text = words.MIDDLE_OF if least == most else words.MIDDLE_OF_SPAN
    return text.format(n=len(values), least=least, most=most)


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
    said = [_measure(one, facts, room) for one in facts.measures[: room.items]]
    left = len(facts.measures[room.items :])
    if said and left and room.joined:
        *said, last = said
        said.append(f"{last} {counted(left, words.MORE_SENTENCE)}")
        left = 0
    yield from said
    yield from in_notes(left, room.items)


def _measure(one: Measured, facts: Facts, room: Room) -> str:
    found = level(one.measure, one.points, today=facts.today)
    noted = {day.day: day.values for day in noted_days(one.points)}
    parts = []
    if found.start is not None and not (found.first_note and found.days == 1):
        parts.append(_start(found, found.start, noted.get(found.start_day, ()), facts))
    if found.now is not None:
        values = noted.get(found.now_day, ())
        text = words.MEASURE_NOW_SEVERAL if len(values) > 1 else words.MEASURE_NOW
        now, day = number(found.now), day_of(found.now_day, facts)
        parts.append(text.format(value=now, day=day, middle=_middle_of(values) if values else ""))
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


def _start(found: Level, value: float, values: Sequence[float], facts: Facts) -> str:
    """The start of a measure; a first day that stands in for it says what it is the middle of."""
    when = shortened(when_of(found.start_day, facts), PACK) if found.start_day else ""
    if found.first_note and len(values) > 1:
        when = words.WHEN_MIDDLE.format(when=when, middle=_middle_of(values))
    if found.remembered:
        text = words.MEASURE_REMEMBERED_WHEN if when else words.MEASURE_REMEMBERED
    else:
        text = words.MEASURE_START_WHEN if when else words.MEASURE_START
    return text.format(value=number(value), when=when)
