"""A series in sentences. The drawing says the same and stands behind a word: read aloud, it is noise."""

from __future__ import annotations

from guide.plain.turn import Turn
from guide.steps.base import Json
from guide.words import plain as words

DRAW = "draw"


def show(turn: Turn) -> None:
    """Write the sentences, or the drawing when there are none, and what to say beside it."""
    said, rows = turn.step.get("words") or [], turn.step.get("rows") or []
    for line in said or rows:
        turn.talk.say(str(line), first="  ")
    if turn.step.get("say"):
        turn.talk.say(words.CHART_SAY)
        turn.talk.say(words.WORDS_OF.format(words=turn.step["say"]), first="  ")
    if said and rows:
        turn.talk.say(words.CHART_DRAW)
    turn.reminder = words.ENTER_ON
    turn.talk.say(words.ENTER_ON)


def ask(turn: Turn) -> Json:
    """Read Enter; `draw` writes the drawing."""
    rows = turn.step.get("rows") or []
    while (given := turn.line(local=(DRAW,))).word or given.words.strip():
        if not given.word or not rows:
            turn.trouble(words.READ)
            continue
        for row in rows:
            turn.talk.say(str(row))
        turn.talk.say(words.ENTER_ON)
