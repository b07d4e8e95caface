"""Words beside an answer, also in steps as shown that no kind of ours made."""

from __future__ import annotations

import pytest

from guide.journal.leftover import left_over, typed
from guide.steps.base import Json


@pytest.mark.parametrize(
    "step",
    [
        {"kind": "pick", "choices": ["x", 1, None]},
        {"kind": "choice", "options": 5},
        {"kind": "choices", "options": [["x"]]},
        {"kind": "list", "record": "words"},
        {"kind": "list", "record": {"what": "words"}},
        {"kind": "update", "ask": 7, "there": [3]},
        {"kind": "update", "there": [{"item": [1], "fields": "x"}]},
        {"kind": "plan", "record": ["a"]},
        {"kind": ["grid"]},
        {"kind": "grid", "own": 1},
    ],
)
@pytest.mark.parametrize(
    "raw",
    [
        "some words",
        {"own": "some words"},
        [{"fields": {"what": "some words"}, "item": "a"}],
        {"fields": {"what": "some words"}, "item": ["a"]},
        {"own": [{"text": "some words"}]},
    ],
)
def test_a_step_of_no_shape_hides_no_words_and_brings_no_error(step: dict[str, Json], raw: Json) -> None:
    assert isinstance(typed(step, raw), list)
    assert isinstance(left_over(step, raw, [{"fields": {"what": "other words"}}]), list)
    if step["kind"] in ("list", "plan") and isinstance(raw, list):
        assert typed(step, raw) == ["some words"]
