"""One part alone: a sign steps over its points, each leads to its entry and back to the same point."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Static

from guide.journal.journal import Journal
from guide.journal.progress import progress
from guide.ui.base import Column
from guide.ui.screens.entry import EntryScreen
from guide.ui.screens.progress import ProgressScreen
from guide.ui.screens.progress_alone import AloneScreen
from guide.words import progress_view as said
from tests.journal.making import a_round, a_sentence

from .helping import flat, make_app, make_journal, stand_at, text_of, walk


def eased(place: Path) -> Journal:
    """Six rounds of one sentence on six days, one of them numb, and a log a day."""
    journal = make_journal(place)
    stand_at(journal, "2026-11-10T18:00:00Z")
    a_sentence(journal)
    for n, (before, after) in enumerate([(8, 7), (7, "numb"), (7, 6), (6, 6), (5, 6), (5, 3)]):
        stand_at(journal, f"2026-11-{11 + n}T19:00:00Z")
        a_round(journal, before, after)
        walk(journal, "muted-check", "both", n + 3, 5)
    return journal


def point(app: Any) -> str:
    return str(app.screen.query_one("#point", Static).render())


def caret(app: Any) -> int:
    """The column of the sign beneath the chart."""
    rows = str(app.screen.query_one("#drawing", Static).render()).split("\n")
    (row,) = [row for row in rows if row.strip() == "▲"]
    return row.index("▲")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_from_a_point_to_its_entry_and_back(home: Path, size: tuple[int, int]) -> None:
    app = make_app(eased(home))
    async with app.run_test(size=size) as pilot:
        await pilot.press("p", "n", "enter")
        assert isinstance(app.screen, AloneScreen)
        assert point(app) == "Repetition 6, 16 Nov: expected 5, was 3  (6 of 6)"
        right = caret(app)
        await pilot.press("left", "left", "left", "left")
        assert point(app) == "Repetition 2, 12 Nov: expected 7, was numb  (2 of 6)"
        assert caret(app) < right
        await pilot.press("enter")
        assert isinstance(app.screen, EntryScreen) and "expected 7 of 10, was numb" in flat(app)
        await pilot.press("escape")
        assert isinstance(app.screen, AloneScreen) and point(app).startswith("Repetition 2,")
        await pilot.press("home", "left")
        assert point(app).startswith("Repetition 1,")
        await pilot.press("end", "right")
        assert point(app).startswith("Repetition 6,")
        await pilot.press("escape")
        assert isinstance(app.screen, ProgressScreen)
        head = [str(one.render()) for one in app.screen.query(".head").results(Static)]
        assert head[1].startswith("> ")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (60, 12)])
async def test_alone_it_is_never_lower_than_in_the_list(home: Path, size: tuple[int, int]) -> None:
    journal = eased(home)
    listed = max("".join(part.rows).count("┤") for part in progress(journal))
    app = make_app(journal)
    async with app.run_test(size=size) as pilot:
        await pilot.press("p", "n", "enter")
        assert isinstance(app.screen, AloneScreen)
        drawn = str(app.screen.query_one("#drawing", Static).render())
        assert drawn.count("┤") == listed == 11
        await pilot.press("left")
        shown, row = app.screen.query_one(Column).region, app.screen.query_one("#point", Static).region
        assert shown.y <= row.y and row.bottom - 1 <= shown.bottom


async def test_a_deleted_entry_is_gone_from_the_chart_and_from_the_page(home: Path) -> None:
    app = make_app(eased(home))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("p", "n", "enter", "left", "enter", "d", "escape")
        assert isinstance(app.screen, AloneScreen)
        assert point(app) == "Repetition 5, 16 Nov: expected 5, was 3  (5 of 5)"
        await pilot.press("escape")
        words = " ".join(str(one.render()) for one in app.screen.query(".words").results(Static))
        assert "5 repetitions of 1 sentence on 5 days" in words and "5 repetitions on 5 days" in words


async def test_other_parts_other_ranges_and_parts_without_points(home: Path) -> None:
    journal = eased(home)
    stand_at(journal, "2026-11-16T21:00:00Z")
    app = make_app(journal)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("p", "enter")
        seen = []
        for _ in range(30):
            title = text_of(app).strip().split("\n")[0].strip()
            if title in seen:
                break
            seen.append(title)
            await pilot.press("n")
        assert {"Discomfort", "Flatness", "Mood", "What I do differently"} <= set(seen)
        assert said.NO_POINTS in flat(app), "the last part is a list of words"
        await pilot.press("left", "enter", "b")
        assert isinstance(app.screen, AloneScreen)
        await pilot.press("s")
        assert "Shown: a year" in flat(app)
        await pilot.press("escape")
        assert "Shown: a year" in str(app.screen.query_one("#about", Static).render())


async def test_a_click_opens_the_part_it_is_on(home: Path) -> None:
    app = make_app(eased(home))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("p")
        await pilot.click(".chart")
        assert isinstance(app.screen, AloneScreen)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        rows = str(app.screen.query_one("#drawing", Static).render()).split("\n")
        assert max(map(len, rows)) <= 56


async def test_a_range_without_notes_says_so_and_the_usual_one_holds_something(home: Path) -> None:
    journal = eased(home)
    stand_at(journal, "2027-08-01T12:00:00Z")
    app = make_app(journal)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("p")
        assert "Shown: all" in flat(app) and len(app.screen.query(".chart")) >= 3
        await pilot.press("s")
        assert said.EMPTY in flat(app)
        await pilot.press("enter", "n", "b")
        assert isinstance(app.screen, ProgressScreen)
