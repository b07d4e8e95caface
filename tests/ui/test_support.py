"""Own people and the support plan on both pages: people first, the plan where it belongs, and how to make one."""

from __future__ import annotations

from pathlib import Path

from guide.words import help_now as said
from guide.words import support as words

from .helping import STEERING, flat, make_app, make_journal

PEOPLE = [{"name": "Sam", "how": "555 0100"}, {"name": STEERING}]


def planned(home: Path) -> None:
    journal = make_journal(home)
    sitting = journal.begin("signals-and-support")
    sitting.give(PEOPLE)
    sitting.give([{"sign": "I stop opening the post"}])
    sitting.stop()
    journal.close()


async def test_help_now_shows_people_before_the_lines_and_the_plan_before_the_card(home: Path) -> None:
    planned(home)
    app = make_app(make_journal(home))
    async with app.run_test(size=(80, 80)) as pilot:
        await pilot.press("f2")
        shown = flat(app)
        places = [
            shown.index(words)
            for words in (
                said.OWN_FIRST,
                "Sam, 555 0100",
                said.DIRECTORY[1],
                said.OWN_PLAN,
                said.FIRST_WEEKS_TITLE,
            )
        ]
        assert places == sorted(places)
        assert "[/ sad [red]oops[/red]" in shown and "My early signs I stop opening the post" in shown


async def test_help_now_says_nothing_where_there_is_no_plan(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test(size=(80, 80)) as pilot:
        await pilot.press("f2")
        assert said.OWN_FIRST not in flat(app) and said.OWN_PLAN not in flat(app)


async def test_support_shows_the_whole_plan(home: Path) -> None:
    planned(home)
    app = make_app(make_journal(home, trial=True), exercise="only")
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("f4", "f4", "7", "1")
        shown = flat(app)
        assert shown.index("Sam, 555 0100") < shown.index(said.OWN_PLAN) < shown.index(words.PRESCRIBER)
        assert words.NONE_YET.partition("}")[2] not in shown


async def test_support_says_which_exercise_makes_a_plan(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("f4", "f4", "7", "1")
        title = journal.library.find("signals-and-support").title
        assert words.NONE_YET.format(exercise=title) in flat(app)


async def test_a_copy_that_failed_is_said_at_home(home: Path) -> None:
    journal = make_journal(home)
    journal.places.support_path.mkdir()
    app = make_app(journal, exercise="signals-and-support")
    async with app.run_test(size=(80, 50)) as pilot:
        app.screen.sitting.give(PEOPLE)  # type: ignore[attr-defined]
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert words.NOT_COPIED in flat(app)
