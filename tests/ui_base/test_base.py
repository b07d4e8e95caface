"""Fields, help, hiding, leaving, without a terminal; `test_screen_pty.py` has what needs one."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from guide.ui.base import GuideApp, GuideScreen, LineInput, Words
from tests.ui_base.trial import Dialog, Form, Help, Now, Trial


async def test_line_input_keeps_every_line() -> None:
    app = Trial()
    async with app.run_test() as pilot:
        field = app.form.query_one(LineInput)
        for text in ("one\r\ntwo\r  three\n", " and [/b]\ttab", "\x1b]52;c;QUJD\x07\u202e!"):
            field.post_message(events.Paste(text))
        await pilot.pause()
        assert field.value == "one two three and [/b] tab!"
        await pilot.press("home", "shift+end")
        field.post_message(events.Paste("a\nb"))
        await pilot.pause()
        assert field.value == "a b"


async def test_words() -> None:
    app = Trial()
    async with app.run_test() as pilot:
        words = app.form.query_one(Words)
        words.focus()
        await pilot.press("a", "enter", "b")
        words.post_message(events.Paste("c\r\nd\x1b[31me"))
        await pilot.pause()
        assert words.text == "a\nbc\nde"
        assert words.soft_wrap and not words.show_line_numbers
        assert app.form.did == []
        await pilot.press("f7", "ctrl+n")
        assert app.form.did == ["examples", "go on"] and words.selected_text == ""
        await pilot.press("ctrl+z")
        assert words.text == "a\nb"
        await pilot.press("tab")
        assert app.focused is app.form.query_one(OptionList)


@pytest.mark.parametrize("field", ["#line", "#words", "#list"])
@pytest.mark.parametrize(("keys", "shown"), [(("f1", "ctrl+o"), Help), (("f2", "ctrl+g"), Now)])
async def test_help_from_every_field(field: str, keys: tuple[str, str], shown: type[Help]) -> None:
    app = Trial()
    async with app.run_test() as pilot:
        app.form.query_one(field).focus()
        for key in keys:
            await pilot.press(key)
            assert isinstance(app.screen, shown) and (shown is Now) == isinstance(app.screen, Now)
            if shown is Help:
                assert str(app.screen.query_one("#text", Static).content) == Form.help_text
            await pilot.press(key)
            assert len(app.screen_stack) == 3  # never upon itself
            await pilot.press("escape")
            assert app.screen.id == "form"
        assert app.form.query_one(LineInput).value == "" and app.form.query_one(Words).text == ""


async def test_help_now_in_a_dialog() -> None:
    app = Trial()
    async with app.run_test() as pilot:
        app.push_screen(Dialog())
        await pilot.press("x", "f2")
        assert isinstance(app.screen, Now)
        await pilot.press("escape")
        assert app.screen.query_one("#asked", Input).value == "x"


@pytest.mark.parametrize("key", ["f8", "ctrl+l"])
async def test_hide_swallows_everything(key: str) -> None:
    app = Trial()
    async with app.run_test(notifications=True) as pilot:
        title = app.title
        await pilot.press("a", key)
        assert app.hidden and app.title == title
        await pilot.press(
            "z", "enter", "f1", "f2", "ctrl+o", "ctrl+g", "ctrl+p", "ctrl+c", "tab", "escape", "ctrl+n"
        )
        app.post_message(events.Paste("pasted"))
        await pilot.click(offset=(5, 2))
        app.notify("something happened", markup=False)
        await pilot.pause()
        rows = [strip.text for strip in app.screen._compositor.render_strips()]
        assert app.hidden and not "".join(rows).strip()
        await pilot.press(key)
        assert app.screen is app.form and app.form.did == []
        assert app.form.query_one(LineInput).value == "a"
        assert app.focused is app.form.query_one(LineInput)
        await pilot.press("b")
        assert app.form.query_one(LineInput).value == "ab"


async def test_quit_while_hidden_keeps_what_was_typed() -> None:
    app = Trial()
    async with app.run_test() as pilot:
        await pilot.press("f8", "ctrl+q")
        await pilot.pause()
        assert app.form.did == ["keep"] and app.return_code == 0


async def test_rescue_is_what_the_topmost_has() -> None:
    app = Trial()
    async with app.run_test() as pilot:
        assert app.rescue() is None
        app.form.query_one(Words).text = "dear diary"
        await pilot.press("f2", "f8")
        assert app.rescue() == b"dear diary"
    assert Trial().rescue() is None


async def test_letters_belong_to_the_focus_first() -> None:
    app = Trial()
    async with app.run_test() as pilot:
        await pilot.press("b")
        assert app.form.query_one(LineInput).value == "b" and app.form.did == []
        app.form.query_one("#list").focus()
        await pilot.press("b")
        assert app.form.did == ["back"]
        app.form.query_one("#marks").focus()
        await pilot.press("b", "f3")
        assert app.form.did == ["back", "back"]


async def test_back_goes_one_level_and_stops() -> None:
    class Alone(GuideScreen[None]):
        where = "home"

    class App(GuideApp):
        def get_default_screen(self) -> Screen[Any]:
            return Alone()

    app = App(help_here=lambda screen: Now(), help_now=Now)
    async with app.run_test() as pilot:
        await pilot.press("f1", "escape", "escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, Alone) and len(app.screen_stack) == 1


async def test_an_error_shows_no_words() -> None:
    secret = "my private words"

    class Breaks(Trial):
        def action_quit(self) -> Any:
            words = secret
            raise ValueError(words)

    app = Breaks()
    with pytest.raises(ValueError, match=secret):
        async with app.run_test() as pilot:
            await pilot.press("ctrl+q")
            await pilot.pause()
            shown = "".join(segment.text for each in app._exit_renderables for segment in each.segments)  # type: ignore[union-attr]
    assert "ValueError" in shown and "test_base.py" in shown
    assert secret not in shown
    assert app.return_code == 1


async def test_animations() -> None:
    assert Trial(animations=False).animation_level == "none"
    assert Trial().animation_level != "none"


def test_first_screen_pays_for_no_text_area() -> None:
    code = (
        "import sys; from guide.ui.base import GuideApp; print('textual.widgets._text_area' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"
