"""The full screen ended from outside at many points: what was answered and typed is there at the next start."""

from __future__ import annotations

import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.end_to_end.pty_driver import Terminal
from tests.journal.making import Clock, journal

ROOT = str(Path(__file__).resolve().parents[2])
ARGV = [sys.executable, "-m", "guide"]
ENV = {"PYTHONDONTWRITEBYTECODE": None}
HOME = "Credit feels cringy"


@pytest.fixture
def ready(home: Path) -> Path:
    """A home whose first card was read."""
    from guide.journal.home import card_read

    opened = journal(home, Clock())
    card_read(opened)
    opened.close()
    return home


def open_screen() -> Terminal:
    return Terminal(ARGV, env=ENV, cwd=ROOT)


def typed(home: Path) -> str:
    """What the typing row holds on disk, as another process sees it."""
    with sqlite3.connect(f"file:{home / 'unmuted.db'}?mode=ro", uri=True) as connection:
        rows = connection.execute("SELECT * FROM typing").fetchall()
    return str(rows)


@pytest.mark.parametrize(("keys", "waited", "expected"), [
    ("b", "How muted are your feelings", "muted: Both"),
    ("b7", "And your mood", "7 of 10"),
])  # fmt: skip
def test_kill_9_between_answers_goes_on_at_the_same_question(
    ready: Path, keys: str, waited: str, expected: str
) -> None:
    with open_screen() as screen:
        screen.wait_for(HOME)
        screen.key("l")
        screen.wait_for("Today so far")
        for key in keys:
            screen.key(key)
        screen.wait_for(lambda text: expected in text)
        screen.signal(signal.SIGKILL)
        screen.wait_exit()
    with open_screen() as screen:
        screen.wait_for("You stopped at")
        screen.key("enter")
        screen.wait_for(lambda text: expected in text and waited in text)


@pytest.mark.parametrize("end", ["kill", "term", "hup", "closed"])
def test_words_being_typed_are_there_again(ready: Path, end: str) -> None:
    with open_screen() as screen:
        screen.wait_for(HOME)
        screen.key("2")
        screen.wait_for("> 1  Then and now")
        screen.key("1")
        screen.wait_for("Is there something you do differently now")
        screen.key("1")
        screen.wait_for("Now I")
        screen.send(b"hid from [/ Sam")
        screen.wait_for("hid from [/ Sam")
        if end == "kill":
            assert screen.until(lambda: "hid from [/ Sam" in typed(ready), 5), "not on disk within seconds"
            screen.signal(signal.SIGKILL)
        elif end == "closed":
            screen.hang_up()
        else:
            screen.signal(signal.SIGTERM if end == "term" else signal.SIGHUP)
        screen.wait_exit()
        if end in ("term", "hup"):
            assert screen.left_on() == []
    with open_screen() as screen:
        screen.wait_for("You stopped at")
        screen.key("enter")
        screen.wait_for("hid from [/ Sam")


def test_the_four_keys_of_a_log_from_home_and_quitting_cleanly(ready: Path) -> None:
    with open_screen() as screen:
        screen.wait_for(HOME)
        screen.key("l")
        screen.wait_for("Today so far")
        screen.key("b", "7", "4")
        screen.wait_for("Saved. Both, 7, mood 4.")
        screen.key("q")
        assert screen.wait_exit() == 0
        assert screen.left_on() == []
    opened = journal(ready)
    from guide.journal import look

    assert [row.title for row in look.entries(opened)] == ["What is muted today"]
    opened.close()
