"""The trash: what was deleted, brought back or removed for good; and deleting everything."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import changing
from guide.journal.journal import Journal
from guide.ui.base import GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.screens.typed_word import TypedWordScreen
from guide.ui.widgets.hints import hints
from guide.ui.widgets.pages_list import Line, PagesList
from guide.words import changing as said
from guide.words import screens as words


class TrashScreen(GuideScreen[None]):
    """What went there last stands first. Only what can be done now is offered."""

    where = "trash"
    help_text = said.HELP_TRASH
    DEFAULT_CSS = """
    TrashScreen Column { overflow: hidden; scrollbar-gutter: auto; }
    TrashScreen PagesList { scrollbar-size-vertical: 1; }
    TrashScreen #note { padding: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._read = 0
        self._note: list[str] = []
        self._held: list[changing.Holding] = []

    def body(self) -> ComposeResult:
        """Yield the title, the entries, and a line of what happened or can be done."""
        yield Static(strong(said.TRASH), classes="title", id="head")
        yield PagesList(self._more)
        yield Static("", id="note")

    def on_mount(self) -> None:
        """Read what is in it, and stand on the list."""
        self.query_one(PagesList).focus()
        self._held = changing.still_held(self._journal)
        self._read_anew()

    def _read_anew(self, place: int = 0) -> None:
        self._read = 0
        try:
            self.query_one(PagesList).show_anew(place=place)
        except GuideError as error:
            self._note = [str(error)]
        self._say()

    def _more(self, few: int) -> list[Line]:
        found = changing.in_trash(self._journal, limit=few, offset=self._read)
        self._read += len(found)
        return [Line(row.id, say(changing.in_one_line(row), lines=False)) for row in found]

    def _say(self) -> None:
        count = changing.count(self._journal)
        text = said.TRASH_COUNT[count != 1].format(n=count) if count else said.TRASH_EMPTY
        lines = [*(self._note or [text]), ""] if self._note or not count else [text]
        self.query_one("#note", Static).update(join(*map(say, lines), self._hints(), between="\n"))
        self.refresh_bindings()

    def _hints(self) -> Content:
        pairs = [("trash.restore", said.RESTORE)] if self._chosen else []
        pairs += [("trash.undo", words.UNDO)] if self._may_undo else []
        pairs += [("trash.empty", said.EMPTY_IT)] if self._chosen else []
        pairs += [("trash.backups", said.REMOVE_BACKUPS)] if self._held else []
        pairs += [("trash.everything", said.EVERYTHING_SHORT)] if self._keeps else []
        return dim(hints(self.app, *pairs, ("Esc", words.BACK)))

    # -- what a person does ---------------------------------------------------------------------------
    @property
    def _chosen(self) -> str:
        return self.query_one(PagesList).chosen if self.is_mounted else ""

    @property
    def _may_undo(self) -> bool:
        return changing.can_undo(self._journal)

    @property
    def _keeps(self) -> bool:
        return self._journal.store.path is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        there = {
            "restore": bool(self._chosen),
            "empty": bool(self._chosen),
            "undo": self.is_mounted and self._may_undo,
            "backups": bool(self._held),
            "everything": self._keeps,
        }
        return there.get(action, super().check_action(action, parameters))

    def on_pages_list_clicked(self) -> None:
        """A click only chooses: bringing something back is a key."""
        self.refresh_bindings()

    def action_restore(self) -> None:
        """Bring the chosen entry back."""
        chosen, place = self._chosen, self.query_one(PagesList).place
        if chosen:
            self._do(lambda: changing.restore(self._journal, chosen), place)

    def action_undo(self) -> None:
        """Take back the last deletion or correction."""
        self._do(lambda: changing.undo(self._journal))

    def _do(self, change: changing.Doing, place: int = 0) -> None:
        try:
            done = change()
        except GuideError as error:
            self._note = [error.message]
        else:
            self._note = done.said
            self._held = done.held or self._held
        self._read_anew(place)

    def action_empty(self) -> None:
        """Ask for the word, and remove what is in the trash for good."""
        count, word = changing.count(self._journal), said.WORD_EMPTY
        question = said.ASK_EMPTY[count != 1].format(n=count, word=word)
        self.app.push_screen(TypedWordScreen(said.EMPTY_TITLE, [question], word), self._empty)

    def _empty(self, sure: bool | None) -> None:
        if not sure:
            self._note = [said.LEFT]
            self._say()
            return
        self._note = [said.A_MOMENT]  # a notebook of many years takes some seconds
        self._say()
        self.call_after_refresh(self._do, lambda: changing.empty_trash(self._journal))

    def action_backups(self) -> None:
        """Ask for the word, and remove the backups that still hold what is gone."""
        word = said.WORD_EMPTY
        named = changing.of_backups(self._held)[:1]
        lines = [*named, said.ASK_BACKUPS.format(word=word)]
        self.app.push_screen(TypedWordScreen(said.BACKUPS_TITLE, lines, word), self._remove_backups)

    def _remove_backups(self, sure: bool | None) -> None:
        if not sure:
            self._note = [said.LEFT_BACKUPS]
            self._say()
            return
        held, self._held = self._held, []
        self._do(lambda: changing.remove_backups(self._journal, held))

    def action_everything(self) -> None:
        """Ask for another word, and delete all that was written."""
        from guide.ui.screens.everything import ask

        ask(self, self._journal, self._left)

    def _left(self) -> None:
        self._note = [said.LEFT]
        self._say()
