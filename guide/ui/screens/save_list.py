"""Where to save a list or an entry. A file that is there is replaced only by a second Enter on its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import list_file
from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.widgets.hints import hints
from guide.words import items as said
from guide.words import screens as words

if TYPE_CHECKING:
    from guide.ui.fields import LineInput


class SaveListScreen(GuideScreen[str]):
    """One field with a neutral name in it; the result is the file as it was written, or nothing."""

    where = "save"
    help_text = said.HELP_SAVE

    def __init__(
        self, lines: Sequence[str], *, title: str = said.SAVE_TITLE, name: str = said.FILE_NAME
    ) -> None:
        super().__init__()
        self._heading, self._suggested = title, name
        self._lines, self._taken = lines, ""

    def body(self) -> ComposeResult:
        """Yield what there is to know, the field and the keys."""
        from guide.ui.base import LineInput

        yield Static(strong(self._heading), classes="title")
        yield Static(say(said.SAVE_PLAIN), classes="part")
        yield Static(say(said.SAVE_WHERE), classes="part")
        yield LineInput(self._suggested, id="file")
        yield Static("", id="note")
        yield Static(dim(hints(self.app, ("Enter", said.SAVE), ("Esc", words.BACK))), classes="title")

    def on_mount(self) -> None:
        """Stand in the field."""
        self._field.focus()

    @property
    def _field(self) -> LineInput:
        from guide.ui.base import LineInput

        return self.query_one(LineInput)

    def on_input_changed(self) -> None:
        """Another name was not asked about yet."""
        self._taken = ""

    def on_input_submitted(self) -> None:
        """Write the file, and go back when it is there."""
        name = self._field.value
        try:
            self.dismiss(list_file.save(name, self._lines, replace=bool(name) and name == self._taken))
        except GuideError as error:
            self._taken = name if isinstance(error, list_file.Taken) else ""
            self.query_one("#note", Static).update(say(str(error)))
