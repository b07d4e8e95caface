"""The parts that every step widget is made of, and the care that each key reaches the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from guide.ui.say import say
from guide.ui.steps.parts.pad import Board, Pad

if TYPE_CHECKING:
    from guide.ui.base import Words
    from guide.ui.steps.base import Asking
    from guide.ui.steps.parts.line import StepLine


class Holder(Vertical):
    """Words, a board of keys or a field, and beneath them a note and the line of keys.

    One of `pad`, `line` and `words` is active: it has the focus, and keys typed faster than the focus moves
    are passed on to it, so that none is lost and none reaches the wrong field.
    """

    DEFAULT_CSS = """
    Holder { width: 100%; height: auto; }
    Holder Static { width: 100%; height: auto; }
    Holder Pad { width: 100%; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.head = Static(classes="step-head")
        self.pad = Pad(cast("Asking", self))
        self.tail = Static(classes="step-tail")
        self.note = Static(classes="step-note")
        self.hint = Static(classes="step-hint")
        self._line: StepLine | None = None
        self._words: Words | None = None
        self._active: Widget = self.pad
        for each in (self.tail, self.note, self.hint):
            each.display = False

    def compose(self) -> ComposeResult:
        """Yield the parts; fields are made when they are first needed."""
        yield self.head
        yield self.pad
        if self._line is not None:
            yield self._line
        if self._words is not None:
            yield self._words
        yield self.tail
        yield self.note
        yield self.hint

    # -- the two fields -------------------------------------------------------------------------------

    @property
    def line(self) -> StepLine:
        """The one-line field."""
        if self._line is None:
            from guide.ui.steps.parts.line import StepLine

            self._line = StepLine(cast("Asking", self))
            self._line.display = False
            if self.tail.is_attached:  # else `compose` yields it
                self.mount(self._line, before=self.tail)
        return self._line

    @property
    def words(self) -> Words:
        """The field for longer texts."""
        if self._words is None:
            from guide.ui.steps.parts.line import StepWords

            self._words = StepWords(cast("Asking", self))
            self._words.display = False
            if self.tail.is_attached:  # else `compose` yields it
                self.mount(self._words, before=self.tail)
        return self._words

    def edit_line(self, value: str, *, hint: str = "", beside: bool = False) -> None:
        """Open the one-line field on `value`; `beside` leaves the board in sight above it."""
        self.line.put(value)
        self.line.placeholder = say(hint, lines=False).plain
        self.activate(self.line, beside=beside)

    def edit_words(self, value: str) -> None:
        """Open the longer field on `value`."""
        from guide.ui.steps.parts.line import put

        put(self.words, value)
        self.activate(self.words)

    def use(self, board: Board) -> None:
        """Put a board on the pad and let it have the keys."""
        self.pad.use(board)
        self.activate(self.pad)

    @property
    def active(self) -> Widget:
        """What has, or will have, the keys."""
        return self._active

    def activate(self, widget: Widget, *, beside: bool = False) -> None:
        """Show one of the three and give it the focus, if the focus is in this view."""
        inside = self._has_focus()
        self._active = widget
        for each in (self.pad, self._line, self._words):
            if each is not None:
                each.display = each is widget or (beside and each is self.pad)
        if inside:
            self.focus_first()
            self.screen.refresh_bindings()  # the same pad takes other keys now, and the footer says which

    def _has_focus(self) -> bool:
        focused = self.screen.focused if self.is_attached else None
        return focused is not None and self in focused.ancestors_with_self

    def focus_first(self) -> None:
        """Give the focus to what is asked now."""
        if self.is_attached and self.screen.focused is not self._active:
            self.screen.set_focus(self._active, scroll_visible=False)
        if self._active is not self.pad:
            self.reveal_field()

    def reveal_field(self, above: int = 0, least: int = 0) -> None:
        """Bring the field into sight, from `above` lines over it down to the line of keys beneath.

        Where there is no room for both, the field and `least` lines from its first on come first.
        """
        if self.is_attached:
            self.call_after_refresh(_reveal_down_to, self._active, self.hint, above, least)

    def reveal(self, widget: Widget, line: int | None = None, lines: int = 1) -> None:
        """Scroll the nearest scrolling ancestor so that a widget, or some lines of it, are in sight."""
        if self.is_attached:
            self.call_after_refresh(_reveal, widget, line, lines)


def _reveal(widget: Widget, line: int | None, lines: int) -> None:
    node = _scrolled(widget)
    if node is not None:
        height = widget.region.height if line is None else lines
        _scroll(node, _top(widget, node) + (line or 0), height)


def _reveal_down_to(field: Widget, last: Widget, above: int, least: int) -> None:
    node = _scrolled(field)
    if node is None:
        return
    top = _top(field, node) - above
    least = above + max(field.region.height, least)
    height = least
    if last.display and last.is_attached:
        height = max(least, _top(last, node) + last.region.height - top)
    room = node.content_region.height
    if height > room:
        # The question above the field gives way to the line of keys, as far as the field itself stays whole.
        given_up = min(above, height - room)
        top, height = top + given_up, height - given_up
    _scroll(node, top, height if height <= room else least)


def _scrolled(widget: Widget) -> Widget | None:
    """What scrolls around a widget that is shown."""
    if not widget.is_attached or not widget.display:
        return None
    found = (node for node in widget.ancestors if isinstance(node, Widget) and node.allow_vertical_scroll)
    return next(found, None)


def _top(widget: Widget, node: Widget) -> int:
    return widget.region.y - node.content_region.y + round(node.scroll_y)


def _scroll(node: Widget, top: int, height: int) -> None:
    node.scroll_to_region(Region(0, top, 1, height), animate=False, force=True)
