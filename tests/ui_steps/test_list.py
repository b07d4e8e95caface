"""Records: field by field, one after the other, changed and resumed."""

from __future__ import annotations

import copy
from typing import Any

from guide.journal.journal import Journal
from guide.steps.base import Json
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS

STEP = STEPS["list"]


def fields(answer: Json) -> list[Any]:
    """Return the fields of each record."""
    return [record["fields"] for record in answer]


async def test_records_one_after_the_other() -> None:
    """Enter goes through the fields and keeps; a record without anything in it ends the list at its needed field."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await type_in(pilot, "left texts")
        await pilot.press("enter")
        assert app.host.now[-1] == [{"fields": {"then": "left texts"}, "now": "now"}]
        await type_in(pilot, "answer")
        await pilot.press("enter", "4", "2")
        assert app.host.now[-1] == [
            {"fields": {"then": "left texts", "now": "answer", "how": 4, "who": "us"}}
        ]
        assert "1. Then I: left texts · Now I: answer · How hard: 4 of 10 · With whom: us" in " ".join(
            shown(app).split()
        )
        assert "all left empty: the list ends" in " ".join(shown(app).split())
        await pilot.press("enter")
        assert app.host.answered == [], (
            "an optional first field may be left open, here as in the first record"
        )
        assert "Enter on an empty line goes on" in " ".join(shown(app).split())
        await pilot.press("enter")
        assert fields(app.host.answered[0]) == [
            {"then": "left texts", "now": "answer", "how": 4, "who": "us"}
        ]


async def test_nothing_at_all_is_left_open() -> None:
    """An optional first field may stay empty; a needed one, empty too, leaves the step open."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.host.answered == []
        await pilot.press("enter")
        assert app.host.answered == [None]
        app.host.view.question("Leave this open?")
        await pilot.press("enter")
        assert app.host.answered == [None, None]


async def test_the_most_that_fit_goes_on_by_itself() -> None:
    """After the last record there is no empty one."""
    app = host_of(step={**STEP, "items": {"max": 1}})
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await type_in(pilot, "answer")
        await pilot.press("enter", "n", "o", "m", "e", "enter")
        assert fields(app.host.answered[0]) == [{"now": "answer", "how": "numb", "who": {"other": "me"}}]


async def test_a_needed_field_that_is_empty_is_said_where_it_is() -> None:
    """The kind's own check is shown at the field, and nothing is lost."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await type_in(pilot, "left")
        await pilot.press("enter", "enter", "enter", "enter")
        assert "'Now I' is still empty" in " ".join(shown(app).split())
        await type_in(pilot, "answer")
        await pilot.press("enter", "enter", "enter", "enter", "enter")
        assert fields(app.host.answered[0]) == [{"then": "left", "now": "answer"}]


async def test_one_question_at_most_for_a_field() -> None:
    """It comes after the field, says the words, and is not asked again for this record."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        seen: list[Json] = []

        def nudge(part: str, words: str, record: Json) -> str:
            seen.append((part, words, copy.deepcopy(record)))
            return "What would someone have seen?"

        app.host.view.nudge = nudge
        await type_in(pilot, "left")
        await pilot.press("enter")
        await type_in(pilot, "better")
        await pilot.press("enter")
        assert "Now I: better" in shown(app)
        assert "What would someone have seen?" in shown(app)
        assert seen == [("now", "better", {"then": "left", "now": "better"})]
        await pilot.press("question_mark", "e")
        await type_in(pilot, "s")
        await pilot.press("enter", "enter", "enter")
        assert len(seen) == 1
        await pilot.press("enter", "enter")
        assert fields(app.host.answered[0]) == [{"then": "left", "now": "betters"}]


async def test_an_earlier_record_can_be_changed_or_emptied() -> None:
    """Up shows the records, Enter on one opens it; emptied fields take it away."""
    raw = [
        {"item": "i1", "fields": {"now": "one"}},
        {"item": "i2", "fields": {"now": "two", "how": {"state": "numb"}}},
    ]
    app = host_of(step=STEP, raw=raw)
    async with app.run_test() as pilot:
        await pilot.press("up", "2", "enter")
        await type_in(pilot, "s")
        await pilot.press("enter", "enter", "enter")
        await pilot.press(
            "up", "1", "enter", "backspace", "backspace", "backspace", "enter", "enter", "enter"
        )
        await pilot.press("enter", "enter")
        assert app.host.answered == [[{"item": "i2", "fields": {"now": "twos", "how": "numb"}}]]


async def test_a_full_list_offers_going_on_and_changing() -> None:
    """Coming back to a full list, Enter goes on."""
    raw = [{"item": f"i{n}", "fields": {"now": f"one {n}"}} for n in range(3)]
    app = host_of(step=STEP, raw=raw)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.host.answered == [raw]


async def test_a_half_filled_record_goes_on_at_its_field() -> None:
    """What was held comes back at the same field with the same words."""
    raw = [{"fields": {"now": "one"}}, {"fields": {"then": "left", "now": "reply"}, "now": "now"}]
    app = host_of(step=STEP, raw=raw)
    async with app.run_test() as pilot:
        assert app.host.view.current_raw() == raw
        await type_in(pilot, " soon")
        await pilot.press("enter", "enter", "enter", "enter", "enter")
        assert fields(app.host.answered[0]) == [{"now": "one"}, {"then": "left", "now": "reply soon"}]


async def test_items_kept_before_can_be_taken_up() -> None:
    """`existing: edit` lists them; the changed one keeps its item."""
    there = [
        {
            "item": "old",
            "collection": "core/skills",
            "label": "old label",
            "fields": {"now": "old"},
            "refs": [],
        }
    ]
    app = host_of(step={**STEP, "existing": "edit", "there": there})
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "There already: old label" in shown(app)
        await pilot.press("up", "1", "enter")
        await type_in(pilot, "er")
        await pilot.press("enter", "enter", "enter", "enter", "enter")
        assert app.host.answered == [[{"item": "old", "fields": {"now": "older"}}]]


async def test_examples_of_a_field() -> None:
    """F7 shows those of the field; a digit takes one."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("enter", "f7")
        assert "fed the cat" in shown(app)
        await pilot.press("1", "enter", "enter", "enter", "enter", "enter")
        assert fields(app.host.answered[0]) == [{"now": "fed the cat"}]


async def test_a_problem_leads_to_the_record_it_is_about() -> None:
    """The part of a problem is a record and a field."""
    raw = [{"item": "i1", "fields": {"now": "one"}}]
    app = host_of(step=STEP, raw=raw)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.host.view.problem("That has 3 characters. 2 fit here.", "0.now")
        await pilot.pause()
        assert "2 fit here" in shown(app)
        await pilot.press("backspace", "enter", "enter", "enter", "enter", "enter")
        assert app.host.answered == [[{"item": "i1", "fields": {"now": "on"}}]]


async def test_then_and_now_to_the_end(journal: Journal) -> None:
    """The built-in exercise, from the first key to the offer, with the built-in question."""
    sitting = journal.begin("then-now")
    app = host_of(sitting)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("1")
        await type_in(pilot, "left texts for weeks")
        await pilot.press("enter")
        await type_in(pilot, "answer Sam")
        await pilot.press("enter")
        assert "keep as is" in shown(app)
        await pilot.press("enter", "enter", "enter", "enter")
        assert app.host.view.step_id == "next"
        await pilot.press("2")
        assert sitting.ended
    assert [item.fields["now"] for item in journal.facts()] == ["answer Sam"]


async def test_the_second_record_can_leave_an_optional_first_field_open() -> None:
    """As the first one can."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await type_in(pilot, "rang")
        await pilot.press("enter", "enter", "enter", "enter")
        await type_in(pilot, "wrote")
        await pilot.press("enter", "enter", "enter", "enter", "enter")
        assert fields(app.host.answered[0]) == [{"now": "rang"}, {"now": "wrote"}]


async def test_where_nothing_is_needed_an_empty_first_field_ends_the_list() -> None:
    """Nobody has to go through a record of open fields to get on."""
    record = {name: {"kind": "short", "prompt": name, "optional": True} for name in ("a", "b", "c")}
    app = host_of(step={**STEP, "record": record}, raw=[{"fields": {"a": "one"}}])
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert fields(app.host.answered[0]) == [{"a": "one"}]
