"""The exercises of one pack for its author, and what is wrong in its file at the moment."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from guide.journal.preview import Preview, Trouble
from guide.ui.say import Piece, dim, join, say, strong
from guide.ui.screens import go
from guide.ui.screens.listed import ListedScreen
from guide.ui.widgets.hints import hints
from guide.ui.widgets.rows import Row, Rows
from guide.ui.widgets.sections import put
from guide.words import home as said
from guide.words import preview as words
from guide.words import screens

SHOWN_MOST = 20
"""Problems that are shown; the first of them usually explain the others."""
_INDENT = "    "
_COLUMN, _AROUND = 80, 6
"""Cells of the column at its widest, and those of it that are padding or a scroll bar's."""


class PreviewScreen(ListedScreen[None]):
    """The list, or the problems while the file cannot be used. `over` lies above an exercise that goes on after."""

    where = "preview"
    help_text = words.HELP

    def __init__(self, preview: Preview, *, over: bool = False) -> None:
        super().__init__()
        self._preview, self._over = preview, over
        self._time = ""

    def body(self) -> ComposeResult:
        """Yield the title, the state of the file, its problems and the exercises."""
        yield Static(id="preview-title", classes="title")
        yield Static(dim(words.NOTHING_KEPT), classes="part")
        yield Static(id="preview-state", classes="part")
        yield Static(id="preview-troubles", classes="part")
        yield Rows([], id="preview-exercises")
        yield Static(id="preview-keys", classes="title")

    def on_mount(self) -> None:
        """Fill in what the file holds now."""
        self.read_anew()

    def read_anew(self, time: str = "") -> None:
        """Show the file as it is now; `time` is when it was read again."""
        self._time = time or self._time
        preview = self._preview
        title = say(words.TITLE.format(title=preview.title()), lines=False)
        put(self.query_one("#preview-title", Static), strong(title))
        put(self.query_one("#preview-state", Static), say(self._state()))
        self._show_troubles()
        rows = [] if self._over or not preview.usable else preview.exercises()
        self.query_one(Rows).set_rows(
            [
                _row(number, one.ref, one.title, one.minutes, one.purpose)
                for number, one in enumerate(rows, 1)
            ],
            keep=True,
        )
        keys = [("Enter", screens.BEGIN)] if rows else []
        leave = screens.BACK if self._over else screens.QUIT
        put(self.query_one("#preview-keys", Static), dim(hints(self.app, *keys, ("Esc", leave))))

    def _show_troubles(self) -> None:
        room = min(self.app.size.width, _COLUMN) - _AROUND - len(_INDENT)
        put(self.query_one("#preview-troubles", Static), troubles(self._preview.troubles, room))

    def on_resize(self) -> None:
        """Cut the lines of the file to the width there is now, so that the caret stays under its place."""
        self._show_troubles()

    def _state(self) -> str:
        lines = [words.READ_AGAIN.format(time=self._time)] if self._time else []
        if not self._preview.troubles:
            lines.append(words.NO_PROBLEMS)
        elif self._over:
            problems = sum(not trouble.warning for trouble in self._preview.troubles)
            lines.append(words.AS_BEFORE[problems > 1])
        elif not self._preview.usable:
            lines.append(words.NOT_YET)
        return " ".join(lines)

    def do(self, row: str) -> None:
        """Begin the exercise."""
        go.begin(self, self._preview.journal, row)

    async def action_leave(self) -> None:
        """Leave; there is nothing to keep."""
        await self.app.run_action("quit")

    async def action_back_or_leave(self) -> None:
        """Back to the exercise beneath, or out of the preview."""
        if self._over:
            self.dismiss()
        else:
            await self.app.run_action("quit")

    def action_back(self) -> None:
        """One level back; the lowest screen leaves."""
        self.call_later(self.action_back_or_leave)


def troubles(found: list[Trouble], room: int = 76) -> Content:
    """Problems first, then warnings, each with its place, its sentence and the line it is about, cut to `room`."""
    pieces: list[Piece] = []
    for heading, some in (
        (words.PROBLEMS, [one for one in found if not one.warning]),
        (words.WARNINGS, [one for one in found if one.warning]),
    ):
        if not some:
            continue
        pieces.append(strong(heading[len(some) > 1].format(n=len(some))))
        for one in some[:SHOWN_MOST]:
            pieces.append(join(strong(say(one.place, lines=False)), "  ", say(one.message)))
            pieces += [dim(say(_INDENT + line, lines=False)) for line in _cut(one.source, room)]
        if len(some) > SHOWN_MOST:
            pieces.append(dim(words.MORE.format(n=len(some) - SHOWN_MOST)))
    return join(*pieces, between="\n") if pieces else say("")


def _cut(source: list[str], room: int) -> list[str]:
    """A line with its caret line, both from the same column on, so that neither is broken."""
    if len(source) != 2 or max(map(cell_len, source)) <= room:
        return source
    line, caret = source
    left = max(0, len(caret) - 1 - room * 2 // 3)  # the caret line holds one cell a character
    while line and left > 0 and cell_len(line) > room:
        left -= cell_len(line[0])
        line, caret = line[1:], caret[cell_len(line[0]) :]
    while cell_len(line) > room:
        line = line[:-1]
    return [line, caret]


def _row(number: int, ref: str, title: str, minutes: int | None, purpose: str) -> Row:
    line = title
    if minutes:
        line = said.NEXT_LINE.format(title=title, minutes=said.MINUTES[minutes > 1].format(n=minutes))
    digit = f"{number}  " if number <= 9 else "   "
    return Row(ref, say(digit + line, lines=False), say(purpose) if purpose else None)
