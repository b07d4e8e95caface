"""One list of what was built up, the newest first: read in pages and drawn by the line, each item in full."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import items
from guide.journal.items import Built, Held
from guide.journal.journal import Journal
from guide.ui.base import GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.widgets.hints import hints
from guide.ui.widgets.pages_list import Line, PagesList
from guide.ui.widgets.strips import NO_MARK
from guide.words import items as said
from guide.words import screens as words
from guide.words.stepping import BOX_OFF, BOX_ON

_EDGES = 5
"""Cells of a line that belong to the reading column and the scroll bar."""


class ItemListScreen(GuideScreen[None]):
    """Items in use, or with `v` those set aside. What can be done depends on the list, and only that is offered."""

    where = "items"
    help_text = said.HELP_LIST
    DEFAULT_CSS = """
    ItemListScreen Column { overflow: hidden; scrollbar-gutter: auto; }
    ItemListScreen PagesList { scrollbar-size-vertical: 1; }
    ItemListScreen #note { padding: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, journal: Journal, built: Built) -> None:
        super().__init__()
        self._journal, self._built = journal, built
        self._aside = not built.in_use
        self._read: dict[str, Held] = {}
        self._moved = ""
        self._note = ""

    def body(self) -> ComposeResult:
        """Yield the title, what a tick means, the items, and a line of what happened or can be done."""
        yield Static("", classes="title", id="head")
        if self._built.page:
            yield Static(dim(said.PAGE_WHAT), classes="part")
        yield PagesList(self._more)
        yield Static("", id="note")

    def on_mount(self) -> None:
        """Stand on the list."""
        self.query_one(PagesList).focus()

    def on_resize(self) -> None:
        """Read the items anew, as wide as there is room."""
        self._read_anew(self.query_one(PagesList).place)

    def _read_anew(self, place: int = 0) -> None:
        self._read = {}
        try:
            self._built = items.find(self._journal, self._built.name)
            self.query_one(PagesList).show_anew(place=place)
        except GuideError as error:
            self._note = str(error)
        self._say()

    def _more(self, few: int) -> list[Line]:
        """The next items, each on as many lines as its words need."""
        found = items.held(self._journal, self._built, aside=self._aside, limit=few, offset=len(self._read))
        lines: list[Line] = []
        for one in found:
            self._read[one.id] = one
            lines += self._lines(one)
        return lines

    def _lines(self, one: Held) -> list[Line]:
        room = max(8, min(80, self.app.size.width) - _EDGES - 2 * len(NO_MARK))
        label = say(one.label, lines=False)
        if self._may_tick:
            label = join(BOX_ON if one.ticked else BOX_OFF, label)
        if one.ticked:
            label = join(label, "  ", dim(said.ON_THE_PAGE))
        under = [dim(line) for each in one.more for line in say(each, lines=False).wrap(room)]
        first, *rest = label.wrap(room)
        return [Line(one.id, first), *(Line("", join(NO_MARK * 2, line), True) for line in [*rest, *under])]

    def _say(self) -> None:
        title = said.ASIDE_OF.format(title=self._built.title) if self._aside else self._built.title
        self.query_one("#head", Static).update(strong(say(title, lines=False)))
        empty = (
            said.EMPTY_ASIDE if self._aside else said.EMPTY_IN_USE if self._built.aside else said.EMPTY_LIST
        )
        above = [line for line in (self._note, "" if self._read else empty) if line]
        self.query_one("#note", Static).update(join(*above, self._hints(), between="\n"))
        self.refresh_bindings()

    def _hints(self) -> Content:
        chosen = self._chosen
        pairs = []
        if self._may_tick and chosen is not None:
            pairs.append(("items.tick", said.TICK))
        if chosen is not None:
            pairs.append(("items.set-aside", said.BACK_IN if self._aside else said.ASIDE))
        if chosen is not None and not self._aside:
            pairs.append(("items.reword", said.REWORD))
        pairs += [("items.undo", words.UNDO)] if self._moved else []
        if self._may_switch:
            pairs.append(("items.show-aside", said.SHOW_IN_USE if self._aside else said.SHOW_ASIDE))
        pairs += [("items.save", said.SAVE)] if self._may_save else []
        return dim(hints(self.app, *pairs, ("Esc", words.BACK)))

    # -- what a person does ---------------------------------------------------------------------------
    @property
    def _chosen(self) -> Held | None:
        return self._read.get(self.query_one(PagesList).chosen)

    @property
    def _may_tick(self) -> bool:
        return self._built.page and not self._aside

    @property
    def _may_save(self) -> bool:
        return self._built.role == items.SENTENCES and bool(self._built.in_use) and not self._aside

    @property
    def _may_switch(self) -> bool:
        return bool(self._built.in_use if self._aside else self._built.aside)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done here and now."""
        chosen = self.is_mounted and self._chosen is not None
        there = {
            "tick": chosen and self._may_tick,
            "set_aside": chosen,
            "reword": chosen and not self._aside,
            "undo": bool(self._moved),
            "show_aside": self._may_switch,
            "save": self._may_save,
        }
        return there.get(action, super().check_action(action, parameters))

    def action_tick(self) -> None:
        """Tick the chosen item for the page, or take the tick away."""
        chosen = self._chosen
        if chosen is not None:
            self._do(lambda: said.TICKED if items.tick(self._journal, chosen.id).ticked else said.UNTICKED)

    def action_set_aside(self) -> None:
        """Set the chosen item aside, or take it back."""
        chosen = self._chosen
        if chosen is None:
            return

        def move() -> str:
            items.set_aside(self._journal, chosen.id, not self._aside)
            self._moved = chosen.id
            return said.TAKEN_BACK if self._aside else said.SET_ASIDE

        self._do(move)

    def action_reword(self) -> None:
        """Put the chosen item in other words; the earlier ones stay."""
        chosen = self._chosen
        if chosen is not None:
            from guide.ui.screens.reword import open_for

            open_for(self, self._journal, chosen.id, self._reworded)

    def _reworded(self, note: str) -> None:
        self._moved = ""
        self._do(lambda: note)

    def action_undo(self) -> None:
        """Put back what was moved last."""
        if not self._moved:
            return

        def back() -> str:
            moved, self._moved = self._moved, ""
            was = items.set_aside(self._journal, moved, self._aside)
            return said.SET_ASIDE if was.aside else said.TAKEN_BACK

        self._do(back)

    def _do(self, change: Callable[[], str]) -> None:
        """Change something and show the list as it is then; the mark stays where it was."""
        try:
            self._note = change()
        except GuideError as error:
            self._note = str(error)
        self._read_anew(self.query_one(PagesList).place)

    def action_show_aside(self) -> None:
        """Show what is set aside, or what is in use."""
        self._aside, self._note, self._moved = not self._aside, "", ""
        self._read_anew()

    def action_save(self) -> None:
        """Ask where to save the list as a text file."""
        from guide.ui.screens import name_file

        lines = items.as_text(self._built, items.held(self._journal, self._built))
        screen = name_file.to_save(said.SAVE_TITLE, said.FILE_NAME, lines)

        def done(given: name_file.Named | None) -> None:
            self._note = name_file.saved(given)
            self._say()

        self.app.push_screen(screen, done)
