"""Show me one: one of the person's own facts, and nothing asked (care rule 25)."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from guide.journal.journal import Journal
from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.widgets.hints import hints
from guide.words import home as said
from guide.words import screens as words

_NEXT = "one-next"


class OneScreen(GuideScreen[None]):
    """One fact; `o` shows another. The facts come round in turn, also over several days."""

    where = "one"
    help_text = words.HELP_ONE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "another", words.ANOTHER, show=False, id="one.another", tooltip=words.KEY_ANOTHER),
        Binding("enter", "back", words.BACK, show=False, id="one.back"),
    ]

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._facts = [item.label for item in journal.facts()]

    def body(self) -> ComposeResult:
        """Yield the fact and the keys."""
        yield Static(strong(said.ONE), classes="title")
        yield Static(self._fact(), id="fact", classes="part")
        keys = [("o", words.ANOTHER)] if len(self._facts) > 1 else []
        yield Static(dim(hints(self.app, *keys, ("Esc", words.BACK))), classes="title")

    def action_another(self) -> None:
        """Show the next fact."""
        if self._facts:
            self.query_one("#fact", Static).update(self._fact())

    def _fact(self) -> Content:
        if not self._facts:
            return say(said.ONE_EMPTY.format(title=self._maker()))
        kept = self._journal.state(_NEXT)
        place = kept if isinstance(kept, int) else 0
        self._journal.set_state(_NEXT, (place + 1) % 1_000_000)
        return say(self._facts[place % len(self._facts)])

    def _maker(self) -> str:
        """The title of the exercise that collects one's own facts."""
        names = set(self._journal.library.named_by_role("collections", "evidence"))
        for one in self._journal.library.exercises():
            pack = one.ref.split("/")[0]
            if any(f"{pack}/{step.get('collect')}" in names for step in one.data["steps"]):
                return one.title
        return said.DOORS
