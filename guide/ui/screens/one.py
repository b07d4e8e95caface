"""Show me one: one of the person's own facts, and nothing asked (care rule 25)."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from guide.journal import one
from guide.journal.journal import Journal
from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.widgets.hints import hints
from guide.words import home as said
from guide.words import screens as words


class OneScreen(GuideScreen[None]):
    """One fact; the key that opened it shows another. They come round in turn, also over several days."""

    where = "one"
    help_text = words.HELP_ONE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", words.BACK, show=False, id="one.back"),
    ]

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal

    def body(self) -> ComposeResult:
        """Yield the fact and the keys."""
        yield Static(strong(said.ONE), classes="title")
        yield Static(say(one.one(self._journal)), id="fact", classes="part")
        keys = [("one", words.ANOTHER)] if one.several(self._journal) else []
        yield Static(dim(hints(self.app, *keys, ("Esc", words.BACK))), classes="title")

    def action_one(self) -> None:
        """Show the next fact, in place."""
        self.query_one("#fact", Static).update(say(one.one(self._journal)))
