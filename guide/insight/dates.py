"""ISO dates in words, and spans of time as packs write them.

No locale module: what a person reads must not change with the machine it is read on.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from guide.insight.texts import clean, counted
from guide.words import progress as words

_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_NAMES = "one two three four five six seven eight nine ten eleven twelve"
_SPELLED = {name: n for n, name in enumerate(_NAMES.split(), 1)}
_LONGEST = 3660  # ten years
_REMEMBERED = 8192  # texts; charts of ten years read the same days over and over


@lru_cache(_REMEMBERED)
def parse_day(text: str) -> date | None:
    """The date of an ISO day such as "2026-11-12", or None when it is not one."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None  # weeks (2026-W46-4) and 20261112 are read by Python too


@lru_cache(_REMEMBERED)
def period(text: str) -> tuple[date, date] | None:
    """First and last day of an ISO day, month (YYYY-MM) or year (YYYY); None when it is none of these."""
    day = parse_day(text)
    if day is not None:
        return day, day
    if len(text) == 7:
        first = parse_day(f"{text}-01")
        return None if first is None else (first, _month_end(first))
    if len(text) == 4:
        first = parse_day(f"{text}-01-01")
        return None if first is None else (first, date(first.year, 12, 31))
    return None


def _month_end(first: date) -> date:
    if first.month == 12:
        return date(first.year, 12, 31)
    return date(first.year, first.month + 1, 1) - timedelta(days=1)


def day_words(iso: str, today: str = "") -> str:
    """A date in words: "12 Nov", or "12 Nov 2025" when it lies in another year than `today` (ISO).

    Without `today` the year is always said. A month reads "Nov 2025", a year "2025". Anything else comes
    back as it is, on one line.
    """
    found = period(iso)
    if found is None:
        return clean(iso)
    first = found[0]
    if len(iso) == 4:
        return iso
    month = words.MONTHS[first.month - 1]
    if len(iso) == 7:
        return f"{month} {first.year}"
    if today[:4] == iso[:4]:
        return f"{first.day} {month}"
    return f"{first.day} {month} {first.year}"


def span_words(first: str, last: str, today: str = "") -> str:
    """Two dates in words, or one when they are the same: "9 Nov to 12 Nov"."""
    if first == last:
        return day_words(first, today)
    return words.TO.format(first=day_words(first, today), last=day_words(last, today))


def span_days(span: object) -> int | None:
    """How many days a span of a pack means: "week", "2 weeks", "one-week", "10 days", or a number of days.

    A month counts as 30 days. None when the text is no span, is not above zero or is longer than ten years.
    """
    if isinstance(span, bool) or not isinstance(span, (int, str)):
        return None
    if isinstance(span, int):
        return span if 0 < span <= _LONGEST else None
    parts = span.strip().lower().replace("-", " ").split()
    if len(parts) == 1:
        parts = ["1", *parts]
    if len(parts) != 2:
        return None
    amount = _SPELLED.get(parts[0]) or _whole(parts[0])
    unit = _UNITS.get(parts[1]) or _UNITS.get(parts[1].removesuffix("s"))
    if not amount or not unit or amount * unit > _LONGEST:
        return None
    return amount * unit


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0


def days_words(days: int) -> str:
    """A span in words: 14 is "2 weeks", 30 "month", 10 "10 days", 7 "week" (as in "every week")."""
    for unit, text in ((30, words.SPAN_MONTHS), (7, words.SPAN_WEEKS)):
        if days % unit == 0:
            return counted(days // unit, text)
    return counted(days, words.SPAN_DAYS)
