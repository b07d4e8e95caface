"""Correcting an answer, and taking back what was done last."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.errors import GuideError
from guide.journal import changing, look
from guide.journal.correcting import Correction
from guide.journal.journal import Journal
from guide.steps.base import CANNOT_TELL, GIVEN, HIDDEN, SKIPPED
from guide.store import derived, pages
from guide.store.standing import standing
from tests.journal.making import Clock, a_round, a_sentence, journal, log, play

PACK = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
collections:
  walks: {title: Walks, label: "{what}", fields: {what: {title: What}}}
  lines: {title: Lines, label: "{text}", fields: {text: {title: Line}}}
markers: {change: {title: Change, fields: {what: {title: What}}}}
values: {word: {title: Word, default: none}}
series: {level: {title: Level, per: walks, range: {min: 0, max: 10}}}
exercises:
  - id: note
    title: Note
    steps:
      - {id: word, kind: short, prompt: A word, keep: word}
      - {id: walks, kind: list, prompt: Walks, collect: walks, record: {what: {kind: short, prompt: What}}}
      - {id: one, kind: pick, prompt: One, from: [walks], own: what}
      - {id: level, kind: scale, prompt: Level, track: level, of: one}
      - {id: line, kind: short, prompt: "A line about {word}", collect: lines}
"""


class Kept:
    """A journal with a pack of its own, at a moment that is moved by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock, self.file = folder / "home", Clock(), folder / "pack.yaml"
        self.file.write_text(PACK, encoding="utf-8")
        self.journal = self.open()

    def open(self, *, pack: bool = True) -> Journal:
        self.journal = journal(self.folder, self.clock, (self.file,) if pack else ())
        return self.journal

    def note(self, **answers: Any) -> str:
        sitting = self.journal.begin("mine/note")
        play(sitting, answers)
        self.clock.move(days=3)
        return sitting.entry

    def items(self, name: str = "walks") -> dict[str, str]:
        return {one.label: one.id for one in derived.items(self.journal.store, f"mine/{name}")}

    def raw(self, entry: str, step: str) -> Any:
        return next(one.raw for one in changing.editable(self.journal, entry) if one.step == step)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_a_correction_is_a_revision_and_stays_on_its_day(kept: Kept) -> None:
    opened, entry = kept.journal, log(kept.journal, strength=7).entry
    kept.clock.move(days=6)
    outcome = changing.edit(opened, entry, "strength", 3)
    assert outcome.kept and outcome.said[0].startswith("Kept.")
    (point,) = derived.points(opened.store, "core/flatness")
    assert (point.value, point.day, point.at) == (3, "2026-11-02", "2026-11-02T10:00:00Z")
    strength = next(one for one in pages.entry(opened.store, entry).steps if one.step == "strength")
    assert [answer.value for answer, _ in strength.answers] == [7, 3]
    assert [one.day for one in derived.answers_of(opened.store, "core/muted-check", "strength")] == [
        "2026-11-02"
    ]
    assert look.entries(opened, words="3 of 10") and not look.entries(opened, words="7 of 10")


def test_validation_is_the_steps_own(kept: Kept) -> None:
    entry = log(kept.journal).entry
    problem = changing.edit(kept.journal, entry, "strength", 11).problem
    assert "0" in problem and "10" in problem
    assert changing.edit(kept.journal, entry, "strength", 7).said == (
        "That is what stands there already, so nothing was changed.",
    )
    asked = changing.edit(kept.journal, entry, "strength", None)
    assert not asked.kept and asked.question
    assert changing.edit(kept.journal, entry, "strength", None, sure=True).kept
    assert derived.points(kept.journal.store, "core/flatness") == []
    with pytest.raises(GuideError, match="no question 'nothing'") as raised:
        changing.edit(kept.journal, entry, "nothing", 1)
    assert "side, strength, mood" in raised.value.remedy


def test_what_an_answer_hides_counts_no_longer_and_counts_again(kept: Kept) -> None:
    opened, entry = kept.journal, log(kept.journal).entry
    said = changing.edit(opened, entry, "side", "neither").said
    assert "No longer part of this entry" in said[1]
    assert derived.points(opened.store, "core/flatness") == []
    assert [one.step for one in changing.editable(opened, entry)][:2] == ["side", "mood"]
    assert "Part of this entry again" in changing.edit(opened, entry, "side", "both").said[1]
    assert [one.value for one in derived.points(opened.store, "core/flatness")] == [7]


def test_items_are_revised_and_not_doubled(kept: Kept) -> None:
    entry = kept.note(word="w", walks=[{"what": "round the block"}, {"what": "to the gate"}], line="I went")
    before, lines = kept.items(), kept.items("lines")
    walks = kept.raw(entry, "walks")
    walks[0]["fields"]["what"] = "round the pond"
    assert changing.edit(kept.journal, entry, "walks", walks).kept
    assert changing.edit(kept.journal, entry, "line", "I went out").kept
    assert kept.items() == {"round the pond": before["round the block"], "to the gate": before["to the gate"]}
    assert kept.items("lines") == {"I went out": lines["I went"]}
    assert changing.edit(kept.journal, entry, "walks", walks[1:]).kept
    assert kept.items() == {"to the gate": before["to the gate"]}
    assert changing.edit(kept.journal, entry, "line", None, sure=True).kept
    assert changing.edit(
        kept.journal, entry, "line", "again"
    ).kept  # left open in between, it is still the same
    assert kept.items("lines") == {"again": lines["I went"]}


def test_own_words_of_a_pick_stay_one_item_and_keep_their_numbers(kept: Kept) -> None:
    entry = kept.note(word="w", one=[{"own": "up the hil"}], level=4)
    item = kept.items()["up the hil"]
    assert changing.edit(kept.journal, entry, "one", [{"own": "up the hill"}]).kept
    assert kept.items() == {"up the hill": item}
    assert [one.item for one in derived.points(kept.journal.store, "mine/level")] == [item]


def test_later_steps_keep_what_they_showed_and_other_entries_their_words(kept: Kept) -> None:
    entry = kept.note(word="rain", line="wet")
    changing.edit(kept.journal, entry, "word", "sun")
    shown = {one.step: one.prompt for one in changing.editable(kept.journal, entry)}
    assert shown["line"] == "A line about rain"
    assert derived.value(kept.journal.store, "mine/word") == "sun"
    play(kept.journal.begin("mine/note"), {"word": "snow"})
    changing.edit(kept.journal, entry, "word", "hail")
    assert (
        derived.value(kept.journal.store, "mine/word") == "snow"
    )  # what was said later is still what was said last


def test_a_sentence_put_right_is_the_one_that_was_rehearsed(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    a_sentence(opened)
    a_round(opened, 5, 4)
    (made,) = derived.items(opened.store, "core/sentences")
    version = derived.item_versions(opened.store, made.id)[-1]
    raw = next(one.raw for one in changing.editable(opened, version.entry) if one.step == version.step)
    assert changing.edit(opened, version.entry, version.step, {**raw, "text": "I ring Ann."}).kept
    (now,) = derived.items(opened.store, "core/sentences")
    assert (now.id, now.label, now.refs) == (made.id, "I ring Ann.", made.refs)
    assert {one.item for one in derived.points(opened.store, "core/discomfort")} == {made.id}


def test_an_entry_of_a_pack_that_is_gone_can_be_put_right(kept: Kept) -> None:
    entry = kept.note(word="w", walks=[{"what": "to the gate"}])
    kept.journal.close()
    opened = kept.open(pack=False)
    walks = kept.raw(entry, "walks")
    walks[0]["fields"]["what"] = "to the pond"
    assert changing.edit(opened, entry, "walks", walks).kept
    assert list(kept.items()) == ["to the pond"]
    changing.undo(opened)
    assert list(kept.items()) == ["to the gate"]
    assert changing.delete_exercise(opened, "note").entries == [entry]
    assert kept.items() == {}


def test_only_what_has_ended_and_is_there_can_be_put_right(kept: Kept) -> None:
    draft = kept.journal.begin("mine/note")
    draft.give("w")
    with pytest.raises(GuideError, match="unfinished"):
        changing.editable(kept.journal, draft.entry)
    entry = log(kept.journal).entry
    changing.delete(kept.journal, entry)
    with pytest.raises(GuideError, match="in the trash"):
        changing.edit(kept.journal, entry, "strength", 1)


def test_words_that_may_mean_danger_are_answered_and_kept(kept: Kept) -> None:
    entry = kept.note(word="w", line="x")
    outcome = changing.edit(kept.journal, entry, "line", "I want to kill myself")
    assert outcome.kept and "not safe" in outcome.notice
    assert changing.edit(kept.journal, entry, "line", "I want tea").notice == ""


def test_taking_back_goes_on_in_a_later_run_one_after_the_other(kept: Kept) -> None:
    first, second = log(kept.journal, strength=1).entry, log(kept.journal, strength=2).entry
    changing.edit(kept.journal, first, "strength", 9)
    changing.delete(kept.journal, first, second)
    kept.journal.close()
    opened = kept.open()
    assert "2 entries" in changing.undo(opened).said[0]
    assert "again what it was" in changing.undo(opened).said[0]
    assert sorted(one.value or 0 for one in derived.points(opened.store, "core/flatness")) == [1, 2]
    assert not changing.can_undo(opened)
    with pytest.raises(GuideError, match="nothing to take back"):
        changing.undo(opened)


def test_two_corrections_of_one_answer_are_taken_back_one_after_the_other(kept: Kept) -> None:
    entry = log(kept.journal, strength=7).entry
    for now in (8, 9):
        changing.edit(kept.journal, entry, "strength", now)
    stood = []
    for _ in range(2):
        changing.undo(kept.journal)
        stood += [one.value for one in derived.points(kept.journal.store, "core/flatness")]
    assert stood == [8, 7] and not changing.can_undo(kept.journal)
    changing.edit(kept.journal, entry, "strength", 3)
    changing.undo(kept.journal)
    assert [one.value for one in derived.points(kept.journal.store, "core/flatness")] == [7]


def test_an_answer_that_was_left_open_is_open_again(kept: Kept) -> None:
    entry = kept.note(word="w")
    changing.edit(kept.journal, entry, "line", "new")
    changing.undo(kept.journal)
    assert kept.raw(entry, "line") is None and kept.items("lines") == {}


def test_what_was_changed_since_is_left_as_it_is(kept: Kept) -> None:
    sitting = log(kept.journal)
    changing.edit(kept.journal, sitting.entry, "mood", 9)
    assert sitting.back()
    sitting.give(2)
    with pytest.raises(GuideError, match="once more since"):
        changing.undo(kept.journal)
    assert [one.value for one in derived.points(kept.journal.store, "core/mood")] == [2]
    assert not changing.can_undo(kept.journal)


def test_restoring_one_by_hand_leaves_the_rest_to_be_taken_back(kept: Kept) -> None:
    ids = [log(kept.journal).entry for _ in range(3)]
    changing.delete_exercise(kept.journal, "muted-check")
    changing.restore(kept.journal, ids[1][:10])
    assert len(changing.in_trash(kept.journal)) == 2
    with pytest.raises(GuideError, match="not in the trash"):
        changing.restore(kept.journal, ids[1])
    changing.undo(kept.journal)
    assert len(look.entries(kept.journal)) == 3 and changing.count(kept.journal) == 0


def test_what_was_only_looked_at_is_in_no_list(kept: Kept) -> None:
    kept.journal.begin("mine/note").look_away()
    assert changing.in_trash(kept.journal) == [] and not changing.can_undo(kept.journal)
    assert changing.empty_trash(kept.journal).said[0] == "Really gone: nothing had been written in it."


def test_a_correction_keeps_nothing_until_it_is_given(kept: Kept) -> None:
    entry = log(kept.journal).entry
    correction = Correction(kept.journal, entry[:12], "strength")
    correction.hold(1)
    assert correction.nudge("", "whatever") == ""
    assert [one.value for one in derived.points(kept.journal.store, "core/flatness")] == [7]
    assert correction.give(1).kept
    with pytest.raises(GuideError, match="no question"):
        Correction(kept.journal, entry, "note-to-nobody")


@pytest.mark.parametrize(
    ("revisions", "ended", "place"),
    [
        ([(GIVEN, "1")], "5", 0),
        ([(GIVEN, "1"), (GIVEN, "3")], "5", 1),  # changed on the way back, before the end
        ([(GIVEN, "1"), (GIVEN, "9")], "5", 0),  # corrected afterwards
        ([(GIVEN, "1"), (GIVEN, "9")], None, 1),  # a draft
        ([(HIDDEN, "5"), (CANNOT_TELL, "6"), (GIVEN, "9")], "5", 1),  # asked behind m, then corrected
        ([(GIVEN, "1"), (SKIPPED, "8"), (GIVEN, "9")], "5", 0),  # taken away and given again
        ([(SKIPPED, "1"), (SKIPPED, "9")], "5", 1),
    ],
)
def test_the_moment_an_answer_keeps(revisions: list[tuple[str, str]], ended: str | None, place: int) -> None:
    assert standing(revisions, ended) == place


def test_picking_another_item_is_not_taken_for_other_words_of_it(kept: Kept) -> None:
    kept.note(walks=[{"what": "to the park"}, {"what": "to the river"}])
    entry = kept.note(one=[kept.items()["to the park"]])
    changed = changing.edit(kept.journal, entry, "one", [kept.items()["to the river"]])
    assert changed.kept
    assert not [one for one in changed.said if "to the river" in one or "to the park" in one], changed.said
