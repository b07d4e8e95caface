"""Going through what one has collected: what became of a plan, where a measure stands now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guide.steps.base import (
    GIVEN,
    NUMBER_TESTS,
    Answer,
    Feed,
    Json,
    Kind,
    Making,
    Others,
    Problem,
    Step,
    World,
    point,
)
from guide.steps.fields import Plain, Text, Whole
from guide.steps.filters import ORDER, WHERE
from guide.steps.groups import ListOf, MapOf
from guide.steps.items import home_of, item_feed
from guide.steps.parts import PART_KINDS, Part, half_written, read_record, record_tries, record_words, some
from guide.steps.problems import Path, Problems

MOST: Final = 12
ITEM: Final = "{item}"
_OWN_SCALE: Final = ("min", "max")


class UpdateKind(Kind):
    """Each item is asked the same short questions; any may be left open.

    An answer to a field of the collection makes a new version of the item; a part with `track` gives a point
    for it. A choice without options takes those of the field, a scale without a range that of the item.
    """

    name = "update"
    fields = {
        "prompt": Text(required=True),
        "from": ListOf(Plain(), most=8, or_one=True, least=1, required=True),
        "where": WHERE,
        "order": ORDER,
        "ask": MapOf(Part(updates=True), most=6, required=True),
        "at_most": Whole(1, 50),
    }
    parts = {"count": NUMBER_TESTS}

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        if not step.get("ask") and "ask" in step:
            problems.add((*path, "ask"), "There is nothing to ask here: please name a field.", key=True)

    def sources(self, step: Step) -> list[str] | None:
        return list(step.get("from") or [])

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        names = list(frozen["from"])
        found = world.items(names, frozen.get("order", "newest"), frozen.get("where"))
        homes = {world.full_name(name): home_of(name, world) for name in names}
        frozen["homes"] = homes
        for part in frozen["ask"].values():
            if "track" in part:
                part["track"] = world.full_name(part["track"])
        frozen["choices"] = [
            {**one, "ask": self._asks(frozen["ask"], one, homes.get(one["collection"], {}), world)}
            for one in found[: frozen.get("at_most", MOST)]
        ]

    @staticmethod
    def _asks(ask: Step, item: Step, home: Step, world: World) -> dict[str, Json]:
        """The questions as this item is asked them."""
        asked = {}
        for name, spec in ask.items():
            part = {key: _filled(value, item["label"]) for key, value in spec.items()}
            options = (home.get("options") or {}).get(name)
            if part["kind"] == "choice" and "options" not in part and options:
                part["options"] = {key: {"text": text} for key, text in options.items()}
            own = own_range(item["fields"], home.get("scale") or {})
            if part["kind"] in ("scale", "number") and "range" not in part and own:
                part["range"] = own
            PART_KINDS[part["kind"]].freeze(part, world)
            part.pop("track", None)
            asked[name] = part
        return asked

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        if not isinstance(raw, list):
            raise Problem("This takes an answer for each one.")
        there = {one["item"]: one for one in frozen["choices"]}
        kept: list[Json] = []
        for record in raw:
            item = record.get("item") if isinstance(record, dict) else None
            if not isinstance(item, str) or item not in there:
                raise Problem("That one is not on this page.")
            one = there[item]
            try:
                fields = read_record(one["ask"], record.get("fields"), making, item, all_optional=True)
            except Problem:
                if not half_written(record):
                    raise
                continue  # still being written when the walk was stopped; the whole ones are kept
            if fields:
                kept.append(
                    {"item": item, "collection": one["collection"], "label": one["label"], "fields": fields}
                )
        if not kept:
            raise Problem("Nothing to keep yet: please answer one, or leave it open.")
        return Answer(GIVEN, kept)

    def empty(self, raw: Json) -> bool:
        return not raw or (
            isinstance(raw, list)
            and all(isinstance(one, dict) and not some(one.get("fields") or {}) for one in raw)
        )

    def tries(self, frozen: Step) -> list[Json]:
        records = [{"item": one["item"], "fields": record_tries(one["ask"])} for one in frozen["choices"]]
        return [records[:count] for count in range(1, len(records) + 1)]

    def part(self, frozen: Step, answer: Answer, part: str) -> Json:
        return len(answer.value or [])

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        asks = {one["item"]: one["ask"] for one in frozen["choices"]}
        found = []
        for one in answer.value or []:
            said = record_words(asks.get(one["item"], {}), one["fields"])
            # A question that begins with the name of its item says it already.
            found.append(said if said.startswith(one["label"]) else f"{one['label']} · {said}")
        return found

    def words(self, frozen: Step, answer: Answer) -> str:
        return "; ".join(self.review(frozen, answer))

    def items_made(self, frozen: Step, answer: Answer) -> list[str]:
        return [one["item"] for one in answer.value or []]

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        there = {one["item"]: one for one in frozen["choices"]}
        made: list[Feed] = []
        for n, one in enumerate(answer.value or []):
            item = there.get(one["item"])
            home = frozen["homes"].get(one["collection"], {})
            changed = {key: value for key, value in one["fields"].items() if key in home.get("fields", {})}
            if item is not None and changed:
                fields = {**item["fields"], **changed}
                made.append(item_feed(frozen, one["item"], fields, item.get("refs") or [], at, home))
            made += [
                point(frozen, spec["track"], one["item"], _rated(one["fields"][name]), at, n)
                for name, spec in frozen["ask"].items()
                if "track" in spec and name in one["fields"]
            ]
        return made


def own_range(fields: Step, scale: Step) -> dict[str, Json]:
    """The scale that an item brings with it: two of its fields say the lowest and the highest."""
    ends = {end: fields.get(scale.get(end, "")) for end in _OWN_SCALE}
    whole = {end: int(value) for end, value in ends.items() if isinstance(value, (int, float))}
    return dict(whole) if len(whole) == 2 and whole["min"] < whole["max"] else {}


def _filled(value: Json, label: str) -> Json:
    """A text with the item's words in `{item}`. The words are never looked at again."""
    return value.replace(ITEM, " ".join(label.split())[:200]) if isinstance(value, str) else value


def _rated(value: Json) -> Answer:
    if isinstance(value, Mapping):
        return Answer(str(value.get("state")))
    return Answer(GIVEN, value)


KIND = UpdateKind()
