"""What the parts of the progress view draw from: one pack's series, items, dates and answers, over one span."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from guide.insight.dates import day_words
from guide.insight.texts import number
from guide.insight.values import Marker, Point, number_of
from guide.journal.journal import Journal, full_name
from guide.steps.base import GIVEN
from guide.store import by_day, derived
from guide.store.records import Item, StepAnswer
from guide.words import progress as words
from guide.words.answers import STATE_WORDS

Spec = Mapping[str, Any]
"""One part as the pack declares it under `progress:`."""

MOST_CHARTS: Final = 12
"""Charts of one part; more items than that are counted and not drawn."""
MOST_READ: Final = 1000
"""How many of the latest sittings of an exercise a part counts answers of, with the others of that day; it says so
when there are earlier ones."""


class Mark(NamedTuple):
    """One point of a chart: its place on the axis (None where there is none), what it says, and its entry."""

    place: int | str | None
    words: str
    entry: str


class Part(NamedTuple):
    """One part: `kind` as in the pack's `progress:`, `rows` of a chart (may be empty), `words` that say the
    same, `groups` for lists as (heading, lines), `data` the numbers behind it, JSON-able; `pack` is its id.

    `key` names the part for showing it alone; `cannot` says what it cannot tell. `draw` makes the rows anew for a
    width, a height and the place of a mark; `marks` reads the points behind it, the oldest first.
    """

    kind: str
    title: str
    rows: list[str]
    words: list[str]
    groups: list[tuple[str, list[str]]]
    data: dict[str, Any]
    pack: str = ""
    key: str = ""
    cannot: str = ""
    draw: Callable[[int, int, Any], list[str]] | None = None
    marks: Callable[[], list[Mark]] | None = None


def as_data(part: Part) -> dict[str, Any]:
    """The part as JSON."""
    found = part._asdict()
    return {name: value for name, value in found.items() if name not in ("draw", "marks")}


class Page(NamedTuple):
    """One pack's side of the view. `width` in cells and `height` in rows are those of one chart; `since` and `until`
    are local days (ISO), both included, or "" for no limit; `markers` are the dates drawn on charts; `first` is the day
    on which the charts of numbers over time begin, the same for all of them, and `last` the one with which those end
    that are kept by no item; `read` holds what was read already. `written` is how many rounds are shown with what was
    expected and what happened."""

    journal: Journal
    pack: str
    width: int
    height: int
    since: str
    until: str
    today: str
    ascii: bool
    markers: list[Marker]
    first: str
    last: str
    read: dict[str, list[Item]]
    written: int

    @property
    def ours(self) -> bool:
        """Whether the pack came with the program."""
        return self.pack in self.journal.library.ours

    def holds(self, day: str) -> bool:
        """Whether a local day lies within the span."""
        return self.since <= day and (not self.until or day <= self.until)

    def declared(self, group: str, name: str) -> Mapping[str, Any]:
        """A declaration by the name the pack uses, or {} when its pack is not at hand."""
        return self.journal.library.declared(group, full_name(self.pack, name))

    def title(self, spec: Spec, found: object, name: str) -> str:
        """The part's own title, else the one found, else the name."""
        own = spec.get("title")
        return self.journal.library.say(self.pack, own) if own else str(found or name)

    def full(self, name: str) -> str:
        """`pack/name` for a name of this pack."""
        return full_name(self.pack, name)

    def points(self, name: str, item: str, since: str | None = None) -> list[Point]:
        """A series of one item, oldest first; within the span of the page unless another `since` is given."""
        first, last = self.since if since is None else since, self.until or None
        found = derived.points(
            self.journal.store, self.full(name), since=first or None, until=last, item=item
        )
        return list(map(Point._make, found))

    def items(self, name: str) -> list[Item]:
        """A collection with those set aside, the newest first; read once a page."""
        full = self.full(name)
        if full not in self.read:
            self.read[full] = by_day.newest(self.journal.store, full, "", -1, archived=True)
        return self.read[full]

    def markers_of(self, name: str) -> list[Marker]:
        """The dated events of one marker, by date."""
        found = derived.markers(self.journal.store, self.full(name))
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

    def counted_from(self, spec: Spec) -> tuple[str, list[str]]:
        """The local day from which answers are counted, and a sentence about it when earlier ones are left out."""
        back = by_day.day_back(self.journal.store, self.full(spec["exercise"]), MOST_READ, self.since)
        return (
            (back, [words.COUNTED_FROM.format(day=day_words(back, self.today))]) if back else (self.since, [])
        )

    def answers(self, spec: Spec, kinds: Sequence[str]) -> list[StepAnswer]:
        """Answers to the part's step, oldest first, under the names it has and had; those of other kinds of
        step are left out, because a step may have been something else once."""
        since, until = self.counted_from(spec)[0] or None, self.until or None
        ref = self.full(spec["exercise"])
        names = self.journal.library.former_names(ref, spec["step"])
        found: dict[str, StepAnswer] = {}
        for exercise, step in names:
            for one in derived.answers_of(self.journal.store, exercise, step, since=since, until=until):
                if one.frozen.get("kind") in kinds:
                    found.setdefault(one.entry, one)
        answers = list(found.values())
        if len(names) > 1:
            answers.sort(key=lambda one: one.at)
        return answers

    def given(self, spec: Spec, kinds: Sequence[str]) -> list[StepAnswer]:
        """The same without answers left open and other states of their own."""
        return [one for one in self.answers(spec, kinds) if one.state == GIVEN]

    def noted(self, name: str) -> list[by_day.ItemNotes]:
        """What was asked about each item of a series within the span, the latest first."""
        return by_day.by_item(self.journal.store, self.full(name), self.since, self.until)

    def latest_items(
        self, noted: Sequence[by_day.ItemNotes], per: str
    ) -> tuple[list[str], int, dict[str, Item]]:
        """The items noted last, those in use first and at most MOST_CHARTS; how many more there are; and the items
        by id."""
        ids = [one.item for one in noted]
        items = {item.id: item for item in self.items(per)}
        ids.sort(key=lambda id_: id_ not in items or items[id_].archived)
        return ids[:MOST_CHARTS], max(0, len(ids) - MOST_CHARTS), items


def item_name(item: Item | None) -> str:
    """What an item is called; one that was taken back with its entry has no name any more."""
    if item is None:
        return words.ITEM_GONE
    return words.ITEM_ASIDE.format(item=item.label) if item.archived else item.label


def value_words(state: str, value: float | None) -> str:
    """One value of a point: a number, or a state in words."""
    return number(value) if state == GIVEN and value is not None else STATE_WORDS.get(state, state)
