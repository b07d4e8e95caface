"""Trying a condition with every combination of answers that it, and what it stands on, can tell apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from guide.model.conditions import holds, split
from guide.packs.lints.domains import Point
from guide.steps.base import Answer, Step

WORK: Final = 25_000  # tests looked at for one pack
EACH: Final = 6_000  # and for one condition; past either nothing more is claimed
_PART: Final = "#"
_NUMBER: Final = {"id": "", "kind": "scale"}  # what stands for any number a test looks at


class Enough(Exception):
    """More combinations than are worth looking at."""


class Work:
    """How much may still be tried: for the whole pack, and for one condition since `begin`."""

    def __init__(self) -> None:
        self._left, self._each = WORK, EACH

    def begin(self) -> None:
        """The next condition."""
        self._each = EACH

    def spend(self, tests: int) -> None:
        """Count tests that are looked at. Raises Enough when there were too many."""
        self._left -= tests
        self._each -= tests
        if self._left < 0 or self._each < 0:
            raise Enough


class Outcome(NamedTuple):
    """Whether a condition can be met, and whether it can be missed."""

    holds: bool
    fails: bool


class Level(NamedTuple):
    """A step while combinations are tried: its own condition, when that is in force, and its answers."""

    step: Step
    when: Mapping[str, Any] | None
    points: list[Point]


def try_all(levels: Sequence[Level], when: Mapping[str, Any], tests: int, work: Work) -> Outcome:
    """Try all combinations until the condition was met once and missed once. Raises Enough.

    `tests` is how many stand in the condition.
    """
    answers: dict[str, tuple[Step, Answer]] = {}
    found = [False, False]

    def go(depth: int) -> bool:
        work.spend(1)
        if depth == len(levels):
            work.spend(tests)
            found[0 if holds(when, answers.get) else 1] = True
            return found[0] and found[1]
        level = levels[depth]
        if level.when is None or holds(level.when, answers.get):
            for point in level.points:
                for part, answer in point.items():
                    answers[_slot(level.step["id"], part)] = (_seen(level.step, part), answer)
                if go(depth + 1):
                    return True
            for part in level.points[-1] if level.points else ():
                del answers[_slot(level.step["id"], part)]
        return go(depth + 1)  # left open, or hidden

    found[0 if holds(when, answers.get) else 1] = (
        True  # everything left open; most conditions are missed then
    )
    go(0)
    return Outcome(found[0], found[1])


def _slot(name: str, part: str) -> str:
    return f"{name}{_PART}{part.replace('.', _PART)}" if part else name


def _seen(step: Step, part: str) -> Step:
    """A part is a number, and so is tested as one, whatever made it."""
    return _NUMBER if part else step


def plain(condition: Mapping[str, Any]) -> Mapping[str, Any]:
    """A condition with parts under names of their own, for trying."""
    if "answer" in condition:
        name, part = split(condition["answer"])
        return {**condition, "answer": _slot(name, part)} if part else condition
    if "not" in condition:
        return {"not": plain(condition["not"])}
    return {name: [plain(one) for one in some] for name, some in condition.items()}
