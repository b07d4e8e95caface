"""For a blank mind: made-up examples and half a sentence to finish (care rule 27)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


class Groups(OneOf):
    """Rows in groups under their headings; the last row goes back, so that Enter copies nothing by itself.

    A group is (heading, texts). `chosen` is given the place of a row among all of them, None for going back; `at` is
    the row to stand on first.
    """

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[str]]],
        chosen: Callable[[int | None], None],
        *,
        back: str = stepping.EXAMPLES_BACK,
        at: int | None = None,
    ) -> None:
        self._take = chosen
        options: list[Option] = []
        heads: list[Piece] = []
        for heading, texts in groups:
            if not texts:
                continue
            first = len(options) + 1
            options += [Option(f"{first + n}", text) for n, text in enumerate(texts)]
            rows = f"{first}–{len(options)}" if len(texts) > 1 else f"{first}"
            heads.append(dim(f"{heading}: {rows}") if heads else strong(heading))
        super().__init__(
            [*options, Option(_BACK, back, "escape")], self._picked, at=len(options) if at is None else at,
            keys=stepping.KEYS_MENU, intro=join(*heads, between="\n"), menu=True,
        )  # fmt: skip

    def _picked(self, name: str) -> None:
        self._take(None if name == _BACK else int(name) - 1)


class ExamplesBoard(Groups):
    """The examples and starters of a step, or of a field of a record. `chosen` is given the words, or none."""

    def __init__(self, frozen: dict[str, Any], chosen: Callable[[str], None]) -> None:
        examples = [str(text) for text in frozen.get("examples") or []]
        starters = [str(text) for text in frozen.get("starters") or []]
        texts = [*examples, *starters]
        super().__init__(
            [(notices.BLANK_MIND, examples), (notices.BLANK_MIND_START, starters)],
            lambda place: chosen("" if place is None else texts[place]),
        )
