"""A sentence: starts, the gate, the doubt, a smaller one."""

from __future__ import annotations

from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.steps.base import Json
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS

STEP = STEPS["sentence"]
FIRST, SECOND = STEP["starts"]
DOUBTED = "It may have made room. I answer Sam, and part of me does not buy it."


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter", "7"], {"text": FIRST, "believable": 7}),
        (["down", "enter", "7"], {"text": SECOND, "believable": 7}),
        (["down", "down", "up", "enter", "7"], {"text": SECOND, "believable": 7}),
        (["enter", "d", "7"], {"text": DOUBTED, "believable": 7}),
        (["enter", "d", "d", "1", "0"], {"text": FIRST, "believable": 10}),
        (["enter", "n", "7"], {"text": FIRST, "believable": 7}),
        (["enter", "s"], {"text": FIRST, "believable": None}),
        (["enter", "enter"], {"text": FIRST, "believable": None}),
        (["enter", "2", "enter"], {"text": FIRST, "believable": 2}),
        (["enter", "2", "s", "down", "enter", "6"], {"text": SECOND, "believable": 6}),
        (["enter", "e", "x", "enter", "6"], {"text": FIRST + "x", "believable": 6}),
    ],
)
async def test_keys_lead_to_this_sentence(keys: list[str], answer: Json) -> None:
    """A start, the gate and the doubt in two to five keys."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.host.answered == [answer]


async def test_facts_stay_and_a_small_one_is_only_a_suggestion() -> None:
    """The facts stand above every part; below the mark the ways to make it smaller are shown."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "left texts -> answer Sam" in shown(app)
        await pilot.press("enter")
        assert "left texts -> answer Sam" in shown(app) and "“It may have made room. I answer Sam.”" in shown(
            app
        )
        await pilot.press("3")
        assert "A smaller sentence may fit better." in shown(app)
        assert app.host.now[-1] == {"text": FIRST, "believable": 3, "now": "small"}


async def test_words_of_ones_own_are_not_lost_by_going_round_the_starts() -> None:
    """What was written stays among the starts."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await type_in(pilot, "x")
        await pilot.press("down", "down", "up", "up", "up", "down")
        seen = set()
        for _ in range(3):
            seen.add(app.host.view.typed())
            await pilot.press("down")
        assert seen == {FIRST, SECOND, FIRST + "x"}


async def test_a_start_nobody_changed_is_no_answer_yet() -> None:
    """Only shown, it is not held as the person's words."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.host.view.current_raw() == {"text": "", "believable": None}


async def test_nothing_is_left_open() -> None:
    """An emptied line is None."""
    app = host_of(step={**STEP, "starts": []})
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.host.answered == [None]


async def test_without_a_gate_the_doubt_is_one_choice() -> None:
    """Enter keeps the sentence, `d` adds the doubt."""
    step = {key: value for key, value in STEP.items() if key != "believable"}
    app = host_of(step=step)
    async with app.run_test() as pilot:
        await pilot.press("enter", "d", "enter")
        assert app.host.answered == [{"text": DOUBTED, "believable": None}]
    app = host_of(step={key: value for key, value in step.items() if key != "doubt"})
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.host.answered == [{"text": FIRST, "believable": None}]


@pytest.mark.parametrize(
    ("raw", "keys", "answer"),
    [
        ({"text": "mine", "believable": None, "now": "gate"}, ["8"], {"text": "mine", "believable": 8}),
        ({"text": "mine", "believable": 2, "now": "small"}, ["enter"], {"text": "mine", "believable": 2}),
        ({"text": "mine", "believable": None}, ["enter", "8"], {"text": "mine", "believable": 8}),
        (
            {"item": "i", "text": "mine", "evidence": [], "believable": {"state": "given", "value": 5}},
            ["enter", "enter"],
            {"text": "mine", "believable": 5},
        ),
    ],
)
async def test_it_goes_on_where_it_was(raw: dict[str, Any], keys: list[str], answer: Json) -> None:
    """What was held, or answered before, comes back at its part."""
    app = host_of(step=STEP, raw=raw)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.host.answered == [answer]


async def test_a_problem_goes_back_to_the_line() -> None:
    """Too long a sentence can be shortened; nothing of it is lost."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("enter", "7")
        app.host.view.problem("That has 400 characters. 300 fit here.", "text")
        await pilot.pause()
        assert "300 fit here" in shown(app)
        assert app.host.view.typed() == FIRST


async def test_from_one_pair_to_a_kept_sentence(journal: Journal) -> None:
    """The built-in exercise: Enter takes the fact, Enter the start, a digit the gate."""
    first = journal.begin("then-now")
    first.give("yes")
    first.give([{"now": "answer Sam within a day"}])
    first.give(None)
    sitting = journal.begin("build-a-sentence")
    app = host_of(sitting)
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter", "7")
        assert app.host.view.step_id == "once"
        assert app.host.answered[1] == {
            "text": "The medicine may have made room. I answer Sam within a day.",
            "believable": 7,
        }
