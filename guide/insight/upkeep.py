"""What next, and why: one suggestion at most, from what a pack says under `suggest`, and nothing else.

Rules of a pack, as this room reads them:

- `times` + `per` (day, week, month) + `for`: while fewer than `times` days of the last `per` hold it, and
  not after `for` has passed since it was first done. A week or month rule never asks twice in one day.
- `every`: a span, or the name of a value that holds one; counted from the last time, or from the first
  day of anything when it was never done.
- `enough_a_day`: never again on a day that holds it this often (once when it is not said).
- `after: {series, at_least}`: when a note of the last 7 days reached it and the exercise was not done since.
- `after: {marker}`: within 14 days of a dated event, when not done since.
- `while: {collection, empty}`: a condition on every rule above; alone, a rule of its own, once in 7 days.

An event comes before a rhythm, a rhythm before a gap. The days in 7 and 14 are our judgement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from guide.insight.dates import days_words, parse_day, period, span_days
from guide.insight.texts import clean, counted
from guide.insight.values import Marker, Point, rating
from guide.words import progress as words

AFTER_SERIES, AFTER_MARKER, EVERY, TIMES, WHILE, NEEDS = (
    "after-series", "after-marker", "every", "times", "while", "needs")  # fmt: skip
_ORDER = (AFTER_SERIES, AFTER_MARKER, EVERY, TIMES, WHILE, NEEDS)
NIGHT = (22, 6)  # hours of the local day, from and until
NIGHT_MINUTES = 2
SERIES_DAYS = 7
MARKER_DAYS = 14
WHILE_DAYS = 7
_PERIODS = {"day": 1, "week": 7, "month": 30}


class Exercise(NamedTuple):
    """An exercise as upkeep needs it: `ref` is pack/id, `suggest` and `needs` as the pack says them ({} for
    none), `minutes` None when not said."""

    ref: str
    title: str
    minutes: float | None
    suggest: Mapping[str, Any]
    needs: Mapping[str, Any]


class Suggestion(NamedTuple):
    """The one thing to offer: `rule` names the rule used (after-series, after-marker, every, times, while or
    needs), `why` says it in a sentence."""

    ref: str
    title: str
    minutes: float | None
    rule: str
    why: str


class _Facts(NamedTuple):
    """Everything known, with days as dates."""

    today: date
    done: Mapping[str, list[date]]
    values: Mapping[str, Any]
    collections: Mapping[str, int]
    series: Mapping[str, Sequence[Point]]
    markers: Mapping[str, Sequence[Marker]]
    titles: Mapping[str, str]


class _Due(NamedTuple):
    """A rule that holds: `share` of what the rule asks for that is done (0 comes first), and its words."""

    rule: str
    share: float
    why: str


def suggest(
    exercises: Sequence[Exercise],
    history: Mapping[str, Sequence[str]],
    values: Mapping[str, Any],
    collections: Mapping[str, int],
    today: str,
    hour: int,
    *,
    series: Mapping[str, Sequence[Point]] | None = None,
    markers: Mapping[str, Sequence[Marker]] | None = None,
    titles: Mapping[str, str] | None = None,
    declined: Collection[str] = frozenset(),
    night: tuple[int, int] = NIGHT,
) -> Suggestion | None:
    """The one suggestion, or None when no rule applies.

    `exercises` in the order they are declared; `history` the local ISO days each ref was done, a day once
    for each time; `values` by name; `collections` how many items each holds; `today` (ISO) and `hour` (0 to
    23) the local time; `series` and `markers` what was noted lately; `titles` the words for collections,
    series and markers; `declined` refs set aside today; `night` the hours with short exercises only. All
    names may be pack/name, or the bare name as the exercise's own pack writes it. Raises ValueError when
    `today` is no date.
    """
    day = parse_day(today)
    if day is None:
        raise ValueError("today is no ISO date")
    done = {ref: sorted(found for text in days if (found := parse_day(text))) for ref, days in history.items()}
    facts = _Facts(day, done, values, collections, series or {}, markers or {}, titles or {})
    short = in_night(hour, night)
    open_ = [one for one in exercises if one.ref not in declined and not _enough_today(one, facts)]
    fitting = [one for one in open_ if not short or (one.minutes is not None and one.minutes <= NIGHT_MINUTES)]
    if not any(done.values()):
        first = _first(fitting, facts)
        if first is not None:
            return first
    return _ranked(open_, fitting, facts)


def in_night(hour: int, night: tuple[int, int] = NIGHT) -> bool:
    """Whether an hour of the local day lies in the night hours, which may run past midnight."""
    start, end = night
    return start <= hour < end if start <= end else hour >= start or hour < end


def _first(exercises: Sequence[Exercise], facts: _Facts) -> Suggestion | None:
    """A place to begin: the first declared rhythm, for somebody who has done nothing here yet."""
    for one in exercises:
        if _times(one) and _ready(one, facts) and _while_holds(one, facts):
            why = words.WHY_FIRST.format(often=_often(one))
            return Suggestion(one.ref, one.title, one.minutes, TIMES, why)
    return None


def _ranked(open_: Sequence[Exercise], fitting: Sequence[Exercise], facts: _Facts) -> Suggestion | None:
    found: list[tuple[tuple[int, float, int, int], Suggestion]] = []
    places = {one.ref: at for at, one in enumerate(open_)}
    for one in open_:
        for due in _due(one, facts):
            target = one if _ready(one, facts) else _maker(one, fitting, facts)
            if target is None or target not in fitting:
                continue
            if target is not one:
                due = _Due(NEEDS, due.share, _why_needed(one, facts))
            days = facts.done.get(target.ref)
            last = days[-1].toordinal() if days else 0
            rank = (_ORDER.index(due.rule), due.share, last, places[one.ref])
            found.append((rank, Suggestion(target.ref, target.title, target.minutes, due.rule, due.why)))
    return min(found, key=lambda pair: pair[0])[1] if found else None
