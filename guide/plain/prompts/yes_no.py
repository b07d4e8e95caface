"""Yes or no; Enter alone is neither."""

from __future__ import annotations

from guide.plain.prompts import choice
from guide.plain.turn import Turn
from guide.steps.base import Json
from guide.words import answers
from guide.words import plain as words

OPTIONS = {"yes": {"text": answers.YES, "key": "y"}, "no": {"text": answers.NO, "key": "n"}}


def show(turn: Turn) -> None:
    """Write what can be answered."""
    turn.talk.once(words.YES_OR_NO)


def ask(turn: Turn) -> Json:
    """Read yes or no."""
    default = turn.raw if turn.raw in OPTIONS else ""
    text = turn.line(default).words.strip()
    return (choice.match(OPTIONS, text) or text) if text else turn.raw


def confirm(turn: Turn, default: bool) -> bool:
    """Read yes or no with a default; anything else is asked again."""
    while True:
        text = turn.line(words.YES if default else words.NO).words.strip()
        if not text:
            return default
        found = choice.match(OPTIONS, text)
        if found is not None:
            return found == "yes"
        turn.trouble(words.YES_OR_NO)
