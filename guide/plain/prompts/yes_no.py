"""Yes or no; Enter alone is neither."""

from __future__ import annotations

from guide.journal.yes_key import USUAL, yes_key
from guide.plain.prompts import choice
from guide.plain.turn import Turn
from guide.steps.base import Json
from guide.words import answers
from guide.words import plain as words

OPTIONS = {"yes": {"text": answers.YES, "key": "y"}, "no": {"text": answers.NO, "key": "n"}}


def show(turn: Turn) -> None:
    """Write what can be answered, with the letter for yes where the exercise's language has another."""
    yes = yes_key(turn.sitting.language)
    turn.talk.once(words.YES_OR_NO if yes == USUAL else words.YES_OR_NO_KEY.format(yes=yes))


def ask(turn: Turn) -> Json:
    """Read yes or no."""
    default = turn.raw if turn.raw in OPTIONS else ""
    text = turn.line(default).words.strip()
    return (_match(turn, text) or text) if text else turn.raw


def _match(turn: Turn, text: str) -> str | None:
    """Yes or no as it is typed, also in the language of the exercise."""
    word, yes = text.casefold(), yes_key(turn.sitting.language)
    if yes != USUAL and (word == yes or word in answers.YES_WORDS):
        return "yes"
    return "no" if word in answers.NO_WORDS else choice.match(OPTIONS, text)


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
