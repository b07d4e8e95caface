"""A series drawn for a `chart` step: rows of text and the sentences that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guide.insight import trend
from guide.insight.texts import shortened
from guide.insight.values import Marker, Point
from guide.journal.library import Library
from guide.steps.filters import days_of
from guide.steps.update import own_range
from guide.store import derived, pages
from guide.store.database import Store
from guide.words.look import CHART_ITEM

WIDTH: Final = 54
"""Cells of a row: what a terminal of 60 has beside the margins and the scroll bar."""
HEIGHT: Final = 7
MOST: Final = 3
"""Charts of a series that is kept per item; they are never drawn as one, which would compare what is not alike."""


def chart(
    store: Store, library: Library, series: str, items: list[str] | None, last: str, today: str
) -> dict[str, Any]:
    """{"rows", "words"}, or {} without a single note. `last` is a span such as "4 weeks", or empty for all.

    A series per item gives a chart for each of `items`, else for those noted last.
    """
    since = pages.shifted(today, -days_of(last)) if last else ""
    declared = library.declared("series", series)
    grouped: dict[str, list[Point]] = {}
    for one in derived.points(store, series, since=since or None):
        if items is None or one.item in items:
            grouped.setdefault(one.item if declared.get("per") else "", []).append(Point(*one))
    if not grouped:
        return {}
    markers = [
        Marker(one.date, one.precision, one.label)
        for name in library.named_by_role("markers", "medicine")
        for one in derived.markers(store, name)
    ]
    rows: list[str] = []
    words: list[str] = []
    latest = sorted(grouped.items(), key=lambda pair: pair[1][-1].at, reverse=True)
    for item, points in latest[:MOST]:
        found = derived.item(store, item) if item else None
        low, high = _ends(library, series, declared, found.fields if found else {}, points)
        shown = trend.line(points, markers, since, today=today)
        label = shortened(found.label, WIDTH) if found else ""
        if any(one.value is not None for one in points):
            drawn = trend.line_chart(
                shown, WIDTH, HEIGHT, name=str(declared.get("title", "")), low=low, high=high, today=today
            )
            rows += [*([label] if label else []), *drawn]
        words += [CHART_ITEM.format(item=label, words=line) if label else line for line in shown.words]
    return {"rows": rows, "words": words}


def _ends(
    library: Library, series: str, declared: Mapping[str, Any], fields: Mapping[str, Any], points: list[Point]
) -> tuple[float, float]:
    """The ends of the scale: the series' own, else the item's, else what was noted."""
    range_: Any = declared.get("range")
    if range_ == "from-item":
        pack = series.split("/")[0]
        collection = library.declared("collections", f"{pack}/{declared.get('per', '')}")
        range_ = own_range(fields, collection.get("scale") or {}) or {"min": 0, "max": 10}
    ends = range_ if isinstance(range_, Mapping) else {}
    values = [one.value for one in points if one.value is not None]
    low, high = ends.get("min", min(values, default=0)), ends.get("max", max(values, default=10))
    return (low, high) if low < high else (low, low + 1)
