"""Every command word at every kind, with and without a backslash."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import look
from guide.journal.journal import Journal
from guide.words import home, notices, support, why
from guide.words import plain as words

from .talking import KINDS, newest, opened, stored, talk, waiting_at

ALL = sorted(KINDS)
# Kinds whose first prompt takes words, so that an escaped command is an answer.
TAKES_WORDS = {
    "a-short": ["\\{}", ""],
    "a-long": ["\\{}", "."],
    "a-list": ["\\{}", "", "", ""],
    "a-dated-list": ["\\{}", "2026-01-01", "", "", ""],
    "a-show": ["\\{}", "", ""],
    "a-long-list": ["\\{}", ".", "5", "", ""],
}
NUMB_IS_AN_ANSWER = {"a-scale", "a-rehearse", "a-number", "an-update"}


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("word", ["pause", "quit", "PAUSE", " quit "])
def test_pause_leaves_a_draft_at_this_step(full: Journal, name: str, word: str) -> None:
    code, shown = talk(full, name, [*KINDS[name][0], word])
    assert code == 0
    assert notices.PAUSED in shown
    assert [row.exercise for row in full.drafts()] == [f"kinds/{name}"]
    assert waiting_at(full, name) == "it"


@pytest.mark.parametrize("name", ALL)
def test_stop_ends_here_and_keeps_what_was_done(full: Journal, name: str) -> None:
    code, shown = talk(full, name, [*KINDS[name][0], "stop"])
    assert (code, home.STOPPED in shown) == (0, True)
    assert full.drafts() == []
    if not KINDS[name][0]:
        assert [row.id for row in look.entries(full) if row.exercise.endswith(f"/{name}")] == []
        return  # nothing was given, so nothing is counted
    assert newest(full, name).how == "stopped"
    assert stored(full, name) == [("not-reached", None)]


@pytest.mark.parametrize("name", ALL)
def test_skip_leaves_the_step_open(full: Journal, name: str) -> None:
    code, _ = talk(full, name, [*KINDS[name][0], "skip", ""])
    assert code == 0
    assert stored(full, name) == [("skipped", None)]
    assert newest(full, name).how == "finished"


@pytest.mark.parametrize("name", ALL)
def test_back_goes_to_the_step_before_or_says_that_there_is_none(full: Journal, name: str) -> None:
    lead, good = KINDS[name]
    code, shown = talk(full, name, [*lead, "back", *([""] if lead else []), *good, ""])
    assert code == 0, shown
    assert (words.FIRST_STEP in shown) == (not lead)
    assert stored(full, name)[0][0] == "given"


@pytest.mark.parametrize("name", ALL)
def test_help_answers_in_place_and_keeps_the_prompt(full: Journal, name: str) -> None:
    lead, good = KINDS[name]
    code, shown = talk(full, name, [*lead, "Help", "help weeks", *good, ""])
    assert code == 0, shown
    assert "call your local emergency number" in shown
    assert "racing thoughts" in shown
    assert stored(full, name)[0][0] == "given"


@pytest.mark.parametrize("name", ALL)
def test_why_answers_in_place(full: Journal, name: str) -> None:
    lead, good = KINDS[name]
    code, shown = talk(full, name, [*lead, "?", *good, ""])
    assert code == 0, shown
    assert why.HEAD in shown
    assert stored(full, name)[0][0] == "given"


@pytest.mark.parametrize("name", ALL)
def test_more_says_when_there_is_nothing_more(full: Journal, name: str) -> None:
    lead, good = KINDS[name]
    code, shown = talk(full, name, [*lead, "more", *good, ""])
    assert (code, words.NO_MORE in shown) == (0, True), shown


@pytest.mark.parametrize("name", sorted(set(ALL) - NUMB_IS_AN_ANSWER))
def test_numb_says_when_it_is_no_answer(full: Journal, name: str) -> None:
    lead, good = KINDS[name]
    code, shown = talk(full, name, [*lead, "numb", *good, ""])
    assert (code, words.NO_NUMB in shown) == (0, True), shown
    assert stored(full, name)[0][0] == "given"


def test_how_the_word_itself_is_typed_is_said_where_words_are_an_answer(full: Journal) -> None:
    for name, typed in (("a-short", True), ("a-list", True), ("a-yes-no", False), ("a-date", False)):
        _, shown = talk(full, name, [*KINDS[name][0], "numb", *KINDS[name][1], ""])
        assert (words.NUMB_WORD in shown) is typed, name


def test_numb_is_an_answer_where_a_scale_takes_it(full: Journal) -> None:
    talk(full, "a-scale", ["numb", ""])
    assert stored(full, "a-scale") == [("numb", None)]


def test_numb_is_the_option_of_that_name(full: Journal) -> None:
    talk(full, "a-numb-choice", ["numb", ""])
    assert stored(full, "a-numb-choice") == [("given", "numb")]


def test_an_option_named_like_a_command_is_reached_by_number_and_backslash(full: Journal) -> None:
    for line in ("3", "\\stop"):
        talk(full, "a-numb-choice", [line, ""])
        assert stored(full, "a-numb-choice") == [("given", "stop")]


@pytest.mark.parametrize(
    "word", ["skip", "back", "pause", "stop", "numb", "help", "?", "more", "quit", "help weeks"]
)
@pytest.mark.parametrize("name", sorted(TAKES_WORDS))
def test_a_backslash_makes_it_a_word(full: Journal, name: str, word: str) -> None:
    lines = [line.format(word) for line in TAKES_WORDS[name]]
    if name == "a-list":
        lines = [*lines[:1], f"\\{word}", *lines[1:], ""]
    code, shown = talk(full, name, [*lines, ""])
    assert code == 0, shown
    value = stored(full, name)[0][1]
    found = [value] if isinstance(value, str) else [*value[0]["fields"].values()]
    assert found[0] == word
    assert name != "a-list" or found == [word, word]


def test_two_backslashes_leave_one(full: Journal) -> None:
    talk(full, "a-short", ["\\\\skip", "", ""])
    assert stored(full, "a-short") == [("given", "\\skip")]


def test_a_sentence_with_a_command_in_it_is_no_command(full: Journal) -> None:
    talk(full, "a-short", ["I could not stop laughing on Tuesday", ""])
    assert stored(full, "a-short")[0][0] == "given"


def test_a_letter_that_line_mode_uses_is_reached_by_number(full: Journal) -> None:
    code, shown = talk(full, "a-choice", ["?", "3", ""])
    assert code == 0
    assert words.CHOOSE_KEY_WHY.format(text="Not sure", number=3) in shown
    talk(full, "a-choice", ["\\?", ""])
    assert stored(full, "a-choice") == [("given", "unsure")]


@pytest.mark.parametrize("line", ["b", "B", "2", "blue", "deep  BLUE".replace("  ", " ")])
def test_an_option_by_letter_number_id_or_words(full: Journal, line: str) -> None:
    talk(full, "a-choice", [line, ""])
    assert stored(full, "a-choice") == [("given", "blue")]


@pytest.mark.parametrize("line", ["+ sea, green", "own: sea, green", "OWN:sea, green"])
def test_words_of_ones_own(full: Journal, line: str) -> None:
    talk(full, "a-choice", [line, ""])
    assert stored(full, "a-choice") == [("given", {"other": "sea, green"})]
    talk(full, "a-choices", [f"1 {line}", ""])
    assert stored(full, "a-choices") == [("given", ["red", {"other": "sea, green"}])]


def test_skip_inside_leaves_one_part_open_and_drops_nothing(full: Journal) -> None:
    talk(full, "a-list", ["stayed in", "went out", "skip", "skip", "", ""])
    assert [one["fields"] for one in stored(full, "a-list")[0][1]] == [
        {"then": "stayed in", "now": "went out"}
    ]


def test_back_inside_a_list_changes_the_field_before(full: Journal) -> None:
    talk(full, "a-list", ["stayed in", "back", "stayed at home", "went out", "", "", "", ""])
    assert stored(full, "a-list")[0][1][0]["fields"] == {"then": "stayed at home", "now": "went out"}


def test_back_out_of_a_half_written_step_keeps_it(full: Journal) -> None:
    lines = ["1", "I went out on Tuesday", "back", "back", "2", "", "n", "7", ""]
    code, shown = talk(full, "a-sentence", lines)
    assert code == 0, shown
    assert stored(full, "a-sentence")[0][1]["text"] == "I went out on Tuesday"
    assert stored(full, "a-sentence", "facts")[-1][1][0]["label"] == "rang my sister on Tuesday"


def test_stop_keeps_whole_records_and_says_when_one_is_half_written(full: Journal) -> None:
    code, shown = talk(full, "a-list", ["", "went out", "", "", "half", "stop", "stop"])
    assert code == 0
    assert shown.count(words.SMALL_LOSS.split()[0]) >= 1
    assert [one["fields"] for one in stored(full, "a-list")[0][1]] == [{"now": "went out"}]
    assert full.drafts() == []


def test_pause_after_that_warning_keeps_the_half_written_one(full: Journal) -> None:
    talk(full, "a-list", ["", "went out", "", "", "half", "stop", "pause"])
    talk(full, "a-list", ["whole", "", "", "", ""])
    assert [one["fields"] for one in stored(full, "a-list")[0][1]] == [
        {"now": "went out"},
        {"then": "half", "now": "whole"},
    ]


def test_skip_asks_once_before_words_go(full: Journal) -> None:
    _, shown = talk(full, "a-long", ["a line", "skip", "."])
    assert words.SKIP_LOSS in " ".join(shown.split())
    assert stored(full, "a-long") == [("given", "a line")]
    talk(full, "a-long", ["a line", "skip", "skip", ""])
    assert stored(full, "a-long") == [("skipped", None)]


def test_a_round_that_was_said_counts_when_it_is_stopped(full: Journal) -> None:
    talk(full, "a-rehearse", ["1", "9", "", "2", "stop"])
    state, value = stored(full, "a-rehearse")[0]
    assert (state, [one["said"] for one in value["rounds"]]) == ("given", [True])
    assert "after" not in value["rounds"][0]


def test_a_round_left_unsaid_is_none(full: Journal) -> None:
    talk(full, "a-rehearse", ["1", "3", "", "no", "", ""])
    assert stored(full, "a-rehearse") == [("skipped", None)]


def test_strong_discomfort_offers_stop_first(full: Journal) -> None:
    _, shown = talk(full, "a-rehearse", ["1", "", "", "", "8", "", "t", "", ""])
    assert "That was strong." in shown
    assert support.OLDER.split(".")[0] in " ".join(shown.split())
    assert len(stored(full, "a-rehearse")[0][1]["rounds"]) == 1


def test_smaller_opens_the_exercise_that_makes_sentences(full: Journal) -> None:
    code, shown = talk(full, "a-rehearse", ["1", "", "", "", "9", "", "s", "pause"])
    assert code == 0
    assert "\nSeed\n" in shown
    assert [row.exercise for row in full.drafts()] == ["kinds/seed"]


def test_the_last_way_is_remembered(full: Journal) -> None:
    talk(full, "a-rehearse", ["1", "", "", "2", "3", "", "n", ""])
    assert full.state("last-way") == "head"
    _, shown = talk(full, "a-rehearse", ["1", "", "", "", "3", "", "n", ""])
    assert "[2] > \n" in shown
    assert stored(full, "a-rehearse")[0][1]["rounds"][0]["way"] == "head"


def test_an_offer_opens_at_the_end_and_pages_open_in_place(full: Journal) -> None:
    code, shown = talk(full, "a-text", ["1", "2", "3", "7", ""])
    assert code == 0, shown
    assert support.TITLE in shown
    assert "Emergency" in shown
    assert stored(full, "a-scale") == [("given", 7)]


def test_leave_open_is_asked_once(full: Journal) -> None:
    _, shown = talk(full, "a-scale", ["", "", ""])
    assert shown.count(notices.LEAVE_OPEN) == 1
    assert stored(full, "a-scale") == [("skipped", None)]
    talk(full, "a-scale", ["", "4", ""])
    assert stored(full, "a-scale") == [("given", 4)]


def test_more_undo_and_back_at_the_end(full: Journal) -> None:
    _, shown = talk(full, "two", ["l 3 4", "more", "a note", "back", "another note", ""])
    assert "Saved.\n" in shown, "short answers stand there for the quick log alone"
    assert [value for state, value in stored(full, "two", "note") if state == "given"] == [
        "a note",
        "another note",
    ]
    talk(full, "two", ["2", "5", "undo"])
    assert stored(full, "two", "three") == [("given", 4)], "the entry before is the newest again"


def test_answers_in_one_line_never_land_on_another_question(full: Journal) -> None:
    _, shown = talk(full, "two", ["right 7 4", "9", ""])
    assert words.CHOOSE_AT_ONCE_LEFT in shown
    assert stored(full, "two", "three") == [("given", 9)]
    assert stored(full, "two", "two") == [("hidden", None)]


def test_an_answer_is_shown_and_kept_when_one_comes_back(full: Journal) -> None:
    _, shown = talk(full, "two", ["l", "3", "back", "", "", "4", ""])
    assert "[3] > " in shown
    assert stored(full, "two", "two")[-1] == ("given", 3)


def test_why_says_help_first_then_reasons_then_each_source_with_its_limits(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(
        'format: 1\nid: mine\nversion: "1"\ntitle: Mine\nlanguage: en\n'
        "sources: {s: {cite: Somebody (2020)., says: It was seen., limits: In one place only.}}\n"
        "exercises:\n  - id: only\n    title: Only\n    why: Because it is tried.\n    cites: s\n    steps:\n"
        "      - {id: a, kind: short, prompt: What, help: Any words., optional: true}\n",
        encoding="utf-8",
    )
    made = opened(tmp_path / "notes", packs=(pack,))
    _, shown = talk(made, "mine/only", ["?", ""])
    said = " ".join(shown.partition("> ?")[2].split())
    assert said.startswith(
        f"Any words. {why.HEAD} Because it is tried. It was seen. What it cannot show: In one place only. "
        "Source: Somebody (2020)."
    )
    made.close()


def test_an_offer_opens_at_the_end_only_and_more_waits_for_it(full: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "ways"
    folder.mkdir()
    (folder / "pack.yaml").write_text(WAYS, encoding="utf-8")
    journal = opened(tmp_path / "home", packs=(folder,))
    _, shown = talk(journal, "walk", ["more", "1", "y", "", ""])
    assert words.MORE_LATER in shown
    assert "“Another walk” opens when this one is at its end." in shown
    assert shown.index("Was it fine") < shown.index("\nAnother walk\n")
    _, shown = talk(journal, "walk", ["1", "pause"])
    assert "\nAnother walk\n" not in shown, "who leaves is not led on"


def test_behind_more_the_numbers_go_on(full: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "ways"
    folder.mkdir()
    (folder / "pack.yaml").write_text(WAYS, encoding="utf-8")
    journal = opened(tmp_path / "home", packs=(folder,))
    _, shown = talk(journal, "walk", ["", "y", "more", "y", ""])
    assert "Step 3\nAnd after" in shown


WAYS = """format: 1
id: ways
version: "1"
title: Ways
language: en
exercises:
  - id: walk
    title: A walk
    steps:
      - {id: card, kind: text, text: Something to read., offer: [other, support]}
      - {id: asked, kind: yes-no, prompt: Was it fine}
      - {id: behind, kind: yes-no, prompt: And after, more: true}
  - id: other
    title: Another walk
    steps: [{id: it, kind: yes-no, prompt: Is it so}]
"""


def test_back_within_the_rounds_puts_a_wrong_digit_right(full: Journal) -> None:
    lines = ["1", "", "", "", "9", "back", "3", "", "back", "", "y", "back", "n", ""]
    code, shown = talk(full, "a-rehearse", lines)
    (one,) = stored(full, "a-rehearse")[0][1]["rounds"]
    assert (code, one["after"]["value"]) == (0, 3), shown
