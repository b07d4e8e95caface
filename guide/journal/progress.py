"""The progress view as plain values: parts with a title, rows of a chart, and sentences that say the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from guide.insight import credit, ease, feelings, muted, trend
from guide.insight.values import Marker, Point
from guide.journal.journal import Journal, full_name
from guide.steps.base import GIVEN
from guide.store import derived
from guide.store.pages import shifted

_STRIP_DAYS = 28


class Part(NamedTuple):
    """One part: `kind` as in the pack's `progress:`, `rows` of a chart (may be empty), `words` that say the
    same, `groups` for lists as (heading, lines), `data` the numbers behind it, JSON-able."""

    kind: str
    title: str
    rows: list[str]
    words: list[str]
    groups: list[tuple[str, list[str]]]
    data: dict[str, Any]


class _Page(NamedTuple):
    journal: Journal
    pack: str
    width: int
    height: int
    since: str
    today: str
    ascii: bool
    markers: list[Marker]

    def series(self, name: str) -> tuple[str, Mapping[str, Any]]:
        full = full_name(self.pack, name)
        return full, self.journal.library.declared("series", full)

    def points(self, name: str) -> list[Point]:
        found = derived.points(self.journal.store, full_name(self.pack, name), since=self.since or None)
        return [Point(*point) for point in found]

    def range(self, name: str) -> tuple[float, float]:
        found = self.series(name)[1].get("range")
        return (found.get("min", 0), found.get("max", 10)) if isinstance(found, dict) else (0, 10)


def progress(
    journal: Journal, *, width: int = 72, height: int = 11, since: str = "", ascii: bool = False
) -> list[Part]:
    """Every part that the packs declare and that has something to draw or say, in their order.

    `width` in cells and `height` in rows are those of one chart; `since` is a local day (ISO).
    """
    found: list[Part] = []
    markers = [
        Marker(one.date, one.precision, one.label)
        for name in journal.library.named_by_role("markers", "medicine")
        for one in derived.markers(journal.store, name)
    ]
    for pack, data in journal.library.packs.items():
        page = _Page(journal, pack, width, height, since, journal.clock().day, ascii, markers)
        for spec in data.get("progress", []):
            found += _DRAW[spec["show"]](page, spec)
    return found


def _ease(page: _Page, spec: Mapping[str, Any]) -> list[Part]:
    """All sentences side by side first, then the repetitions of each as a chart of its own."""
    discomfort, expected = page.points(spec["series"]), page.points(spec.get("before", ""))
    if not discomfort:
        return []
    full = full_name(page.pack, spec.get("per", ""))
    labels = {
        item.id: item.label
        for archived in (False, True)
        for item in derived.items(page.journal.store, full, archived=archived)
    }
    every = ease.ease_all(labels, discomfort, expected, page.markers)
    low, high = page.range(spec["series"])
    title = str(page.series(spec["series"])[1].get("title", ""))
    head = [row.words for row in every.rows]
    parts = [
        Part(
            "ease", title, [], list(every.words), [("", head)] if head else [], {"sentences": len(every.rows)}
        )
    ]
    for row in every.rows:
        mine = [point for point in discomfort if point.item == row.item]
        shown = ease.ease(mine, [point for point in expected if point.item == row.item], page.markers)
        rows = ease.ease_chart(
            shown, page.width, page.height, low=low, high=high, today=page.today, ascii=page.ascii
        )
        label = labels.get(row.item, row.item)
        data = {
            "item": row.item,
            "repetitions": [one._asdict() for one in shown.repetitions],
            "days": shown.days,
        }
        parts.append(Part("ease", label, rows, list(shown.words), [], data))
    return parts


def _balance(page: _Page, spec: Mapping[str, Any]) -> list[Part]:
    """Which option was chosen, by day. The strip shows four weeks, so only those are read."""
    recent = page._replace(since=max(page.since, shifted(page.today, -_STRIP_DAYS)))
    answers = _answers(recent, spec)
    if not answers:
        return []
    options = [
        muted.Option(name, str(option["text"]), str(option.get("key", "")))
        for name, option in answers[-1].frozen.get("options", {}).items()
    ]
    notes = [muted.Note(one.value if isinstance(one.value, str) else "other", one.day) for one in answers]
    shown = muted.balance(notes, options, page.today)
    data = {"counts": [count._asdict() for count in shown.counts], "since": shown.since, "strip": shown.strip}
    title = str(answers[-1].frozen.get("prompt", ""))
    return [
        Part("balance", title, muted.strip_rows(shown, page.width, page.today), list(shown.words), [], data)
    ]


def _grid(page: _Page, spec: Mapping[str, Any]) -> list[Part]:
    answers = _answers(page, spec)
    if not answers:
        return []
    notes = [feelings.GridNote(one.day, one.value, _listed(one.frozen)) for one in answers]
    shown = feelings.grid_counts(notes)
    groups = [("", [tag.words for tag in shown.tags])] if shown.enough else []
    groups.append(("", [row.words for row in shown.rows]))
    data = {"rows": [row._asdict() for row in shown.rows], "notes": shown.notes, "days": shown.days}
    title = str(answers[-1].frozen.get("prompt", ""))
    return [Part("grid", title, [], list(shown.words), groups, data)]


def _listed(frozen: Mapping[str, Any]) -> dict[str, Any]:
    """A frozen grid with its rows and columns as lists that carry their ids."""
    return {
        key: [{"id": name, **one} for name, one in frozen.get(key, {}).items()] for key in ("rows", "columns")
    }


def _line(page: _Page, spec: Mapping[str, Any]) -> list[Part]:
    points = page.points(spec["series"])
    if not points:
        return []
    declared = page.series(spec["series"])[1]
    low, high = page.range(spec["series"])
    title = str(declared.get("title", spec["series"]))
    shown = trend.line(points, page.markers, page.since, today=page.today)
    rows = trend.line_chart(
        shown, page.width, page.height, name=title, low=low, high=high, today=page.today, ascii=page.ascii
    )
    data = {"days": [day._asdict() for day in shown.days], "notes": shown.notes}
    return [Part("line", title, rows, list(shown.words), [], data)]


def _items(page: _Page, spec: Mapping[str, Any]) -> list[Part]:
    full = full_name(page.pack, spec["collection"])
    items = derived.items(page.journal.store, full)
    if not items:
        return []
    sentences = [
        credit.Sentence(one.id, one.label, one.refs)
        for name in page.journal.library.named_by_role("collections", "sentences")
        for one in derived.items(page.journal.store, name)
    ]
    declared = page.journal.library.declared("collections", full)
    title = str(declared.get("title", spec["collection"]))
    if declared.get("role") != "evidence":
        return [Part("items", title, [], [], [("", [item.label for item in items])], {"items": len(items)})]
    shown = credit.credit([credit.Fact(one.id, one.label, one.fields, one.day) for one in items], sentences)
    groups = [("", list(pair.rows)) for pair in shown.rows]
    return [Part("items", title, [], list(shown.words), groups, {"items": [item.id for item in items]})]


def _answers(page: _Page, spec: Mapping[str, Any]) -> list[Any]:
    exercise = full_name(page.pack, spec["exercise"])
    found = derived.answers_of(page.journal.store, exercise, spec["step"], since=page.since or None)
    return [one for one in found if one.state == GIVEN]


_DRAW: dict[str, Callable[[_Page, Mapping[str, Any]], list[Part]]] = {
    "ease": _ease,
    "balance": _balance,
    "grid": _grid,
    "line": _line,
    "items": _items,
}
"""How each part is drawn; `model.pack.PROGRESS_KINDS` names the same."""
