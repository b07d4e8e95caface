"""The ranges of the progress view: four weeks, three months, a year, all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from guide.journal.journal import Journal
from guide.store import pages

ALL: Final = "all"
DAYS: Final = {"4w": 28, "3m": 91, "1y": 365, ALL: 0}
"""Days of each range, today among them; 0 for all."""
USUAL: Final = "3m"


def since(span: str, today: str) -> str:
    """The first local day (ISO) of a range that ends today; empty for all of it."""
    days = DAYS[span]
    return (date.fromisoformat(today) - timedelta(days=days - 1)).isoformat() if days else ""


def usual(journal: Journal) -> str:
    """The range that is shown first: three months, or all when they hold nothing."""
    held = pages.page(journal.store, since=since(USUAL, journal.clock().day), limit=1)
    return USUAL if held else ALL
