"""Going through items: question by question, up and down, left open, changed from the list, resumed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.steps.base import Json
from guide.ui.steps.update import UpdateView
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import ASK, STEPS

STEP = STEPS["update"]


def many(count: int, ask: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a step over this many items."""
    first = STEP["choices"][0]
    items = [{**first, "item": f"p{n}", "label": f"plan number {n}", "ask": ask or ASK} for n in range(count)]
    return {**STEP, "choices": items}


def flat(app_words: str) -> str:
    """Return the screen in one line."""
    return " ".join(app_words.split())


async def test_item_by_item_and_question_by_question() -> None:
    """Each part is held at once; what was answered stands above; the last answer goes on."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "1 of 2 after lunch" in flat(shown(app))
        await pilot.press("y")
        assert app.host.now[-1] == [{"item": "p1", "fields": {"came": "yes"}, "now": "what"}]
        await type_in(pilot, "rain")
        assert app.host.held[-1][0]["fields"]["what"] == "rain"
        await pilot.press("enter")
        assert "Did it come: Yes What happened: rain Where is it now" in flat(shown(app))
        await pilot.press("7")
        assert "after lunch: Yes · rain · 7 of 10" in flat(shown(app))
        assert "2 of 2 on the stairs" in flat(shown(app))
        await pilot.press("n", "enter", "n")
        assert app.host.answered == [
            [
                {"item": "p1", "fields": {"came": "yes", "what": "rain", "now": 7}},
                {"item": "p2", "fields": {"came": "no", "now": "numb"}},
            ]
        ]


async def test_any_question_may_stay_open() -> None:
    """Enter goes past it; nothing at all asks once, as every step does; a zero is an answer."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter", "enter", "enter", "enter", "0")
        assert app.host.answered == [[{"item": "p2", "fields": {"now": 0}}]]
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press(*["enter"] * 6)
        assert app.host.answered == [None]
        app.host.view.question("Leave this open?")
        await pilot.press("enter")
        assert app.host.answered == [None, None]


async def test_back_with_up_and_backspace() -> None:
    """From a board, from a field that is empty, and across items; what was answered is still there."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("y", "up")
        assert "> [y] Yes (chosen)" in flat(shown(app))
        await pilot.press("enter", "backspace")
        assert "> [y] Yes (chosen)" in flat(shown(app))
        await pilot.press("enter")
        await type_in(pilot, "ab")
        await pilot.press("backspace", "backspace", "backspace")
        assert app.host.view.typed() == "" and "What happened" in shown(app)
        await type_in(pilot, "rain")
        await pilot.press("enter", "3", "backspace", "backspace")
        assert app.host.view.typed() == "rain"
        await pilot.press("enter", "enter", "enter", "enter", "enter")
        assert app.host.answered == [
            [{"item": "p1", "fields": {"came": "yes", "what": "rain", "now": 3}}],
        ]


async def test_an_answer_can_be_cleared() -> None:
    """Del takes back what a key answered."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("y", "up")
        assert "Del clears it" in shown(app)
        await pilot.press("delete")
        assert "(chosen)" not in shown(app) and "Del clears it" not in shown(app)
        await pilot.press(*["enter"] * 5, "4")
        assert app.host.answered == [[{"item": "p2", "fields": {"now": 4}}]]


async def test_what_was_answered_comes_back_as_a_list_of_all() -> None:
    """Enter goes on; a digit opens one, and after its last question the list is there again."""
    raw = [
        {"item": "p1", "fields": {"came": "yes", "now": {"state": "numb"}}},
        {"item": "gone", "fields": {}},
    ]
    app = host_of(step=STEP, raw=raw)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[1] after lunch: Yes · numb" in flat(shown(app))
        assert "[2] on the stairs: –" in shown(app)
        await pilot.press("2", "n", "enter", "5")
        assert "[2] on the stairs: No · 5 of 10" in flat(shown(app))
        await pilot.press("enter")
        assert app.host.answered == [
            [
                {"item": "p1", "fields": {"came": "yes", "now": "numb"}},
                {"item": "p2", "fields": {"came": "no", "now": 5}},
            ]
        ]


async def test_before_the_first_question_stands_the_list_of_all() -> None:
    """One can turn to any item at once."""
    app = host_of(step=many(12))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Backspace: all of them" in shown(app)
        await pilot.press("backspace", "7")
        assert "7 of 12 plan number 6" in flat(shown(app))
        await pilot.press("y", "enter", "enter", "enter")
        assert app.host.answered == [[{"item": "p6", "fields": {"came": "yes"}}]]


@pytest.mark.parametrize(
    ("raw", "place", "typed"),
    [
        ([{"item": "p1", "fields": {"what": "ra"}, "now": "what"}], "1 of 2 after lunch", "ra"),
        (
            [{"item": "p1", "fields": {"came": "no"}}, {"item": "p2", "fields": {}, "now": "what"}],
            "2 of 2 on the stairs",
            "",
        ),
    ],
)
async def test_it_goes_on_at_the_same_question(raw: Json, place: str, typed: str) -> None:
    """What was held is what `current_raw` gives, and what comes back."""
    app = host_of(step=STEP, raw=raw)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.host.view.current_raw() == raw
        assert place in flat(shown(app)) and app.host.view.typed() == typed
        assert json.loads(json.dumps(app.host.view.current_raw())) == raw


async def test_only_looking_holds_nothing() -> None:
    """A step nobody touched is no draft."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.host.view.current_raw() == []


async def test_every_kind_of_question() -> None:
    """A choice with words of one's own, a number and a date, a longer text."""
    ask = {
        "who": {"kind": "choice", "prompt": "Who", "options": {"me": {"text": "me"}}, "other": True},
        "times": {"kind": "number", "prompt": "Times", "range": {"min": 0, "max": 9}},
        "day": {"kind": "date", "prompt": "Day", "approximate": True},
        "more": {"kind": "long", "prompt": "More", "max_length": 100},
    }
    app = host_of(step=many(1, ask))
    async with app.run_test() as pilot:
        await pilot.press("o")
        await type_in(pilot, "us")
        await pilot.press("enter")
        await type_in(pilot, "12")
        await pilot.press("enter")
        assert "Please give a number from 0 to 9" in shown(app)
        await pilot.press("backspace", "enter")
        await type_in(pilot, "march 2026")
        assert "Read as: about March 2026" in shown(app)
        await pilot.press("enter", "up")
        assert app.host.view.typed() == "2026-03"
        await pilot.press("enter", "a", "enter", "b", "ctrl+s")
        day = {"date": "2026-03", "precision": "month"}
        assert app.host.answered == [
            [{"item": "p0", "fields": {"who": {"other": "us"}, "times": 1, "day": day, "more": "a\nb"}}]
        ]


async def test_examples_of_a_question() -> None:
    """F7 shows them; one is taken only when chosen, and a question asked before goes."""
    app = host_of(step=STEP)
    async with app.run_test() as pilot:
        await pilot.press("y", "f7", "enter")
        assert app.host.view.current_raw() == [{"item": "p1", "fields": {"came": "yes"}, "now": "what"}]
        await pilot.press("f7", "1")
        assert app.host.view.typed() == "it was raining"


async def test_a_problem_leads_to_its_question() -> None:
    """The part of a problem is an item and a question."""
    app = host_of(step=STEP, raw=[{"item": "p2", "fields": {"what": "x" * 101}}])
    async with app.run_test() as pilot:
        await pilot.press("enter")
        app.host.view.problem("That is 101 characters; up to 100 fit here.", "p2.what")
        await pilot.pause()
        assert "2 of 2 on the stairs" in flat(shown(app)) and "up to 100 fit here" in flat(shown(app))


async def test_on_a_small_screen_the_question_stays_with_its_editor() -> None:
    """Down through long items and up again: what is asked and where to answer are in sight together."""
    step = many(4)
    for one in step["choices"]:
        one["label"] += " with a good many words after it, as people write them down" * 8
    app = host_of(step={**step, "help": "Some words of help. " * 12})
    async with app.run_test(size=(60, 20)) as pilot:
        keys = [
            "y",
            "enter",
            "4",
            "n",
            "enter",
            "5",
            "enter",
            "enter",
            "backspace",
            "up",
            "backspace",
            "backspace",
        ]
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            view = app.host.view
            assert isinstance(view, UpdateView)
            prompt = ASK[view.at]["prompt"]
            assert any(line.strip().startswith(prompt) for line in shown(app).splitlines()), key
            editor = "▁▁▁" if view.active is not view.pad else "[n] No" if "Did" in prompt else " 0  1"
            assert editor in shown(app), key


async def test_fifty_items_scroll_and_are_not_wrapped_anew() -> None:
    """On a small screen the highlighted row is in sight; rows that stay are the same objects."""
    app = host_of(step=many(50), raw=[{"item": "p3", "fields": {"came": "yes"}}])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("home")
        await pilot.pause()
        assert "> [1] plan number 0: –" in shown(app)
        before = app.host.view.pad.board.rows()
        await pilot.press("end")
        await pilot.pause()
        assert "> [Enter] Go on" in shown(app)
        assert all(now is then for now, then in zip(app.host.view.pad.board.rows(), before, strict=True))


async def test_a_plan_is_kept_and_updated(trial: Journal) -> None:
    """On a real store: the item keeps its id, and what was not asked stays as it was."""
    plan = trial.begin("trial/plan")
    plan.give([{"own": "a walk"}])
    plan.give({"cue": "the rain stops", "action": "put on shoes"})
    assert plan.ended
    sitting = trial.begin("trial/update")
    app = host_of(sitting)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "If the rain stops, then put on shoes" in shown(app) and "[1] Yes, it came" in shown(app)
        await pilot.press("1")
        await type_in(pilot, "half an hour")
    again = trial.resume(sitting.entry)
    app = host_of(again)
    async with app.run_test() as pilot:
        assert app.host.view.typed() == "half an hour"
        await pilot.press("enter", "0")
        assert again.ended
    first, second = (one.walk.answers[name].value[0] for one, name in ((plan, "plan"), (again, "update")))
    assert first["item"] == second["item"]
    kept = again.world.items(["plans"], "newest")
    assert [one["item"] for one in kept] == [first["item"]]
    assert kept[0]["fields"] == {
        "cue": "the rain stops", "action": "put on shoes", "tried": "yes", "happened": "half an hour",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "times"), [("If it is Sunday, then I ring Ann. What became of it", 1), ("And", 1)]
)
async def test_an_item_is_not_said_twice_in_a_row(prompt: str, times: int) -> None:
    """Where its question names it, the line above says its place only."""
    label = "If it is Sunday, then I ring Ann"
    ask = {"what": {"kind": "short", "prompt": prompt}}
    step = {
        "id": "u",
        "kind": "update",
        "prompt": "Plans",
        "ask": ask,
        "choices": [{"item": "p", "label": label, "ask": ask}],
    }
    app = host_of(step=step)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        assert " ".join(shown(app).split()).count(label) == times and "1 of 1" in shown(app)
