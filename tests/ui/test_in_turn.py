"""Keys pressed faster than screens open: none is lost, and none reaches what it was not meant for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from textual.events import Key

from guide.journal.home import card_read
from guide.store import pages
from guide.ui.app import UnmutedApp
from guide.ui.app_base import GuideApp
from guide.ui.in_turn import LOOKS, InTurn, Turn
from tests.journal.making import Clock, journal


def key(name: str) -> Key:
    return Key(name, name if len(name) == 1 else None)


async def pressed_at_once(folder: Path, *keys: str) -> tuple[str, int]:
    """(where the screen is, entries kept) after keys that arrive together, as from a fast hand."""
    opened = journal(folder, Clock())
    card_read(opened)
    app = UnmutedApp(opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for name in keys:
            app.post_message(key(name))
        for _ in range(20):
            await pilot.pause(0.02)
        where = str(getattr(app.screen, "where", "")) if app.is_running else "left"
        kept = len(pages.page(opened.store))
    opened.close()
    return where, kept


@pytest.mark.parametrize(("keys", "kept"), [("lb74", 1), ("lb74m", 1), ("lb74u", 0)])
async def test_the_log_can_be_typed_in_one_go_from_home(tmp_path: Path, keys: str, kept: int) -> None:
    assert await pressed_at_once(tmp_path, *keys) == ("exercise", kept)


async def test_leaving_right_after_the_log_keeps_the_log(tmp_path: Path) -> None:
    _, kept = await pressed_at_once(tmp_path, *"lb74", "ctrl+q")
    assert kept == 1


async def test_enter_from_before_does_not_close_the_people_to_call(tmp_path: Path) -> None:
    where, _ = await pressed_at_once(tmp_path, "l", "enter", "enter", "enter", "f2")
    assert where == "help-now"


async def test_nothing_pressed_while_hidden_comes_to_light(tmp_path: Path) -> None:
    where, kept = await pressed_at_once(tmp_path, "f8", "l", "b", "7", "4", "f8")
    assert (where, kept) == ("home", 0)


async def test_a_long_text_typed_at_once_waits_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two hundred letters into the field of a step: all are there, and no key was kept back."""
    opened = journal(tmp_path, Clock())
    card_read(opened)
    app = UnmutedApp(opened, exercise="catch-the-discount")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field = cast(Any, app.focused)
        assert type(field).__name__ == "StepLine"
        waits, kept_back = app._turns.waits, list[bool]()

        def watched(event: Key) -> bool:
            kept_back.append(waits(event))
            return kept_back[-1]

        monkeypatch.setattr(app._turns, "waits", watched)
        for _ in range(200):
            app.post_message(key("a"))
        await pilot.pause()
        assert field.value == "a" * 200 and kept_back == [False] * 200
    opened.close()


# -- one turn after the other, with everything around it made up ---------------------------------------


class Widget:
    """Takes messages, or none when it is going away."""

    def __init__(self, *, closing: bool = False, mounted: bool = True, takes_letters: bool = False) -> None:
        self.closing, self.is_mounted, self.takes_letters = closing, mounted, takes_letters
        self.sent: list[Turn] = []

    def post_message(self, turn: Turn) -> bool:
        if not self.closing:
            self.sent.append(turn)
        return not self.closing


class App:
    """What `InTurn` asks of the application; `look` is what its timer does."""

    def __init__(self) -> None:
        self.focused: Widget | None = Widget()
        self.screen = Widget()
        self.hidden = False
        self.keymap: dict[str, str] = {}
        self.later: list[Callable[[], Any]] = []
        self.look: Callable[[], None] | None = None
        self.stopped = 0

    def call_later(self, callback: Callable[[], Any]) -> None:
        self.later.append(callback)

    def set_interval(self, _seconds: float, look: Callable[[], None]) -> App:
        assert self.look is None, "one timer at a time"
        self.look = look
        return self

    def stop(self) -> None:
        self.look, self.stopped = None, self.stopped + 1


class Hand:
    """`InTurn` with a made-up application: what it handed on stands in `handed`."""

    def __init__(self) -> None:
        self.app = App()
        self.handed: list[str] = []
        self.turns = InTurn(cast(GuideApp, self.app), self._hand_on)

    async def _hand_on(self, event: Key) -> None:
        self.handed.append(event.key)
        self.turns.pressed(event)

    async def press(self, name: str) -> None:
        if not self.turns.waits(key(name)):
            await self._hand_on(key(name))

    async def settle(self) -> None:
        while self.app.later:
            await self.app.later.pop(0)()

    async def back(self, widget: Widget) -> None:
        """The message that was sent to a widget comes back to the application."""
        self.turns.came(widget.sent.pop(0))
        await self.settle()

    async def looks(self, times: int) -> None:
        for _ in range(times):
            if self.app.look is not None:
                self.app.look()
            await self.settle()


async def test_keys_come_one_by_one_as_the_message_goes_round_twice() -> None:
    hand, at = Hand(), Widget()
    hand.app.focused = at
    for name in "abc":
        await hand.press(name)
    assert hand.handed == ["a"]
    await hand.back(at)
    assert hand.handed == ["a"], "the first time round is not enough"
    await hand.back(at)
    assert hand.handed == ["a", "b"]
    for _ in range(4):
        await hand.back(at)
    assert hand.handed == ["a", "b", "c"]
    assert hand.app.look is None and hand.app.stopped == 1, "nobody looks once nothing waits"


async def test_a_message_that_never_comes_back_holds_nothing_up_for_ever() -> None:
    hand = Hand()
    for name in "abc":
        await hand.press(name)
    await hand.looks(LOOKS - 1)
    assert hand.handed == ["a"]
    await hand.looks(1)
    assert hand.handed == ["a", "b"]
    await hand.looks(LOOKS)
    assert hand.handed == ["a", "b", "c"]


async def test_a_message_that_comes_too_late_lets_no_key_out_of_its_turn() -> None:
    hand, at = Hand(), Widget()
    hand.app.focused = at
    for name in "abc":
        await hand.press(name)
    late = at.sent.pop(0)
    await hand.looks(LOOKS)
    assert hand.handed == ["a", "b"]
    hand.turns.came(Turn(late.key, 1))
    await hand.settle()
    assert hand.handed == ["a", "b"]


async def test_a_widget_that_goes_away_leaves_the_message_to_its_screen() -> None:
    hand = Hand()
    hand.app.focused = Widget(closing=True)
    await hand.press("a")
    await hand.press("b")
    await hand.back(hand.app.screen)
    await hand.back(hand.app.screen)
    assert hand.handed == ["a", "b"]


async def test_keys_wait_for_a_screen_that_takes_long_to_open() -> None:
    hand = Hand()
    hand.app.focused = None
    await hand.press("a")
    hand.app.screen = Widget(mounted=False)
    await hand.press("b")
    await hand.looks(3 * LOOKS)
    assert hand.handed == ["a"]
    hand.app.screen.is_mounted = True
    await hand.looks(1)
    assert hand.handed == ["a", "b"]


async def test_letters_for_a_field_send_no_message_and_enter_does() -> None:
    hand, field = Hand(), Widget(takes_letters=True)
    hand.app.focused = field
    for name in "abc":
        await hand.press(name)
    assert hand.handed == ["a", "b", "c"] and not field.sent
    await hand.press("enter")
    await hand.press("d")
    assert hand.handed[3:] == ["enter"] and len(field.sent) == 1
