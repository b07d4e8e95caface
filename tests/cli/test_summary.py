"""`unmuted summary`: printed, written, narrowed, listed; words of one's own only when they are let in."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.cli import run
from guide.journal import page, page_pieces
from guide.journal.page_choices import remembered
from guide.words import summary as words
from tests.journal.making import Clock, journal, log, play

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def summary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `unmuted summary` in a home with three logs and a prepared visit."""
    home = tmp_path / "home"
    opened = journal(home)
    for _ in range(3):
        log(opened)
        opened.clock.move(days=1)  # type: ignore[attr-defined]
    play(opened.begin("before-the-appointment"), {"stage": "look", "sentence": "I feel flat.", "costs": [{"text": "far evenings"}]})  # fmt: skip
    opened.close()

    def call(*argv: str) -> tuple[int, str, str]:
        days = () if "--to" in argv or "--pieces" in argv else ("--from", "2026-10-10", "--to", "2026-11-06")
        code = run(["summary", *argv, *days, "--home", str(home)])
        found = capsys.readouterr()
        return code, found.out, found.err

    return call


def test_the_page_is_printed_without_words_of_ones_own(summary: Run) -> None:
    code, out, err = summary()
    assert (code, err) == (0, "")
    assert "3 notes on 3 of 28 days, 10 Oct to 6 Nov 2026." in " ".join(out.split())
    assert "I feel flat." not in out and "far evenings" not in out
    assert len(out.splitlines()) <= 60 and max(map(len, out.splitlines())) <= 79


def test_pieces_are_listed_and_let_in_by_part_or_id_for_this_time(summary: Run) -> None:
    _, listed, _ = summary("--pieces")
    lines = listed.splitlines()
    assert [line.split("  ", 1)[1] for line in lines] == [
        "The one sentence: I feel flat.",
        "Costs me: far evenings",
    ]
    sentence = lines[0].removeprefix("[ ] ").split()[0]
    cost = lines[1].removeprefix("[ ] ").split()[0]
    assert sentence.endswith("/sentence") and len(cost) == 8
    for names, wanted in ((sentence, (True, False)), (cost, (False, True)), ("sentence,costs", (True, True))):
        _, out, _ = summary("--include", names)
        assert ("I feel flat." in out, "far evenings" in out) == wanted, names
    assert "I feel flat." not in summary()[1], "that was for that time"


def test_sections_are_left_out(summary: Run) -> None:
    _, out, _ = summary("--without", "mood,medicine")
    assert "Mood" not in out and "Medicine" not in out and "Please ask me." in " ".join(out.split())


@pytest.mark.parametrize(("name", "begins"), [("p.txt", b"Notes"), ("p.md", b"# Notes"), ("p.html", b"<!DOCTYPE"), ("p.pdf", b"%PDF-")])  # fmt: skip
def test_the_name_of_a_file_says_the_form(summary: Run, tmp_path: Path, name: str, begins: bytes) -> None:
    file = tmp_path / name
    code, out, _ = summary("-o", str(file))
    assert code == 0 and words.PLAIN_FILE in " ".join(out.split())
    assert file.read_bytes().startswith(begins) and file.stat().st_mode & 0o777 == 0o600
    code, _, err = summary("-o", str(file))
    assert code == 1 and "--yes" in err
    assert summary("-o", str(file), "--format", "text", "--yes")[0] == 0
    assert file.read_bytes().startswith(b"Notes")


def test_the_short_form_has_two_parts_and_keeps_its_limits(summary: Run) -> None:
    _, out, _ = summary("--short", "--include", "sentence")
    script, _, message = out.partition(words.MESSAGE)
    assert words.SCRIPT in script and "I feel flat." in script and "I feel flat." in message
    assert len(script.split()) <= 160 and len(message.strip(": \n")) <= 500


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("--format", "pdf"), 2, words.TO_A_FILE),
        (("--format", "doc"), 2, "pdf"),
        (("--from", "soon", "--to", "2026-11-06"), 2, "“soon” is not a day."),
        (("--from", "2026-11-07", "--to", "2026-11-06"), 2, words.BACKWARDS),
        (("--include", "cots"), 2, "There is no part and no piece “cots”."),
        (("--include", "medicine"), 2, "Parts: sentence, questions, substances, taking,"),
        (("--include", "words"), 2, "hidden-rows"),
        (("--without", "visit"), 2, "“visit” is no section that can be left out."),
        (("-o", "/nowhere/at/all/p.txt"), 1, "no folder"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_a_remedy(
    summary: Run, argv: tuple[str, ...], code: int, said: str
) -> None:
    found, out, err = summary(*argv)
    assert (found, out) == (code, "") and said in err


def test_the_demo_has_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["summary", "--demo"]) == 0
    assert "Notes I kept, not an assessment." in capsys.readouterr().out


def test_a_page_begins_no_earlier_than_four_weeks_before_its_first_note(summary: Run) -> None:
    _, out, _ = summary("--from", "1990-01-01", "--to", "2026-11-06")
    said = " ".join(out.split())
    assert re.search(r"3 notes on 3 of [45] days, [23] Nov to 6 Nov 2026\.", said), said
    _, out, _ = summary("--from", "2026-10-10", "--to", "2026-11-06")
    assert "10 Oct to 6 Nov 2026" in " ".join(out.split())


def test_a_first_day_in_the_future_is_said_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["summary", "--from", "2999-01-01", "--home", str(tmp_path / "home")]) == 2
    said = capsys.readouterr().err
    assert words.AHEAD in said and words.BACKWARDS not in said


def test_what_was_let_in_and_has_a_newer_answer_is_said_beside_the_page(tmp_path: Path, summary: Run) -> None:
    opened = journal(tmp_path / "home", Clock("2026-11-05T10:00:00"))
    choices = remembered(opened)
    (sentence,) = [one for one in page.pieces(opened, choices) if one.part == "sentence"]
    page_pieces.turn(opened, choices, sentence)
    opened.close()
    assert "I feel flat." in summary()[1] and summary()[2] == ""
    opened = journal(tmp_path / "home", Clock("2026-11-06T10:00:00"))
    play(opened.begin("before-the-appointment"), {"stage": "look", "sentence": "Something else."})
    opened.close()
    gone = words.REPLACED.format(names="The one sentence")
    for argv in ((), ("--pieces",), ("-o", str(tmp_path / "p.txt"))):
        code, out, err = summary(*argv)
        assert code == 0 and gone in err and gone not in out
    assert "I feel flat." not in summary()[1] and "Something else." not in summary()[1]
    assert gone not in (tmp_path / "p.txt").read_text(encoding="utf-8")
    assert summary("--include", "sentence")[2] == ""


@pytest.mark.parametrize("days", [("--to", "9999-12-31"), ("--to", "0001-01-01"), ("--from", "0001-01-01", "--to", "9999-12-31")])  # fmt: skip
def test_the_ends_of_the_calendar_are_days_like_others(summary: Run, days: tuple[str, ...]) -> None:
    code, out, err = summary(*days)
    assert (code, err) == (0, "") and "Notes I kept" in out
