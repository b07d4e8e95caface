"""Progress: literal rows that fit the width, laid out anew when it changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from guide.journal import progress
from guide.journal.journal import Journal
from guide.ui.base import Column
from guide.ui.screens.progress import ProgressScreen
from guide.words import look as said

from .helping import STEERING, flat, make_app, make_journal, stand_at, text_of, until, walk


def month(journal: Journal) -> None:
    """A month of logs, a few facts, and nothing interpreted."""
    for day in range(1, 23):
        stand_at(journal, f"2026-11-{day:02}T19:00:00Z")
        walk(journal, "muted-check", ("both", "pleasant", "unsure")[day % 3], day % 11, 10 - day % 7)
    walk(journal, "then-now", "yes", [{"now": "go to [red]work[/red] " + STEERING, "then": "stayed [/ home"}])


async def test_nothing_to_draw_yet(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("p")
        assert said.PROGRESS_EMPTY in flat(app)
        await pilot.press("n", "b", "s", "w", "down")
        assert said.PROGRESS in text_of(app)


@pytest.mark.parametrize("width", [60, 80, 120, 45])
async def test_no_row_of_a_chart_is_cut_or_wrapped(home: Path, width: int) -> None:
    journal = make_journal(home)
    month(journal)
    app = make_app(journal)
    async with app.run_test(size=(width, 150)) as pilot:
        await pilot.press("p")
        charts = [*app.screen.query(".chart").results(Static)]
        assert len(charts) >= 3
        for chart in charts:
            rows = str(chart.render()).split("\n")
            assert max(len(row) for row in rows) <= chart.content_size.width
            assert chart.content_size.height == len(rows)
        assert "[red]work[/red]" in flat(app)


async def test_a_resize_lays_the_charts_out_anew(home: Path) -> None:
    journal = make_journal(home)
    month(journal)
    app = make_app(journal)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("p")

        def widest() -> int:
            charts = app.screen.query(".chart").results(Static)
            return max((len(row) for chart in charts for row in str(chart.render()).split("\n")), default=0)

        wide = widest()
        await pilot.resize_terminal(60, 40)
        await until(pilot, lambda: 0 < widest() <= 54 and widest() < wide)
        await pilot.resize_terminal(80, 40)
        await until(pilot, lambda: widest() == wide)


async def test_parts_spans_and_words(home: Path) -> None:
    journal = make_journal(home)
    month(journal)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("p")
        column = app.screen.query_one(Column)
        heads = [str(head.render()) for head in app.screen.query(".head").results(Static)]
        await pilot.press("n")
        marked = [str(head.render()) for head in app.screen.query(".head").results(Static)]
        assert (
            heads[0].startswith("> ")
            and marked[1] == "> " + heads[1].strip()
            and not marked[0].startswith(">")
        )
        assert any(heads[1].strip() in row for row in text_of(app).split("\n")[:2])
        first = column.scroll_y
        await pilot.press("n")
        assert column.scroll_y > first
        await pilot.press("b", "b")
        assert column.scroll_y == 0
        assert "Shown: three months" in flat(app)
        await pilot.press("s", "s", "s")
        assert "Shown: four weeks" in flat(app)
        assert len(app.screen.query(".chart")) >= 3
        await pilot.press("w")
        assert len(app.screen.query(".chart")) == 0 and len(app.screen.query(".words")) >= 3


async def test_what_can_be_seen_comes_first_and_all_the_rest_after(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(home)
    month(journal)
    held: list[object] = []

    async def hold(screen: ProgressScreen, coming: object) -> None:
        held.append(coming)

    monkeypatch.setattr(ProgressScreen, "_go_on", hold)
    app = make_app(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: bool(held))
        every = progress.progress(journal, width=74, since="")
        first = len(app.screen.query(".head"))
        assert 0 < first < len(every), "what lies far below has not been read"
        for _ in every:
            await pilot.press("n")
        heads = [str(head.render()).strip("> ") for head in app.screen.query(".head").results(Static)]
        assert heads == [part.title for part in every], "the next part comes when it is asked for"
        assert "> " + every[-1].title in text_of(app)


async def test_another_range_at_once_shows_its_parts_once(home: Path) -> None:
    journal = make_journal(home)
    month(journal)
    app = make_app(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "s", "w", "s", "w", "s", "s", "n", "s")
        every = progress.progress(journal, width=74, since="")

        def titles() -> list[str]:
            return [str(head.render()).strip("> ") for head in app.screen.query(".head").results(Static)]

        await until(pilot, lambda: len(titles()) == len(every))
        assert titles() == [part.title for part in every]


async def test_the_current_part_stays_on_the_screen_when_it_is_laid_out_anew(home: Path) -> None:
    journal = make_journal(home)
    month(journal)
    app = make_app(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "n", "n")
        here = next(line for line in text_of(app).split("\n") if line.strip().startswith("> "))
        await pilot.press("w", "w")
        await until(pilot, lambda: here.strip() in text_of(app))
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: any(row.strip().startswith("> ") for row in text_of(app).split("\n")[:4]))
