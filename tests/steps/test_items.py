"""Steps that live on items: update, plan, a grid of items, a sentence that is revised."""

from __future__ import annotations

from typing import Any

import pytest

from guide.steps import KINDS
from guide.steps.base import GIVEN, NUMB, Answer, Feed, Problem
from tests.steps.making import Nothing, frozen, parse

NOW = "2026-11-23T10:00:00Z"
PLANS: dict[str, dict[str, Any]] = {
    "plans": {
        "title": "Plans",
        "label": "If {cue}, then {action}",
        "fields": {
            "cue": {"title": "If"},
            "action": {"title": "Then"},
            "tried": {"title": "Tried", "kind": "choice", "options": {"done": "Did it", "partly": "In part"}},
            "happened": {"title": "What happened"},
        },
    },
    "measures": {
        "title": "Measures",
        "label": "{name}",
        "fields": {"name": {"title": "Name"}, "low": {"title": "Low"}, "high": {"title": "High"}},
        "scale": {"min": "low", "max": "high"},
    },
    "level": {"title": "Level", "range": "from-item"},
}


def item(name: str, collection: str, /, **fields: Any) -> dict[str, Any]:
    label = fields.get("name") or f"If {fields.get('cue')}, then {fields.get('action')}"
    return {"item": name, "collection": f"p/{collection}", "label": label, "fields": fields, "refs": ["fact"]}


UPDATE = {
    "id": "u", "kind": "update", "prompt": "How did it go", "from": "plans", "at_most": "2",
    "ask": {
        "tried": {"kind": "choice", "prompt": "{item}: did an occasion come"},
        "happened": {"kind": "short", "prompt": "What happened", "optional": "true"},
    },
}  # fmt: skip
THREE = [item(f"i{n}", "plans", cue=f"day {n}", action="walk") for n in (1, 2, 3)]


def feeds(step: dict[str, Any], answer: Answer) -> list[Feed]:
    return KINDS[step["kind"]].feeds(step, answer, NOW, lambda name: [])


def test_each_item_is_asked_in_its_own_words_with_the_options_of_its_field() -> None:
    step = frozen(UPDATE, Nothing(THREE, PLANS))
    assert [one["item"] for one in step["choices"]] == ["i1", "i2"], "at most two"
    ask = step["choices"][0]["ask"]["tried"]
    assert ask["prompt"] == "If day 1, then walk: did an occasion come"
    assert ask["options"] == {"done": {"text": "Did it"}, "partly": {"text": "In part"}}


def test_an_update_makes_a_new_version_that_keeps_the_other_fields_and_what_it_stands_on() -> None:
    step = frozen(UPDATE, Nothing(THREE, PLANS))
    answer = parse(
        step,
        [{"item": "i2", "fields": {"tried": "partly", "happened": "rain"}}, {"item": "i1", "fields": {}}],
    )
    (feed,) = feeds(step, answer)
    assert feed.what == "item"
    assert feed.data["item"] == "i2"
    assert feed.data["fields"] == {"cue": "day 2", "action": "walk", "tried": "partly", "happened": "rain"}
    assert feed.data["label"] == "If day 2, then walk"
    assert feed.data["refs"] == ["fact"]
    assert KINDS["update"].part(step, answer, "count") == 1
    assert KINDS["update"].review(step, answer) == [
        "If day 2, then walk: did an occasion come: In part · What happened: rain"
    ]


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "x",
        [],
        [{"item": "i9", "fields": {"tried": "done"}}],
        [{"item": "i1", "fields": {"tried": "no"}}],
        [7],
    ],
)
def test_an_update_refuses_what_is_not_on_the_page(raw: Any) -> None:
    with pytest.raises(Problem):
        parse(frozen(UPDATE, Nothing(THREE, PLANS)), raw)


def test_every_question_of_an_item_may_be_left_open() -> None:
    step = frozen(UPDATE, Nothing(THREE, PLANS))
    assert parse(step, [{"item": "i1", "fields": {"happened": "it rained"}}]).answered
    assert KINDS["update"].empty([{"item": "i1", "fields": {"tried": ""}}])


MEASURE = {
    "id": "m", "kind": "update", "prompt": "Where are they now", "from": ["measures"],
    "ask": {"now": {"kind": "scale", "prompt": "{item}", "track": "level", "numb": "true"}},
}  # fmt: skip


def test_an_item_brings_its_own_scale_and_its_answer_is_a_point_of_its_own() -> None:
    world = Nothing(
        [item("a", "measures", name="sleep", low=0, high=5), item("b", "measures", name="mood")], PLANS
    )
    step = frozen(MEASURE, world)
    assert [one["ask"]["now"]["range"] for one in step["choices"]] == [
        {"min": 0, "max": 5},
        {"min": 0, "max": 10},
    ]
    with pytest.raises(Problem, match="from 0 to 5"):
        parse(step, [{"item": "a", "fields": {"now": "6"}}])
    answer = parse(step, [{"item": "a", "fields": {"now": "5"}}, {"item": "b", "fields": {"now": NUMB}}])
    made = [
        (one.what, one.data["series"], one.data["item"], one.data["state"], one.data["value"])
        for one in feeds(step, answer)
    ]
    assert made == [("point", "p/level", "a", GIVEN, 5), ("point", "p/level", "b", NUMB, None)]


def test_braces_in_the_words_of_an_item_stay_words() -> None:
    world = Nothing([item("a", "measures", name="{item} {sleep}")], PLANS)
    assert frozen(MEASURE, world)["choices"][0]["ask"]["now"]["prompt"] == "{item} {sleep}"


PLAN = {
    "id": "p", "kind": "plan", "prompt": "One plan", "for": "which", "collect": "plans",
    "cue": {"prompt": "If"}, "action": {"prompt": "Then I"}, "obstacle": {"prompt": "What might get in the way"},
}  # fmt: skip


def test_a_plan_is_one_item_that_stands_on_what_was_picked() -> None:
    picked = ({"id": "which", "kind": "pick"}, Answer(GIVEN, [{"item": "f1", "label": "wrote to Ann"}]))
    step = frozen(PLAN, Nothing(declared=PLANS, answers={"which": picked}))
    assert step["about"] == ["wrote to Ann"]
    answer = parse(step, {"cue": "it is Monday", "action": "write again"})
    assert answer.value == [{"item": "id1", "fields": {"cue": "it is Monday", "action": "write again"}}]
    (feed,) = feeds(step, answer)
    assert (feed.data["label"], feed.data["refs"]) == ("If it is Monday, then write again", ["f1"])
    assert KINDS["plan"].items_made(step, answer) == ["id1"]
    again = parse(
        step, [{"item": "id1", "fields": {"cue": "Monday", "action": "write", "obstacle": "tired"}}]
    )
    assert again.value[0]["item"] == "id1"
    assert KINDS["plan"].review(step, again) == ["If Monday, then write", "What might get in the way: tired"]


@pytest.mark.parametrize(
    "raw", [{"cue": "Monday"}, {"action": "walk"}, [{"cue": "a", "action": "b"}] * 2, "x", None, {}]
)
def test_a_plan_needs_both_halves_and_is_one(raw: Any) -> None:
    with pytest.raises(Problem):
        parse(frozen(PLAN, Nothing(declared=PLANS)), raw)


def test_a_grid_takes_its_rows_from_items() -> None:
    raw = {
        "id": "g",
        "kind": "grid",
        "prompt": "Today",
        "from": "measures",
        "columns": {"up": "up", "same": "same"},
    }
    step = frozen(raw, Nothing([item("a", "measures", name="sleep")], PLANS))
    assert step["rows"] == {"a": {"text": "sleep"}}
    assert KINDS["grid"].review(step, parse(step, {"cells": {"a": "up"}})) == ["up: sleep"]


SENTENCE = {
    "id": "s",
    "kind": "sentence",
    "prompt": "Yours",
    "evidence": "f",
    "collect": "measures",
    "revise": "true",
}


def test_a_revised_sentence_is_a_new_version_of_the_earlier_one() -> None:
    step = frozen(SENTENCE, Nothing([item("old", "measures", name="I walked.")], PLANS))
    answer = parse(step, {"text": "I walked to the shop.", "revises": "old"})
    assert answer.value["item"] == "old"
    assert answer.value["evidence"] == ["fact"]
    assert parse(step, {"text": "Another."}).value["item"] == "id1"
    assert parse(step, {"text": "Another.", "revises": "not there"}).value["item"] == "id1"


def test_a_list_that_edits_keeps_the_fields_it_does_not_ask() -> None:
    raw = {
        "id": "l", "kind": "list", "prompt": "P", "collect": "plans", "existing": "edit",
        "record": {"action": {"kind": "short", "prompt": "Then"}},
    }  # fmt: skip
    step = frozen(raw, Nothing(THREE, PLANS))
    answer = parse(step, [{"item": "i1", "fields": {"action": "run"}}, {"fields": {"action": "swim"}}])
    first, second = feeds(step, answer)
    assert first.data["item"] == "i1"
    assert first.data["fields"] == {"cue": "day 1", "action": "run"}
    assert second.data["fields"] == {"action": "swim"}


def test_a_record_that_was_handed_over_is_never_dropped_for_a_field_called_now() -> None:
    raw = {
        "id": "l", "kind": "list", "prompt": "P",
        "record": {"now": {"kind": "short", "prompt": "Now"}, "n": {"kind": "number", "prompt": "N", "optional": "true"}},
    }  # fmt: skip
    step = frozen(raw)
    with pytest.raises(Problem, match="a number"):
        parse(step, [{"now": "I walked", "n": "seven"}])
    half = {"fields": {"now": "I walked", "n": "seven"}, "now": "n"}
    kept = parse(step, [{"fields": {"now": "I rang Ann"}}, half])
    assert [one["fields"] for one in kept.value] == [{"now": "I rang Ann"}]


def test_what_is_half_written_in_an_update_takes_nothing_else_with_it() -> None:
    world = Nothing([item("a", "measures", name="sleep"), item("b", "measures", name="mood")], PLANS)
    step = frozen(MEASURE, world)
    half = {"item": "b", "fields": {"now": "7x"}, "now": "now"}
    answer = parse(step, [{"item": "a", "fields": {"now": "3"}}, half])
    assert [one["item"] for one in answer.value] == ["a"]


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"low": "10", "high": "0"}, "0.high"),
        ({"low": "5", "high": "5"}, "0.high"),
        ({"low": "0", "high": "10", "start": "50"}, "0.start"),
    ],
)
def test_a_scale_of_ones_own_leads_upwards_and_holds_its_start(fields: dict[str, str], part: str) -> None:
    number = {"kind": "number", "prompt": "N", "optional": "true"}
    raw = {
        "id": "l", "kind": "list", "prompt": "P", "collect": "measures",
        "record": {"name": {"kind": "short", "prompt": "Name"}, "low": number, "high": number, "start": number},
    }  # fmt: skip
    scale = {"min": "low", "max": "high", "baseline": "start"}
    world = Nothing(declared={"measures": {**PLANS["measures"], "scale": scale}})
    step = frozen(raw, world)
    with pytest.raises(Problem, match="look once more") as found:
        parse(step, [{"name": "sleep", **fields}])
    assert found.value.part == part
    assert parse(step, [{"name": "sleep", "low": "0", "high": "10", "start": "4"}]).answered
    assert parse(step, [{"name": "sleep", "low": "3"}]).answered


def test_of_several_needed_fields_one_is_enough_but_not_for_a_plan() -> None:
    part = {"kind": "short", "prompt": "What"}
    raw = {
        "id": "l", "kind": "list", "prompt": "P",
        "record": {"what": part, "when": {"kind": "date", "prompt": "When"}, "note": {**part, "optional": "true"}},
    }  # fmt: skip
    step = frozen(raw)
    assert parse(step, [{"what": "flu"}]).value[0]["fields"] == {"what": "flu"}
    assert parse(step, [{"when": "2026-03-14"}]).answered
    with pytest.raises(Problem, match="still empty"):
        parse(step, [{"note": "only this"}])
