"""The plain values that every view here is made from, and what makes a rating count.

Only journal turns stored rows into these; nothing here knows a database, a screen or a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from guide.words import progress as words

# The states of guide.steps.base that matter here (a test holds them equal): importing that room would load
# every step kind, twice as much as these views themselves.
GIVEN = "given"
NUMB = "numb"
HIDDEN = "hidden"
NOT_REACHED = "not-reached"

# Whole numbers up to here are exact as floats; beyond it a chart has no use for them.
LARGEST = 1e15


class Point(NamedTuple):
    """One number noted in a series: `value` is None unless `state` is "given".

    `item` is the item it is about or "", `n` its order inside one answer (from 0), `at` the time (UTC, ISO),
    `day` the local date (ISO), `entry` and `step` where it was answered.
    """

    item: str
    state: str
    value: float | None
    n: int
    at: str
    day: str
    entry: str
    step: str


class Marker(NamedTuple):
    """A dated event: `date` is ISO and may be YYYY-MM or YYYY, `precision` day, month or year; `medicine` says
    that it is a change of medicine."""

    date: str
    precision: str
    label: str
    medicine: bool = True


_PLACE = attrgetter("day", "at", "entry", "step", "n")


def rating(point: Point) -> float | None:
    """The number of a point, or None when it has none that may enter a count or an average.

    Numb, cannot tell and the other states never yield a number, whatever their value says.
    """
    value = point.value
    if point.state != GIVEN or value is None or isinstance(value, bool):
        return None
    return float(value) if -LARGEST <= value <= LARGEST else None


def number_of(value: object) -> float | None:
    """A number as it is kept with an item, or None for anything that is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if -LARGEST <= value <= LARGEST else None


def was_asked(point: Point) -> bool:
    """Whether a person met this question at all."""
    return point.state not in (HIDDEN, NOT_REACHED)


def outside_counts(states: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How often each state of its own was noted (numb, cannot tell, ...): these enter no number."""
    counts: dict[str, int] = {}
    for state in states:
        if state != GIVEN and state in words.STATES:
            counts[state] = counts.get(state, 0) + 1
    return tuple((state, counts[state]) for state in words.STATES if state in counts)


def in_order(points: Iterable[Point]) -> list[Point]:
    """Oldest first: by day, time, and order inside one answer."""
    return sorted(points, key=_PLACE)


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two middle ones. Raises ValueError on an empty sequence.

    Written out because importing `statistics` costs more than every other import of these views together.
    """
    if not values:
        raise ValueError("the median of nothing is not defined")
    ranked = sorted(values)
    half = len(ranked) // 2
    if len(ranked) % 2:
        return ranked[half]
    return (ranked[half - 1] + ranked[half]) / 2
