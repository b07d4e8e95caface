"""Several lines of words; a line with only a full stop ends them."""

from __future__ import annotations

from guide.plain.prompts.short import BLANK, blank_mind, examples, words_of
from guide.plain.turn import Turn
from guide.steps.base import Json
from guide.words import plain as words

END = "."
ANEW = "-"


def show(turn: Turn) -> None:
    """Write what stands here already, and how it is ended."""
    before = words_of(turn.raw)
    if before:
        turn.talk.say(words.HERE_SO_FAR)
        turn.talk.say(before, first="  ")
        turn.talk.say(words.LONG_GO_ON)
    turn.talk.once(words.LONG)
    if blank_mind(turn):
        turn.talk.once(words.EXAMPLES)


def ask(turn: Turn) -> Json:
    """Read lines. Each is held at once; Enter on the first keeps what stands here already."""
    lines = words_of(turn.raw).split("\n") if words_of(turn.raw) else []
    fresh = True
    local = (END, ANEW, *((BLANK,) if blank_mind(turn) else ()))
    while True:
        given = turn.line(words.KEEP if fresh and lines else "", local=local)
        if given.word == END or (fresh and not given.word and not given.words.strip()):
            return "\n".join(lines).strip("\n") or None
        if given.word == BLANK:
            examples(turn)
        elif given.word == ANEW and fresh:
            lines = []
        else:
            fresh = False
            lines.append(given.words or given.word)
            turn.hold("\n".join(lines))
