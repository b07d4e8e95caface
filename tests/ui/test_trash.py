"""The trash on the full screen: bringing back, emptying with a typed word, backups, and deleting everything."""

from __future__ import annotations

from pathlib import Path

from guide.journal import changing, look
from guide.store import backup, derived
from guide.ui import commands
from guide.ui.screens.everything import GoneScreen
from guide.ui.screens.home import HomeScreen
from guide.ui.screens.review import ReviewScreen
from guide.ui.screens.trash import TrashScreen
from guide.ui.screens.typed_word import TypedWordScreen
from guide.ui.widgets.pages_list import PagesList
from guide.words import changing as said

from .helping import STEERING, flat, make_app, make_journal, type_words, walk


async def test_deleted_in_review_and_brought_back_in_the_trash(home: Path) -> None:
    journal = make_journal(home, trial=True)
    entry = walk(journal, "trial/only", STEERING, "", 5, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "d", "t")
        assert isinstance(app.screen, TrashScreen)
        assert "One entry is in the trash." in flat(app) and "[red]oops[/red]" in flat(app)
        await pilot.press("enter")
        assert "Back where it was" in flat(app) and app.screen.query_one(PagesList).chosen == ""
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.query_one(PagesList).chosen == entry


async def test_only_what_can_be_done_is_offered(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("r", "t")
        assert said.TRASH_EMPTY in flat(app)
        await pilot.press("enter", "r", "u", "e", "k")
        assert isinstance(app.screen, TrashScreen)
        keys = [one.keys.split(",")[0] for one in commands.of("trash")]
        assert keys == ["enter", "u", "e", "k", "x"]
        assert f"[x] {said.EVERYTHING_SHORT}" in flat(app) and said.EMPTY_IT not in flat(app)


async def test_the_last_deletion_is_undone_whole(home: Path) -> None:
    journal = make_journal(home, trial=True)
    for number in range(3):
        walk(journal, "trial/only", f"thought {number}", "", 5, None)
    changing.delete_exercise(journal, "trial/only")
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "t", "u")
        assert "Back where they were: 3 entries." in flat(app) and len(look.entries(journal)) == 3


async def test_emptying_takes_the_typed_word_and_then_names_the_backups(home: Path) -> None:
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", "quixotic", "", 5, None)
    made = backup.backup_if_due(journal.store, journal.places.backups, "2026-11-20")
    assert made is not None
    changing.delete(journal, *[row.id for row in look.entries(journal)])
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "t", "e")
        assert isinstance(app.screen, TypedWordScreen) and "One entry would be gone for good" in flat(app)
        await type_words(pilot, "yes")
        await pilot.press("enter")
        assert "another word" in flat(app) and changing.count(journal) == 1
        await pilot.press("escape")
        assert said.LEFT in flat(app) and changing.count(journal) == 1
        await pilot.press("e", "enter")
        assert said.LEFT in flat(app) and changing.count(journal) == 1
        await pilot.press("e")
        await type_words(pilot, "Delete")
        await pilot.press("enter")
        assert "Really gone: one entry" in flat(app) and "2026-11-20" in flat(app)
        assert made.exists()
        await pilot.press("escape", "t")  # it is offered when one comes back, too
        await pilot.press("k")
        await type_words(pilot, "delete")
        await pilot.press("enter")
        assert "One backup was removed." in flat(app) and not made.exists()


async def test_everything_takes_another_word_and_ends_the_program(home: Path) -> None:
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", "quixotic", "", 5, None)
    app = make_app(journal)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("r", "t", "x")
        assert "your settings and packs" in flat(app)
        await type_words(pilot, "delete")
        await pilot.press("enter")
        assert journal.places.store_path.exists()
        await type_words(pilot, "everything")
        await pilot.press("enter")
        assert isinstance(app.screen, GoneScreen) and not journal.places.store_path.exists()
        await pilot.press("f2", "escape", "o", "r", "l")
        assert isinstance(app.screen, GoneScreen)
        await pilot.press("escape")
    assert app.return_code == 0 and not app.is_running
    journal.close()
    left = [path.name for path in home.rglob("*") if path.is_file() and "cache" not in path.parts]
    assert left == ["pack.yaml"]
    again = make_app(make_journal(home, card_read=False))
    async with again.run_test() as pilot:
        assert not isinstance(again.screen, HomeScreen)  # the first card, as on the first day


async def test_an_item_in_other_words_from_its_list(home: Path) -> None:
    journal = make_journal(home)
    walk(journal, "then-now", "yes", [{"now": "ring An"}])
    (made,) = derived.items(journal.store, "core/skills")
    app = make_app(journal)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("g", "enter", "e")
        assert flat(app).count(said.REWORD_PROMPT) == 1
        await pilot.press("escape")
        assert derived.items(journal.store, "core/skills") == [made]
        await pilot.press("e", "enter")  # the first field stays as it is
        await type_words(pilot, "n")
        await pilot.press("enter", "enter")
        assert said.REWORDED_KEPT in flat(app) and "ring Ann" in flat(app)
    (now,) = derived.items(journal.store, "core/skills")
    assert (now.id, now.fields["now"], now.versions) == (made.id, "ring Ann", 2)
    changing.undo(journal)
    assert derived.items(journal.store, "core/skills")[0].fields["now"] == "ring An"
