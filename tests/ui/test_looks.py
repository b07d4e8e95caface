"""Every screen in every size, theme and without colour: nothing invisible, nothing only by colour, no crash."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from guide.ui.app import THEMES
from guide.ui.widgets.pages_list import PagesList
from guide.ui.widgets.rows import Rows

from .helping import STEERING, colours, flat, make_app, make_journal, text_of, walk

SIZES = [(80, 24), (60, 20), (120, 40), (200, 60), (40, 12)]
SCREENS: Sequence[Sequence[str]] = (
    (),
    ("1",),
    ("r",),
    ("r", "slash", "a"),
    ("r", "enter"),
    ("p",),
    ("l", "b"),
    ("l", "b", "7", "4"),
    ("5", "h"),
    ("5", "f4", "h"),
    ("5", "f4", "f4", "7"),
    ("f1",),
    ("f2",),
    ("f2", "c"),
)


@pytest.mark.parametrize("no_color", [False, True], ids=["colour", "NO_COLOR"])
@pytest.mark.parametrize("theme", [*THEMES, "night"])
async def test_no_words_in_the_colour_of_their_ground(
    home: Path, monkeypatch: pytest.MonkeyPatch, theme: str, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "")
    journal = make_journal(home, trial=True, at=f"2026-11-23T{'23' if theme == 'night' else '12'}:00:00Z")
    walk(journal, "trial/only", STEERING, "", 1, None)
    walk(journal, "muted-check", "both", 7, 4)
    for keys in SCREENS:
        app = make_app(journal, theme=theme if theme in THEMES else "")
        async with app.run_test(size=SIZES[0]) as pilot:
            await pilot.press(*keys)
            for width, height in SIZES:
                await pilot.resize_terminal(width, height)
                await pilot.pause()
                drawn = [*colours(app)]
                assert drawn, (keys, width)
                for words, fore, back in drawn:
                    # Two defaults are the terminal's own pair, which differ.
                    assert fore != back or fore is None, (keys, width, words)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_mark_shows_what_is_chosen_without_colour(home: Path, size: tuple[int, int]) -> None:
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", "words", "", 1, None)
    app = make_app(journal)
    async with app.run_test(size=size) as pilot:
        await pilot.press("down")
        marked = [row for row in text_of(app).split("\n") if row.strip().startswith("> ")]
        assert len(marked) == 1 and app.screen.query_one(Rows).chosen == "door:flat"
        assert "1  I feel flat" in marked[0]
        await pilot.press("r")
        marked = [row for row in text_of(app).split("\n") if row.strip().startswith("> ")]
        assert len(marked) == 1 and app.screen.query_one(PagesList).chosen


async def test_too_small_says_what_it_needs_and_comes_back(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "b")
        before = text_of(app)
        await pilot.resize_terminal(30, 10)
        await pilot.pause()
        assert "40 columns and 12 rows" in flat(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert text_of(app) == before


async def test_home_is_complete_at_80_by_24_and_not_stretched_at_200(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for words in ("I feel flat", "Was any of it me?", "Keep it going", "[q] quit", "F2"):
            assert words in text_of(app)
        assert app.screen.query_one("Column").max_scroll_y == 0
        await pilot.resize_terminal(200, 60)
        await pilot.pause()
        wide = [row for row in text_of(app).split("\n")[:-1] if row.strip()]
        assert all(len(row.strip()) <= 80 for row in wide)
        assert min(len(row) - len(row.lstrip()) for row in wide) >= 60


async def test_the_cursor_follows_the_mark(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("down")
        await pilot.pause()
        rows = text_of(app).split("\n")
        assert rows[app.cursor_position.y].strip().startswith("> ")
        await pilot.press("down")
        await pilot.pause()
        assert text_of(app).split("\n")[app.cursor_position.y].strip().startswith("> 2")
