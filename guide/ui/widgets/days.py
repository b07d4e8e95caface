"""A day as a person reads it: `Sa 14 Nov 2026`."""

from __future__ import annotations

from datetime import date

from guide.words.progress import MONTHS, WEEKDAYS


def shown_day(day: str) -> str:
    """An ISO date in words; what is no date is returned as it is."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{WEEKDAYS[found.weekday()]} {found.day} {MONTHS[found.month - 1]} {found.year}"
