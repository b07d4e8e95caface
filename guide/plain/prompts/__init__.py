"""How each step kind is asked in lines: one module a kind, each with `show(turn)` and `ask(turn)`.

`show` writes what can be answered; `ask` reads lines until it has a raw answer for `sitting.give` (None leaves
the step open) and holds each part of an answer of several parts at once. Kinds with parts also say, with
`settled(step, raw)`, what of a held answer is whole: that is what stopping keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final, Protocol, cast

from guide.plain.turn import Turn
from guide.steps.base import Json, Step

_NAMES: Final = (
    "text",
    "choice",
    "choices",
    "yes-no",
    "scale",
    "number",
    "short",
    "long",
    "date",
    "list",
    "grid",
    "pick",
    "update",
    "sentence",
    "rehearse",
    "plan",
    "chart",
    "recall",
    "count",
)


class Prompt(Protocol):
    """What a module of a kind has."""

    def show(self, turn: Turn) -> None:
        """Write what can be answered; prompt and help stand above it already."""

    def ask(self, turn: Turn) -> Json:
        """Read a raw answer. Raises Command, TooMany, Ended and Gone."""


class _Prompts(Mapping[str, Prompt]):
    """Kind to its module, imported when it is first asked for."""

    def __getitem__(self, kind: str) -> Prompt:
        if kind not in _NAMES:
            raise KeyError(kind)
        return cast(Prompt, import_module(f"{__name__}.{kind.replace('-', '_')}"))

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


PROMPTS: Final[Mapping[str, Prompt]] = _Prompts()


def settled(step: Step, raw: Json) -> Json:
    """What of a held answer is whole. A kind without parts is as whole as it stands."""
    whole = getattr(PROMPTS[step["kind"]], "settled", None)
    return whole(step, raw) if whole is not None else raw
