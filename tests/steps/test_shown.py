"""Steps that show instead of asking: chart, recall, count."""

from __future__ import annotations

from typing import Any

import pytest

from guide.steps import KINDS, NAMES
from guide.steps.base import GIVEN, NUMB, SKIPPED, Answer, Problem, Step
from tests.steps.making import Nothing, frozen, parse

SCALE: Step = {"id": "a", "kind": "scale", "range": {"min": 0, "max": 10}}


def test_a_chart_freezes_what_is_seen_and_of_which_items() -> None:
    picked = ({"id": "which", "kind": "pick"}, Answer(GIVEN, [{"item": "one"}, {"own": "two"}]))
    raw = {
        "id": "c",
        "kind": "chart",
        "series": "ease",
        "of": "which",
        "last": "4 weeks",
        "say": "I said it.",
    }
    step = frozen(raw, Nothing(answers={"which": picked}))
    assert step["words"] == ["p/ease of ['one'] in 4 weeks."]
    assert step["rows"] == ["▁▂▃"]
    assert parse(step, None) == Answer(GIVEN)
    assert not KINDS["chart"].asks


def test_a_recall_freezes_its_lines_and_can_be_piped() -> None:
    step = frozen({"id": "r", "kind": "recall", "from": {"exercise": "one", "step": "two"}, "show": "list"})
    assert step["lines"] == ["the last one", "the one before"]
    assert KINDS["recall"].words(step, parse(step, None)) == "the last one; the one before"


def numbers(**given: Answer) -> Nothing:
    return Nothing(answers={name: ({**SCALE, "id": name}, answer) for name, answer in given.items()})


@pytest.mark.parametrize(
    ("how", "number", "words"),
    [("sum", 10, "10 (from 2 of 3 answers)"), ("mean", 5, "5 (from 2 of 3 answers)"), ("count", 3, "3")],
)
def test_a_count_leaves_states_out_of_every_number(how: str, number: float, words: str) -> None:
    raw = {
        "id": "n",
        "kind": "count",
        "prompt": "Together",
        "of": ["a", "b", "c"],
        "how": how,
        "track": "sum",
    }
    step = frozen(raw, numbers(a=Answer(GIVEN, 3), b=Answer(GIVEN, 7), c=Answer(NUMB)))
    answer = parse(step, None)
    assert answer == Answer(GIVEN, number)
    assert KINDS["count"].words(step, answer) == words
    (feed,) = KINDS["count"].feeds(step, answer, "2026-11-23T10:00:00Z", lambda name: [])
    assert (feed.data["series"], feed.data["value"]) == ("p/sum", number)


def test_a_mean_that_is_not_whole_is_rounded_and_kept() -> None:
    raw = {"id": "n", "kind": "count", "prompt": "Mean", "of": ["a", "b", "c"], "how": "mean"}
    step = frozen(raw, numbers(a=Answer(GIVEN, 1), b=Answer(GIVEN, 1), c=Answer(GIVEN, 2)))
    assert parse(step, None) == Answer(GIVEN, 1.333)


def test_nothing_to_count_feeds_nothing_and_says_so() -> None:
    step = frozen(
        {"id": "n", "kind": "count", "prompt": "Sum", "of": ["a"], "how": "sum", "track": "sum"}, numbers()
    )
    answer = parse(step, None)
    assert answer == Answer(SKIPPED)
    assert KINDS["count"].shown(step) == "Nothing was given to count."  # type: ignore[attr-defined]
    assert KINDS["count"].feeds(step, answer, "", lambda name: []) == []


def test_a_part_of_a_step_can_be_counted() -> None:
    choices = {"id": "l", "kind": "list", "record": {}}
    world = Nothing(
        answers={"l": (choices, Answer(GIVEN, [{"item": "1", "fields": {}}, {"item": "2", "fields": {}}]))}
    )
    step = frozen({"id": "n", "kind": "count", "prompt": "How many", "of": ["l.count"], "how": "sum"}, world)
    assert parse(step, None) == Answer(GIVEN, 2)


EXAMPLES: dict[str, dict[str, Any]] = {
    "text": {"text": "Hello"},
    "choice": {"prompt": "P", "options": {"a": "A", "b": "B"}, "other": "true"},
    "choices": {"prompt": "P", "options": {"a": "A", "b": "B", "z": "None"}, "exclusive": ["z"], "pick": {"max": "2"}},
    "yes-no": {"prompt": "P"},
    "scale": {"prompt": "P", "numb": "true", "cannot_tell": "true"},
    "number": {"prompt": "P", "numb": "true", "range": {"min": "5", "max": "9"}},
    "short": {"prompt": "P", "max_length": "5"},
    "long": {"prompt": "P"},
    "date": {"prompt": "P", "approximate": "true"},
    "list": {"prompt": "P", "items": {"min": "2", "max": "4"}, "record": {"w": {"kind": "short", "prompt": "W"}, "d": {"kind": "date", "prompt": "D"}}},
    "grid": {"prompt": "P", "rows": {"r": "R", "s": "S"}, "columns": {"a": "A", "b": "B"}, "own_rows": "true"},
    "pick": {"prompt": "P", "from": "facts", "pick": {"min": "1", "max": "2"}, "own": "true"},
    "update": {"prompt": "P", "from": "facts", "ask": {"now": {"kind": "short", "prompt": "Now"}}},
    "sentence": {"prompt": "P", "evidence": "f", "believable": {"prompt": "Fits"}},
    "rehearse": {"prompt": "P", "sentence": "f", "after": {"rate": {"prompt": "Was"}}, "rounds": {"max": "2"}},
    "plan": {"prompt": "P", "cue": {"prompt": "If"}, "action": {"prompt": "Then"}, "obstacle": {"prompt": "But"}},
    "chart": {"series": "s"},
    "recall": {"from": {"entries": "all"}},
    "count": {"prompt": "P", "of": ["a"], "how": "sum"},
}  # fmt: skip
ITEMS = [
    {"item": f"i{n}", "collection": "p/facts", "label": f"fact {n}", "fields": {"now": "x"}, "refs": []}
    for n in range(3)
]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_kind_tries_is_taken_by_itself_and_answers_every_branch(name: str) -> None:
    step = frozen({"id": "x", "kind": name, **EXAMPLES[name]}, Nothing(ITEMS))
    kind = KINDS[name]
    tried = kind.tries(step)
    if kind.asks:
        assert tried
    for raw in tried:
        assert isinstance(parse(step, raw), Answer)
    seen = [parse(step, raw).value for raw in tried]
    for option in kind.option_ids(step) or []:
        assert any(option in (value if isinstance(value, list) else [value]) for value in seen), option


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "raw", [7, "x", [], {}, [[]], {"fields": 3}, [{"item": 3}], {"text": 5}, [None], True]
)
def test_any_raw_answer_is_taken_or_refused_in_a_sentence(name: str, raw: Any) -> None:
    step = frozen({"id": "x", "kind": name, **EXAMPLES[name]}, Nothing(ITEMS))
    kind = KINDS[name]
    kind.empty(raw)
    try:
        answer = parse(step, raw)
    except Problem as problem:
        assert problem.message.endswith((".", "?"))
        return
    kind.review(step, answer)
    kind.feeds(step, answer, "2026-11-23T10:00:00Z", lambda other: [])
