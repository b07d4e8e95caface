"""A real process on a real pipe, ended in every way there is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .talking import PACK, opened, stored, talk

ROOT = Path(__file__).resolve().parents[2]
CODE = """
import sys
from pathlib import Path
from guide import places
from guide.journal.journal import Journal
from guide.plain import runner
journal = Journal.open(places.find(sys.argv[1], {}), named=(Path(sys.argv[2]),))
sys.exit(runner.run(journal, journal.begin(sys.argv[3]), sys.stdin, sys.stdout, interactive=False))
"""


def started(home: Path, exercise: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", CODE, str(home), str(PACK), exercise],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def until(process: subprocess.Popen[bytes], text: bytes) -> None:
    """Read the output up to a text; an end before it is a failure."""
    assert process.stdout is not None
    seen = b""
    while text not in seen:
        letter = os.read(process.stdout.fileno(), 1)
        assert letter, seen.decode()
        seen += letter


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_at_a_prompt_loses_no_line(tmp_path: Path, how: signal.Signals) -> None:
    process = started(tmp_path, "a-list")
    assert process.stdin is not None
    for line, prompt in (("", "Then I"), ("stayed in", "Now I"), ("went out", "How often")):
        if line:
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
        until(process, prompt.encode())
    until(process, b"> ")
    process.send_signal(how)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == (130 if how is signal.SIGINT else -how)
    assert errors == b""
    journal = opened(tmp_path)
    code, _ = talk(journal, "a-list", ["", "", "", ""])
    assert code == 0
    assert [one["fields"] for one in stored(journal, "a-list")[0][1]] == [
        {"then": "stayed in", "now": "went out"}
    ]


def test_without_input_it_ends_at_once(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path), str(PACK), "two"],
        cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Paused." in done.stdout
