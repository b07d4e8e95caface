"""Digits choose on the first screen and behind a door, as they do on home."""

from __future__ import annotations

from tests.end_to_end.pty_driver import Terminal
from tests.end_to_end.test_killed_screen import ARGV, ENV, ROOT


def test_the_first_screen_and_a_door_take_digits() -> None:
    with Terminal(ARGV, env=ENV, cwd=ROOT) as screen:
        screen.wait_for("Enter] go on")
        screen.key("enter")
        screen.wait_for("2  Was any of it me?")
        screen.key("5")
        screen.wait_for("Next, if you like")
        screen.key("1")
        screen.wait_for("2  Name it")
        screen.key("2")
        screen.wait_for("Which word fits best")
        screen.key("escape")
        screen.wait_for(lambda text: "Next, if you like" in text and "You stopped" not in text)
