"""For a blank mind: made-up examples and half a sentence to finish (care rule 27)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guide.ui.say import Piece, dim, join, strong
from guide.ui.steps.parts.boards import OneOf, Option
from guide.words import notices, stepping

_BACK = "back"


def has_examples(frozen: dict[str, Any]) -> bool:
    """Whether a step, or a field of a record, has any."""
    return bool(frozen.get("examples") or frozen.get("starters"))


def with_example(words: str, example: str) -> str:
    """Return the chosen example; what was written before stays in front of it."""
    return f"{words.rstrip()} {example}" if words.strip() and example else words or example


class ExamplesBoard(OneOf):
    """The examples and starters as rows; the first row goes back, so that Enter copies nothing by itself."""

    def __init__(self, frozen: dict[str, Any], chosen: Callable[[str], None]) -> None:
        self._texts = [str(text) for text in frozen.get("examples") or []]
        self._examples = len(self._texts)
        self._texts += [str(text) for text in frozen.get("starters") or []]
        self._take = chosen
        options = [Option(f"{index}", text) for index, text in enumerate(self._texts)]
        heads: list[Piece] = []
        if self._examples:
            heads.append(strong(notices.BLANK_MIND))
        if len(self._texts) > self._examples:
            starts = f"{self._examples + 1}–{len(self._texts)}" if self._examples else ""
            heads.append(dim(f"{notices.BLANK_MIND_START}{': ' + starts if starts else ''}"))
        super().__init__(
            [*options, Option(_BACK, stepping.EXAMPLES_BACK, "escape")],
            self._picked, at=len(options), keys=stepping.KEYS_MENU, intro=join(*heads, between="\n"), menu=True,
        )  # fmt: skip

    def _picked(self, name: str) -> None:
        self._take("" if name == _BACK else self._texts[int(name)])
