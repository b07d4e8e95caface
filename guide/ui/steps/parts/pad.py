"""The pad: a widget that draws a board of rows and gives it the keys. A board knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from guide.ui.say import Piece, join, say, strong

if TYPE_CHECKING:
    from guide.ui.steps.base import Asking

HERE = "> "
"""Before the row that is highlighted: a mark, because a colour may be missing."""


class Row(NamedTuple):
    """One row: `lead` stands before it and is hung; `pick` is its index among the rows that can be highlighted."""

    text: Piece
    lead: Piece = ""
    pick: int | None = None


class Board:
    """Rows and what keys do to them. `at` is the index that is highlighted, None for none."""

    keys: str = ""
    at: int | None = None

    def rows(self) -> list[Row]:
        """Return the rows as they stand now."""
        return []

    def key(self, key: str, character: str | None) -> bool:
        """Take a key as Textual names it; False lets it pass to the screen."""
        return False

    def wants(self, key: str, character: str | None) -> bool:
        """Whether `key` would be taken, so that the footer does not promise it to a command. Changes nothing."""
        return False

    def click(self, pick: int) -> None:
        """A row that can be highlighted was clicked."""

    def move(self, key: str, count: int) -> bool:
        """Move the highlight with an arrow, Home or End. False for other keys, or when there is nothing."""
        if not count or key not in MOVES:
            return False
        if self.at is None:
            self.at = count - 1 if key in ("up", "end") else 0
        else:
            last = count - 1
            self.at = {"up": max(0, self.at - 1), "down": min(last, self.at + 1), "home": 0, "end": last}[key]
        return True


_SEEN_MOST = 6
"""So many lines of a highlighted row are brought into sight: more would push its beginning out of a small window."""
MOVES = frozenset({"up", "down", "home", "end"})


class Pad(Widget, can_focus=True):
    """Draws one board. Rows that do not fit the width are wrapped and hung; the cursor follows the highlight."""

    ALLOW_SELECT = False  # a press of the mouse chooses here

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.asking = asking
        self.board = Board()
        self._drawn: tuple[int, list[tuple[Content, int | None]]] | None = None
        self._kept: dict[tuple[int, int, bool], tuple[Row, list[tuple[Content, int | None]]]] = {}
        self.auto_links = False

    def use(self, board: Board) -> None:
        """Draw another board."""
        self.board = board
        self.redraw()

    def redraw(self) -> None:
        """Draw the board anew; the layout is done anew only when the height changes."""
        before, self._drawn = self._drawn, None
        width = self.content_size.width
        lines = self._lines(width)
        if before is None or width != before[0] or len(lines) != len(before[1]):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip(lines, before[1], strict=True))
        changed = [Region(0, y, width, 1) for y, (now, then) in pairs if now is not then]
        if changed:
            self.refresh(*changed)

    def _lines(self, width: int) -> list[tuple[Content, int | None]]:
        if self._drawn is None or self._drawn[0] != width:
            kept: dict[tuple[int, int, bool], tuple[Row, list[tuple[Content, int | None]]]] = {}
            lines: list[tuple[Content, int | None]] = []
            for row in self.board.rows():
                # A board of many rows hands the same objects out again; the row is kept with its id.
                key = (id(row), width, row.pick is not None and row.pick == self.board.at)
                kept[key] = self._kept.get(key) or (row, self._wrapped(row, width))
                lines += kept[key][1]
            self._kept = kept
            self._drawn = (width, lines)
        return self._drawn[1]

    def _wrapped(self, row: Row, width: int) -> list[tuple[Content, int | None]]:
        here = row.pick is not None and row.pick == self.board.at
        mark = HERE if here else " " * len(HERE) if row.pick is not None else ""
        lead = join(mark, say(row.lead, lines=False))
        room = max(8, width - lead.cell_length)
        text = say(row.text)
        if text.cell_length <= room and "\n" not in text.plain:  # most rows: wrapping them costs milliseconds
            line = join(lead, text)
            return [(strong(line) if here else line, row.pick)]
        lines = [piece for part in text.split(allow_blank=True) for piece in (part.wrap(room) or [part])]
        blank = " " * lead.cell_length
        result = [
            join(lead if number == 0 else blank, line) for number, line in enumerate(lines or [say("")])
        ]
        return [(strong(line) if here else line, row.pick) for line in result]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return all lines."""
        return say("\n").join([line for line, _pick in self._lines(self.content_size.width)])

    def render_line(self, y: int) -> Strip:
        """Return one line; Widget would draw all of them for each that changed."""
        self._dirty_regions.clear()
        lines = self._lines(self.content_size.width)
        content = lines[y][0] if y < len(lines) else say("")
        return Visual.to_strips(self, content, self.content_size.width, 1, self.visual_style, pad=True)[0]

    def park_at(self) -> Offset:
        """Return where the terminal cursor belongs: the highlighted row."""
        return Offset(0, self._line_here() or 0)

    def _line_here(self) -> int | None:
        picks = [pick for _line, pick in self._lines(self.content_size.width)]
        return picks.index(self.board.at) if self.board.at is not None and self.board.at in picks else None

    def reveal_here(self) -> None:
        """Bring the highlighted row into sight, with what stands beneath it."""
        line = self._line_here()
        if line is not None:
            self.asking.reveal(self, line, self._height_here(line))

    def _height_here(self, first: int) -> int:
        """How many lines the highlighted row has, with what stands beneath it before the next row."""
        picks = [pick for _line, pick in self._lines(self.content_size.width)]
        height = 1
        while (
            height < _SEEN_MOST
            and first + height < len(picks)
            and picks[first + height] in (self.board.at, None)
        ):
            height += 1
        return height

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Say which keys the board takes, for the line of keys."""
        return self.board.wants(key, character)

    def on_key(self, event: events.Key) -> None:
        """Give a key to the board; what it does not take goes on to the screen."""
        asking = self.asking
        taken = asking.wait_with(event) or asking.decides(event.key) or self._passed_on(event)
        if taken or self.press(event.key, event.character):
            event.stop()
            event.prevent_default()

    def _passed_on(self, event: events.Key) -> bool:
        """Pass a key on that was typed before the focus had moved to a field."""
        active = self.asking.active
        if active is self or not active.is_attached:
            return False
        active.post_message(events.Key(event.key, event.character))
        return True

    def press(self, key: str, character: str | None = None) -> bool:
        """Do what a key does. False when the board has no use for it."""
        asking = self.asking
        if key == "enter" and asking.leaving_open():
            return True
        board = self.board
        if board.wants(key, character):
            asking.quiet()
        if not board.key(key, character):
            return asking.unused_key(key)
        if self.board is board and not asking.waiting:
            self.redraw()
            if self.is_attached and asking.active is self:
                self.reveal_here()
        return True

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        event.stop()
        lines = self._lines(self.content_size.width)
        offset = event.get_content_offset(self)
        if offset is None or self.asking.waiting or not 0 <= offset.y < len(lines):
            return
        pick = lines[offset.y][1]
        if pick is not None:
            self.asking.quiet()
            self.board.click(pick)
            self.redraw()
