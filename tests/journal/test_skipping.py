"""Skipping keeps what is finished, and asks before it leaves words out; they are never destroyed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.store import derived, entries
from guide.words.notices import SKIP_LOSS

from .held import go_to, here, opened, record, unfinished


def facts(opened: Journal) -> list[str]:
    return sorted(item.label for item in derived.items(opened.store, "typing/facts"))


def test_skipping_a_list_keeps_its_finished_records(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("lists")
    sitting.hold([record(then="slept", now="walk"), record(then="hid", now="ring Ann")])
    assert sitting.skip().kept and here(sitting) == "plan"
    sitting.stop()
    assert facts(with_pack) == ["ring Ann", "walk"] and unfinished(with_pack, sitting) == {}


def test_a_half_record_is_asked_about_and_stays_as_words(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("lists")
    raw = [record(then="slept", now="walk"), record("now", then="hid from let")]
    sitting.hold(raw)
    asked = sitting.skip()
    assert not asked.kept and asked.question == SKIP_LOSS and here(sitting) == "facts"
    assert sitting.skip(sure=True).kept
    sitting.back()
    assert sitting.view().raw == raw
    sitting.skip(sure=True)
    sitting.stop()
    assert facts(with_pack) == ["walk"]
    assert unfinished(with_pack, sitting) == {"facts": ["hid from let"]}


def test_a_record_that_is_whole_though_still_open_is_kept_beside_finished_ones(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("lists")
    sitting.hold([record(then="slept", now="walk"), record("now", then="hid", now="ring Ann")])
    assert sitting.skip().kept
    sitting.stop()
    assert facts(with_pack) == ["ring Ann", "walk"]


@pytest.mark.parametrize(
    ("exercise", "step", "raw", "words"),
    [
        ("walk", "line", "half a li", ["half a li"]),
        ("walk", "longer", "one\ntwo", ["one\ntwo"]),
        ("walk", "many", "7", ["7"]),
        ("walk", "first", {"other": "straight on"}, ["straight on"]),
        ("walk", "picks", ["a", {"other": "anoth"}], ["anoth"]),
        ("lists", "plan", [record("action", cue="the phone rings")], ["the phone rings"]),
        ("lists", "facts", [record("now", then="only this", now="one")], ["only this", "one"]),
        ("lists", "three", [record(what="one", how="easy"), record(what="two")], ["one", "two"]),
    ],
)
def test_words_that_cannot_be_an_answer_are_asked_about_once(
    tmp_path: Path, exercise: str, step: str, raw: Any, words: list[str]
) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin(exercise)
    go_to(sitting, step)
    sitting.hold(raw)
    assert sitting.skip().question == SKIP_LOSS
    assert sitting.view().raw == raw
    assert sitting.skip(sure=True).kept
    assert here(sitting) != step
    sitting.back()
    assert sitting.view().raw == raw
    sitting.skip(sure=True)
    sitting.stop()
    assert unfinished(with_pack, sitting) == {step: words}


def test_what_was_only_ticked_is_skipped_without_a_question_and_stands_there_again(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    go_to(sitting, "picks")
    sitting.hold(["a", "b"])
    assert sitting.skip().kept
    sitting.back()
    assert sitting.view().raw == ["a", "b"]
    sitting.skip()
    sitting.give(None)
    assert sitting.ended and entries.held(with_pack.store, sitting.entry) == {}


def test_an_answer_in_words_is_not_skipped_away_without_a_question(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    sitting.give("left")
    sitting.give("a whole line")
    sitting.back()
    assert sitting.skip().question
    assert sitting.skip(sure=True).kept
    sitting.back()
    assert sitting.view().raw == "a whole line"
    sitting.back()
    assert sitting.skip().kept, "an option is no words"


def test_skipping_an_update_keeps_what_was_said_of_the_items_before(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("lists")
    sitting.give([record(then="slept", now="walk"), record(then="hid", now="ring Ann")])
    go_to(sitting, "now")
    items = [one["item"] for one in (sitting.view().step or {})["choices"]]
    first = (sitting.view().step or {})["choices"][0]["label"]
    sitting.hold(
        [
            {"item": items[0], "fields": {"now": f"{first} far"}},
            {"item": items[1], "fields": {}, "now": "now"},
        ]
    )
    assert sitting.skip().kept and sitting.ended
    assert f"{first} far" in facts(with_pack)


def test_only_a_half_word_in_an_update_is_no_answer(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("lists")
    sitting.give([record(then="slept", now="walk")])
    go_to(sitting, "now")
    (item,) = [one["item"] for one in (sitting.view().step or {})["choices"]]
    sitting.hold([{"item": item, "fields": {"now": "walk f"}, "now": "now"}])
    assert sitting.skip().question
    sitting.skip(sure=True)
    assert facts(with_pack) == ["walk"] and unfinished(with_pack, sitting) == {"now": ["walk f"]}


def test_an_item_that_was_opened_and_not_changed_is_no_loss(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("lists")
    sitting.give([record(then="slept", now="walk")])
    sitting.stop()
    sitting = with_pack.begin("lists")
    (one,) = (sitting.view().step or {})["there"]
    sitting.hold([{"item": one["item"], "fields": dict(one["fields"]), "now": "then"}])
    assert sitting.skip().kept
    sitting.stop()
    assert facts(with_pack) == ["walk"] and unfinished(with_pack, sitting) == {}


def test_a_word_of_danger_that_is_left_unfinished_gets_its_two_lines(tmp_path: Path) -> None:
    sitting = opened(tmp_path).begin("walk")
    go_to(sitting, "line")
    sitting.hold("i wanted to kill myself")
    sitting.skip(sure=True)
    assert "not safe" in sitting.view().notice


def test_leaving_a_step_open_on_purpose_keeps_no_old_words(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    go_to(sitting, "line")
    sitting.hold("typed and taken away")
    sitting.give("")
    sitting.give("")
    assert here(sitting) == "many" and entries.held(with_pack.store, sitting.entry) == {}


def test_a_step_is_asked_about_once_a_sitting(tmp_path: Path) -> None:
    sitting = opened(tmp_path).begin("nudged")
    asked = [sitting.nudge("now", words, {"now": words}) for words in ("better", "stronger", "calmer")]
    assert asked[0] and asked[1:] == ["", ""]
    assert sitting.nudge("more", "better", {"more": "better"}) == ""
    sitting.give([{"fields": {"now": "better"}}])
    assert sitting.nudge("", "better")
