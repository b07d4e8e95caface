"""A world for trial walks: what a step may ask for, made up, with nothing of anybody's in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.model.conditions import Lookup
from guide.model.piping import resolve, slot_words
from guide.steps import KINDS
from guide.steps.base import Answer, Json, Step
from guide.steps.items import label_of

Packs = Mapping[str, Mapping[str, Any]]
Answered = Callable[[str], tuple[Step, Answer] | None]
ITEMS: Final = 6  # in each collection, unless a condition or a limit asks for more
DAY: Final = "2026-03-14"


class MadeUp:
    """The world of one exercise: with made-up items, charts and answers from before, or with nothing at all.

    `packs` are the packs by id: the one that is walked, and those it reads. `answered` gives the earlier
    steps of the walk; a walk sets it for itself. `looked` tells whether a step that was frozen looked at
    them: one that did not is the same in every walk.
    """

    def __init__(self, packs: Packs, pack: str, *, filled: bool, items: int = ITEMS) -> None:
        self._packs, self._pack, self.filled, self._count = packs, pack, filled, items
        own = str(packs[pack].get("language", "en"))
        self.languages = (own, own.split("-")[0])
        self.answered: Answered = lambda step: None
        self.looked = False
        self._items: dict[str, dict[str, Json]] = {}

    def full_name(self, name: str) -> str:
        """`pack/name` for a name local to the pack."""
        return name if "/" in name else f"{self._pack}/{name}"

    def declared(self, group: str, name: str) -> dict[str, Json]:
        """A declaration with its texts in one language, or {}."""
        pack, _, local = self.full_name(name).partition("/")
        found = self._packs.get(pack, {}).get(group, {}).get(local)
        return dict(resolve(found, self.languages)) if found else {}

    def items(self, collections: list[str], order: str, where: Step | None = None) -> list[dict[str, Json]]:
        """Made-up items that pass `where`; none in an empty world."""
        if not self.filled:
            return []
        return [item for name in collections for item in self._made(name, where or {})]

    def _made(self, name: str, where: Step) -> list[dict[str, Json]]:
        full, declared = self.full_name(name), self.declared("collections", name)
        fields = declared.get("fields") or {"text": {"title": "Item"}}
        options = {key: field["options"] for key, field in fields.items() if "options" in field}
        made = []
        for number in range(self._count):
            values = {key: _value(key, field, declared, number) for key, field in fields.items()}
            _pass(values, where, number)
            made_id = f"{full}#{number}"
            label = label_of(declared.get("label", ""), values, options) or f"Item {number + 1}"
            item: dict[str, Json] = {
                "item": made_id, "collection": full, "label": label, "fields": values, "refs": [],
            }  # fmt: skip
            self._items[made_id] = item
            made.append(item)
        return made

    def item(self, item: str) -> dict[str, Json] | None:
        """One made-up item by its id; None for one that this walk made."""
        return self._items.get(item)

    def answer(self, step: str) -> tuple[Step, Answer] | None:
        """An earlier step of this walk as frozen, with its answer."""
        self.looked = True
        return self.answered(step)

    def last_way(self) -> str | None:
        """Nobody has said anything before."""
        return None

    def chart(self, series: str, items: list[str] | None, last: str) -> dict[str, Json]:
        """A chart of nothing, or {} in an empty world."""
        return (
            {"rows": ["10 ┤ · ·"], "words": ["Two numbers, made up for a trial walk."]} if self.filled else {}
        )

    def recall(self, step: Step) -> list[str]:
        """A line for what was answered before; none in an empty world."""
        return ["An earlier answer, made up for a trial walk."] if self.filled else []

    def barren(self, step: Step, lookup: Lookup) -> bool:
        """Whether a step has nothing to show here, and so is passed over. What this walk made is not looked at."""
        kind = KINDS[step["kind"]]
        if kind.name in ("recall", "chart"):
            return not self.filled
        names = kind.sources(step)
        return names is not None and not self.filled

    def words(self, slot: str) -> str | None:
        """The words for `{slot}` in a text; no value was ever kept here."""
        self.looked = True
        return slot_words(slot, self.answered, self._default)

    def _default(self, name: str) -> str | None:
        declared = self.declared("values", name)
        return str(declared.get("default", "")) if declared else None


def _value(name: str, field: Step, declared: Step, number: int) -> Json:
    """Something for one field of an item: each option in turn, the ends of a scale, a date, words."""
    scale: Mapping[str, str] = declared.get("scale") or {}
    if field.get("options"):
        names = list(field["options"])
        return names[number % len(names)]
    if field.get("kind") == "number":
        return 10 if scale.get("max") == name else 5 if scale.get("baseline") == name else 0
    if field.get("kind") == "date":
        return {"date": DAY, "precision": "day"}
    return f"{field.get('title', name)} {number + 1}"


def _pass(values: dict[str, Json], where: Step, number: int) -> None:
    """Change an item so that an author's filter lets it through, where that can be."""
    for name, options in (where.get("any_of") or {}).items():
        if options:
            values[name] = options[number % len(options)]
    values.pop(where.get("unanswered", ""), None)
