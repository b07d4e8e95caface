"""A date, typed as it comes to mind. It is said back, so that a slip is heard."""

from __future__ import annotations

from guide.plain.turn import Turn
from guide.steps.base import Json, Making, Problem
from guide.steps.date import KIND
from guide.steps.days import date_words
from guide.words import plain as words


def show(turn: Turn) -> None:
    """Write how a date can be given."""
    day = words.DATE_AHEAD if turn.step.get("ahead") else words.DATE
    turn.talk.once(words.DATE_ABOUT if turn.step.get("approximate") else day)


def ask(turn: Turn) -> Json:
    """Read a date. It is handed on as a day, a month or a year: `yesterday` is another day tomorrow."""
    text = turn.line(date_words(turn.raw) if turn.raw else "").words.strip()
    if not text:
        return turn.raw or None
    try:
        value = KIND.parse(turn.step, text, Making(lambda: "", "", None, turn.journal.clock().day)).value
    except Problem:
        return text
    shown = date_words(value)
    if text != value["date"] and text.lower() not in shown.lower():
        turn.talk.say(words.DATE_READ.format(words=shown))
    return value
