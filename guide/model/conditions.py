"""Conditions as data: read, checked against the steps before them, and evaluated. No text is ever run.

The semantics follow FHIR's enableWhen but for one point: every test on a step that was hidden, skipped or
not reached is false, `is_not` and `none_of` included; only `answered: false` is true there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.steps import KINDS
from guide.steps.base import NUMBER_TESTS, Answer, Kind, Step
from guide.steps.fields import MISSING, SCALARS, Field, Flag
from guide.steps.problems import Path, Problems, did_you_mean, shown, unknown, wrong_shape

MAX_DEPTH: Final = 4
MAX_TESTS: Final = 50
GROUPS: Final = ("all", "any")
OPERATORS: Final = (
    "is", "is_not", "any_of", "none_of", "all_of", "at_least", "at_most", "more_than", "less_than", "answered",
)  # fmt: skip
_LISTS: Final = ("any_of", "none_of", "all_of")
_NUMBERS: Final = ("at_least", "at_most", "more_than", "less_than")
HOW: Final = "{answer: step-id, OPERATOR: value}, or {all: […]}, {any: […]}, {not: …}"


class Condition(Field):
    """The value of `when`."""

    def read(self, raw: Any, path: Path, problems: Problems) -> Any:
        return self._read(raw, path, problems, 1)

    def _read(self, raw: Any, path: Path, problems: Problems, depth: int) -> Any:
        if not isinstance(raw, dict):
            problems.add(path, f"A condition is written as {HOW}; formulas in text are not read.")
            return MISSING
        if depth > MAX_DEPTH:
            problems.add(path, f"Conditions may stand in each other up to {MAX_DEPTH} deep.")
            return MISSING
        keys = [key for key in (*GROUPS, "not", "answer") if key in raw]
        if len(keys) != 1:
            hint = did_you_mean(next(iter(raw), ""), (*GROUPS, "not", "answer"))
            problems.add(path, f"A condition is written as {HOW}.{hint}")
            return MISSING
        if keys[0] == "answer":
            return self._test(raw, path, problems)
        for key in raw:
            if key != keys[0]:
                problems.add((*path, key), f"'{shown(key)}' cannot stand beside '{keys[0]}'.", key=True)
        if keys[0] == "not":
            inner = self._read(raw["not"], (*path, "not"), problems, depth + 1)
            return MISSING if inner is MISSING else {"not": inner}
        return self._group(raw[keys[0]], keys[0], path, problems, depth)

    def _group(self, raw: Any, name: str, path: Path, problems: Problems, depth: int) -> Any:
        if not isinstance(raw, list) or not raw or len(raw) > MAX_TESTS:
            problems.add((*path, name), wrong_shape(raw, f"a list of 1 to {MAX_TESTS} conditions"))
            return MISSING
        read = [self._read(one, (*path, name, index), problems, depth + 1) for index, one in enumerate(raw)]
        return {name: [one for one in read if one is not MISSING]}

    def _test(self, raw: Mapping[str, Any], path: Path, problems: Problems) -> Any:
        if not isinstance(raw["answer"], str) or not raw["answer"]:
            problems.add((*path, "answer"), wrong_shape(raw["answer"], "the id of an earlier step"))
            return MISSING
        result: dict[str, Any] = {"answer": raw["answer"]}
        for key, value in raw.items():
            if key == "answer":
                continue
            if key not in OPERATORS:
                hint = did_you_mean(key, OPERATORS) or f" There are: {', '.join(OPERATORS)}."
                problems.add((*path, key), f"There is no test '{shown(key)}'.{hint}", key=True)
            else:
                read = self._value(key, value, (*path, key), problems)
                if read is not MISSING:
                    result[key] = read
        if not any(key in raw for key in OPERATORS) and all(key in ("answer", *OPERATORS) for key in raw):
            problems.add(path, f"This condition lacks a test. There are: {', '.join(OPERATORS)}.")
        return result if len(result) > 1 else MISSING

    def _value(self, operator: str, raw: Any, path: Path, problems: Problems) -> Any:
        if operator == "answered":
            if raw in ("true", "false"):
                return raw == "true"
            problems.add(path, wrong_shape(raw, "true or false"))
            return MISSING
        if operator in _NUMBERS:
            number = as_number(raw)
            if number is None:
                problems.add(path, wrong_shape(raw, "a number"))
            return MISSING if number is None else number
        if operator in _LISTS:
            values = raw if isinstance(raw, list) else None
            if not values or not all(isinstance(one, str) for one in values):
                problems.add(path, wrong_shape(raw, "a list of options such as [one, two]"))
                return MISSING
            return list(values)
        if not isinstance(raw, str) or not raw:
            problems.add(path, wrong_shape(raw, "one option or number"))
            return MISSING
        return raw

    def schema(self) -> dict[str, Any]:
        return {"$ref": "#/definitions/condition"}

    def definition(self) -> dict[str, Any]:
        """What that name stands for; conditions inside one another refer to it again."""
        one = self.schema()
        word = {"type": [*SCALARS], "minLength": 1, "errorMessage": "This must be one option or number."}
        words = {"type": "array", "items": {"type": [*SCALARS]}, "minItems": 1}
        words["errorMessage"] = "This must be a list of options such as [one, two]."
        many = {"type": "array", "items": one, "minItems": 1, "maxItems": MAX_TESTS}
        many["errorMessage"] = "This must be a list of conditions."
        number: dict[str, Any] = {
            "type": ["number", "string"],
            "minimum": -999_999_999,
            "maximum": 999_999_999,
            "pattern": f"^{NUMBER}$",
            "errorMessage": "This must be a number.",
        }
        test: dict[str, Any] = {
            "answer": {**word, "errorMessage": "This names an earlier step."},
            **{key: words if key in _LISTS else number if key in _NUMBERS else word for key in OPERATORS},
            "answered": Flag().schema(),
        }
        lacking = {
            "required": ["is"],
            "errorMessage": f"This lacks a test. There are: {', '.join(OPERATORS)}.",
        }
        group = {**{key: many for key in GROUPS}, "not": one}
        asked = {
            "if": {"required": ["answer"]},
            "then": {
                "properties": test,
                "additionalProperties": False,
                "if": {"maxProperties": 1},
                "then": lacking,
            },
            "else": {
                "properties": group,
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            },
        }
        return {"type": "object", "errorMessage": f"A condition is written as {HOW}.", "allOf": [asked]}


NUMBER: Final = r"-?[0-9]{1,9}(\.[0-9]{1,3})?"
"""A number as it is written in a condition; a number step keeps three decimals at most."""


def as_number(raw: object) -> float | None:
    """The number that a text stands for, or None."""
    import re

    if not isinstance(raw, str) or not re.fullmatch(NUMBER, raw):
        return None
    value = float(raw)
    return int(value) if value == int(value) else value


def references(condition: Mapping[str, Any], path: Path = ()) -> list[tuple[Mapping[str, Any], Path]]:
    """Every test inside a condition with its key path."""
    if "answer" in condition:
        return [(condition, path)]
    if "not" in condition:
        return references(condition["not"], (*path, "not"))
    name = "all" if "all" in condition else "any"
    return [
        found for i, one in enumerate(condition.get(name, [])) for found in references(one, (*path, name, i))
    ]


def split(reference: str) -> tuple[str, str]:
    """`step.part` as (step, part)."""
    step, _, part = reference.partition(".")
    return step, part


def part_tests(kind: Kind, step: Step, part: str) -> tuple[str, ...] | None:
    """The tests that a part takes, or None when the step has no such part."""
    if kind.name == "grid":
        return NUMBER_TESTS if part in (step.get("columns") or {}) else None
    return kind.parts.get(part)


def part_names(kind: Kind, step: Step) -> list[str]:
    """The parts of a step that references may name."""
    return list(step.get("columns") or {}) if kind.name == "grid" else list(kind.parts)


def check(
    condition: Mapping[str, Any],
    path: Path,
    earlier: Mapping[str, Step],
    later: Mapping[str, int],
    problems: Problems,
) -> None:
    """Report every test of a condition that could never mean what it says.

    `earlier` are the steps before this one; `later` the ids from this one on, with their line-independent order.
    """
    for test, at in references(condition, path):
        step_id, part = split(test["answer"])
        step = earlier.get(step_id)
        if step is None:
            if step_id in later:
                problems.add(
                    (*at, "answer"),
                    f"The step '{step_id}' is this one or comes later; only earlier steps can be used.",
                )
            else:
                problems.add((*at, "answer"), unknown("The step", step_id, earlier))
            continue
        kind = KINDS.get(step.get("kind", ""))
        if kind is not None:
            _check_test(test, at, step, kind, part, problems)


def _check_test(
    test: Mapping[str, Any], at: Path, step: Step, kind: Kind, part: str, problems: Problems
) -> None:
    allowed = part_tests(kind, step, part) if part else kind.operators
    if allowed is None:
        names = part_names(kind, step)
        rest = did_you_mean(part, names) or (
            f" It has: {', '.join(names)}." if names else " It has no parts."
        )
        problems.add((*at, "answer"), f"The step '{step['id']}' has no part '{shown(part)}'.{rest}")
        return
    if not kind.asks:
        problems.add((*at, "answer"), f"The step '{step['id']}' is a '{kind.name}' step: it asks nothing.")
        return
    for operator, value in test.items():
        if operator in ("answer", "answered"):
            continue
        if operator not in allowed:
            takes = ", ".join((*allowed, "answered"))
            problems.add(
                (*at, operator),
                f"'{operator}' does not fit a '{kind.name}' step; it takes: {takes}.",
                key=True,
            )
            continue
        _check_value(operator, value, at, step, kind, part, problems)


def _check_value(
    operator: str, value: Any, at: Path, step: Step, kind: Kind, part: str, problems: Problems
) -> None:
    options = None if part else kind.option_ids(step)
    if options is None:
        if operator in ("is", "is_not") and as_number(value) is None:
            problems.add((*at, operator), wrong_shape(value, "a number"))
        return
    for index, one in enumerate(value if isinstance(value, list) else [value]):
        if one not in options:
            where = (*at, operator, index) if isinstance(value, list) else (*at, operator)
            hint = did_you_mean(one, options) or f" Its options: {', '.join(options)}."
            problems.add(where, f"'{shown(one)}' is not an option of the step '{step['id']}'.{hint}")


Lookup = Callable[[str], tuple[Step, Answer] | None]
"""An earlier step with its answer; None when it was hidden, left open or not reached."""


def holds(condition: Mapping[str, Any], lookup: Lookup) -> bool:
    """Whether a condition is met by the answers so far."""
    if "all" in condition:
        return all(holds(one, lookup) for one in condition["all"])
    if "any" in condition:
        return any(holds(one, lookup) for one in condition["any"])
    if "not" in condition:
        return not holds(condition["not"], lookup)
    return all(
        _met(condition, operator, value, lookup)
        for operator, value in condition.items()
        if operator != "answer"
    )


def _met(test: Mapping[str, Any], operator: str, value: Any, lookup: Lookup) -> bool:
    from guide.steps.base import compare

    step_id, part = split(test["answer"])
    found = lookup(step_id)
    if operator == "answered":
        return (found is not None and found[1].answered) is value
    if found is None or not found[1].answered:
        return False
    step, answer = found
    kind = KINDS[step["kind"]]
    number = as_number(value)
    if part:
        return compare(kind.part(step, answer, part), operator, value if number is None else number)
    return kind.test(
        answer, operator, value if number is None or kind.option_ids(step) is not None else number
    )
