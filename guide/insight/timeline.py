"""Dated events as a list, the newest last. What is known only about is said so: a made-up day would look exact.

A month stands before its days and a year before its months, because neither says when within it. Each event
stands as it was noted; nothing is read into what lies close together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from guide.insight.dates import day_words, period
from guide.insight.markers import starts
from guide.insight.texts import clean, counted
from guide.insight.values import Marker
from guide.words import progress as words

MOST = 60  # rows shown


class Timeline(NamedTuple):
    """Events by their date; `rows` says them, `earlier` counts those before the first one shown."""

    events: tuple[Marker, ...]
    rows: tuple[str, ...]
    earlier: int
    words: tuple[str, ...]


def timeline(
    events: Sequence[Marker], since: str = "", *, most: int = MOST, today: str = "", title: str = ""
) -> Timeline:
    """Events that can lie on or after `since` (ISO, "" for all), oldest first; what has no date is left out.

    Events of one date keep the order given. `today` (ISO) decides only whether days need a year; what an event
    without words of its own is called by is `title`, which is then not said again.
    """
    dated = [one for one in events if (dates := period(one.date)) and dates[1].isoformat() >= since]
    dated.sort(key=lambda one: (starts(one), len(one.date)))
    shown = dated[max(0, len(dated) - max(0, most)) :]
    rows = tuple(event_words(one, today, title) for one in shown)
    return Timeline(tuple(shown), rows, len(dated) - len(shown), (_sentence(len(dated)),))


def event_words(event: Marker, today: str = "", title: str = "") -> str:
    """One event: "12 Nov: ...", "about March 2025: ...", or "some time in 2024: ..."."""
    label = clean(event.label).strip()
    when = when_words(event.date, today)
    return words.DATED.format(when=when, what=label) if label and label != title else when


def when_words(iso: str, today: str = "") -> str:
    """A date in words, as exact as it is: "12 Nov 2026", "about March 2025", "some time in 2024"."""
    dates = period(iso)
    if dates is None or len(iso) == 10:
        return day_words(iso, today)
    if len(iso) == 4:
        return words.SOME_TIME.format(when=iso)
    return words.ABOUT.format(when=f"{words.MONTHS_WHOLE[dates[0].month - 1]} {dates[0].year}")


def _sentence(n: int) -> str:
    return words.DATES_ONE if n == 1 else words.DATES_COUNT.format(dates=counted(n, words.DATES))
