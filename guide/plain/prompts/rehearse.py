"""Rounds of saying one sentence: expect, say, rate, what happened; words are asked for in the first round only."""

from __future__ import annotations

from guide.plain.turn import Turn
from guide.steps.base import Json, Step


def show(turn: Turn) -> None:
    """Nothing beside the prompt: each round writes its own head."""


def ask(turn: Turn) -> Json:
    """Ask round by round; every part is held at once. None when nothing was said."""
    from guide.plain.rounds import Rounds  # it stands on the prompts of other kinds

    return Rounds(turn).ask()


def settled(step: Step, raw: Json) -> Json:
    """The rounds that were said, the one under way included: having said it is enough (care rule 4)."""
    if not isinstance(raw, dict):
        return raw
    rounds = [one for one in raw.get("rounds") or [] if isinstance(one, dict)]
    now = raw.get("now")
    if isinstance(now, dict) and now.get("said"):
        rounds = [*rounds, {key: value for key, value in now.items() if key != "next"}]
    return {"rounds": rounds} if rounds else None
