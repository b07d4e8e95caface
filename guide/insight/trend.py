"""One number over days: medians by day, where the line breaks, and a sentence that takes no side.

One series at a time: flatness and mood are different things and are never merged (care rule 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from guide.insight.chart import ACTUAL, Axis, Dot, Trace, Upright, draw
from guide.insight.dates import day_words, parse_day
from guide.insight.markers import between, marker_words, starts
from guide.insight.texts import clean, counted, number
from guide.insight.values import Marker, Point, in_order, is_numb, median, outside_counts, rating
from guide.words import progress as words

LONGEST_JOIN = 7  # days; beyond it a line would show days that nobody noted (care rule 6)


class Day(NamedTuple):
    """A day with notes: the median of its ratings, or None when it was numb only; `notes` counts either."""

    day: str
    value: float | None
    notes: int


class Span(NamedTuple):
    """A stretch of days: of a line drawn without a break, or of a gap between two such."""

    first: str
    last: str


class Line(NamedTuple):
    """One series between two dates. `low`, `high`, `middle` and `latest` are None without a rating.

    `notes` counts ratings; `outside` holds the counts of other states (numb, cannot-tell, ...), which enter
    no number. `since` and `until` are the days drawn; `words` is all of it in sentences.
    """

    days: tuple[Day, ...]
    spans: tuple[Span, ...]
    gaps: tuple[Span, ...]
    notes: int
    low: float | None
    high: float | None
    middle: float | None
    latest: float | None
    latest_day: str
    outside: tuple[tuple[str, int], ...]
    markers: tuple[Marker, ...]
    since: str
    until: str
    words: tuple[str, ...]


def day_medians(points: Sequence[Point]) -> tuple[Day, ...]:
    """The median of each day's ratings, oldest first; numb never enters one. Days with neither are absent."""
    return _medians(_dated(points))


def _dated(points: Sequence[Point]) -> list[Point]:
    """Points that have a date, oldest first. Each date is read once: ten years hold many points a day."""
    known = {day for day in {point.day for point in points} if parse_day(day)}
    return in_order(point for point in points if point.day in known)


def _medians(points: Sequence[Point]) -> tuple[Day, ...]:
    by_day: dict[str, list[float | None]] = {}
    for point in points:
        value = rating(point)
        if value is not None or is_numb(point):
            by_day.setdefault(point.day, []).append(value)
    days = []
    for day, values in by_day.items():
        rated = [value for value in values if value is not None]
        days.append(Day(day, median(rated) if rated else None, len(values)))
    return tuple(days)


def spans(days: Sequence[Day]) -> tuple[Span, ...]:
    """Stretches of rated days no more than seven days apart from each other, oldest first."""
    found: list[Span] = []
    first = last = ""
    before = 0
    for day in days:
        if day.value is None:
            continue
        at = ordinal(day.day)
        if first and at - before > LONGEST_JOIN:
            found.append(Span(first, last))
            first = ""
        first, last, before = first or day.day, day.day, at
    return (*found, Span(first, last)) if first else ()


def gaps(stretches: Sequence[Span]) -> tuple[Span, ...]:
    """Where the line breaks: from the last day of each stretch to the first of the next."""
    return tuple(Span(one.last, two.first) for one, two in pairwise(stretches))


def line(
    points: Sequence[Point],
    markers: Sequence[Marker] = (),
    since: str = "",
    until: str = "",
    *,
    today: str = "",
) -> Line:
    """One series of one item between two days (ISO, both included; "" for no limit).

    `today` (ISO) decides only whether dates need a year. Points without a date are left out.
    """
    inside = [one for one in _dated(points) if since <= one.day and (not until or one.day <= until)]
    rated = [(one.day, value) for one in inside if (value := rating(one)) is not None]
    values = [value for _, value in rated]
    days = _medians(inside)
    stretches = spans(days)
    first = since or min((day.day for day in days), default="")
    last = until or max((day.day for day in days), default="")
    facts = Line(
        days=days,
        spans=stretches,
        gaps=gaps(stretches),
        notes=len(rated),
        low=min(values, default=None),
        high=max(values, default=None),
        middle=median(values) if values else None,
        latest=values[-1] if values else None,
        latest_day=rated[-1][0] if rated else "",
        outside=outside_counts(one.state for one in inside),
        markers=between(markers, first, last),
        since=first,
        until=last,
        words=(),
    )
    return facts._replace(words=_sentences(facts, today))


def _sentences(facts: Line, today: str) -> tuple[str, ...]:
    said = [_numbers(facts, today)]
    if facts.outside:
        states = [words.STATES[state].format(times=counted(n, words.TIMES)) for state, n in facts.outside]
        said.append(words.TREND_OUTSIDE.format(states=", ".join(states)))
    if facts.gaps:
        said.append(words.TREND_GAPS)
    if any(one.medicine for one in facts.markers):
        said.append(words.MEDICINE_NOTE)
    return tuple(said)


def _numbers(facts: Line, today: str) -> str:
    if facts.low is None or facts.high is None or facts.middle is None or facts.latest is None:
        return words.TREND_NONE if not facts.outside else words.TREND_NO_NUMBER
    day = day_words(facts.latest_day, today)
    if facts.notes == 1:
        return words.TREND_ONE.format(value=number(facts.latest), day=day)
    rated_days = sum(one.value is not None for one in facts.days)
    return (words.TREND_EACH if facts.low == facts.high else words.TREND_RANGE).format(
        notes=counted(facts.notes, words.NOTES),
        days=counted(rated_days, words.DAYS),
        value=number(facts.low),
        low=number(facts.low),
        high=number(facts.high),
        middle=number(facts.middle),
        latest=number(facts.latest),
        day=day,
    )


def line_chart(
    shown: Line,
    width: int,
    height: int = 11,
    *,
    name: str = "",
    low: float = 0,
    high: float = 10,
    today: str = "",
    ascii: bool = False,
) -> list[str]:
    """The day medians as rows of text, joined except over gaps of more than seven days.

    `name` stands in the legend (the title of the series); `height`, `low`, `high` and `ascii` as in `draw`.
    """
    dots = tuple(Dot(ordinal(day.day), day.value) for day in shown.days)
    if not dots:
        return draw((), Axis(0, 0, 1, (), str), width=width, height=height, ascii=ascii)
    first = ordinal(shown.since) or dots[0].x
    last = max(ordinal(shown.until), dots[-1].x)
    axis = Axis(
        min(first, dots[0].x), last, 3, (1, 2, 7, 14, 28, 56, 112, 364, 1820), lambda x: _tick(x, today)
    )
    uprights = [
        Upright(max(ordinal(starts(marker)), axis.first), marker_words(marker, today))
        for marker in shown.markers
    ]
    trace = Trace(clean(name), ACTUAL, dots, LONGEST_JOIN)
    return draw(
        (trace,), axis, width=width, height=height, low=low, high=high, uprights=uprights, ascii=ascii
    )


def ordinal(day: str) -> int:
    """Days since a fixed day, for distances; 0 for what is no date."""
    found = parse_day(day)
    return found.toordinal() if found else 0


def _tick(day: int, today: str) -> str:
    return day_words(date.fromordinal(day).isoformat(), today)
