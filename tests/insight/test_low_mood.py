"""The rule of thumb about low mood, and when coming back is asked about: at their edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.insight.coming_back import AWAY, away
from guide.insight.low_mood import DAYS, FRESH, REST, WITHIN, low_days, may_offer
from guide.insight.values import Point

from .making import any_points, day, days, points, texts

TODAY = day(60)


@pytest.mark.parametrize(
    ("values", "on", "low"),
    [
        ([3, 3, 3, 3, 3], [56, 57, 58, 59, 60], 5),
        ([0, 1, 2, 3, 3], [47, 50, 53, 56, 58], 5),
        ([3, 3, 3, 3, 3], [46, 57, 58, 59, 60], 0),  # the first is older than 14 days
        ([3, 3, 3, 3], [57, 58, 59, 60], 0),
        ([3, 3, 3, 3, 3], [50, 51, 52, 53, 57], 0),  # the latest is older than 3 days
        ([3, 3, 3, 3, 3, 9], [50, 51, 52, 53, 57, 60], 0),  # a high note does not make it fresh
        ([3, 3, 3, 3, 4], [56, 57, 58, 59, 60], 0),
        ([3, 3, 3, 3, 3], [58, 58, 59, 60, 60], 0),  # five notes on three days
        ([3, 3, 3, 3, "cannot-tell"], [56, 57, 58, 59, 60], 0),
        ([3, 3, 3, 3, "numb"], [56, 57, 58, 59, 60], 0),
        ([3, 9, 3, 9, 3, 3, 3], [54, 55, 56, 57, 58, 59, 60], 5),  # better days between do not undo it
        ([3, 3, 3, 3, 3], [58, 59, 60, 61, 62], 0),  # days to come (a clock put back)
        ([2] * 14, list(range(47, 61)), 14),
    ],
)
def test_low_days(values: list[float | str], on: list[int], low: int) -> None:
    assert low_days(points(values, on), TODAY) == low


@pytest.mark.parametrize(
    ("offered", "may"),
    [("", True), (TODAY, True), (day(59), False), (day(47), False), (day(46), True), (day(61), False),
     (day(74), True), ("no date", True)],
)  # fmt: skip
def test_it_rests_for_two_weeks_after_the_day_it_stood_there(offered: str, may: bool) -> None:
    assert may_offer(offered, TODAY) is may


@pytest.mark.parametrize(
    ("last", "is_away"),
    [(day(46), True), (day(47), False), (day(60), False), (day(0), True), (day(61), False), ("", False)],
)
def test_coming_back_is_two_weeks_after_the_latest_entry(last: str, is_away: bool) -> None:
    assert away(last, TODAY) is is_away


def test_the_numbers_are_those_of_the_care_rules() -> None:
    assert (DAYS, WITHIN, FRESH, REST, AWAY) == (5, 14, 3, 14, 14)


@given(any_points, st.one_of(days, texts), st.one_of(days, texts))
def test_nothing_breaks_it(noted: list[Point], today: str, offered: str) -> None:
    found = low_days(noted, today)
    assert found == 0 or DAYS <= found <= WITHIN
    may_offer(offered, today)
    away(offered, today)
