"""Several options in one line, such as `1, 3`; words of one's own come last."""

from __future__ import annotations

import re

from guide.plain.prompts import choice
from guide.plain.turn import NUMB, Turn, short
from guide.steps.base import Json
from guide.words import plain as words


def show(turn: Turn) -> None:
    """Write the options, numbered."""
    choice.rows(turn, turn.step.get("options") or {})
    turn.talk.once(words.CHOOSE_SEVERAL)
    if turn.step.get("other"):
        turn.talk.say(words.CHOOSE_OWN)


def ask(turn: Turn) -> Json:
    """Read any number of options."""
    before = turn.raw if isinstance(turn.raw, list) else []
    options = turn.step.get("options") or {}
    default = ", ".join(filter(None, (choice.label(turn.step, one) for one in before)))
    given = turn.line(short(default), numb=NUMB in options)
    if given.word:
        return [given.word]
    if not given.words.strip():
        return turn.raw
    text, own = _split(given.words) if turn.step.get("other") else (given.words, None)
    chosen: list[Json] = []
    for piece in filter(None, (part.strip() for part in text.split(","))):
        found = choice.match(options, piece)
        if found is not None:
            chosen.append(found)
        else:
            chosen += [choice.match(options, word) or word for word in piece.split()]
    return chosen + ([{"other": own}] if own is not None else [])


def _split(text: str) -> tuple[str, str | None]:
    """What stands before the words of one's own, and those words."""
    found = re.search(r"(?:^|[\s,])(\+|own:)", text, re.IGNORECASE)
    return (text, None) if found is None else (text[: found.start(1)], text[found.end() :].strip())
