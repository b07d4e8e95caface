"""What screens with one list to choose from share: Enter and a click do what is marked."""

from __future__ import annotations

from typing import ClassVar, Generic

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType

from guide.ui.base import GuideScreen
from guide.ui.widgets.rows import Rows
from guide.words import screens as words


class ListedScreen(GuideScreen[ScreenResultType], Generic[ScreenResultType]):
    """A screen around one `Rows`; a subclass says in `do` what a row does."""

    AUTO_FOCUS: ClassVar[str | None] = ""  # it would scroll a long list into view, and the title out of it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", words.OPEN, show=False, id="listed.choose", tooltip=words.KEY_MARK)
    ]

    def on_mount(self) -> None:
        """Stand on the list, with what stands above it in sight."""
        self.query_one(Rows).focus(scroll_visible=False)

    def on_key(self, event: events.Key) -> None:
        """A digit does what Enter does on the row of that place."""
        rows = self.query_one(Rows)
        if event.character and event.character in "123456789" and rows.choose_place(int(event.character)):
            event.stop()
            self.action_choose()

    def on_rows_clicked(self) -> None:
        """A click does what Enter does."""
        self.action_choose()

    def action_choose(self) -> None:
        """Do what is marked."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.do(chosen)

    def do(self, row: str) -> None:
        """Do what the row of this id stands for."""
        raise NotImplementedError
