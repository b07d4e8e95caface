"""Short and long texts: going on, holding, examples, the one question, pasting."""

from __future__ import annotations

import pytest
from textual import events

from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS


async def test_short_goes_on_with_enter_and_holds_while_typing() -> None:
    """Enter answers with the words; each key is offered for keeping."""
    app = host_of(step=STEPS["short"])
    async with app.run_test() as pilot:
        await type_in(pilot, "a line")
        assert app.host.held[-1] == "a line"
        assert app.host.now == []
        assert app.host.view.current_raw() == "a line"
        await pilot.press("enter")
        assert app.host.answered == ["a line"]


async def test_empty_is_left_open() -> None:
    """Enter, or going on, without words is None; the question then takes Enter."""
    app = host_of(step=STEPS["short"])
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.host.answered == [None]
        app.host.view.question("Leave this open?")
        await type_in(pilot, "yes")
        await pilot.press("enter")
        assert app.host.answered == [None, "yes"]
    app = host_of(step=STEPS["long"])
    async with app.run_test() as pilot:
        await pilot.press("ctrl+s")
        app.host.view.question("Leave this open?")
        await pilot.press("enter")
        assert app.host.answered == [None, None]


@pytest.mark.parametrize("raw", ["before", {"item": "i1", "text": "before"}])
async def test_what_was_written_before_is_there(raw: object) -> None:
    """A kept answer comes back, also that of a step that collects; the first key does not replace it."""
    app = host_of(step=STEPS["short"], raw=raw)
    async with app.run_test() as pilot:
        await type_in(pilot, "x")
        await pilot.press("enter")
        assert app.host.answered == ["beforex"]


@pytest.mark.parametrize("key", ["ctrl+s", "ctrl+n"])
async def test_long_has_lines_and_a_key_to_go_on(key: str) -> None:
    """Enter is a new line there."""
    app = host_of(step=STEPS["long"])
    async with app.run_test() as pilot:
        await type_in(pilot, "one")
        await pilot.press("enter")
        await type_in(pilot, "two")
        assert app.host.held[-1] == "one\ntwo"
        await pilot.press(key)
        assert app.host.answered == ["one\ntwo"]


async def test_examples_copy_nothing_by_themselves() -> None:
    """F7 shows them; Enter goes back with one's own words; a digit takes one, behind what was written."""
    app = host_of(step=STEPS["short"])
    async with app.run_test() as pilot:
        await pilot.press("f7")
        assert "laughed at the cat" in shown(app)
        await pilot.press("enter")
        assert app.host.view.current_raw() == ""
        await type_in(pilot, "mine:")
        await pilot.press("f7")
        assert app.host.view.current_raw() == "mine:"
        await pilot.press("escape", "f7", "f7")
        assert app.host.view.current_raw() == "mine:"
        await pilot.press("f7", "2")
        assert app.host.view.current_raw() == "mine: Since about "
        await type_in(pilot, "May")
        await pilot.press("enter")
        assert app.host.answered == ["mine: Since about May"]


async def test_without_examples_the_key_is_the_screens() -> None:
    """A step without any does not swallow the key."""
    app = host_of(step={"id": "x", "kind": "short", "prompt": "In a line"})
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not app.host.view.examples()
        assert app.host.view.check_action("examples", ()) is False


async def test_one_question_about_the_words() -> None:
    """Enter keeps them; `e` goes back to them; `?` says why; it is asked once."""
    step = {"id": "x", "kind": "short", "prompt": "In a line", "nudge": "concrete"}
    app = host_of(step=step)
    async with app.run_test() as pilot:
        asked: list[str] = []

        def nudge(part: str, words: str, record: object) -> str:
            asked.append(words)
            return "Whose doing was it?"

        app.host.view.nudge = nudge
        await type_in(pilot, "better")
        await pilot.press("enter")
        assert "Whose doing was it?" in shown(app) and "better" in shown(app)
        await pilot.press("question_mark")
        assert "Plain facts are easier to believe" in shown(app)
        await pilot.press("e")
        await type_in(pilot, " now")
        await pilot.press("enter")
        assert (asked, app.host.answered) == (["better"], ["better now"])


async def test_a_problem_keeps_the_words() -> None:
    """What was typed stays under a problem, which goes with the next key."""
    app = host_of(step=STEPS["short"])
    async with app.run_test() as pilot:
        await type_in(pilot, "words")
        await pilot.press("enter")
        app.host.view.problem("That has 5 characters. 4 fit here.")
        await pilot.pause()
        assert "4 fit here" in shown(app) and "words" in shown(app)
        await pilot.press("backspace")
        assert "4 fit here" not in shown(app)
        await pilot.press("enter")
        assert app.host.answered == ["words", "word"]


async def test_a_paste_of_several_lines_stays_whole() -> None:
    """Nothing of a paste is lost in a one-line field."""
    app = host_of(step=STEPS["short"])
    async with app.run_test() as pilot:
        await pilot.pause()
        app.post_message(events.Paste("one\ntwo\nthree"))
        await pilot.pause()
        await pilot.press("enter")
        assert app.host.answered == ["one two three"]


async def test_again_keeps_what_is_typed() -> None:
    """Showing the same step once more, as after a dialog, leaves the field alone."""
    app = host_of(step=STEPS["short"])
    async with app.run_test() as pilot:
        await type_in(pilot, "half")
        await app.host.show_step(again=True)
        assert app.host.view.current_raw() == "half"
        await app.host.show_step()
        assert app.host.view.current_raw() == ""
