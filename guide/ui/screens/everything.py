"""Deleting everything: the question, and the last page, from which there is only leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from guide.journal import everything
from guide.journal.journal import Journal
from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.screens.typed_word import TypedWordScreen
from guide.ui.widgets.hints import hints
from guide.words import changing as said


def ask(screen: Screen[None], journal: Journal, left: Callable[[], None]) -> None:
    """Say what goes and what stays and ask for the word; `left` is called when it is left as it is."""

    def answered(sure: bool | None) -> None:
        if not sure:
            left()
            return
        gone = everything.delete_everything(journal.places, journal)
        screen.app.push_screen(GoneScreen(gone.said))

    lines = [*everything.asks(journal.places), said.EVERYTHING_ASK.format(word=said.WORD_EVERYTHING)]
    screen.app.push_screen(TypedWordScreen(said.EVERYTHING, lines, said.WORD_EVERYTHING), answered)


class GoneScreen(GuideScreen[None]):
    """What was done. The pages beneath still show what is no longer there, so none of them is gone back to."""

    where = "gone"
    help_text = said.HELP_GONE
    shows_one = False

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = lines

    def body(self) -> ComposeResult:
        """Yield what was done, and the key to leave with."""
        yield Static(strong(said.EVERYTHING), classes="title")
        for line in self._lines:
            yield Static(say(line), classes="part")
        yield Static(dim(hints(self.app, ("gone.leave", said.LEAVE))), classes="title")

    def action_leave(self) -> None:
        """End the program; the next start is as new."""
        self.app.exit(return_code=0)

    def action_back(self) -> None:
        """There is nothing to go back to."""
        self.action_leave()
