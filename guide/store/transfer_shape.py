"""What a record of an export must look like. Whatever passes can be stored, shown and fed without surprises."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from guide.steps.base import STATES, Json
from guide.store.encode import Unreadable
from guide.words import taking as words

DEEPEST: Final = 64
"""How deep values may be nested. Answers and steps as shown stay below ten."""
_NAME_MOST: Final = 4000
_STEPS_MOST: Final = 10_000
_OFFSET_MOST: Final = 24 * 60
_ID: Final = re.compile(r"[0-9a-f]{32}")
_WHEN: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_TYPED: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)?")

Test = Callable[[Any], bool]


def checked(name: str, record: Json) -> dict[str, Json]:
    """The record when it may stand in this list. Raises Unreadable with a phrase, and no words of the record."""
    if not _SHAPES[name](record):
        raise Unreadable(words.WRONG_SHAPE)
    if not _shallow(record):
        raise Unreadable(words.TOO_DEEP)
    found: dict[str, Json] = record
    return found


def _shallow(value: Json) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return True
    return False


def _text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _NAME_MOST


def _name(value: Any) -> bool:
    return _text(value) and bool(value)


def _id(value: Any) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _number(most: int, least: int = 0) -> Test:
    return lambda value: type(value) is int and least <= value <= most


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _moment(pattern: re.Pattern[str]) -> Test:
    def test(value: Any) -> bool:
        if not isinstance(value, str) or pattern.fullmatch(value) is None:
            return False
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return False
        return True

    return test


def _anything(value: Any) -> bool:
    return True


def _object(value: Any) -> bool:
    return isinstance(value, dict)


def _or_null(test: Test) -> Test:
    return lambda value: value is None or test(value)


def _list_of(test: Test, *key: str) -> Test:
    """A list of such values, in which no two agree in `key`."""

    def test_list(value: Any) -> bool:
        if not isinstance(value, list) or len(value) > _STEPS_MOST or not all(map(test, value)):
            return False
        return not key or len({tuple(one[name] for name in key) for one in value}) == len(value)

    return test_list


def _record(fields: Mapping[str, Test]) -> Test:
    def test(value: Any) -> bool:
        if not isinstance(value, dict) or value.keys() != fields.keys():
            return False
        return all(inner(value[name]) for name, inner in fields.items())

    return test


_offset: Final = _number(_OFFSET_MOST, -_OFFSET_MOST)
_when: Final = _moment(_WHEN)
_stamp: Final = _record({"utc": _when, "offset": _offset})
_step: Final = _record({"step": _name, "position": _number(_STEPS_MOST, -1), "shown": _id})
_typing: Final = _record({"step": _name, "raw": _anything, "at": _moment(_TYPED)})
_answer: Final = _record({
    "step": _name, "revision": _number(1_000_000, 1), "state": STATES.__contains__, "value": _anything,
    "at": _when, "offset": _offset, "shown": _or_null(_id),
})  # fmt: skip
_entry: Final = _record({
    "id": _id, "exercise": _name, "pack_version": _text, "exercise_hash": _text, "title": _text, "language": _text,
    "started": _stamp, "ended": _or_null(_stamp), "how": _or_null(("finished", "stopped").__contains__),
    "left_out": _list_of(_name), "cursor": _or_null(_name), "closed": _flag, "changed": _when,
    "trashed": _or_null(_when), "steps": _list_of(_step, "step"),
    "answers": _list_of(_answer, "step", "revision"), "typing": _list_of(_typing, "step"), "checksum": _id,
})  # fmt: skip


def _ended_as_said(value: Any) -> bool:
    """An entry is a draft, or it has ended in some way: never half of it."""
    return _entry(value) and (value["ended"] is None) == (value["how"] is None)


def _shown(value: Any) -> bool:
    """A step as it was shown: what every kind and every view relies on."""
    step = value["step"] if _record({"hash": _id, "step": _object})(value) else {}
    return _name(step.get("id")) and _name(step.get("kind"))


_PARTS: Final[Mapping[str, Test]] = {
    "step": _step, "typing": _typing, "answer": _answer,
    "changed": _when, "trashed": _or_null(_when), "cursor": _or_null(_name),
}  # fmt: skip


def fits(part: str, value: Json) -> bool:
    """Whether a part of an entry may stand in a file."""
    return _PARTS[part](value) and _shallow([value])


_SHAPES: Final[Mapping[str, Test]] = {
    "declarations": _record({"name": _name, "declared": _object}),
    "choices": _record({"name": _name, "value": _anything}),
    "items": _record({"item": _name, "set_aside": _flag}),
    "deleted": _record({"id": _id, "at": _when}),
    "shown": _shown,
    "entries": _ended_as_said,
}
