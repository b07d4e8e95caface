"""Numbers, dates, plans, items gone through or changed, and what is shown only: what their prompts do besides."""

from __future__ import annotations

import pytest

from guide.journal.journal import Journal
from guide.plain.prompts import update
from guide.store import derived
from guide.words import notices
from guide.words import plain as words

from .talking import stored, talk, waiting_at


def flat(text: str) -> str:
    return " ".join(text.split())


# -- numbers and dates --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("30 minutes", ("given", 30)),
        ("2,5", ("given", 2.5)),
        ("numb", ("numb", None)),
        ("cannot tell", ("cannot-tell", None)),
        ("0", ("given", 0)),
    ],
)
def test_a_number_is_read_and_stands_in_brackets_on_the_way_back(
    full: Journal, typed: str, kept: tuple[str, object]
) -> None:
    _, shown = talk(full, "a-number", [typed, "back", "", ""])
    assert stored(full, "a-number") == [kept, kept]
    assert shown.count("A number (minutes). From 0 to 300. Or numb, or: cannot tell") == 2


def test_where_numb_is_no_answer_the_word_is_not_taken(full: Journal) -> None:
    _, shown = talk(full, "a-count", ["numb", "3", "pause"])
    assert words.NO_NUMB in flat(shown)
    assert stored(full, "a-count", "one") == [("given", 3)]


def test_a_date_is_said_back_when_it_was_not_typed_as_a_date(full: Journal) -> None:
    _, shown = talk(full, "a-date", ["yesterday", "back", "14 March 2026", ""])
    assert "That is 22 November 2026." in shown
    assert "That is 14 March 2026." not in shown
    assert "[22 November 2026] >" in shown


def test_yesterday_stays_the_day_it_was(full: Journal) -> None:
    """Held as a day: taken up again a week later, it is no other one."""
    talk(full, "a-dated-list", ["less of it", "yesterday", "pause"])
    assert '"yesterday"' not in "\n".join(full.store.connection.iterdump())
    talk(full, "a-dated-list", ["", "", ""])
    assert stored(full, "a-dated-list")[0][1][0]["fields"]["when"]["date"] == "2026-11-22"


# -- a plan -------------------------------------------------------------------------------------------


def test_a_plan_says_what_it_is_for_and_is_gone_through_again_on_the_way_back(full: Journal) -> None:
    _, shown = talk(full, "a-plan", ["2", "it rings", "I go", "", "back", "", "I go at once", "it rains", ""])
    assert "It is for:\n  rang my sister on Tuesday\n" in shown
    assert words.LIST_FULL not in shown
    first, second = stored(full, "a-plan")
    assert first[1][0]["fields"] == {"cue": "it rings", "action": "I go"}
    assert second[1][0]["fields"] == {"cue": "it rings", "action": "I go at once", "obstacle": "it rains"}
    assert first[1][0]["item"] == second[1][0]["item"]


def test_half_a_plan_is_said_to_be_lost_before_it_is(full: Journal) -> None:
    _, shown = talk(full, "a-plan", ["1", "it rings", "stop", "pause"])
    assert words.SMALL_LOSS in flat(shown)
    assert waiting_at(full, "a-plan") == "it"
    _, shown = talk(full, "a-plan", ["I go", "stop"])
    assert stored(full, "a-plan")[0][1][0]["fields"] == {"cue": "it rings", "action": "I go"}


def test_a_plan_ends_with_its_last_part(full: Journal) -> None:
    _, shown = talk(full, "a-plan", ["1", "it rings", "I go", "it rains", ""])
    assert words.ANOTHER not in shown
    assert [one.label for one in derived.items(full.store, "kinds/plans")] == ["If it rings, then I go"]


# -- going through items ------------------------------------------------------------------------------


def test_every_question_may_be_left_open_and_done_ends_the_page(full: Journal) -> None:
    _, shown = talk(full, "an-update", ["", "2", "done", ""])
    assert [one["fields"] for one in stored(full, "an-update")[0][1]] == [{"state": "done"}]
    assert "2 of 2" not in shown


def test_nothing_given_asks_once_and_begins_anew_for_whoever_answers_then(full: Journal) -> None:
    _, shown = talk(full, "an-update", ["done", "4", "", "", "done", ""])
    assert notices.LEAVE_OPEN.split("?")[0] in shown
    assert [one["fields"] for one in stored(full, "an-update")[0][1]] == [{"level": 4}]


def test_back_goes_one_question_back_and_skip_leaves_one_open(full: Journal) -> None:
    talk(full, "an-update", ["4", "1", "back", "skip", "done", ""])
    assert [one["fields"] for one in stored(full, "an-update")[0][1]] == [{"level": 4}]
    _, shown = talk(full, "an-update", ["back", "pause"])
    assert words.FIRST_STEP in shown


def test_it_goes_on_at_the_question_that_was_left_also_after_open_ones(full: Journal) -> None:
    talk(full, "an-update", ["", "", "", "pause"])
    _, shown = talk(full, "an-update", ["2", "done", ""])
    assert "1 of 2" not in shown
    assert "2 of 2: calls" in shown
    assert [one["fields"] for one in stored(full, "an-update")[0][1]] == [{"level": 2}]


def test_stopping_in_the_middle_keeps_what_was_given_without_a_warning(full: Journal) -> None:
    _, shown = talk(full, "an-update", ["4", "stop"])
    assert words.SMALL_LOSS not in flat(shown)
    assert [one["fields"] for one in stored(full, "an-update")[0][1]] == [{"level": 4}]


def test_a_lone_zero_stays_on_the_way_back(full: Journal) -> None:
    talk(full, "an-update", ["0", "done", "back", *[""] * 7])
    assert [one["fields"] for one in stored(full, "an-update")[-1][1]] == [{"level": 0}]


def test_the_questions_are_those_of_the_item(full: Journal) -> None:
    _, shown = talk(full, "an-update", ["8", "7", "", "x", "", "5", "4", "done", ""])
    assert "A number. From 0 to 7. Or numb." in shown
    assert "A number. From 1 to 4. Or numb." in shown
    assert "Please give a number from 0 to 7" in shown
    assert "made up" in shown
    levels = [(one.value, one.item) for one in derived.points(full.store, "kinds/level")]
    names = {one.id: one.label for one in derived.items(full.store, "kinds/measures")}
    assert [(value, names[item]) for value, item in levels] == [(7, "walks"), (4, "calls")]


@pytest.mark.parametrize(
    ("prompt", "asked"),
    [
        ("words a day: where is it today", "Where is it today"),
        ("Where is words a day", "Where is words a day"),
        ("words a day:", "words a day:"),
    ],
)
def test_a_question_leaves_out_the_item_that_stands_right_above_it(prompt: str, asked: str) -> None:
    assert update._without("words a day", prompt) == asked


def test_swapped_ends_are_said_at_the_number_that_does_not_fit(full: Journal) -> None:
    lines = ["20", "rides", "10", "0", "back", "1", "5", "", ""]
    _, shown = talk(full, "seed-more", lines)
    assert shown.count("The lowest (10) is not below the highest (0).") == 1
    assert words.BACK_TO_CHANGE in flat(shown)
    assert [one["fields"] for one in stored(full, "seed-more", "measures")[0][1]] == [
        {"what": "rides", "least": 1, "most": 5}
    ]


# -- lists: what is there already ---------------------------------------------------------------------


def test_an_item_that_was_opened_and_not_changed_is_no_new_version(full: Journal) -> None:
    talk(full, "an-edit", ["edit 1", "", "", "", "it was new", "", ""])
    assert [one["fields"] for one in stored(full, "an-edit")[0][1]] == [{"now": "it was new"}]
    talk(full, "an-edit", ["edit 1", "stop"])
    versions = [
        len(derived.item_versions(full.store, one.id)) for one in derived.items(full.store, "kinds/facts")
    ]
    assert versions == [1, 1, 1]


def test_edit_is_a_command_at_every_field_once_it_was_announced(full: Journal) -> None:
    talk(full, "an-edit", ["stayed in"])
    code, shown = talk(full, "an-edit", ["edit 1", "", "went by bike", "went out", "", "", ""])
    assert code == 0 and words.LIST_EDIT in shown
    assert [one["fields"] for one in stored(full, "an-edit")[0][1]] == [
        {"then": "stayed in", "now": "went out"},
        {"now": "went by bike"},
    ]


def test_back_leaves_an_opened_item_as_it_is(full: Journal) -> None:
    talk(full, "an-edit", ["edit 1", "back", "", "it was new", "", ""])
    assert [one["fields"] for one in stored(full, "an-edit")[0][1]] == [{"now": "it was new"}]


def test_a_number_that_is_not_there_and_the_words_themselves(full: Journal) -> None:
    _, shown = talk(full, "an-edit", ["edit 9", "\\edit 1", "I went", "", ""])
    assert words.EDIT_NONE in shown
    assert [one["fields"] for one in stored(full, "an-edit")[0][1]] == [{"then": "edit 1", "now": "I went"}]


def test_a_full_list_can_still_be_changed(full: Journal) -> None:
    lines = ["", "one", "x1", "two", "x2", "three", "back", "edit 5", "y2", "second", ""]
    _, shown = talk(full, "an-edit", lines)
    assert words.LIST_FULL in shown
    assert words.LIST_FULL_HERE in shown
    assert "  4  Then I: x1 · Now I: two\n" in shown
    records = [one["fields"] for one in stored(full, "an-edit")[-1][1]]
    assert records == [{"now": "one"}, {"then": "x1", "now": "two"}, {"then": "y2", "now": "second"}]


def test_a_full_list_is_left_by_back_and_by_enter(full: Journal) -> None:
    lines = ["", "one", "x1", "two", "x2", "three", "back", "wrong", "back", "third", "", ""]
    _, shown = talk(full, "an-edit", lines)
    assert shown.count(words.LIST_FULL_HERE) == 2
    assert stored(full, "an-edit")[-1][1][2]["fields"] == {"then": "x2", "now": "third"}


def test_many_items_are_shown_by_their_latest_and_all_shows_the_others(full: Journal) -> None:
    for n in range(20):
        talk(full, "a-short-fact", [f"fact {n}", "", ""])
    _, shown = talk(full, "an-edit", ["all", "edit 3", "", "the first", "", ""])
    before, _, after = shown.partition("> all")
    assert "fact 8" in before
    assert "fact 7" not in before
    assert "  11  fact 8\n" in before
    assert "Type all to see 10 more." in before
    assert "  3  fact 0\n" in after
    assert derived.item(full.store, stored(full, "an-edit")[0][1][0]["item"]).label == "fact 0 -> the first"  # type: ignore[union-attr]


def test_what_is_only_shown_has_no_numbers_and_cannot_be_changed(full: Journal) -> None:
    _, shown = talk(full, "a-show", ["edit 1", "", ""])
    assert "There already:\n  rang my sister on Tuesday\n  went to the meeting\n" in shown
    assert words.LIST_EDIT not in shown
    assert [one["fields"] for one in stored(full, "a-show")[0][1]] == [{"now": "edit 1"}]


def test_several_lines_in_a_record_go_on_where_they_were(full: Journal) -> None:
    talk(full, "a-long-list", ["one", "pause"])
    talk(full, "a-long-list", ["two", ".", "5", "", ""])
    assert [one["fields"] for one in stored(full, "a-long-list")[0][1]] == [{"text": "one\ntwo", "rate": 5}]


def test_a_part_of_a_record_has_its_examples(full: Journal) -> None:
    _, shown = talk(full, "a-dated-list", ["x", "pause"])
    assert "  made up\nHalf a sentence to finish:\n  I\n" in shown


# -- sentences and rows from a collection -------------------------------------------------------------


def test_an_earlier_sentence_becomes_a_new_version_of_itself(full: Journal) -> None:
    (before,) = derived.items(full.store, "kinds/sentences")
    talk(full, "a-revise", ["1", "2", "I rang her, and that was me", "8", ""])
    (after,) = derived.items(full.store, "kinds/sentences")
    assert after.id == before.id
    assert after.label == "I rang her, and that was me"
    assert len(derived.item_versions(full.store, after.id)) == 2


@pytest.mark.parametrize("lines", [["2", "new", "1"], ["2", "1"], ["1"]])
def test_new_and_a_start_begin_another_sentence(full: Journal, lines: list[str]) -> None:
    talk(full, "a-revise", ["1", *lines, "8", ""])
    assert len(derived.items(full.store, "kinds/sentences")) == 2


def test_an_earlier_sentence_is_taken_up_again_after_a_pause(full: Journal) -> None:
    talk(full, "a-revise", ["1", "2", "pause"])
    _, shown = talk(full, "a-revise", ["other words", "8", ""])
    assert words.SENTENCE_REVISES in flat(shown)
    assert [one.label for one in derived.items(full.store, "kinds/sentences")] == ["other words"]


def test_stopping_leaves_no_name_of_an_item_behind_as_words(full: Journal) -> None:
    talk(full, "a-revise", ["1", "2", "other words", "stop"])
    assert [one.label for one in derived.items(full.store, "kinds/sentences")] == ["other words"]
    assert full.store.query("SELECT count(*) FROM typing") == [(0,)]


def test_a_row_that_was_put_away_meanwhile_does_not_stand_in_the_way(full: Journal) -> None:
    talk(full, "a-grid-of-facts", ["1", "pause"])
    for one in derived.items(full.store, "kinds/facts", order="oldest")[:1]:
        derived.archive(full.store, one.id)
    code, _ = talk(full, "a-grid-of-facts", ["back", "a", "", ""])
    assert code == 0
    assert list(stored(full, "a-grid-of-facts")[0][1]["cells"].values()) == ["gone"]


def test_an_item_that_was_put_away_meanwhile_does_not_stand_in_the_way(full: Journal) -> None:
    talk(full, "an-update", ["3", "pause"])
    for one in derived.items(full.store, "kinds/measures", order="oldest")[:1]:
        derived.archive(full.store, one.id)
    code, _ = talk(full, "an-update", ["2", "done", ""])
    assert code == 0
    assert [one["fields"] for one in stored(full, "an-update")[0][1]] == [{"level": 2}]


def test_a_grid_left_open_begins_anew_for_whoever_answers_then(full: Journal) -> None:
    talk(full, "a-grid-of-facts", ["", "", "1", "a", ""])
    assert list(stored(full, "a-grid-of-facts")[0][1]["cells"].values()) == ["same", "gone"]


# -- what is only shown -------------------------------------------------------------------------------


def test_a_chart_says_its_words_and_draws_when_asked(full: Journal) -> None:
    _, shown = talk(full, "a-chart", ["draw", ""])
    before, _, after = shown.partition("> draw")
    assert "20 on 23 Nov" in before
    assert "┤" not in before
    assert "“I went out.”" in before
    assert "┤" in after
    assert stored(full, "a-chart") == [("given", None)]


def test_a_recall_and_a_count_are_read_and_enter_goes_on(full: Journal) -> None:
    _, shown = talk(full, "a-recall", ["", ""])
    assert "20 minutes" in shown
    _, shown = talk(full, "a-count", ["3", "4.5", "what", "", ""])
    assert "  7.5 (from 2 of 2 answers)\n" in shown
    assert words.READ in shown
    assert notices.LEAVE_OPEN.split("?")[0] not in shown


def test_a_count_of_nothing_says_so_and_is_left_open(full: Journal) -> None:
    code, shown = talk(full, "a-count", ["", "", "", "", "", ""])
    assert code == 0
    assert "Nothing was given to count." in shown
