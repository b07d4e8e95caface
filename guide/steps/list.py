"""A list of small records, such as pairs of then and now; each may become an item of a collection."""

from __future__ import annotations

from typing import Any

from guide.steps import choice, long, scale, short, yes_no
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
    item_feed,
    set_home,
)
from guide.steps.fields import MISSING, Field, Flag, Plain, Text, Whole, Word
from guide.steps.groups import MapOf, Record, object_schema, read_keys
from guide.steps.problems import Path, Problems, unknown, wrong_shape

PART_KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (short.KIND, long.KIND, choice.KIND, yes_no.KIND, scale.KIND)
}
MOST = 50
WRITING = ("now", "next")
"""Marks of a record that a front is still asking for; the value names the field it stands at."""


class Part(Field):
    """One field of a record: a small step without an id."""

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if not isinstance(raw, dict):
            problems.add(path, wrong_shape(raw, "a group of keys with a kind and a prompt"))
            return MISSING
        name = raw.get("kind")
        kind = PART_KINDS.get(name) if isinstance(name, str) else None
        if kind is None:
            problems.add((*path, "kind"), unknown("The kind", str(name or ""), PART_KINDS))
            return MISSING
        fields = {"kind": Plain(required=True), "help": Text(), "optional": Flag(), **kind.fields}
        read = read_keys(raw, fields, path, problems, f"A '{name}' field")
        kind.check(read, path, problems)
        return read

    def schema(self) -> dict[str, Any]:
        common: dict[str, Field] = {
            "kind": Word(*PART_KINDS, required=True),
            "help": Text(),
            "optional": Flag(),
        }
        merged: dict[str, Field] = dict(common)
        for kind in PART_KINDS.values():
            merged.update({key: field for key, field in kind.fields.items() if key not in merged})
        return object_schema(merged)


class ListKind(Kind):
    """Records, as many as a person likes up to a bound; none is a proper answer."""

    name = "list"
    fields = {
        "prompt": Text(required=True),
        "record": MapOf(Part(), most=8, required=True),
        "items": Record(
            {"min": Whole(0, MOST), "suggested": Whole(0, MOST), "max": Whole(1, MOST)}, what="'items'"
        ),
        "collect": Plain(),
        "mark": Plain(),
        "existing": Word("edit", "show", "hide"),
    }
    parts = {"count": NUMBER_TESTS}

    def check(self, step: Step, path: Path, problems: Problems) -> None:
        bounds = step.get("items") or {}
        if bounds.get("min", 0) > bounds.get("max", MOST):
            problems.add((*path, "items", "min"), "min is larger than max, so no list would fit.")
        if "collect" in step and "mark" in step:
            problems.add(
                (*path, "mark"),
                "A list either collects items or marks dates; please keep one of the two.",
                key=True,
            )

    def freeze(self, frozen: dict[str, Json], world: World) -> None:
        set_home(frozen, world)
        for part in frozen["record"].values():
            PART_KINDS[part["kind"]].freeze(part, world)
        if "collect" in frozen and frozen.get("existing", "hide") != "hide":
            frozen["there"] = world.items([frozen["collect"]], "oldest")

    def parse(self, frozen: Step, raw: Json, making: Making) -> Answer:
        if not isinstance(raw, list):
            raise Problem("This takes a list.")
        kept: list[Json] = []
        for index, record in enumerate(raw):
            try:
                read = self.record(frozen, self._fields(record), making, index)
            except Problem:
                if not (isinstance(record, dict) and any(record.get(mark) for mark in WRITING)):
                    raise
                continue  # still being written when the walk was stopped; the whole ones are kept
            if read:
                before = record.get("item") if "fields" in record else None
                kept.append({"item": before or making.new_id(), "fields": read})
        bounds = frozen.get("items") or {}
        if len(kept) > bounds.get("max", MOST):
            raise Problem(f"Up to {bounds['max']} fit here; these are {len(kept)}.")
        if 0 < len(kept) < bounds.get("min", 0):
            raise Problem(f"At least {bounds['min']} together, or none; these are {len(kept)}.")
        if not kept:
            raise Problem("Nothing to keep yet: please write something, or leave it open.")
        return Answer(GIVEN, kept)

    def record(self, frozen: Step, fields: Json, making: Making, index: int) -> dict[str, Json]:
        """One record read field by field; empty fields are left out, a record of nothing is {}.

        Raises Problem with the part as `index.field`.
        """
        read: dict[str, Json] = {}
        lacking = ""
        for name, part in frozen["record"].items():
            kind = PART_KINDS[part["kind"]]
            value = fields.get(name) if isinstance(fields, dict) else None
            if kind.empty(value):
                lacking = lacking or ("" if part.get("optional") else name)
                continue
            try:
                answer = kind.parse(part, _state_of(value), making)
            except Problem as problem:
                raise Problem(problem.message, f"{index}.{name}") from None
            read[name] = answer.value if answer.state == GIVEN else {"state": answer.state}
        if read and lacking:
            asked = frozen["record"][lacking]["prompt"]
            raise Problem(
                f"'{asked}' is still empty. Please add it, or clear the other fields.", f"{index}.{lacking}"
            )
        return read

    def empty(self, raw: Json) -> bool:
        return not raw or (isinstance(raw, list) and all(not any(self._fields(one).values()) for one in raw))

    @staticmethod
    def _fields(record: Json) -> dict[str, Json]:
        fields = record.get("fields", record) if isinstance(record, dict) else {}
        return fields if isinstance(fields, dict) else {}

    def part(self, frozen: Step, answer: Answer, part: str) -> Json:
        return len(answer.value or [])

    def words(self, frozen: Step, answer: Answer) -> str:
        return "; ".join(self.review(frozen, answer))

    def review(self, frozen: Step, answer: Answer) -> list[str]:
        return [self.record_words(frozen, record) for record in answer.value or []]

    def record_words(self, frozen: Step, record: Step) -> str:
        """'Then: … Now: …' in the words of the record's own prompts."""
        pieces: list[str] = []
        for name, value in record["fields"].items():
            part = frozen["record"].get(name)
            if part is None:
                continue
            answer = (
                Answer(value["state"])
                if isinstance(value, dict) and "state" in value
                else Answer(GIVEN, value)
            )
            pieces.append(f"{part['prompt']}: {PART_KINDS[part['kind']].words(part, answer)}")
        return " · ".join(pieces)

    def items_made(self, frozen: Step, answer: Answer) -> list[str]:
        return [record["item"] for record in answer.value or []] if "collect" in frozen else []

    def feeds(self, frozen: Step, answer: Answer, at: str, others: Others) -> list[Feed]:
        if "home" not in frozen:
            return []
        return [item_feed(frozen, record["item"], record["fields"], [], at) for record in answer.value or []]


def _state_of(value: Json) -> Json:
    """A field as it comes back from the store: a state of its own, such as numb, stands in a group."""
    return value["state"] if isinstance(value, dict) and set(value) == {"state"} else value


KIND = ListKind()
