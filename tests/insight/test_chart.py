"""Charts are rows of plain text that fit, and that can be read without colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.insight.chart import ACTUAL, EXPECTED, Axis, Dot, Trace, Upright, draw
from guide.insight.texts import cells

from .making import printable, texts, widths

EVERY = (1, 2, 5, 10, 100)


def chart(*traces: Trace, last: int = 5, width: int = 40, height: int = 11, ascii: bool = False) -> list[str]:
    return draw(traces, Axis(1, last, 6, EVERY, str), width=width, height=height, ascii=ascii)


def test_each_whole_number_has_a_row_of_its_own() -> None:
    rows = chart(Trace("actual", ACTUAL, tuple(Dot(n + 1, n) for n in range(11))), last=11, width=60)
    assert [rows[10 - n].count("●") for n in range(11)] == [1] * 11
    assert rows[0].startswith("10┤") and rows[5].startswith(" 5┤") and rows[10].startswith(" 0┤")


def test_numb_stands_under_the_axis_and_never_on_the_scale() -> None:
    rows = chart(Trace("actual", ACTUAL, (Dot(1, 0), Dot(2, None), Dot(3, 10))))
    assert all("o" not in row for row in rows[:12])
    assert rows[12].startswith("numb") and rows[12].count("o") == 1
    assert "o numb (outside the scale)" in rows[-1]


def test_expected_actual_and_both_have_different_marks_and_a_legend() -> None:
    expected = Trace("expected", EXPECTED, (Dot(1, 8), Dot(2, 5), Dot(3, None)))
    actual = Trace("actual", ACTUAL, (Dot(1, 6), Dot(2, 5), Dot(3, None)))
    rows = chart(expected, actual)
    assert "x" in rows[2] and "●" in rows[4] and "■" in rows[5]
    assert "@" in rows[12]
    legend = " ".join(rows[14:])
    assert all(text in legend for text in ("x expected", "● actual", "■ both", "@ numb, as expected"))


def test_ascii_draws_nothing_but_ascii() -> None:
    traces = (
        Trace("expected", EXPECTED, (Dot(1, 8), Dot(2, 5), Dot(3, None))),
        Trace("actual", ACTUAL, (Dot(1, 6), Dot(2, 5), Dot(3, None), Dot(4, 2)), gap=7),
    )
    rows = draw(
        traces, Axis(1, 5, 6, EVERY, str), width=40, height=11, uprights=[Upright(2.5, "50 mg")], ascii=True
    )
    assert all(row.isascii() for row in rows)


def test_a_line_joins_near_neighbours_and_breaks_over_gaps_and_numb() -> None:
    joined = chart(Trace("", ACTUAL, (Dot(1, 5), Dot(3, 5)), gap=7))
    apart = chart(Trace("", ACTUAL, (Dot(1, 5), Dot(9, 5)), gap=7), last=9)
    numb = chart(Trace("", ACTUAL, (Dot(1, 5), Dot(2, None), Dot(3, 5)), gap=7))
    assert "·" in joined[5]
    assert not any("·" in row for row in apart + numb)


def test_a_vertical_line_has_its_words_beneath() -> None:
    trace = Trace("actual", ACTUAL, (Dot(1, 5), Dot(4, 5)))
    rows = draw(
        (trace,), Axis(1, 4, 6, EVERY, str), width=40, height=5, uprights=[Upright(2.5, "3 Sep: 50 mg")]
    )
    column = rows[0].index("│")
    assert all(row[column] == "│" for row in rows[:5])
    assert rows[5][column] == "a"
    assert "a 3 Sep: 50 mg" in rows


def test_a_value_outside_the_range_widens_the_scale_instead_of_lying() -> None:
    rows = chart(Trace("actual", ACTUAL, (Dot(1, 12),)))
    assert rows[0].startswith("12┤●")


def test_nothing_to_draw_is_said() -> None:
    assert chart(Trace("actual", ACTUAL, ())) == ["Nothing to draw yet."]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_first_and_the_last_unit_are_named(width: int) -> None:
    rows = chart(Trace("", ACTUAL, tuple(Dot(n, 3) for n in range(1, 201))), last=200, width=width)
    labels = rows[12].split()
    assert labels[0] == "1" and labels[-1] == "200"


@pytest.mark.parametrize("name", ["\x08", " ", "two\nlines", "\x1b[2J"])
def test_outside_words_in_a_legend_are_cleaned(name: str) -> None:
    numb, rated = Trace("0", EXPECTED, (Dot(1, None),)), Trace(name, ACTUAL, (Dot(1, 0),))
    rows = chart(numb, rated)
    assert all(printable(row) and row == row.rstrip() for row in rows)


dots = st.lists(
    st.builds(Dot, st.integers(1, 300), st.one_of(st.none(), st.integers(-5, 200), st.floats(-1e15, 1e15))),
    max_size=40,
).map(tuple)


@given(
    expected=dots,
    actual=dots,
    uprights=st.lists(st.builds(Upright, st.floats(-10, 400), texts), max_size=80),
    names=st.tuples(texts, texts),
    last=st.integers(1, 300),
    width=widths,
    height=st.integers(0, 30),
    gap=st.one_of(st.none(), st.integers(1, 9)),
    ascii=st.booleans(),
)
def test_no_row_is_ever_wider_than_allowed(
    expected: tuple[Dot, ...],
    actual: tuple[Dot, ...],
    uprights: list[Upright],
    names: tuple[str, str],
    last: int,
    width: int,
    height: int,
    gap: int | None,
    ascii: bool,
) -> None:
    traces = (Trace(names[0], EXPECTED, expected), Trace(names[1], ACTUAL, actual, gap))
    axis = Axis(1, last, 6, EVERY, str)
    rows = draw(traces, axis, width=width, height=height, uprights=uprights, ascii=ascii)
    assert max(cells(row) for row in rows) <= width
    assert all(row == row.rstrip() and "\n" not in row and "\x1b" not in row for row in rows)
