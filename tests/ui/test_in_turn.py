"""Keys pressed faster than screens open: none is lost, and none reaches what it was not meant for."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal.home import card_read
from guide.store import pages
from guide.ui.app import UnmutedApp
from tests.journal.making import Clock, journal


async def pressed_at_once(folder: Path, *keys: str) -> tuple[str, int]:
    """(where the screen is, entries kept) after keys that arrive together, as from a fast hand."""
    from textual.events import Key

    opened = journal(folder, Clock())
    card_read(opened)
    app = UnmutedApp(opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in keys:
            app.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(20):
            await pilot.pause(0.02)
        where = str(getattr(app.screen, "where", ""))
        kept = len(pages.page(opened.store))
    opened.close()
    return where, kept


@pytest.mark.parametrize(("keys", "kept"), [("lb74", 1), ("lb74m", 1), ("lb74u", 0)])
async def test_the_log_can_be_typed_in_one_go_from_home(tmp_path: Path, keys: str, kept: int) -> None:
    assert await pressed_at_once(tmp_path, *keys) == ("exercise", kept)


async def test_enter_from_before_does_not_close_the_people_to_call(tmp_path: Path) -> None:
    where, _ = await pressed_at_once(tmp_path, "l", "enter", "enter", "enter", "f2")
    assert where == "help-now"


async def test_nothing_pressed_while_hidden_comes_to_light(tmp_path: Path) -> None:
    where, kept = await pressed_at_once(tmp_path, "f8", "l", "b", "7", "4", "f8")
    assert (where, kept) == ("home", 0)
