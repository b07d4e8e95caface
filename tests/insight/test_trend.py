"""One number over days: what is drawn, what is said, and what stays out of both."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide.insight.dates import parse_day
from guide.insight.texts import cells
from guide.insight.trend import Span, day_medians, line, line_chart
from guide.insight.values import Marker, Point, rating

from .making import any_markers, any_points, day, point, points, widths

TODAY = "2026-12-01"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_month_of_nothing_at_all_draws_as_tens(width: int) -> None:
    found = line(points([10] * 30))
    rows = line_chart(found, width)
    assert rows[0].startswith("10┤●") and rows[0].count("●") == 30
    assert not any("●" in row for row in rows[1:])
    assert not any(row.startswith("numb") for row in rows)
    assert found.words[0].startswith("30 notes on 30 days, each 10; the latest on ")


def test_the_sentence_counts_and_takes_no_side() -> None:
    values: list[float | str | None] = [3, 8, 6, 6, 5, 7, 6, 8, 4, 6, 5]
    found = line(points(values, [0, 0, 1, 2, 3, 4, 4, 5, 6, 7, 42]), today=TODAY)
    assert found.words == (
        "11 notes on 9 days, from 3 to 8, middle 6; the latest 5 on 12 Nov.",
        "The line is broken where one note and the next are more than seven days apart.",
    )


def test_one_note_none_and_only_other_states() -> None:
    assert line([point(0, 4)], today=TODAY).words == ("1 note: 4 on 1 Oct.",)
    assert line([]).words == ("No notes in this time.",)
    assert line([point(0, "numb")]).words == (
        "No number noted in this time.",
        "Besides these, outside every number: numb once.",
    )


def test_other_states_are_counted_apart() -> None:
    found = line(points([2, "numb", "cannot-tell", "cannot-tell", 4]))
    assert (found.notes, found.middle) == (2, 3)
    assert found.outside == (("numb", 1), ("cannot-tell", 2))
    assert "Besides these, outside every number: numb once, cannot tell 2 times." in found.words


def test_a_day_is_its_median_and_numb_never_enters_it() -> None:
    found = day_medians(points([2, 9, "numb", 4, "numb"], [0, 0, 0, 0, 1]))
    assert found == ((day(0), 4, 4), (day(1), None, 1))


@pytest.mark.parametrize(("apart", "broken"), [(7, False), (8, True)])
def test_the_line_breaks_over_more_than_seven_days(apart: int, broken: bool) -> None:
    found = line(points([5, 5], [0, apart]))
    assert found.gaps == ((Span(day(0), day(apart)),) if broken else ())
    assert any("·" in row for row in line_chart(found, 60)) is not broken
    assert any("more than seven days apart" in text for text in found.words) is broken


def test_only_the_days_asked_for_count() -> None:
    found = line(points([1, 2, 3, 4]), since=day(1), until=day(2))
    assert (found.low, found.high, found.since, found.until) == (2, 3, day(1), day(2))


def test_markers_are_drawn_where_they_belong() -> None:
    markers = [
        Marker(day(4), "day", "50 mg"),
        Marker("2026-10", "month", "other"),
        Marker("2019", "year", "old"),
    ]
    found = line(points([5, 6], [0, 9]), markers, today=TODAY)
    rows = line_chart(found, 60, name="Flatness", today=TODAY)
    assert "a about Oct 2026: other" in rows and "b 5 Oct: 50 mg" in rows
    assert not any("old" in row for row in rows)
    assert rows[-1] == "● Flatness"
    assert "feelings also shift" in found.words[-1]


def test_years_of_days_fit() -> None:
    rows = line_chart(line(points([5, 6], [0, 3650])), 40)
    assert max(map(len, rows)) <= 40
    assert "1 Oct 2026" in rows[12] and "28 Sep 2036" in rows[12]


@given(any_points, st.lists(st.integers(0, 60), max_size=9))
def test_numb_changes_no_number(found: list[Point], numb_on: list[int]) -> None:
    plain = line(found)
    mixed = line(found + [point(on, "numb")._replace(value=0) for on in numb_on])
    assert (mixed.notes, mixed.low, mixed.high, mixed.middle, mixed.spans) == (
        plain.notes, plain.low, plain.high, plain.middle, plain.spans)  # fmt: skip


def ratings_by_day(found: list[Point]) -> dict[str, list[float]]:
    """The ratings of each day, counted without the code under test."""
    held: dict[str, list[float]] = {}
    for one in found:
        value = rating(one)
        if value is not None and parse_day(one.day):
            held.setdefault(one.day, []).append(value)
    return held


def apart(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


@given(any_points)
@example(points([1, 2, 3], [0, 7, 15]))
def test_the_line_breaks_where_two_days_with_a_rating_are_more_than_seven_apart(found: list[Point]) -> None:
    shown = line(found)
    rated = sorted(ratings_by_day(found))
    broken = [Span(one, two) for one, two in pairwise(rated) if apart(one, two) > 7]
    assert list(shown.gaps) == broken
    assert [one.first for one in shown.spans] == [*rated[:1], *(gap.last for gap in broken)]
    assert any("more than seven days apart" in text for text in shown.words) is bool(broken)


@given(any_points)
@example(points([1, "numb", 3], [0, 1, 2]))
@example(points([1, 9], [0, 8]))
def test_what_is_drawn_joined_was_noted_on_days_that_follow_each_other(found: list[Point]) -> None:
    shown = line(found)
    near = [
        one.value is not None and two.value is not None and apart(one.day, two.day) <= 7
        for one, two in pairwise(shown.days)
    ]
    assert any(near) or not any("·" in row for row in line_chart(shown, 120))


@given(any_points)
@example(points([8, "numb", "numb"], [0, 0, 1]))
def test_a_day_is_the_median_of_its_ratings_and_of_nothing_else(found: list[Point]) -> None:
    shown, held = line(found), ratings_by_day(found)
    numb = {one.day for one in found if one.state == "numb" and parse_day(one.day)}
    assert {day.day: day.value for day in shown.days} == {
        on: median(held[on]) if on in held else None for on in held.keys() | numb
    }
    every = [value for values in held.values() for value in values]
    assert (shown.low, shown.high) == (min(every, default=None), max(every, default=None))
    assert (shown.notes, shown.middle) == (len(every), median(every) if every else None)
    if held:
        assert shown.latest_day == max(held) and shown.latest in held[shown.latest_day]


@given(any_points, any_markers, widths, st.integers(0, 30), st.booleans(), st.booleans())
def test_no_points_break_it(
    found: list[Point], markers: list[Marker], width: int, height: int, ascii: bool, bounded: bool
) -> None:
    shown = line(found, markers, day(3) if bounded else "", day(50) if bounded else "")
    rows = line_chart(shown, width, height, name="Mood", ascii=ascii)
    assert max(cells(row) for row in rows) <= width
    assert all(one.first <= one.last for one in (*shown.spans, *shown.gaps))
