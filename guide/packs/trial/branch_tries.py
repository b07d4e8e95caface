"""Raw answers for the branches of an exercise: `domains` says what conditions tell apart, here it is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from guide.model.conditions import split
from guide.packs.lints.domains import Point, domain
from guide.steps import KINDS
from guide.steps.base import GIVEN, Answer, Json, Step


def branch_tries(shown: Step, tests: Sequence[Mapping[str, Any]], series: Mapping[str, Any]) -> list[Json]:
    """A raw answer for everything these tests can tell apart, as far as it is known; `parse` may refuse some."""
    parts: dict[str, list[Mapping[str, Any]]] = {}
    for test in tests:
        parts.setdefault(split(test["answer"])[1], []).append(test)
    raw_of = _RAW.get(shown["kind"], _value)
    return [raw for point in domain(shown, parts, series) or [] for raw in raw_of(shown, point)]


def _number(answer: Answer | None) -> int | None:
    value = answer.value if answer is not None else None
    return int(value) if isinstance(value, (int, float)) and value == int(value) else None


def _value(shown: Step, point: Point) -> Iterator[Json]:
    """Kinds whose answer is what they were given: an option, options, a number, a state."""
    answer = point[""]
    if answer.state != GIVEN:
        yield answer.state
    elif answer.value is not None:
        yield answer.value


def _many(shown: Step, point: Point) -> Iterator[Json]:
    """As many records or items as are counted."""
    wanted = _number(point.get("count"))
    if wanted is None:
        return
    some: list[Json] = max(KINDS[shown["kind"]].tries(shown), key=len, default=[])
    if shown["kind"] == "list" and some:
        yield [dict(some[0]) for _ in range(wanted)]
    elif shown["kind"] == "update":
        yield some[:wanted]
    else:
        yield [one["item"] for one in shown.get("choices") or []][:wanted]


def _grid(shown: Step, point: Point) -> Iterator[Json]:
    """So many rows in each column that is counted; one in another column when that leaves none."""
    counted = {name: _number(answer) or 0 for name, answer in point.items() if name}
    rows = list(shown.get("rows") or {})
    columns = [name for name, number in counted.items() for _ in range(number)]
    columns += [name for name in shown.get("columns") or {} if name not in counted][:1] if not columns else []
    own = [{"text": f"word {n}", "column": name} for n, name in enumerate(columns[len(rows) :])]
    yield {"cells": dict(zip(rows, columns, strict=False)), "own": own}


def _believed(shown: Step, point: Point) -> Iterator[Json]:
    for raw in KINDS[shown["kind"]].tries(shown)[:1]:
        yield {**raw, "believable": _number(point.get("believable"))}


def _said(shown: Step, point: Point) -> Iterator[Json]:
    """Rounds whose highest and last rating are these."""
    highest, latest = _number(point.get("after.highest")), _number(point.get("after.latest"))
    rounds: list[Json] = [{"said": True, "after": latest}]
    if highest != latest:
        rounds.insert(0, {"said": True, "after": highest})
    lacking = (_number(point.get("said")) or 1) - len(rounds)
    yield {"rounds": [{"said": True} for _ in range(lacking)] + rounds}


_RAW: Final[Mapping[str, Callable[[Step, Point], Iterator[Json]]]] = {
    "list": _many,
    "pick": _many,
    "update": _many,
    "grid": _grid,
    "sentence": _believed,
    "rehearse": _said,
}
