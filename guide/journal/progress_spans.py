"""The ranges of the progress view: four weeks, three months, a year, all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from guide.journal.journal import Journal
from guide.store import by_day, pages

ALL: Final = "all"
DAYS: Final = {"4w": 28, "3m": 91, "1y": 365, ALL: 0}
"""Days of each range, today among them; 0 for all."""
USUAL: Final = "3m"


def since(span: str, today: str) -> str:
    """The first local day (ISO) of a range that ends today; empty for all of it."""
    days = DAYS[span]
    return (date.fromisoformat(today) - timedelta(days=days - 1)).isoformat() if days else ""


def until(span: str, journal: Journal) -> str:
    """The last local day (ISO) of a range; empty for all of it.

    That is today, or the day after when something was noted on it already, before a journey west. What a clock set
    wrong put later is in no range.
    """
    return by_day.until_now(journal.store, journal.clock()) if DAYS[span] else ""


def usual(journal: Journal) -> str:
    """The range that is shown first: three months, or all when they hold nothing."""
    first, last = since(USUAL, journal.clock().day), until(USUAL, journal)
    held = pages.page(journal.store, since=first, until=last, limit=1)
    return USUAL if held else ALL
