"""The fields of a record: small steps without an id, as a list, a plan or an update asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guide.steps import choice, date, long, number, scale, short, yes_no
from guide.steps.base import GIVEN, Answer, Json, Kind, Making, Problem, Step
from guide.steps.fields import MISSING, Field, Flag, Plain, Text
from guide.steps.groups import MapOf, chosen_schema, read_keys
from guide.steps.problems import Path, Problems, unknown, wrong_shape

PART_KINDS: Final[dict[str, Kind]] = {
    kind.name: kind
    for kind in (short.KIND, long.KIND, choice.KIND, yes_no.KIND, scale.KIND, number.KIND, date.KIND)
}
WRITING: Final = ("now", "next")
"""Marks of a record that a front is still asking for; the value names the field it stands at."""
_FEEDS: Final = ("track", "of", "keep", "collect", "mark")
"""Keys of a step that feed something by themselves; inside a record the record does."""


class Part(Field):
    """One field of a record. With `updates`, a part may track, and take options and range from the item."""

    def __init__(self, *, updates: bool = False) -> None:
        super().__init__()
        self.updates = updates

    def fields_of(self, kind: Kind) -> dict[str, Field]:
        """The keys of a part of this kind."""
        kept = {key: field for key, field in kind.fields.items() if key not in _FEEDS}
        if self.updates:
            if "track" in kind.fields:
                kept["track"] = kind.fields["track"]
            if "options" in kept:
                kept["options"] = MapOf(choice.OPTION)
        return {"kind": Plain(required=True), "help": Text(max_length=600), "optional": Flag(), **kept}

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if not isinstance(raw, dict):
            problems.add(path, wrong_shape(raw, "a group of keys with a kind and a prompt"))
            return MISSING
        name = raw.get("kind")
        kind = PART_KINDS.get(name) if isinstance(name, str) else None
        if kind is None:
            if "kind" in raw:
                problems.add((*path, "kind"), unknown("The kind", str(name), PART_KINDS))
            else:
                problems.add(path, f"A field needs the key 'kind': one of {', '.join(PART_KINDS)}.")
            return MISSING
        fields = self.fields_of(kind)
        before = len(problems.found)
        read = read_keys(raw, fields, path, problems, f"A '{name}' field")
        if len(problems.found) == before:  # what could not be read would only be missed once more
            kind.check(read, path, problems)
        return read

    def schema(self) -> dict[str, Any]:
        kinds = {name: self.fields_of(kind) for name, kind in PART_KINDS.items()}
        if self.updates:  # options may come from the item
            for fields in kinds.values():
                if "options" in fields:
                    fields["options"] = fields["options"].not_required()
        return chosen_schema("kind", kinds, {})


def read_record(
    parts: Mapping[str, Step],
    fields: Json,
    making: Making,
    where: str,
    *,
    all_optional: bool = False,
    all_needed: bool = False,
) -> dict[str, Json]:
    """A record read field by field; empty fields are left out, a record of nothing is {}.

    Of the fields that are not optional one is enough, so that somebody who does not know a date need not give
    one; with `all_needed` it takes all of them. Raises Problem with the part as `where.field`.
    """
    read: dict[str, Json] = {}
    lacking = ""
    for name, part in parts.items():
        kind = PART_KINDS[part["kind"]]
        value = fields.get(name) if isinstance(fields, dict) else None
        if kind.empty(value):
            lacking = lacking or ("" if part.get("optional") or all_optional else name)
            continue
        try:
            answer = kind.parse(part, state_of(value), making)
        except Problem as problem:
            raise Problem(problem.message, f"{where}.{name}") from None
        read[name] = answer.value if answer.state == GIVEN else {"state": answer.state}
    needed = all_needed or not any(not part.get("optional") for name, part in parts.items() if name in read)
    if read and lacking and needed:
        asked = parts[lacking]["prompt"]
        raise Problem(
            f"'{asked}' is still empty. Please add it, or clear the other fields.", f"{where}.{lacking}"
        )
    return read


def some(fields: Mapping[str, Json]) -> bool:
    """Whether anything was given in a record; the number 0 is something."""
    return any(value not in (None, "", [], {}) for value in fields.values())


def may_stay_empty(parts: Mapping[str, Step], fields: Mapping[str, Json], name: str) -> bool:
    """Whether a field asked in its turn can be left open: an optional one, or where another that is needed holds
    something or is still to come."""
    if parts[name].get("optional"):
        return True
    names = list(parts)
    rest = [other for other in names if other != name and not parts[other].get("optional")]
    return any(
        fields.get(other) not in (None, "", [], {}) or names.index(other) > names.index(name)
        for other in rest
    )


def ends_list(parts: Mapping[str, Step], name: str, *, further: bool) -> bool:
    """Whether a list ends where this field is left empty in a record that holds nothing yet.

    A field that is needed ends it. So does the first field of a further record (`further`) where none is needed; an
    optional one before a needed one can be left open, and the record goes on.
    """
    needed = [one for one in parts if not parts[one].get("optional")]
    return name in needed or (further and not needed)


def half_written(record: Json) -> bool:
    """Whether a front is still asking for this record: stopping keeps the whole ones, and this one's words apart."""
    return isinstance(record, dict) and "fields" in record and any(record.get(mark) for mark in WRITING)


def only_begun(record: Json) -> bool:
    """Whether a new record holds nothing but the field that is being written: perhaps half a word, and no item yet."""
    if not half_written(record) or record.get("item") or not isinstance(record["fields"], dict):
        return False
    under_way = [record.get(mark) for mark in WRITING]
    return not some({name: value for name, value in record["fields"].items() if name not in under_way})


def part_words(part: Step, value: Json) -> str:
    """One field of a record in words."""
    answer = Answer(value["state"]) if isinstance(value, dict) and "state" in value else Answer(GIVEN, value)
    return PART_KINDS[part["kind"]].words(part, answer)


def record_words(parts: Mapping[str, Step], fields: Mapping[str, Json]) -> str:
    """'Then: … · Now: …' in the words of the record's own prompts."""
    said = [
        f"{parts[name]['prompt']}: {part_words(parts[name], value)}"
        for name, value in fields.items()
        if name in parts
    ]
    return " · ".join(said)


def record_tries(parts: Mapping[str, Step]) -> dict[str, Json]:
    """A record with something in every field, for trial walks."""
    tried = {name: PART_KINDS[part["kind"]].tries(part)[:1] for name, part in parts.items()}
    return {name: some[0] for name, some in tried.items() if some}


def state_of(value: Json) -> Json:
    """A field as it comes back from the store: a state of its own, such as numb, stands in a group."""
    return value["state"] if isinstance(value, dict) and set(value) == {"state"} else value
