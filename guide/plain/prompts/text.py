"""A text to read, and doors to somewhere else."""

from __future__ import annotations

from guide.plain import pages
from guide.plain.prompts import choice
from guide.plain.turn import Turn
from guide.steps.base import Json
from guide.steps.text import SENTENCES
from guide.words import plain as words


def show(turn: Turn) -> None:
    """Write the text and what it offers."""
    turn.talk.say(str(turn.step.get("text") or "").strip())
    found = _offers(turn)
    for number, (_, title) in enumerate(found, 1):
        turn.talk.say(title, first=f"  {number}  ")
    turn.reminder = words.OFFERS if found else words.ENTER_ON
    turn.talk.say(turn.reminder)


def ask(turn: Turn) -> Json:
    """Read Enter, or the number of an offer. An exercise opens when this one is at its end."""
    found = _offers(turn)
    options = {name: {"text": title} for name, title in found}
    while True:
        text = turn.line().words.strip()
        name = choice.match(options, text) if text else None
        if name == "support":
            pages.support_page(turn.talk, turn.journal)
            turn.talk.say(turn.reminder)
        elif name == "help-now":
            pages.help_now_page(turn.talk, turn.journal)
            turn.talk.say(turn.reminder)
        elif name == SENTENCES:
            _sentences(turn)
        elif name == "summary":
            _summary(turn)
        elif name is not None:
            turn.then = name
            return None
        elif not text:
            return None
        else:
            turn.trouble(words.OFFERS if found else words.READ)


def _sentences(turn: Turn) -> None:
    from guide.plain import items

    items.sentences(turn.journal, turn.talk, _pack(turn))
    turn.talk.say(turn.reminder)


def _summary(turn: Turn) -> None:
    from guide.plain import summary

    summary.page(turn.journal, turn.talk)
    turn.talk.say(turn.reminder)


def _pack(turn: Turn) -> str:
    return turn.sitting.exercise.ref.split("/")[0]


def _offers(turn: Turn) -> list[tuple[str, str]]:
    return pages.offered(turn.journal, _pack(turn), list(turn.step.get("offer") or []))
