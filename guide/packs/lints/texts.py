"""Every text of a pack that a person reads, with its place and its language.

The declared fields say where texts stand, so a new key or a new step kind is found here without a line of
its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from guide.model.conditions import Condition
from guide.model.exercise import COMMON, ExerciseField, StepField
from guide.model.exercise import EXERCISE as EXERCISE_KEYS
from guide.model.pack import PACK
from guide.model.views import Chosen
from guide.steps import KINDS
from guide.steps.fields import TEXT, Field, Flag, Ident, Plain, Text, Whole, Word
from guide.steps.groups import ListOf, MapOf, Record, Shape, TextOr
from guide.steps.problems import Path

NOT_OURS: Final = ("cite",)
"""Keys that hold the words of others: titles of works and names of authors."""

NO_TEXT: Final = (Condition, Flag, Ident, Plain, Whole, Word)
"""Fields that hold no text for a person."""


class Piece(NamedTuple):
    """One text in one language; `path` leads to it in the pack's file."""

    path: Path
    language: str
    text: str


Found = list[Piece]
Walk = Callable[[Any, Path, Found], None]


def texts(pack: Mapping[str, Any]) -> list[Piece]:
    """All texts of a normalised pack but those of `NOT_OURS`. A text in one language has the pack's. Never raises."""
    found: Found = []
    walk = _record(PACK)
    if walk is not None:
        walk(pack, (), found)
    own = str(pack.get("language", "en"))
    return [piece if piece.language else piece._replace(language=own) for piece in found]


def plan(field: Field) -> Walk | None:
    """How to find the texts in a value that this field has read, or None when it holds none."""
    if isinstance(field, Text):
        return _text
    if isinstance(field, NO_TEXT):
        return None
    if isinstance(field, ListOf):
        return _list(plan(field.item))
    if isinstance(field, MapOf):
        return _map(plan(field.item))
    if isinstance(field, Record):
        return _record(field.fields)
    if isinstance(field, TextOr):
        return _record(field.long.fields)
    if isinstance(field, Shape):
        return _shape(plan(field.scalar), plan(field.group))
    if isinstance(field, Chosen):
        return _chosen(field.by, lambda name: {**field.kinds.get(name, {}), **field.common})
    return _of_steps(field)


def _of_steps(field: Field) -> Walk | None:
    """Exercises, steps and fields of records; apart, because records bring in half of the step kinds."""
    if isinstance(field, ExerciseField):
        return _record(EXERCISE_KEYS)
    if isinstance(field, StepField):
        return _chosen("kind", lambda name: {**COMMON, **KINDS[name].fields} if name in KINDS else {})
    from guide.steps.parts import Part

    if isinstance(field, Part):
        return _chosen("kind", lambda name: field.fields_of(KINDS[name]) if name in KINDS else {})
    return None


def _text(value: Any, path: Path, found: Found) -> None:
    if isinstance(value, str):
        found.append(Piece(path, "", value))
    elif isinstance(value, dict):
        for language, words in value.get(TEXT, {}).items():
            found.append(Piece((*path, language), language, words))


def _list(inner: Walk | None) -> Walk | None:
    if inner is None:
        return None

    def walk(value: Any, path: Path, found: Found) -> None:
        for index, one in enumerate(value):
            inner(one, (*path, index), found)

    return walk


def _map(inner: Walk | None) -> Walk | None:
    if inner is None:
        return None

    def walk(value: Any, path: Path, found: Found) -> None:
        for name, one in value.items():
            inner(one, (*path, name), found)

    return walk


def _record(fields: Mapping[str, Field]) -> Walk | None:
    planned = ((key, plan(field)) for key, field in fields.items() if key not in NOT_OURS)
    known = [(key, walk) for key, walk in planned if walk is not None]
    if not known:
        return None

    def walk(value: Any, path: Path, found: Found) -> None:
        if isinstance(value, dict):
            for key, inner in known:
                if key in value:
                    inner(value[key], (*path, key), found)

    return walk


def _shape(scalar: Walk | None, group: Walk | None) -> Walk | None:
    if scalar is None and group is None:
        return None

    def walk(value: Any, path: Path, found: Found) -> None:
        inner = scalar if isinstance(value, str) or (isinstance(value, dict) and TEXT in value) else group
        if inner is not None:
            inner(value, path, found)

    return walk


def _chosen(by: str, fields_of: Callable[[str], Mapping[str, Field]]) -> Walk:
    """One key says which others there are; each choice is planned when it is first met."""
    planned: dict[str, Walk | None] = {}

    def walk(value: Any, path: Path, found: Found) -> None:
        name = value.get(by) if isinstance(value, dict) else None
        if not isinstance(name, str):
            return
        if name not in planned:
            planned[name] = _record(fields_of(name))
        inner = planned[name]
        if inner is not None:
            inner(value, path, found)

    return walk
