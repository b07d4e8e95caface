"""Text, choice, choices, yes-no and scale, by keyboard and by mouse."""

from __future__ import annotations

from typing import Any

import pytest

from guide.steps.base import Json
from guide.ui.steps import REGISTRY
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS


@pytest.mark.parametrize(
    ("kind", "raw", "keys", "answer"),
    [
        ("choice", None, ["b"], "both"),
        ("choice", None, ["2"], "both"),
        ("choice", None, ["question_mark"], "sure"),
        ("choice", None, ["enter"], None),
        ("choice", None, ["down", "down", "enter"], "both"),
        ("choice", None, ["up", "up", "enter"], "sure"),
        ("choice", "both", ["enter"], "both"),
        ("choice", None, ["o", "m", "e", "enter"], {"other": "me"}),
        ("choice", None, ["4", "x", "escape", "1"], "pleasant"),
        ("choice", {"other": "me"}, ["enter", "enter"], {"other": "me"}),
        ("choice", "gone", ["enter"], None),
        ("choices", None, ["1", "2", "enter"], ["one", "two"]),
        ("choices", None, ["1", "1", "enter"], None),
        ("choices", ["one"], ["2", "enter"], ["one", "two"]),
        ("choices", ["one"], ["3", "enter"], ["none"]),
        ("choices", ["none"], ["down", "space", "enter"], ["one"]),
        ("choices", ["none"], ["o", "m", "e", "enter", "enter"], [{"other": "me"}]),
        ("choices", [{"other": "me"}], ["1", "enter"], ["one", {"other": "me"}]),
        ("yes-no", None, ["y"], "yes"),
        ("yes-no", None, ["n"], "no"),
        ("yes-no", None, ["enter"], None),
        ("yes-no", "no", ["enter"], "no"),
        ("scale", None, ["7"], 7),
        ("scale", None, ["0"], 0),
        ("scale", None, ["1", "0"], 10),
        ("scale", None, ["1", "enter"], 1),
        ("scale", None, ["1", "5", "enter"], 1),
        ("scale", None, ["1", "backspace", "4"], 4),
        ("scale", None, ["right", "right", "enter"], 1),
        ("scale", None, ["end", "left", "enter"], 9),
        ("scale", None, ["n"], "numb"),
        ("scale", None, ["c"], "cannot-tell"),
        ("scale", None, ["question_mark"], "cannot-tell"),
        ("scale", None, ["enter"], None),
        ("scale", 6, ["enter"], 6),
        ("scale", "numb", ["enter"], "numb"),
        ("text", None, ["enter"], None),
    ],
)
async def test_keys_lead_to_this_answer(kind: str, raw: Json, keys: list[str], answer: Json) -> None:
    """Each way of choosing ends in exactly one answer."""
    app = host_of(step=STEPS[kind], raw=raw)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.host.answered == [answer]


@pytest.mark.parametrize(
    ("range_", "keys", "answers"),
    [
        ({"min": 1, "max": 5}, ["0", "1"], [1]),
        ({"min": 0, "max": 100}, ["7", "enter"], [7]),
        ({"min": 0, "max": 100}, ["7", "2"], [72]),
        ({"min": 0, "max": 100}, ["1", "0", "0"], [100]),
        ({"min": 20, "max": 60}, ["2", "enter", "5"], [25]),
    ],
)
async def test_other_ranges(range_: dict[str, Any], keys: list[str], answers: list[Json]) -> None:
    """A digit waits only while a longer number could follow, and never becomes a number out of range."""
    app = host_of(step={**STEPS["scale"], "range": range_})
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.host.answered == answers


async def test_states_that_are_not_allowed_are_other_keys() -> None:
    """Without `numb` and `cannot_tell`, n and c are nobody's, and s is the screen's."""
    step = {**STEPS["scale"], "numb": False, "cannot_tell": False}
    app = host_of(step=step)
    async with app.run_test() as pilot:
        await pilot.press("n", "c", "question_mark", "s", "b")
        assert app.host.answered == []
        assert app.host.passed == ["skip", "back"]


async def test_anchors_and_the_chosen_one_are_words() -> None:
    """Nothing is told by colour alone."""
    app = host_of(step=STEPS["scale"], raw=3)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[3]" in shown(app)
        assert "0 not muted … 10 I feel nothing at all" in shown(app)
    app = host_of(step=STEPS["choice"], raw="both")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "> [b] Both  (chosen)" in shown(app)


async def test_question_enter_leaves_open_any_other_key_answers() -> None:
    """After "Leave this open?", Enter does and a digit answers."""
    for key, answer in (("enter", None), ("2", "both")):
        app = host_of(step=STEPS["choice"])
        async with app.run_test() as pilot:
            await pilot.press("enter")
            app.host.view.question("Leave this open?")
            await pilot.pause()
            assert "Leave this open?  [Enter] leave it open" in shown(app)
            await pilot.press(key)
            assert app.host.answered == [None, answer]


async def test_problem_stands_near_and_goes_with_the_next_key() -> None:
    """A problem is shown, what was chosen stays, and the next key takes it away."""
    app = host_of(step=STEPS["choices"])
    async with app.run_test() as pilot:
        await pilot.press("1", "enter")
        app.host.view.problem("At least 2 together, or none; 1 is chosen.")
        await pilot.pause()
        assert "At least 2 together" in shown(app)
        assert "[x] One" in shown(app)
        await pilot.press("2")
        assert "At least 2 together" not in shown(app)
        await pilot.press("enter")
        assert app.host.answered[-1] == ["one", "two"]


@pytest.mark.parametrize(
    ("keys", "chosen", "answered"),
    [(["1"], ["support"], 0), (["2"], ["help-now"], 0), (["3"], ["exercise:rehearse"], 0), (["4"], [], 1)],
)
async def test_offers_of_a_text(keys: list[str], chosen: list[str], answered: int) -> None:
    """Digits open the offers in their order; the last row goes on."""
    app = host_of(step=STEPS["text"])
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert (app.host.chosen, len(app.host.answered)) == (chosen, answered)


async def test_enter_takes_an_exercise_offered_first_and_unknown_offers_are_left_out() -> None:
    """Enter opens the first offer only when it is an exercise; what has no title is not offered."""
    step = {**STEPS["text"], "offer": ["gone", "rehearse", "summary", "support"]}
    app = host_of(step=step)
    async with app.run_test() as pilot:
        view = app.host.view
        view.title_of = lambda name: {"rehearse": "Rehearse a sentence"}.get(name, "")
        view.show(step, None)
        await pilot.pause()
        assert "[1] Rehearse a sentence" in shown(app)
        assert "[2] The page for a visit" in shown(app) and "gone" not in shown(app)
        await pilot.press("enter")
        assert app.host.chosen == ["exercise:rehearse"]
        await pilot.press("2")
        assert app.host.chosen == ["exercise:rehearse", "summary"]
        await pilot.press("ctrl+s")
        assert app.host.answered == [None]


async def test_mouse_chooses() -> None:
    """A click on a row does what its key does."""
    app = host_of(step=STEPS["choice"])
    async with app.run_test() as pilot:
        await pilot.pause()
        assert await pilot.click("Pad", offset=(6, 1))
        assert app.host.answered == ["both"]


async def test_picks_are_kept_as_they_are_made() -> None:
    """Every toggle is held at once."""
    app = host_of(step=STEPS["choices"])
    async with app.run_test() as pilot:
        await pilot.press("1", "2")
        assert app.host.now == [["one"], ["one", "two"]]


async def test_words_of_ones_own_are_held_while_they_are_typed() -> None:
    """The line of `other` is part of what is held."""
    app = host_of(step=STEPS["choice"])
    async with app.run_test() as pilot:
        await pilot.press("o")
        await type_in(pilot, "so so")
        assert app.host.held[-1] == {"other": "so so"}
        assert app.host.view.current_raw() == {"other": "so so"}


async def test_one_view_is_reused_in_place() -> None:
    """Showing the next step of a kind keeps the same widgets, and says the new words."""
    app = host_of(step=STEPS["choice"])
    async with app.run_test() as pilot:
        view = app.host.view
        before = list(view.children)
        app.host.step = {**STEPS["choice"], "id": "c2", "prompt": "Another one"}
        await app.host.show_step()
        await pilot.pause()
        assert app.host.view is view
        assert list(view.children) == before
        assert "Another one" in shown(app)
        await pilot.press("b")
        assert app.host.answered == ["both"]


def test_every_kind_has_a_view() -> None:
    """The registry and the kinds have the same names."""
    from guide.steps import KINDS

    assert set(REGISTRY) == set(KINDS)
    assert len({REGISTRY[kind] for kind in REGISTRY}) == len(KINDS)
    with pytest.raises(KeyError):
        REGISTRY["unknown"]


@pytest.mark.parametrize("kind", ["choice", "choices", "pick"])
async def test_nought_is_the_tenth_and_there_is_no_key_beyond_it(kind: str) -> None:
    """Ten digits, ten options."""
    options = {f"o{n}": {"text": f"Option {n}"} for n in range(1, 12)}
    items = [{"item": name, "label": one["text"]} for name, one in options.items()]
    step = {"id": "x", "kind": kind, "prompt": "Which", "options": options, "choices": items}
    app = host_of(step=step)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        rows = [line.strip() for line in shown(app).splitlines() if "Option 1" in line]
        bare = [row.removeprefix("> ").replace("[ ] ", "") for row in rows]
        assert bare == ["[1] Option 1", "[0] Option 10", "Option 11"]
        await pilot.press("0", "enter")
        assert app.host.answered[0] in ("o10", ["o10"])


async def test_where_nothing_is_marked_the_line_of_keys_does_not_say_so() -> None:
    """Enter leaves an optional pick open; on a needed one it takes what is marked."""
    items = [{"item": f"i{n}", "label": f"Item {n}"} for n in range(2)]
    step = {"id": "x", "kind": "pick", "prompt": "Which", "choices": items}
    for optional in (True, False):
        app = host_of(step={**step, "optional": optional})
        async with app.run_test() as pilot:
            await pilot.pause()
            assert ("Enter alone leaves it open" in shown(app)) is optional
            assert ("Enter takes the marked one" in shown(app)) is not optional
            await pilot.press("enter")
            assert app.host.answered == ([None] if optional else [["i0"]])


async def test_escape_after_the_question_stays() -> None:
    """It does not leave the exercise, and the question is gone."""
    app = host_of(step=STEPS["short"])
    async with app.run_test() as pilot:
        await pilot.press("enter")
        app.host.view.question("Leave this open?")
        await pilot.press("escape")
        assert app.screen is app.host and "Leave this open?" not in shown(app)
        await type_in(pilot, "words")
        await pilot.press("enter")
        assert app.host.answered == [None, "words"]
