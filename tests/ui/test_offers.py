"""An exercise offered on the way: it opens at the end of the one that offers it, and nothing is left unasked."""

from __future__ import annotations

from pathlib import Path

from guide.journal import look
from guide.ui.app import UnmutedApp
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.home import HomeScreen

from .helping import flat, make_app, make_journal

PACK = """format: 1
id: ways
version: "1"
title: Ways
language: en
exercises:
  - id: walk
    title: A walk
    steps:
      - {id: card, kind: text, text: Something to read., offer: [other, support]}
      - {id: asked, kind: yes-no, prompt: Was it fine}
      - {id: last, kind: text, text: The last card., offer: other}
      - {id: behind, kind: yes-no, prompt: And after, more: true}
  - id: other
    title: Another walk
    steps: [{id: it, kind: yes-no, prompt: Is it so}]
"""


def ways(home: Path) -> UnmutedApp:
    (home / "packs" / "ways").mkdir(parents=True)
    (home / "packs" / "ways" / "pack.yaml").write_text(PACK, encoding="utf-8")
    return make_app(make_journal(home), exercise="ways/walk")


def titles(app: UnmutedApp) -> list[str]:
    return [row.exercise for row in look.entries(app.journal)]


async def test_enter_goes_on_while_something_is_still_asked(home: Path) -> None:
    app = ways(home)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "> [3] Go on" in flat(app) and "an exercise opens at the end of this one" in flat(app)
        await pilot.press("enter")
        assert "Was it fine" in flat(app) and "opens when" not in flat(app)


async def test_what_is_chosen_in_the_middle_opens_at_the_end(home: Path) -> None:
    app = ways(home)
    async with app.run_test() as pilot:
        await pilot.press("1")
        assert "Was it fine" in flat(app)
        assert "“Another walk” opens when this one is at its end." in flat(app)
        await pilot.press("y", "down", "enter")
        assert "Saved. [m] more [u] undo [Enter] Another walk [Esc] home" in flat(app)
        assert titles(app) == ["ways/walk"]
        await pilot.press("enter")
        assert "Is it so" in flat(app)
        await pilot.press("y", "enter")
        assert isinstance(app.screen, HomeScreen) and titles(app) == ["ways/other", "ways/walk"]


async def test_going_back_and_on_takes_the_choice_back(home: Path) -> None:
    app = ways(home)
    async with app.run_test() as pilot:
        await pilot.press("1", "b", "enter")
        assert "Was it fine" in flat(app) and "opens when" not in flat(app)


async def test_the_last_card_opens_it_at_once(home: Path) -> None:
    app = ways(home)
    async with app.run_test() as pilot:
        await pilot.press("enter", "y")
        assert "> [1] Another walk" in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ExerciseScreen) and "Is it so" in flat(app)
        assert [row.how for row in look.entries(app.journal)] == ["finished"]


async def test_m_opens_further_questions_at_the_end_and_the_numbers_go_on(home: Path) -> None:
    app = ways(home)
    async with app.run_test() as pilot:
        await pilot.press("m")
        assert "Something to read." in flat(app) and "step 1 of 3" in flat(app)
        await pilot.press("enter", "y", "down", "enter", "m")
        assert "And after" in flat(app) and "step 4 of 4" in flat(app)
