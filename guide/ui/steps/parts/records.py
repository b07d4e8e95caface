"""Records of a list while they are written: read from any raw answer, and handed back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from guide.steps.base import Json
from guide.ui.steps.parts.rate import plain_rating
from guide.ui.steps.parts.typed import READ, read_raw

Record = dict[str, Any]


@dataclass(slots=True)
class Draft:
    """The record being filled: where it belongs, what stands in it, the field it is at."""

    index: int
    fields: dict[str, Json] = field(default_factory=dict)
    item: str = ""
    place: int = 0

    def new(self, records: list[Record]) -> bool:
        """Whether it is not one of the records yet."""
        return self.index >= len(records)


def records_of(parts: dict[str, dict[str, Any]], raw: Json) -> tuple[list[Record], Draft | None]:
    """Return the records in a raw answer, and the half filled one that carries `now`, if there is one."""
    records: list[Record] = []
    held: Draft | None = None
    for one in raw if isinstance(raw, list) else []:
        draft = draft_of(parts, one, len(records))
        if not draft.fields:
            continue
        now = one.get("now") if isinstance(one, dict) and "fields" in one else None
        if now in parts and held is None:
            held = draft
            held.place = list(parts).index(now)
        else:
            records.append(record_raw(draft))
    return records, held


def draft_of(parts: dict[str, dict[str, Any]], record: Json, index: int) -> Draft:
    """Return a record as a draft, with what its fields can hold."""
    record = record if isinstance(record, dict) else {}
    fields = record.get("fields", record)
    fields = fields if isinstance(fields, dict) else {}
    item = record.get("item")
    read = {
        name: value
        for name, part in parts.items()
        if (value := plain(part, fields.get(name))) not in (None, "")
    }
    return Draft(index, read, item if isinstance(item, str) and "fields" in record else "")


def record_raw(draft: Draft) -> Record:
    """Return a draft as a raw record."""
    return {**({"item": draft.item} if draft.item else {}), "fields": dict(draft.fields)}


def plain(part: dict[str, Any], raw: Json) -> Json:
    """Return what the field of a record can hold of a raw answer; None for nothing. Any JSON may come."""
    if part["kind"] == "scale":
        return plain_rating(raw)
    if part["kind"] in READ:
        return read_raw(part, raw)
    if part["kind"] == "choice" and isinstance(raw, dict):
        return raw if isinstance(raw.get("other"), str) else None
    if isinstance(raw, dict):
        raw = raw.get("text")
    return raw if isinstance(raw, str) and raw.strip() else None
