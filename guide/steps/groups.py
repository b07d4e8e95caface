"""Fields that hold other fields: lists, maps, records, and values with two shapes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.steps.fields import ID_MAX, ID_PATTERN, IDENT, MISSING, Field, Text
from guide.steps.problems import Path, Problems, nearest, shown, wrong_shape


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
        required: bool = False,
    ) -> None:
        super().__init__(required=required)
        self.item, self.most, self.or_one, self.holes = item, most, or_one, holes

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if self.or_one and not isinstance(raw, list):
            one = self.item.read(raw, path, problems)
            return MISSING if one is MISSING else [one]
        if not isinstance(raw, list):
            problems.add(path, wrong_shape(raw, "a list"))
            return MISSING
        if len(raw) > self.most:
            problems.add(path, f"This list has {len(raw)} entries; at most {self.most} are allowed.")
            return MISSING
        read = [self.item.read(value, (*path, index), problems) for index, value in enumerate(raw)]
        if self.holes:
            return [None if value is MISSING else value for value in read]
        return [value for value in read if value is not MISSING]

    def schema(self) -> dict[str, Any]:
        many = {"type": "array", "items": self.item.schema(), "maxItems": self.most}
        return {"anyOf": [self.item.schema(), many]} if self.or_one else many


class MapOf(Field):
    """Named values: the names are ids, the values one kind of field."""

    def __init__(self, item: Field, *, most: int = 60, required: bool = False) -> None:
        super().__init__(required=required)
        self.item, self.most = item, most

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if not isinstance(raw, Mapping) or not raw:
            problems.add(path, wrong_shape(raw, "a group of names with their values"))
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
            "propertyNames": {"pattern": f"^{ID_PATTERN}$"},
            "additionalProperties": self.item.schema(),
        }


class Record(Field):
    """A group of known keys. An unknown key is an error: a misspelt key must never be dropped in silence."""

    def __init__(
        self, fields: Mapping[str, Field], *, what: str = "This group", required: bool = False
    ) -> None:
        super().__init__(required=required)
        self.fields, self.what = fields, what

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if not isinstance(raw, Mapping):
            problems.add(path, wrong_shape(raw, "a group of keys (" + ", ".join(self.fields) + ")"))
            return MISSING
        return read_keys(raw, self.fields, path, problems, self.what)

    def schema(self) -> dict[str, Any]:
        return object_schema(self.fields)


class TextOr(Field):
    """The short form is a text, the long form a record that has a `text`."""

    def __init__(self, fields: Mapping[str, Field], *, what: str) -> None:
        super().__init__()
        self.long = Record({"text": Text(required=True, max_length=300), **fields}, what=what)

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if isinstance(raw, Mapping) and "text" in raw:
            return self.long.read(raw, path, problems)
        if isinstance(raw, Mapping) and any(key in self.long.fields for key in raw):
            return self.long.read(raw, path, problems)
        text = Text(max_length=300).read(raw, path, problems)
        return MISSING if text is MISSING else {"text": text}

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [Text(max_length=300).schema(), self.long.schema()]}


class Shape(Field):
    """A scalar form or a group form of the same key."""

    def __init__(self, scalar: Field, group: Field, *, required: bool = False) -> None:
        super().__init__(required=required)
        self.scalar, self.group = scalar, group

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        return (self.group if isinstance(raw, Mapping) else self.scalar).read(raw, path, problems)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.scalar.schema(), self.group.schema()]}


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
    """A record as JSON Schema."""
    return {
        "type": "object",
        "properties": {key: field.schema() for key, field in fields.items()},
        "required": [key for key, field in fields.items() if field.required],
        "additionalProperties": False,
    }
