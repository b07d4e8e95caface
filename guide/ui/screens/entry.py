"""One entry, in the words as they were asked then; a changed answer shows its earlier wording."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import entry_text, look
from guide.journal.journal import Journal
from guide.journal.look import Entry
from guide.journal.look import Line as EntryLine
from guide.ui.base import GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.widgets.days import shown_day
from guide.ui.widgets.hints import hints
from guide.words import look as said
from guide.words import screens as words


class EntryScreen(GuideScreen[bool]):
    """The result is true when the entry is to go to the trash."""

    where = "entry"
    help_text = words.HELP_ENTRY
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "delete", said.DELETE, show=False, id="entry.delete", tooltip=said.DELETE),
        Binding("enter", "back", words.BACK, show=False, id="entry.back"),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, journal: Journal, entry: str) -> None:
        super().__init__()
        self._journal, self._entry = journal, entry

    def body(self) -> ComposeResult:
        """Yield the entry's lines, or the sentence that says why it cannot be read."""
        try:
            found = look.entry(self._journal, self._entry)
        except GuideError as error:
            yield Static(say(str(error)), classes="part")
            return
        title = said.ENTRY.format(title=found.title, day=shown_day(found.day))
        yield Static(strong(say(title, lines=False)), classes="title")
        yield Static(dim(self._about(found)), classes="part")
        for line in found.lines:
            yield Static(_shown(line), classes="part")
        if not found.lines:
            yield Static(say(said.ENTRY_NOTHING), classes="part")
        yield Static(dim(hints(self.app, ("d", said.DELETE), ("Esc", words.BACK))), classes="part")

    def _about(self, found: Entry) -> str:
        return " ".join(entry_text.about(found))

    def action_delete(self) -> None:
        """Hand back that it is to go."""
        self.dismiss(True)

    def action_scroll(self, rows: int) -> None:
        """Scroll by lines."""
        for column in self.query("Column"):
            column.scroll_relative(y=rows, animate=False)


def _shown(line: EntryLine) -> Content:
    parts: list[Content] = [strong(line.prompt)] if line.prompt else []
    parts += [say(f"  {each}") for each in line.words]
    for when, old in entry_text.wordings(line):
        parts += [dim("  " + when), *(dim("  " + each) for each in old)]
    parts += [dim(f"  {one}") for one in entry_text.beside(line)]
    return join(*parts, between="\n")
