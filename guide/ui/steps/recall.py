"""What was answered before, shown again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guide.steps.base import Json
from guide.ui.say import Piece
from guide.ui.steps.base import StepView
from guide.ui.steps.parts.boards import OneOf, Option
from guide.ui.steps.parts.pad import Row
from guide.words import stepping


class LinesBoard(OneOf):
    """Lines to read, and Enter to go on. The arrows stay with the page, which they scroll."""

    def __init__(self, lines: Sequence[Piece], go_on: Callable[[], None], lead: str = "") -> None:
        super().__init__(
            [Option("go-on", stepping.GO_ON)], lambda _name: go_on(), at=0, keys=stepping.KEYS_TEXT
        )
        self._above = [Row(line, lead) for line in lines]

    def rows(self) -> list[Row]:
        """The lines, and the row that goes on."""
        return [*self._above, *([Row("")] if self._above else []), *super().rows()]


class RecallView(StepView):
    """Lines as they were found when the step was shown."""

    def fill(self, raw: Json) -> None:
        """Put the lines on the pad."""
        lines = [str(line) for line in self.frozen.get("lines") or []]
        lead = stepping.LINE_LEAD if lines else ""
        self.use(LinesBoard(lines or [stepping.NOTHING_THERE], self.read, lead))

    def read(self) -> None:
        """Go on."""
        self.answer(None)
