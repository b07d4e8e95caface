"""One JSON Schema for editors, made from the declarations that the checker reads by.

It serves `pack.yaml` and the files of exercises alike. The checker stays the authority: a schema sees shapes
and names of keys, not what they refer to. It is drawn up for the YAML language server, which underlines
while one types: what depends on a kind stands under `if` and `then`, because where one of several shapes
has to fit it complains about a shape that was not meant, and `errorMessage` holds its sentences.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from guide.errors import GuideError
from guide.packs.schema_words import SAYS
from guide.places import shown
from guide.words import new_pack as words

FILE: Final = "pack.schema.json"
COMMENT: Final = f"# yaml-language-server: $schema=./{FILE}"
"""The line on top of a YAML file by which editors find the schema beside it."""

MADE_BY: Final = "Written by `unmuted packs schema`; write it again after an update of the program."
_LACKING: Final = (
    "A pack needs format, id, version, title, language and exercises; an exercise id, title and steps."
)
_LONG: Final = 160  # characters from which on a shape that comes up again is written once
Json = dict[str, Any]
Trail = tuple[str, ...]


def schema() -> Json:
    """The whole schema (draft 7)."""
    from guide.model.conditions import Condition
    from guide.model.exercise import COMMON, EXERCISE
    from guide.model.pack import PACK
    from guide.steps import KINDS
    from guide.steps.groups import chosen_schema, object_schema

    made: Json = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": MADE_BY,
        **_either(list(PACK), list(EXERCISE)),
        "definitions": {
            "pack": object_schema(PACK),
            "exercise": object_schema(EXERCISE),
            "step": chosen_schema("kind", {name: kind.fields for name, kind in KINDS.items()}, COMMON),
            "condition": Condition().definition(),
        },
    }
    made = json.loads(json.dumps(made))  # what is one object in the declarations is described place by place
    _describe(made, ())
    return _shared(made)


def text() -> str:
    """The schema as a file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def write(file: Path) -> None:
    """Write the schema to a file, over an older one of ours only. Raises GuideError when that cannot be."""
    name = shown(file)
    try:
        if file.exists() and MADE_BY not in file.read_text(encoding="utf-8", errors="replace")[:400]:
            raise GuideError(words.SCHEMA_OTHER.format(file=name), words.SCHEMA_OTHER_REMEDY)
        file.write_text(text(), encoding="utf-8")
    except (OSError, ValueError):
        message = words.SCHEMA_NOT_WRITTEN.format(file=name)
        raise GuideError(message, words.SCHEMA_NOT_WRITTEN_REMEDY) from None


def _either(pack: list[str], exercise: list[str]) -> Json:
    """A pack or an exercise, told apart by the keys that only one of them has; at first it may become either."""
    begun = {
        "properties": {key: {} for key in (*pack, *exercise)},
        "required": ["id", "title"],
        "additionalProperties": False,
        "anyOf": [{"required": [key], "errorMessage": _LACKING} for key in ("format", "steps")],
    }
    alone = {
        "if": _one_of([key for key in exercise if key not in pack]),
        "then": {"$ref": "#/definitions/exercise"},
        "else": begun,
    }
    return {
        "if": _one_of([key for key in pack if key not in exercise]),
        "then": {"$ref": "#/definitions/pack"},
        "else": alone,
    }


def _one_of(keys: list[str]) -> Json:
    return {"anyOf": [{"required": [key]} for key in keys]}


def _inside(node: Json) -> Iterator[tuple[Any, Any, Json, str]]:
    """The schemas directly in this one: holder, key in it, the schema, and the name of its property if it has one.

    What stands under `if` only asks and is left out.
    """
    for key in ("items", "additionalProperties", "propertyNames", "then", "else"):
        if isinstance(node.get(key), dict):
            yield node, key, node[key], ""
    for key in ("allOf", "anyOf"):
        for place, one in enumerate(node.get(key, [])):
            yield node[key], place, one, ""
    for key in ("properties", "definitions"):
        for name, one in node.get(key, {}).items():
            yield node[key], name, one, name


def _describe(node: Json, trail: Trail) -> None:
    """Give every key its sentence, so that an editor can show it. `trail` are the names that lead here."""
    for holder, key, inner, name in _inside(node):
        if holder is node.get("properties") and (inner or not trail):
            says = _said(trail, name)
            inner |= {"description": says} if says else {}
            values = [SAYS.get(f"{name}={value}", "") for value in inner.get("enum", [])]
            inner |= {"enumDescriptions": values} if any(values) else {}
            if "$ref" in inner:  # beside it nothing else counts
                inner["allOf"] = [{"$ref": inner.pop("$ref")}]
        led = _value(node["if"]) if key == "then" else name
        _describe(inner, (*trail, led) if led else trail)


def _said(trail: Trail, name: str) -> str:
    """The sentence for a key: the one for this very place, else for within something, else for anywhere."""
    places = [".".join((*trail[start:], name)) for start in range(len(trail))]
    within = [f"{outer}.{name}" for outer in reversed(trail)]
    return next((SAYS[one] for one in (*places, *within, name) if one in SAYS), "")


def _value(condition: Json) -> str:
    """The value that an `if` asks for, such as the kind of a step."""
    return next((str(one["const"]) for one in condition.get("properties", {}).values() if "const" in one), "")


def _shared(whole: Json) -> Json:
    """The same schema with every longer shape that comes up again written once, among the definitions."""

    def count(node: Json) -> None:
        for _, _, inner, _ in _inside(node):
            times[json.dumps(inner)] += 1
            count(inner)

    def build(node: Json, name: str) -> Json:
        made: Json = json.loads(json.dumps(node))
        for (holder, key, _, _), (_, _, inner, inner_name) in zip(
            _inside(made), list(_inside(node)), strict=True
        ):
            written = json.dumps(inner)
            if times[written] < 2 or len(written) < _LONG:
                holder[key] = build(inner, inner_name or name)
                continue
            if written not in names:
                names[written] = f"{inner_name or name}-{len(names) + 1}"
                shared[names[written]] = build(inner, inner_name or name)
            holder[key] = {"$ref": f"#/definitions/{names[written]}"}
        return made

    times: Counter[str] = Counter()
    names: dict[str, str] = {}
    shared: Json = {}
    count(whole)
    made = build(whole, "")
    made["definitions"] |= shared
    return made
