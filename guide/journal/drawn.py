"""A series drawn for a `chart` step: rows of text and the sentences that say the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from guide.insight import trend
from guide.insight.measures import ENOUGH_TO_DRAW, Level, level
from guide.insight.texts import shortened
from guide.insight.values import Marker, Point
from guide.journal.library import Library
from guide.journal.measured import measure_of
from guide.steps.filters import days_of
from guide.steps.update import own_range
from guide.store import derived, pages
from guide.store.database import Store
from guide.words.look import CHART_ITEM

WIDTH: Final = 54
"""Cells of a row: what a terminal of 60 has beside the margins and the scroll bar."""
HEIGHT: Final = 7
_LATEST: Final = "9999-12-31T23:59:59Z"
MOST: Final = 3
"""Charts of a series that is kept per item; they are never drawn as one, which would compare what is not alike."""


def chart(
    store: Store,
    library: Library,
    series: str,
    items: list[str] | None,
    last: str,
    today: str,
    here: Sequence[Mapping[str, Any]] = (),
    item: Callable[[str], dict[str, Any] | None] = lambda name: None,
) -> dict[str, Any]:
    """{"rows", "words"}, or {} without a single note. `last` is a span such as "4 weeks", or empty for all.

    A series per item gives a chart for each of `items`, else for those noted last; an item that brings a scale
    of its own is said beside its start. `here` are the points that the walk under way has noted: a person sees
    the number they have given. `item` finds an item by its id.
    """
    since = pages.shifted(today, -days_of(last)) if last else ""
    declared = library.declared("series", series)
    own = _collection(library, series, declared)
    grouped: dict[str, list[Point]] = {}
    kept = [Point(*one) for one in derived.points(store, series, since=None if own else since or None)]
    for one in [*kept, *(_fresh(point, today) for point in here)]:
        if items is None or one.item in items:
            grouped.setdefault(one.item if declared.get("per") else "", []).append(one)
    markers = [
        Marker(one.date, one.precision, one.label)
        for name in library.named_by_role("markers", "medicine")
        for one in derived.markers(store, name)
    ]
    drawing = _Drawing(declared, own, markers, since, today)
    latest = sorted(grouped.items(), key=lambda pair: pair[1][-1].at, reverse=True)[:MOST]
    drawn = [drawing.of((item(name) if name else None) or {}, points) for name, points in latest]
    rows, words = [row for one in drawn for row in one[0]], [line for one in drawn for line in one[1]]
    return {"rows": rows, "words": words} if words else {}


class _Drawing(NamedTuple):
    """What the charts of one series share."""

    declared: Mapping[str, Any]
    own: Mapping[str, Any]
    markers: list[Marker]
    since: str
    today: str

    def of(self, item: Mapping[str, Any], points: list[Point]) -> tuple[list[str], list[str]]:
        """Rows and words for one item, or for a series that has none."""
        lately = [one for one in points if one.day >= self.since]
        label = shortened(str(item.get("label", "")), WIDTH)
        beside = self._level(item, points) if self.own.get("scale") else None
        shown = trend.line(lately, self.markers, self.since, today=self.today)
        rows: list[str] = []
        if any(one.value is not None for one in lately) and (beside is None or beside.days >= ENOUGH_TO_DRAW):
            low, high = _ends(self.declared, self.own, item.get("fields", {}), lately)
            title = str(self.declared.get("title", ""))
            drawn = trend.line_chart(shown, WIDTH, HEIGHT, name=title, low=low, high=high, today=self.today)
            rows = [*([label] if label else []), *drawn]
        words = beside.words if beside else shown.words if lately else ()
        return rows, [CHART_ITEM.format(item=label, words=line) if label else line for line in words]

    def _level(self, item: Mapping[str, Any], points: list[Point]) -> Level:
        """A measure beside its own start, from all of its points."""
        fields = item.get("fields", {})
        measure = measure_of(str(item.get("item", "")), str(item.get("label", "")), fields, self.own)
        return level(measure, points, unit=str(self.declared.get("unit", "")), today=self.today)


def _fresh(point: Mapping[str, Any], today: str) -> Point:
    """A point of the walk under way: noted today, and after all that is kept."""
    return Point(point["item"], point["state"], point["value"], point["n"], _LATEST, today, "", point["step"])


def _collection(library: Library, series: str, declared: Mapping[str, Any]) -> dict[str, Any]:
    """The collection whose items a series is kept per, when they bring scales of their own; else {}."""
    if declared.get("range") != "from-item":
        return {}
    return library.declared("collections", f"{series.split('/')[0]}/{declared.get('per', '')}")


def _ends(
    declared: Mapping[str, Any], own: Mapping[str, Any], fields: Mapping[str, Any], points: list[Point]
) -> tuple[float, float]:
    """The ends of the scale: the series' own, else the item's, else what was noted."""
    range_: Any = declared.get("range")
    if range_ == "from-item":
        range_ = own_range(fields, own.get("scale") or {}) or {"min": 0, "max": 10}
    ends = range_ if isinstance(range_, Mapping) else {}
    values = [one.value for one in points if one.value is not None]
    low, high = ends.get("min", min(values, default=0)), ends.get("max", max(values, default=10))
    return (low, high) if low < high else (low, low + 1)
