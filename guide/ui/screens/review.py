"""Review: what was written, newest first, grouped by day. Read in pages and drawn by the line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import changing, filters, look
from guide.journal.filters import Filters
from guide.journal.journal import Journal
from guide.ui.base import Column, GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.screens import go
from guide.ui.widgets.days import shown_day
from guide.ui.widgets.hints import hints
from guide.ui.widgets.pages_list import Line, PagesList
from guide.ui.widgets.sections import put
from guide.words import look as said
from guide.words import review as filtered
from guide.words import screens as words

if TYPE_CHECKING:
    from guide.ui.fields import LineInput


class ReviewScreen(GuideScreen[None]):
    """A list of ended entries under the unfinished ones; `/` looks for words, `f` narrows it, `d` deletes.

    Where one stood, the search and the filters stay while an entry is read.
    """

    where = "review"
    help_text = words.HELP_REVIEW
    DEFAULT_CSS = """
    Column { overflow: hidden; scrollbar-gutter: auto; }
    PagesList { scrollbar-size-vertical: 1; }
    #note { padding: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._filters = Filters()
        self._field: LineInput | None = None
        self._before: str | None = None
        self._day = ""
        self._drafts: set[str] = set()
        self._trashed = ""
        self._note = ""
        self._started = False
        self._stale = False

    def body(self) -> ComposeResult:
        """Yield the title, the field for searching, the list and a line of what happened."""
        yield Static(strong(said.REVIEW), classes="title")
        yield Static("", id="filters")
        yield PagesList(self._more)
        yield Static("", id="note")

    def on_mount(self) -> None:
        """Read the first page."""
        self._read_anew()
        self.query_one(PagesList).focus()

    def on_screen_resume(self) -> None:
        """Show what changed while an unfinished entry was open."""
        if self._stale:
            self._stale = False
            self._read_anew(self.query_one(PagesList).place)

    def _read_anew(self, place: int = 0) -> None:
        self._before, self._day, self._started, self._drafts = None, "", False, set()
        try:
            self.query_one(PagesList).show_anew(place=place)
        except GuideError as error:
            self._note = str(error)
        self._say()

    def _say(self) -> None:
        put(self.query_one("#filters", Static), self._shown())
        note = self._note
        if not note and not self.query_one(PagesList).chosen:
            no_match = f"{said.REVIEW_NO_MATCH} {said.REVIEW_NO_MATCH_REMEDY}"
            note = no_match if self._filters.any else said.REVIEW_EMPTY
        searching = self._field is not None and self.focused is self._field
        usual = words.REVIEW_SEARCH_HINT if searching else words.REVIEW_MORE
        self.query_one("#note", Static).update(dim(note or usual))
        self.refresh_bindings()

    def _shown(self) -> Content:
        """The filters in words, with the key that clears them; nothing while everything is shown."""
        if not self._filters.any:
            return say("")
        text = filtered.SHOWN.format(filters=filters.said(self._journal, self._filters))
        clear = hints(self.app, ("review.show-all", filtered.SHOW_ALL))
        return join(say(text, lines=False), "  ", dim(clear))

    # -- reading --------------------------------------------------------------------------------------
    def _more(self, few: int) -> list[Line]:
        """The next lines: unfinished ones first, then a page of entries."""
        lines: list[Line] = []
        if not self._started and not self._filters.any:
            lines += self._unfinished()
        self._started = True
        rows = look.entries(self._journal, before=self._before, limit=few, **self._filters.sought())
        for row in rows:
            if row.day != self._day:
                lines += [Line("", say(""))] if self._day or lines else []
                lines.append(Line("", dim(shown_day(row.day))))
                self._day = row.day
            lines.append(Line(row.id, _line(row.title, row.first_words)))
        self._before = rows[-1].key if rows else self._before
        return lines

    def _unfinished(self) -> Iterator[Line]:
        drafts = self._journal.drafts()
        if drafts:
            yield Line("", dim(words.REVIEW_UNFINISHED))
        for row in drafts:
            self._drafts.add(row.id)
            yield Line(row.id, _line(row.title, shown_day(row.day)))

    # -- what a person does ---------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now; letters belong to the field while it has the focus."""
        listed = self._field is None or self.focused is not self._field
        chosen = self.is_mounted and bool(self.query_one(PagesList).chosen)
        there = {
            "open": chosen and listed,
            "delete": chosen and listed,
            "undo": bool(self._trashed),
            "show_all": self._filters.any,
            "search": listed,
            "filter": listed,
        }
        return there.get(action, super().check_action(action, parameters))

    def on_pages_list_clicked(self) -> None:
        """A click does what Enter does."""
        self.action_open()

    def action_open(self) -> None:
        """Read the chosen entry; an unfinished one goes on."""
        chosen = self.query_one(PagesList).chosen
        if chosen in self._drafts:
            self._stale = True
            go.resume(self, self._journal, chosen)
        elif chosen:
            from guide.ui.screens.entry import EntryScreen

            self.app.push_screen(EntryScreen(self._journal, chosen), self._after_entry)

    def _after_entry(self, changed: bool | None) -> None:
        if changed:
            self._note = ""
            self._read_anew(self.query_one(PagesList).place)

    def action_delete(self) -> None:
        """Move the chosen entry to the trash."""
        listed = self.query_one(PagesList)
        chosen, place = listed.chosen, listed.place
        if not chosen:
            return
        try:
            changing.delete(self._journal, chosen)
        except GuideError as error:
            self._note = str(error)
        else:
            self._trashed = chosen
            self._note = f"{said.DELETED}  {hints(self.app, ('review.undo', words.UNDO))}"
        self._read_anew(place)

    def action_undo(self) -> None:
        """Bring back what went to the trash last."""
        if not self._trashed:
            return
        try:
            changing.restore(self._journal, self._trashed)
        except GuideError as error:
            self._note = str(error)
        else:
            self._note = said.RESTORED
        back, self._trashed = self._trashed, ""
        self._read_anew()
        self.query_one(PagesList).choose(back)

    def action_trash(self) -> None:
        """Open the trash; what came back from it shows when one comes back."""
        from guide.ui.screens.trash import TrashScreen

        self._stale = True
        self.app.push_screen(TrashScreen(self._journal))

    def action_take_away(self) -> None:
        """Open export, import and backups; what was taken in shows when one comes back."""
        from guide.ui.screens.take_away import TakeAwayScreen

        self._stale = True
        self.app.push_screen(TakeAwayScreen(self._journal))

    async def action_search(self) -> None:
        """Open the field; it is made when it is first needed, because a text field costs time to import."""
        if self._field is None:
            from guide.ui.base import LineInput

            self._field = LineInput(placeholder=said.REVIEW_SEARCH, id="search")
            await self.query_one(Column).mount(self._field, before=self.query_one(PagesList))
        self._field.display = True
        self.set_focus(self._field)
        self._note = ""
        self._say()

    def on_input_submitted(self) -> None:
        """Look for the words."""
        if self._field is not None:
            self._filters = self._filters._replace(words=self._field.value.strip())
            self._field.display = bool(self._filters.words)
        self._note = ""
        self.query_one(PagesList).focus()
        self._read_anew()

    def action_show_all(self) -> None:
        """Show everything again."""
        if self._field is not None:
            self._field.value, self._field.display = "", False
        self._filters, self._note = Filters(), ""
        self.query_one(PagesList).focus()
        self._read_anew()

    def action_filter(self) -> None:
        """Choose what is shown."""
        from guide.ui.screens.filter import FilterScreen

        self.app.push_screen(FilterScreen(self._journal, self._filters), self._narrow)

    def _narrow(self, chosen: Filters | None) -> None:
        if chosen is not None and chosen != self._filters:
            if self._field is not None:
                self._field.value, self._field.display = chosen.words, bool(chosen.words)
            self._filters, self._note = chosen, ""
            self._read_anew()

    def action_back(self) -> None:
        """One level: out of the field, out of search and filters, out of review."""
        if self._filters.any or (self._field is not None and self._field.display):
            self.action_show_all()
        else:
            super().action_back()


def _line(title: str, beside: str) -> Content:
    head = say(title, lines=False)
    return join(head, "  ", dim(say(beside, lines=False))) if beside else head
