"""What was answered before, line by line."""

from __future__ import annotations

from guide.plain.turn import Turn
from guide.steps.base import Json
from guide.words import plain as words


def show(turn: Turn) -> None:
    """Write the lines."""
    lines = turn.step.get("lines") or []
    for line in lines:
        turn.talk.say(str(line), first="  ")
    if not lines:
        turn.talk.say(words.RECALL_NOTHING)
    turn.reminder = words.ENTER_ON
    turn.talk.say(words.ENTER_ON)


def ask(turn: Turn) -> Json:
    """Read Enter."""
    turn.only_read()
