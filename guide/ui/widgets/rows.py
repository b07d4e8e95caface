"""A short list to choose from, drawn as one widget: a mark `>` shows the chosen row, without any colour.

For at most some dozens of rows: everything is laid out at once. Long lists are `widgets/pages_list.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.widget import Widget

from guide.ui.say import dim, join, say, strong

MARK = "> "
_BLANK = "  "


class Row(NamedTuple):
    """One row: `id` names what it does; empty for a heading or a gap, which cannot be chosen.

    `words` stands on the first line, `below` beneath it in muted letters.
    """

    id: str
    words: Content
    below: Content | None = None


def heading(text: str) -> Row:
    """A heading between rows."""
    return Row("", dim(text))


def gap() -> Row:
    """An empty line between rows."""
    return Row("", say(""))


class Rows(Widget, can_focus=True):
    """Rows with one of them chosen. The screen asks `chosen` when Enter is pressed; a click posts `Clicked`."""

    DEFAULT_CSS = "Rows { height: auto; width: 100%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("home", "move(-1000)", "First", show=False),
        Binding("end", "move(1000)", "Last", show=False),
    ]

    class Clicked(Message):
        """A row was clicked; it is chosen already."""

        def __init__(self, rows: Rows, row: str) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    def __init__(self, rows: Sequence[Row] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._rows = list(rows)
        self._chosen = next(self._selectable(), -1)
        self._laid: tuple[int, list[Content], list[int]] | None = None

    @property
    def chosen(self) -> str:
        """The id of the chosen row, or an empty text when there is none."""
        return self._rows[self._chosen].id if 0 <= self._chosen < len(self._rows) else ""

    def set_rows(self, rows: Sequence[Row], *, keep: bool = True) -> None:
        """Show other rows in place. With `keep` the mark stays on the row of the same id."""
        before = self.chosen if keep else ""
        self._rows = list(rows)
        found = [index for index in self._selectable() if self._rows[index].id == before]
        self._chosen = (found or [next(self._selectable(), -1)])[0]
        self._laid = None
        self.refresh(layout=True)

    def choose(self, row: str) -> bool:
        """Put the mark on a row by its id; False when there is none."""
        for index in self._selectable():
            if self._rows[index].id == row:
                self._set(index)
                return True
        return False

    def action_move(self, by: int) -> None:
        """Move the mark; it stays at either end."""
        possible = list(self._selectable())
        if possible and self._chosen in possible:
            place = possible.index(self._chosen) + by
            self._set(possible[max(0, min(len(possible) - 1, place))])

    def park_at(self) -> Offset:
        """Where the terminal cursor belongs: the chosen row."""
        return Offset(0, self._line_of(self._chosen))

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse and say so."""
        place = event.get_content_offset(self)
        if place is None:
            return
        starts = self._lines(self.size.width)[1]
        index = max((one for one, line in enumerate(starts) if line <= place.y), default=-1)
        if index >= 0 and self._rows[index].id:
            self._set(index)
            self.post_message(self.Clicked(self, self._rows[index].id))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows need at this width."""
        return len(self._lines(width)[0])

    def render(self) -> Content:
        """All rows, wrapped under their own beginning."""
        return say("\n").join(self._lines(self.size.width)[0])

    def _selectable(self) -> Iterator[int]:
        return (index for index, row in enumerate(self._rows) if row.id)

    def _set(self, index: int) -> None:
        if index != self._chosen:
            self._chosen = index
            self._laid = None
            self.refresh()
        self.call_after_refresh(self._show_chosen)

    def _show_chosen(self) -> None:
        first = self._line_of(self._chosen)
        last = self._line_of(self._chosen + 1)
        top = 0 if self._chosen == next(self._selectable(), -1) else first
        region = Region(0, top, max(1, self.size.width), max(1, last - top))
        if self.parent is not None and isinstance(self.parent, Widget):
            self.parent.scroll_to_region(region.translate(self.virtual_region.offset), animate=False)

    def _line_of(self, index: int) -> int:
        lines, starts = self._lines(self.size.width)
        return starts[index] if 0 <= index < len(starts) else len(lines)

    def _lines(self, width: int) -> tuple[list[Content], list[int]]:
        """Every line to draw, and the line on which each row begins."""
        if self._laid is None or self._laid[0] != width:
            lines: list[Content] = []
            starts: list[int] = []
            for index, row in enumerate(self._rows):
                starts.append(len(lines))
                lines.extend(_drawn(row, index == self._chosen, max(8, width - len(MARK))))
            self._laid = (width, lines, starts)
        return self._laid[1], self._laid[2]


def _drawn(row: Row, chosen: bool, width: int) -> Iterator[Content]:
    words = strong(row.words) if chosen else row.words
    for number, line in enumerate(words.wrap(width)):
        yield join((MARK if chosen and number == 0 else _BLANK) if row.id else "", line)
    if row.below is not None:
        for line in dim(row.below).wrap(width - 2):
            yield join(_BLANK * 2, line)
