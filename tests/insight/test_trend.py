"""One number over days: what is drawn, what is said, and what stays out of both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.insight.texts import cells
from guide.insight.trend import Span, day_medians, line, line_chart
from guide.insight.values import Marker, Point

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
        "The line is broken where more than seven days lie between two notes.",
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


@given(any_points, any_markers, widths, st.integers(0, 30), st.booleans(), st.booleans())
def test_no_points_break_it(
    found: list[Point], markers: list[Marker], width: int, height: int, ascii: bool, bounded: bool
) -> None:
    shown = line(found, markers, day(3) if bounded else "", day(50) if bounded else "")
    rows = line_chart(shown, width, height, name="Mood", ascii=ascii)
    assert max(cells(row) for row in rows) <= width
    assert all(one.first <= one.last for one in (*shown.spans, *shown.gaps))
