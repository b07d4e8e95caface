"""The line of keys, the palette, the column, the notice about the size, and the cursor."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from guide.ui.base import Column, GuideApp, LineInput, Words
from guide.ui.key_line import KeyLine
from guide.ui.keymap import safe_keymap
from tests.ui_base.trial import Now, Trial


def keys_shown(app: GuideApp) -> str:
    return app.screen.query_one(KeyLine).render().plain


async def test_key_line_shows_what_works_here() -> None:
    app = Trial()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert keys_shown(app).startswith(
            "F1 ctrl+o Help  F2 ctrl+g Help now  Enter Go on  ctrl+b Back  F7 Examples"
        )
        assert "Skip" not in keys_shown(app)  # the screen has no action for it
        app.form.query_one(Words).focus()
        await pilot.pause()
        assert "ctrl+n Go on" in keys_shown(app)
        app.form.query_one("#list").focus()
        await pilot.pause()
        assert "b Back  x Examples" in keys_shown(app)
        await pilot.resize_terminal(50, 30)
        await pilot.pause()
        assert keys_shown(app) == "F1 ctrl+o Help  F2 ctrl+g Help now  Enter Go on"


async def test_key_line_can_be_clicked() -> None:
    app = Trial()
    async with app.run_test() as pilot:
        await pilot.click(KeyLine, offset=(24, 0))
        await pilot.pause()
        assert isinstance(app.screen, Now)


async def test_keymap_reaches_bindings_and_key_line() -> None:
    safe = safe_keymap({"help-now": "f12", "exercise.go-on": "f11", "help": "h"})
    app = Trial(keymap=safe.keymap)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert keys_shown(app).startswith("F1 ctrl+o Help  F12 Help now  F11 Go on")
        await pilot.press("f2", "enter", "f11")
        assert app.form.did == ["go on"]
        await pilot.press("f12")
        assert isinstance(app.screen, Now)


async def test_palette_holds_the_table_only() -> None:
    app = Trial()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        await pilot.pause()
        rows = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Help now" in rows and "Examples" in rows and "Theme" not in rows and "Skip" not in rows
        await pilot.press(*"help now", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        if not isinstance(app.screen, Now):  # the first Enter chooses, the second runs it
            await pilot.press("enter")
            await pilot.pause()
        assert isinstance(app.screen, Now)


@pytest.mark.parametrize(("width", "left", "inner"), [(80, 0, 80), (200, 60, 80), (60, 0, 60)])
async def test_one_column(width: int, left: int, inner: int) -> None:
    app = Trial()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        region = app.screen.query_one(Column).region
        assert (region.x, region.width) == (left, inner)


async def test_notice_about_the_size() -> None:
    app = Trial()
    async with app.run_test(size=(39, 12)) as pilot:
        await pilot.pause()

        def text() -> str:
            return " ".join(" ".join(strip.text for strip in app.screen._compositor.render_strips()).split())

        assert "at least 40 columns and 12 rows" in text() and "39 and 12" in text()
        await pilot.press("k")
        await pilot.press("f2")
        await pilot.pause()
        assert "help now" in text()  # people to call are shown at any size
        await pilot.press("escape")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "at least" not in text() and app.form.query_one(LineInput).value == "k"


async def test_cursor_follows_the_focus() -> None:
    app = Trial()
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()

        def inside(name: str) -> Offset:
            return app.cursor_position - app.form.query_one(name).content_region.offset

        assert inside("#line") == Offset(0, 0)
        await pilot.press("h", "i")
        assert inside("#line") == Offset(2, 0)
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert inside("#list") == Offset(0, 0)
        await pilot.press("down", "down")
        await pilot.pause()
        assert inside("#list") == Offset(0, 3)  # behind a row of two lines
        await pilot.press("tab")
        await pilot.pause()
        assert inside("#marks") == Offset(2, 0)
