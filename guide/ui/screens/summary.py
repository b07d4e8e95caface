"""The page for a prescriber: what goes on it above, and below it the page as it will be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import page, page_choices, page_file, page_pieces
from guide.journal.files import may_write, named
from guide.journal.filters import Choice, Filters
from guide.journal.journal import Journal
from guide.journal.page_choices import Choices
from guide.ui.base import GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.screens.name_file import Named, NameFileScreen
from guide.ui.widgets.hints import hints
from guide.ui.widgets.pages_list import Line, PagesList
from guide.words import screens as words
from guide.words import summary as said
from guide.words.stepping import BOX_OFF, BOX_ON

_OWN: Final = "own"
_SECTION: Final = "section:"
_EDGES: Final = 6
"""Cells of a line that belong to the reading column and the scroll bar."""


class _Offered(PagesList):
    """What can be chosen. The page keys belong to the page beneath it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.page_up", "Page up", show=False),
        Binding("pagedown", "screen.page_down", "Page down", show=False),
    ]


class SummaryScreen(GuideScreen[None]):
    """Space turns what is marked on or off; the page below follows at once. What was chosen is remembered."""

    where = "summary"
    help_text = said.HELP
    DEFAULT_CSS = """
    SummaryScreen Column { overflow: hidden; scrollbar-gutter: auto; }
    SummaryScreen PagesList { height: 2fr; max-height: 12; scrollbar-size-vertical: 1; }
    SummaryScreen #page { height: 3fr; scrollbar-size-vertical: 1; }
    SummaryScreen #about { padding: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._choices = page_choices.remembered(journal)
        self._pieces: dict[str, page_pieces.Piece] = {}
        self._brief = False
        self._note = ""

    def body(self) -> ComposeResult:
        """Yield the title, what can be chosen, the page, and the keys."""
        yield Static(strong(said.PAGE), classes="title")
        yield _Offered(self._lines)
        yield Static("", id="about")
        yield VerticalScroll(Static("", id="text"), id="page", can_focus=False)
        yield Static("", id="note")

    def on_mount(self) -> None:
        """Stand on the list."""
        self.query_one(PagesList).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out anew, as wide as there is room."""
        self.read_anew(self.query_one(PagesList).place)

    def read_anew(self, place: int = 0) -> None:
        """Show the choices and the page as they are now."""
        try:
            self._pieces = {one.id: one for one in page.pieces(self._journal, self._choices)}
            self.query_one(PagesList).show_anew(place=place)
            width = max(24, min(80, self.app.size.width) - _EDGES)
            rows = page_file.text_lines(self._journal, self._choices, brief=self._brief, width=width)
        except GuideError as error:
            self._note, rows = str(error), []
        span = page_choices.span(self._choices)
        about = said.SHORT_SHOWN if self._brief else said.ON_PAGE
        gone = page_pieces.replaced(self._pieces.values())
        above = [say(gone)] if gone else []
        self.query_one("#about", Static).update(join(*above, dim(about.format(span=span)), between="\n"))
        self.query_one("#text", Static).update(say("\n".join(rows)))
        self._say()

    def _lines(self, few: int) -> list[Line]:
        """The pieces, then the sections; all of them at once, for there are some dozens at most."""
        if few < 0 or self.query_one(PagesList).chosen:
            return []
        lines = [Line("", dim(said.OWN if self._pieces else said.NO_PIECES))]
        lines += [Line("", dim(said.NAMES_HINT))] if self._pieces else []
        lines += [Line(one.id, _piece(one)) for one in self._pieces.values()]
        lines += [Line("", say("")), Line("", dim(said.SECTIONS))]
        for name in page_choices.LEAVABLE:
            box = BOX_OFF if name in self._choices.out else BOX_ON
            lines.append(Line(_SECTION + name, join(box, said.PARTS_OF[name])))
        return lines

    def _say(self) -> None:
        pairs = [
            ("summary.turn", said.KEY_TURN),
            ("summary.days", said.KEY_DAYS),
            ("summary.short", said.KEY_WHOLE if self._brief else said.KEY_SHORT),
            ("summary.save", said.KEY_SAVE),
            ("Esc", words.BACK),
        ]
        above = [say(self._note)] if self._note else []
        self.query_one("#note", Static).update(join(*above, dim(hints(self.app, *pairs)), between="\n"))

    # -- what a person does ---------------------------------------------------------------------------
    def on_pages_list_clicked(self) -> None:
        """A click does what Space does."""
        self.action_turn()

    def action_turn(self) -> None:
        """Turn what is marked on or off; the page follows."""
        chosen = self.query_one(PagesList)
        line = chosen.chosen
        self._note = ""
        try:
            self._choices = self._turned(line)
        except GuideError as error:
            self._note = str(error)
        self.read_anew(chosen.place)
        chosen.choose(line)  # the list may have changed: Space twice must not turn another one

    def _turned(self, name: str) -> Choices:
        if name.startswith(_SECTION):
            section = name.removeprefix(_SECTION)
            after = self._choices._replace(out=self._choices.out ^ {section})
            page_choices.remember(self._journal, after)
            return after
        piece = self._pieces.get(name)
        return page_pieces.turn(self._journal, self._choices, piece) if piece else self._choices

    def action_days(self) -> None:
        """Choose the days of the page."""
        from guide.ui.screens.filter import ChoiceScreen

        spans = [Choice(str(number), title) for title, number in said.SPANS]
        screen = ChoiceScreen(said.DAYS_TITLE, [*spans, Choice(_OWN, said.SPAN_OWN)])
        self.app.push_screen(screen, self._spanned)

    def _spanned(self, chosen: str | None) -> None:
        if chosen == _OWN:
            from guide.ui.screens.filter import DaysScreen

            now = Filters(since=self._choices.first, until=self._choices.last)
            self.app.push_screen(DaysScreen(self._journal, now, said.DAYS_KEYS), self._between)
        elif chosen:
            days = int(chosen)
            last = self._journal.clock().day
            self._choices = self._choices._replace(first=page_choices.since(last, days), last=last)
            page_choices.remember(self._journal, self._choices, days=days)
            self.read_anew()

    def _between(self, days: Sequence[str] | None) -> None:
        if days is None:
            return
        try:
            last = days[1] or self._journal.clock().day
            first = days[0] or page_choices.since(last, page_choices.USUAL)
            self._choices, self._note = page_file.with_days(self._choices, first, last), ""
        except GuideError as error:
            self._note = str(error)
        self.read_anew()

    def action_short(self) -> None:
        """Show the short form, or the whole page again."""
        self._brief = not self._brief
        self.read_anew(self.query_one(PagesList).place)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def action_save(self) -> None:
        """Ask for the name of a file."""
        lines = (said.SAVE_FORMS, said.PLAIN_FILE)
        screen = NameFileScreen(said.SAVE_TITLE, lines, page_file.NAMES["html"], _look)
        self.app.push_screen(screen, self._save)

    def _save(self, named_: Named | None) -> None:
        if named_ is None:
            return
        try:
            form = page_file.form_of(named_.name)
            file = page_file.save(
                self._journal, self._choices, named_.name, form, brief=self._brief, replace=named_.replace
            )
            self._note = said.SAVED.format(file=file)
        except GuideError as error:
            self._note = str(error)
        self._say()

    def action_page_up(self) -> None:
        """Scroll the page, not the choices."""
        self.query_one("#page", VerticalScroll).scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Scroll the page, not the choices."""
        self.query_one("#page", VerticalScroll).scroll_page_down(animate=False)


def _piece(one: page_pieces.Piece) -> Content:
    text = said.PIECE.format(title=said.PIECE_OF[one.part], words=one.words)
    return join(BOX_ON if one.on else BOX_OFF, say(text, lines=False))


def _look(named_: Named) -> None:
    """Whether something can be written under this name."""
    may_write(named(named_.name), replace=named_.replace)
