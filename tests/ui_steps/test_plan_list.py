"""One plan, and records with numbers and dates."""

from __future__ import annotations

from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.steps.base import Json
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS

PLAN = STEPS["plan"]
WHOLE = {"cue": "it rains", "action": "read"}
RECORD: dict[str, Any] = {
    "id": "li", "kind": "list", "prompt": "What changed",
    "record": {
        "what": {"kind": "short", "prompt": "What", "max_length": 80},
        "day": {"kind": "date", "prompt": "When", "approximate": True},
        "times": {"kind": "number", "prompt": "Times", "range": {"min": 0, "max": 9}, "optional": True, "numb": True},
    },
}  # fmt: skip


async def test_a_plan_field_by_field() -> None:
    """What it is for stands above; the obstacle may stay empty; the plan is kept after the last field."""
    app = host_of(step=PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "For: answer Sam" in shown(app) and "Number 1" not in shown(app)
        await type_in(pilot, "it rains")
        await pilot.press("enter")
        assert app.host.now[-1] == [{"fields": {"cue": "it rains"}, "now": "action"}]
        await type_in(pilot, "read")
        await pilot.press("enter", "enter")
        assert app.host.answered == [[{"fields": WHOLE}]]


async def test_half_a_plan_is_said_where_it_is() -> None:
    """A cue without an action is no plan yet, and nothing is lost."""
    app = host_of(step=PLAN)
    async with app.run_test() as pilot:
        await type_in(pilot, "it rains")
        await pilot.press("enter", "enter", "enter")
        assert "'Then I' is still empty" in shown(app)
        await type_in(pilot, "read")
        await pilot.press("enter", "enter")
        assert app.host.answered == [[{"fields": WHOLE}]]


@pytest.mark.parametrize("raw", [[{"item": "i1", "fields": WHOLE}], [{"fields": WHOLE}], WHOLE])
async def test_a_plan_that_is_there_is_shown_whole(raw: Json) -> None:
    """Coming back, Enter goes on, and a digit opens it; an item keeps its id."""
    app = host_of(step=PLAN, raw=raw)
    item = {"item": "i1"} if isinstance(raw, list) and "item" in raw[0] else {}
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "If: it rains · Then I: read" in shown(app) and "This is what stands there." in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [[{**item, "fields": WHOLE}]]
        app.host.view.problem("x")
        await pilot.press("1")
        await type_in(pilot, "!")
        await pilot.press("enter", "enter", "enter", "enter")
        assert app.host.answered[-1] == [{**item, "fields": {**WHOLE, "cue": "it rains!"}}]


async def test_examples_of_the_cue() -> None:
    """F7 shows those of the field."""
    app = host_of(step=PLAN)
    async with app.run_test() as pilot:
        await pilot.press("f7", "1")
        assert app.host.view.typed() == "the phone rings"


async def test_a_date_and_a_number_in_a_record() -> None:
    """Both are read while they are typed, and taken as they were read."""
    app = host_of(step=RECORD)
    async with app.run_test() as pilot:
        app.host.view.today = lambda: "2026-11-23"
        await type_in(pilot, "dose")
        await pilot.press("enter")
        assert "Such as 14 March 2026" in shown(app) and "Times: –" in shown(app)
        await type_in(pilot, "yesterda")
        assert app.host.held[-1] == [{"fields": {"what": "dose", "day": "yesterda"}, "now": "day"}]
        await pilot.press("enter")
        assert "a month such as March 2026, or a year" in " ".join(shown(app).split())
        await type_in(pilot, "y")
        assert "Read as: 22 November 2026" in shown(app)
        await pilot.press("enter", "n")
        assert "Read as: I feel nothing" in shown(app) and "When: 22 November 2026" in shown(app)
        await pilot.press("enter", "enter")
        day = {"date": "2026-11-22", "precision": "day"}
        assert app.host.answered == [[{"fields": {"what": "dose", "day": day, "times": "numb"}}]]


async def test_an_unreadable_field_is_not_gone_past() -> None:
    """Up leads back and keeps the words; at the end the record is not kept before they can be read."""
    app = host_of(step=RECORD, raw=[{"fields": {"what": "dose", "day": "soon"}, "now": "times"}])
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.host.view.typed() == "soon" and "Please give a date" in shown(app)
        await pilot.press("up", "enter")
        assert app.host.view.typed() == "soon"
        await pilot.press(*["backspace"] * 4)
        await type_in(pilot, "2026")
        await pilot.press("enter", "enter", "enter")
        day = {"date": "2026", "precision": "year"}
        assert app.host.answered == [[{"fields": {"what": "dose", "day": day}}]]


async def test_what_was_begun_is_not_lost_by_turning_to_another() -> None:
    """A half filled record stays one of the list when an earlier one is opened."""
    raw = [{"fields": {"what": "one", "day": {"date": "2026", "precision": "year"}}}]
    app = host_of(step=RECORD, raw=raw)
    async with app.run_test() as pilot:
        await type_in(pilot, "two")
        await pilot.press("up", "1", "enter", "enter", "enter")
        assert "1. What: one · When: about 2026" in shown(app) and "2. What: two" in shown(app)


async def test_the_question_to_leave_open_goes_with_the_examples() -> None:
    """After it, F7 and Enter copy nothing and leave nothing open."""
    app = host_of(step=PLAN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        app.host.view.question("Leave this open?")
        await pilot.press("f7", "enter")
        assert app.host.answered == [None] and app.host.view.active is not app.host.view.pad


async def test_items_of_another_day_are_changed_and_keep_their_id(trial: Journal) -> None:
    """`existing: edit` on a real store: the same item with a new version; one not touched stays as it is."""
    first = trial.begin("trial/things")
    day = {"date": "2026-03", "precision": "month"}
    first.give([{"what": "read", "since": day, "times": 3}, {"what": "walk"}])
    before = {one["fields"]["what"]: one for one in first.world.items(["things"], "oldest")}
    sitting = trial.begin("trial/things")
    app = host_of(sitting)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "There already: read" in shown(app) and "up: change an earlier one" in shown(app)
        await pilot.press("up")
        assert "There already" not in shown(app)
        place = list(before).index("read") + 1
        await pilot.press(str(place))
        assert "You are changing: read" in shown(app)
        await type_in(pilot, "s")
        await pilot.press("enter")
        assert app.host.view.typed() == "2026-03"
        await pilot.press("enter", "backspace", "4", "enter", "enter")
        assert sitting.ended
    kept = {one["item"]: one["fields"] for one in sitting.world.items(["things"], "oldest")}
    assert kept == {
        before["read"]["item"]: {"what": "reads", "since": day, "times": 4},
        before["walk"]["item"]: {"what": "walk"},
    }
