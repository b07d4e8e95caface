"""An exercise: the keys an author may write, and how a step is frozen as it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.model.conditions import Condition
from guide.model.piping import resolve
from guide.steps import KINDS
from guide.steps.base import Step, World
from guide.steps.fields import MISSING, Field, Flag, Ident, Plain, Text, Whole, Word
from guide.steps.filters import SPAN
from guide.steps.groups import ListOf, MapOf, Record, read_keys
from guide.steps.problems import Path, Problems, unknown, wrong_shape

STEP_ROLES: Final = ("side", "strength", "mood", "note")
EXERCISE_ROLES: Final = ("quick-log", "appointment")

COMMON: Final[dict[str, Field]] = {
    "id": Ident(required=True),
    "kind": Plain(required=True),
    "prompt": Text(),
    "help": Text(max_length=600),
    "when": Condition(),
    "cites": ListOf(Ident(), or_one=True, most=20),
    "optional": Flag(),
    "in_view": Flag(),
    "more": Flag(),
    "role": Word(*STEP_ROLES),
    "formerly": ListOf(Ident(), or_one=True, most=10),
}
"""Keys that every step takes; the kind's own come on top."""
_NOT_THE_KINDS: Final = frozenset((key,) for key in COMMON if key not in ("id", "kind"))


class StepField(Field):
    """One step. The kind decides which keys there are."""

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if not isinstance(raw, dict):
            problems.add(path, wrong_shape(raw, "a step with an id and a kind"))
            return MISSING
        name = raw.get("kind")
        kind = KINDS.get(name) if isinstance(name, str) else None
        if kind is None:
            self._unknown_kind(raw, name, path, problems)
            step_id = raw.get("id")
            return {"id": step_id, "kind": ""} if isinstance(step_id, str) else MISSING
        before = len(problems.found)
        read = read_keys(raw, {**COMMON, **kind.fields}, path, problems, f"A '{name}' step")
        if all(found.path[len(path) :][:1] in _NOT_THE_KINDS for found in problems.found[before:]):
            kind.check(read, path, problems)  # what could not be read would only be missed once more
        return read if "id" in read else MISSING

    @staticmethod
    def _unknown_kind(raw: Mapping[str, Any], name: object, path: Path, problems: Problems) -> None:
        if "kind" not in raw:
            problems.add(path, "A step needs the key 'kind'.")
        else:
            problems.add((*path, "kind"), unknown("The step kind", str(name), KINDS))
        if "id" not in raw:
            problems.add(path, "A step needs the key 'id'.")

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/definitions/step"}


SUGGEST: Final = Record(
    {
        "times": Whole(1, 50),
        "per": Word("day", "week", "month"),
        "for": Plain(SPAN, "a span such as 2 weeks"),
        "every": Plain(says="a span such as 2 weeks, or the id of a value"),
        "enough_a_day": Whole(1, 50),
        "before": Plain(says="the id of a value that a date step keeps"),
        "after": Record(
            {"series": Plain(), "at_least": Whole(0, 100), "marker": Plain(), "value": Plain()},
            what="'after'",
        ),
        "while": Record({"collection": Plain(required=True), "empty": Flag()}, what="'while'"),
    },
    what="'suggest'",
)

EXERCISE: Final[dict[str, Field]] = {
    "id": Ident(required=True),
    "title": Text(required=True, max_length=80),
    "door": Ident(),
    "role": Word(*EXERCISE_ROLES),
    "minutes": Whole(1, 120),
    "purpose": Text(max_length=300),
    "why": Text(max_length=900),
    "suggest": SUGGEST,
    "needs": Record(
        {"collection": ListOf(Plain(), most=8, or_one=True, least=1, required=True), "made_by": Ident()},
        what="'needs'",
    ),
    "cites": ListOf(Ident(), or_one=True, most=20),
    "layout": Word("one-screen"),
    "formerly": ListOf(Ident(), or_one=True, most=10),
    "steps": ListOf(StepField(), most=60, holes=True, required=True),
}


class ExerciseField(Field):
    """An exercise written in place, or the name of a file that holds it (the loader has put it in by now)."""

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        if raw is None:  # a file that could not be read: its own problem is reported already
            return MISSING
        if not isinstance(raw, dict):
            problems.add(
                path, wrong_shape(raw, "the name of a file, or an exercise with id, title and steps")
            )
            return MISSING
        read = read_keys(raw, EXERCISE, path, problems, "An exercise")
        if "steps" in raw and raw["steps"] == []:
            problems.add((*path, "steps"), "An exercise needs at least one step.")
        return read if "id" in read else MISSING

    def schema(self) -> dict[str, Any]:
        file = {
            "type": "string",
            "pattern": r"^[A-Za-z0-9][A-Za-z0-9_-]*\.ya?ml$",
            "errorMessage": "An exercise stands here, or the name of its file, such as my-exercise.yaml.",
        }
        return {"if": {"type": "object"}, "then": {"$ref": "#/definitions/exercise"}, "else": file}


LARGEST: Final = 999_999_999
RANGE_ENDS: Final[dict[str, Field]] = {
    "min": Whole(-LARGEST, LARGEST),
    "max": Whole(-LARGEST, LARGEST),
    "low": Text(max_length=80),
    "high": Text(max_length=80),
}

_FIELD_KINDS: Final = ("short", "choice", "number", "date")
COLLECTION_FIELD: Final = Record(
    {
        "title": Text(required=True, max_length=80),
        "kind": Word(*_FIELD_KINDS),
        "options": MapOf(Text(max_length=80)),
        "optional": Flag(),
        "approximate": Flag(),
        "remembered": Flag(),
    },
    what="A field of a collection",
)


def freeze(
    step: Step, world: World, languages: tuple[str, ...], lookup: Callable[[str], str | None]
) -> dict[str, Any]:
    """A step as it is shown now: one language, earlier answers filled in, items and ranges resolved."""
    frozen: dict[str, Any] = resolve(dict(step), languages, lookup)
    frozen.pop("formerly", None)
    if "keep" in frozen:
        frozen["keep"] = world.full_name(frozen["keep"])
    KINDS[frozen["kind"]].freeze(frozen, world)
    return frozen
