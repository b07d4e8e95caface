"""The week in seven plain lines (care rule 29)."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from guide.journal.journal import Journal
from guide.journal.week import lines
from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.widgets.hints import hints
from guide.words import screens as words
from guide.words import week as said


class WeekScreen(GuideScreen[None]):
    """Seven days to read, today last; nothing is asked."""

    where = "week"
    help_text = said.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", words.BACK, show=False, id="week.back"),
    ]

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._lines = lines(journal)

    def body(self) -> ComposeResult:
        """Yield the title, a line a day, and the key."""
        yield Static(strong(said.TITLE), classes="title")
        for line in self._lines:
            yield Static(say(line, lines=False), classes="day")
        yield Static(dim(hints(self.app, ("Esc", words.BACK))), classes="title")
