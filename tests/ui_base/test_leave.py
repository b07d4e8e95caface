"""Signals, a terminal that goes, and one that nobody reads."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from guide.ui import leave
from tests.end_to_end.pty_driver import Terminal
from tests.ui_base.conftest import Start

ROOT = Path(__file__).resolve().parents[2]


def rescued(home: Path) -> str:
    """Return the rescue file, after a look at its mode."""
    file = home / "rescue"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not (home / "rescue.new").exists()
    return file.read_text()


def typed(terminal: Terminal) -> None:
    """Type into both fields."""
    terminal.key(*"dear")
    terminal.wait_for("dear")
    terminal.key("tab")
    assert terminal.until(lambda: terminal.cursor()[1] > 3)
    terminal.key(*"diary")
    terminal.wait_for("diary")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signal(start: Start, tmp_path: Path, number: signal.Signals) -> None:
    terminal = start()
    typed(terminal)
    began = terminal.signal(number)
    assert terminal.wait_exit() == 128 + number
    assert terminal.ended - began < 1.0
    assert rescued(tmp_path) == "dear|diary"
    assert terminal.left_on() == []


def test_quit_signal_is_ignored(start: Start) -> None:
    terminal = start()
    terminal.signal(signal.SIGQUIT)
    terminal.key("h", "e", "y")
    terminal.wait_for("hey")


@pytest.mark.parametrize("shell", ["", "trap '' HUP"], ids=["with SIGHUP", "SIGHUP ignored"])
def test_closed_terminal(start: Start, tmp_path: Path, shell: str) -> None:
    """Without the signal, the end of the input alone must do: Textual spins there for ever."""
    terminal = start(shell=shell)
    typed(terminal)
    began = terminal.hang_up()
    assert terminal.wait_exit() == 128 + signal.SIGHUP
    assert terminal.ended - began < 1.9
    assert rescued(tmp_path) == "dear|diary"


def standing(file: Path) -> Callable[[], bool]:
    """Return a test whether a file has not grown for half a second."""
    seen = {"size": -1, "since": 0.0}

    def still() -> bool:
        size = file.stat().st_size if file.exists() else 0
        if size != seen["size"]:
            seen.update(size=size, since=monotonic())
        return size > 0 and monotonic() - seen["since"] > 0.5

    return still


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_stalled_terminal(start: Start, tmp_path: Path, number: signal.Signals) -> None:
    """Nobody reads: the event loop stands still, and yet the words are saved and the process ends."""
    terminal = start("flood")
    typed(terminal)
    terminal.stall()
    assert terminal.until(standing(tmp_path / "beats"), 20)
    began = terminal.signal(number)
    assert terminal.wait_exit() == 128 + number
    assert terminal.ended - began < 2.0
    assert rescued(tmp_path) == "dear|diary"
    terminal.unstall()
    assert terminal.left_on() == []


def test_second_signal_ends_at_once(start: Start, tmp_path: Path) -> None:
    terminal = start("flood")
    typed(terminal)
    terminal.stall()
    assert terminal.until(standing(tmp_path / "beats"), 20)
    began = terminal.signal(signal.SIGTERM)
    assert terminal.until((tmp_path / "rescue").exists)
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 143
    assert terminal.ended - began < 1.0


class Steps:
    """Notes what a guard calls."""

    def __init__(self, words: bytes | None, fails: bool = False) -> None:
        self.words, self.fails, self.done = words, fails, list[object]()

    def save(self) -> bytes | None:
        """Return the words, or fail."""
        self.done.append("save")
        if self.fails:
            raise OSError(28, "disk full")
        return self.words

    def run(self) -> list[object]:
        """Take SIGTERM under a guard and return what happened."""
        with leave.guard(save=self.save, write=self.done.append, leave=self.done.append):
            os.kill(os.getpid(), signal.SIGTERM)
        return self.done


def test_order_and_nothing_to_rescue() -> None:
    assert Steps(b"words").run() == ["save", b"words", 143]
    assert Steps(None).run() == ["save", 143]


def test_a_second_signal_does_not_cut_the_saving_short(tmp_path: Path) -> None:
    """A closed window tells twice, and the second time may fall between two lines of the saving."""
    code = (
        "import os, signal, sys, time\nfrom pathlib import Path\nfrom guide.ui import leave\n"
        "def save():\n    os.kill(os.getpid(), signal.SIGHUP)\n    time.sleep(0.3)\n    return b'words'\n"
        "with leave.guard(save=save, write=leave.private_writer(Path(sys.argv[1])), leave=os._exit):\n"
        "    os.kill(os.getpid(), signal.SIGHUP)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "rescue")], cwd=ROOT, timeout=20)
    assert done.returncode == 128 + signal.SIGHUP
    assert rescued(tmp_path) == "words"


def test_failing_to_save_still_leaves() -> None:
    assert Steps(b"words", fails=True).run() == ["save", 143]


def test_handlers_are_given_back() -> None:
    before = [signal.getsignal(number) for number in (*leave.SIGNALS, signal.SIGQUIT)]
    Steps(None).run()
    assert [signal.getsignal(number) for number in (*leave.SIGNALS, signal.SIGQUIT)] == before


def test_private_writer_replaces_whole_and_follows_no_link(tmp_path: Path) -> None:
    write = leave.private_writer(tmp_path / "rescue")
    write(b"long words" * 100_000)
    write(b"short")
    assert rescued(tmp_path) == "short"
    other = tmp_path / "other"
    other.write_text("mine")
    (tmp_path / "rescue.new").symlink_to(other)
    with pytest.raises(OSError, match="symbolic"):
        write(b"elsewhere")
    assert other.read_text() == "mine"
