"""Days by week, month or year, whichever gives few enough rows to read. Our own judgement, and nothing more in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from guide.insight.dates import day_words, span_words

WEEK, MONTH, YEAR = "week", "month", "year"
MOST_WEEKS: Final = 14  # three months and a bit; more are shown by month
MOST_MONTHS: Final = 24  # more are shown by year


def unit_of(first: str, last: str) -> str:
    """Week, month or year for the days from `first` to `last` (ISO dates)."""
    if (_monday(last) - _monday(first)) // 7 < MOST_WEEKS:
        return WEEK
    return MONTH if _months(last) - _months(first) < MOST_MONTHS else YEAR


def place(day: str, unit: str) -> int:
    """The number of a day's stretch: numbers of neighbours differ by one."""
    return _monday(day) // 7 if unit == WEEK else _months(day) if unit == MONTH else int(day[:4])


def ends(number: int, unit: str) -> tuple[str, str]:
    """The first and the last day (ISO) of the stretch with this number."""
    if unit == WEEK:
        return _iso(number * 7 + 1), _iso(number * 7 + 7)
    if unit == YEAR:
        return f"{number:04}-01-01", f"{number:04}-12-31"
    first = date(number // 12, number % 12 + 1, 1)
    after = number + 1
    last = date(after // 12, after % 12 + 1, 1) - timedelta(days=1) if after // 12 < 10000 else date.max
    return first.isoformat(), last.isoformat()


def name(first: str, last: str, unit: str, today: str = "") -> str:
    """A stretch, or a run of them, in words: "5 Oct to 11 Oct", "Oct 2026", "Oct 2026 to Dec 2026", "2026"."""
    if unit == WEEK:
        return span_words(first, last, today)
    cut = 7 if unit == MONTH else 4
    return span_words(first[:cut], last[:cut], today)


def short(first: str, unit: str, today: str = "") -> str:
    """What stands in front of a row: the Monday, the month, or the year."""
    return day_words(first if unit == WEEK else first[: 7 if unit == MONTH else 4], today)


def _monday(day: str) -> int:
    found = date.fromisoformat(day)
    return found.toordinal() - found.weekday()


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _iso(day: int) -> str:
    """A day as ISO date; the calendar ends with the year 9999 and begins with the year 1."""
    return date.fromordinal(min(max(1, day), date.max.toordinal())).isoformat()
