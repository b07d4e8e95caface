"""The end of an exercise: the keys of its line work, also after another screen stood over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.ui.key_line import KeyLine
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.home import HomeScreen

from .helping import flat, make_app, make_journal, type_words, walk

AWAY_AND_BACK = [["f1", "escape"], ["f2", "escape"], ["f8", "f8"], ["o", "escape"], ["ctrl+p", "escape"]]


@pytest.mark.parametrize("keys", AWAY_AND_BACK, ids="-".join)
async def test_after_the_log_its_keys_work_when_one_comes_back(home: Path, keys: list[str]) -> None:
    journal = make_journal(home)
    walk(journal, "then-now", "yes", [{"now": "rang my sister"}])
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "7", "4", *keys)
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen) and app.screen.focused is None
        assert "Saved. Both, 7, mood 4." in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("keys", AWAY_AND_BACK, ids="-".join)
async def test_after_a_field_no_letter_goes_into_it_unseen(home: Path, keys: list[str]) -> None:
    (home / "packs" / "words").mkdir(parents=True)
    (home / "packs" / "words" / "pack.yaml").write_text(
        "format: 1\nid: words\nversion: '1'\ntitle: Words\nlanguage: en\nexercises:\n"
        "  - {id: one, title: One, steps: [{id: a, kind: short, prompt: A word}]}\n",
        encoding="utf-8",
    )
    app = make_app(make_journal(home), exercise="words/one")
    async with app.run_test() as pilot:
        await type_words(pilot, "tea")
        await pilot.press("enter", *keys)
        await pilot.pause()
        await pilot.press("u")
        assert "Taken back." in flat(app)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_escape_goes_home_from_the_end(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "7", "4", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_line_of_keys_says_what_the_keys_do_at_the_end(home: Path) -> None:
    """After the log q leaves the program, and Enter goes home; before it they go on and stop here."""
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "7")
        assert "Stop here" in app.screen.query_one(KeyLine).render().plain
        await pilot.press("4")
        shown = app.screen.query_one(KeyLine).render().plain
        assert "Enter Home" in shown and "q Quit" in shown and "m More" in shown
        assert "Stop here" not in shown and "Go on" not in shown
