"""Fields that hold other fields: lists, maps, records, and values with two shapes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guide.steps.fields import ID_MAX, ID_PATTERN, IDENT, MISSING, Field, Text, Word
from guide.steps.problems import Path, Problems, did_you_mean, nearest, shown, wrong_shape

_NO_GROUP: Final = "This must be a group of keys."
_RANGE: Final = ", such as {min: 0, max: 10}"
_OPTIONS: Final = ", such as {plain: A plain day, hard: A hard day}"


class ListOf(Field):
    """A list of one kind of value; with `or_one`, a single value stands for a list of one.

    With `holes`, what could not be read stays as None, so that places in the file keep their numbers.
    """

    def __init__(
        self,
        item: Field,
        *,
        most: int = 50,
        or_one: bool = False,
        holes: bool = False,
        least: int = 0,
        required: bool = False,
    ) -> None:
        super().__init__(required=required)
        self.item, self.most, self.or_one, self.holes, self.least = item, most, or_one, holes, least

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if self.or_one and not isinstance(raw, list):
            one = self.item.read(raw, path, problems)
            return MISSING if one is MISSING else [one]
        if not isinstance(raw, list):
            problems.add(path, wrong_shape(raw, "a list"))
            return MISSING
        if len(raw) < self.least:
            problems.add(path, "This list is empty; it needs at least one entry.")
            return MISSING
        if len(raw) > self.most:
            problems.add(path, f"This list has {len(raw)} entries; at most {self.most} are allowed.")
            return MISSING
        read = [self.item.read(value, (*path, index), problems) for index, value in enumerate(raw)]
        if self.holes:
            return [None if value is MISSING else value for value in read]
        return [value for value in read if value is not MISSING]

    def schema(self) -> dict[str, Any]:
        many = {
            "type": "array",
            "items": self.item.schema(),
            "minItems": self.least,
            "maxItems": self.most,
            "errorMessage": "This must be a list" + (" of at least one entry." if self.least else "."),
        }
        if not self.or_one:
            return many
        return {"if": {"type": "array"}, "then": many, "else": self.item.schema()}


class MapOf(Field):
    """Named values: the names are ids, the values one kind of field."""

    def __init__(self, item: Field, *, most: int = 60, required: bool = False) -> None:
        super().__init__(required=required)
        self.item, self.most = item, most

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if not isinstance(raw, dict) or not raw:
            example = _OPTIONS if isinstance(self.item, (Text, TextOr)) else ""
            problems.add(path, wrong_shape(raw, f"a group of names with their values{example}"))
            return MISSING
        if len(raw) > self.most:
            problems.add(path, f"This group has {len(raw)} names; at most {self.most} are allowed.")
            return MISSING
        result: dict[str, Any] = {}
        for name, value in raw.items():
            if not IDENT.fullmatch(name) or len(name) > ID_MAX:
                problems.add(
                    (*path, name),
                    f"'{shown(name)}' is not an id: lower-case letters, digits, single hyphens.",
                    key=True,
                )
                continue
            read = self.item.read(value, (*path, name), problems)
            if read is not MISSING:
                result[name] = read
        return result

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "minProperties": 1,
            "maxProperties": self.most,
            "propertyNames": {
                "pattern": f"^{ID_PATTERN}$",
                "maxLength": ID_MAX,
                "patternErrorMessage": "An id has lower-case letters, digits and single hyphens.",
            },
            "additionalProperties": self.item.schema(),
            "errorMessage": "This must be a group of names with their values.",
        }


class Record(Field):
    """A group of known keys. An unknown key is an error: a misspelt key must never be dropped in silence."""

    def __init__(
        self, fields: Mapping[str, Field], *, what: str = "This group", required: bool = False
    ) -> None:
        super().__init__(required=required)
        self.fields, self.what = fields, what

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if not isinstance(raw, dict):
            problems.add(path, wrong_shape(raw, self.wanted))
            return MISSING
        return read_keys(raw, self.fields, path, problems, self.what)

    @property
    def wanted(self) -> str:
        """What is wanted, for a sentence about something else."""
        example = _RANGE if {"min", "max"} <= self.fields.keys() else ""
        return f"a group of keys ({', '.join(self.fields)}){example}"

    def schema(self) -> dict[str, Any]:
        return object_schema(self.fields)


class TextOr(Field):
    """The short form is a text, the long form a record that has a `text`."""

    def __init__(self, fields: Mapping[str, Field], *, what: str) -> None:
        super().__init__()
        self.long = Record({"text": Text(required=True, max_length=300), **fields}, what=what)

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if isinstance(raw, dict) and "text" in raw:
            return self.long.read(raw, path, problems)
        if isinstance(raw, dict) and any(key in self.long.fields for key in raw):
            return self.long.read(raw, path, problems)
        text = Text(max_length=300).read(raw, path, problems)
        return MISSING if text is MISSING else {"text": text}

    def schema(self) -> dict[str, Any]:
        keyed = {"type": "object", "anyOf": [{"required": [key]} for key in self.long.fields]}
        return {"if": keyed, "then": self.long.schema(), "else": Text(max_length=300).schema()}


class Shape(Field):
    """A scalar form or a group form of the same key."""

    def __init__(self, scalar: Field, group: Field, *, required: bool = False) -> None:
        super().__init__(required=required)
        self.scalar, self.group = scalar, group

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if not isinstance(raw, dict) and isinstance(self.scalar, Word) and isinstance(self.group, Record):
            words = self.scalar.words
            if raw not in words:
                hint = did_you_mean(raw, words) if isinstance(raw, str) else ""
                told = ", or ".join([self.group.wanted, *map(str, words)])
                problems.add(path, wrong_shape(raw, told) + hint)
                return MISSING
        return (self.group if isinstance(raw, dict) else self.scalar).read(raw, path, problems)

    def schema(self) -> dict[str, Any]:
        return {"if": {"type": "object"}, "then": self.group.schema(), "else": self.scalar.schema()}


def read_keys(
    raw: Mapping[str, Any], fields: Mapping[str, Field], path: Path, problems: Problems, what: str
) -> dict[str, Any]:
    """Read every known key, report unknown and lacking ones. Returns what could be read.

    A key that is needed and was probably misspelt is reported once, as misspelt.
    """
    result: dict[str, Any] = {}
    meant: set[str] = set()
    for key, value in raw.items():
        field = fields.get(key)
        if field is None:
            near = nearest(key, [name for name in fields if name not in raw]) or nearest(key, fields)
            meant.add(near)
            hint = f" Did you mean '{near}'?" if near else f" It takes: {', '.join(fields)}."
            problems.add((*path, key), f"{what} has no key '{shown(key)}'.{hint}", key=True)
            continue
        read = field.read(value, (*path, key), problems)
        if read is not MISSING:
            result[key] = read
    for key, field in fields.items():
        if field.required and key not in raw and key not in meant:
            problems.add(path, f"{what} needs the key '{key}'.")
    return result


def object_schema(fields: Mapping[str, Field]) -> dict[str, Any]:
    """A record as JSON Schema. Its keys stand one level down: the sentence about the type is not theirs."""
    return {"type": "object", "errorMessage": _NO_GROUP, "allOf": [_keys(fields)]}


def chosen_schema(
    by: str, kinds: Mapping[str, Mapping[str, Field]], common: Mapping[str, Field]
) -> dict[str, Any]:
    """A record in which the key `by` decides which others there are.

    Written with if and then: where one of several shapes has to fit, editors complain about a shape that
    was not meant. While the deciding key has no known value, only the common keys are looked at. Each branch
    has a title, and its value as a constant: so an editor offers it whole.
    """
    named = {"properties": {by: {"enum": [*kinds]}}, "required": [by]}
    common = {key: field for key, field in common.items() if key != by}
    asked = {**_keys(common), "additionalProperties": True}
    branches = []
    for name, fields in kinds.items():
        keys = _keys({**common, **{key: fields[key] for key in fields if key != by}})
        keys["properties"] = {by: {"const": name}, **keys["properties"]}
        keys["required"] = [by, *keys["required"]]
        chosen = {"properties": {by: {"const": name}}, "required": [by]}
        branches.append({"if": chosen, "then": {"title": f"{by}: {name}", **keys}})
    rest = {"if": named, "else": asked}
    return {"type": "object", "errorMessage": _NO_GROUP, "allOf": [named, rest, *branches]}


def _keys(fields: Mapping[str, Field]) -> dict[str, Any]:
    return {
        "properties": {key: field.schema() for key, field in fields.items()},
        "required": [key for key, field in fields.items() if field.required],
        "additionalProperties": False,
    }
