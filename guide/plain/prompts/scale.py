"""A number between two ends, or one of the states the step allows."""

from __future__ import annotations

from typing import Any

from guide.plain.turn import NUMB, Turn
from guide.steps.base import CANNOT_TELL, Json
from guide.steps.scale import raw_of
from guide.words import plain as words

_CANNOT = ("cannot tell", "cannot-tell", "can't tell", "can’t tell")


def show(turn: Turn) -> None:
    """Write the two ends and what can be answered."""
    ends(
        turn,
        turn.step["range"],
        numb=bool(turn.step.get("numb")),
        cannot_tell=bool(turn.step.get("cannot_tell")),
    )


def ask(turn: Turn) -> Json:
    """Read a rating. Where feeling nothing has a number of its own, the help says so once more."""
    raw = rating(turn)
    if raw == NUMB and not turn.step.get("numb") and turn.step.get("help"):
        turn.talk.say(str(turn.step["help"]))
    return raw


def ends(turn: Turn, range_: dict[str, Any], *, numb: bool = False, cannot_tell: bool = False) -> None:
    """Write the words of the two ends, and the line that says what can be answered."""
    said = [
        words.RANGE_END.format(number=range_[end], words=range_[side])
        for end, side in (("min", "low"), ("max", "high"))
        if range_.get(side)
    ]
    template = (words.RANGE, words.RANGE_NUMB, words.RANGE_CANNOT_TELL, words.RANGE_BOTH)[
        numb + 2 * cannot_tell
    ]
    turn.talk.say(" ".join([*said, template.format(low=range_["min"], high=range_["max"])]))


def rating(turn: Turn) -> Json:
    """Read one rating as a raw value: digits, a state, or what was typed for `parse` to say what is wrong."""
    before = raw_of(turn.raw)
    given = turn.line("" if before in (None, "") else str(before).replace("-", " "), numb=True)
    if given.word:
        return given.word
    text = given.words.strip()
    if cannot_tell(text):
        return CANNOT_TELL
    return text or before


def cannot_tell(text: str) -> bool:
    """Whether these words say that one cannot tell."""
    return text.lower() in _CANNOT
