"""Records of a list or a plan as plain values: as they are held, as they are kept, and by their numbers."""

from __future__ import annotations

from typing import Any

from guide.steps.base import CANNOT_TELL, NUMB, Json, Step
from guide.steps.list import KIND

NEXT = "next"
"""Beside the fields of a held record: the field to ask next. `parse` passes it over."""


def numbered(step: Step, records: list[dict[str, Any]]) -> list[tuple[Any, Any]]:
    """What can be changed, in the order of its numbers: (item, None), (item, its record here), (None, record)."""
    offered = (step.get("there") or []) if step.get("existing") == "edit" else []
    changed = {one.get("item"): one for one in records}
    names = {one["item"] for one in offered}
    new = [(None, one) for one in records if one["fields"] and one.get("item") not in names]
    return [*((one, changed.get(one["item"])) for one in offered), *new]


def as_they_were(step: Step) -> dict[str, dict[str, Json]]:
    """The fields that this step asks for, of each item of the collection, as raw ones."""
    return {
        one["item"]: {
            name: raw_of(one["fields"][name])
            for name in step["record"]
            if one["fields"].get(name) not in (None, "")
        }
        for one in step.get("there") or []
    }


def record_words(step: Step, record: Step) -> str:
    """A record as it was typed, in the words of its own prompts."""
    fields = {
        name: {"state": value} if value in (NUMB, CANNOT_TELL) and _rated(step, name) else value
        for name, value in record["fields"].items()
    }
    return KIND.record_words(step, {"fields": fields})


def _rated(step: Step, name: str) -> bool:
    return step["record"].get(name, {}).get("kind") in ("scale", "number")


def squeezed(text: Json) -> str:
    """A text in one line."""
    return " ".join(str(text).split())


def load(raw: Json) -> list[dict[str, Any]]:
    """Records from a held or kept answer, whatever shape an older version left."""
    records = []
    for one in raw if isinstance(raw, list) else [raw] if isinstance(raw, dict) else []:
        if isinstance(one, dict):
            fields = one.get("fields", one)
            if isinstance(fields, dict):
                extra = {key: one[key] for key in ("item", NEXT) if key in one and "fields" in one}
                records.append({**extra, "fields": {key: raw_of(value) for key, value in fields.items()}})
    return records


def raw_of(value: Json) -> Json:
    """A kept field as a raw one: a state beside its field is the state's name."""
    return value["state"] if isinstance(value, dict) and "state" in value else value


def bare(record: dict[str, Any]) -> dict[str, Any]:
    """A record without the mark of where to go on."""
    return {key: value for key, value in record.items() if key != NEXT}
