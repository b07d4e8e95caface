"""How each step kind is asked in lines: one module a kind, each with `show(turn)` and `ask(turn)`.

`show` writes what can be answered; `ask` reads lines until it has a raw answer for `sitting.give` (None leaves
the step open) and holds each part of an answer of several parts at once. Kinds with parts also say, with
`settled(step, raw)`, what of a held answer is whole: that is what stopping keeps.
"""

from __future__ import annotations

from typing import Final, Protocol, cast

from guide.plain.prompts import (
    choice,
    choices,
    grid,
    list,
    long,
    pick,
    rehearse,
    scale,
    sentence,
    short,
    text,
    yes_no,
)
from guide.plain.turn import Turn
from guide.steps.base import Json, Step


class Prompt(Protocol):
    """What a module of a kind has."""

    def show(self, turn: Turn) -> None:
        """Write what can be answered; prompt and help stand above it already."""

    def ask(self, turn: Turn) -> Json:
        """Read a raw answer. Raises Command, TooMany, Ended and Gone."""


PROMPTS: Final[dict[str, Prompt]] = {
    "text": cast(Prompt, text),
    "choice": cast(Prompt, choice),
    "choices": cast(Prompt, choices),
    "yes-no": cast(Prompt, yes_no),
    "scale": cast(Prompt, scale),
    "short": cast(Prompt, short),
    "long": cast(Prompt, long),
    "list": cast(Prompt, list),
    "grid": cast(Prompt, grid),
    "pick": cast(Prompt, pick),
    "sentence": cast(Prompt, sentence),
    "rehearse": cast(Prompt, rehearse),
}


def settled(step: Step, raw: Json) -> Json:
    """What of a held answer is whole. A kind without parts is as whole as it stands."""
    whole = getattr(PROMPTS[step["kind"]], "settled", None)
    return whole(step, raw) if whole is not None else raw
