"""The plain values, and the helpers for numbers, words and dates."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.insight import values
from guide.insight.dates import day_words, days_words, parse_day, period, span_days, span_words
from guide.insight.texts import cells, clean, clip, number, wrap
from guide.insight.values import median, rating
from guide.steps import base

from .making import point

ROOT = Path(__file__).resolve().parents[2]


def test_the_states_are_those_of_the_step_kinds() -> None:
    here = (values.GIVEN, values.NUMB, values.HIDDEN, values.NOT_REACHED)
    assert here == (base.GIVEN, base.NUMB, base.HIDDEN, base.NOT_REACHED)


def test_the_room_loads_no_screen_no_files_and_no_step_kinds() -> None:
    modules = [path.stem for path in (ROOT / "guide" / "insight").glob("[a-z]*.py")]
    code = f"import sys\nfor name in {modules}: __import__('guide.insight.' + name)\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    unwanted = {"textual", "rich", "yaml", "sqlite3", "statistics", "locale", "calendar", "guide.steps"}
    assert not unwanted & set(done.stdout.split())


@pytest.mark.parametrize("state", [state for state in base.STATES if state != base.GIVEN])
def test_only_what_was_given_has_a_number(state: str) -> None:
    assert rating(point(0, state)._replace(value=3)) is None
    assert rating(point(0, 3)) == 3


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), True, None, 10**400])
def test_what_is_no_usable_number_is_none(value: float | None) -> None:
    assert rating(point(0, value)) is None


def test_the_median_is_the_middle() -> None:
    assert (median([3, 1, 2]), median([4, 1, 2, 3])) == (2, 2.5)
    with pytest.raises(ValueError, match="nothing"):
        median([])


@pytest.mark.parametrize(
    ("value", "said"), [(6.0, "6"), (6.5, "6.5"), (-0.0, "0"), (3.14159, "3.14"), (12345.5, "12345.5")]
)
def test_numbers_in_words(value: float, said: str) -> None:
    assert number(value) == said


@pytest.mark.parametrize(
    ("iso", "today", "said"),
    [
        ("2026-11-12", "2026-11-23", "12 Nov"),
        ("2025-11-02", "2026-11-23", "2 Nov 2025"),
        ("2026-11-12", "", "12 Nov 2026"),
        ("2026-11", "2026-11-23", "Nov 2026"),
        ("2026", "2026-11-23", "2026"),
        ("2026-W46-4", "", "2026-W46-4"),
        ("2026-02-30", "", "2026-02-30"),
        ("some\ntime", "", "some time"),
        ("", "", ""),
    ],
)
def test_dates_in_words(iso: str, today: str, said: str) -> None:
    assert day_words(iso, today) == said


def test_spans_of_dates() -> None:
    assert span_words("2026-11-09", "2026-11-12", "2026-12-01") == "9 Nov to 12 Nov"
    assert span_words("2026-11-09", "2026-11-09", "2026-12-01") == "9 Nov"
    february = period("2024-02")
    assert february and february[1].isoformat() == "2024-02-29"


@pytest.mark.parametrize(
    ("span", "days"),
    [("2 weeks", 14), ("one-week", 7), ("week", 7), ("four-weeks", 28), ("10 days", 10), ("a-month", None),
     ("month", 30), ("fortnight", 14), (3, 3), (0, None), (True, None), ("0 days", None), ("never", None),
     (None, None), ("9999 months", None), ("look-back-every", None), ("-2 days", 2)],
)  # fmt: skip
def test_spans_as_packs_write_them(span: object, days: int | None) -> None:
    assert span_days(span) == days


def test_spans_in_words() -> None:
    assert [days_words(n) for n in (1, 7, 14, 30, 60, 10)] == [
        "day", "week", "2 weeks", "month", "2 months", "10 days"]  # fmt: skip


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = parse_day(text)
    assert found is None or found.isoformat() == text
    assert "\n" not in day_words(text)


@given(st.text(), st.integers(0, 50), st.sampled_from(["", "  ", " " * 9]))
def test_lines_fit_and_keep_every_word(text: str, width: int, indent: str) -> None:
    rows = wrap(text, width, indent)
    assert all(cells(row) <= width for row in rows)
    assert cells(clip(text, width)) <= width
    if width > 1:
        assert "".join("".join(rows).split()) == "".join(clean(text).split())


def test_wide_signs_take_two_columns_and_controls_are_gone() -> None:
    assert wrap("\u30c6\u30b9\u30c8\u3067\u3059", 4) == ["\u30c6\u30b9", "\u30c8\u3067", "\u3059"]
    assert clean("a\x1b[2Jb\u202ec\nd") == "a [2Jb c d"
    assert clean("\U0001f469\u200d\U0001f4bb") == "\U0001f469\u200d\U0001f4bb"
