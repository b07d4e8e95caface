"""The driver in a real pseudo-terminal."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from guide.ui.driver import QuickDriver, believe_terminal, driver_class
from tests.end_to_end.pty_driver import Terminal
from tests.ui_base.conftest import Start

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the driver is for Linux")

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self): yield Static("ctrl+q Quit")
Bare().run()
"""


def test_only_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    assert driver_class() is QuickDriver
    monkeypatch.setattr(sys, "platform", "darwin")
    assert driver_class() is None


def test_believe_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("LINES", "5")
    believe_terminal()
    assert "COLUMNS" not in os.environ and "LINES" not in os.environ


def test_quits_faster_than_textual(start: Start) -> None:
    """Textual's own driver polls every 100 ms and sleeps once more; ours is woken."""
    ours, theirs = [], []
    for _ in range(3):
        terminal = start()
        began = terminal.key("ctrl+q")
        assert terminal.wait_exit() == 0
        ours.append(terminal.ended - began)
        assert terminal.left_on() == []
        with Terminal([sys.executable, "-c", BARE]) as bare:
            bare.wait_for("ctrl+q Quit", 20)
            began = bare.key("ctrl+q")
            bare.wait_exit()
            theirs.append(bare.ended - began)
    assert min(ours) < min(theirs) / 2


def test_escape_is_answered_before_textual_would(start: Start) -> None:
    terminal = start()
    times = []
    for _ in range(5):
        terminal.key("f2")
        terminal.wait_for("PEOPLE TO CALL")
        began = terminal.key("escape")
        terminal.wait_for("FORM READY")
        times.append(terminal.last - began)
    assert min(times) < 0.095  # Textual waits for at least 100 ms


def test_bytes_that_are_not_utf8(start: Start) -> None:
    terminal = start()
    terminal.send(b"a\xff\xfeb\xc3")
    terminal.send(b"\xa9c")  # the two bytes of é, apart
    terminal.wait_for("a\ufffd\ufffdbéc")


def test_typed_joiners_are_kept(start: Start, tmp_path: Path) -> None:
    words = "می‌خواهم 👨‍👩‍👧"
    terminal = start()
    terminal.send(words.encode())
    assert terminal.until(lambda: terminal.cursor()[0] > 12)
    terminal.key("tab")
    assert terminal.until(lambda: terminal.cursor()[1] > 3)
    terminal.send(words.encode())
    terminal.key("ctrl+q")  # right behind: what waits in the queue counts
    assert terminal.wait_exit() == 0
    assert (tmp_path / "kept").read_text() == f"{words}|{words}"


def test_exported_size_is_not_believed(start: Start) -> None:
    terminal = start(env={"COLUMNS": "20", "LINES": "5"})
    assert "ctrl+q Quit" in terminal.text().splitlines()[23]


def test_paste_that_never_ends(start: Start) -> None:
    terminal = start()
    terminal.send(b"\x1b[200~pasted")
    terminal.wait_for("pasted")
    terminal.key("x")
    terminal.wait_for("pastedx")
    terminal.key("ctrl+q")
    assert terminal.wait_exit() == 0


def test_slow_paste_stays_one(start: Start, tmp_path: Path) -> None:
    """The markers may come in pieces."""
    terminal = start()
    for piece in (b"\x1b[2", b"00~one\r", b"two\x1b[20", b"1~"):
        terminal.send(piece)
    terminal.wait_for("one two")


def test_stop_and_go_on(start: Start) -> None:
    terminal = start()
    terminal.signal(signal.SIGTSTP)
    state = Path(f"/proc/{terminal.pid}/stat")
    assert terminal.until(lambda: state.read_text().rpartition(")")[2].split()[0] == "T")
    assert terminal.left_on() == []
    terminal.signal(signal.SIGCONT)
    # The last mode to be turned on: before it, the kernel itself would echo, and swallow ctrl+q.
    assert terminal.until(lambda: terminal.modes.get(2004, False))
    terminal.key("h", "e", "y")
    terminal.wait_for("hey")
    terminal.key("ctrl+q")
    assert terminal.wait_exit() == 0
