"""Keys in their turn: a key pressed before what the key before it opened is there waits for it.

Who knows the log by heart types `l b 7 4` in one go. The screen that `l` opens takes a moment, and Textual would
give the keys after it to the screen beneath, where they mean nothing. So the next key is handed on once the one
before it has done its work: a message follows it through the widgets twice (once behind the key, once behind
what the key made a widget say), and a screen takes keys once it is mounted. Text fields take keys as they come.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual.events import Key
from textual.message import Message

from guide.ui import commands

if TYPE_CHECKING:
    from guide.ui.app_base import GuideApp

LONGEST: Final = 0.5
"""Seconds after which a key waits no longer, whatever became of the one before it."""
_LAPS: Final = 2
_FIELDS: Final = ("LineInput", "Words")


class Turn(Message):
    """Follows a key through the widgets. `laps` are those still to come, this one included."""

    def __init__(self, laps: int = _LAPS) -> None:
        super().__init__()
        self.laps = laps


class InTurn:
    """The keys that wait. `hand_on` gives a key to the widgets."""

    def __init__(self, app: GuideApp, hand_on: Callable[[Key], Awaitable[None]]) -> None:
        self._app, self._hand_on = app, hand_on
        self._waiting: list[Key] = []
        self._since: float | None = None

    def waits(self, event: Key) -> bool:
        """Whether this key is kept back: it comes by itself when its turn is there.

        Keys that work everywhere never wait, and what waits is dropped for them: an Enter from before must not
        close the people to call. While everything is hidden any other key is dropped at once: handed to the blank
        screen it could come to light on the screen beneath.
        """
        if event.key in self._always():
            self._waiting.clear()
            return False
        if self._app.hidden:
            return True
        if not (self._waiting or self._busy()):
            return False
        self._waiting.append(event)
        self._app.set_timer(LONGEST, self.go_on)
        return True

    def pressed(self) -> None:
        """A key was handed on: send the message after it."""
        target = self._app.focused or self._app.screen
        if type(target).__name__ not in _FIELDS:
            self._since = monotonic()
            target.post_message(Turn())

    def came(self, turn: Turn) -> None:
        """The message is back: once more around, or the next key."""
        if turn.laps > 1:
            (self._app.focused or self._app.screen).post_message(Turn(turn.laps - 1))
        else:
            self._since = None
            self.go_on()

    def go_on(self) -> None:
        """Hand on what waits, as far as it goes."""
        if self._waiting:
            self._app.call_later(self._next)

    async def _next(self) -> None:
        while self._waiting and not self._busy():
            await self._hand_on(self._waiting.pop(0))

    def _busy(self) -> bool:
        if self._since is not None and monotonic() - self._since < LONGEST:
            return True
        return not self._app.screen.is_mounted

    def _always(self) -> frozenset[str]:
        keymap = self._app.keymap
        return frozenset(
            key
            for one in commands.of(commands.EVERYWHERE)
            if one.id not in commands.ON_SCREEN
            for key in keymap.get(one.id, one.keys).split(",")
        )
