"""What the parts of the progress view draw from: one pack's series, items, dates and answers, over one span."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from guide.insight.values import Marker, Point, number_of
from guide.journal.journal import Journal, full_name
from guide.steps.base import GIVEN
from guide.store import derived
from guide.store.records import Item, StepAnswer

Spec = Mapping[str, Any]
"""One part as the pack declares it under `progress:`."""

MOST_CHARTS = 12
"""Charts of one part; more items than that are counted and not drawn."""


class Part(NamedTuple):
    """One part: `kind` as in the pack's `progress:`, `rows` of a chart (may be empty), `words` that say the
    same, `groups` for lists as (heading, lines), `data` the numbers behind it, JSON-able; `pack` is its id."""

    kind: str
    title: str
    rows: list[str]
    words: list[str]
    groups: list[tuple[str, list[str]]]
    data: dict[str, Any]
    pack: str = ""


class Page(NamedTuple):
    """One pack's side of the view. `width` in cells and `height` in rows are those of one chart; `since` is a
    local day (ISO) or "" for all; `markers` are the dates drawn on charts."""

    journal: Journal
    pack: str
    width: int
    height: int
    since: str
    today: str
    ascii: bool
    markers: list[Marker]

    @property
    def ours(self) -> bool:
        """Whether the pack came with the program."""
        return self.pack in self.journal.library.ours

    def declared(self, group: str, name: str) -> Mapping[str, Any]:
        """A declaration by the name the pack uses, or {} when its pack is not at hand."""
        return self.journal.library.declared(group, full_name(self.pack, name))

    def title(self, spec: Spec, found: object, name: str) -> str:
        """The part's own title, else the one found, else the name."""
        own = spec.get("title")
        return self.journal.library.say(self.pack, own) if own else str(found or name)

    def points(self, name: str, since: str | None = None) -> list[Point]:
        """A series, oldest first; within the span of the page unless another `since` is given."""
        wanted = self.since if since is None else since
        found = derived.points(self.journal.store, full_name(self.pack, name), since=wanted or None)
        return list(map(Point._make, found))

    def items(self, name: str, *, archived: bool | None = None) -> list[Item]:
        """A collection, those set aside too unless told otherwise; the newest first."""
        return derived.items(self.journal.store, full_name(self.pack, name), archived=archived)

    def markers_of(self, name: str) -> list[Marker]:
        """The dated events of one marker, by date."""
        found = derived.markers(self.journal.store, full_name(self.pack, name))
        return [Marker(one.date, one.precision, one.label) for one in found]

    def per(self, spec: Spec) -> str:
        """The collection a series is kept by: as the part says, else as the series does; "" for none."""
        return str(spec.get("per") or self._kept_per(spec["series"]))

    def _kept_per(self, name: str) -> str:
        """A series names its collection as its own pack does."""
        per = str(self.declared("series", name).get("per") or "")
        return full_name(full_name(self.pack, name).split("/")[0], per) if per else ""

    def range(self, name: str, item: Item | None = None) -> tuple[float, float]:
        """The ends of a series' scale, from its declaration or from the item itself."""
        series = self.declared("series", name)
        found = series.get("range")
        if isinstance(found, Mapping):
            return found.get("min", 0), found.get("max", 10)
        if found != "from-item" or item is None:
            return 0, 10
        scale = self.declared("collections", self._kept_per(name)).get("scale", {})
        low, high = (number_of(item.fields.get(scale.get(end, ""))) for end in ("min", "max"))
        low, high = 0 if low is None else low, 10 if high is None else high
        return (low, high) if low < high else (0, 10)

    def answers(self, spec: Spec, kinds: Sequence[str], since: str | None = None) -> list[StepAnswer]:
        """Answers to the part's step, oldest first, under the names it has and had; those of other kinds of
        step are left out, because a step may have been something else once."""
        wanted = self.since if since is None else since
        ref = full_name(self.pack, spec["exercise"])
        names = self.journal.library.former_names(ref, spec["step"])
        found: dict[str, StepAnswer] = {}
        for exercise, step in names:
            for one in derived.answers_of(self.journal.store, exercise, step, since=wanted or None):
                if one.frozen.get("kind") in kinds:
                    found.setdefault(one.entry, one)
        answers = list(found.values())
        if len(names) > 1:
            answers.sort(key=lambda one: one.at)
        return answers

    def given(self, spec: Spec, kinds: Sequence[str], since: str | None = None) -> list[StepAnswer]:
        """The same without answers left open and other states of their own."""
        return [one for one in self.answers(spec, kinds, since) if one.state == GIVEN]


def by_item(points: Sequence[Point]) -> dict[str, list[Point]]:
    """Points by the item they are about, the latest noted item first."""
    grouped: dict[str, list[Point]] = {}
    for point in points:
        grouped.setdefault(point.item, []).append(point)
    return dict(sorted(grouped.items(), key=lambda pair: pair[1][-1].at, reverse=True))
