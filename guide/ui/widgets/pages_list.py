"""A list of any length, drawn by the line and read in pages: only what is near the screen is ever fetched.

A hundred thousand entries cost what fifty do (a widget a row would take minutes). `>` marks the chosen
line, without any colour.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from guide.ui.widgets.strips import marked, strip_of

_AHEAD = 40
"""Lines beneath the screen at which the next page is fetched."""
_KEPT = 400
"""Drawn lines kept at most."""


class Line(NamedTuple):
    """One line; without an `id` it cannot be chosen. It is then a heading or a gap, or goes on from the line above."""

    id: str
    words: Content
    goes_on: bool = False


class PagesList(ScrollView, can_focus=True):
    """Lines with one chosen. `more(few)` returns the next lines, none at the end; `few` is how many entries to read."""

    DEFAULT_CSS = "PagesList { height: 1fr; width: 100%; overflow-x: hidden; background: $background; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "top", "First", show=False),
        Binding("end", "bottom", "Last", show=False),
    ]

    class Clicked(Message):
        """A line was clicked; it is chosen already."""

    def __init__(self, more: Callable[[int], Sequence[Line]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._more = more
        self._lines: list[Line] = []
        self._stops: list[int] = []
        self._at = 0
        self._ended = False
        self._few = 50
        self._drawn: dict[tuple[int, bool, int], Strip] = {}

    @property
    def chosen(self) -> str:
        """The id of the chosen line, or an empty text."""
        return self._lines[self._stops[self._at]].id if self._stops else ""

    @property
    def place(self) -> int:
        """How many lines that can be chosen stand above the chosen one."""
        return self._at

    def show_anew(self, *, place: int = 0) -> None:
        """Forget every line and read from the beginning; stand on the `place`-th line that can be chosen."""
        self._lines, self._stops, self._at, self._ended = [], [], 0, False
        self._drawn.clear()
        self._fetch(self._few)
        while len(self._stops) <= place and not self._ended:
            self._fetch(place + self._few - len(self._stops))
        self._at = max(0, min(place, len(self._stops) - 1))
        self._reveal()
        self.refresh()

    def choose(self, line: str) -> None:
        """Stand on the line of this id when it has been read."""
        for at, index in enumerate(self._stops):
            if self._lines[index].id == line:
                self._at = at
                self._reveal()
                self.refresh()

    def action_move(self, by: int) -> None:
        """Move the mark by lines that can be chosen."""
        while self._at + by >= len(self._stops) and not self._ended:
            self._fetch(self._few)
        before = self._line_here
        self._at = max(0, min(self._at + by, len(self._stops) - 1))
        self.refresh_line(before)
        self.refresh_line(self._line_here)
        self._reveal()

    def action_page(self, by: int) -> None:
        """Move the mark by a screen."""
        self.action_move(by * max(1, self.size.height - 2))

    def action_top(self) -> None:
        """Go to the newest."""
        self.action_move(-len(self._stops))

    def action_bottom(self) -> None:
        """Go as far as a thousand entries further on; pressed again, still further."""
        self._fetch(1000)
        self.action_move(len(self._stops) - 1 - self._at)

    def park_at(self) -> Offset:
        """Where the terminal cursor belongs."""
        return Offset(0, max(0, self._line_here - round(self.scroll_y)))

    def on_click(self, event: events.Click) -> None:
        """Choose the line under the mouse."""
        line = event.y + round(self.scroll_y)
        if line in self._stops:
            self._at = self._stops.index(line)
            self.refresh()
            self.post_message(self.Clicked())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Fetch ahead while scrolling."""
        super().watch_scroll_y(old_value, new_value)
        if not self._ended and new_value + self.size.height + _AHEAD > len(self._lines):
            self._fetch(self._few)

    def render_line(self, y: int) -> Strip:
        """One line of the screen; what was drawn once is kept, so that scrolling costs one new line."""
        number, width = y + round(self.scroll_y), self.size.width
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[number]
        here = bool(line.id) and number == self._line_here
        key = (number, here, width)
        if key not in self._drawn:
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            self._drawn[key] = strip_of(self, marked(line.words, here) if line.id else line.words, width)
        return self._drawn[key]

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        self._drawn.clear()
        super().notify_style_update()

    def on_resize(self) -> None:
        """Keep the chosen line in sight."""
        self._measure()
        self._reveal()

    @property
    def _line_here(self) -> int:
        return self._stops[self._at] if self._stops else 0

    def _fetch(self, few: int) -> None:
        found = self._more(few)
        self._ended = not found
        for line in found:
            if line.id:
                self._stops.append(len(self._lines))
            self._lines.append(line)
        self._measure()

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._lines))

    def _reveal(self) -> None:
        if not self._stops:
            return
        line, height = self._stops[self._at], max(1, self.size.height)
        top, last = round(self.scroll_y), line
        while last + 1 < len(self._lines) and self._lines[last + 1].goes_on:
            last += 1
        above = 0 if self._at == 0 else max(0, line - 1)
        if above < top:
            self.scroll_to(y=above, animate=False)
        elif last >= top + height:
            self.scroll_to(y=min(line, last - height + 1), animate=False)
