"""What was built up: every list that holds something, each with how much is in it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from guide.journal import items
from guide.journal.journal import Journal
from guide.ui.say import dim, say, strong
from guide.ui.screens.listed import ListedScreen
from guide.ui.widgets.hints import hints
from guide.ui.widgets.rows import Row, Rows
from guide.words import items as said
from guide.words import screens as words


class ItemsScreen(ListedScreen[None]):
    """The lists; Enter opens one, and what changed in it shows when one comes back."""

    where = "lists"
    help_text = said.HELP_LISTS

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._lists = items.built_up(journal)

    def body(self) -> ComposeResult:
        """Yield the title, the lists and the keys."""
        yield Static(strong(said.TITLE), classes="title")
        yield Rows(self._rows())
        yield Static(self._below(), id="below", classes="title")

    def on_screen_resume(self) -> None:
        """Count again: something may have been set aside or taken back."""
        self._lists = items.built_up(self._journal)
        self.query_one(Rows).set_rows(self._rows(), keep=True)
        self.query_one("#below", Static).update(self._below())

    def do(self, row: str) -> None:
        """Open the list."""
        from guide.ui.screens.item_list import ItemListScreen

        self.app.push_screen(
            ItemListScreen(self._journal, next(one for one in self._lists if one.name == row))
        )

    def _rows(self) -> list[Row]:
        return [
            Row(
                one.name,
                say((f"{number}  " if number <= 9 else "   ") + one.title, lines=False),
                say(items.counted(one)),
            )
            for number, one in enumerate(self._lists, 1)
        ]

    def _below(self) -> Content:
        if not self._lists:
            return say(said.EMPTY)
        return dim(hints(self.app, ("Enter", said.OPEN), ("Esc", words.BACK)))
