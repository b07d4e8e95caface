"""A word to type before what cannot be undone: what goes, what stays, one field, and nothing happens by habit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.widgets.hints import hints
from guide.words import changing as said
from guide.words import screens as words

if TYPE_CHECKING:
    from guide.ui.fields import LineInput


class TypedWordScreen(GuideScreen[bool]):
    """The result is true when the word was typed. Enter on anything else says so and asks on; Esc leaves it."""

    where = "typed-word"
    help_text = said.HELP_WORD

    def __init__(self, title: str, lines: Sequence[str], word: str) -> None:
        super().__init__()
        self._head, self._lines, self._word = title, lines, word

    def body(self) -> ComposeResult:
        """Yield what there is to know, the field and the keys."""
        from guide.ui.base import LineInput

        yield Static(strong(say(self._head, lines=False)), classes="title")
        for line in self._lines:
            yield Static(say(line), classes="part")
        yield LineInput(id="word")
        yield Static("", id="note")
        yield Static(dim(hints(self.app, ("Enter", said.GO_ON), ("Esc", words.BACK))), classes="title")

    def on_mount(self) -> None:
        """Stand in the field."""
        self._field.focus()

    @property
    def _field(self) -> LineInput:
        from guide.ui.base import LineInput

        return self.query_one(LineInput)

    def on_input_submitted(self) -> None:
        """Go on when it is the word. Nothing typed at all is leaving it."""
        typed = self._field.value.strip().casefold()
        if typed == self._word or not typed:
            self.dismiss(typed == self._word)
        else:
            self._field.value = ""
            self.query_one("#note", Static).update(say(said.NOT_THE_WORD.format(word=self._word)))
