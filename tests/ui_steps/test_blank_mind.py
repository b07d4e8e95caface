"""F7 on every field that takes words: made-up examples and half a sentence; nothing is copied unless it is chosen."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from guide.ui.steps.parts.blank_mind import Groups
from guide.words import notices, stepping
from tests.ui_steps.host import HostApp, host_of, shown, type_in
from tests.ui_steps.steps import STEPS

BLANK = {"examples": ["fed the cat", "rang Ann", "went out"], "starters": ["It took me "]}


def with_part(kind: str, group: str, name: str) -> dict[str, Any]:
    step = STEPS[kind]
    return {**step, group: {**step[group], name: {**step[group][name], **BLANK}}}


def update() -> dict[str, Any]:
    step = STEPS["update"]
    asks = [
        {**one, "ask": {**one["ask"], "what": {**one["ask"]["what"], **BLANK}}} for one in step["choices"]
    ]
    return {**step, "choices": asks}


def rehearse(side: str) -> dict[str, Any]:
    step = STEPS["rehearse"]
    return {**step, side: {**step[side], "ask": {**step[side]["ask"], **BLANK}}}


# Kind -> the step, keys that lead to the field that takes words, and where in the raw answer these stand.
FIELDS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "short": ({**STEPS["short"], **BLANK}, []),
    "long": ({**STEPS["long"], **BLANK}, []),
    "a list's field": (with_part("list", "record", "then"), []),
    "a plan's action": (with_part("plan", "record", "action"), ["a", "enter"]),
    "an update's question": (update(), ["y"]),
    "own words of a pick": ({**STEPS["pick"], **BLANK}, ["w"]),
    "own words of a pick of nothing": ({**STEPS["pick"], **BLANK, "choices": []}, []),
    "a sentence": ({**STEPS["sentence"], "examples": BLANK["examples"], "starts": BLANK["starters"]}, ["end", *["backspace"] * 12]),
    "what is expected": (rehearse("before"), ["5"]),
    "what happened": (rehearse("after"), ["5", "enter", "enter", "4"]),
}  # fmt: skip


async def come(pilot: Pilot[None], keys: list[str]) -> None:
    for key in keys:
        await pilot.press(key)


def field(app: HostApp) -> str:
    return app.host.view.typed()


def words_in(raw: Any) -> str:
    """Every word of a raw answer, in one text."""
    if isinstance(raw, dict):
        return " ".join(words_in(one) for one in raw.values())
    return " ".join(map(words_in, raw)) if isinstance(raw, list) else str(raw or "")


@pytest.mark.parametrize("name", FIELDS)
async def test_three_examples_and_half_a_sentence_are_shown_and_nothing_is_copied(name: str) -> None:
    step, keys = FIELDS[name]
    app = host_of(step=step)
    async with app.run_test(size=(80, 40)) as pilot:
        await come(pilot, keys)
        await type_in(pilot, "my own")
        assert stepping.KEYS_EXAMPLES in shown(app)
        before = app.host.view.current_raw()
        await pilot.press("f7")
        seen = shown(app)
        assert notices.BLANK_MIND in seen and f"{notices.BLANK_MIND_START}: 4" in seen
        assert all(words in seen for words in (*BLANK["examples"], "It took me"))
        assert words_in(app.host.view.current_raw()) == words_in(before), (
            "what is written stays kept meanwhile"
        )
        await pilot.press("enter")
        assert notices.BLANK_MIND not in shown(app)
        assert field(app) == "my own" and app.host.view.current_raw() == before
        await pilot.press("f7", "f7")
        assert field(app) == "my own" and app.host.view.current_raw() == before


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize(("key", "words"), [("2", "rang Ann"), ("4", "It took me")])
async def test_one_that_is_chosen_stands_in_the_field_to_be_changed(name: str, key: str, words: str) -> None:
    step, keys = FIELDS[name]
    app = host_of(step=step)
    async with app.run_test(size=(80, 40)) as pilot:
        await come(pilot, keys)
        await pilot.press("f7", key)
        assert field(app).strip() == words
        assert (
            not isinstance(app.host.view.pad.board, Groups) or app.host.view.active is not app.host.view.pad
        )
        await type_in(pilot, " too")
        assert f"{words} too" in " ".join(words_in(app.host.view.current_raw()).split())
        await pilot.press("f7", "1")
        assert field(app).endswith("too fed the cat"), "what was written stays in front"
        assert "too fed the cat" in words_in(app.host.held[-1])


async def test_examples_open_from_the_list_of_a_pick_and_lead_into_the_field() -> None:
    app = host_of(step={**STEPS["pick"], **BLANK})
    async with app.run_test() as pilot:
        await pilot.press("1", "x")
        assert notices.BLANK_MIND in shown(app)
        await pilot.press("escape")
        assert "[x]" in shown(app) and app.host.view.current_raw() == ["i1"], "what was picked stays picked"
        await pilot.press("x", "3")
        await type_in(pilot, ".")
        await pilot.press("enter", "enter")
        assert app.host.answered == [["i1", {"own": "went out."}]]


async def test_a_pick_that_takes_no_words_has_no_examples() -> None:
    app = host_of(step={key: one for key, one in {**STEPS["pick"], **BLANK}.items() if key != "own"})
    async with app.run_test() as pilot:
        await pilot.press("x", "f7")
        assert notices.BLANK_MIND not in shown(app) and stepping.KEYS_EXAMPLES not in shown(app)


async def test_a_sentence_offers_earlier_ones_and_examples_side_by_side() -> None:
    step = {
        **STEPS["sentence"], "examples": ["I fed the cat."], "revise": True, "home": {"fields": {"text": "Text"}},
        "there": [{"item": "s1", "label": "I read.", "fields": {"text": "I read."}, "refs": []}],
    }  # fmt: skip
    app = host_of(step=step)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        assert stepping.KEYS_EARLIER_OR in " ".join(shown(app).split())
        await pilot.press("f7")
        seen = " ".join(shown(app).split())
        assert (
            stepping.EARLIER_HEAD in seen
            and f"{notices.BLANK_MIND}: 2" in seen
            and f"{notices.BLANK_MIND_START}: 3–4" in seen
        )
        await pilot.press("2")
        assert field(app) == "I fed the cat.", "a way to begin that nobody changed gives way"
        await pilot.press("f7", "1")
        assert app.host.view.current_raw() == {"text": "I read.", "believable": None, "revises": "s1"}
        await pilot.press("f7", "escape")
        assert app.host.view.current_raw() == {"text": "I fed the cat.", "believable": None}


async def test_a_field_without_examples_shows_no_key_for_them() -> None:
    for name in ("rehearse", "sentence"):
        app = host_of(step=STEPS[name])
        async with app.run_test() as pilot:
            await pilot.press(*(["5"] if name == "rehearse" else []))
            assert stepping.KEYS_EXAMPLES not in shown(app)
            await pilot.press("f7")
            assert notices.BLANK_MIND not in shown(app)
