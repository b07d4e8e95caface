"""What every screen and the application share: cursor, column, help, hide, themes, leaving.

`GuideApp` (from `app_base`), `LineInput` and `Words` (from `fields`) are imported from here too; they load on
first use, because a TextArea costs 10 ms that the first screen does not need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.geometry import Offset, Region
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Static

from guide.ui import commands
from guide.ui.key_line import KeyLine
from guide.ui.say import fill

if TYPE_CHECKING:
    from guide.ui.app_base import GuideApp
    from guide.ui.fields import LineInput, Words

__all__ = ["Blank", "Column", "GuideApp", "GuideScreen", "LineInput", "Parks", "Words"]

LEAST = (40, 12)
_TOO_SMALL = "This needs at least $columns columns and $rows rows. The window has $width and $height."


def __getattr__(name: str) -> Any:
    """Load the application and the text fields when they are first asked for."""
    if name == "GuideApp":
        from guide.ui.app_base import GuideApp

        return GuideApp
    if name in ("LineInput", "Words"):
        from guide.ui import fields

        return getattr(fields, name)
    raise AttributeError(name)


@runtime_checkable
class Parks(Protocol):
    """A widget that knows where the terminal cursor should stand while it has the focus."""

    def park_at(self) -> Offset:
        """Return the place inside the widget's content, in cells."""


class Column(VerticalScroll, can_focus=False):
    """The one reading column: at most 80 cells wide, centred, never stretched."""

    DEFAULT_CSS = "Column { width: 100%; max-width: 80; height: 1fr; padding: 0 2; }"


class SizeNotice(Static):
    """Lies over a screen that has too little room, and says what it needs."""

    DEFAULT_CSS = """
    SizeNotice {
        layer: notice; width: 100%; height: 100%; content-align: center middle; text-align: center;
        color: $text; background: $background;
    }
    """


class GuideScreen(Screen[ScreenResultType]):
    """The base of every screen.

    A subclass sets `where` (its place in `commands`, whose bindings it then has), `help_text` (plain text
    for "help for where you are") and yields its widgets in `body`. It may hold `keep` and `typing`. With
    `shows_one` false none of a person's facts is shown over it.
    """

    where: ClassVar[str] = ""
    help_text: ClassVar[str] = ""
    any_size: ClassVar[bool] = False
    shows_one: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in commands.bindings(commands.EVERYWHERE) if binding.id in commands.ON_SCREEN
    ]
    # Textual fades what is disabled, below 3:1 in our themes; there the colour alone says it.
    DEFAULT_CSS = """
    GuideScreen {
        layers: default notice; align-horizontal: center; overflow: hidden;
        *:disabled:can-focus { opacity: 1; }
        Button:disabled { text-opacity: 1 !important; color: $text-disabled !important; }
    }
    """

    def __init_subclass__(cls, **options: Any) -> None:
        """Give the subclass the bindings of its place, before Textual collects them."""
        if "where" in cls.__dict__:
            cls.BINDINGS = [*commands.bindings(cls.where), *cls.__dict__.get("BINDINGS", ())]
        super().__init_subclass__(**options)

    def compose(self) -> ComposeResult:
        """Put the body into the reading column, and the line of keys below it."""
        with Column():
            yield from self.body()
        yield KeyLine()

    def body(self) -> ComposeResult:
        """Yield the widgets of the reading column; a subclass says which."""
        yield from ()

    def keep(self) -> None:
        """Commit what is being typed, now: called before leaving. A screen with a field overrides it."""

    def look_away(self) -> None:
        """The program is left now; called after `keep`."""

    def typing(self) -> bytes | None:
        """Return what the rescue file must hold, or None; called inside a signal handler: read, nothing else."""
        return None

    def action_back(self) -> None:
        """Go one level back; on the lowest screen there is none."""
        if len(self.app.screen_stack) > 1 and self.is_current:
            self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer one of a person's own facts only where there is a person's journal."""
        if action == "one":
            return self.shows_one and getattr(self.app, "journal", None) is not None
        return super().check_action(action, parameters)

    def action_one(self) -> None:
        """Show one of the person's own facts over this screen; it leads back here."""
        from guide.ui.screens.one import OneScreen

        self.app.push_screen(OneScreen(self.app.journal))  # type: ignore[attr-defined]

    def action_page_up(self) -> None:
        """Scroll the column one page up."""
        for column in self.query(Column):
            column.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Scroll the column one page down."""
        for column in self.query(Column):
            column.scroll_page_down(animate=False)

    @on(events.Mount)
    def _take_keys(self) -> None:
        """Take what was typed ahead, once everything on the screen is there."""
        self.call_after_refresh(getattr(self.app, "keys_may_come", int))

    @on(events.Resize)
    def _look_at_size(self, event: events.Resize) -> None:
        """Show or take away the notice about the size."""
        width, height = event.size
        small = not self.any_size and (width < LEAST[0] or height < LEAST[1])
        words = fill(_TOO_SMALL, columns=LEAST[0], rows=LEAST[1], width=width, height=height)
        for notice in self.query(SizeNotice):
            notice.display = small
            notice.update(words)
        if small and not self.query(SizeNotice):
            self.mount(SizeNotice(words))
        self.call_after_refresh(self.park_cursor)

    @on(events.DescendantFocus)
    def _follow_focus(self) -> None:
        """Let the terminal cursor follow the focus."""
        self.call_after_refresh(self.park_cursor)

    def park_cursor(self) -> None:
        """Put the terminal cursor where the focus is, hidden or not: screen readers and IMEs follow it.

        `GuideApp` calls it after every key. Text fields know their place (but at their first focus before
        they have one); a widget of our own implements `Parks`; lists are known by `highlighted`. The idea:
        prompt_toolkit #1848, iamb #612.
        """
        focused = self.focused
        if focused is None or not self.is_current:
            return
        inside = focused.content_region.offset
        parked = getattr(focused, "cursor_screen_offset", None) or inside + _place_in(focused)
        if self.app.cursor_position != parked:
            self.app.cursor_position = parked
            # Textual sends the cursor's place with an update, so the smallest one is asked for.
            focused.refresh(Region.from_offset(parked - focused.region.offset, (1, 1)))


def _place_in(widget: Widget) -> Offset:
    """Return where in a widget's content the cursor belongs: the highlighted row, else the first cell."""
    if isinstance(widget, Parks):
        return widget.park_at()
    child = getattr(widget, "highlighted_child", None)
    if isinstance(child, Widget):
        return child.region.offset - widget.content_region.offset
    index = getattr(widget, "highlighted", None)
    row = getattr(widget, "_index_to_line", {}).get(index, index) if isinstance(index, int) else 0
    return Offset(0, max(0, row - round(widget.scroll_y)) if row else 0)


class Blank(Screen[None]):
    """The blank, neutral screen. It has no keys of its own, so that nothing typed here reaches anything."""

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Leave out what Textual adds to each screen: notices, which wait, and tooltips."""

    def on_mount(self) -> None:
        """Take the cursor to the corner: its place, too, would tell something."""
        self.app.cursor_position = Offset(0, 0)
