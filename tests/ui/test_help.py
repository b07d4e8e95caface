"""Help, help now and hiding: on every screen and dialog, typing included, with nothing typed anywhere."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from guide import settings
from guide.journal import help_page
from guide.ui.base import Blank, LineInput, Words
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.help_here import HelpHereScreen
from guide.ui.screens.help_now import CountryScreen, HelpNowScreen
from guide.ui.screens.home import HomeScreen
from guide.words import help_now as said
from guide.words import why

from .helping import colours, flat, make_app, make_journal, text_of, type_words, walk

PLACES: dict[str, Sequence[str]] = {
    "home": (),
    "door": ("1",),
    "one": ("o",),
    "review": ("r",),
    "searching": ("r", "slash", "a"),
    "entry": ("r", "enter"),
    "progress": ("p",),
    "log": ("l",),
    "log saved": ("l", "b", "7", "4"),
    "typing a line": ("5", "h", "i"),
    "typing a text": ("5", "f4", "h", "i"),
    "a text's offers": ("5", "f4", "f4", "7"),
    "support": ("5", "f4", "f4", "7", "1"),
    "palette": ("ctrl+p",),
    "country": ("f2", "c"),
}


@pytest.mark.parametrize("keys", ["f1", "f2", "f8", "ctrl+o", "ctrl+g", "ctrl+l"])
@pytest.mark.parametrize("place", PLACES)
async def test_three_keys_work_everywhere_and_bring_back(home: Path, place: str, keys: str) -> None:
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", "kept", "", 1, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press(*PLACES[place])
        before, screen = text_of(app), app.screen
        await pilot.press(keys)
        expected = {
            "f1": HelpHereScreen,
            "ctrl+o": HelpHereScreen,
            "f2": HelpNowScreen,
            "ctrl+g": HelpNowScreen,
        }
        assert type(app.screen) is expected.get(keys, Blank)
        if isinstance(app.screen, Blank):
            await type_words(pilot, "secret 7")
            await pilot.press("enter", "escape")
            assert text_of(app).strip() == ""
            await pilot.press(keys)
        else:
            await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen and text_of(app) == before


async def test_help_now_over_help_over_typing_and_the_ladder_back(home: Path) -> None:
    app = make_app(make_journal(home, trial=True), exercise="only")
    async with app.run_test() as pilot:
        await type_words(pilot, "word")
        await pilot.press("f1", "f2", "c", "f1", "f2")
        for _ in range(5):
            await pilot.press("escape")
        assert isinstance(app.screen, ExerciseScreen)
        assert app.screen.query_one(LineInput).value == "word"
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, HomeScreen) and app.is_running


async def test_help_says_why_and_what_the_sources_cannot_show(home: Path) -> None:
    app = make_app(make_journal(home, trial=True), exercise="only")
    async with app.run_test(size=(100, 70)) as pilot:
        await pilot.press("f1")
        shown = flat(app)
        pieces = [
            "Any [b]words[/b].",
            why.HEAD,
            "Because it is tried.",
            "It was seen. What it cannot show: In one place only. Source: Somebody (2020).",
            "Leave this step out.",
            "ctrl+g",
        ]
        assert [shown.index(piece) for piece in pieces] == sorted(shown.index(piece) for piece in pieces)
        inks = {text: ink for text, ink, _ in colours(app)}
        assert inks["Source: Somebody (2020)."] != inks["It was seen."] == inks["Because it is tried."]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_keys_of_the_page_stay_in_sight_however_far_one_reads(
    home: Path, size: tuple[int, int]
) -> None:
    app = make_app(make_journal(home), exercise="name-it")
    async with app.run_test(size=size) as pilot:
        await pilot.press("f1")
        seen = ""
        for _ in range(12):
            assert "[s] why this, and sources  [k] keys  [Esc] back" in text_of(app)
            seen += flat(app)
            await pilot.press("pagedown")
        assert why.HEAD in seen and "Keys everywhere" in seen


async def test_a_screen_without_reasons_offers_none(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("f1")
        assert why.HEAD not in flat(app) and "[s]" not in text_of(app)
        await pilot.press("s")
        assert "Help for where you are" in text_of(app)


async def test_help_jumps_to_keys_and_sources(home: Path) -> None:
    app = make_app(make_journal(home, trial=True), exercise="only")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("f1")
        await pilot.press("k")
        assert "Somebody (2020)" not in text_of(app)
        await pilot.press("s")
        assert "Somebody (2020)" in text_of(app)
        await pilot.press("k")
        assert "Keys here" in text_of(app)


async def test_help_now_reads_no_store(home: Path) -> None:
    journal = make_journal(home)
    journal.places.support_path.write_text("Sam [/ 555 0100\n\x1b[31mMum\n", encoding="utf-8")
    settings.keep(journal.places, "country", "IE")
    app = make_app(journal)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.pause()
        journal.store.close()
        await pilot.press("f2")
        shown = flat(app)
        assert shown.index("Sam [/ 555 0100") < shown.index("Lines where you are: Ireland")
        assert "Mum" in shown and "call 116 123" in shown and "findahelpline.com" in shown
        assert help_page.helplines()[0] in shown
        for sign in said.FIRST_WEEKS_SIGNS:
            assert sign in shown


async def test_another_country_is_kept(home: Path) -> None:
    journal = make_journal(home)
    app = make_app(journal)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("f2", "c")
        assert isinstance(app.screen, CountryScreen)
        for line in help_page.every_country():
            assert line.partition(":")[0] in flat(app)
        await pilot.press("home", "down", "down", "down", "enter")
        assert "Lines where you are: United Kingdom" in flat(app)
        assert settings.country(journal.places, {}) == "GB"


async def test_a_country_that_cannot_be_kept_is_shown_all_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(home)
    app = make_app(journal)

    def refuse(*_what: object) -> None:
        from guide.errors import GuideError

        raise GuideError("The settings file cannot be written.")

    monkeypatch.setattr(settings, "keep", refuse)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("f2", "c", "home", "down", "enter")
        assert "call or text 988" in flat(app) and "could not be kept" in flat(app)


async def test_help_now_fits_any_window(home: Path) -> None:
    journal = make_journal(home)
    shutil.rmtree(home / "packs", ignore_errors=True)
    app = make_app(journal)
    async with app.run_test(size=(24, 8)) as pilot:
        await pilot.press("f2")
        assert "Help now" in text_of(app)
        seen = ""
        for _ in range(6):
            await pilot.press("pagedown")
            seen += flat(app)
        assert "findahelpline.com" in seen


async def test_typing_in_a_longer_text_lets_help_through(home: Path) -> None:
    app = make_app(make_journal(home, trial=True), exercise="only")
    async with app.run_test() as pilot:
        await pilot.press("f4")
        await type_words(pilot, "ab")
        await pilot.press("f2", "escape")
        await type_words(pilot, "cd")
        assert app.screen.query_one(Words).text == "abcd"


async def test_the_lines_that_were_chosen_are_in_sight_and_the_list_begins_at_its_beginning(
    home: Path,
) -> None:
    """On a small screen too, where one had scrolled down to the key."""
    app = make_app(make_journal(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", "pagedown", "c")
        await pilot.pause()
        assert said.CHOOSE_COUNTRY in flat(app) and "> " + said.ANYWHERE_NAME in flat(app)
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        assert "Lines where you are: United Kingdom" in flat(app)


async def test_help_for_the_first_card_names_no_key_that_does_nothing_there(home: Path) -> None:
    app = make_app(make_journal(home, card_read=False))
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("f1")
        assert "One of your own facts" not in flat(app) and "People to call" in flat(app)
        await pilot.press("escape", "enter", "escape", "f1")
        assert "One of your own facts" in flat(app)
