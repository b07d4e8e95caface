"""Review narrowed on the full screen: few keys, said above the list, one key clears; and the place is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal.journal import Journal
from guide.ui.screens.entry import EntryScreen
from guide.ui.screens.filter import ChoiceScreen, DaysScreen, FilterScreen
from guide.ui.screens.review import ReviewScreen
from guide.ui.widgets.pages_list import PagesList
from guide.words import look as said
from guide.words import review as words

from .helping import flat, make_app, make_journal, stand_at, text_of, type_words, walk
from .test_review import many


def some(home: Path) -> Journal:
    """A walk of a stranger's pack on three days, a log on one of them, and facts."""
    journal = make_journal(home, trial=True)
    for day, thought in (
        ("2026-09-01", "a red kite"),
        ("2026-11-20", "a blue boat"),
        ("2026-11-22", "a red boat"),
    ):
        stand_at(journal, f"{day}T12:00:00Z")
        walk(journal, "trial/only", thought, "", 5, None)
    walk(journal, "muted-check", "both", 7, 4)
    walk(journal, "then-now", "yes", [{"now": "ring Ann"}])
    stand_at(journal, "2026-11-23T12:00:00Z")
    return journal


async def test_three_keys_narrow_and_one_clears(home: Path) -> None:
    app = make_app(some(home))
    async with app.run_test(size=(90, 40)) as pilot:
        await pilot.press("r", "f")
        assert isinstance(app.screen, FilterScreen)
        await pilot.press("1")
        assert isinstance(app.screen, ChoiceScreen) and "1 entry" in flat(app)
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        assert "Entries from “What is muted today”" in flat(app) and "kite" not in text_of(app)
        await pilot.press("a")
        assert "kite" in text_of(app) and "Entries" not in text_of(app)
        await pilot.press("f", "3", "2")
        await pilot.pause()
        assert "ring Ann" in flat(app) and "boat" not in text_of(app)
        await pilot.press("escape")
        assert "boat" in text_of(app) and isinstance(app.screen, ReviewScreen)


async def test_filters_go_with_each_other_and_with_a_search(home: Path) -> None:
    app = make_app(some(home))
    async with app.run_test(size=(90, 40)) as pilot:
        await pilot.press("r", "slash")
        await type_words(pilot, "red")
        await pilot.press("enter", "f", "4", "4")
        await pilot.pause()
        shown = flat(app)
        assert "with “red”, since 27 October 2026" in shown
        assert "red boat" in shown and "kite" not in shown and "blue" not in shown
        await pilot.press("f", "2", "3")  # any, ours, the other
        await pilot.pause()
        assert "red boat" in flat(app) and "from the pack" in flat(app)
        await pilot.press("f", "2", "2")
        await pilot.pause()
        assert said.REVIEW_NO_MATCH in flat(app)
        await pilot.press("f", "5")
        await pilot.pause()
        assert "kite" in text_of(app) and "Entries" not in text_of(app)


async def test_days_of_ones_own(home: Path) -> None:
    app = make_app(some(home))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("r", "f", "4", "7")
        await pilot.pause()
        assert isinstance(app.screen, DaysScreen)
        await type_words(pilot, "never")
        await pilot.press("enter", "enter")
        assert isinstance(app.screen, DaysScreen) and "'never' is no day" in flat(app)
        await pilot.press("shift+tab", *(["backspace"] * 5))
        await type_words(pilot, "2026-09")
        await pilot.press("enter")
        await type_words(pilot, "September 2026")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        shown = flat(app)
        assert (
            "from 1 September 2026 to 30 September 2026" in shown and "kite" in shown and "boat" not in shown
        )


async def test_leaving_the_filters_leaves_the_list(home: Path) -> None:
    app = make_app(some(home))
    async with app.run_test() as pilot:
        await pilot.press("r", "f", "4", "4")
        await pilot.pause()
        before = text_of(app)
        await pilot.press("f", "1", "escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen) and text_of(app) == before


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_one_comes_back_to_where_one_was(
    home: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    journal = make_journal(home, trial=True)
    many(journal, 130)
    app = make_app(journal)
    async with app.run_test(size=size) as pilot:
        await pilot.press("r", "slash")
        await type_words(pilot, "thought")
        await pilot.press("enter", *(["down"] * 75))
        listed = app.screen.query_one(PagesList)
        chosen, place, before = listed.chosen, listed.place, text_of(app)
        assert place == 75
        await pilot.press("enter")
        assert isinstance(app.screen, EntryScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert (app.screen.query_one(PagesList).chosen, text_of(app)) == (chosen, before)
        await pilot.press("enter", "d", "u", "escape")
        await pilot.pause()
        assert app.screen.query_one(PagesList).chosen == chosen
        assert "Entries with “thought”" in flat(app)
        await pilot.press("enter", "d", "escape")
        await pilot.pause()
        assert app.screen.query_one(PagesList).place == 75
        assert app.screen.query_one(PagesList).chosen != chosen


async def test_a_long_answer_is_read_whole(home: Path) -> None:
    journal = make_journal(home, trial=True)
    long = " ".join(f"word{number}" for number in range(400))
    walk(journal, "trial/only", "short", long, 5, None)
    app = make_app(journal)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("r", "enter")
        seen = set(flat(app).split())
        for _ in range(60):
            await pilot.press("pagedown")
            seen |= set(flat(app).split())
        assert {f"word{number}" for number in range(400)} <= seen
        assert words.AGAIN in flat(app)
