"""One exercise on the screen: what is given is kept, what is typed is held, and every way out keeps both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guide.errors import GuideError
from guide.journal import look
from guide.journal.journal import Journal
from guide.store import entries
from guide.ui.base import LineInput, Words
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.help_now import HelpNowScreen
from guide.ui.screens.home import HomeScreen
from guide.ui.screens.support import SupportScreen
from guide.words import home as home_words
from guide.words.notices import LEAVE_OPEN

from .helping import HOSTILE, STEERING, flat, make_app, make_journal, text_of, type_words, until, walk


def latest(journal: Journal) -> list[list[str]]:
    """The words of the newest entry."""
    return [line.words for line in look.entry(journal, look.entries(journal, limit=1)[0].id).lines]


async def test_a_whole_walk_with_one_step_at_a_time(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "step 1 of 4" in text_of(app) and "Any [b]words[/b]." in text_of(app)
        await type_words(pilot, "a [/ thought")
        await pilot.press("enter")
        assert "step 2 of 4" in text_of(app) and "What [angry] thought: a [/ thought" in text_of(app)
        await type_words(pilot, "one")
        await pilot.press("enter")
        await type_words(pilot, "two")
        await pilot.press("ctrl+n", "7")
        assert "That is all." in text_of(app) and "a [/ thought" in text_of(app)
        await pilot.press("enter")
        assert "Saved. [m] more [u] undo [Enter] home" in flat(app)
        await pilot.press("m", "y")
        assert "Saved. [u] undo [Enter] home" in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)
        assert latest(journal) == [["a [/ thought"], ["one", "two"], ["7 of 10"], ["Yes"]]
        assert journal.drafts() == []


async def test_going_on_empty_asks_once(home: Path) -> None:
    app = make_app(make_journal(home, trial=True), exercise="only")
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert LEAVE_OPEN in flat(app) and "step 1 of 4" in text_of(app)
        await pilot.press("enter")
        assert LEAVE_OPEN not in flat(app) and "step 2 of 4" in text_of(app)


async def test_back_skip_and_stop(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await type_words(pilot, "first")
        await pilot.press("enter", "f3")
        assert app.screen.query_one(LineInput).value == "first"
        await pilot.press("enter", "f4")
        assert "step 3 of 4" in text_of(app)
        await pilot.press("q")
        assert isinstance(app.screen, HomeScreen)
        (row,) = look.entries(journal)
        assert row.how == "stopped" and latest(journal)[:2] == [["first"], ["left open"]]


async def test_stopping_keeps_what_stands_half_typed(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await type_words(pilot, "half")
        await pilot.press("ctrl+t")
        assert latest(journal) == [["half"]]


@pytest.mark.parametrize("way", ["escape", "ctrl+q"])
async def test_leaving_in_the_middle_of_a_word_keeps_it(home: Path, way: str) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await type_words(pilot, "half a tho")
        await pilot.press(way)
        await pilot.pause()
    (draft,) = journal.drafts()
    assert entries.held(journal.store, draft.id) == {"thought": "half a tho"}
    again = make_app(journal)
    async with again.run_test() as pilot:
        await pilot.press("enter")
        assert again.screen.query_one(LineInput).value == "half a tho"


async def test_typed_words_are_held_while_typing(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await pilot.pause()
        await type_words(pilot, "word")
        entry = journal.drafts()[0].id
        await until(pilot, lambda: entries.held(journal.store, entry) == {"thought": "word"})


async def test_the_rescue_holds_the_field_being_typed_and_only_reads(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.rescue() is None
        await type_words(pilot, "wörd")
        await pilot.press("f2")
        monkeypatch.setattr(journal.store, "query", None)
        found = json.loads(app.rescue() or b"")
        assert (found["step"], found["raw"]) == ("thought", "wörd")
        assert found["entry"] and found["at"] > "2026"


def refuse(*_what: Any, **_more: Any) -> None:
    raise GuideError("The disk is full, so this is not kept yet.", "Make some room.")


@pytest.mark.parametrize("name", ["answer", "hold"])
async def test_a_store_that_takes_nothing_is_one_sentence_and_the_words_stay(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await pilot.pause()
        monkeypatch.setattr(entries, name, refuse)
        await type_words(pilot, "mine")
        if name == "answer":
            await pilot.press("enter")
        await until(pilot, lambda: "The disk is full" in flat(app))
        assert app.screen.query_one(LineInput).value == "mine"
        monkeypatch.undo()
        await pilot.press("enter")
        assert "step 2 of 4" in text_of(app)


async def test_a_journal_that_cannot_begin_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "begin", refuse)
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("l")
        assert "The disk is full" in flat(app) and "Make some room." in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)


async def test_words_of_self_harm_get_two_lines_above_the_next_step(home: Path) -> None:
    app = make_app(make_journal(home, trial=True), exercise="only")
    async with app.run_test() as pilot:
        await type_words(pilot, "i wanted to kill myself")
        assert "means you are not safe" not in flat(app) and "can mean you are not safe" not in flat(app)
        await pilot.press("enter")
        shown = flat(app)
        assert "can mean you are not safe" in shown and "F2 or ctrl+g: people to call" in shown
        assert shown.index("can mean you are not safe") < shown.index("Say more")
        await pilot.press("ctrl+n")
        assert "can mean you are not safe" not in flat(app)


async def test_offers_open_support_and_help_now_and_come_back(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await pilot.press("f4", "f4", "s", "1")
        assert isinstance(app.screen, SupportScreen)
        await pilot.press("escape", "2")
        assert isinstance(app.screen, HelpNowScreen)
        await pilot.press("escape", "3")
        assert "Saved." in flat(app)


async def test_an_offered_exercise_begins_in_place_of_this_one_which_is_kept(home: Path) -> None:
    journal = make_journal(home)
    app = make_app(journal, exercise="then-now")
    async with app.run_test() as pilot:
        await pilot.press("2")
        await type_words(pilot, "fed the cat each day")
        await pilot.press("enter")
        await until(pilot, lambda: _kind(app) == "text", 3) if _kind(app) == "text" else await pilot.press(
            "enter"
        )
        await until(pilot, lambda: _kind(app) == "text")
        await pilot.press("1")
        assert [row.exercise for row in look.entries(journal)] == ["core/then-now"]
        assert look.entries(journal)[0].how == "finished"
        assert _title(app) == "Build a sentence"
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


def _kind(app: Any) -> str:
    return str((app.screen._view.step or {}).get("kind", ""))


def _title(app: Any) -> str:
    return str(app.screen.sitting.exercise.title)


async def test_undo_takes_the_entry_back_and_enter_goes_home(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await pilot.press("f4", "f4", "7", "enter", "u")
        assert home_words.UNDONE in flat(app) and look.entries(journal) == []
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)


async def test_hostile_answers_are_shown_literally(home: Path) -> None:
    journal = make_journal(home, trial=True)
    sitting = journal.begin("trial/only")
    sitting.give(STEERING)
    sitting.hold("held " + STEERING)
    app = make_app(journal, exercise="only")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.screen.query_one(Words).text.startswith("held " + HOSTILE[:20])
        assert "thought: " + HOSTILE in flat(app)


async def test_early_keys_belong_to_the_next_step(home: Path) -> None:
    journal = make_journal(home, trial=True)
    app = make_app(journal, exercise="only")
    async with app.run_test() as pilot:
        await pilot.pause()
        # All at once: nothing is waited for in between.
        from textual import events

        for sign in "ab":
            app.post_message(events.Key(sign, sign))
        app.post_message(events.Key("enter", "\r"))
        for sign in "cd":
            app.post_message(events.Key(sign, sign))
        await until(pilot, lambda: "step 2" in text_of(app) and "cd" in text_of(app))
        assert journal.drafts() and "thought: ab" in text_of(app)


async def test_the_rows_of_the_log_do_not_jump(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("l")
        for words in ("Today so far", "How muted are your feelings: –", "And your mood, apart from that: –"):
            assert words in text_of(app)
        await pilot.press("n")
        assert "How muted" not in text_of(app)
        await pilot.press("backspace", "b")
        assert isinstance(app.screen, ExerciseScreen) and "How muted" in text_of(app)


async def test_after_a_strong_round_a_smaller_sentence_or_someone_to_talk_to(home: Path) -> None:
    journal = make_journal(home)
    walk(journal, "then-now", "yes", [{"now": "rang my sister on Tuesday"}], None)
    sitting = journal.begin("build-a-sentence")
    step = sitting.view().step
    assert step is not None
    sitting.give([step["choices"][0]["item"]])
    sitting.give({"text": "I rang my sister on Tuesday.", "believable": 7})
    sitting.stop()
    app = make_app(journal, exercise="rehearse")
    async with app.run_test() as pilot:
        await pilot.press("enter", "5", "enter", "enter", "9", "enter", "t")
        assert isinstance(app.screen, SupportScreen) and "old hurt" in flat(app)
        await pilot.press("escape")
        assert "That was strong." in flat(app)
        await pilot.press("s")
        assert _title(app) == "Build a sentence"
        assert look.entries(journal, limit=1)[0].exercise == "core/rehearse", "the round is kept"
        assert journal.state("last-way")
