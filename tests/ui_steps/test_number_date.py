"""Numbers and dates: how the field is read is said while it is typed; states are typed too."""

from __future__ import annotations

from typing import Any

import pytest
from textual.containers import Vertical

from guide.journal.journal import Journal
from guide.steps.base import Json
from guide.ui.screens.stage import Stage
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS

NUMBER, DATE = STEPS["number"], STEPS["date"]
TODAY = "2026-11-23"


@pytest.mark.parametrize(
    ("typed", "reads", "answer"),
    [
        ("7,5", "7.5 minutes", 7.5),
        ("30", "30 minutes", 30),
        ("0", "0 minutes", 0),
        ("n", "I feel nothing", "numb"),
        ("numb", "I feel nothing", "numb"),
        ("c", "cannot tell", "cannot-tell"),
        ("?", "cannot tell", "cannot-tell"),
    ],
)
async def test_a_number_is_read_while_it_is_typed(typed: str, reads: str, answer: Json) -> None:
    """Beneath the field stands what Enter will keep."""
    app = host_of(step=NUMBER)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Read as: –" in shown(app)
        assert "A number from 0 to 600, in minutes" in shown(app)
        assert "n: I feel nothing · c: cannot tell" in shown(app)
        await type_in(pilot, typed.replace("?", ""))
        await pilot.press(*(["question_mark"] if typed == "?" else []))
        assert f"Read as: {reads}" in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [answer]


async def test_what_is_no_number_here_is_said_and_stays() -> None:
    """Out of its range, or words: one sentence, and the field as it was."""
    app = host_of(step=NUMBER)
    async with app.run_test() as pilot:
        await type_in(pilot, "601")
        assert "Read as: –" in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [] and app.host.view.typed() == "601"
        assert "Please give a number from 0 to 600, such as 7 or 7.5." in shown(app)
        await pilot.press("backspace", "enter")
        assert app.host.answered == [60]


async def test_a_letter_is_a_state_only_where_the_step_has_it() -> None:
    """Without `numb` the letter is no number."""
    app = host_of(step={"id": "n", "kind": "number", "prompt": "How many"})
    async with app.run_test() as pilot:
        await type_in(pilot, "n")
        assert "A number, such as 7 or 7.5" in shown(app) and "I feel nothing" not in shown(app)
        await pilot.press("enter")
        assert app.host.answered == []


@pytest.mark.parametrize(
    ("range_", "words"),
    [
        ({"min": 1}, "A number of at least 1"),
        ({"max": 9}, "A number of at most 9"),
        ({}, "A number, such as"),
    ],
)
async def test_open_ends_are_said(range_: dict[str, int], words: str) -> None:
    """A bound that is not there is not mentioned."""
    app = host_of(step={"id": "n", "kind": "number", "prompt": "How many", "range": range_})
    async with app.run_test() as pilot:
        await pilot.pause()
        assert words in shown(app) and "999" not in shown(app)


@pytest.mark.parametrize(
    ("typed", "reads", "answer"),
    [
        ("14 march 2026", "14 March 2026", {"date": "2026-03-14", "precision": "day"}),
        ("2026-3-14", "14 March 2026", {"date": "2026-03-14", "precision": "day"}),
        ("march 2026", "about March 2026", {"date": "2026-03", "precision": "month"}),
        ("2026", "about 2026", {"date": "2026", "precision": "year"}),
        ("yesterday", "22 November 2026", {"date": "2026-11-22", "precision": "day"}),
        ("3 weeks ago", "2 November 2026", {"date": "2026-11-02", "precision": "day"}),
    ],
)
async def test_a_date_is_read_while_it_is_typed(typed: str, reads: str, answer: Json) -> None:
    """The day the screen says is the day that is kept; from memory is said where the step says so."""
    app = host_of(step=DATE)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.host.view.today = lambda: TODAY
        assert "Such as 14 March 2026, March 2026, 2026 or 3 weeks ago" in shown(app)
        for key in typed.replace(" ", "_"):
            await pilot.press({"_": "space", "-": "minus"}.get(key, key))
        assert f"Read as: {reads} (as I remember it)" in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [answer]


async def test_a_whole_day_is_asked_for_where_it_must_be_one() -> None:
    """The forms beneath the field do not name a month alone, and Enter says why."""
    app = host_of(step={"id": "d", "kind": "date", "prompt": "Which day"})
    async with app.run_test() as pilot:
        await type_in(pilot, "2026")
        assert "Such as 14 March 2026, 2026-03-14 or yesterday" in shown(app)
        assert "Read as: –" in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [] and "Please give the whole day" in shown(app)


@pytest.mark.parametrize(
    ("step", "raw", "field"),
    [
        (NUMBER, 7.5, "7.5"),
        (NUMBER, 0, "0"),
        (NUMBER, "7,", "7,"),
        (NUMBER, "numb", "n"),
        (NUMBER, "cannot-tell", "c"),
        (DATE, {"date": "2026-03", "precision": "month"}, "2026-03"),
        (DATE, "3 weeks a", "3 weeks a"),
    ],
)
async def test_it_comes_back_as_it_was(step: dict[str, Any], raw: Json, field: str) -> None:
    """What was held or answered stands in the field, and is the same raw answer while nobody changes it."""
    app = host_of(step=step, raw=raw)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.host.view.typed() == field
        assert app.host.view.current_raw() == raw


async def test_nothing_is_left_open() -> None:
    """Enter alone, and the question after it."""
    for step in (NUMBER, DATE):
        app = host_of(step=step)
        async with app.run_test() as pilot:
            await pilot.press("enter")
            app.host.view.question("Leave this open?")
            await pilot.press("enter")
            assert app.host.answered == [None, None]


async def test_through_a_whole_exercise(trial: Journal) -> None:
    """A number, a date, and the count of what was given; what is kept is what was read."""
    sitting = trial.begin("trial/numbers")
    app = host_of(sitting)
    async with app.run_test(size=(60, 20)) as pilot:
        await type_in(pilot, "7,5")
        assert "Read as: 7.5 minutes" in shown(app)
        await pilot.press("enter")
        await type_in(pilot, "yesterday")
        assert "Read as: 22 November 2026" in shown(app)
        await pilot.press("enter")
        assert "7.5 (from 1 of 1 answers)" in shown(app)
        await pilot.press("enter")
        assert sitting.ended
    assert sitting.walk.answers["walked"].value == 7.5
    assert sitting.walk.answers["since"].value == {"date": "2026-11-22", "precision": "day"}
    assert sitting.walk.answers["together"].value == 7.5


async def test_a_half_typed_number_is_there_after_a_cut(trial: Journal) -> None:
    """What was held comes back in the same field, unchecked."""
    sitting = trial.begin("trial/numbers")
    app = host_of(sitting)
    async with app.run_test() as pilot:
        await type_in(pilot, "7,")
    again = trial.resume(sitting.entry)
    app = host_of(again)
    async with app.run_test() as pilot:
        await type_in(pilot, "5")
        await pilot.press("enter")
    assert again.walk.answers["walked"].value == 7.5


async def test_the_screen_says_which_day_it_is(trial: Journal) -> None:
    """The day that "yesterday" is counted from is the day that the answer is kept under."""
    sitting = trial.begin("trial/numbers")
    stage = Stage(trial, sitting)
    app = host_of(step=NUMBER)
    async with app.run_test() as pilot:
        await pilot.pause()
        room = Vertical()
        await app.host.query_one("Column").mount(room)
        await stage.show(room, sitting.view())
        assert stage.current is not None
        assert (stage.current.today(), stage.current.time()) == (TODAY, "2026-11-23T19:30:05Z")
