"""Frozen steps and answers for tests, made through the declared fields as a pack's would be."""

from __future__ import annotations

from itertools import count
from typing import Any

from guide.model.exercise import StepField, freeze
from guide.steps import KINDS
from guide.steps.base import Answer, Json, Making, Step
from guide.steps.filters import fits
from guide.steps.problems import Problems


class Nothing:
    """A world without items, declarations or earlier answers, unless they are given."""

    def __init__(
        self,
        items: list[dict[str, Json]] | None = None,
        declared: dict[str, dict[str, Json]] | None = None,
        answers: dict[str, tuple[Step, Answer]] | None = None,
    ) -> None:
        self._items = items or []
        self._declared = declared or {}
        self._answers = answers or {}

    def items(self, collections: list[str], order: str, where: Step | None = None) -> list[dict[str, Json]]:
        return [one for one in self._items if fits(where, one["fields"], "2026-11-20", "2026-11-23")]

    def item(self, item: str) -> dict[str, Json] | None:
        return next((one for one in self._items if one["item"] == item), None)

    def full_name(self, name: str) -> str:
        return name if "/" in name else f"p/{name}"

    def declared(self, group: str, name: str) -> dict[str, Json]:
        return self._declared.get(name, {})

    def answer(self, step: str) -> tuple[Step, Answer] | None:
        return self._answers.get(step)

    def last_way(self) -> str | None:
        return "head"

    def chart(self, series: str, items: list[str] | None, last: str) -> dict[str, Json]:
        return {"rows": ["▁▂▃"], "words": [f"{series} of {items} in {last or 'all time'}."]}

    def recall(self, step: Step) -> list[str]:
        return ["the last one", "the one before"]


def normal(raw: dict[str, Any]) -> dict[str, Any]:
    """A step as the loader would normalise it; fails the test when it has problems."""
    problems = Problems()
    step = StepField().read(raw, (), problems)
    assert problems.found == []
    return dict(step)


def frozen(raw: dict[str, Any], world: Nothing | None = None) -> dict[str, Any]:
    """A step as it would be shown."""
    return freeze(normal(raw), world or Nothing(), ("en",), lambda name: None)


def making(previous: Json = None) -> Making:
    """New ids that can be foretold."""
    numbers = count(1)
    return Making(lambda: f"id{next(numbers)}", "2026-11-23T10:00:00Z", previous, "2026-11-23")


def parse(step: Step, raw: Json, previous: Json = None) -> Answer:
    """The answer that the step's kind makes of a raw one."""
    return KINDS[step["kind"]].parse(step, raw, making(previous))
