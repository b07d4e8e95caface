"""`packs walk` and `packs check --against` from outside: what they print and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACK = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
exercises:
  - id: first
    title: First
    steps:
      - {id: a, kind: yes-no, prompt: Well}
      - {id: b, kind: text, text: Good, when: {answer: a, is: "yes"}}
"""
NEVER = (
    "      - {id: c, kind: text, text: Good, when: {all: [{answer: a, is: 'yes'}, {answer: a, is: 'no'}]}}\n"
)


def run(*argv: str | Path) -> subprocess.CompletedProcess[str]:
    """One run of the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "guide", "packs", *map(str, argv)],
        capture_output=True, text=True, timeout=60, cwd=ROOT, env=os.environ, check=False,
    )  # fmt: skip


def pack(folder: Path, text: str = PACK) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_pack_that_is_reached_everywhere_ends_well(tmp_path: Path) -> None:
    done = run("walk", pack(tmp_path), "-n", "20", "--seed", "7")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "first: 24 walks of 1 to 2 steps.",
        "Every step was reached.",
        "Seed 7: `--seed 7` walks the same ways again.",
    ]
    assert run("walk", pack(tmp_path), "-n", "20", "--seed", "7").stdout == done.stdout


def test_a_step_that_is_never_reached_is_named_and_ends_with_one(tmp_path: Path) -> None:
    done = run("walk", pack(tmp_path, PACK + NEVER), "-n", "20")
    assert done.returncode == 1
    assert "  never reached: c\n1 step was never reached.\n" in done.stdout
    assert "unmuted packs check" in done.stdout and "Seed " in done.stdout


def test_the_walks_as_json(tmp_path: Path) -> None:
    done = run("walk", pack(tmp_path, PACK + NEVER), "-n", "20", "--seed", "3", "--json")
    told = json.loads(done.stdout)
    (exercise,) = told["exercises"]
    assert (done.returncode, told["format"], told["pack"], told["seed"]) == (1, 1, "mine", 3)
    assert exercise["unreached"] == ["c"] and exercise["troubles"] == [] and exercise["cut"] is False


def test_a_pack_with_errors_is_not_walked(tmp_path: Path) -> None:
    done = run("walk", pack(tmp_path, PACK.replace("answer: a", "answer: q")))
    assert done.returncode == 1
    assert "The step 'q' does not exist." in done.stdout and "so nobody can walk it yet" in done.stderr
    done = run("walk", "--json", tmp_path)
    assert (done.returncode, len(json.loads(done.stdout)["problems"])) == (1, 1)


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (["walk"], 2, "PATH"),
        (["walk", "x", "-n", "many"], 2, "'many' is not a whole number from 0 on"),
        (["walk", "x", "--seed", "-4"], 2, "seed"),
        (["walk", "/nowhere/at-all"], 1, "There is no file"),
        (["check", "a", "b", "--against", "c"], 2, "here are 2 packs"),
    ],
)
def test_bad_usage_is_one_sentence(argv: list[str], code: int, sentence: str) -> None:
    done = run(*argv)
    assert done.returncode == code and sentence in done.stderr and "Traceback" not in done.stderr


def test_a_change_that_loses_something_is_a_problem(tmp_path: Path) -> None:
    old = pack(tmp_path / "old")
    new = pack(tmp_path / "new", PACK.replace('"1.0"', '"1.1"').replace("id: b,", "id: bb,"))
    done = run("check", new, "--against", old)
    assert done.returncode == 1
    assert f"{new}/pack.yaml:9:5: The step 'b' is gone." in done.stdout
    assert "1 problem, 0 warnings." in done.stdout
    told = json.loads(run("check", new, "--against", old / "pack.yaml", "--json").stdout)
    assert told["against"] == {"version": "1.0", "new_steps": 1, "changed_steps": 0}
    assert len(told["problems"]) == 1


def test_a_change_that_loses_nothing_says_what_it_is(tmp_path: Path) -> None:
    old = pack(tmp_path / "old")
    new = pack(tmp_path / "new", PACK.replace('"1.0"', '"1.1"').replace("id: b,", "id: bb, formerly: b,"))
    done = run("check", new, "--against", old)
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            "No problems found.",
            "The change from 1.0 to 1.1 loses nothing that is stored: 1 step is worded or built differently.",
        ],
    )


def test_what_cannot_be_compared_is_said(tmp_path: Path) -> None:
    good, bad = pack(tmp_path / "good"), pack(tmp_path / "bad", PACK.replace("answer: a", "answer: q"))
    done = run("check", bad, "--against", good)
    assert done.returncode == 1 and "waits until there are no errors" in done.stdout
    done = run("check", good, "--against", bad)
    assert done.returncode == 1 and "The earlier version cannot be read:" in done.stderr
    assert json.loads(run("check", bad, "--against", good, "--json").stdout)["against"] is None
