"""One round of a rehearsal, opened again: the rounds before and after it stay as they are, and it keeps its time."""

from __future__ import annotations

from typing import Any, NamedTuple

from guide.journal.correcting import Correction
from guide.journal.look import answer_words
from guide.steps.base import GIVEN, Answer, Json


class Opened(NamedTuple):
    """What the step begins with, when the round was said, the rounds after it, and whether it was said at all."""

    raw: Json
    at: str
    after: list[Json]
    said: bool = True


def rounds_of(correction: Correction) -> list[list[str]]:
    """The words of each round, where an answer has several; else nothing."""
    rounds = _rounds(correction)
    if len(rounds) < 2:
        return []
    frozen = correction.editable.frozen
    return [answer_words(frozen, Answer(GIVEN, {"rounds": [one]})) for one in rounds]


def opened(correction: Correction, number: int = 0) -> Opened | None:
    """A round (from 0) as one that is under way. None without one, or while one is under way."""
    rounds, raw = _rounds(correction), correction.editable.raw
    if not 0 <= number < len(rounds) or raw.get("now"):
        return None
    again: dict[str, Any] = {key: value for key, value in rounds[number].items() if key not in ("said", "at")}
    again["part"] = "before" if (correction.editable.frozen.get("before") or {}).get("rate") else "said"
    begun = {"rounds": rounds[:number], "now": again}
    said = bool(rounds[number].get("said"))
    return Opened(begun, str(rounds[number].get("at") or ""), rounds[number + 1 :], said)


def closed(raw: Json, after: list[Json]) -> Json:
    """The whole answer again: the rounds that come after stand behind those that were given."""
    if not after:
        return raw
    given = raw if isinstance(raw, dict) else {}
    return {**given, "rounds": [*(given.get("rounds") or []), *after]}


def _rounds(correction: Correction) -> list[dict[str, Any]]:
    raw = correction.editable.raw
    if correction.editable.frozen.get("kind") != "rehearse" or not isinstance(raw, dict):
        return []
    rounds = raw.get("rounds")
    return [one for one in rounds if isinstance(one, dict)] if isinstance(rounds, list) else []
