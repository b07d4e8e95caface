"""What next, and why: one suggestion at most, from what packs say under `suggest`, and nothing else.

The rules stand in rules.py. Among those that apply: a date that lies ahead comes first, because it passes; then
something that happened, then a rhythm, then a gap. Then what is furthest from its rhythm, what was done longest
ago, what was declared first.
Nothing is ever due, and no sentence here counts what was not done.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from guide.insight.dates import parse_day
from guide.insight.rules import (
    AFTER_DATE,
    AFTER_MARKER,
    AFTER_SERIES,
    BEFORE,
    EVERY,
    NEEDS,
    TIMES,
    WHILE,
    Exercise,
    Facts,
    ahead,
    due,
    enough_today,
    far_ahead,
    look,
    needed,
    ready,
    rested,
    rhythm_words,
    span_over,
    times,
    title,
    while_holds,
)
from guide.insight.texts import clean
from guide.insight.values import Marker, Point
from guide.words import progress as words

NIGHT = (22, 6)  # hours of the local day, from and until
NIGHT_MINUTES = 1
ORDER = (BEFORE, AFTER_SERIES, AFTER_MARKER, AFTER_DATE, EVERY, TIMES, WHILE, NEEDS)


class Suggestion(NamedTuple):
    """The one thing to offer: `rule` names the rule used (one of ORDER), `why` says it in a sentence."""

    ref: str
    title: str
    minutes: float | None
    rule: str
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
    defaults: Mapping[str, Any] | None = None,
    declined: Collection[str] = frozenset(),
    finished: Mapping[str, Sequence[str]] | None = None,
    night: tuple[int, int] = NIGHT,
) -> Suggestion | None:
    """The one suggestion, or None when no rule applies.

    `exercises` in the order they are declared; `history` the local ISO days each ref was done, one for each
    time; `values` by name, those the person gave, and `defaults` those that packs declare; `collections` how
    many items each holds, or whether it holds any; `today` (ISO) and `hour` (0 to 23) the local time; `series` and
    `markers` what was noted lately (7 and 45 days are enough); `titles` the words for collections, series, markers and
    values;
    `declined` refs not to be offered now; `finished` the days in `history` on which it was walked to its end (all when
    left out); `night` the hours in which only exercises of at most one minute are offered.
    Names are pack/name, or bare as the exercise's own pack writes them. Raises ValueError when `today` is no date.
    """
    facts = _facts(history, values, collections, today)
    facts = facts._replace(
        series=series or {}, markers=markers or {}, titles=titles or {}, defaults=defaults or {},
        finished=None if finished is None else _by_day(finished),
    )  # fmt: skip
    late = in_night(hour, night)
    offered = {
        one.ref: one
        for one in exercises
        if one.ref not in declined and not enough_today(one, facts) and (not late or _short(one))
    }
    wished = [one for one in exercises if one.ref not in declined]
    return _first(list(offered.values()), facts) or _ranked(wished, offered, facts)


def in_night(hour: int, night: tuple[int, int] = NIGHT) -> bool:
    """Whether an hour of the local day lies in the night hours, which may run past midnight."""
    start, end = night
    return start <= hour < end if start <= end else hour >= start or hour < end


def enough(
    exercise: Exercise,
    history: Mapping[str, Sequence[str]],
    today: str,
    values: Mapping[str, Any] | None = None,
) -> str:
    """What may be said after an exercise was done: that it is enough for a page, or for today; else "".

    For a page once the stretch its rhythm is meant `for` has passed, it was done as often as once round asks, and
    no date under `before` is near. For today once the day holds `enough_a_day`, when the pack says so. Raises
    ValueError when `today` is no date.
    """
    facts = _facts(history, values or {}, {}, today)
    near = ahead(exercise, facts) is not None and not far_ahead(exercise, facts)
    least = times(exercise)
    done = len(facts.done.get(exercise.ref, ()))
    if least is not None and done >= least[0] and span_over(exercise, facts) and not near:
        return words.ENOUGH_SPAN
    said = "enough_a_day" in exercise.suggest and enough_today(exercise, facts)
    return words.ENOUGH_TODAY if said else ""


def _facts(
    history: Mapping[str, Sequence[str]],
    values: Mapping[str, Any],
    collections: Mapping[str, int],
    today: str,
) -> Facts:
    day = parse_day(today)
    if day is None:
        raise ValueError("today is no ISO date")
    return Facts(day, _by_day(history), values, collections, {}, {}, {})


def _by_day(history: Mapping[str, Sequence[str]]) -> dict[str, list[date]]:
    return {
        ref: sorted(found for text in days if (found := parse_day(text))) for ref, days in history.items()
    }


def _short(one: Exercise) -> bool:
    return one.minutes is not None and one.minutes <= NIGHT_MINUTES


def _suggestion(one: Exercise, rule: str, why: str) -> Suggestion:
    return Suggestion(one.ref, one.title, one.minutes, rule, why)


def _first(offered: Sequence[Exercise], facts: Facts) -> Suggestion | None:
    """A place to begin, for somebody who has done nothing here yet: the first declared rhythm."""
    if any(facts.done.values()):
        return None
    for one in offered:
        if times(one) and ready(one, facts) and while_holds(one, facts) and not far_ahead(one, facts):
            return _suggestion(one, TIMES, words.WHY_FIRST.format(often=rhythm_words(one, facts)))
    return None


def _ranked(wished: Sequence[Exercise], offered: Mapping[str, Exercise], facts: Facts) -> Suggestion | None:
    found: list[tuple[tuple[int, float, int, int], Suggestion]] = []
    for place, one in enumerate(wished):
        for rule, share, why in due(one, facts):
            target: Exercise | None = one
            if not ready(one, facts):
                target = _maker(one, offered, facts)
                rule, why = NEEDS, _why_needed(one, facts)
            if target is None or target.ref not in offered:
                continue
            days = facts.done.get(target.ref)
            last = days[-1].toordinal() if days else 0
            found.append(((ORDER.index(rule), share, last, place), _suggestion(target, rule, why)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _maker(one: Exercise, offered: Mapping[str, Exercise], facts: Facts) -> Exercise | None:
    """The exercise that makes what `one` needs, when it can be offered itself and was not done lately."""
    maker = look(offered, one.needs.get("made_by"), one.ref)
    return maker if maker is not None and ready(maker, facts) and rested(maker, facts) else None


def _why_needed(one: Exercise, facts: Facts) -> str:
    first = title(facts, needed(one)[0], one.ref)
    return words.WHY_NEEDED.format(exercise=clean(one.title), title=first)
