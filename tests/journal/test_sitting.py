"""A sitting: answers kept as they are given, taken up again anywhere, and fed on only when the entry has ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.errors import GuideError
from guide.journal import look
from guide.journal.shown import feeds_of_entry
from guide.store import derived, pages, rebuilding
from tests.journal.making import Clock, a_round, a_sentence, journal, log, play

HOSTILE = [
    "I felt [/ sad", "[red]angry[/]", "[@click=app.quit]x[/]", "\\", "😀👩‍👩‍👧 🏳️‍🌈", "أشعر بالهدوء", "我觉得很平静",
    "x" * 10000, "a\x1b]52;c;YQ==\x07b\u202ec", "{side} {own-word} %s {0}",
]  # fmt: skip


def test_four_answers_are_a_kept_log_and_feed_its_series(tmp_path: Path) -> None:
    with_log = journal(tmp_path)
    sitting = log(with_log)
    assert sitting.ended and sitting.view().kept == "Both, 7, mood 4"
    assert [point.value for point in derived.points(with_log.store, "core/flatness")] == [7]
    assert [point.value for point in derived.points(with_log.store, "core/mood")] == [4]


def test_a_draft_feeds_nothing_until_it_ends(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    sitting = opened.begin("muted-check")
    sitting.give("both")
    sitting.give(7)
    assert derived.points(opened.store, "core/flatness") == []
    sitting.stop()
    assert [point.value for point in derived.points(opened.store, "core/flatness")] == [7]
    assert look.entry(opened, sitting.entry).how == "stopped"


def test_going_on_where_it_was_left_with_what_was_typed(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    sitting = opened.begin("then-now")
    sitting.give("yes")
    sitting.hold([{"now": "half a sen"}])
    opened.close()
    again = journal(tmp_path)
    (draft,) = again.drafts()
    resumed = again.resume(draft.id)
    view = resumed.view()
    assert view.step is not None and view.step["id"] == "changes"
    assert view.raw == [{"now": "half a sen"}]
    assert again.begin("then-now").entry == sitting.entry


def test_an_answer_that_ended_hidden_is_left_out_and_listed(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    sitting = opened.begin("muted-check")
    sitting.give("both")
    sitting.give(9)
    sitting.back()
    sitting.back()
    sitting.give("neither")
    play(sitting, {"mood": 5})
    assert derived.points(opened.store, "core/flatness") == []
    assert [line.step for line in look.entry(opened, sitting.entry).lines if line.left_out] == ["strength"]


def test_nothing_given_asks_once_and_is_then_left_open(tmp_path: Path) -> None:
    sitting = journal(tmp_path).begin("muted-check")
    asked = sitting.give(None)
    assert asked.question and not asked.kept
    assert sitting.give("").kept
    step = sitting.view().step
    assert step is not None and step["id"] == "strength", (
        "who cannot say which side is asked how flat all the same"
    )


def test_a_wrong_answer_is_one_sentence_and_changes_nothing(tmp_path: Path) -> None:
    sitting = journal(tmp_path).begin("muted-check")
    sitting.give("both")
    assert sitting.give("11").problem == "Please give a whole number from 0 to 10."
    step = sitting.view().step
    assert step is not None and step["id"] == "strength"


def test_more_steps_keep_the_entry_kept_and_can_be_taken_up_again(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    sitting = log(opened)
    assert sitting.more()
    sitting.give("a note")
    assert [draft.id for draft in opened.drafts()] == [sitting.entry]
    again = opened.resume(sitting.entry)
    step = again.view().step
    assert step is not None and step["id"] == "words"
    again.give({"cells": {"joy": "absent"}})
    again.give("a song")
    assert [item.label for item in derived.items(opened.store, "core/got-through")] == ["a song"]
    again.stop()
    assert opened.drafts() == []
    assert len(look.entries(opened)) == 1


def test_stopping_in_the_middle_of_a_round_keeps_the_rounds_that_were_said(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    a_sentence(opened)
    sitting = opened.begin("rehearse")
    step = sitting.view().step
    assert step is not None
    sitting.give([step["choices"][0]["item"]])
    sitting.hold({"rounds": [{"before": 8, "said": True, "after": 9}], "now": {"before": 7}})
    sitting.stop()
    assert [point.value for point in derived.points(opened.store, "core/discomfort")] == [9]
    assert [point.value for point in derived.points(opened.store, "core/expected")] == [8]


def test_undo_takes_the_entry_and_its_points_back_and_they_can_return(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    sitting = log(opened)
    sitting.undo()
    assert look.entries(opened) == [] and derived.points(opened.store, "core/mood") == []
    opened.untrash(sitting.entry)
    assert [point.value for point in derived.points(opened.store, "core/mood")] == [4]


def test_an_exercise_that_needs_something_says_which_one_makes_it(tmp_path: Path) -> None:
    with pytest.raises(
        GuideError,
        match=r"Nothing stands under “My sentences” yet\. The exercise “Build a sentence” fills it\.",
    ):
        journal(tmp_path).begin("rehearse")


def test_words_that_may_mean_danger_are_answered_after_saving_and_never_kept(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    sitting = opened.begin("then-now")
    sitting.give("yes")
    assert sitting.give([{"then": "wanted to die", "now": "I ring my sister"}]).kept
    assert "not safe" in sitting.view().notice
    sitting.give(None)
    assert opened.store.query("SELECT count(*) FROM meta WHERE value LIKE '%die%'")[0][0] == 0
    assert "not safe" not in "".join(str(line) for line in look.entry(opened, sitting.entry).lines)


def test_an_older_item_that_is_only_picked_brings_no_notice(tmp_path: Path) -> None:
    """Its words are not new; words written now beside it are."""
    opened = journal(tmp_path)
    first = opened.begin("then-now")
    for raw in ("yes", [{"then": "wanted to die", "now": "I ring my sister"}], None):
        first.give(raw)
    sitting = opened.begin("build-a-sentence")
    view = sitting.view()
    assert view.step is not None and view.step["kind"] == "pick"
    assert sitting.give([view.step["choices"][0]["item"]]).kept
    assert sitting.view().notice == ""
    assert sitting.back() and sitting.give([{"own": "I wanted to die then"}]).kept
    assert "not safe" in sitting.view().notice


def test_what_a_question_is_about_stays_in_view_while_it_is_asked(tmp_path: Path) -> None:
    """`of` names it, also behind `m`, where it was picked some steps before."""
    (tmp_path / "packs" / "about").mkdir(parents=True)
    (tmp_path / "packs" / "about" / "pack.yaml").write_text(
        "format: 1\nid: about\nversion: '1'\ntitle: About\nlanguage: en\n"
        "collections: {facts: {title: Facts, fields: {what: {title: What}}, label: '{what}'}}\n"
        "series: {fair: {title: Fair, range: {min: 0, max: 10}, per: facts}}\n"
        "exercises:\n  - id: one\n    title: One\n    steps:\n"
        "      - {id: made, kind: short, prompt: A fact, collect: facts}\n"
        "      - {id: which, kind: pick, prompt: Which one, from: facts, own: what}\n"
        "      - {id: between, kind: yes-no, prompt: And so}\n"
        "      - {id: rate, kind: scale, prompt: How fair is it, track: fair, of: which, more: true}\n",
        encoding="utf-8",
    )
    sitting = journal(tmp_path).begin("about/one")
    for raw in ("rang Ann", [{"own": "fed the cat"}], "yes"):
        assert sitting.give(raw).kept
        assert not sitting.view().in_view
    assert sitting.more()
    assert sitting.view().in_view == [("Which one", "fed the cat")]


def test_old_drafts_go_to_review_by_themselves_and_their_answers_count(tmp_path: Path) -> None:
    clock = Clock()
    opened = journal(tmp_path, clock)
    sitting = opened.begin("muted-check")
    sitting.give("both")
    opened.close()
    clock.move(days=8)
    later = journal(tmp_path, clock)
    assert later.drafts() == []
    assert [row.how for row in look.entries(later)] == ["stopped"]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_kept_literally_without_controls(tmp_path: Path, words: str) -> None:
    opened = journal(tmp_path)
    sitting = log(opened)
    sitting.more()
    outcome = sitting.give(words)
    kept = words[:500]
    if not outcome.kept:
        assert "up to 500 fit" in outcome.problem
        sitting.give(kept)
    (line,) = [one for one in look.entry(opened, sitting.entry).lines if one.step == "note"]
    shown = "\n".join(line.words)
    assert "\x1b" not in shown and "\x07" not in shown and "\u202e" not in shown
    if kept.isprintable() and words is not HOSTILE[-2]:
        assert shown == kept.strip()


MOVES = st.lists(
    st.sampled_from(["good", "bad", "skip", "back", "more", "stop", "resume", "hold"]), max_size=14
)
RAWS = {
    "side": "both", "strength": 5, "mood": "cannot-tell", "note": "n", "words": {"cells": {"joy": "muted"}},
    "through": "a song", "day": ["no-rest"], "restless": None,
}  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_any_sequence_of_moves_leaves_a_store_that_rebuilds_to_itself(
    tmp_path: Path, moves: list[str]
) -> None:
    import shutil

    folder = tmp_path / "walk"
    shutil.rmtree(folder, ignore_errors=True)
    opened = journal(folder)
    sitting = opened.begin("muted-check")
    for move in moves:
        step = sitting.view().step
        if move == "good" and step is not None:
            assert sitting.give(RAWS[step["id"]]).kept or RAWS[step["id"]] is None
        elif move == "bad" and step is not None and step["kind"] != "text":
            assert not sitting.give({"nonsense": 1}).kept
        elif move == "skip":
            sitting.skip()
        elif move == "back":
            sitting.back()
        elif move == "more":
            sitting.more()
        elif move == "stop":
            sitting.stop()
        elif move == "resume":
            sitting = opened.resume(sitting.entry)
        elif move == "hold":
            sitting.hold({"cells": {"joy": "absent"}})
    before = [derived.points(opened.store, name) for name in ("core/flatness", "core/mood")]
    items = derived.items(opened.store, "core/got-through")
    rebuilding.rebuild(opened.store, feeds_of_entry)
    assert [derived.points(opened.store, name) for name in ("core/flatness", "core/mood")] == before
    assert derived.items(opened.store, "core/got-through") == items
    pages.entry(opened.store, sitting.entry)
    opened.close()


def test_points_of_a_round_pair_what_was_expected_with_what_was(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    a_sentence(opened)
    a_round(opened, 8, 5)
    a_round(opened, 6, "numb")
    discomfort = derived.points(opened.store, "core/discomfort")
    assert [(point.state, point.value) for point in discomfort] == [("given", 5), ("numb", None)]
    assert [point.value for point in derived.points(opened.store, "core/expected")] == [8, 6]


def test_half_a_record_is_kept_when_one_stops_and_shown_as_unfinished(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    sitting = opened.begin("then-now")
    sitting.give("yes")
    sitting.hold(
        [{"now": "ring Ann"}, {"then": "hid from messages", "now": "now"}, {"then": "stayed in", "now": ""}]
    )
    sitting.hold([{"fields": {"now": "ring Ann"}}, {"fields": {"then": "hid from messages"}, "now": "now"}])
    sitting.stop()
    lines = look.entry(opened, sitting.entry).lines
    assert [line.state for line in lines] == ["given", "given", look.UNFINISHED]
    assert lines[-1].words == ["hid from messages"]
    assert [item.label for item in derived.items(opened.store, "core/skills")] == ["ring Ann"]


@pytest.mark.parametrize(
    ("fields", "kept"),
    [({"now": "bbbbb"}, []), ({"then": "stayed in", "now": "went out"}, ["stayed in -> went out"])],
)
def test_half_a_word_of_a_new_record_is_no_item(
    tmp_path: Path, fields: dict[str, str], kept: list[str]
) -> None:
    """Stopped while its only field was being written; it stays with the entry as unfinished."""
    opened = journal(tmp_path)
    sitting = opened.begin("then-now")
    sitting.give("yes")
    sitting.hold([{"fields": fields, "now": "now"}])
    sitting.stop()
    assert [item.label for item in opened.facts()] == kept
    (row,) = look.entries(opened)
    lines = [line for line in look.entry(opened, row.id).lines if line.state == look.UNFINISHED]
    assert [line.words for line in lines] == ([] if kept else [["bbbbb"]])


def test_a_round_said_and_then_cut_off_counts(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    a_sentence(opened)
    sitting = opened.begin("rehearse")
    step = sitting.view().step
    assert step is not None
    sitting.give([step["choices"][0]["item"]])
    sitting.hold({"rounds": [], "now": {"before": 7, "said": True}})
    sitting.stop()
    assert [point.state for point in derived.points(opened.store, "core/discomfort")] == ["skipped"]


def test_opening_an_exercise_and_stopping_at_once_counts_nowhere(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    opened.begin("then-now").stop()
    assert look.entries(opened) == [] and opened.drafts() == []


def test_the_same_answer_given_again_is_no_earlier_wording(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    sitting = opened.begin("muted-check")
    sitting.give("both")
    sitting.back()
    sitting.give("both")
    sitting.give(3)
    sitting.back()
    sitting.give(4)
    play(sitting, {"mood": 5})
    lines = look.entry(opened, sitting.entry).lines
    earlier = {line.step: [old.words for old in line.earlier] for line in lines}
    assert earlier == {"side": [], "strength": [["3 of 10"]], "mood": []}


def test_an_exercise_that_was_only_looked_at_leaves_no_draft(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    opened.begin("then-now").look_away()
    assert opened.drafts() == []
    sitting = opened.begin("then-now")
    sitting.hold({"other": "x"})
    sitting.look_away()
    assert [draft.id for draft in opened.drafts()] == [sitting.entry]


def test_cut_off_between_the_last_answer_and_the_end_it_is_finished_at_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from guide.journal.sitting import Sitting

    opened = journal(tmp_path)
    with monkeypatch.context() as cut:
        cut.setattr(Sitting, "finish", lambda self: None)
        sitting = log(opened)
    assert derived.points(opened.store, "core/mood") == []
    opened.resume(sitting.entry)
    assert [point.value for point in derived.points(opened.store, "core/mood")] == [4]
    assert opened.drafts() == []
