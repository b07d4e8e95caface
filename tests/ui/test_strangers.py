"""Somebody else's pack on the full screen: marked in the program's own place, and help now in reach everywhere."""

from __future__ import annotations

from pathlib import Path

from guide.journal.origin import quoted
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.help_now import HelpNowScreen
from guide.words import notices

from .helping import flat, make_app, make_journal, text_of, type_words

PACK = Path(__file__).parents[1] / "journal" / "stranger.yaml"
TITLE = quoted("I feel flat”, from us")
WHOSE = f"From “{TITLE}”, not from us"


async def test_home_marks_the_door_and_the_suggestion(home: Path) -> None:
    journal = make_journal(home, named=(PACK,))
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.pause()
        rows = [line for line in text_of(app).splitlines() if "I feel flat" in line]
        assert rows[0].strip().endswith("I feel flat")
        assert rows[1].strip().endswith(f"5  “{TITLE}”, not from us")
        while app.screen.shown.next.ref != "stranger/every":  # type: ignore[attr-defined]
            assert WHOSE not in text_of(app)
            await pilot.press("n")
        assert WHOSE in text_of(app)


async def test_every_step_says_whose_it_is_and_the_first_one_has_the_fixed_line(home: Path) -> None:
    app = make_app(make_journal(home, named=(PACK,)))
    async with app.run_test() as pilot:
        await pilot.press("5")
        assert isinstance(app.screen, ExerciseScreen)
        assert f"{notices.MEDICINE_FIRST} {notices.MEDICINE}" in flat(app)
        lines = [line.strip() for line in text_of(app).splitlines() if line.strip()]
        assert lines[0] == "A look From “Unmuted”, ours, step 1 of 7" and lines[1] == WHOSE
        await pilot.press("h")
        for _ in range(6):
            assert WHOSE in text_of(app) and notices.MEDICINE not in flat(app)
            await pilot.press("f4")
            await pilot.pause()


async def test_help_now_opens_at_every_step_with_both_keys(home: Path) -> None:
    journal = make_journal(home, named=(PACK,))
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("5")
        seen = []
        while (step := app.screen._view.step) is not None:  # type: ignore[attr-defined]
            seen.append(step["id"])
            for key in ("f2", "ctrl+g"):
                await pilot.press(key)
                assert isinstance(app.screen, HelpNowScreen), (step["id"], key)
                await pilot.press("escape")
                assert isinstance(app.screen, ExerciseScreen)
            await pilot.press("f4")
            await pilot.pause()
        assert len(seen) == 7


async def test_an_option_may_have_the_sign_of_help_and_is_only_an_option(home: Path) -> None:
    journal = make_journal(home, named=(PACK,))
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("5", "question_mark")
        assert isinstance(app.screen, ExerciseScreen)
        assert app.screen._view.step["id"] == "two"  # type: ignore[index]
        await type_words(pilot, "help ?")
        assert isinstance(app.screen, ExerciseScreen)
        await pilot.press("f2")
        assert isinstance(app.screen, HelpNowScreen)


async def test_a_draft_of_a_pack_that_is_gone_goes_on(home: Path) -> None:
    journal = make_journal(home, named=(PACK,))
    journal.begin("stranger/every").give("a")
    journal.close()
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "You stopped at “Write” in A look From “Unmuted”, ours." in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ExerciseScreen)
        assert "no longer here" in flat(app)
        await type_words(pilot, "still here")
        await pilot.press("enter")
        await pilot.pause()
        assert "Saved." in flat(app)
