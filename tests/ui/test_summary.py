"""The page on the screen: what is turned on or off shows below at once, is remembered, and can be saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import page
from guide.journal.journal import Journal
from guide.journal.page_choices import remembered
from guide.ui.screens.home import HomeScreen
from guide.ui.screens.summary import SummaryScreen
from guide.words import summary as said
from tests.journal.making import play
from tests.journal.page_parts import whole

from .helping import STEERING, flat, make_app, make_journal, stand_at, type_words


@pytest.fixture
def ready(home: Path) -> Journal:
    journal = whole(make_journal(home))
    play(journal.begin("before-the-appointment"), {"stage": "look", "sentence": f"I feel flat. {STEERING}", "costs": [{"text": "far evenings"}]})  # fmt: skip
    return journal


async def test_a_key_on_home_opens_it_and_escape_leads_back(ready: Journal) -> None:
    app = make_app(ready)
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.press("a")
        assert isinstance(app.screen, SummaryScreen)
        assert "Notes I kept, not an assessment." in flat(app) and said.NAMES_HINT in flat(app)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_what_is_turned_on_stands_below_at_once_and_is_remembered(ready: Journal) -> None:
    app = make_app(ready)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("a")
        assert "“I feel flat." not in flat(app)
        await pilot.press("space")
        assert "“I feel flat. [/ sad [red]oops[/red] [@click=app.bell]x[/]" in flat(app)
        await pilot.press("down", "enter")
        assert "It costs me far evenings" in flat(app)
        await pilot.press("down", "space")  # the first section
        assert "“I feel flat." not in flat(app)
        await pilot.press("escape", "a")
        assert "[x] Costs me: far evenings" in flat(app) and "It costs me far evenings" in flat(app)
    assert remembered(ready).out == {"say"}


async def test_the_same_key_twice_lets_in_and_takes_out_and_touches_no_other(ready: Journal) -> None:
    play(ready.begin("before-the-appointment"), {"stage": "look", "costs": [{"text": one} for one in "ABC"]})
    app = make_app(ready)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("a")
        for down in range(1, 5):
            await pilot.press(*["home", *["down"] * down, "space"])
            assert sum(one.on for one in page.pieces(ready, remembered(ready))) == 1
            await pilot.press("space")
            pieces = page.pieces(ready, remembered(ready))
            assert len(pieces) >= 4 and not any(one.on for one in pieces)


async def test_the_page_keys_scroll_the_page_and_the_mark_stays(ready: Journal) -> None:
    app = make_app(ready)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "pagedown", "pagedown", "pagedown")
        await pilot.pause()
        assert "Nobody checked this page." in flat(app) and "> [ ] The one sentence" in flat(app)
        await pilot.press("pageup", "pageup", "pageup")
        await pilot.pause()
        assert "Notes I kept" in flat(app)


async def test_days_are_chosen_from_spans_or_typed(ready: Journal) -> None:
    app = make_app(ready)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("a", "d", "1")
        assert "10 Nov to 23 Nov 2026" in flat(app)
        await pilot.press("d", "5")
        for _ in range(10):
            await pilot.press("backspace")
        await type_words(pilot, "2026-01-01")
        await pilot.press("enter")
        for _ in range(10):
            await pilot.press("backspace")
        await type_words(pilot, "2026-01-31")
        await pilot.press("enter")
        assert "1 Jan to 31 Jan 2026" in flat(app)
        await pilot.press("escape", "a")
        assert "10 Nov to 23 Nov 2026" in flat(app), "a length is remembered, days are not"


async def test_the_short_form_and_saving(ready: Journal, tmp_path: Path) -> None:
    app = make_app(ready)
    file = tmp_path / "mine.html"
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.press("a", "t")
        assert said.SCRIPT in flat(app) and said.MESSAGE in flat(app)
        await pilot.press("t", "s")
        for _ in range(10):
            await pilot.press("backspace")
        await type_words(pilot, str(file))
        await pilot.press("enter")
        assert isinstance(app.screen, SummaryScreen) and "Written:" in flat(app)
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (200, 60)])
async def test_it_stands_at_any_size(ready: Journal, size: tuple[int, int]) -> None:
    app = make_app(ready)
    async with app.run_test(size=size) as pilot:
        await pilot.press("a", "space", "space", "t", "t")
        assert isinstance(app.screen, SummaryScreen)


async def test_what_was_let_in_and_has_a_newer_answer_is_said_above_the_page(ready: Journal) -> None:
    gone = said.REPLACED.format(names="The one sentence")
    app = make_app(ready)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("a", "space")
        assert "“I feel flat." in flat(app) and gone not in flat(app)
    stand_at(ready, "2026-11-24T09:00:00Z")
    play(ready.begin("before-the-appointment"), {"stage": "look", "sentence": "Something else."})
    app = make_app(ready)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("a")
        assert gone in flat(app) and "“I feel flat." not in flat(app)
        await pilot.press("space")
        assert gone not in flat(app) and "“Something else.”" in flat(app)
