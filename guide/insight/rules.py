"""What a pack says under `suggest` and `needs`, held against what was done: which rules apply today.

- `times` + `per` (day, week, month) + `for`: while it was done fewer than `times` times in the last `per`,
  and until `for` has passed since it was first done. A week or month rule never asks twice in one day.
- `every`: a span, or the name of a value that holds one; counted from the last time, or from the first
  day of anything when it was never done.
- `enough_a_day`: nothing more on a day that holds it this often. When not said: `times` for a day rule,
  else once.
- `after: {series, at_least}`: when a note of the last 7 days reached it and the exercise was not done since.
- `after: {marker}`: within 14 days of a dated event, when not done since.
- `after: {value}`: within 14 days after the date that a value holds, from the day after it, when not done since.
- `before`: the name of a value that holds a date. Once to its end within the 14 days up to that date, the date
  included.
  Beside `times` it is no rule of its own: while the date lies ahead the rhythm counts within those 14 days only,
  whatever `for` says; without such a date, `times`, `per` and `for` stand as they are.
- `while: {collection, empty}`: a condition on every rule above; alone, a rule of its own, once in 7 days.

A date of which only the month or the year is known is no day, and no rule about a date uses it. The 7 and 14
days are our judgement: long enough to meet a tired person, short enough to let a thing rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from guide.insight.dates import day_words, days_words, parse_day, period, span_days
from guide.insight.texts import clean, number
from guide.insight.values import Marker, Point, rating
from guide.words import progress as words

BEFORE = "before"
AFTER_SERIES = "after-series"
AFTER_MARKER = "after-marker"
AFTER_DATE = "after-date"
EVERY = "every"
TIMES = "times"
WHILE = "while"
NEEDS = "needs"
BEFORE_DAYS = 14
SERIES_DAYS = 7
MARKER_DAYS = 14
AFTER_DATE_DAYS = 14
QUIET_DAYS = 7
_OWN_RULES = ("times", "every", "after", "before")
PERIODS = {"day": 1, "week": 7, "month": 30}
_LONGEST_PERIOD = 31  # days; a month will do, a year says too little about when something happened


class Exercise(NamedTuple):
    """An exercise as the rules need it: `ref` is pack/id, `suggest` and `needs` as the pack says them ({} for
    none), `minutes` None when not said."""

    ref: str
    title: str
    minutes: float | None
    suggest: Mapping[str, Any]
    needs: Mapping[str, Any]


class Facts(NamedTuple):
    """Everything known today. `done` holds, by ref, the days it was done, rising, one for each time.

    `finished` are those of them on which it was walked to its end; None when that is not known apart. `values` are
    those the person gave, `defaults` what packs declare for the time before.
    """

    today: date
    done: Mapping[str, list[date]]
    values: Mapping[str, Any]
    collections: Mapping[str, int]
    series: Mapping[str, Sequence[Point]]
    markers: Mapping[str, Sequence[Marker]]
    titles: Mapping[str, str]
    defaults: Mapping[str, Any] = {}
    finished: Mapping[str, list[date]] | None = None


class Due(NamedTuple):
    """A rule that applies: `share` of what it asks for that is done already (0 to 1), and its words."""

    rule: str
    share: float
    why: str


def due(one: Exercise, facts: Facts) -> Iterator[Due]:
    """Every rule of an exercise that applies today; none while `while` does not hold or today is enough."""
    if enough_today(one, facts) or not while_holds(one, facts):
        return
    yield from _before(one, facts)
    yield from _after_series(one, facts)
    yield from _after_marker(one, facts)
    yield from _after_date(one, facts)
    yield from _every(one, facts)
    yield from _often(one, facts)
    yield from _while(one, facts)


def times(one: Exercise) -> tuple[int, int] | None:
    """How many times in how many days, or None when the pack says no such rhythm."""
    amount, per = one.suggest.get("times"), PERIODS.get(str(one.suggest.get("per")))
    if isinstance(amount, bool) or not isinstance(amount, int) or amount < 1 or per is None:
        return None
    return amount, per


def enough_today(one: Exercise, facts: Facts) -> bool:
    """Whether today holds it often enough. A day later than today (a clock put back) counts as today."""
    said = one.suggest.get("enough_a_day")
    if isinstance(said, bool) or not isinstance(said, int):
        rhythm = times(one)
        said = rhythm[0] if rhythm and rhythm[1] == 1 else 1
    return sum(day >= facts.today for day in facts.done.get(one.ref, ())) >= said


def far_ahead(one: Exercise, facts: Facts) -> bool:
    """Whether the date named under `before` lies further ahead than the days in which it counts."""
    day = ahead(one, facts)
    return day is not None and (day - facts.today).days >= BEFORE_DAYS


def ahead(one: Exercise, facts: Facts) -> date | None:
    """The day named under `before`, while it has not passed."""
    day = _dated(one, facts, one.suggest["before"]) if "before" in one.suggest else None
    return day if day is not None and day >= facts.today else None


def span_over(one: Exercise, facts: Facts) -> bool:
    """Whether the stretch that a rhythm is meant `for` has passed since the exercise was first done."""
    length, done = span_days(one.suggest.get("for")), facts.done.get(one.ref)
    return bool(length and done and (facts.today - done[0]).days >= length)


def while_holds(one: Exercise, facts: Facts) -> bool:
    """Whether the collection named under `while` is empty, or holds something, as the pack asks."""
    rule = one.suggest.get("while")
    if not isinstance(rule, Mapping):
        return True
    held = look(facts.collections, rule.get("collection"), one.ref) or 0
    return (held == 0) is bool(rule.get("empty", True))


def ready(one: Exercise, facts: Facts) -> bool:
    """Whether one of the collections that an exercise needs holds something."""
    names = needed(one)
    return not names or any(look(facts.collections, name, one.ref) for name in names)


def needed(one: Exercise) -> list[str]:
    """The collections of which one has to hold something, as the pack names them."""
    said = one.needs.get("collection") or []
    return [said] if isinstance(said, str) else list(said)


def rhythm_words(one: Exercise, facts: Facts) -> str:
    """The rhythm of an exercise in words: "about 3 times a week, for 2 weeks", or "until 3 Dec"."""
    rhythm = times(one)
    if rhythm is None:
        return ""
    amount, per = rhythm[0], str(one.suggest["per"])
    text = words.TIMES_A[0 if amount == 1 else 1].format(n=amount, per=per)
    day = ahead(one, facts)
    if day is not None:
        return text + words.UNTIL.format(day=_day_words(day, facts))
    length = span_days(one.suggest.get("for"))
    if not length:
        return text
    span = days_words(length)
    return text + (words.FOR_SPAN if span[0].isdigit() else words.FOR_ONE).format(span=span)


def look(known: Mapping[str, Any], name: object, ref: str) -> Any:
    """What is known under a name, written in full (pack/name) or as the pack of `ref` does; else None."""
    text = str(name)
    return known[text] if text in known else known.get(f"{ref.partition('/')[0]}/{text}")


def title(facts: Facts, name: object, ref: str) -> str:
    """The title of a collection, series, marker or value; its name with spaces when none is known."""
    found = look(facts.titles, name, ref)
    return clean(str(found or str(name).rpartition("/")[2].replace("-", " ")))


def _dated(one: Exercise, facts: Facts, name: object) -> date | None:
    """The whole day that a value holds; None when it holds none."""
    kept = look(facts.values, name, one.ref)
    return parse_day(kept) if isinstance(kept, str) else None


def _day_words(day: date, facts: Facts) -> str:
    return day_words(day.isoformat(), facts.today.isoformat())


def _done_since(one: Exercise, facts: Facts, day: date) -> bool:
    return any(done >= day for done in facts.done.get(one.ref, ()))


def _before(one: Exercise, facts: Facts) -> Iterator[Due]:
    """Stopped half way it does not count: what it is for lies at its end, and the date is still to come."""
    day = ahead(one, facts)
    if day is None or far_ahead(one, facts) or times(one):
        return
    walked = facts if facts.finished is None else facts._replace(done=facts.finished)
    if not _done_since(one, walked, date.fromordinal(max(1, day.toordinal() - BEFORE_DAYS + 1))):
        name = title(facts, one.suggest["before"], one.ref)
        yield Due(BEFORE, 0, words.WHY_DATE.format(title=name, day=_day_words(day, facts)))


def _after_series(one: Exercise, facts: Facts) -> Iterator[Due]:
    rule = one.suggest.get("after")
    least = rule.get("at_least") if isinstance(rule, Mapping) else None
    if not isinstance(rule, Mapping) or "series" not in rule or not isinstance(least, (int, float)):
        return
    since = facts.today - timedelta(days=min(SERIES_DAYS - 1, facts.today.toordinal() - 1))
    days = [
        day
        for point in look(facts.series, rule["series"], one.ref) or ()
        if (value := rating(point)) is not None and value >= least
        if (day := parse_day(point.day)) and since <= day <= facts.today
    ]
    if days and not _done_since(one, facts, max(days)):
        name = title(facts, rule["series"], one.ref)
        yield Due(AFTER_SERIES, 0, words.WHY_AFTER_SERIES.format(title=name, at_least=number(least)))


def _after_marker(one: Exercise, facts: Facts) -> Iterator[Due]:
    rule = one.suggest.get("after")
    if not isinstance(rule, Mapping) or "marker" not in rule:
        return
    for marker in look(facts.markers, rule["marker"], one.ref) or ():
        dates = period(marker.date)
        if dates is None or (dates[1] - dates[0]).days > _LONGEST_PERIOD:
            continue
        recent = dates[0] <= facts.today and (facts.today - dates[1]).days < MARKER_DAYS
        if recent and not _done_since(one, facts, dates[0]):
            yield Due(
                AFTER_MARKER, 0, words.WHY_AFTER_MARKER.format(title=title(facts, rule["marker"], one.ref))
            )
            return


def _after_date(one: Exercise, facts: Facts) -> Iterator[Due]:
    rule = one.suggest.get("after")
    if not isinstance(rule, Mapping) or "value" not in rule:
        return
    day = _dated(one, facts, rule["value"])
    if day is None or not 0 < (facts.today - day).days <= AFTER_DATE_DAYS:
        return
    if not _done_since(one, facts, day + timedelta(days=1)):
        name = title(facts, rule["value"], one.ref)
        yield Due(AFTER_DATE, 0, words.WHY_DATE_PAST.format(title=name, day=_day_words(day, facts)))


def _every(one: Exercise, facts: Facts) -> Iterator[Due]:
    said = one.suggest.get("every")
    span, why = span_days(said), words.WHY_EVERY
    if span is None and said is not None:
        chosen = look(facts.values, said, one.ref)
        span = span_days(look(facts.defaults, said, one.ref) if chosen is None else chosen)
        why = words.WHY_EVERY if chosen is None else words.WHY_EVERY_CHOSEN
    anything = [days[0] for days in facts.done.values() if days]
    mine = facts.done.get(one.ref)
    if span is None or not anything:
        return
    if (facts.today - (mine[-1] if mine else min(anything))).days >= span:
        yield Due(EVERY, 0, why.format(span=days_words(span)))


def _often(one: Exercise, facts: Facts) -> Iterator[Due]:
    rhythm = times(one)
    if rhythm is None or far_ahead(one, facts) or (ahead(one, facts) is None and span_over(one, facts)):
        return
    amount, per = rhythm
    if per > 1 and _done_since(one, facts, facts.today):
        return
    done = facts.done.get(one.ref, ())
    inside = sum((facts.today - day).days < per for day in done)
    if inside < amount:
        why = words.WHY_TIMES if done else words.WHY_TIMES_NEW
        yield Due(TIMES, inside / amount, why.format(often=rhythm_words(one, facts)))


def _while(one: Exercise, facts: Facts) -> Iterator[Due]:
    """`while` without any other rule: holds already, or `due` would have left."""
    rule = one.suggest.get("while")
    if not isinstance(rule, Mapping) or any(key in one.suggest for key in _OWN_RULES):
        return
    if not rested(one, facts):
        return
    text = words.WHY_EMPTY if rule.get("empty", True) else words.WHY_HELD
    yield Due(WHILE, 0, text.format(title=title(facts, rule.get("collection"), one.ref)))


def rested(one: Exercise, facts: Facts) -> bool:
    """Whether an exercise was left alone long enough to be offered without a rhythm of its own."""
    return not any((facts.today - day).days < QUIET_DAYS for day in facts.done.get(one.ref, ()))
