"""A series drawn as rows of characters, with the words that say the same, and a sentence to say beside it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from guide.steps.base import Json
from guide.ui.say import Piece, dim, fill, join, say, strong
from guide.ui.steps.base import set_text
from guide.ui.steps.recall import LinesBoard, RecallView
from guide.words import stepping

_AROUND = 6
"""Cells of a window that are not the column's: its padding, and room for its scroll bar."""


class ChartView(RecallView):
    """The drawing is never wrapped: where it does not fit, only its words stand there."""

    DEFAULT_CSS = """
    ChartView .step-drawing { text-wrap: nowrap; overflow-x: hidden; margin: 0 0 1 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.drawing = Static(classes="step-drawing")
        self._drawn: list[str] = []

    def compose(self) -> ComposeResult:
        """Yield the drawing beneath the question."""
        for part in super().compose():
            yield part
            if part is self.head:
                yield self.drawing

    def fill(self, raw: Json) -> None:
        """Draw the rows, and put the words on the pad."""
        self._drawn = [say(str(row), lines=False).plain.rstrip() for row in self.frozen.get("rows") or []]
        lines: list[Piece] = [str(line) for line in self.frozen.get("words") or []]
        if not lines and not self._drawn:
            lines = [stepping.NOTHING_THERE]
        sentence = str(self.frozen.get("say") or "").strip()
        if sentence:
            lines += ["", dim(stepping.SAY_BESIDE), strong(sentence)]
        self.use(LinesBoard(lines, self.read))
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Draw anew where the room is another one."""
        self._draw()

    def _draw(self) -> None:
        wide = max((say(row).cell_length for row in self._drawn), default=0)
        # From the window, for the column is narrower only while something in it needs a scroll bar.
        room = self.app.size.width - _AROUND if self.is_attached else wide
        fits = wide <= room
        narrow = dim(fill(stepping.TOO_NARROW, columns=wide, room=room))
        set_text(self.drawing, join(*self._drawn, between="\n") if fits else narrow)
        self.drawing.styles.text_wrap = "nowrap" if fits else "wrap"
