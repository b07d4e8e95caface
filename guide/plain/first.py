"""The first card in lines (care rule 20)."""

from __future__ import annotations

from guide.journal import home
from guide.journal.journal import Journal
from guide.plain import pages
from guide.plain.console import Console
from guide.plain.turn import ASIDE, read
from guide.words import first
from guide.words import plain as words

LEAVING = ("quit", "pause", "stop", "back")
"""Words that leave where nothing was begun yet."""


def card(journal: Journal, talk: Console, *, wait: bool = True) -> bool:
    """Show the card, once, and wait until it was read; whether to go on.

    Without `wait` nothing is asked: lines from a pipe are answers to what comes after it.
    """
    if journal.state(home.CARD_READ):
        return True
    talk.say(first.CARD_TITLE)
    for paragraph in (*first.CARD, pages.help_key(first.CARD_HELP)):
        talk.say(paragraph)
        talk.blank()
    word = _read(journal, talk) if wait else ""
    home.card_read(journal)
    return word not in LEAVING


def _read(journal: Journal, talk: Console) -> str:
    talk.say(words.ENTER_ON)
    while (given := read(talk.ask())).word in ASIDE:
        if given.word == "?":
            talk.say(words.HOME_HOW)
            talk.say(words.COMMANDS)
            talk.said.add(words.COMMANDS)
        else:
            pages.help_now_page(talk, journal, given.word)
    return given.word
