"""Grid and pick."""

from __future__ import annotations

from typing import Any

import pytest

from guide.steps.base import Json
from tests.ui_steps.host import host_of, shown, type_in
from tests.ui_steps.steps import STEPS


async def test_grid_digits_go_down_and_enter_goes_on() -> None:
    """A digit sets the highlighted row and goes to the next; every one is held at once."""
    app = host_of(step=STEPS["grid"])
    async with app.run_test() as pilot:
        await pilot.press("2", "1", "up", "right", "down", "left", "delete")
        assert app.host.now[0] == {"cells": {"joy": "muted"}, "own": []}
        await pilot.press("enter")
        assert app.host.answered == [{"cells": {"joy": "muted", "calm": "muted"}, "own": []}]


async def test_grid_with_nothing_is_left_open() -> None:
    """Enter alone."""
    app = host_of(step=STEPS["grid"])
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.host.answered == [None]


async def test_grid_rows_that_are_off_and_words_of_ones_own() -> None:
    """`a` shows what is off; `o` writes a word, which then takes a column."""
    app = host_of(step=STEPS["grid"])
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "desire" not in shown(app)
        await pilot.press("a")
        assert "desire" in shown(app)
        await pilot.press("end", "3", "o")
        await type_in(pilot, "awe")
        assert app.host.view.current_raw()["own"] == [{"text": "awe", "column": ""}]
        await pilot.press("enter", "1", "enter")
        assert app.host.answered == [
            {"cells": {"desire": "absent"}, "own": [{"text": "awe", "column": "same"}]}
        ]


async def test_grid_own_word_without_column_is_said_and_shown() -> None:
    """The problem leads to the row; Del takes the row away."""
    app = host_of(step=STEPS["grid"])
    async with app.run_test() as pilot:
        await pilot.press("2", "o")
        await type_in(pilot, "awe")
        await pilot.press("enter", "home", "enter")
        app.host.view.problem("A word of your own needs the word and an answer.", "own")
        await pilot.pause()
        assert "> awe" in shown(app)
        await pilot.press("delete", "enter")
        assert app.host.answered[-1] == {"cells": {"joy": "muted"}, "own": []}


async def test_grid_comes_back_and_scrolls() -> None:
    """Answers come back in words; a long grid follows the highlighted row on a small screen."""
    rows = {f"row-{n}": {"text": f"feeling {n}"} for n in range(30)}
    app = host_of(
        step={**STEPS["grid"], "rows": rows}, raw={"cells": {"row-1": "absent", "gone": "x"}, "own": [3]}
    )
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "feeling 1: absent" in shown(app)
        await pilot.press("end")
        await pilot.pause()
        assert "> feeling 29" in shown(app)
        await pilot.press("1", "enter")
        assert app.host.answered == [{"cells": {"row-1": "absent", "row-29": "same"}, "own": []}]


PICK: dict[str, Any] = STEPS["pick"]
ONE = {**PICK, "pick": {"max": 1}}


@pytest.mark.parametrize(
    ("step", "raw", "keys", "answer"),
    [
        (ONE, None, ["enter"], ["i1"]),
        (ONE, None, ["down", "enter"], ["i2"]),
        (ONE, None, ["2"], ["i2"]),
        (ONE, None, ["w", "m", "e", "enter"], [{"own": "me"}]),
        (ONE, None, ["w", "escape", "enter"], ["i2"]),
        ({**ONE, "optional": True}, None, ["enter"], None),
        (
            ONE,
            [{"item": "i2", "collection": "core/skills", "label": "second", "fields": {}}],
            ["enter"],
            ["i2"],
        ),
        (PICK, None, ["enter"], ["i1"]),
        (PICK, None, ["2", "1", "enter"], ["i2", "i1"]),
        (PICK, None, ["space", "down", "space", "enter"], ["i1", "i2"]),
        (PICK, None, ["2", "w", "m", "e", "enter", "enter"], ["i2", {"own": "me"}]),
        ({**PICK, "optional": True}, None, ["enter"], None),
        ({**PICK, "choices": []}, None, ["m", "e", "enter", "enter"], [{"own": "me"}]),
        ({**PICK, "choices": []}, None, ["enter"], None),
        ({**PICK, "choices": [], "own": "false"}, None, ["enter"], None),
        (PICK, [{"item": "gone", "collection": "c", "label": "older", "fields": {}}], ["enter"], ["gone"]),
    ],
)
async def test_picks(step: dict[str, Any], raw: Json, keys: list[str], answer: Json) -> None:
    """The suggested one is taken with Enter; several are picked with Space or digits."""
    app = host_of(step=step, raw=raw)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.host.answered == [answer]


async def test_words_of_ones_own_come_back() -> None:
    """Words written here before are listed, picked."""
    app = host_of(step=PICK, raw=[{"own": "mine", "item": "i7"}, "i1"])
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[x] mine" in shown(app) and "[x] first" in shown(app)
        await pilot.press("enter")
        assert app.host.answered == [[{"own": "mine"}, "i1"]]


async def test_the_keys_of_a_long_grid_are_in_sight_and_a_page_takes_the_mark_along() -> None:
    """After a page down the next arrow goes on from there."""
    rows = {f"r{n}": {"text": f"Feeling {n}"} for n in range(30)}
    columns = {"less": {"text": "less"}, "more": {"text": "more"}}
    app = host_of(step={"id": "g", "kind": "grid", "prompt": "How is it", "rows": rows, "columns": columns})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "a digit sets the row" in " ".join(shown(app).split())
        await pilot.press("pagedown", "pagedown", "down")
        await pilot.pause()
        assert "> Feeling 17" in shown(app)
        await pilot.press("pageup", "1")
        assert app.host.held[-1]["cells"] == {"r9": "less"}
