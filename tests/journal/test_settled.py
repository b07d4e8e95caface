"""How many steps there are is said once no answer to come can change it."""

from __future__ import annotations

import pytest

from guide.journal.shown import settled
from guide.model.walk import Walk
from guide.steps.base import GIVEN, Answer, Step

A: Step = {"id": "a", "kind": "choice", "options": {"x": {"text": "X"}}}
B: Step = {"id": "b", "kind": "scale", "when": {"answer": "a", "is": "x"}}
C: Step = {"id": "c", "kind": "text", "text": "T"}
ON_COUNT: Step = {"id": "d", "kind": "text", "when": {"any": [{"answer": "c", "is": "x"}, {"not": {"answer": "b.count", "is": 1}}]}}  # fmt: skip
MORE: Step = {"id": "m", "kind": "text", "more": True, "when": {"answer": "a", "is": "x"}}
PICK: Step = {"id": "p", "kind": "pick", "from": ["walks"]}


@pytest.mark.parametrize(
    ("steps", "answered", "sure"),
    [
        ([A, C], 0, True),
        ([A, B, C], 0, False),
        ([A, B, C], 1, True),
        ([A, B, C, ON_COUNT], 1, False),
        ([A, B, C, ON_COUNT], 3, True),
        ([A, C, MORE], 0, True),
        ([A], 1, True),
    ],
)
def test_an_answer_to_come_that_is_tested_leaves_it_open(
    steps: list[Step], answered: int, sure: bool
) -> None:
    walk = Walk(steps)
    for _ in range(answered):
        walk.give(Answer(GIVEN, "x"))
    assert settled(walk) is sure


def test_a_step_with_nothing_to_choose_from_may_still_get_something() -> None:
    walk = Walk([A, PICK], barren=lambda step, lookup: step["id"] == "p")
    assert not settled(walk)
    assert settled(Walk([A, PICK]))
    assert settled(Walk([A, {**PICK, "kind": "recall"}], barren=lambda step, lookup: step["id"] == "p"))
