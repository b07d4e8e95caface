"""A number or a date in a one-line field: read while it is typed, and said beneath the field how it is read."""

from __future__ import annotations

from typing import Any, Final

from guide.steps.base import CANNOT_TELL, GIVEN, NUMB, Json, Problem
from guide.steps.date import KIND as DATE
from guide.steps.number import KIND as NUMBER
from guide.steps.number import LARGEST
from guide.ui.say import Piece, dim, fill, join
from guide.ui.steps.parts.reading import making
from guide.words import stepping

READ: Final = {"number": NUMBER, "date": DATE}
"""The kinds whose words are read as something else."""
_STATES: Final = {NUMB: "numb", CANNOT_TELL: "cannot_tell"}
_LETTERS: Final = {NUMB: "n", CANNOT_TELL: "c"}
_WORDS: Final = {
    NUMB: ("n", "numb", "i feel nothing"),
    CANNOT_TELL: ("c", "?", "cannot tell", "cannot-tell", "can't tell", "can’t tell"),
}


def read_raw(part: dict[str, Any], raw: Json) -> Json:
    """Return a raw answer as such a field can hold it; None for anything else. Any JSON may come."""
    if isinstance(raw, dict) and "state" in raw:
        raw = raw.get("value") if raw["state"] == GIVEN else raw["state"]
    if part["kind"] == "date" and isinstance(raw, dict):
        found = {key: raw[key] for key in ("date", "precision") if isinstance(raw.get(key), str)}
        return found if "date" in found else None
    if isinstance(raw, str):
        return raw if raw.strip() else None
    return raw if isinstance(raw, (int, float)) and not isinstance(raw, bool) else None


def field_words(raw: Json) -> str:
    """Return what stands in the field for a raw answer: what one would type for it."""
    if isinstance(raw, dict):
        return str(raw.get("date", ""))
    return _LETTERS.get(raw, raw) if isinstance(raw, str) else "" if raw is None else str(raw)


def field_raw(part: dict[str, Any], words: str, before: Json = None) -> Json:
    """Return the raw answer in the field, checked or not; `before` where nobody changed its words."""
    if before is not None and words == field_words(before):
        return before
    return _state(part, words) or (words if words.strip() else None)


def taken(part: dict[str, Any], words: str, before: Json, today: str) -> Json:
    """Return what the field is read as, as it would be kept. Raises Problem with the kind's own sentence.

    A date is taken as it was read, so that "yesterday" stays the same day when it is answered tomorrow.
    """
    raw = field_raw(part, words, before)
    if raw is None:
        return None
    answer = READ[part["kind"]].parse(part, raw, making(today))
    return answer.value if answer.state == GIVEN else answer.state


def beneath(part: dict[str, Any], words: str, today: str) -> Piece:
    """Return the two lines beneath the field: how the words are read, and what it may look like."""
    return join(fill(stepping.READ_AS, words=_reading(part, words, today)), dim(_forms(part)), between="\n")


def state_keys(part: dict[str, Any]) -> list[str]:
    """Return how a state is typed, for the line of keys."""
    return [stepping.KEYS_STATE[state] for state, key in _STATES.items() if part.get(key)]


def _reading(part: dict[str, Any], words: str, today: str) -> str:
    try:
        raw = field_raw(part, words)
        answer = READ[part["kind"]].parse(part, raw, making(today)) if raw is not None else None
    except Problem:
        answer = None
    if answer is None:
        return stepping.NOT_YET
    return stepping.STATE_SHORT.get(answer.state) or READ[part["kind"]].words(part, answer)


def _state(part: dict[str, Any], words: str) -> str | None:
    typed = " ".join(words.lower().split())
    return next((state for state, key in _STATES.items() if part.get(key) and typed in _WORDS[state]), None)


def _forms(part: dict[str, Any]) -> Piece:
    if part["kind"] == "date":
        day = stepping.DATE_AHEAD if part.get("ahead") else stepping.DATE_DAY
        return stepping.DATE_ABOUT if part.get("approximate") else day
    low, high = NUMBER.ends(part)
    if low > -LARGEST and high < LARGEST:
        forms = fill(stepping.NUMBER_BETWEEN, low=low, high=high)
    elif low > -LARGEST:
        forms = fill(stepping.NUMBER_LEAST, low=low)
    else:
        forms = fill(stepping.NUMBER_MOST if high < LARGEST else stepping.NUMBER_ANY, high=high)
    unit = str(part.get("unit") or "")
    return fill(stepping.NUMBER_IN, number=forms, unit=unit) if unit else forms
