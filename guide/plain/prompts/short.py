"""One line of words. At most one question back, and Enter keeps the words as they are."""

from __future__ import annotations

from guide.plain.turn import Turn
from guide.steps.base import Json, Step
from guide.words import notices, nudges
from guide.words import plain as words

BLANK = "x"


def show(turn: Turn) -> None:
    """Write what stands here already, and how to see examples."""
    before = words_of(turn.raw)
    if before:
        turn.talk.say(words.HERE_SO_FAR)
        turn.talk.say(before, first="  ")
    if blank_mind(turn):
        turn.talk.once(words.EXAMPLES)


def ask(turn: Turn) -> Json:
    """Read one line, and once more if a question about it is worth asking."""
    before = words_of(turn.raw)
    text = line(turn, words.KEEP if before else "")
    if not text.strip():
        return before or None
    question = turn.nudge(text)
    if not question:
        return text
    turn.hold(text)
    turn.asks(question)
    turn.talk.say(words.NUDGE_KEEP)
    return line(turn, nudges.KEEP).strip() or text


def line(turn: Turn, default: str) -> str:
    """Read one line of words; `x` alone shows examples where there are some."""
    local = (BLANK,) if blank_mind(turn) else ()
    while (given := turn.line(default, local=local)).word == BLANK:
        examples(turn)
    return given.words


def blank_mind(turn: Turn, asked: Step | None = None) -> bool:
    """Whether there is something to look at for a blank mind; `asked` is a part of the step that has its own."""
    asked = turn.step if asked is None else asked
    return bool(asked.get("examples") or asked.get("starters"))


def examples(turn: Turn, asked: Step | None = None) -> None:
    """Write made-up examples and half sentences. Nothing is taken over by itself (care rule 27)."""
    asked = turn.step if asked is None else asked
    for title, key in ((notices.BLANK_MIND, "examples"), (notices.BLANK_MIND_START, "starters")):
        if asked.get(key):
            turn.talk.say(f"{title}:")
            for text in asked[key]:
                turn.talk.say(str(text), first="  ")


def words_of(raw: Json) -> str:
    """The words of an earlier answer, whether plain or kept as an item."""
    if isinstance(raw, dict):
        raw = raw.get("text")
    return raw if isinstance(raw, str) else ""
