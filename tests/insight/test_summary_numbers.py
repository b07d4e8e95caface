"""Numbers on the page are those of all ratings, as under the chart; a number for a day says what it is the middle of."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from guide.insight.measures import Measure, level
from guide.insight.summary import Measured, Scale, summary
from guide.insight.texts import number
from guide.insight.trend import line
from guide.insight.values import Point

from .making import points, rated_points
from .making_facts import EMPTY, scale
from .test_summary import flat


def said(values: Sequence[float], on: list[int]) -> str:
    return flat(summary(EMPTY._replace(mood=(scale(list(values), "Mood", on),)))).partition(" Mood (0 is ")[2]


def test_the_ends_are_those_of_all_ratings() -> None:
    assert "middle 6, from 2 to 10; 6 notes on 3 days." in said([2, 10] * 3, [0, 0, 1, 1, 2, 2])
    assert "6 each day; 4 notes on 2 days." in said([6] * 4, [0, 0, 1, 1])
    assert "each day" not in said([5, 7, 6], [0, 0, 1])


def test_the_middle_of_all_numbers_stands_beside_that_of_the_days_where_it_differs() -> None:
    assert "middle 4 by day, 10 of all numbers, from 4 to 10; 7 notes on 3 days." in said(
        [10] * 5 + [4, 4], [0] * 5 + [1, 2]
    )


def test_one_day_with_several_ratings_says_so() -> None:
    assert "6 on 1 Oct (middle of 2, from 2 to 10)." in said([2, 10], [0, 0])
    assert "6 on 1 Oct (middle of 2)." in said([6, 6], [0, 0])
    assert "6 on 1 Oct." in said([6], [0])


@pytest.mark.parametrize("start", [None, 9.0])
def test_a_measure_says_what_its_numbers_are_the_middle_of(start: float | None) -> None:
    measure = Measure("m", "fear", 0, 10, "", start, "2026-10-01", False)
    page = flat(
        summary(EMPTY._replace(measures=(Measured(measure, tuple(points([8, 4, 2, 6], [0, 0, 3, 3]))),)))
    )
    assert "; 4 on 4 Oct (middle of 2, from 2 to 6); " in page
    began = (
        "6 at the start (1 Oct, middle of 2, from 4 to 8);" if start is None else "9 at the start (1 Oct);"
    )
    assert began in page


@settings(max_examples=200, deadline=None)
@given(rated_points)
def test_the_page_and_the_chart_agree(found: list[Point]) -> None:
    drawn = line(found)
    page = flat(summary(EMPTY._replace(mood=(Scale("Mood", 0, 10, "none", "all", tuple(found)),))))
    rated = [day for day in drawn.days if day.value is not None]
    if len(rated) < 2 or drawn.low is None or drawn.high is None or drawn.middle is None:
        return
    days = f"{drawn.notes} notes on {len(rated)} days."
    if drawn.low == drawn.high:
        assert f": {number(drawn.low)} each day; {days}" in page
        return
    ends = f", from {number(drawn.low)} to {number(drawn.high)}; {days}"
    middle = re.escape(number(drawn.middle))
    assert re.search(rf": middle (?:{middle}|\S+ by day, {middle} of all numbers){re.escape(ends)}", page)


@settings(max_examples=100, deadline=None)
@given(rated_points)
def test_a_measure_is_now_what_its_chart_says(found: list[Point]) -> None:
    measure = Measure("m", "fear", 0, 10)
    now = level(measure, found)
    page = flat(summary(EMPTY._replace(measures=(Measured(measure, tuple(found)),))))
    if now.now is not None:
        last = [day for day in line(found).days if day.value is not None][-1]
        assert re.search(rf"\b{re.escape(number(now.now))} on \d+ \w+( \(middle of|[.;])", page)
        assert last.value == now.now
