"""`--demo` from outside: what it shows, what it refuses, and that it reads and writes nothing of the person's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.cli import WITH_DEMO
from guide.words import demo as words
from guide.words import preview

from .test_commands import ROOT, run

WATCH = """
import os, sys
seen = []
def look(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(args[0]))
        writes = isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if path != os.devnull and (writes and ".pyc" not in path or path.startswith(HOME)):
            seen.append(path)
    elif event in ("os.mkdir", "os.rename", "os.remove", "sqlite3.connect", "os.listdir", "os.scandir"):
        path = "" if args[0] in (":memory:", b":memory:") else os.path.abspath(os.fsdecode(args[0]))
        path = "" if path.startswith(os.devnull) else path  # tried there, where nothing can be made
        if path.startswith(HOME) or event in ("os.mkdir", "sqlite3.connect") and path and "__pycache__" not in path:
            seen.append(f"{event} {path}")
HOME = sys.argv.pop(1)
sys.addaudithook(look)
sys.argv[0] = "unmuted"
from guide.__main__ import main
code = main()
print(code, seen, file=sys.stderr)
"""


def homes(tmp_path: Path) -> Path:
    """A home with everything in it that the demo must not look at."""
    home = tmp_path / "home"
    (home / "packs").mkdir(parents=True)
    (home / "packs" / "mine.yaml").write_text("format: 1\nid: [\n")
    (home / "settings.yaml").write_text("country: NZ\ntheme: light\n")
    (home / "support.txt").write_text("Priya, my own neighbour\n")
    return home


def watched(tmp_path: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """A run whose last line on stderr is its exit code and the places it touched."""
    return subprocess.run(
        [sys.executable, "-c", WATCH, str(tmp_path), *argv],
        input="\nhelp\nreview\n\nprogress\nquit\n", capture_output=True, text=True, timeout=60, cwd=ROOT, check=False,
        env={**os.environ, "UNMUTED_HOME": str(homes(tmp_path)), "TMPDIR": str(tmp_path)},
    )  # fmt: skip


@pytest.mark.parametrize("argv", [["--plain"], ["list"], ["progress", "--json"], ["review"], ["one"]])
def test_nothing_of_ones_own_is_read_or_written(tmp_path: Path, argv: list[str]) -> None:
    done = watched(tmp_path, "--demo", *argv)
    assert done.stderr.splitlines()[-1] == "0 []", done.stderr
    assert "Priya" not in done.stdout


def test_reading_and_writing_would_be_seen(tmp_path: Path) -> None:
    seen = watched(tmp_path, "list").stderr.splitlines()[-1]
    assert all(name in seen for name in ("settings.yaml", "mine.yaml", "unmuted.db", "os.mkdir"))


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize("command", WITH_DEMO)
def test_a_reading_command_reads_the_month(command: str, place: str) -> None:
    done = run(*(["--demo", command] if place == "before" else [command, "--demo"]))
    assert done.returncode == 0 and words.LINE in done.stderr, "said aside, so that the output stays clean"
    assert len(done.stdout.split()) > 5 and words.LINE not in done.stdout
    assert run(command).stdout != done.stdout


def test_json_stays_json() -> None:
    found = json.loads(run("--demo", "list", "--json").stdout)
    assert sum(one["times"] for door in found["doors"] for one in door["exercises"]) > 40


@pytest.mark.parametrize(
    "argv",
    [["log", "b", "7", "4"], ["do", "rehearse"], ["show", "x"], ["drafts"], ["where"], ["packs", "list"]],
)
def test_what_would_write_or_is_about_ones_own_home_is_refused(argv: list[str], home: Path) -> None:
    done = run("--demo", *argv)
    assert done.returncode == 2 and done.stdout == ""
    assert f"`{argv[0]}` does not go with --demo." in done.stderr and "also goes with list" in done.stderr
    assert not home.exists()


@pytest.mark.parametrize("argv", [["--demo", "--home", "x"], ["list", "--home=x", "--demo"]])
def test_a_home_does_not_go_with_it(argv: list[str]) -> None:
    done = run(*argv)
    assert (done.returncode, done.stdout) == (2, "") and words.NO_HOME in done.stderr


def test_help_now_is_never_refused_and_shows_ones_own_people(tmp_path: Path) -> None:
    done = run("--demo", "help-now", "--home", str(homes(tmp_path)))
    assert done.returncode == 0 and "Priya, my own neighbour" in done.stdout and "call 111" in done.stdout


def test_line_mode_says_that_it_is_made_up_and_keeps_nothing() -> None:
    done = run("--demo", "--plain", stdin="1\np\n5\n5\n\n\nquit\n")
    assert done.returncode == 0
    assert done.stdout.count(words.LINE) == 2, "each time home is shown"
    assert preview.DONE in done.stdout and "Saved" not in done.stdout
    assert done.stdout.rstrip().endswith(preview.END)


def test_help_in_line_mode_says_that_its_people_are_made_up() -> None:
    said = " ".join(run("--demo", "--plain", stdin="help\nquit\n").stdout.split())
    assert words.PEOPLE in said and said.index("my brother Dan") < said.index("findahelpline.com")


def test_a_pack_named_for_this_run_stands_beside_it() -> None:
    done = run("--demo", "--pack", "docs/examples/moving-again", "list")
    assert done.returncode == 0 and "not from us" in done.stdout
