"""The demo on the full screen: the line on home, the end of an exercise, help now."""

from __future__ import annotations

from guide.journal import demo
from guide.store.records import Stamp
from guide.ui.screens.home import HomeScreen
from guide.words import demo as words
from guide.words import help_now, preview

from .helping import flat, make_app


async def test_home_says_whose_month_it_is_and_nothing_is_called_saved() -> None:
    app = make_app(demo.opened(clock=lambda: Stamp("2026-11-23T12:00:00Z")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen) and words.LINE in flat(app), "no card to read first"
        await pilot.press("l", "b", "7", "4")
        assert preview.DONE in flat(app) and "Saved" not in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen) and words.LINE in flat(app)
        await pilot.press("p")
        await pilot.pause()
        assert "counted and drawn" in flat(app) and "An error" not in flat(app)


async def test_help_now_says_that_its_people_are_made_up_and_its_lines_are_not() -> None:
    app = make_app(demo.opened(clock=lambda: Stamp("2026-11-23T12:00:00Z")))
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        shown = flat(app)
        assert (
            words.PEOPLE in shown
            and help_now.HEAD_PREVIEW[1] in shown
            and "What you wrote is kept" not in shown
        )
        places = [
            shown.index(part)
            for part in (words.PEOPLE, "my brother Dan", "findahelpline.com", "I sleep on the sofa")
        ]
        assert places == sorted(places), "people first, then lines, then the rest of the plan"
        await pilot.press("c", "enter")
        await pilot.pause()
        assert words.PEOPLE in flat(app), "another country, the same page"
