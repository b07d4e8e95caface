"""Points gathered by local day, and the median of each day.

Several notes on one day count as one day: its median. So a day with many notes weighs no more than one with a few.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from guide.insight.dates import parse_day
from guide.insight.values import GIVEN, NUMB, Point, in_order, median, rating


class Day(NamedTuple):
    """A day with notes: the median of its ratings, or None when it was numb only; `notes` counts either."""

    day: str
    value: float | None
    notes: int


class Noted(NamedTuple):
    """What one day (ISO) holds: its ratings in their order, and the states that are none."""

    day: str
    values: tuple[float, ...]
    states: tuple[str, ...]


def day_medians(points: Sequence[Point]) -> tuple[Day, ...]:
    """The median of each day's ratings, oldest first; numb never enters one. Days with neither are absent."""
    return medians(noted_days(points))


def _dated(points: Sequence[Point]) -> list[Point]:
    """Points that have a date, oldest first. Each date is read once: ten years hold many points a day."""
    known = {day for day in {point.day for point in points} if parse_day(day)}
    return in_order(point for point in points if point.day in known)


def noted_days(points: Sequence[Point]) -> list[Noted]:
    """Points by day, oldest first; those without a date are left out."""
    by_day: dict[str, tuple[list[float], list[str]]] = {}
    for point in _dated(points):
        values, states = by_day.setdefault(point.day, ([], []))
        value = rating(point)
        if value is not None:
            values.append(value)
        elif point.state != GIVEN:
            states.append(point.state)
    return [Noted(day, tuple(values), tuple(states)) for day, (values, states) in by_day.items()]


def medians(noted: Sequence[Noted]) -> tuple[Day, ...]:
    """The median of the ratings of each day; days with neither a rating nor numb are left out."""
    days = []
    for day, values, states in noted:
        numb = states.count(NUMB)
        if values or numb:
            days.append(Day(day, median(values) if values else None, len(values) + numb))
    return tuple(days)
