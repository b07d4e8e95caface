"""The application's common ground. Import `GuideApp` from `guide.ui.base`."""

from __future__ import annotations

import asyncio
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider
from textual.events import Event, Key, Load
from textual.filter import Monochrome, NoColor
from textual.screen import Screen

from guide.ui import commands, leave, themes
from guide.ui.base import Blank, GuideScreen
from guide.ui.driver import believe_terminal, driver_class
from guide.ui.in_turn import InTurn, Turn
from guide.ui.key_line import Palette
from guide.ui.say import say

# While the blank screen lies on top, only these are answered.
_WHILE_HIDDEN = frozenset({"hide", "quit"})


class GuideApp(App[None]):
    """Themes, global keys, hide, and leaving; `app.py` adds the services and the first screen.

    `help_here` makes the screen for F1 from the screen a person is on, `help_now` the one for F2. `theme` is
    the name of one of ours or of Textual's; an unknown one becomes our dark theme. `keymap` is what
    `keymap.safe_keymap` returned.
    """

    TITLE = "Unmuted"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Palette}
    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in commands.bindings(commands.EVERYWHERE) if binding.id not in commands.ON_SCREEN
    ]

    def __init__(
        self,
        *,
        help_here: Callable[[Screen[Any]], Screen[Any]],
        help_now: Callable[[], Screen[Any]],
        theme: str = themes.DARK,
        animations: bool = True,
        keymap: Mapping[str, str] | None = None,
    ) -> None:
        believe_terminal()
        super().__init__(driver_class=driver_class())
        self._help_here = help_here
        self._help_now = help_now
        self._guard: leave.Guard | None = None
        self._running_loop: asyncio.AbstractEventLoop | None = None
        self.keymap = dict(keymap or {})
        self._turns = InTurn(self, self._in_its_turn)
        if self.keymap:
            self.set_keymap(self.keymap)
        if not animations:
            self.animation_level = "none"
        self._begin_theme(theme)

    def _begin_theme(self, name: str) -> None:
        """Start in a theme; set before the style sheet is read, it costs no second pass over all styles."""
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, name if name in self.available_themes else themes.DARK)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.watch_theme()

    def watch_theme(self) -> None:
        """Choose the filter for NO_COLOR anew.

        Textual 8.2.8 chooses it once, in `__init__`; its Monochrome filter turns the default colours of an
        ANSI theme into black on black, and NoColor drops an RGB theme's difference of grounds.
        """
        if self.no_color:
            wanted = NoColor if self.native_ansi_color else Monochrome
            self._filters = [
                wanted() if isinstance(each, (Monochrome, NoColor)) else each for each in self._filters
            ]

    def run_guarded(self, write: Callable[[bytes], None]) -> int:
        """Run the full screen under `leave.guard` until it ends; return the exit code for the shell.

        `write` puts the words being typed into the rescue file; see `leave.guard`.
        """
        with leave.guard(save=self.rescue, write=write, leave=self.leave) as taken:
            self._guard = taken
            self.run()
        return self.return_code or 0

    @on(Load)
    def _remember_loop(self) -> None:
        """Remember the event loop, for `leave`."""
        self._running_loop = asyncio.get_running_loop()

    def rescue(self) -> bytes | None:
        """Return what is being typed on the topmost screen that has something; safe in a signal handler."""
        for screen in reversed(self._screen_stacks.get(self.current_mode, ())):
            words = screen.typing() if isinstance(screen, GuideScreen) else None
            if words is not None:
                return words
        return None

    def leave(self, code: int) -> None:
        """Exit with `code`, from any thread or signal handler."""
        if self._running_loop is not None:
            self._running_loop.call_soon_threadsafe(self.exit, None, code)

    def terminal_gone(self) -> None:
        """Leave as for SIGHUP; the driver calls this when the terminal ends without a signal."""
        if self._guard is not None:
            self._guard.take(signal.SIGHUP)
        else:
            self.leave(128 + signal.SIGHUP)

    @property
    def hidden(self) -> bool:
        """Whether the blank screen lies on top."""
        return bool(self.screen_stack) and isinstance(self.screen, Blank)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing through while hidden but coming back and leaving."""
        if self.hidden and action not in _WHILE_HIDDEN:
            return False
        return super().check_action(action, parameters)

    def action_hide(self) -> None:
        """Show the blank screen, or take it away. While it is shown, push no screen of your own accord."""
        if self.hidden:
            self.pop_screen()
        else:
            self.push_screen(Blank())

    def action_help(self) -> None:
        """Open help for where the person is; not upon itself."""
        if getattr(self.screen, "where", "") != "help":
            self.push_screen(self._help_here(self.screen))

    def action_help_now(self) -> None:
        """Open help now; not upon itself."""
        screen = self._help_now()
        if type(self.screen) is not type(screen):
            self.push_screen(screen)

    async def action_quit(self) -> None:
        """Keep what is being typed on every screen, then leave with exit code 0."""
        # By way of the field: keys typed right before still wait in its queue.
        (self.focused or self).call_later(self._keep_and_exit)

    def _keep_and_exit(self) -> None:
        for screen in reversed(self.screen_stack):
            if isinstance(screen, GuideScreen):
                screen.keep()
                screen.look_away()
        self.exit(return_code=0)

    async def on_event(self, event: Event) -> None:
        """Handle an event; a key in its turn, and after it let the terminal cursor follow."""
        if not isinstance(event, Key):
            await super().on_event(event)
        elif event.is_forwarded:
            await self._hand_on(event)
        elif self.screen_stack and not self._turns.waits(event):
            await self._in_its_turn(event)

    async def _hand_on(self, event: Key) -> None:
        await super().on_event(event)
        if self.screen_stack and isinstance(self.screen, GuideScreen):
            self.screen.call_after_refresh(self.screen.park_cursor)

    async def _in_its_turn(self, event: Key) -> None:
        await self._hand_on(event)
        self._turns.pressed(event)

    def on_turn(self, event: Turn) -> None:
        """What followed a key is back: the next one may come."""
        self._turns.came(event)

    def keys_may_come(self) -> None:
        """A screen is there: what was typed ahead for it comes now."""
        self._turns.go_on()

    def _fatal_error(self) -> None:
        """Leave with the place of an error and its kind, but neither its message nor any value.

        Textual shows the local variables of every frame, which hold what a person wrote.
        """
        kind, error, frames = sys.exc_info()
        rows = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(frames)]
        name = kind.__name__ if kind else "Error"
        causes = (
            [type(each).__name__ for each in (error.__cause__, error.__context__) if each] if error else []
        )
        head = "Unmuted has to stop: something in the program went wrong. Every answered step is saved."
        self.panic(say("\n".join([head, *rows[-8:], " from ".join([name, *causes[:1]])])))
