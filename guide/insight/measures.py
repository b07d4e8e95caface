"""A person's own measures: each beside its own start, in points and, apart from that, as a share of the start.

The start is the one written down with the measure. It counts as remembered unless it came with a whole day:
memory shifts in both directions (Wilson and Ross on how people see their former selves), so it is said. Without
a start, the first day noted stands in for it, and then two days are needed before anything is said about a
change. Now is the median of the latest day that holds a rating. A share is given only of a start above zero.
Which end is better is the person's own setting and the only source of the words better and worse; both are said
in the same sentence, and nothing is predicted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.insight.dates import day_words
from guide.insight.texts import clean, counted, number
from guide.insight.timeline import when_words
from guide.insight.trend import Day, line
from guide.insight.values import Point
from guide.words import progress as words

ENOUGH_TO_DRAW = 3  # rated days; fewer are said and not drawn
LOWER, HIGHER = "lower", "higher"
BETTER, WORSE = "better", "worse"


class Measure(NamedTuple):
    """An item with a scale of its own: its ends and its start (None when not given), which end is better
    ("lower", "higher", or anything else for neither), when the start was (ISO day, month or year, or "") and
    whether the person said that it is from memory."""

    id: str
    label: str
    low: float | None = None
    high: float | None = None
    better: str = ""
    start: float | None = None
    when: str = ""
    remembered: bool = True


class Level(NamedTuple):
    """A measure beside its start. `start` is None when there is none, `start_day` when it was ("" for not known),
    `remembered` whether it is from memory, `first_note` whether the first note stands in for it. `change` is now
    less the start, in points; `percent` the same as a share of the start; `direction` "better", "worse" or ""."""

    measure: Measure
    start: float | None
    start_day: str
    remembered: bool
    first_note: bool
    now: float | None
    now_day: str
    notes: int
    days: int
    change: float | None
    percent: float | None
    direction: str
    outside: tuple[tuple[str, int], ...]
    words: tuple[str, ...]


def level(measure: Measure, points: Sequence[Point], *, unit: str = "", today: str = "") -> Level:
    """One measure beside its start, from all points of this item alone.

    `unit` are the words for one of what is counted ("" for points); `today` decides only whether dates need a
    year.
    """
    drawn = line(points, today=today)
    rated = [day for day in drawn.days if day.value is not None]
    start, day, remembered = _start(measure)
    first_note = start is None and bool(rated)
    if first_note:
        start, day, remembered = rated[0].value, rated[0].day, False
    now = rated[-1] if rated else None
    change = _change(start, now, rated, first_note)
    facts = Level(
        measure=measure,
        start=start,
        start_day=day,
        remembered=remembered,
        first_note=first_note,
        now=now.value if now else None,
        now_day=now.day if now else "",
        notes=drawn.notes,
        days=len(rated),
        change=change,
        percent=100 * change / start if change is not None and start is not None and start > 0 else None,
        direction=_direction(change, measure.better),
        outside=drawn.outside,
        words=(),
    )
    return facts._replace(words=tuple(_sentences(facts, now, clean(unit).strip(), today)))


def _start(measure: Measure) -> tuple[float | None, str, bool]:
    if measure.start is None:
        return None, "", False
    return measure.start, measure.when, measure.remembered or len(measure.when) != len("2026-11-12")


def _change(start: float | None, now: Day | None, rated: Sequence[Day], first_note: bool) -> float | None:
    if start is None or now is None or now.value is None or (first_note and len(rated) < 2):
        return None
    return now.value - start


def _direction(change: float | None, better: str) -> str:
    if not change or better not in (LOWER, HIGHER):
        return ""
    return BETTER if (change < 0) is (better == LOWER) else WORSE


def _sentences(facts: Level, now: Day | None, unit: str, today: str) -> Iterable[str]:
    if facts.start is None and now is None:
        yield words.MEASURE_NO_NUMBER if facts.outside else words.MEASURE_NOTHING
    if facts.start is not None and (not facts.first_note or facts.days > 1):
        yield _start_words(facts, facts.start, today)
    if now is not None and now.value is not None:
        yield _now_words(now, now.value, only=facts.first_note and facts.days == 1, today=today)
    elif facts.start is not None:
        yield words.MEASURE_NOT_YET
    if facts.change is not None and facts.start is not None:
        yield from _change_words(facts, facts.change, facts.start, unit)
    if facts.outside:
        states = [words.STATES[state].format(times=counted(n, words.TIMES)) for state, n in facts.outside]
        yield words.TREND_OUTSIDE.format(states=", ".join(states))


def _start_words(facts: Level, start: float, today: str) -> str:
    value = number(start)
    if facts.first_note:
        return words.MEASURE_FIRST.format(when=day_words(facts.start_day, today), value=value)
    when = when_words(facts.start_day, today) if facts.start_day else ""
    if facts.remembered:
        text = words.MEASURE_REMEMBERED_WHEN if when else words.MEASURE_REMEMBERED
    else:
        text = words.MEASURE_START_WHEN if when else words.MEASURE_START
    return text.format(when=when, value=value)


def _now_words(now: Day, value: float, *, only: bool, today: str) -> str:
    if only and now.notes == 1:
        text = words.MEASURE_ONLY
    else:
        text = words.MEASURE_NOW if now.notes == 1 else words.MEASURE_NOW_MIDDLE
    notes = counted(now.notes, words.NOTES)
    return text.format(when=day_words(now.day, today), value=number(value), notes=notes)


def _change_words(facts: Level, change: float, start: float, unit: str) -> Iterable[str]:
    if not change:
        yield words.MEASURE_SAME_FIRST if facts.first_note else words.MEASURE_SAME
        return
    amount = number(abs(change))
    text = words.IN_UNIT_ONE if amount == "1" and unit.endswith("s") else words.IN_UNIT
    points = text.format(n=amount, unit=unit) if unit else _points(amount)
    moved = (words.MEASURE_LOWER if change < 0 else words.MEASURE_HIGHER).format(points=points)
    told = {BETTER: words.MEASURE_BETTER, WORSE: words.MEASURE_WORSE}.get(
        facts.direction, words.MEASURE_PLAIN
    )
    yield told.format(change=moved)
    beside = words.THE_FIRST_NOTE if facts.first_note else words.THE_START
    if facts.percent is not None:
        share = words.MEASURE_PERCENT_LOWER if change < 0 else words.MEASURE_PERCENT_HIGHER
        yield share.format(start=beside, percent=_whole(abs(facts.percent)))
    elif not start:
        yield words.MEASURE_NO_PERCENT.format(start=beside)


def _points(amount: str) -> str:
    return words.POINTS[0] if amount == "1" else words.POINTS[1].format(n=amount)


def _whole(percent: float) -> str:
    """A share in whole numbers; what rounds to none is said to be below one."""
    return f"{percent:.0f}" if percent >= 0.5 else words.BELOW_ONE
