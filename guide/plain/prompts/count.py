"""A number made from the answers above. It is shown, and nothing is said about it."""

from __future__ import annotations

from guide.plain.turn import Turn
from guide.steps.base import Json
from guide.steps.count import KIND
from guide.words import plain as words


def show(turn: Turn) -> None:
    """Write the number, and from how many answers it comes."""
    turn.talk.say(KIND.shown(turn.step), first="  ")
    turn.reminder = words.ENTER_ON
    turn.talk.say(words.ENTER_ON)


def ask(turn: Turn) -> Json:
    """Read Enter: the number is kept."""
    turn.only_read()
