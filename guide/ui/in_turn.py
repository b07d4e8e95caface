"""Keys in their turn: a key pressed before what the key before it opened is there waits for it.

Who knows the log by heart types `l b 7 4` in one go. The screen that `l` opens takes a moment, and Textual would
give the keys after it to the screen beneath, where they mean nothing. So the next key is handed on once the one
before it has done its work: a message follows it through the widgets twice (once behind the key, once behind
what the key made a widget say), and a screen takes keys once it is mounted. What is typed into a text field is
taken as it comes: letters lead nowhere, and a long text would be slow.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from textual.events import Key
from textual.message import Message

from guide.ui import commands

if TYPE_CHECKING:
    from textual.timer import Timer

    from guide.ui.app_base import GuideApp

LOOK: Final = 0.1
"""Seconds between two looks at the keys that wait."""
LOOKS: Final = 5
"""Looks without a word from the key before, after which it is waited for no longer. Looks are counted and not
seconds: while the terminal stalls nobody looks, and the key before has had no time to do its work either."""
_LAPS: Final = 2


class Turn(Message):
    """Follows a key through the widgets. `key` is its number, `laps` are those still to come, this one included."""

    def __init__(self, key: int, laps: int = _LAPS) -> None:
        super().__init__()
        self.key, self.laps = key, laps


class InTurn:
    """The keys that wait. `hand_on` gives a key to the widgets."""

    def __init__(self, app: GuideApp, hand_on: Callable[[Key], Awaitable[None]]) -> None:
        self._app, self._hand_on = app, hand_on
        self._always, self._leaving = _keys(app), _keys(app, "quit")
        self._waiting: list[Key] = []
        self._looking: Timer | None = None
        self._looks = self._pressed = self._at_work = 0

    def waits(self, event: Key) -> bool:
        """Whether this key is kept back: it comes by itself when its turn is there.

        Keys that work everywhere never wait, and what waits is dropped for them: an Enter from before must not
        close the people to call. But leaving comes after what waits: an answer typed right before it is kept. While
        everything is hidden any other key is dropped at once: handed to the blank screen it could come to light on
        the screen beneath.
        """
        if event.key in self._always and not (self._waiting and event.key in self._leaving):
            self._waiting.clear()
            return False
        if self._app.hidden:
            return True
        if not (self._waiting or self._busy()):
            return False
        self._waiting.append(event)
        if self._looking is None:
            self._looks = 0
            self._looking = self._app.set_interval(LOOK, self._look)
        return True

    def pressed(self, event: Key) -> None:
        """A key was handed on: send the message after it."""
        if event.is_printable and getattr(self._app.focused, "takes_letters", False):
            return
        self._pressed += 1
        self._follow(Turn(self._pressed))

    def came(self, turn: Turn) -> None:
        """The message is back: once more around, or the next key. One that was waited for no longer is passed over."""
        if turn.key != self._at_work:
            return
        if turn.laps > 1:
            self._follow(Turn(turn.key, turn.laps - 1))
        else:
            self._at_work = 0
            self.go_on()

    def go_on(self) -> None:
        """Hand on what waits, as far as it goes."""
        if self._waiting:
            self._app.call_later(self._next)

    def _follow(self, turn: Turn) -> None:
        """Send the message after a key; a widget that is going away takes none, and its screen does."""
        self._looks = 0
        sent = (self._app.focused or self._app.screen).post_message(turn) or self._app.screen.post_message(
            turn
        )
        self._at_work = turn.key if sent else 0

    async def _next(self) -> None:
        while self._waiting and not self._busy():
            await self._hand_on(self._waiting.pop(0))
        if not self._waiting and self._looking is not None:
            self._looking.stop()
            self._looking = None

    def _look(self) -> None:
        self._looks += 1
        if self._looks >= LOOKS:
            self._at_work = 0
        self._app.call_later(self._next)

    def _busy(self) -> bool:
        return self._at_work != 0 or not self._app.screen.is_mounted


def _keys(app: GuideApp, *ids: str) -> frozenset[str]:
    """The keys that work everywhere, as they are mapped: of these commands, or of all."""
    return frozenset(
        key
        for one in commands.of(commands.EVERYWHERE)
        if one.id not in commands.ON_SCREEN and (not ids or one.id in ids)
        for key in app.keymap.get(one.id, one.keys).split(",")
    )
