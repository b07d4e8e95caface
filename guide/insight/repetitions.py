"""Rounds that were said, and the rule for setting the first of them beside the latest.

The rule is ours (care rule 4): first three beside latest three, only from six ratings on four different
days, and only when no day is in both groups, so that six rounds in one evening do not read as easing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guide.insight.dates import parse_day
from guide.insight.values import NUMB, Point, in_order, median, rating, was_asked

GROUP = 3  # ratings in the first and in the latest group
ENOUGH_RATINGS = 6
ENOUGH_DAYS = 4
NOT_ASKED = ""


class Repetition(NamedTuple):
    """One round that was said. `number` counts from 1; `expected` and `value` are None unless rated.

    `expected_state` is "" when nothing was asked before this round. `step` and `n` are its place in the entry, and
    `item` is what was repeated.
    """

    number: int
    day: str
    entry: str
    expected_state: str
    expected: float | None
    state: str
    value: float | None
    step: str = ""
    n: int = 0
    item: str = ""


class Compared(NamedTuple):
    """Medians of the first three and the latest three ratings, in points; `change` is latest less first."""

    first: float
    latest: float
    change: float


class Beside(NamedTuple):
    """Expected beside actual, in rounds: `less`, `more` and `same` where both were rated (`rated` in all),
    `one_numb` where only one of the two was numb, `nothing` where nothing was expected and nothing felt."""

    rated: int
    less: int
    more: int
    same: int
    one_numb: int
    nothing: int


def repetitions(discomfort: Iterable[Point], expected: Iterable[Point]) -> tuple[Repetition, ...]:
    """Every said round, oldest first, with what was expected of it. Points without a date are left out.

    A rating before and one after belong together when entry, step and place agree; where a step of its own
    asked before, they are taken in their order inside the entry.
    """
    said = [point for point in in_order(discomfort) if was_asked(point) and parse_day(point.day)]
    before, apart = _before(expected, {(point.entry, point.step) for point in said})
    found = []
    for order, point in enumerate(said, 1):
        waiting = apart.get(point.entry)
        guess = before.get((point.entry, point.step, point.n)) or (waiting.pop(0) if waiting else None)
        found.append(
            Repetition(
                number=order,
                day=point.day,
                entry=point.entry,
                expected_state=guess.state if guess else NOT_ASKED,
                expected=rating(guess) if guess else None,
                state=point.state,
                value=rating(point),
                step=point.step,
                n=point.n,
                item=point.item,
            )
        )
    return tuple(found)


def _before(
    expected: Iterable[Point], said: set[tuple[str, str]]
) -> tuple[dict[tuple[str, str, int], Point], dict[str, list[Point]]]:
    """What was expected: by place in the step that asked both, and by entry where another step asked before."""
    before: dict[tuple[str, str, int], Point] = {}
    apart: dict[str, list[Point]] = {}
    for point in in_order(point for point in expected if was_asked(point)):
        if (point.entry, point.step) in said:
            before[point.entry, point.step, point.n] = point
        else:
            apart.setdefault(point.entry, []).append(point)
    return before, apart


def compare(rated: Sequence[tuple[str, float]]) -> Compared | None:
    """First three beside latest three of (day, rating), oldest first; None when the rule forbids it."""
    if len(rated) < ENOUGH_RATINGS or len({day for day, _ in rated}) < ENOUGH_DAYS:
        return None
    first, latest = rated[:GROUP], rated[-GROUP:]
    if {day for day, _ in first} & {day for day, _ in latest}:
        return None
    middle, now = median([value for _, value in first]), median([value for _, value in latest])
    return Compared(middle, now, now - middle)


def beside(said: Sequence[Repetition]) -> Beside:
    """Counts of expected beside actual. Numb enters none of the comparisons."""
    pairs = [(one.expected, one.value) for one in said if one.expected is not None and one.value is not None]
    less = sum(value < guess for guess, value in pairs)
    more = sum(value > guess for guess, value in pairs)
    nothing = sum(one.expected_state == NUMB and one.state == NUMB for one in said)
    one_numb = sum(
        (one.expected_state == NUMB and one.value is not None)
        or (one.state == NUMB and one.expected is not None)
        for one in said
    )
    return Beside(len(pairs), less, more, len(pairs) - less - more, one_numb, nothing)
