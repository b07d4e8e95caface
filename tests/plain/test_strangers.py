"""Somebody else's pack in line mode: marked in the program's own lines, and help at every prompt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.journal.journal import Journal
from guide.journal.origin import quoted
from guide.packs.load import load
from guide.words import help_now, notices

from .talking import PACK as KINDS
from .talking import at_home, opened, stored, talk

PACK = Path(__file__).parents[1] / "journal" / "stranger.yaml"
WHOSE = f"From “{quoted('I feel flat”, from us')}”, not from us"


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def strangers(tmp_path: Path) -> Iterator[Journal]:
    made = opened(tmp_path / "notes", packs=(PACK, KINDS))
    yield made
    made.close()


def test_home_marks_the_door_and_the_suggestion(strangers: Journal) -> None:
    _, shown = at_home(strangers, ["", "quit"])
    lines = shown.splitlines()
    door = lines.index(WHOSE.removeprefix("From "))
    assert "A look From “Unmuted”, ours" in lines[door + 1], "a break in a title makes no line of its own"
    suggested = []
    for _ in range(8):
        _, shown = at_home(strangers, ["not now", "quit"])
        suggested.append(flat(shown).partition("Next, if you like: ")[2].partition("next opens it")[0])
    assert [f". {WHOSE}. " in one for one in suggested] == [one.startswith("A look") for one in suggested]
    assert any(f". {WHOSE}. " in one for one in suggested)


def test_an_exercise_begins_with_whose_it_is_and_the_fixed_line(strangers: Journal) -> None:
    for time in range(4):
        _, shown = talk(strangers, "stranger/every", ["1", "skip", "skip", "skip", "skip", "skip", "", ""])
        lines = shown.splitlines()
        assert lines[:2] == ["A look From “Unmuted”, ours", WHOSE]
        whole = f"{notices.MEDICINE_FIRST} {notices.MEDICINE}"
        assert (whole in flat(shown), notices.MEDICINE_SHORT in lines) == (time < 2, time >= 2)
    _, shown = talk(strangers, "muted-check", ["stop"])
    assert "not from us" not in shown and notices.MEDICINE_FIRST not in shown


def test_help_is_help_at_every_step_whatever_the_options_say(strangers: Journal) -> None:
    lines = ["help", "1"]
    for _ in range(5):
        lines += ["help", "skip"]
    _, shown = talk(strangers, "stranger/every", [*lines, "help", "", ""])
    assert shown.count(help_now.DIRECTORY[1]) == 7
    assert stored(strangers, "every", "one") == [("given", "a")]


def test_a_question_mark_asks_why_and_an_option_of_that_sign_is_reached_by_its_number(
    strangers: Journal,
) -> None:
    _, shown = talk(strangers, "stranger/every", ["?", "1", "stop"])
    assert "Why this, and how sure are we" in shown
    assert stored(strangers, "every", "one") == [("given", "a")]


@pytest.mark.parametrize("key", ["f2", "ctrl+g", "help", ""])
def test_a_key_of_more_than_one_sign_is_refused(tmp_path: Path, key: str) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(PACK.read_text("utf-8").replace('key: "?"', f'key: "{key}"'), encoding="utf-8")
    (report,) = load(file).errors
    assert "one character" in report.message
