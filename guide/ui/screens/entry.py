"""One entry, in the words as they were asked then, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from guide.errors import GuideError
from guide.journal import changing, entry_text, look
from guide.journal.journal import Journal
from guide.journal.look import Entry
from guide.journal.look import Line as EntryLine
from guide.ui.base import Column, GuideScreen
from guide.ui.say import dim, join, say, strong
from guide.ui.screens import go
from guide.ui.widgets.days import shown_day
from guide.ui.widgets.hints import help_now_keys, hints
from guide.ui.widgets.sections import put
from guide.words import changing as changing_words
from guide.words import look as said
from guide.words import review as words
from guide.words import screens as around

_EDGES = 6
"""Cells of a line that belong to the reading column and the scroll bar."""
_LONG = 70_000
"""Characters beyond which many terminals leave a copy out."""


class EntryScreen(GuideScreen[bool]):
    """Opened from review, from a chart or from the trash. The result says whether anything was changed here."""

    where = "entry"
    help_text = around.HELP_ENTRY
    DEFAULT_CSS = "EntryScreen #notice, EntryScreen #done { padding: 0 0 1 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", around.BACK, show=False, id="entry.back"),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("home", "scroll(-100000)", "First", show=False),
        Binding("end", "scroll(100000)", "Last", show=False),
    ]

    def __init__(self, journal: Journal, entry: str) -> None:
        super().__init__()
        self._journal, self._entry = journal, entry
        self._found: Entry | None = None
        self._unfolded = self._changed = False
        self._undo = ""
        self._note = self._trouble = ""

    def body(self) -> ComposeResult:
        """Yield the title, what is said of the whole, what was done here, and every answer in one widget."""
        yield Static("", classes="title", id="head")
        yield Static("", classes="part", id="about")
        yield Static("", id="notice")
        yield Static("", id="done")
        yield Static("", id="lines")
        yield Static("", classes="title", id="keys")

    def on_mount(self) -> None:
        """Read the entry."""
        self._read()

    def on_resize(self) -> None:
        """Lay the lines out anew, as wide as there is room."""
        self._show()

    def _read(self) -> None:
        try:
            self._found, self._trouble = look.entry(self._journal, self._entry), ""
        except GuideError as error:
            self._found, self._trouble = None, str(error)
        self._show()

    # -- what stands there ----------------------------------------------------------------------------
    def _show(self) -> None:
        found = self._found
        head = said.ENTRY.format(title=found.title, day=shown_day(found.day)) if found else said.REVIEW
        put(self.query_one("#head", Static), strong(say(head, lines=False)))
        put(self.query_one("#about", Static), dim(" ".join(entry_text.about(found)) if found else ""))
        put(self.query_one("#lines", Static), self._lines(found) if found else say(self._trouble))
        put(self.query_one("#done", Static), strong(say(self._note)))
        self.refresh_bindings()
        put(self.query_one("#keys", Static), self._hints())

    def _lines(self, found: Entry) -> Content:
        if not found.lines:
            return say(said.ENTRY_NOTHING)
        return join(*(self._line(line) for line in found.lines), between="\n\n")

    def _line(self, line: EntryLine) -> Content:
        parts = [strong(entry_text.question(line))]
        parts += [self._under(2, each) for each in line.words]
        parts += [dim(self._under(2, one)) for one in entry_text.beside(line)]
        if line.earlier and not self._unfolded:
            count = said.ENTRY_EARLIER_NUMBER[len(line.earlier) != 1].format(n=len(line.earlier))
            parts.append(dim(self._under(2, count)))
        for when, old in entry_text.wordings(line) if self._unfolded else ():
            parts += [dim(self._under(2, when)), *(dim(self._under(4, each)) for each in old)]
        return join(*parts, between="\n")

    def _under(self, cells: int, text: str) -> Content:
        """Words set in by so many cells on each of their lines, as wide as there is room."""
        room = max(8, min(80, self.app.size.width) - _EDGES - cells)
        return join(*(join(" " * cells, line) for line in say(text).wrap(room)), between="\n")

    def _hints(self) -> Content:
        earlier = words.EARLIER_HIDE if self._unfolded else words.EARLIER
        all_ = (
            ("edit", words.EDIT), ("earlier", earlier), ("again", words.AGAIN), ("copy", words.COPY),
            ("save", words.SAVE), ("delete", said.DELETE), ("undo", around.UNDO),
        )  # fmt: skip
        there = [(f"entry.{name}", what) for name, what in all_ if self.check_action(name, ())]
        return dim(hints(self.app, *there, ("Esc", around.BACK)))

    # -- what a person does ---------------------------------------------------------------------------
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with this entry now."""
        found = self._found
        kept = found is not None and not found.trashed
        there = {
            "edit": kept and found is not None and bool(found.ended),
            "earlier": found is not None and any(line.earlier for line in found.lines),
            "again": found is not None and self._at_hand(found.exercise),
            "copy": found is not None,
            "save": found is not None,
            "delete": kept,
            "undo": bool(self._undo) or (found is not None and bool(found.trashed)),
        }
        return there.get(action, super().check_action(action, parameters))

    def _at_hand(self, ref: str) -> bool:
        try:
            return bool(self._journal.library.find(ref))
        except GuideError:
            return False

    def action_back(self) -> None:
        """Go back, and say whether anything was changed."""
        if self.is_current:
            self.dismiss(self._changed)

    def action_scroll(self, rows: int) -> None:
        """Scroll by lines."""
        for column in self.query(Column):
            column.scroll_relative(y=rows, animate=False)

    def action_earlier(self) -> None:
        """Show earlier wordings, or hide them."""
        self._unfolded = not self._unfolded
        self._show()

    def action_edit(self) -> None:
        """Change the one answer there is, or ask which."""
        from guide.ui.screens.which_answer import Which

        try:
            which = Which(self._journal, self._entry)
        except GuideError as error:
            self._say(str(error))
            return
        if which.none:
            self._say(words.WHICH_NONE)
        elif which.only is not None:
            self._edit(which.only)
        else:
            self.app.push_screen(which, self._edit)

    def _edit(self, which: tuple[str, int] | None) -> None:
        if which is None:
            return
        from guide.journal.correcting import Correction
        from guide.ui.screens.edit_answer import EditScreen

        try:
            correction = Correction(self._journal, self._entry, which[0])
        except GuideError as error:
            self._say(str(error))
        else:
            self.app.push_screen(EditScreen(self._journal, correction, which[1]), self._edited)

    def _edited(self, outcome: object) -> None:
        from guide.ui.screens.edit_answer import Edited

        if isinstance(outcome, Edited):
            self._note, self._changed = " ".join(outcome.said), True
            self._undo = "" if outcome.said == (changing_words.UNCHANGED,) else "edit"
            notice = outcome.notice.replace("{help_key}", help_now_keys(self.app))
            put(self.query_one("#notice", Static), say(notice))
        self._read()

    def action_delete(self) -> None:
        """Move it to the trash, where it can be taken back from."""
        self._do(lambda: changing.delete(self._journal, self._entry), undo="delete")

    def action_undo(self) -> None:
        """Take back the deletion or the change."""
        if self._found is not None and self._found.trashed:
            self._do(lambda: changing.restore(self._journal, self._entry))
        elif self._undo == "edit":
            self._do(lambda: changing.undo(self._journal))

    def _do(self, change: Callable[[], changing.Change], *, undo: str = "") -> None:
        try:
            self._note = " ".join(change().said)
            self._undo, self._changed = undo, True
        except GuideError as error:
            self._note = str(error)
        put(self.query_one("#notice", Static), say(""))
        self._read()
        self.query_one(Column).scroll_home(animate=False)

    def action_again(self) -> None:
        """Begin the exercise again; what this entry holds stays as it is."""
        if self._found is not None:
            go.begin(self, self._journal, self._found.exercise)

    def action_copy(self) -> None:
        """Hand it to the terminal, which decides."""
        if self._found is not None:
            text = "\n".join(entry_text.markdown(self._found)) + "\n"
            self.app.copy_to_clipboard(text)
            self._say(" ".join([words.COPIED, *([words.COPIED_LONG] if len(text) > _LONG else [])]))

    def action_save(self) -> None:
        """Ask where to save it."""
        from guide.ui.screens import name_file

        def done(given: name_file.Named | None) -> None:
            if given is not None:
                self._say(name_file.saved(given))

        if self._found is not None:
            lines = entry_text.markdown(self._found)
            self.app.push_screen(name_file.to_save(words.SAVE_TITLE, words.FILE_NAME, lines), done)

    def _say(self, note: str) -> None:
        self._note = note
        self._show()
        self.query_one(Column).scroll_home(animate=False)
