"""Take it away on the screen: three forms, an import, backups; work beside a screen that stays live and can be stopped."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from guide.journal import bring_back, take_away
from guide.store import pages
from guide.ui.base import LineInput
from guide.ui.screens.home import HomeScreen
from guide.ui.screens.name_file import NameFileScreen
from guide.ui.screens.review import ReviewScreen
from guide.ui.screens.take_away import TakeAwayScreen
from guide.ui.widgets.rows import Rows
from guide.words import taking as said

from .helping import flat, make_app, make_journal, text_of, until, walk


async def test_everything_to_a_file_and_over_it_only_when_said_twice(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", "a thought", "", 5, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("x")
        assert isinstance(app.screen, TakeAwayScreen) and said.TITLE in text_of(app)
        await pilot.press("enter")
        assert isinstance(app.screen, NameFileScreen)
        assert app.screen.query_one(LineInput).value == "notebook.json"
        await pilot.press("enter")
        await until(pilot, lambda: "Written:" in flat(app))
        assert (tmp_path / "notebook.json").stat().st_mode & 0o777 == 0o600
        first = (tmp_path / "notebook.json").stat().st_ino
        await pilot.press("1", "enter")
        assert isinstance(app.screen, NameFileScreen) and said.REPLACE_AGAIN[:20] in flat(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, TakeAwayScreen) and "Written:" in flat(app))
        assert (tmp_path / "notebook.json").stat().st_ino != first
        await pilot.press("2", "enter")
        await until(pilot, lambda: "notebook.md" in "".join(flat(app).split()))
        await pilot.press("3", "enter")
        await until(pilot, lambda: "5 tables" in flat(app))
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_file_is_taken_in_and_review_shows_it(home: Path, tmp_path: Path) -> None:
    other = make_journal(tmp_path / "other", trial=True)
    walk(other, "trial/only", "from the other machine", "", 5, None)
    take_away.export(other, str(tmp_path / "other.json"))
    app = make_app(make_journal(home, trial=True))
    async with app.run_test() as pilot:
        await pilot.press("r")
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("x", "4")
        assert isinstance(app.screen, NameFileScreen)
        app.screen.query_one(LineInput).value = str(tmp_path / "nothing.json")
        await pilot.press("enter")
        assert "There is no file" in flat(app)
        app.screen.query_one(LineInput).value = str(tmp_path / "other.json")
        await pilot.press("enter")
        await until(pilot, lambda: said.NEW[0] in flat(app))
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen) and "from the other machine" in text_of(app)


async def test_a_backup_now_and_back_to_it(home: Path) -> None:
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", "before", "", 5, None)
    app = make_app(journal)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("x", "5")
        await until(pilot, lambda: "Backed up:" in flat(app))
        walk(journal, "trial/only", "after", "", 5, None)
        assert len(pages.page(journal.store)) == 2
        name = bring_back.backups(journal.places)[0].path.name
        app.screen.query_one(Rows).choose(f"backup:{name}")
        await pilot.press("enter")
        assert said.RESTORE_AGAIN in flat(app)
        await pilot.press("enter")
        await until(pilot, lambda: "Restored:" in flat(app))
        assert [row.first_words for row in pages.page(journal.store)] == ["before"]
        assert len(bring_back.backups(journal.places)) == 2, "what was there is backed up"


async def test_the_screen_stays_live_and_work_can_be_stopped(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    going = threading.Event()

    def slow(journal: object, name: str, *, replace: bool, progress: take_away.Progress) -> list[str]:
        share = 0.0
        while True:
            going.wait(0.005)
            share = min(0.9, share + 0.001)
            progress(share)

    monkeypatch.setattr(take_away, "export", slow)
    app = make_app(make_journal(home, trial=True))
    async with app.run_test() as pilot:
        await pilot.press("x", "enter", "enter")
        await until(pilot, lambda: said.WRITING in flat(app) and "%" in flat(app))
        screen = app.screen
        assert isinstance(screen, TakeAwayScreen) and said.CANCEL in flat(app)
        before = screen.query_one(Rows).chosen
        await pilot.press("down")
        assert screen.query_one(Rows).chosen != before, "the screen answers meanwhile"
        await pilot.press("enter")
        assert app.screen is screen, "one piece of work at a time"
        await pilot.press("escape")
        await until(pilot, lambda: said.CANCELLED in flat(app))
        assert app.screen is screen
        await pilot.press("1", "enter")
        await until(pilot, lambda: "%" in flat(app))
    assert all(not thread.is_alive() for thread in threading.enumerate() if "_run" in thread.name), (
        "leaving stops it"
    )


async def test_a_damaged_file_says_where_and_changes_nothing(home: Path, tmp_path: Path) -> None:
    other = make_journal(tmp_path / "other", trial=True)
    walk(other, "trial/only", "from the other machine", "", 5, None)
    take_away.export(other, str(tmp_path / "cut.json"))
    (tmp_path / "cut.json").write_bytes((tmp_path / "cut.json").read_bytes()[:900])
    journal = make_journal(home, trial=True)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("x", "4")
        app.screen.query_one(LineInput).value = str(tmp_path / "cut.json")
        await pilot.press("enter")
        await until(pilot, lambda: "This file is damaged: line" in flat(app))
    assert pages.page(journal.store) == []
