"""Review in lines: filters by word and by number, one entry changed, deleted, brought back, done again, saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import look
from guide.journal.journal import Journal
from guide.words import look as said
from guide.words import review as words
from tests.journal.making import Clock, journal, log, play
from tests.plain.talking import at_home


@pytest.fixture
def some(tmp_path: Path) -> Journal:
    """Two logs on one day and facts on another."""
    clock = Clock()
    opened = journal(tmp_path, clock)
    at_home(opened, ["", "quit"])
    log(opened, "both", 7, 4)
    log(opened, "neither", 3, 5)
    clock.move(days=9)
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": "ring Ann on Sundays"}]})
    return opened


def said_to(opened: Journal, *lines: str) -> str:
    """The transcript of review after these lines, as one line of words."""
    code, text = at_home(opened, ["review", *lines, "", "quit"])
    assert code == 0
    return " ".join(text.split("> review")[-1].split())


def last_list(text: str) -> str:
    return text.rpartition(" Review ")[2]


@pytest.mark.parametrize(
    ("line", "filters", "fits"),
    [
        ("find ann", "with “ann”", True),
        ("exercise then-now", "from “Then and now”", True),
        ("exercise Then and now", "from “Then and now”", True),
        ("exercise muted-check", "from “What is muted today”", False),
        ("pack core", "from the pack “Unmuted”", True),
        ("list skills", "that made or changed “What I do differently”", True),
        ("days today", "since 11 November 2026", True),
        ("days 2026-11-02 to yesterday", "from 2 November 2026 to 10 November 2026", False),
        ("days yesterday to 2026-11-02", "from 2 November 2026 to 10 November 2026", False),
        ("days 2026-11-11", "on 11 November 2026", True),
        ("days November 2026", "from 1 November 2026 to 30 November 2026", True),
        ("days a year", "since 12 November 2025", True),
    ],
)
def test_a_word_narrows_and_it_is_said(some: Journal, line: str, filters: str, fits: bool) -> None:
    shown = said_to(some, line)
    assert f"Entries {filters}." in shown
    assert ("ring Ann on Sundays" in last_list(shown)) == fits


def test_filters_go_together_and_all_clears(some: Journal) -> None:
    shown = said_to(some, "exercise", "2", "find both", "days", "6", "list", "2")
    assert "with “both”, from “What is muted today”, that made or changed" in shown
    assert said.REVIEW_NO_MATCH in last_list(shown)
    shown = said_to(some, "exercise", "2", "find both", "all")
    assert "Entries with “both”, from “What is muted today”." in shown
    assert "ring Ann" in last_list(shown) and "Entries" not in last_list(shown)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("exercise nothing", "There is no exercise 'nothing'."),
        ("pack nothing", "There is no pack 'nothing'. Packs with entries: core."),
        ("list nothing", "There is no list 'nothing'."),
        ("days soonish", "'soonish' is no day that can be read here."),
        ("999", "That is none of these numbers or words."),
        ("older", "That is none of these numbers or words."),
    ],
)
def test_what_is_not_there_is_said(some: Journal, line: str, answer: str) -> None:
    assert answer in said_to(some, line)


def test_one_entry_is_changed_read_with_its_earlier_words_and_taken_back(some: Journal) -> None:
    shown = said_to(some, "exercise muted-check", "2", "edit", "2", "9", "earlier", "undo", "")
    assert "Which answer?" in shown and "Changing one answer" in shown
    assert "9 of 10 Changed on" in shown and "1 earlier wording is kept." in shown
    assert "7 of 10" in shown.split("it read like this")[1]
    entry = look.entries(some, exercise="core/muted-check")[1].id
    line = look.entry(some, entry).lines[1]
    assert line.words == ["7 of 10"] and [old.words for old in line.earlier] == [["7 of 10"], ["9 of 10"]]


def test_deleted_brought_back_and_undone_from_the_list(some: Journal) -> None:
    shown = said_to(some, "1", "delete", "edit", "undo", "delete", "", "undo")
    assert shown.count("Moved to the trash: Then and now") == 2
    assert words.ENTRY_HINT_TRASHED in shown and "Back where it was" in shown
    assert "ring Ann" in last_list(shown) and len(look.entries(some)) == 3


def test_done_again_and_saved(some: Journal, tmp_path: Path) -> None:
    file = tmp_path / "one.md"
    shown = said_to(some, "2", "save", str(file), "again", "b", "6", "2", "", "")
    assert "Saved: " in shown and file.read_text("utf-8").startswith("# What is muted today, 2026-11-02\n")
    assert file.stat().st_mode & 0o777 == 0o600
    assert len(look.entries(some)) == 4


def test_help_is_there_and_the_same_words_leave(some: Journal) -> None:
    shown = said_to(some, "?", "1", "?", "help", "back", "back")
    assert words.HINT.split(".")[0] in shown and words.ENTRY_HINT in shown and "emergency" in shown.lower()


def test_no_match_has_a_way_out(some: Journal) -> None:
    assert f"{said.REVIEW_NO_MATCH} {said.REVIEW_NO_MATCH_REMEDY}" in said_to(some, "find zebra")
