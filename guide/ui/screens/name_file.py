"""Where to, or where from: one field for the name of a file, with a neutral name in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import files
from guide.journal.files import Exists
from guide.places import shown
from guide.ui.base import GuideScreen
from guide.ui.say import dim, say, strong
from guide.ui.widgets.hints import hints
from guide.words import items
from guide.words import screens as words
from guide.words import taking as said

if TYPE_CHECKING:
    from guide.ui.fields import LineInput


class Named(NamedTuple):
    """The name that was given, and whether the file of that name may be replaced."""

    name: str
    replace: bool


class NameFileScreen(GuideScreen[Named]):
    """`look` checks a name, or does at once what it is for: it raises GuideError, or `Exists` when something is there.

    A second Enter on the same name then says that it may be replaced.
    """

    where = "save"
    help_text = said.HELP_NAME

    def __init__(self, title: str, lines: tuple[str, ...], name: str, look: Callable[[Named], None]) -> None:
        super().__init__()
        self._head, self._lines, self._proposed, self._look = title, lines, name, look
        self._taken = ""

    def body(self) -> ComposeResult:
        """Yield what there is to know, the field and the keys."""
        from guide.ui.base import LineInput

        yield Static(strong(self._head), classes="title")
        for line in self._lines:
            yield Static(say(line), classes="part")
        yield LineInput(self._proposed, id="file")
        yield Static("", id="note")
        yield Static(dim(hints(self.app, ("Enter", said.GO), ("Esc", words.BACK))), classes="title")

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
        """Look at the name, and go back with it."""
        name = self._field.value
        named = Named(name, bool(name) and name == self._taken)
        try:
            self._look(named)
        except Exists as error:
            self._taken = name
            self._note(f"{error.message} {said.REPLACE_AGAIN}")
        except GuideError as error:
            self._note(str(error))
        else:
            self.dismiss(named)

    def _note(self, text: str) -> None:
        self.query_one("#note", Static).update(say(text))


def to_save(title: str, name: str, lines: Sequence[str]) -> NameFileScreen:
    """Asks where to save a list or an entry, and saves it: what cannot be written is said beside the name."""

    def look(given: Named) -> None:
        files.save(given.name, lines, replace=given.replace)

    return NameFileScreen(title, (items.SAVE_PLAIN, items.SAVE_WHERE), name, look)


def saved(given: Named | None) -> str:
    """What is said afterwards; nothing when nothing was saved."""
    return items.SAVED_AS.format(file=shown(files.named(given.name))) if given is not None else ""
