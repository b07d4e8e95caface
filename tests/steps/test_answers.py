"""What each kind takes for an answer, what it refuses, and how it reads back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.steps import KINDS
from guide.steps.base import CANNOT_TELL, GIVEN, NUMB, Answer, Problem
from tests.steps.making import Nothing, frozen, parse

CHOICE = {
    "id": "c",
    "kind": "choice",
    "prompt": "Which",
    "options": {"one": "First", "two": {"text": "Second", "key": "s"}},
}
CHOICES = {
    "id": "c", "kind": "choices", "prompt": "Which", "options": {"a": "A", "b": "B", "none": "None"},
    "exclusive": ["none"], "pick": {"min": "2", "max": "2"},
}  # fmt: skip
SCALE = {"id": "s", "kind": "scale", "prompt": "How", "numb": "true", "track": "t"}
LIST = {
    "id": "l", "kind": "list", "prompt": "Pairs", "collect": "facts", "items": {"max": "2"},
    "record": {"then": {"kind": "short", "prompt": "Then", "optional": "true"}, "now": {"kind": "short", "prompt": "Now"}},
}  # fmt: skip
FACTS = {
    "facts": {
        "title": "Facts",
        "label": "{then} -> {now}",
        "fields": {"then": {"title": "Then"}, "now": {"title": "Now"}},
    }
}
GRID = {
    "id": "g", "kind": "grid", "prompt": "Today", "rows": {"joy": "joy", "calm": {"text": "calm", "tags": ["low"]}},
    "columns": {"same": "same", "muted": {"text": "muted", "counts": "muted"}}, "own_rows": "true",
}  # fmt: skip
REHEARSE = {
    "id": "r", "kind": "rehearse", "prompt": "Say it", "sentence": "which", "ways": {"aloud": "aloud", "head": "in my head"},
    "before": {"rate": {"prompt": "Expect", "track": "e", "numb": "true"}},
    "after": {"rate": {"prompt": "Was", "track": "d", "numb": "true"}},
    "strong": {"at_least": "8", "offer": ["stop"]}, "rounds": {"max": "3"},
}  # fmt: skip


def test_choice_keeps_the_id_and_reads_as_its_words() -> None:
    step = frozen(CHOICE)
    answer = parse(step, "two")
    assert answer == Answer(GIVEN, "two")
    assert KINDS["choice"].words(step, answer) == "Second"


def test_choice_refuses_what_is_not_there_and_other_unless_allowed() -> None:
    for raw in ("three", {"other": "mine"}, 3, ["one"]):
        with pytest.raises(Problem):
            parse(frozen(CHOICE), raw)
    open_step = frozen({**CHOICE, "other": "true"})
    answer = parse(open_step, {"other": " mine [/ "})
    assert KINDS["choice"].words(open_step, answer) == "mine [/"


def test_choices_hold_their_limits_and_the_exclusive_one_stands_alone() -> None:
    step = frozen(CHOICES)
    assert parse(step, ["a", "b", "a"]).value == ["a", "b"]
    for raw in (["a"], ["a", "none"], "a"):
        with pytest.raises(Problem):
            parse(step, raw)


@pytest.mark.parametrize(("raw", "value"), [(0, 0), ("10", 10), (" 7 ", 7)])
def test_scale_takes_whole_numbers_in_its_range(raw: Any, value: int) -> None:
    assert parse(frozen(SCALE), raw) == Answer(GIVEN, value)


@pytest.mark.parametrize("raw", [11, -1, "7.5", "seven", True, "", "٧", "cannot-tell", None, [7]])
def test_scale_refuses_everything_else_and_says_the_range(raw: Any) -> None:
    with pytest.raises(Problem, match="0 to 10"):
        parse(frozen(SCALE), raw)


def test_numb_is_a_state_of_its_own_and_feeds_a_point_without_a_number() -> None:
    step = frozen(SCALE)
    answer = parse(step, "numb")
    assert answer == Answer(NUMB)
    (feed,) = KINDS["scale"].feeds(step, answer, "at", lambda name: [])
    assert (feed.what, feed.data["state"], feed.data["value"], feed.data["series"]) == (
        "point",
        "numb",
        None,
        "p/t",
    )


def test_a_step_without_numb_refuses_it_and_one_with_cannot_tell_takes_it() -> None:
    step = frozen({"id": "s", "kind": "scale", "prompt": "How", "cannot_tell": "true"})
    assert parse(step, "cannot-tell") == Answer(CANNOT_TELL)
    with pytest.raises(Problem):
        parse(step, "numb")


def test_words_are_cleaned_of_controls_but_kept_otherwise() -> None:
    step = frozen({"id": "w", "kind": "short", "prompt": "Say"})
    assert parse(step, "a\x1b]52;c;YQ==\x07b").value.isprintable()
    assert parse(step, "می‌خواهم [red]x[/]").value == "می‌خواهم [red]x[/]"
    with pytest.raises(Problem):
        parse(step, "x" * 501)


def test_list_records_become_items_whose_ids_stay_when_revised() -> None:
    step = frozen(LIST, Nothing(declared=FACTS))
    first = parse(step, [{"then": "hid", "now": "ring Ann"}, {"then": "", "now": ""}])
    assert first.value == [{"item": "id1", "fields": {"then": "hid", "now": "ring Ann"}}]
    again = parse(step, [{"item": "id1", "fields": {"now": "ring Ann weekly"}}], first.value)
    assert again.value[0]["item"] == "id1"
    (feed,) = KINDS["list"].feeds(step, again, "at", lambda name: [])
    assert feed.data["label"] == "ring Ann weekly"
    assert feed.data["collection"] == "p/facts"


def test_list_says_which_field_is_missing_and_holds_its_maximum() -> None:
    step = frozen(LIST, Nothing(declared=FACTS))
    with pytest.raises(Problem, match="'Now' is still empty") as caught:
        parse(step, [{"then": "hid"}])
    assert caught.value.part == "0.now"
    with pytest.raises(Problem, match="Up to 2"):
        parse(step, [{"now": "a"}, {"now": "b"}, {"now": "c"}])


def test_grid_counts_rows_by_column_with_own_rows() -> None:
    step = frozen(GRID)
    answer = parse(step, {"cells": {"joy": "muted"}, "own": [{"text": "awe", "column": "muted"}]})
    assert KINDS["grid"].part(step, answer, "muted") == 2
    assert KINDS["grid"].review(step, answer) == ["muted: joy, awe"]
    refused: list[Any] = [
        {"cells": {"joy": "gone"}},
        {"cells": {"x": "same"}},
        {"cells": {}},
        {"own": [{"text": ""}]},
    ]
    for raw in refused:
        with pytest.raises(Problem):
            parse(step, raw)


def test_rehearsal_counts_said_rounds_and_pairs_expected_with_actual() -> None:
    world = Nothing(
        answers={
            "which": (
                {"id": "which", "kind": "pick"},
                Answer(GIVEN, [{"item": "i1", "label": "It is true."}]),
            )
        }
    )
    step = frozen(REHEARSE, world)
    assert step["said"]["text"] == "It is true."
    assert step["way"] == "head"
    raw: dict[str, Any] = {
        "rounds": [
            {"before": 7, "said": True, "after": "numb", "way": "aloud"},
            {"before": 3, "said": True, "after": 9},
        ]
    }
    answer = parse(step, raw)
    kind = KINDS["rehearse"]
    assert [kind.part(step, answer, part) for part in ("said", "after.highest", "after.latest")] == [2, 9, 9]
    points = [feed.data for feed in kind.feeds(step, answer, "at", lambda name: [])]
    assert [(one["series"], one["n"], one["state"], one["value"]) for one in points] == [
        ("p/e", 0, "given", 7), ("p/d", 0, "numb", None), ("p/e", 1, "given", 3), ("p/d", 1, "given", 9),
    ]  # fmt: skip
    assert {one["item"] for one in points} == {"i1"}


def test_rehearsal_refuses_rounds_never_said_and_more_than_its_maximum() -> None:
    step = frozen(REHEARSE)
    refused: list[Any] = [
        {"rounds": []},
        {"rounds": [{"before": 3}]},
        {"rounds": [{"said": True}] * 4},
        {"rounds": [{"said": True, "after": 12}]},
    ]
    for raw in refused:
        with pytest.raises(Problem):
            parse(step, raw)


def test_only_a_round_at_the_threshold_is_strong() -> None:
    from guide.steps.rehearse import RehearseKind

    step = frozen(REHEARSE)
    kind = RehearseKind()
    assert kind.strong(step, {"after": {"state": GIVEN, "value": 8}})
    assert not kind.strong(step, {"after": {"state": GIVEN, "value": 7}})
    assert not kind.strong(step, {"after": {"state": NUMB, "value": None}})


def test_sentence_starts_from_the_facts_and_keeps_its_item() -> None:
    picked = [
        {"item": "f1", "label": "x", "fields": {"now": "I ring Ann on Sundays."}},
        {"own": "Cooked at home"},
    ]
    world = Nothing(answers={"facts": ({"id": "facts", "kind": "pick", "own": "now"}, Answer(GIVEN, picked))}, declared={
        "mine": {"title": "Mine", "label": "{text}", "fields": {"text": {"title": "Sentence"}}}})  # fmt: skip
    step = frozen(
        {
            "id": "s", "kind": "sentence", "prompt": "Write", "evidence": "facts", "collect": "mine",
            "frames": ["It made room. I {now}.", "Gone: {then}"],
            "believable": {"prompt": "Fair", "track": "b", "smaller_below": "4"},
        },
        world,
    )  # fmt: skip
    assert step["starts"] == ["It made room. I ring Ann on Sundays.", "It made room. I cooked at home."]
    answer = parse(step, {"text": "I ring Ann.", "believable": "3"})
    assert answer.value["evidence"] == ["f1"]
    assert parse(step, {"text": "I ring her."}, answer.value).value["item"] == answer.value["item"]
    from guide.steps.sentence import SentenceKind

    assert SentenceKind().small(step, answer.value)
    assert KINDS["sentence"].part(step, answer, "believable") == 3


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "raw_step", [CHOICE, CHOICES, SCALE, LIST, GRID, REHEARSE], ids=lambda step: str(step["kind"])
)
@given(raw=JSON)
def test_no_raw_answer_does_anything_but_fit_or_say_why(raw_step: dict[str, Any], raw: Any) -> None:
    step = frozen(raw_step, Nothing(declared=FACTS))
    kind = KINDS[step["kind"]]
    if kind.empty(raw):
        return
    try:
        answer = parse(step, raw)
    except Problem as problem:
        assert problem.message.endswith((".", "?"))
        return
    assert all(isinstance(line, str) for line in kind.review(step, answer))
