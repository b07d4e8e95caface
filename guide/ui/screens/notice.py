"""One sentence that stands in the way, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.screens import go
from guide.ui.widgets.hints import hints
from guide.words import screens as words
from guide.words.notices import NEEDS_OPEN

if TYPE_CHECKING:
    from guide.journal.journal import Journal


class NoticeScreen(GuideScreen[None]):
    """A sentence and its remedy; with `go_to`, Enter begins the exercise that makes what is missing."""

    where = "notice"
    help_text = words.HELP_NOTICE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", words.GO_ON, show=False, id="notice.go-on", tooltip=words.KEY_MARK)
    ]

    def __init__(
        self, journal: Journal, message: str, remedy: str = "", *, go_to: str = "", title: str = ""
    ) -> None:
        super().__init__()
        self._journal, self._message, self._remedy = journal, message, remedy
        self._go_to, self._title = go_to, title

    def body(self) -> ComposeResult:
        """Yield the sentence, the remedy and the keys."""
        yield Static(strong(words.NOTICE), classes="title")
        yield Static(say(self._message), classes="part")
        if self._remedy:
            yield Static(say(self._remedy), classes="part")
        pairs = [("Enter", f"{NEEDS_OPEN}: {self._title}")] if self._go_to else [("Enter", words.GO_ON)]
        yield Static(dim(hints(self.app, *pairs, ("Esc", words.BACK))), classes="title")

    def action_go_on(self) -> None:
        """Go there, or back when there is nowhere to go."""
        if self._go_to:
            go.begin(self, self._journal, self._go_to, instead=True)
        else:
            self.action_back()
