"""A sentence where earlier ones may be revised: a key offers them, and a new one is never in its way."""

from __future__ import annotations

from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.steps.base import Json
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS

THERE = [
    {"item": "s2", "label": "I rested.", "fields": {"text": "I rested."}, "refs": []},
    {"item": "s1", "label": "I read.", "fields": {"text": "I read."}, "refs": []},
]
STEP: dict[str, Any] = {
    **{key: value for key, value in STEPS["sentence"].items() if key not in ("believable", "doubt")},
    "revise": True, "there": THERE, "home": {"fields": {"text": "Text"}},
}  # fmt: skip
FIRST = STEP["starts"][0]


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], {"text": FIRST, "believable": None}),
        (["f7", "enter", "enter"], {"text": FIRST, "believable": None}),
        (["f7", "f7", "enter"], {"text": FIRST, "believable": None}),
        (["x", "f7", "escape", "enter"], {"text": FIRST + "x", "believable": None}),
        (["f7", "2", "enter"], {"text": "I read.", "believable": None, "revises": "s1"}),
        (["f7", "1", "x", "enter"], {"text": "I rested.x", "believable": None, "revises": "s2"}),
        (["f7", "1", "f7", "2", "enter"], {"text": "I read.", "believable": None, "revises": "s1"}),
        (["f7", "1", "f7", "escape", "enter"], {"text": FIRST, "believable": None}),
        (["x", "f7", "1", "f7", "escape", "enter"], {"text": FIRST + "x", "believable": None}),
    ],
)
async def test_keys_lead_to_this_answer(keys: list[str], answer: Json) -> None:
    """The choice opens with F7 and closes with the line as it was."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.host.answered == [answer]


async def test_what_is_revised_is_said() -> None:
    """Above the line stands the old sentence, while the line is written."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "F7 an earlier sentence" in shown(app) and "I rested." not in shown(app)
        await pilot.press("f7")
        assert "The old words are kept" in shown(app)
        await pilot.press("2")
        assert "A new version of: I read." in shown(app)
        assert app.host.now[-1] == {"text": "I read.", "believable": None, "revises": "s1"}


@pytest.mark.parametrize("step", [{**STEP, "there": []}, {k: v for k, v in STEP.items() if k != "there"}])
async def test_without_earlier_ones_nothing_is_offered(step: dict[str, Any]) -> None:
    """No key, and no word of it."""
    app = host_of(step=step)
    async with app.run_test() as pilot:
        await pilot.press("f7")
        assert "earlier sentence" not in shown(app) and app.host.view.typed() == FIRST
        assert not app.host.view.offers_examples


async def test_what_was_held_comes_back() -> None:
    """The item it revises, too; one that is gone since is forgotten."""
    raw = {"text": "I read a b", "believable": None, "revises": "s1"}
    app = host_of(step=STEP, raw=raw)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.host.view.current_raw() == raw and "A new version of: I read." in shown(app)
    app = host_of(step=STEP, raw={**raw, "revises": "gone"})
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.host.view.current_raw() == {"text": "I read a b", "believable": None}


async def test_while_choosing_the_line_is_what_is_held() -> None:
    """A cut there loses nothing."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await type_in(pilot, "x")
        await pilot.press("f7")
        assert app.host.view.current_raw() == {"text": FIRST + "x", "believable": None}


async def test_the_question_to_leave_open_is_not_answered_by_the_choice() -> None:
    """After it, F7 and Enter go back to the line."""
    app = host_of(step={**STEP, "starts": []})
    async with app.run_test() as pilot:
        await pilot.press("enter")
        app.host.view.question("Leave this open?")
        await pilot.press("f7", "enter")
        assert app.host.answered == [None] and app.host.view.active is not app.host.view.pad


async def test_a_revised_sentence_is_the_same_item(trial: Journal) -> None:
    """On a real store: one item, with the new words."""
    first = trial.begin("trial/fair")
    first.give([{"own": "read a page"}])
    first.give({"text": "I read a page."})
    sitting = trial.begin("trial/fair")
    app = host_of(sitting)
    async with app.run_test() as pilot:
        await type_in(pilot, "another page")
        await pilot.press("enter", "f7", "1")
        await type_in(pilot, " Twice.")
        await pilot.press("enter")
        assert sitting.ended
    kept = sitting.world.items(["sentences"], "newest")
    assert [one["fields"]["text"] for one in kept] == ["I read a page. Twice."]
    assert kept[0]["item"] == first.walk.answers["sentence"].value["item"]
