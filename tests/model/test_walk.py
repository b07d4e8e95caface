"""The walker under every sequence of moves: nothing breaks it, answers are never lost, hidden ones never count."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.walk import Walk
from guide.steps.base import GIVEN, HIDDEN, NOT_REACHED, SKIPPED, Answer

STEPS: list[dict[str, Any]] = [
    {
        "id": "side",
        "kind": "choice",
        "prompt": "?",
        "options": {"some": {"text": "s"}, "none": {"text": "n"}},
    },
    {"id": "how", "kind": "scale", "prompt": "?", "when": {"answer": "side", "none_of": ["none"]}},
    {"id": "high", "kind": "text", "text": "!", "when": {"answer": "how", "at_least": 8}},
    {"id": "note", "kind": "short", "prompt": "?", "more": True},
    {"id": "tail", "kind": "text", "text": "!", "more": True, "when": {"answer": "note", "answered": True}},
    {"id": "end", "kind": "yes-no", "prompt": "?"},
]
ANSWERS = {
    "side": [Answer(GIVEN, "some"), Answer(GIVEN, "none")],
    "how": [Answer(GIVEN, 9), Answer(GIVEN, 1), Answer("numb")],
    "high": [Answer(GIVEN)],
    "note": [Answer(GIVEN, "x")],
    "tail": [Answer(GIVEN)],
    "end": [Answer(GIVEN, "yes")],
}


def at(walk: Walk) -> str | None:
    return walk.current["id"] if walk.current is not None else None


def test_forward_passes_what_a_condition_hides() -> None:
    walk = Walk(STEPS)
    walk.give(Answer(GIVEN, "none"))
    assert at(walk) == "end"
    assert walk.states()["how"] == HIDDEN


def test_a_changed_mind_hides_an_answer_and_lists_it_as_left_out() -> None:
    walk = Walk(STEPS)
    walk.give(Answer(GIVEN, "some"))
    walk.give(Answer(GIVEN, 9))
    assert walk.back() and walk.back() is True
    walk.give(Answer(GIVEN, "none"))
    assert walk.left_out() == ["how"]
    assert walk.answers["how"] == Answer(GIVEN, 9)
    walk.back()
    walk.give(Answer(GIVEN, "some"))
    assert walk.left_out() == []


def test_more_steps_open_behind_their_key_and_their_conditions_still_hold() -> None:
    walk = Walk(STEPS)
    for answer in (Answer(GIVEN, "none"), Answer(GIVEN, "yes")):
        walk.give(answer)
    assert at(walk) is None and walk.has_more
    assert walk.open_more() and at(walk) == "note"
    walk.give(Answer(GIVEN, "x"))
    assert at(walk) == "tail"
    walk.give(Answer(GIVEN))
    assert at(walk) is None and not walk.has_more


def test_a_barren_step_is_passed_over() -> None:
    walk = Walk(STEPS, barren=lambda step, lookup: step["id"] == "side")
    assert at(walk) == "end"


def test_it_starts_where_it_was_left_or_at_the_next_step_that_shows() -> None:
    assert at(Walk(STEPS, {"side": Answer(GIVEN, "some")}, at="how")) == "how"
    assert at(Walk(STEPS, {"side": Answer(GIVEN, "none")}, at="how")) == "end"
    assert at(Walk(STEPS, at="gone")) == "side"


MOVES = st.lists(st.sampled_from(["give", "skip", "back", "more", "resume"]), max_size=40)


@settings(max_examples=300)
@given(moves=MOVES, data=st.data())
def test_no_sequence_of_moves_breaks_it(moves: list[str], data: st.DataObject) -> None:
    walk = Walk(STEPS)
    given_so_far: dict[str, Answer] = {}
    for move in moves:
        here = at(walk)
        if move == "give" and here is not None:
            answer = data.draw(st.sampled_from(ANSWERS[here]))
            given_so_far[here] = answer
            walk.give(answer)
        elif move == "skip" and here is not None:
            given_so_far[here] = Answer(SKIPPED)
            walk.skip()
        elif move == "back":
            assert walk.back() or not walk.can_go_back
        elif move == "more":
            assert walk.open_more() or walk.more or not walk.has_more
        elif move == "resume":
            walk = Walk(STEPS, walk.answers, at=at(walk), more=walk.more) if here is not None else walk
        assert walk.answers == given_so_far, "answers stay as they were given"
        _invariants(walk)


def _invariants(walk: Walk) -> None:
    states = walk.states()
    assert set(states) == {step["id"] for step in STEPS}
    for name, state in states.items():
        if state not in (HIDDEN, NOT_REACHED):
            assert walk.answers[name].state == state
        if name in walk.left_out():
            assert state == HIDDEN and walk.answers[name].answered
    number, count = walk.position
    assert 0 <= number <= count
    if walk.current is not None:
        assert states[walk.current["id"]] != HIDDEN
        assert walk.more or not walk.current.get("more")


@pytest.mark.parametrize("order", [["some", "none"], ["none", "some"]])
def test_going_forward_always_ends(order: list[str]) -> None:
    for side in order:
        walk = Walk(STEPS)
        for _ in range(len(STEPS) + 1):
            here = at(walk)
            if here is None:
                break
            walk.give(Answer(GIVEN, side) if here == "side" else ANSWERS[here][0])
        assert at(walk) is None
