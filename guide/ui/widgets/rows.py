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
from textual.strip import Strip
from textual.widget import Widget

from guide.ui.say import dim, join, say
from guide.ui.widgets.strips import NO_MARK, marked, strip_of


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
        self._laid: tuple[int, list[tuple[int, Content]], list[int]] | None = None
        self._heads: list[int] = []

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

    def choose_place(self, place: int) -> bool:
        """Put the mark on the row of this place, counted from 1; False when there is none."""
        possible = list(self._selectable())
        if 1 <= place <= len(possible):
            self._set(possible[place - 1])
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

    def render_line(self, y: int) -> Strip:
        """One line; moving the mark draws two rows anew and nothing else."""
        width = self.size.width
        lines, starts = self._lines(width)
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        index, words = lines[y]
        row = self._rows[index]
        if row.id and y - starts[index] < self._heads[index]:
            chosen = index == self._chosen
            first = y == starts[index]
            words = (
                marked(words, chosen) if first else join(NO_MARK, words.stylize("bold") if chosen else words)
            )
        return strip_of(self, words, width)

    def _selectable(self) -> Iterator[int]:
        return (index for index, row in enumerate(self._rows) if row.id)

    def _set(self, index: int) -> None:
        if index != self._chosen:
            before, self._chosen = self._chosen, index
            self.refresh(self._region(before), self._region(index))
        self.call_after_refresh(self._show_chosen)

    def _region(self, index: int) -> Region:
        first, last = self._line_of(index), self._line_of(index + 1)
        return Region(0, first, max(1, self.size.width), max(1, last - first))

    def _show_chosen(self) -> None:
        """Scroll the column when the chosen row is out of sight; the first one takes what stands above along."""
        column = self.parent
        if not isinstance(column, Widget):
            return
        region = self._region(self._chosen).translate(self.virtual_region.offset)
        if self._chosen == next(self._selectable(), -1):
            region = Region(0, 0, region.width, region.bottom)
        seen = Region(0, round(column.scroll_y), region.width, column.scrollable_content_region.height)
        if region.y < seen.y or region.bottom > seen.bottom:
            column.scroll_to_region(region, animate=False)

    def _line_of(self, index: int) -> int:
        lines, starts = self._lines(self.size.width)
        return starts[index] if 0 <= index < len(starts) else len(lines)

    def _lines(self, width: int) -> tuple[list[tuple[int, Content]], list[int]]:
        """Every line with the index of its row, and the line on which each row begins."""
        if self._laid is None or self._laid[0] != width:
            lines: list[tuple[int, Content]] = []
            starts: list[int] = []
            self._heads = []
            room = max(8, width - len(NO_MARK))
            for index, row in enumerate(self._rows):
                starts.append(len(lines))
                head = row.words.wrap(room)
                self._heads.append(len(head))
                lines += [(index, line) for line in head]
                if row.below is not None:
                    under = dim(row.below).wrap(max(8, room - len(NO_MARK)))
                    lines += [(index, join(NO_MARK * 2, line)) for line in under]
            self._laid = (width, lines, starts)
        return self._laid[1], self._laid[2]
