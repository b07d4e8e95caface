"""Days as people say them: without a year, by weekday, ahead and behind."""

from __future__ import annotations

import pytest

from guide.steps.base import Problem
from guide.steps.days import date_words, read_date

TODAY = "2026-11-24"  # a Tuesday


@pytest.mark.parametrize(
    ("said", "behind", "ahead"),
    [
        ("3 Dec", "2025-12-03", "2026-12-03"),
        ("December 3rd", "2025-12-03", "2026-12-03"),
        ("3 de diciembre", "2025-12-03", "2026-12-03"),
        ("March 14, 2026", "2026-03-14", "2026-03-14"),
        ("24 Nov", TODAY, TODAY),
        ("29 February", "2024-02-29", "2028-02-29"),
        ("Monday", "2026-11-23", "2026-11-30"),
        ("Tuesday", "2026-11-17", "2026-12-01"),
        ("next Thursday", "2026-11-26", "2026-11-26"),
        ("last Friday", "2026-11-20", "2026-11-20"),
        ("tomorrow", "2026-11-25", "2026-11-25"),
        ("in two weeks", "2026-12-08", "2026-12-08"),
        ("a week ago", "2026-11-17", "2026-11-17"),
        ("seven weeks ago", "2026-10-06", "2026-10-06"),
        ("in twelve days", "2026-12-06", "2026-12-06"),
        ("last week", "2026-11-17", "2026-11-17"),
        ("next week", "2026-12-01", "2026-12-01"),
    ],
)
def test_a_day_without_a_year_is_the_latest_or_the_next(said: str, behind: str, ahead: str) -> None:
    assert read_date(said, TODAY, approximate=False) == {"date": behind, "precision": "day"}
    assert read_date(said, TODAY, approximate=False, ahead=True) == {"date": ahead, "precision": "day"}


@pytest.mark.parametrize(
    ("said", "behind", "ahead"), [("March", "2026-03", "2027-03"), ("Dec", "2025-12", "2026-12")]
)
def test_a_month_alone_is_about(said: str, behind: str, ahead: str) -> None:
    assert read_date(said, TODAY, approximate=True)["date"] == behind
    assert read_date(said, TODAY, approximate=True, ahead=True)["date"] == ahead
    with pytest.raises(Problem, match="whole day"):
        read_date(said, TODAY, approximate=False)


@pytest.mark.parametrize(
    "said", ["31 June", "monkday", "in 999 years", "999 years ago", "soon", "3 xyz", "in 0x2 days", "29"]
)
def test_what_is_no_day_is_said_with_what_would_be_one(said: str) -> None:
    with pytest.raises(Problem, match="Thursday or in 2 weeks"):
        read_date(said, TODAY, approximate=False, ahead=True)


def test_without_a_today_nothing_is_guessed() -> None:
    with pytest.raises(Problem):
        read_date("3 Dec", "", approximate=False)


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("about March 2026", "2026-03"), ("About 2019", "2019"), ("around April", "2026-04"),
        ("about three weeks ago", "2026-11-03"), ("last month", "2026-10"), ("this month", "2026-11"),
        ("last year", "2025"), ("next year", "2027"), ("eleven months ago", "2025-12"),
    ],
)  # fmt: skip
def test_what_is_only_about_is_read_as_it_is_said_back(said: str, date: str) -> None:
    """Words that the program itself says can be typed; an exact day is not made of them."""
    read = read_date(said, TODAY, approximate=True)
    assert read["date"] == date
    assert read_date(date_words(read), TODAY, approximate=True) == read
    if said.startswith("about"):
        with pytest.raises(Problem):
            read_date(said, TODAY, approximate=False)
