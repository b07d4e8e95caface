"""`kill -9` after every single answer in line mode: the rest, given to a new process, makes the same entry."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

SCRIPTS = {
    "muted-check": ["b", "7", "4", "more", "a note [/ x", "muted", "done", "no", "laughed at the cat", "1,4"],
    "then-now": ["1", "hid from messages", "answer Sam within a day", "at work", "", ""],
    "name-it": ["1", "1,2", "", "2", "I notice that news feels the same."],
}
WALKED = {"muted-check": 3, "then-now": 4, "name-it": 5}
"""How many lines come before the entry is kept: until then a new process goes on with the same one."""


class Lines:
    """A run of line mode that is answered by a pipe; `asked` counts the prompts it has printed."""

    def __init__(self, home: Path, exercise: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "guide", "do", exercise, "--plain"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT,
            env={**os.environ, "UNMUTED_HOME": str(home)},
        )  # fmt: skip
        self.said = b""

    def wait_for_prompt(self) -> bool:
        """Read until the next prompt; False when the program has ended instead."""
        assert self.process.stdout is not None
        before = self.said.count(b"> ")
        while True:
            piece = os.read(self.process.stdout.fileno(), 65536)
            if not piece:
                return False
            self.said += piece
            if self.said.endswith(b"> ") and self.said.count(b"> ") > before:
                return True

    def give(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._close()

    def finish(self) -> None:
        """End of input: the program pauses or is done."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        while self.wait_for_prompt():
            pass
        assert self.process.wait() == 0, self.said.decode()
        self._close()

    def _close(self) -> None:
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()


def everything(home: Path) -> Any:
    """All that is kept, without ids and moments."""
    from guide import places
    from guide.journal.journal import Journal
    from guide.journal.shown import feeds_of_entry
    from guide.store import entries, pages

    journal = Journal.open(places.find(str(home), {}), tidy=False)
    for row in journal.drafts():
        journal.resume(row.id).stop()
    names = [row.id for row in pages.page(journal.store)] + [row.id for row in journal.drafts()]
    kept = []
    for name in dict.fromkeys(names):
        record = pages.entry(journal.store, name)
        answers = {
            one.step: _without_ids(json.loads(json.dumps(one.answers[-1][0])))
            for one in record.steps
            if one.answers
        }
        held = _without_ids(entries.held(journal.store, name))
        kept.append((record.exercise, record.how, answers, held, len(feeds_of_entry(record)["point"])))
    journal.close()
    return kept


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(one) for key, one in value.items() if key not in ("item", "at")}
    return [_without_ids(one) for one in value] if isinstance(value, (list, tuple)) else value


def play(home: Path, exercise: str, lines: list[str], *, killed: bool = False) -> None:
    """Give the lines one by one, then end the input, or kill the process while it waits at the next prompt."""
    run = Lines(home, exercise)
    for line in lines:
        assert run.wait_for_prompt(), run.said.decode()
        run.give(line)
    if run.wait_for_prompt() and killed:
        run.kill()
    else:
        run.finish()


@pytest.mark.parametrize("exercise", SCRIPTS)
def test_killed_after_any_line_everything_given_is_there(tmp_path: Path, exercise: str) -> None:
    lines = SCRIPTS[exercise]
    for point in range(1, len(lines) + 1):
        play(tmp_path / f"paused-{point}", exercise, lines[:point])
        play(tmp_path / f"killed-{point}", exercise, lines[:point], killed=True)
        said = f"killed after line {point} ({lines[point - 1]!r})"
        assert everything(tmp_path / f"killed-{point}") == everything(tmp_path / f"paused-{point}"), said


@pytest.mark.parametrize("exercise", SCRIPTS)
def test_what_is_left_to_say_can_be_said_to_a_new_process(tmp_path: Path, exercise: str) -> None:
    lines = SCRIPTS[exercise][: WALKED[exercise]]
    play(tmp_path / "whole", exercise, lines)
    expected = everything(tmp_path / "whole")
    assert len(expected) == 1 and expected[0][2]
    for point in range(1, len(lines)):
        home = tmp_path / f"killed-{point}"
        play(home, exercise, lines[:point], killed=True)
        play(home, exercise, lines[point:])
        assert everything(home) == expected, f"killed after line {point} ({lines[point - 1]!r})"
