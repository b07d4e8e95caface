"""What I built up on the screen: lists, items in full, ticks, setting aside, and a list to take along."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import items
from guide.journal.journal import Journal
from guide.ui.base import LineInput
from guide.ui.screens.home import HomeScreen
from guide.ui.screens.item_list import ItemListScreen
from guide.ui.screens.items import ItemsScreen
from guide.ui.screens.name_file import NameFileScreen
from guide.ui.widgets.pages_list import PagesList
from guide.words import items as said
from guide.words import taking

from .helping import HOSTILE, STEERING, flat, make_app, make_journal, stand_at, text_of, type_words, walk

PACK = """format: 1
id: lists
version: "1"
title: Lists
language: en
collections:
  said: {title: "Said [/ here", role: sentences, fields: {text: {title: What}}, label: "{text}"}
  seen:
    title: Seen
    fields: {what: {title: What}, where: {title: "Where [b]"}}
    label: "{what}"
summary:
  - {part: glad, from: seen, free_text: true}
exercises:
  - id: note
    title: Note
    steps:
      - {id: said, kind: short, prompt: Said, collect: said}
      - id: seen
        kind: list
        prompt: Seen
        record: {what: {kind: short, prompt: What}, where: {kind: short, prompt: Where, optional: true}}
        collect: seen
"""


@pytest.fixture
def lists(home: Path, tmp_path: Path) -> Journal:
    file = tmp_path / "lists.yaml"
    file.write_text(PACK, encoding="utf-8")
    return make_journal(home, named=(file,))


def note(journal: Journal, count: int) -> None:
    for number in range(count):
        stand_at(journal, f"2026-11-{number // 24 + 1:02}T{number % 24:02}:00:00Z")
        walk(journal, "lists/note", f"sentence {number}", [{"what": f"thing {number}"}])


async def test_nothing_is_built_up_yet(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("g")
        assert isinstance(app.screen, ItemsScreen) and said.EMPTY in flat(app)
        await pilot.press("enter", "1", "down")
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_list_opens_and_words_are_literal_and_in_full(lists: Journal) -> None:
    long = "it was " + "very " * 40 + "long"
    walk(lists, "lists/note", STEERING, [{"what": "a cat", "where": HOSTILE[:20]}, {"what": long}])
    app = make_app(lists)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("g")
        assert "Said [/ here, from “Lists”" in flat(app) and "2 items" in flat(app)
        await pilot.press("1")
        assert isinstance(app.screen, ItemListScreen)
        assert HOSTILE[:40] in text_of(app)
        await pilot.press("escape", "2")
        shown = flat(app)
        assert f"[ ] {long[:40]}" in shown and shown.count("very") == 40, "no word of it is cut away"
        assert f"Where [b]: {HOSTILE[:20]}" in shown


async def test_the_last_item_is_seen_whole_and_there_is_no_widget_a_row(lists: Journal) -> None:
    note(lists, 60)
    stand_at(lists, "2026-10-01T00:00:00Z")
    walk(
        lists,
        "lists/note",
        "the first of all",
        [{"what": "word " * 30 + "end", "where": "at the very bottom"}],
    )
    app = make_app(lists)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("g", "2")
        before = len(app.screen.query("*"))
        assert "thing 59" in text_of(app)
        seen = set()
        for _ in range(61):
            seen.add(app.screen.query_one(PagesList).chosen)
            await pilot.press("down")
        assert len(seen) == 61 and len(app.screen.query("*")) == before
        assert "at the very bottom" in text_of(app)
        await pilot.press("home")
        assert "thing 59" in text_of(app)


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_tick_stands_beside_the_item_with_a_word(lists: Journal, key: str) -> None:
    note(lists, 3)
    app = make_app(lists)
    async with app.run_test() as pilot:
        await pilot.press("g", "2", "down", key)
        assert "> [x] thing 1 for the page" in flat(app) and said.TICKED in flat(app)
        assert [one.label for one in items.for_the_page(lists)] == ["thing 1"]
        await pilot.press("down", key)
        assert "> [x] thing 0 for the page" in flat(app)
        await pilot.press("up", key)
        assert "> [ ] thing 1" in flat(app) and said.UNTICKED in flat(app)
        assert [one.label for one in items.for_the_page(lists)] == ["thing 0"]


async def test_a_list_that_is_not_for_the_page_takes_no_tick(lists: Journal) -> None:
    note(lists, 2)
    app = make_app(lists)
    async with app.run_test() as pilot:
        await pilot.press("g", "1", "space", "enter")
        assert "[ ]" not in text_of(app) and said.TICK not in flat(app) and said.PAGE_WHAT not in flat(app)
        assert items.for_the_page(lists) == []


async def test_setting_aside_can_be_undone_and_taken_back(lists: Journal) -> None:
    note(lists, 3)
    app = make_app(lists)
    async with app.run_test() as pilot:
        await pilot.press("g", "2", "v")
        assert said.SHOW_ASIDE not in flat(app), "nothing is set aside, so there is nothing to show"
        await pilot.press("down", "a")
        assert "thing 1" not in text_of(app) and said.SET_ASIDE in flat(app)
        await pilot.press("u")
        assert "thing 1" in text_of(app) and said.TAKEN_BACK in flat(app)
        await pilot.press("u", "a", "v")
        assert "Seen, from “Lists”: set aside" in flat(app) and "> thing" in flat(app)
        await pilot.press("a")
        assert said.EMPTY_ASIDE in flat(app)
        await pilot.press("v")
        assert all(f"thing {n}" in text_of(app) for n in range(3))


async def test_a_list_that_is_all_set_aside_opens_there(lists: Journal) -> None:
    note(lists, 1)
    items.set_aside(lists, items.held(lists, items.find(lists, "seen"))[0].id)
    app = make_app(lists)
    async with app.run_test() as pilot:
        await pilot.press("g")
        assert "1 set aside" in flat(app)
        await pilot.press("2")
        assert "> thing 0" in flat(app)
        await pilot.press("a", "escape")
        assert "1 item" in flat(app) and "set aside" not in flat(app)


async def test_sentences_are_saved_where_one_says(
    lists: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    note(lists, 2)
    app = make_app(lists)
    async with app.run_test() as pilot:
        await pilot.press("g", "2", "s")
        assert isinstance(app.screen, ItemListScreen), "only sentences are a list to take along"
        await pilot.press("escape", "1", "s")
        assert isinstance(app.screen, NameFileScreen) and said.SAVE_PLAIN in flat(app)
        assert app.screen.query_one(LineInput).value == "list.txt"
        await pilot.press("enter")
        assert isinstance(app.screen, ItemListScreen) and "Saved:" in flat(app)
        file = tmp_path / "list.txt"
        assert file.read_text("utf-8") == "Said [/ here\nsentence 1\nsentence 0\n"
        file.write_text("mine")
        await pilot.press("s", "enter")
        assert "There is a file of that name" in flat(app) and file.read_text() == "mine"
        await type_words(pilot, "2")
        await pilot.press("enter")
        assert file.read_text() == "mine" and (tmp_path / "2").exists(), "typing replaces the name"
        await pilot.press("s", "enter", "enter")
        assert file.read_text("utf-8").endswith("sentence 0\n")
        await pilot.press("s", "escape")
        assert isinstance(app.screen, ItemListScreen)


async def test_what_cannot_be_saved_is_said_and_nothing_is_lost(lists: Journal) -> None:
    note(lists, 1)
    app = make_app(lists)
    async with app.run_test() as pilot:
        await pilot.press("g", "1", "s", *["backspace"] * 8, "enter")
        assert taking.NO_FILE_NAME in flat(app)
        await type_words(pilot, "/nowhere/list")
        await pilot.press("enter")
        assert "There is no folder “/nowhere”" in flat(app) and isinstance(app.screen, NameFileScreen)
