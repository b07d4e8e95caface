"""What conditions mean, as a table, and what is refused before anything runs."""

from __future__ import annotations

from typing import Any

import pytest

from guide.model.conditions import Condition, check, holds
from guide.steps.base import GIVEN, NUMB, SKIPPED, Answer, Step
from guide.steps.fields import MISSING
from guide.steps.problems import Problems

STEPS: dict[str, Step] = {
    "c": {"id": "c", "kind": "choice", "options": {"a": {"text": "A"}, "b": {"text": "B"}}},
    "m": {
        "id": "m",
        "kind": "choices",
        "options": {"a": {"text": "A"}, "b": {"text": "B"}, "z": {"text": "Z"}},
    },
    "s": {"id": "s", "kind": "scale"},
    "n": {"id": "n", "kind": "number"},
    "w": {"id": "w", "kind": "short"},
    "t": {"id": "t", "kind": "text"},
    "l": {"id": "l", "kind": "list", "record": {}},
}


def lookup(answers: dict[str, Answer]) -> Any:
    return lambda name: (STEPS[name], answers[name]) if name in answers else None


GIVEN_TABLE = [
    ("c", Answer(GIVEN, "a"), {"is": "a"}, True),
    ("c", Answer(GIVEN, "a"), {"is_not": "a"}, False),
    ("c", Answer(GIVEN, {"other": "x"}), {"any_of": ["a", "b"]}, False),
    ("c", Answer(GIVEN, {"other": "x"}), {"none_of": ["a"]}, True),
    ("m", Answer(GIVEN, ["a", "b"]), {"any_of": ["b", "z"]}, True),
    ("m", Answer(GIVEN, ["a", "b"]), {"all_of": ["a", "z"]}, False),
    ("m", Answer(GIVEN, ["a", "b"]), {"none_of": ["z"]}, True),
    ("m", Answer(GIVEN, ["a"]), {"is": "a"}, True),
    ("s", Answer(GIVEN, 8), {"at_least": 8}, True),
    ("s", Answer(GIVEN, 8), {"more_than": 8}, False),
    ("s", Answer(GIVEN, 8), {"at_most": 7}, False),
    ("s", Answer(GIVEN, 7), {"less_than": 8, "at_least": 7}, True),
    ("n", Answer(GIVEN, 7.5), {"at_least": 7.5}, True),
    ("n", Answer(GIVEN, 7.4), {"at_least": 7.5}, False),
    ("n", Answer(GIVEN, 7.5), {"is": "7.50"}, True),
    ("n", Answer(NUMB), {"at_most": 100}, False),
    ("s", Answer(GIVEN, 7), {"is": "7"}, True),
    ("s", Answer(NUMB), {"at_least": 0}, False),
    ("s", Answer(NUMB), {"answered": True}, True),
    ("w", Answer(GIVEN, "x"), {"answered": True}, True),
    ("w", Answer(GIVEN, "x"), {"answered": False}, False),
]


@pytest.mark.parametrize(("name", "answer", "test", "expected"), GIVEN_TABLE)
def test_tests_on_an_answer(name: str, answer: Answer, test: dict[str, Any], expected: bool) -> None:
    assert holds({"answer": name, **test}, lookup({name: answer})) is expected


@pytest.mark.parametrize("answers", [{}, {"c": Answer(SKIPPED)}], ids=["hidden or not reached", "left open"])
@pytest.mark.parametrize(
    "test", [{"is": "a"}, {"is_not": "a"}, {"any_of": ["a"]}, {"none_of": ["a"]}, {"answered": True}]
)
def test_every_test_on_an_unanswered_step_is_false(answers: dict[str, Answer], test: dict[str, Any]) -> None:
    assert holds({"answer": "c", **test}, lookup(answers)) is False
    assert holds({"answer": "c", "answered": False}, lookup(answers)) is True


def test_groups_and_parts() -> None:
    answers = {"c": Answer(GIVEN, "a"), "l": Answer(GIVEN, [{}, {}])}
    two = {"answer": "l.count", "is": "2"}
    assert holds({"all": [{"answer": "c", "is": "a"}, two]}, lookup(answers))
    assert holds({"any": [{"answer": "c", "is": "b"}, two]}, lookup(answers))
    assert holds({"not": {"answer": "l.count", "more_than": 2}}, lookup(answers))


REFUSED = [
    ("__import__('os')", "A condition is written as"),
    ({"answr": "c", "is": "a"}, "Did you mean 'answer'?"),
    ({"answer": "c"}, "lacks a test"),
    ({"answer": "c", "iss": "a"}, "There is no test 'iss'. Did you mean 'is'?"),
    ({"answer": "gone", "is": "a"}, "The step 'gone' does not exist."),
    ({"answer": "later", "answered": "true"}, "comes later"),
    ({"answer": "c", "is": "aa"}, "'aa' is not an option of the step 'c'."),
    ({"answer": "c", "at_least": "3"}, "'at_least' does not fit a 'choice' step"),
    ({"answer": "s", "at_least": "x"}, "must be a number"),
    ({"answer": "s", "is": "x"}, "must be a number"),
    ({"answer": "w", "is": "x"}, "does not fit a 'short' step"),
    ({"answer": "t", "answered": "true"}, "it asks nothing."),
    ({"answer": "l.cont", "is": "1"}, "Did you mean 'count'?"),
    ({"answer": "c", "any_of": "a"}, "a list of options"),
    ({"not": {"not": {"not": {"not": {"answer": "c", "is": "a"}}}}}, "up to 4 deep"),
    ({"all": []}, "a list of 1 to 50"),
    ({"all": [{"answer": "c", "is": "a"}], "any": []}, "A condition is written as"),
    ({"answer": "c", "answered": "yes"}, "true or false"),
]


@pytest.mark.parametrize(("raw", "fragment"), REFUSED)
def test_every_mistake_is_named(raw: Any, fragment: str) -> None:
    problems = Problems()
    read = Condition().read(raw, ("when",), problems)
    if read is not MISSING:
        check(read, ("when",), STEPS, {"later": 9}, problems)
    assert any(fragment in found.message for found in problems.found), problems.found
    assert len(problems.found) == 1, "one cause, one message"
