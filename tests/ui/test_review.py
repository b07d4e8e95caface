"""Review: read in pages, drawn by the line, literal; one entry in the words as they were asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import look
from guide.journal.journal import Journal
from guide.store import pages
from guide.store.records import Row
from guide.ui.base import LineInput
from guide.ui.screens.entry import EntryScreen
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.home import HomeScreen
from guide.ui.screens.review import ReviewScreen
from guide.ui.widgets.pages_list import PagesList
from guide.words import answers as answer_words
from guide.words import look as said

from .helping import HOSTILE, STEERING, flat, make_app, make_journal, stand_at, text_of, type_words, walk


def many(journal: Journal, count: int) -> None:
    """Keep `count` entries, three a day."""
    for number in range(count):
        stand_at(journal, f"2026-{number // 90 + 1:02}-{number // 3 % 28 + 1:02}T12:00:{number % 3:02}Z")
        walk(journal, "trial/only", f"thought number{number}", "", 5, None)


async def test_nothing_kept_yet(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("r")
        assert said.REVIEW_EMPTY in flat(app)
        await pilot.press("enter", "d", "u", "down", "end")
        assert isinstance(app.screen, ReviewScreen)


async def test_pages_are_read_as_they_are_needed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = make_journal(home, trial=True)
    many(journal, 160)
    read: list[int] = []
    page = pages.page

    def counted(*args: object, **more: object) -> list[Row]:
        found = page(*args, **more)  # type: ignore[arg-type]
        read.append(len(found))
        return found

    monkeypatch.setattr(pages, "page", counted)
    app = make_app(journal)
    async with app.run_test() as pilot:
        read.clear()
        await pilot.press("r")
        assert sum(read) <= 100, "the first screen reads no more than it needs"
        before = len(app.screen.query("*"))
        assert "number159" in text_of(app)
        seen = {journal and app.screen.query_one(PagesList).chosen}
        for _ in range(160):
            await pilot.press("down")
            seen.add(app.screen.query_one(PagesList).chosen)
        assert len(seen) == 160 and "number0" in text_of(app)
        assert len(app.screen.query("*")) == before, "no widget a row"
        await pilot.press("home")
        assert "number159" in text_of(app)
        await pilot.press("end")
        assert app.screen.query_one(PagesList).place == 159


async def test_an_entry_reads_as_it_was_asked_with_what_stood_there_before(home: Path) -> None:
    journal = make_journal(home, trial=True)
    sitting = journal.begin("trial/only")
    sitting.give("first wording")
    sitting.back()
    for raw in ("now " + STEERING, "", 4, None):
        sitting.give(raw)
    app = make_app(journal)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("r")
        assert HOSTILE[:30] in text_of(app) and "Mo 23 Nov 2026" in text_of(app)
        await pilot.press("enter")
        assert isinstance(app.screen, EntryScreen)
        shown = flat(app)
        assert "What [angry] thought now " + HOSTILE in shown
        assert "1 earlier wording is kept." in shown and "first wording" not in shown
        await pilot.press("v")
        assert "Earlier on 23 November 2026 it read like this: first wording" in flat(app)
        await pilot.press("v")
        assert "first wording" not in flat(app)
        assert said.ENTRY_AS_ASKED in shown and "4 of 10" in shown
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_an_answer_that_fell_away_is_marked(home: Path) -> None:
    journal = make_journal(home)
    sitting = journal.begin("muted-check")
    for raw in ("both", 7):
        sitting.give(raw)
    sitting.back()
    sitting.back()
    sitting.give("neither")
    sitting.give(4)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "enter")
        assert answer_words.UNDONE[1:] in flat(app)


async def test_searching_and_the_ladder_of_escape(home: Path) -> None:
    journal = make_journal(home, trial=True)
    for words in ("a red kite", "a blue boat"):
        walk(journal, "trial/only", words, "", 1, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "slash")
        await type_words(pilot, "kite d")
        assert app.screen.query_one(LineInput).value == "kite d", "letters are words here"
        await pilot.press("backspace", "backspace", "enter")
        assert "red kite" in text_of(app) and "blue boat" not in text_of(app)
        assert "Entries with “kite”" in text_of(app)
        await pilot.press("escape")
        assert "blue boat" in text_of(app) and isinstance(app.screen, ReviewScreen)
        await pilot.press("slash")
        await type_words(pilot, "[/nowhere")
        await pilot.press("enter")
        assert said.REVIEW_NO_MATCH in flat(app)
        await pilot.press("escape", "slash", "escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_trash_and_back(home: Path) -> None:
    journal = make_journal(home, trial=True)
    for words in ("one kept", "two gone"):
        walk(journal, "trial/only", words, "", 1, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "d")
        assert "two gone" not in text_of(app) and said.DELETED in flat(app)
        assert [row.first_words[:8] for row in look.entries(journal)] == ["one kept"]
        await pilot.press("u")
        assert "two gone" in text_of(app) and len(look.entries(journal)) == 2
        await pilot.press("enter", "d")
        assert said.ENTRY_TRASHED in flat(app) and len(look.entries(journal)) == 1
        await pilot.press("u")
        assert said.ENTRY_TRASHED not in flat(app) and len(look.entries(journal)) == 2
        await pilot.press("d", "escape")
        assert isinstance(app.screen, ReviewScreen) and "two gone" not in text_of(app)


async def test_what_is_unfinished_stands_first_and_goes_on(home: Path) -> None:
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", "done", "", 1, None)
    journal.begin("trial/only").give("begun")
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r")
        assert "Unfinished" in text_of(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ExerciseScreen) and "thought: begun" in text_of(app)
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_a_click_opens_an_entry(home: Path) -> None:
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", "clicked", "", 1, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r")
        await pilot.click(PagesList, offset=(4, 1))
        await pilot.pause()
        assert isinstance(app.screen, EntryScreen)
