"""Nothing that was typed is lost: going back, stopping, a cut in between, and a new version of the pack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.journal import look
from guide.store import entries

from .held import PACK, go_to, here, opened, unfinished
from .making import a_sentence, journal

HALF: dict[str, Any] = {
    "line": "half a li",
    "many": "7,",
    "when": "3 weeks a",
    "longer": "one\ntw",
    "picks": ["a", {"other": "anoth"}],
}


# -- going back --------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [False, True], ids=["on the way", "killed in between"])
@pytest.mark.parametrize("step", HALF)
def test_words_stand_there_again_after_going_back(tmp_path: Path, step: str, cut: bool) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    go_to(sitting, step)
    sitting.hold(HALF[step])
    assert sitting.back()
    before = here(sitting)
    if cut:
        with_pack.store.connection.close()
        with_pack = opened(tmp_path)
        sitting = with_pack.resume(sitting.entry)
        assert here(sitting) == before
    sitting.give("left") if before == "first" else sitting.skip()
    assert here(sitting) == step and sitting.view().raw == HALF[step]


def test_several_steps_hold_their_own_words(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    for step, raw in HALF.items():
        go_to(sitting, step)
        sitting.hold(raw)
        assert sitting.skip(sure=True).kept
    while sitting.back():
        if here(sitting) in HALF:
            assert sitting.view().raw == HALF[here(sitting)]
    sitting.give("left")
    sitting.give("the whole line")
    assert entries.held(with_pack.store, sitting.entry) == {k: v for k, v in HALF.items() if k != "line"}


def test_an_earlier_answer_half_changed_waits_too(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    sitting.give("left")
    sitting.give("a line")
    sitting.back()
    sitting.hold("a line and mo")
    sitting.back()
    sitting.give("right")
    assert sitting.view().raw == "a line and mo"


def test_a_renamed_step_takes_its_half_words_along(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    go_to(sitting, "line")
    sitting.hold("half a li")
    with_pack.close()
    renamed = tmp_path / "renamed.yaml"
    text = PACK.read_text(encoding="utf-8")
    renamed.write_text(
        text.replace("{id: line, kind: short,", "{id: sentence, formerly: [line], kind: short,", 1)
    )
    again = opened(tmp_path, pack=renamed)
    sitting = again.resume(sitting.entry)
    assert here(sitting) == "sentence" and sitting.view().raw == "half a li"
    assert list(entries.held(again.store, sitting.entry)) == ["sentence"]


# -- stopping --------------------------------------------------------------------------------


def test_stopping_makes_answers_of_what_can_be_one_at_every_step(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    go_to(sitting, "line")
    sitting.give("a line")
    sitting.hold("seven or so")
    sitting.back()
    sitting.hold("a line and more")
    sitting.back()
    sitting.stop()
    lines = {line.step: line for line in look.entry(with_pack, sitting.entry).lines}
    earlier = [old.words for old in lines["line"].earlier]
    assert (lines["line"].words, earlier) == (["a line and more"], [["a line"]])
    assert unfinished(with_pack, sitting) == {"many": ["seven or so"]}


def test_review_shows_the_words_of_every_unfinished_step(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    go_to(sitting, "line")
    sitting.hold("half a li")
    sitting.skip(sure=True)
    sitting.hold("seven or so")
    assert unfinished(with_pack, sitting) == {"line": ["half a li"], "many": ["seven or so"]}
    sitting.stop()
    assert unfinished(with_pack, sitting) == {"line": ["half a li"], "many": ["seven or so"]}
    assert look.entry(with_pack, sitting.entry).how == "stopped"


def test_finishing_keeps_the_words_of_a_step_that_fell_away(tmp_path: Path) -> None:
    with_pack = opened(tmp_path)
    sitting = with_pack.begin("walk")
    go_to(sitting, "longer")
    sitting.hold("one\ntwo")
    while sitting.back():
        pass
    sitting.give("right")
    go_to(sitting, "last")
    sitting.give(None)
    assert sitting.ended and unfinished(with_pack, sitting) == {"longer": ["one\ntwo"]}


def test_a_word_without_its_column_costs_no_cell_of_a_grid(tmp_path: Path) -> None:
    with_log = journal(tmp_path)
    sitting = with_log.begin("muted-check")
    for raw in ("both", 7, 4):
        sitting.give(raw)
    sitting.more()
    go_to(sitting, "words")
    sitting.hold({"cells": {"joy": "absent"}, "own": [{"text": "homesick", "column": ""}]})
    sitting.stop()
    (line,) = [
        one
        for one in look.entry(with_log, sitting.entry).lines
        if one.step == "words" and one.state == "given"
    ]
    assert "joy" in " ".join(line.words).lower()
    assert unfinished(with_log, sitting) == {"words": ["homesick"]}


def test_what_was_expected_of_a_round_that_was_not_said_stays_as_words(tmp_path: Path) -> None:
    with_sentence = journal(tmp_path)
    a_sentence(with_sentence)
    sitting = with_sentence.begin("rehearse")
    sitting.give([(sitting.view().step or {})["choices"][0]["item"]])
    sitting.hold({"rounds": [], "now": {"before": "numb", "expect": "my voice will shake", "part": "said"}})
    sitting.give(None)
    sitting.give(None)
    sitting.stop()
    assert unfinished(with_sentence, sitting) == {"rounds": ["my voice will shake"]}
