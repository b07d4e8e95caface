"""The first five minutes: the card once, then what brings a person here (care rule 20)."""

from __future__ import annotations

from pathlib import Path

from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.first import FirstScreen
from guide.ui.screens.home import HomeScreen
from guide.words import first as said

from .helping import flat, make_app, make_journal, type_words


async def test_the_card_names_what_this_is_and_the_key_for_people_to_call(home: Path) -> None:
    app = make_app(make_journal(home, card_read=False))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, FirstScreen)
        for paragraph in said.CARD:
            assert paragraph in flat(app)
        assert "F2 or ctrl+g: people to call" in flat(app)


async def test_flat_leads_to_the_log_in_two_keys(home: Path) -> None:
    journal = make_journal(home, card_read=False, at="2026-11-23T20:00:00Z")
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert said.ASK_NIGHT in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ExerciseScreen)
        log = journal.library.with_role("quick-log")
        assert log is not None and app.screen.sitting.exercise.ref == log.ref
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_every_door_begins_something_that_needs_nothing_written_before(home: Path) -> None:
    journal = make_journal(home, card_read=False)
    doors = [one for one in make_app(journal)._home.doors if one.ours and one.exercises]
    assert len(doors) == 4
    begun: list[str] = []
    for number, door in enumerate(doors):
        app = make_app(make_journal(home / str(number), card_read=False))
        async with app.run_test() as pilot:
            await pilot.press("enter", *["down"] * number, "enter")
            assert isinstance(app.screen, ExerciseScreen), door.id
            begun.append(app.screen.sitting.exercise.ref)
    assert begun[:3] == ["core/muted-check", "core/then-now", "core/then-now"], (
        "the third door needs a fact first"
    )
    assert begun[3] == doors[3].exercises[0].ref, "what stands first behind the last door needs nothing"


async def test_let_me_look_goes_home_and_the_card_does_not_come_again(home: Path) -> None:
    journal = make_journal(home, card_read=False)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", "end", "enter")
        assert isinstance(app.screen, HomeScreen)
        assert journal.drafts() == []
    again = make_app(journal)
    async with again.run_test() as pilot:
        await pilot.pause()
        assert isinstance(again.screen, HomeScreen)


async def test_the_card_stands_before_an_exercise_named_on_the_command_line_too_and_once(home: Path) -> None:
    journal = make_journal(home, trial=True, card_read=False)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert said.CARD[0] in flat(app)
        assert journal.drafts() == [], "nothing is begun behind it"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
    again = make_app(journal, exercise="only")
    async with again.run_test() as pilot:
        await pilot.pause()
        assert isinstance(again.screen, ExerciseScreen)


async def test_escape_on_the_card_leaves_it_unread(home: Path) -> None:
    journal = make_journal(home, card_read=False)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
    assert make_app(journal)._home.first


async def test_i_feel_flat_is_five_keys_from_the_card(home: Path) -> None:
    journal = make_journal(home, card_read=False)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", "1", "b", "7", "4")
        assert "Saved. Both, 7, mood 4." in flat(app)


async def test_was_any_of_it_me_is_twelve_keys_and_one_typed_line_from_the_card(home: Path) -> None:
    """One pair, then Enter makes a sentence of it, and it stands there to be said once."""
    journal = make_journal(home, card_read=False)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", "2", "1", "enter")
        await type_words(pilot, "ring my sister on Sundays")
        await pilot.press("enter", "enter", "enter", "enter")  # the change, where it was, and no second one
        await pilot.press("enter", "enter", "enter", "enter")  # build, this fact, this sentence, no rating
        shown = flat(app)
        assert "The medicine may have made room. I ring my sister on Sundays." in shown
        assert "Your sentence is kept." in shown
