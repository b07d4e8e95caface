"""Medicine markers beside numbers: which belong to a stretch of days, and their words.

Missed doses are never a marker (care rule 6); what comes in here is shown as it is, without a reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide.insight.dates import day_words, period
from guide.insight.texts import clean
from guide.insight.values import Marker
from guide.words import progress as words


def between(markers: Sequence[Marker], first: str, last: str) -> tuple[Marker, ...]:
    """Markers whose day, month or year touches the days from `first` to `last` (ISO), oldest first."""
    found = []
    for marker in sorted(markers):
        dates = period(marker.date)
        if dates and dates[0].isoformat() <= last and dates[1].isoformat() >= first:
            found.append(marker)
    return tuple(found)


def starts(marker: Marker) -> str:
    """The first day (ISO) a marker can mean; "" when its date is none."""
    dates = period(marker.date)
    return dates[0].isoformat() if dates else ""


def marker_words(marker: Marker, today: str = "") -> str:
    """A marker as it stands beneath a chart: "3 Sep: sertraline 100 mg", or "about Sep 2025: ..."."""
    when = day_words(marker.date, today)
    if marker.precision != "day":
        when = words.ABOUT.format(when=when)
    return words.DATED.format(when=when, what=clean(marker.label)) if marker.label.strip() else when
