"""The log on one screen: four keys, one of them on home."""

from __future__ import annotations

import pytest

from guide.journal.journal import Journal
from guide.steps.base import Json
from guide.ui.steps.one_screen import OneScreen
from tests.ui_steps.host import host_of, shown
from tests.ui_steps.steps import STEPS


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        (["b", "7", "4"], ["both", 7, 4]),
        (["n", "4"], ["neither", 4]),
        (["b", "1", "0", "1", "enter"], ["both", 10, 1]),
        (["b", "1", "enter", "c"], ["both", 1, "cannot-tell"]),
        (["b", "7", "backspace", "6", "4"], ["both", 6, 4]),
        (["b", "7", "backspace", "backspace", "u", "6", "4"], ["unpleasant", 6, 4]),
        (["b", "1", "backspace", "3", "4"], ["both", 3, 4]),
    ],
)
async def test_keys_of_the_log(journal: Journal, keys: list[str], kept: list[Json]) -> None:
    """`b 7 4` and it is kept; `1` waits; Backspace takes a digit back, else goes back a row."""
    sitting = journal.begin("muted-check")
    app = host_of(sitting)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert sitting.ended
    found = [sitting.walk.answers.get(name) for name in ("side", "strength", "mood")]
    given = [one for one in found if one is not None and one.answered]
    assert [one.state if one.value is None else one.value for one in given] == kept


async def test_earlier_rows_stay_and_the_saved_line_stands_beneath(journal: Journal) -> None:
    """Each row keeps its answer in words; with no current row every key goes to the screen."""
    app = host_of(journal.begin("muted-check"))
    async with app.run_test() as pilot:
        await pilot.press("b", "7")
        assert "which feelings are muted: Both" in shown(app)
        assert "How muted are your feelings: 7 of 10" in shown(app)
        view = app.host.view
        assert isinstance(view, OneScreen)
        view.show_rows(view.rows, -1, "Saved. Both, 7, mood 4. [m] more [u] undo [q] quit")
        await pilot.pause()
        assert "Saved. Both, 7, mood 4. [m] more [u] undo [q] quit" in shown(app)
        await pilot.press("4", "m", "s")
        assert app.host.passed == ["more", "skip"]
        assert app.host.answered == ["both", 7]


def test_what_fits_on_one_screen() -> None:
    """Short kinds only."""
    assert OneScreen.fits([STEPS["scale"], STEPS["yes-no"], {**STEPS["choice"], "other": False}])
    assert not OneScreen.fits([STEPS["choice"]])
    assert not OneScreen.fits([STEPS["scale"], STEPS["short"]])
    assert not OneScreen.fits([])
