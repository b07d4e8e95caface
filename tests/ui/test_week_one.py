"""The week, and one of your own facts from everywhere but where it would be in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal.journal import Journal
from guide.ui.base import Blank
from guide.ui.preview import PreviewApp
from guide.ui.screens.door import DoorScreen
from guide.ui.screens.entry import EntryScreen
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.first import FirstScreen
from guide.ui.screens.help_here import HelpHereScreen
from guide.ui.screens.help_now import HelpNowScreen
from guide.ui.screens.home import HomeScreen
from guide.ui.screens.one import OneScreen
from guide.ui.screens.progress import ProgressScreen
from guide.ui.screens.review import ReviewScreen
from guide.ui.screens.support import SupportScreen
from guide.ui.screens.week import WeekScreen
from guide.words import home as said

from .helping import HOSTILE, STEERING, TRIAL, flat, make_app, make_journal, text_of, walk


def with_facts(home: Path) -> Journal:
    journal = make_journal(home)
    walk(journal, "then-now", "yes", [{"now": "rang my sister"}, {"now": "fed the cat"}])
    return journal


async def test_the_week_is_seven_lines_and_hostile_words_are_literal(home: Path) -> None:
    journal = make_journal(home)
    sitting = journal.begin("muted-check")
    for raw in ("both", 7, 4):
        sitting.give(raw)
    sitting.more()
    while (step := sitting.view().step) is not None:
        if step.get("collect"):
            sitting.give("saw " + STEERING)
        else:
            sitting.skip()
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("w")
        assert isinstance(app.screen, WeekScreen)
        shown = text_of(app)
        assert f"Mon both 7, mood 4 saw {HOSTILE}" in flat(app)
        days = [line.split()[0] for line in shown.splitlines() if line.strip()[:3] in ("Tue", "Wed", "Sun")]
        assert days == ["Tue", "Wed", "Sun"], "oldest first"
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        ([], HomeScreen),
        (["2"], DoorScreen),
        (["r"], ReviewScreen),
        (["r", "enter"], EntryScreen),
        (["p"], ProgressScreen),
        (["w"], WeekScreen),
        (["s"], SupportScreen),
        (["f1"], HelpHereScreen),
        (["l"], ExerciseScreen),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "-".join(value),
)
async def test_o_shows_one_from_here_and_escape_leads_back(home: Path, keys: list[str], screen: type) -> None:
    app = make_app(with_facts(home))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert type(app.screen) is screen
        await pilot.press("o")
        assert isinstance(app.screen, OneScreen)
        assert "rang my sister" in flat(app)
        await pilot.press("o")
        assert "fed the cat" in flat(app) and len(app.screen_stack) <= len(keys) + 2
        await pilot.press("escape")
        assert type(app.screen) is screen


async def test_over_help_now_the_first_card_and_the_blank_screen_it_does_nothing(home: Path) -> None:
    journal = with_facts(home)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("f2", "o")
        assert isinstance(app.screen, HelpNowScreen)
        assert said.ONE not in flat(app) and "Show me one" not in text_of(app).splitlines()[-1]
        await pilot.press("c", "o")
        assert not isinstance(app.screen, OneScreen)
        await pilot.press("escape", "escape", "f8", "o")
        assert isinstance(app.screen, Blank)
    fresh = make_app(make_journal(home.parent / "fresh", card_read=False))
    async with fresh.run_test() as pilot:
        await pilot.press("o")
        assert isinstance(fresh.screen, FirstScreen)


async def test_while_typing_it_is_a_letter_and_an_option_keeps_its_key(home: Path) -> None:
    folder = home / "packs" / "letters"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        'format: 1\nid: letters\nversion: "1"\ntitle: Letters\nlanguage: en\nexercises:\n'
        "  - id: some\n    title: Some\n    steps:\n"
        "      - {id: say, kind: short, prompt: Say}\n"
        "      - {id: where, kind: choice, prompt: Where, options: {out: {text: Outside, key: o}, in: Inside}}\n"
        "      - {id: rows, kind: grid, prompt: Today, rows: {joy: joy}, columns: {a: some, b: none}, own_rows: true}\n"
        "      - {id: how, kind: scale, prompt: How}\n",
        encoding="utf-8",
    )
    app = make_app(make_journal(home), exercise="some")
    async with app.run_test() as pilot:
        await pilot.press("o", "n", "e", "enter")
        assert isinstance(app.screen, ExerciseScreen)
        assert app.screen.sitting.walk.answers["say"].value == "one"
        await pilot.press("o")
        assert app.screen.sitting.walk.answers["where"].value == "out"
        await pilot.press("o", "s", "e", "a", "enter")
        assert isinstance(app.screen, ExerciseScreen), "a word of one's own in the grid"
        await pilot.press("1", "enter", "o")
        assert isinstance(app.screen, OneScreen), "no field and no option of the rating needs the letter"


async def test_what_is_half_answered_is_there_after_it(home: Path) -> None:
    journal = with_facts(home)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "1", "o")
        assert isinstance(app.screen, OneScreen)
        await pilot.press("escape", "0", "4")
        assert "Saved. Both, 10, mood 4." in flat(app)


async def test_review_shows_all_again_with_a(home: Path) -> None:
    app = make_app(with_facts(home))
    async with app.run_test() as pilot:
        await pilot.press("r", "slash", *"nothing", "enter")
        assert "Entries with" in flat(app)
        await pilot.press("a")
        assert "Entries with" not in flat(app)


async def test_a_preview_has_nobodys_facts(tmp_path: Path, home: Path) -> None:
    from guide import places
    from guide.journal.preview import Preview

    pack = tmp_path / "pack.yaml"
    pack.write_text(TRIAL, encoding="utf-8")
    preview = Preview(places.find(str(home), {}), pack, built_in=False, language="en")
    app = PreviewApp(preview)
    async with app.run_test() as pilot:
        lowest = app.screen
        await pilot.press("o")
        assert app.screen is lowest and "Show me one" not in text_of(app)
    preview.close()
