"""What the strategies of this room reach, so that the properties tested with them are not empty."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from guide.insight.dates import parse_day
from guide.insight.ease import ease
from guide.insight.noted import day_medians
from guide.insight.trend import line
from guide.insight.values import Point, rating

from .making import any_points

EXAMPLES = 200
Points = list[Point]
T = TypeVar("T")


def drawn(strategy: st.SearchStrategy[T]) -> list[T]:
    """So many examples, the same at each run."""
    found: list[T] = []

    @settings(
        max_examples=EXAMPLES,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(one: T) -> None:
        found.append(one)

    collect()
    return found


@pytest.fixture(scope="module")
def examples() -> list[Points]:
    return drawn(any_points)


def rated_days(points: Points) -> int:
    return sum(day.value is not None for day in day_medians(points))


def several_a_day(points: Points) -> bool:
    days = [one.day for one in points if rating(one) is not None]
    return len({*days}) < len(days)


def numb_beside_ratings(points: Points) -> bool:
    numb = {one.day for one in points if one.state == "numb"}
    return any(day.value is not None and day.day in numb for day in day_medians(points))


def travelled(points: Points) -> bool:
    """Whether a later moment has an earlier day, though no clock was set back."""
    known = sorted(
        (one for one in points if parse_day(one.day) and one.at.endswith("Z")), key=lambda one: one.at
    )
    return any(one.day > two.day for one, two in pairwise(known))


def leap_day(points: Points) -> bool:
    return any(one.day.endswith("-02-29") for one in points)


@pytest.mark.parametrize(
    ("what", "share"),
    [
        (lambda points: rated_days(points) > 1, 0.5),
        (lambda points: rated_days(points) > 3, 0.3),
        (lambda points: bool(line(points).gaps), 0.3),
        (lambda points: len(line(points).spans) < rated_days(points), 0.3),
        (several_a_day, 0.2),
        (numb_beside_ratings, 0.15),
        (travelled, 0.15),
        (leap_day, 0.05),
        (lambda points: ease(points, []).compared is not None, 0.15),
        (lambda points: ease(points, []).rated > 5 and ease(points, []).compared is None, 0.02),
        (lambda points: ease(points, []).muted, 0.03),
    ],
    ids=[
        "two days",
        "four days",
        "a gap",
        "joined days",
        "several a day",
        "numb beside ratings",
        "travel",
        "a leap day",
        "a direction",
        "no direction",
        "muted",
    ],
)
def test_any_points_are_often_enough(
    examples: list[Points], what: Callable[[Points], bool], share: float
) -> None:
    assert sum(map(what, examples)) >= share * len(examples)


def test_what_was_expected_often_belongs_to_what_was_there() -> None:
    found = drawn(st.tuples(any_points, any_points))
    assert sum(ease(*both).beside.rated > 1 for both in found) >= 0.1 * len(found)
    assert sum(ease(*both).beside.one_numb > 0 for both in found) >= 0.1 * len(found)
