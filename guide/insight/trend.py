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
from guide.insight.noted import Day, Noted, day_medians, medians, noted_days
from guide.insight.texts import clean, counted, number
from guide.insight.values import (
    LARGEST,
    Marker,
    Point,
    median,
    outside_counts,
)
from guide.words import progress as words

__all__ = ["Day", "Line", "Noted", "Span", "day_medians", "gaps", "line", "line_chart", "line_of", "spans"]

DAYS_BY_DAY = 183  # as many days get a dot each; more are drawn by week
DAYS_BY_WEEK = 1096  # three years; more are drawn by month
WEEK, MONTH = "week", "month"
LONGEST_JOIN = 7  # days; beyond it a line would show days that nobody noted (care rule 6)


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
    return line_of(noted_days(points), markers, since, until, today=today)


def line_of(
    noted: Sequence[Noted],
    markers: Sequence[Marker] = (),
    since: str = "",
    until: str = "",
    *,
    today: str = "",
    latest: float | None = None,
) -> Line:
    """The same of days that were counted already, oldest first; days that are no dates must not be among them.

    `latest` is the rating noted last, where the days do not hold their ratings in order.
    """
    inside = [one for one in noted if since <= one.day and (not until or one.day <= until)]
    if not all(_usable(value) for one in inside for value in one.values):
        inside = [one._replace(values=tuple(filter(_usable, one.values))) for one in inside]
    rated = [one for one in inside if one.values]
    values = [value for one in rated for value in one.values]
    days = medians(inside)
    stretches = spans(days)
    first = since or min((day.day for day in days), default="")
    last = until or max((day.day for day in days), default="")
    facts = Line(
        days=days,
        spans=stretches,
        gaps=gaps(stretches),
        notes=len(values),
        low=min(values, default=None),
        high=max(values, default=None),
        middle=median(values) if values else None,
        latest=(latest if latest is not None else rated[-1].values[-1]) if rated else None,
        latest_day=rated[-1].day if rated else "",
        outside=outside_counts(state for one in inside for state in one.states),
        markers=between(markers, first, last),
        since=first,
        until=last,
        words=(),
    )
    return facts._replace(words=_sentences(facts, today))


def _usable(value: float) -> bool:
    return -LARGEST <= value <= LARGEST


def _sentences(facts: Line, today: str) -> tuple[str, ...]:
    said = [_numbers(facts, today)]
    if facts.outside:
        states = [words.STATES[state].format(times=counted(n, words.TIMES)) for state, n in facts.outside]
        said.append(words.TREND_OUTSIDE.format(states=", ".join(states)))
    if facts.gaps:
        said.append(words.TREND_GAPS)
    unit = unit_of(facts.since, facts.until)
    if unit and facts.days:
        said.append(words.TREND_UNITS[unit])
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
    mark: str = "",
) -> list[str]:
    """The day medians as rows of text, joined except over gaps of more than seven days.

    Over more than half a year a dot is the median of a week, over more than three years of a month. `name` stands
    in the legend (the title of the series), a sign beneath the day `mark` (ISO); `height`, `low`, `high` and
    `ascii` as in `draw`.
    """
    unit = unit_of(shown.since, shown.until)
    dots = _dots(shown, unit) if unit else tuple(Dot(ordinal(day.day), day.value) for day in shown.days)
    if not dots:
        return draw((), Axis(0, 0, 1, (), str), width=width, height=height, ascii=ascii)
    axis = axis_of(shown, today)
    uprights = [
        Upright(max(ordinal(starts(marker)), axis.first), marker_words(marker, today))
        for marker in shown.markers
    ]
    trace = Trace(clean(name), ACTUAL, dots, None if unit else LONGEST_JOIN)
    return draw(
        (trace,),
        axis,
        width=width,
        height=height,
        low=low,
        high=high,
        uprights=uprights,
        ascii=ascii,
        mark=ordinal(mark) if mark else None,
    )


def axis_of(shown: Line, today: str) -> Axis:
    """The days drawn, as an axis: from `since` to `until`, wider where a day lies outside."""
    ordinals = [ordinal(day.day) for day in (*shown.days[:1], *shown.days[-1:])]
    first = min([ordinal(shown.since) or ordinals[0], *ordinals])
    last = max([ordinal(shown.until), *ordinals])
    return Axis(first, last, 3, (1, 2, 7, 14, 28, 56, 112, 364, 1820), lambda x: _tick(x, today))


def unit_of(since: str, until: str) -> str:
    """What one dot stands for between two days: a day (""), a week or a month. Our own judgement: more dots than
    there are columns would be a smear."""
    days = ordinal(until) - ordinal(since) + 1 if since and until else 0
    return MONTH if days > DAYS_BY_WEEK else WEEK if days > DAYS_BY_DAY else ""


def _dots(shown: Line, unit: str) -> tuple[Dot, ...]:
    """A dot a week or a month: the median of its day medians, in the middle of the days it stands for. It is
    joined to the one before only when no gap touches either of them."""
    held: dict[int, list[Day]] = {}
    for day in shown.days:
        held.setdefault(_place(day.day, unit), []).append(day)
    found: list[Dot] = []
    before: Span | None = None
    for days in held.values():
        rated = [(day.day, day.value) for day in days if day.value is not None]
        at = (ordinal(days[0].day) + ordinal(days[-1].day)) // 2
        span = _whole_in(shown.spans, rated[0][0], rated[-1][0]) if rated else None
        value = median([value for _, value in rated]) if rated else None
        found.append(Dot(at, value, joined=span is not None and span == before))
        before = span
    return tuple(found)


def _place(day: str, unit: str) -> int:
    """The number of a day's week or month."""
    return (ordinal(day) - 1) // 7 if unit == WEEK else int(day[:4]) * 12 + int(day[5:7])


def _whole_in(stretches: Sequence[Span], first: str, last: str) -> Span | None:
    return next((span for span in stretches if span.first <= first and last <= span.last), None)


def ordinal(day: str) -> int:
    """Days since a fixed day, for distances; 0 for what is no date."""
    found = parse_day(day)
    return found.toordinal() if found else 0


def _tick(day: int, today: str) -> str:
    return day_words(date.fromordinal(day).isoformat(), today)
