"""Every command from outside: what it prints, its exit code, and one sentence with a remedy when something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.words.unsafe import COMMAND, TEXT

ROOT = Path(__file__).resolve().parents[2]


def run(*argv: str, stdin: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    """One run of the program in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "guide", *argv],
        input=stdin, capture_output=True, text=True, timeout=60, cwd=ROOT, env={**os.environ, **environ}, check=False,
    )  # fmt: skip


def test_a_log_in_one_line_is_kept_and_shown_in_the_words_as_asked() -> None:
    done = run("log", "b", "7", "4")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Saved. Both, 7, mood 4.\n", "")
    (entry,) = json.loads(run("review", "--json").stdout)["entries"]
    shown = run("show", entry["id"][:8]).stdout
    assert "Today so far, which feelings are muted\n  Both\n" in shown
    assert json.loads(run("show", entry["id"], "--json").stdout)["entry"]["how"] == "finished"


def test_a_note_comes_from_standard_input() -> None:
    assert run("log", "--side", "both", "--note", "-", stdin="I felt [/ sad\x1b]0;x\x07").returncode == 0
    (entry,) = json.loads(run("review", "sad", "--json").stdout)["entries"]
    shown = run("show", entry["id"]).stdout
    assert "I felt [/ sad" in shown and "\x1b" not in shown


def test_a_note_leaves_what_was_not_asked_alone_and_stands_behind_the_numbers_in_a_list() -> None:
    run("log", "b", "7", "4", "--note", "laughed at the cat")
    listed = run("review").stdout
    assert "Both, 7 of 10, mood 4 of 10: laughed at the cat" in listed
    (entry,) = json.loads(run("review", "--json").stdout)["entries"]
    assert "left open" not in run("show", entry["id"]).stdout
    run("edit", entry["id"], "side", stdin="n\n")
    assert "coming through, mood 4 of 10: laughed" in run("review").stdout, (
        "what fell away is not in the line"
    )


def test_a_note_that_is_too_long_is_kept_where_it_can_be_shortened() -> None:
    words = "unwritten " * 60
    done = run("log", "b", "7", "4", "--note", "-", stdin=words)
    assert done.returncode == 1 and done.stdout == "Saved. Both, 7, mood 4.\n"
    assert "The note is not with it yet." in done.stderr and "up to 500" in done.stderr
    (entry,) = json.loads(run("review", "--json").stdout)["entries"]
    assert f"`unmuted edit {entry['id'][:8]} note`" in done.stderr
    assert "do core/muted-check" in run("drafts").stdout
    gone_on = run("do", "muted-check", stdin="shorter now\nstop\n").stdout
    assert words.split()[0] in gone_on
    shown = run("show", entry["id"]).stdout
    assert "shorter now" in shown and "Unfinished" not in run("review").stdout
    assert run("log", "-", "-", "-", "--note", "only words").stdout == "Saved.\n"


def test_a_note_that_may_mean_danger_is_kept_and_then_answered() -> None:
    done = run("log", "--side", "both", "--note", "-", stdin="I wanted to die, then I rang Ana")
    lines = done.stdout.splitlines()
    assert done.returncode == 0 and lines[0].startswith("Saved.")
    assert TEXT[1] in lines and f"{COMMAND}: people to call." in done.stdout
    assert TEXT[1] not in run("log", "--side", "both", "--note", "rang Ana").stdout


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (["lst"], 2, "There is no command 'lst'.\nDid you mean 'list'?"),
        (["log", "x", "3", "4"], 2, "There are: pleasant (p)"),
        (["log", "n", "3", "4"], 2, "there is no strength to note"),
        (["log", "b", "11", "4"], 2, "a whole number from 0 to 10"),
        (["log", "b", "1", "2", "3"], 2, "up to three words"),
        (["log", "--mood", "3"], 2, "A log needs the side"),
        (["do", "rehaerse"], 1, "Did you mean 'rehearse'?"),
        (["show", "zzzz"], 1, "There is no such entry."),
        (["review", "--since", "soonish"], 2, "a date such as 2026-03-14"),
        (["list", "--colour"], 2, "--colour"),
        (["packs", "check", "/nowhere/at-all"], 1, ""),
        (["--pack", "/nowhere/at-all", "list"], 1, "There is no pack at"),
        (["packs"], 2, "action"),
        (["--home"], 2, "--home needs a value behind it."),
    ],
)
def test_bad_input_is_one_clear_sentence_on_stderr(argv: list[str], code: int, sentence: str) -> None:
    done = run(*argv)
    assert done.returncode == code, done.stderr
    assert sentence in done.stderr and "Traceback" not in done.stderr
    assert done.stdout == ""
    assert 1 <= len(done.stderr.strip().splitlines()) <= 3


def test_a_refused_log_leaves_nothing_behind() -> None:
    run("log", "n", "3", "4")
    assert json.loads(run("review", "--json").stdout)["entries"] == []
    assert json.loads(run("drafts", "--json").stdout)["drafts"] == []


@pytest.mark.parametrize("place", ["before", "after"])
def test_options_for_all_commands_go_before_or_after(tmp_path: Path, place: str) -> None:
    other = str(tmp_path / "elsewhere")
    argv = ["--home", other, "log", "b"] if place == "before" else ["log", "b", "--home", other]
    assert run(*argv).returncode == 0
    assert (tmp_path / "elsewhere" / "unmuted.db").exists()


def test_list_names_every_door_and_json_has_a_format() -> None:
    assert "I feel flat" in run("list").stdout
    found = json.loads(run("list", "--json").stdout)
    assert found["format"] == 1 and len(found["doors"]) == 4


def test_one_asks_nothing_and_says_where_facts_come_from() -> None:
    assert "In “Then and now” you write some down." in run("one").stdout


def test_progress_without_anything_says_so_and_with_a_log_draws_it() -> None:
    assert "nothing to draw yet" in run("progress").stdout
    run("log", "b", "7", "4")
    assert "1 note: 7" in run("progress").stdout
    assert json.loads(run("progress", "--json").stdout)["parts"]


@pytest.mark.parametrize("broken", ["a file in its place", "a broken store", "no home at all"])
def test_help_now_works_with_nothing_else_working(tmp_path: Path, broken: str) -> None:
    home = tmp_path / "h"
    environ = {"UNMUTED_HOME": str(home)}
    if broken == "a file in its place":
        home.write_text("x")
    elif broken == "a broken store":
        home.mkdir()
        (home / "unmuted.db").write_bytes(b"not a database" * 100)
    else:
        environ = {"UNMUTED_HOME": "", "HOME": "/nonexistent/\x7f", "XDG_DATA_HOME": "relative"}
    done = run("help-now", **environ)
    assert done.returncode == 0 and "findahelpline.com" in done.stdout and done.stderr == ""


def test_help_now_knows_the_country_of_the_locale() -> None:
    assert "Samaritans: call 116 123" in run("help-now", LC_ALL="en_GB.UTF-8").stdout
    assert "988" in run("help-now", LC_ALL="en_US.UTF-8").stdout


def test_a_damaged_store_is_a_sentence_and_is_left_as_it_is(tmp_path: Path) -> None:
    home = tmp_path / "h"
    home.mkdir()
    (home / "unmuted.db").write_bytes(b"not a database" * 100)
    done = run("list", UNMUTED_HOME=str(home))
    assert done.returncode == 1 and "Traceback" not in done.stderr and done.stderr.strip()
    assert (home / "unmuted.db").read_bytes() == b"not a database" * 100


def test_where_prints_places_and_makes_none(tmp_path: Path) -> None:
    home = tmp_path / "h"
    assert str(home / "unmuted.db") in run("where", UNMUTED_HOME=str(home)).stdout
    assert not home.exists()


def test_packs_check_prints_plain_lines_in_a_pipe_and_json_when_asked(tmp_path: Path) -> None:
    bad = tmp_path / "pack.yaml"
    bad.write_text("format: 1\nid: x\nversoin: '1'\ntitle: T\nlanguage: en\n")
    with bad.open("a") as file:
        file.write("exercises: [{id: a, title: A, steps: [{id: b, kind: text, text: T}]}]\n")
    done = run("packs", "check", str(bad))
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == f"{bad}:3:1: A pack has no key 'versoin'. Did you mean 'version'?"
    (problem,) = json.loads(run("packs", "check", str(bad), "--json").stdout)["problems"]
    assert (problem["line"], problem["col"]) == (3, 1)
    assert run("packs", "check", "exercises/core", "--strict").returncode == 0


def test_a_reader_that_goes_away_is_no_error() -> None:
    script = f"{sys.executable} -m guide help-now | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0 and done.stderr == ""


def test_without_a_terminal_it_never_hangs_and_writes_no_control_bytes() -> None:
    done = run()
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
    assert "cannot show the full screen" in done.stderr


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["log", "-", "7", "4"], "Saved. 7, mood 4."),
        (["log", "b", "7", "cannot tell"], "Saved. Both, 7, mood: cannot tell."),
        (["log", "--side", "Both"], "Saved. Both."),
        (["log", "PLEASANT", "7"], "Saved. Mostly the pleasant ones, 7."),
    ],
)
def test_a_log_takes_words_as_the_questions_have_them(argv: list[str], said: str) -> None:
    assert run(*argv).stdout == f"{said}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    "argv", [["list"], ["help-now"], ["log", "b", "7", "4"], ["doctor"], ["do", "then-now"], []]
)
@pytest.mark.parametrize("to", [">/dev/full", ">&-"])
def test_output_that_goes_nowhere_is_one_sentence(argv: list[str], to: str) -> None:
    line = " ".join([sys.executable, "-m", "guide", *argv, to])
    done = subprocess.run(
        ["sh", "-c", line], input="", capture_output=True, text=True, timeout=60, cwd=ROOT, env={**os.environ}, check=False
    )  # fmt: skip
    assert done.returncode == 1 and "Traceback" not in done.stderr and "Exception" not in done.stderr
    assert len(done.stderr.splitlines()) <= 3


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["review", "--limit", "x"], "--limit takes a whole number, and 'x' is none."),
        (["progress", "--span", "x"], "--span takes one of"),
        (["review", "--since"], "--since needs a value behind it."),
    ],
)
def test_a_usage_mistake_is_a_sentence(argv: list[str], sentence: str) -> None:
    done = run(*argv)
    assert done.returncode == 2 and sentence in done.stderr and "argument" not in done.stderr


def test_help_alone_is_help_now() -> None:
    done = run("help")
    assert (done.returncode, done.stdout) == (0, run("help-now").stdout)
