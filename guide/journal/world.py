"""What a step may ask for while it is frozen: the person's items and the pack's declarations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.journal.library import Library
from guide.model.conditions import Lookup
from guide.model.feeds import made_here, noted_here
from guide.model.piping import slot_words
from guide.steps import KINDS
from guide.steps.base import Answer, Json, Step
from guide.steps.choice import kept_words
from guide.steps.filters import days_of, fits
from guide.store import derived, pages
from guide.store.counting import any_item
from guide.store.database import Store
from guide.store.meta import meta


class SittingWorld:
    """The world as one sitting sees it; `answered` gives the earlier steps of the same walk.

    `exercise` is `pack/id`, `today` the local day (ISO), `frozen` the steps of this walk as they were shown,
    `entry` the id under which it is kept.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        exercise: str,
        answered: Lookup,
        today: str,
        frozen: Mapping[str, Step],
        entry: str = "",
    ) -> None:
        self._store, self._library, self._answered, self._frozen = store, library, answered, frozen
        self._exercise, self._pack, self._today = exercise, exercise.split("/")[0], today
        self._entry, self._empty = entry, dict[str, bool]()

    def full_name(self, name: str) -> str:
        """`pack/name` for a name local to the pack."""
        return name if "/" in name else f"{self._pack}/{name}"

    def items(self, collections: list[str], order: str, where: Step | None = None) -> list[dict[str, Json]]:
        """Items of these collections that pass `where`, each as a plain dict; those of this walk are the newest."""
        return self._items(collections, order, where, self._answered)

    def _items(
        self, collections: list[str], order: str, where: Step | None, lookup: Lookup
    ) -> list[dict[str, Json]]:
        names = [self.full_name(name) for name in collections]
        new = made_here(self._frozen, lookup, names)
        kept = [
            (new.pop(item.id), self._today) if item.id in new else (_plain(item), item.day)
            for item in derived.items(self._store, names, order=order)
        ]
        added = [(item, self._today) for item in new.values()]
        found = [*kept, *added] if order == "oldest" else [*reversed(added), *kept]
        return [item for item, day in found if fits(where, item["fields"], day, self._today)]

    def item(self, item: str) -> dict[str, Json] | None:
        """One item by its id, as this walk left it."""
        found = derived.item(self._store, item)
        homes = {step["home"]["collection"] for step in self._frozen.values() if "home" in step}
        return made_here(self._frozen, self._answered, homes).get(item) or (_plain(found) if found else None)

    def declared(self, group: str, name: str) -> dict[str, Json]:
        """A declaration with its texts in the shown language, or {}."""
        return self._library.declared(group, self.full_name(name))

    def answer(self, step: str) -> tuple[Step, Answer] | None:
        """An earlier step of this walk as frozen, with its answer."""
        return self._answered(step)

    def last_way(self) -> str | None:
        """The way of saying chosen last time."""
        way = meta(self._store, "last-way")
        return way if isinstance(way, str) else None

    def chart(self, series: str, items: list[str] | None, last: str) -> dict[str, Json]:
        """A series drawn as rows and words, or {}."""
        from guide.journal import drawn

        name = self.full_name(series)
        here = noted_here(self._frozen, self._answered, name)
        return drawn.chart(self._store, self._library, name, items, last, self._today, here, self.item)

    def recall(self, step: Step) -> list[str]:
        """What a `recall` step shows."""
        from guide.journal import recalled

        return recalled.lines(self._store, self._library, self._exercise, step, self._today, self._entry)

    def barren(self, step: Step, lookup: Lookup) -> bool:
        """Whether a step has nothing to show or to choose from: it is passed over.

        What the store holds is looked up once a sitting: an answer of it counts only when it ends. What this
        walk made itself is looked up each time, with `lookup`.
        """
        name = step["id"]
        if name not in self._empty:
            self._empty[name] = self._is_empty(step)
        if not self._empty[name]:
            return False
        if step["kind"] == "chart":
            return not noted_here(self._frozen, lookup, self.full_name(step["series"]))
        names = KINDS[step["kind"]].sources(step) if step["kind"] in KINDS else None
        return not names or not self._items(names, "newest", step.get("where"), lookup)

    def _is_empty(self, step: Step) -> bool:
        if step["kind"] == "recall":
            return not (step.get("lines") or self.recall(step))
        if step["kind"] == "chart":
            since = pages.shifted(self._today, -days_of(step["last"])) if step.get("last") else None
            series = self.full_name(step["series"])
            return not (step.get("words") or derived.points(self._store, series, since=since))
        kind = KINDS.get(step["kind"])
        names = kind.sources(step) if kind is not None else None
        if names is None:
            return False
        if step.get("where"):
            return not self._items(names, "newest", step["where"], lambda name: None)
        return not any_item(self._store, [self.full_name(name) for name in names])

    def words(self, slot: str) -> str | None:
        """The words for `{slot}` in a text: an earlier answer, a part of one, or a kept value."""
        return slot_words(slot, self._answered, self._kept)

    def _kept(self, name: str) -> str | None:
        declared: Any = self._library.declared("values", self.full_name(name))
        if not declared:
            return None
        kept = derived.value(self._store, self.full_name(name))
        return kept_words(kept if kept is not None else declared.get("default", ""))


def _plain(item: Any) -> dict[str, Json]:
    return {
        "item": item.id,
        "collection": item.collection,
        "label": item.label,
        "fields": item.fields,
        "refs": item.refs,
    }
