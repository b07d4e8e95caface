"""Nothing that was typed is lost on the screen, and no key says the opposite of what was meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from guide.journal import look
from guide.journal.journal import Journal
from guide.store import derived, entries
from guide.ui.app import UnmutedApp
from guide.ui.base import LineInput, Words
from guide.ui.key_line import KeyLine
from guide.ui.screens.home import HomeScreen
from guide.words import stepping
from guide.words.notices import SKIP_LOSS

from .helping import flat, make_app, make_journal, text_of, type_words, until

SPANISH = """format: 1
id: paseo
version: "1"
title: Un paseo
language: es
exercises:
  - id: uno
    title: Uno
    steps:
      - {id: fue, kind: yes-no, prompt: Fue bien}
      - id: otros
        kind: list
        prompt: Otros
        record: {fue: {kind: yes-no, prompt: Fue bien}, que: {kind: short, prompt: Que}}
"""


def raw_of(app: UnmutedApp) -> Any:
    return app.screen._stage.current.current_raw()  # type: ignore[attr-defined]


def latest(journal: Journal) -> list[list[str]]:
    return [line.words for line in look.entry(journal, look.entries(journal, limit=1)[0].id).lines]


async def records(pilot: Pilot[None], app: UnmutedApp, *words: str) -> int:
    """Write records of then-now; return how often their words were asked about."""
    asked = 0
    for one in words:
        await type_words(pilot, "hid")
        await pilot.press("enter")
        await type_words(pilot, one)
        await pilot.press("enter")
        if stepping.NUDGE_WHY in flat(app):
            asked += 1
            await pilot.press("enter")
        await until(pilot, lambda: "Where or with whom  optional" in text_of(app))
        await pilot.press("enter")
    return asked


# -- going back --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cut", [False, True], ids=["on the way", "killed in between"])
async def test_half_a_list_stands_there_again_after_going_back(home: Path, cut: bool) -> None:
    journal = make_journal(home)
    app = make_app(journal, exercise="then-now")
    async with app.run_test() as pilot:
        await pilot.press("1")
        await type_words(pilot, "could not get up")
        await pilot.press("enter")
        await type_words(pilot, "ring An")
        await pilot.press("ctrl+b")
        assert "step 1" in text_of(app)
        if not cut:
            await pilot.press("enter")
            assert app.screen.query_one(LineInput).value == "ring An" and "could not get up" in flat(app)
    if cut:
        again = make_app(make_journal(home), exercise="then-now")
        async with again.run_test() as pilot:
            await pilot.pause()
            assert "step 1" in text_of(again)
            await pilot.press("1")
            assert again.screen.query_one(LineInput).value == "ring An" and "could not get up" in flat(again)


async def test_keys_typed_at_once_belong_to_the_step_that_is_left(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await type_words(pilot, "first")
        await pilot.press("enter")
        for key, character in (("o", "o"), ("n", "n"), ("e", "e"), ("ctrl+b", "\x02")):
            app.post_message(events.Key(key, character))
        await until(pilot, lambda: "step 1" in text_of(app))
        await pilot.pause()
        assert app.screen.query_one(LineInput).value == "first"
        assert entries.held(journal.store, journal.drafts()[0].id) == {"longer": "one"}
        await type_words(pilot, " of all")
        await pilot.press("enter")
        assert app.screen.query_one(Words).text == "one"


# -- skipping ----------------------------------------------------------------------------------------------


async def test_skipping_words_asks_and_any_other_key_stays(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await type_words(pilot, "half a tho")
        await pilot.press("ctrl+f")
        assert SKIP_LOSS in flat(app) and stepping.SKIP_KEYS in flat(app)
        await pilot.press("enter")
        assert SKIP_LOSS not in flat(app) and "step 1" in text_of(app)
        await pilot.press("f4", "u")
        assert SKIP_LOSS not in flat(app) and app.screen.query_one(LineInput).value == "half a thou"
        await type_words(pilot, "s")
        assert app.screen.query_one(LineInput).value == "half a thous"
        await pilot.press("f4", "s")
        assert "step 2" in text_of(app)
        await pilot.press("ctrl+b")
        assert app.screen.query_one(LineInput).value == "half a thous"
        await pilot.press("f4", "f4")
        assert "step 2" in text_of(app)
        await pilot.press("ctrl+t")
        assert isinstance(app.screen, HomeScreen)
    (row,) = look.entries(journal)
    lines = look.entry(journal, row.id).lines
    assert [(line.words, line.state) for line in lines if line.step == "thought"] == [
        (["left open"], "skipped"),
        (["half a thous"], look.UNFINISHED),
    ]


async def test_skipping_a_list_goes_on_with_its_records(home: Path) -> None:
    journal = make_journal(home)
    app = make_app(journal, exercise="then-now")
    async with app.run_test() as pilot:
        await pilot.press("1")
        assert await records(pilot, app, "ring Ann", "walk at noon") == 1
        await until(pilot, lambda: "Number 3" in text_of(app))
        await pilot.press("ctrl+f")
        await until(pilot, lambda: "step 3" in text_of(app))
        await pilot.press("q")
    assert sorted(item.label for item in derived.items(journal.store, "core/skills")) == [
        "hid -> ring Ann", "hid -> walk at noon",
    ]  # fmt: skip


async def test_a_letter_on_a_menu_skips_nothing(home: Path) -> None:
    journal = make_journal(home)
    sitting = journal.begin("then-now")
    sitting.give("yes")
    sitting.hold([{"fields": {"now": "ring Ann"}}])
    app = make_app(journal, exercise="then-now")
    async with app.run_test() as pilot:
        await pilot.press("up")
        assert stepping.CHANGE_HEAD in flat(app)
        assert "ctrl+f Skip" in text_of(app) and " s Skip" not in text_of(app)
        await type_words(pilot, "sbqmu")
        assert stepping.CHANGE_HEAD in flat(app)
        await pilot.press("1")
        await pilot.press("enter")
        assert app.screen.query_one(LineInput).value == "ring Ann"


# -- the quick log -----------------------------------------------------------------------------------------


async def test_l_b_7_4_is_what_it_says_after_an_l_b_that_was_left(home: Path) -> None:
    journal = make_journal(home)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "escape")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("l", "b", "7", "4")
        await until(pilot, lambda: "Saved. Both, 7, mood 4." in flat(app))
    assert [point.value for point in derived.points(journal.store, "core/flatness")] == [7]


async def test_a_digit_chooses_no_option_that_shows_a_letter(home: Path) -> None:
    journal = make_journal(home)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("l", "4", "7")
        assert "step 1" in text_of(app) and raw_of(app) is None
        await pilot.press("n")
        assert "Neither" in text_of(app) and "step 2" in text_of(app)


# -- yes in the language of the exercise -------------------------------------------------------------------


async def test_s_says_yes_in_spanish_and_skips_nothing(home: Path) -> None:
    pack = home / "uno.yaml"
    home.mkdir(exist_ok=True)
    pack.write_text(SPANISH, encoding="utf-8")
    journal = make_journal(home, named=(pack,))
    app = make_app(journal, exercise="uno")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[s] Yes" in text_of(app) and "s or n · Enter alone leaves it open" in flat(app)
        assert "ctrl+f Skip" in text_of(app)
        await pilot.press("s")
        await until(pilot, lambda: "step 2" in text_of(app))
        await pilot.press("s")
        await type_words(pilot, "todo")
        await pilot.press("enter", "ctrl+f")
        await until(pilot, lambda: "Saved." in text_of(app))
    assert latest(journal) == [["Yes"], ["Fue bien: Yes · Que: todo"]]


# -- small windows -----------------------------------------------------------------------------------------


async def test_the_way_out_of_a_list_is_in_sight_in_a_small_window(home: Path) -> None:
    journal = make_journal(home)
    sitting = journal.begin("then-now")
    sitting.give("yes")
    sitting.hold([{"fields": {"then": f"stayed in {n}", "now": f"went out {n}"}} for n in range(3)])
    app = make_app(journal, exercise="then-now")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await until(pilot, lambda: stepping.KEYS_LIST_EMPTY in flat(app))
        shown = text_of(app)
        assert "Skip" in shown and "Stop" in shown and "Help now" in shown
        assert "Then, as you remember it, I" in shown, "the question stands above its field"
        assert app.screen.query_one(LineInput).region.bottom < 19
        await type_words(pilot, "a")
        await pilot.press("enter")
        await until(pilot, lambda: "Enter: next" in flat(app) and "Now I" in text_of(app))


@pytest.mark.parametrize(
    ("width", "titles"), [(60, ["f Skip", "t Stop"]), (80, ["f Skip", "t Stop here", "b Back"])]
)
async def test_the_line_of_keys_keeps_the_ways_out(home: Path, width: int, titles: list[str]) -> None:
    app = make_app(make_journal(home, trial=True), exercise="only")
    async with app.run_test(size=(width, 20)) as pilot:
        await type_words(pilot, "a")
        await pilot.press("enter")
        await until(pilot, lambda: "step 2" in text_of(app))
        shown = app.screen.query_one(KeyLine).render().plain
        assert shown.startswith("F1 ctrl+o Help  F2 ctrl+g Help now  ")
        assert all(title in shown for title in titles)


# -- the one question --------------------------------------------------------------------------------------


async def test_records_after_the_first_are_not_asked_about_again(home: Path) -> None:
    app = make_app(make_journal(home), exercise="then-now")
    async with app.run_test() as pilot:
        await pilot.press("1")
        assert await records(pilot, app, "better", "stronger", "calmer") == 1
        assert "Number 4" in text_of(app)


# -- reading back ------------------------------------------------------------------------------------------


async def test_review_says_which_words_are_unfinished(home: Path) -> None:
    journal = make_journal(home, trial=True)
    sitting = journal.begin("only")
    sitting.hold("half a tho")
    sitting.skip(sure=True)
    sitting.give("a whole one")
    sitting.stop()
    app = make_app(journal)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("r", "enter")
        await until(pilot, lambda: "half a tho Typed and not kept as an answer yet." in flat(app))
        assert flat(app).index("left open") < flat(app).index("half a tho") < flat(app).index("a whole one")
