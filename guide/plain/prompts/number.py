"""A number with its unit, or one of the states the step allows."""

from __future__ import annotations

from guide.plain.prompts import scale
from guide.plain.turn import NUMB, Turn
from guide.steps.base import CANNOT_TELL, Json
from guide.steps.number import KIND, LARGEST, number_words
from guide.steps.scale import raw_of
from guide.words import plain as words


def show(turn: Turn) -> None:
    """Write the unit, the ends where there are any, and what else can be answered."""
    unit, (low, high) = str(turn.step.get("unit") or ""), KIND.ends(turn.step)
    said = [words.NUMBER_UNIT.format(unit=unit) if unit else words.NUMBER]
    if low > -LARGEST and high < LARGEST:
        said.append(words.NUMBER_BETWEEN.format(low=low, high=high))
    elif low > -LARGEST:
        said.append(words.NUMBER_LEAST.format(low=low))
    elif high < LARGEST:
        said.append(words.NUMBER_MOST.format(high=high))
    states = bool(turn.step.get("numb")) + 2 * bool(turn.step.get("cannot_tell"))
    if states:
        said.append(words.NUMBER_OR[states - 1])
    turn.talk.say(" ".join(said))


def ask(turn: Turn) -> Json:
    """Read a number. The unit behind it may be typed too, as the line in brackets shows it."""
    before, unit = raw_of(turn.raw), str(turn.step.get("unit") or "")
    given = turn.line(_shown(before, unit), numb=bool(turn.step.get("numb")))
    if given.word:
        return NUMB
    text = given.words.strip()
    if not text:
        return before
    if scale.cannot_tell(text):
        return CANNOT_TELL
    return text[: -len(unit)].strip() if unit and text.lower().endswith(unit.lower()) else text


def _shown(before: Json, unit: str) -> str:
    """An earlier number as it stands in brackets, or a state in words."""
    if before in (None, ""):
        return ""
    if before in (NUMB, CANNOT_TELL):
        return str(before).replace("-", " ")
    return number_words(before, unit)
