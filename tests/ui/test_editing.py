"""One answer of an entry changed on the full screen: every kind, what stood there before, and what is half typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from guide.journal import look
from guide.journal.journal import Journal
from guide.store import pages
from guide.ui.screens.edit_answer import EditScreen, LeaveEditScreen
from guide.ui.screens.entry import EntryScreen
from guide.ui.screens.review import ReviewScreen
from guide.words import look as said
from guide.words import review as words
from tests.plain.talking import KINDS, newest, seeded, talk

from .helping import HOSTILE, STEERING, flat, make_app, make_journal, type_words, walk

EDITS: dict[str, tuple[list[str], str]] = {
    "a-choice": (["1"], "Red"),
    "a-choices": (["1"], "Deep blue"),
    "a-yes-no": (["n"], "No"),
    "a-scale": (["3"], "3 of 10"),
    "a-short": (["end", *"now"], "I rang my sister on Tuesdaynow"),
    "a-long": (["end", *"xy", "ctrl+n"], "third linexy"),
    "a-number": (["backspace", "9"], "7.9 minutes"),
    "a-date": ([*(["backspace"] * 30), *"2024-02"], "February 2024"),
    "a-grid": (["down", "3"], "calm"),
    "a-list": (["up", "1", "end", "x"], "stayed inx"),
    "a-pick": (["1"], "rang my sister"),
    "a-sentence": (["end", "x", "enter", "7"], "I went outx"),
    "a-plan": (["1", "end", "x"], "the phone ringsx"),
    "an-update": (["1", "backspace", "5"], "Where is walks: 5"),
    "a-rehearse": (["5", "enter", "enter", "4"], "4"),
}
"""Exercise -> keys typed in its step before Enter goes on, and a piece of what the answer says then."""


NOTHING_ASKED = ("a-text", "a-chart", "a-recall", "a-count")


def kept(home: Path, exercise: str) -> tuple[Journal, str]:
    """A journal with one entry of this exercise in it, answered as line mode's tests answer it."""
    journal = seeded(home)
    before, lines = KINDS[exercise]
    talk(journal, exercise, [*before, *lines, "", "", ""])
    return journal, str(newest(journal, exercise).id)


def answers(journal: Journal, entry: str) -> list[tuple[str, Any]]:
    """Every revision of the step, oldest first."""
    record = pages.entry(journal.store, entry)
    (step,) = [one for one in record.steps if one.step == "it"]
    return [(answer.state, answer.value) for answer, _ in step.answers]


async def opened(pilot: Pilot[None], journal: Journal, entry: str) -> None:
    """Open the entry, and its step for changing."""
    await pilot.app.push_screen(EntryScreen(journal, entry))
    await pilot.pause()
    await pilot.press("e")
    await pilot.pause()
    if not isinstance(pilot.app.screen, EditScreen):
        rows = [one.step for one in look.entry(journal, entry).lines]
        await pilot.press(str(rows.index("it") + 1))
        await pilot.pause()
    assert isinstance(pilot.app.screen, EditScreen), flat(pilot.app)  # type: ignore[arg-type]


@pytest.mark.parametrize("exercise", EDITS)
async def test_each_kind_is_changed_in_its_own_view(home: Path, exercise: str) -> None:
    journal, entry = kept(home, exercise)
    before = answers(journal, entry)
    app = make_app(journal)
    async with app.run_test(size=(100, 50)) as pilot:
        await opened(pilot, journal, entry)
        keys, piece = EDITS[exercise]
        await pilot.press(*keys)
        for _ in range(12):
            if isinstance(app.screen, EntryScreen):
                break
            await pilot.press("enter")
            await pilot.pause()
        assert piece in flat(app) and "1 earlier wording is kept." in flat(app)
    after = answers(journal, entry)
    assert after[:-1] == before and after[-1] != before[-1]


@pytest.mark.parametrize("exercise", [one for one in KINDS if one not in NOTHING_ASKED])
async def test_opening_and_leaving_changes_nothing_and_asks_nothing(home: Path, exercise: str) -> None:
    journal, entry = kept(home, exercise)
    before = pages.entry(journal.store, entry)
    app = make_app(journal)
    async with app.run_test(size=(100, 50)) as pilot:
        await opened(pilot, journal, entry)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, EntryScreen), flat(app)
    assert pages.entry(journal.store, entry) == before
    assert not [one for one in look.entry(journal, entry).lines if one.state == look.UNFINISHED]


async def test_one_round_of_several_is_put_right_and_keeps_its_time(home: Path) -> None:
    journal = seeded(home)
    sitting = journal.begin("a-rehearse")
    sitting.give([(sitting.view().step or {})["choices"][0]["item"]])
    times = (f"2026-11-23T19:5{minute}:00Z" for minute in range(3))
    rounds = [
        {"before": before, "said": True, "after": after, "way": "head", "at": next(times)}
        for before, after in ((9, 6), (7, 5), (4, 3))
    ]
    sitting.give({"rounds": rounds})
    entry = sitting.entry
    before = answers(journal, entry)[-1][1]["rounds"]
    assert [one["after"]["value"] for one in before] == [6, 5, 3]
    app = make_app(journal)
    async with app.run_test(size=(100, 50)) as pilot:
        await app.push_screen(EntryScreen(journal, entry))
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("3")  # the second round: the first row is what was picked
        await pilot.pause()
        assert isinstance(app.screen, EditScreen)
        await pilot.press("8", "enter", "1")
        await pilot.press("0", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    after = answers(journal, entry)[-1][1]["rounds"]
    assert [one["at"] for one in after] == [one["at"] for one in before]
    assert [after[0], after[2]] == [before[0], before[2]]
    assert (after[1]["before"]["value"], after[1]["after"]["value"]) == (8, 10)


async def test_what_is_half_typed_is_asked_about_and_kept_until_then(home: Path) -> None:
    journal = make_journal(home, trial=True)
    entry = walk(journal, "trial/only", "as it was", "", 5, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "enter", "e", "1")
        await pilot.pause()
        await type_words(pilot, " and half")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LeaveEditScreen)
        held = [one for one in look.entry(journal, entry).lines if one.state == look.UNFINISHED]
        assert [one.words for one in held] == [["as it was and half"]], "a cut here loses nothing"
        await pilot.press("escape")
        assert isinstance(app.screen, EditScreen) and "as it was and half" in flat(app)
        await pilot.press("escape", "2")
        await pilot.pause()
        assert isinstance(app.screen, EntryScreen)
        assert said.ENTRY_UNFINISHED_WORDS not in flat(app) and "and half" not in flat(app)


async def test_leaving_the_program_keeps_the_words_beside_the_entry(home: Path) -> None:
    journal = make_journal(home, trial=True)
    entry = walk(journal, "trial/only", "as it was", "", 5, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "enter", "e", "1")
        await pilot.pause()
        await type_words(pilot, " and half")
        screen = app.screen
        assert isinstance(screen, EditScreen)
        assert b"as it was and half" in (screen.typing() or b"")
        screen.keep()
    lines = look.entry(journal, entry).lines
    assert (lines[0].words, lines[1].words) == (["as it was"], ["as it was and half"])
    assert lines[1].state == look.UNFINISHED
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "enter", "e", "1")
        await pilot.pause()
        assert "as it was and half" in flat(app)
        await pilot.press("enter")
        await pilot.pause()
        assert said.ENTRY_UNFINISHED_WORDS not in flat(app)
    assert look.entry(journal, entry).lines[0].words == ["as it was and half"]


async def test_words_of_a_change_survive_the_end_of_the_terminal(home: Path) -> None:
    journal = make_journal(home, trial=True)
    entry = walk(journal, "trial/only", "as it was", "", 5, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "enter", "e", "1")
        await pilot.pause()
        await type_words(pilot, "!")
        assert isinstance(app.screen, EditScreen)
        saved = app.screen.typing()
    assert saved is not None
    journal.places.rescue_path.write_bytes(saved)
    journal.close()
    journal = make_journal(home, trial=True)
    assert not journal.places.rescue_path.exists()
    assert [one.words for one in look.entry(journal, entry).lines][:2] == [["as it was"], ["as it was!"]]


async def test_a_change_is_taken_back_and_a_problem_stays_on_the_screen(home: Path) -> None:
    journal, entry = kept(home, "a-number")
    before = look.entry(journal, entry).lines[0].words
    app = make_app(journal)
    async with app.run_test() as pilot:
        await opened(pilot, journal, entry)
        await pilot.press("home", "9", "9", "9", "9", "enter")
        await pilot.pause()
        assert isinstance(app.screen, EditScreen) and "300" in flat(app)
        await pilot.press("end", *(["backspace"] * 9), "4", "enter")
        await pilot.pause()
        assert isinstance(app.screen, EntryScreen)
        assert look.entry(journal, entry).lines[0].words == ["4 minutes"]
        await pilot.press("u")
        await pilot.pause()
        assert look.entry(journal, entry).lines[0].words == before
        await pilot.press("u")  # there is nothing more of its own to take back
        assert look.entry(journal, entry).lines[0].words == before


async def test_leaving_a_question_open_is_asked_once(home: Path) -> None:
    journal, entry = kept(home, "a-scale")
    app = make_app(journal)
    async with app.run_test() as pilot:
        await opened(pilot, journal, entry)
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert isinstance(app.screen, EditScreen)
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert isinstance(app.screen, EntryScreen) and "left open" in flat(app)


async def test_words_of_harm_are_answered_after_the_change(home: Path) -> None:
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", "a day", "", 5, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "enter", "e", "1")
        await pilot.pause()
        await type_words(pilot, " I want to die")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, EntryScreen)
        assert "F2" in flat(app) and "not safe" in flat(app) and "I want to die" in flat(app)


async def test_hostile_words_in_a_change_stand_as_they_are(home: Path) -> None:
    journal = make_journal(home, trial=True)
    entry = walk(journal, "trial/only", STEERING, "", 5, None)
    app = make_app(journal)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("r", "enter", "e")
        await pilot.pause()
        assert "[red]oops[/red]" in flat(app)
        await pilot.press("1")
        await pilot.pause()
        await type_words(pilot, "x")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, EntryScreen)
    assert look.entry(journal, entry).lines[0].words == [HOSTILE + "x"]


async def test_do_again_copy_and_save(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    journal = make_journal(home, trial=True)
    walk(journal, "trial/only", STEERING, "", 5, None)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("r", "enter", "c")
        assert words.COPIED.split(".")[0] in flat(app)
        assert "\\[red\\]oops" in app.clipboard and "\x1b" not in app.clipboard
        await pilot.press("s", "enter")
        await pilot.pause()
        file = tmp_path / words.FILE_NAME
        assert file.read_text("utf-8") == app.clipboard
        assert file.stat().st_mode & 0o777 == 0o600
        file.write_text("mine", "utf-8")
        await pilot.press("s", "enter")
        await pilot.pause()
        assert file.read_text("utf-8") == "mine" and "There is a file of that name: " in flat(app)
        await pilot.press("escape", "a")
        await pilot.pause()
        assert "step 1" in flat(app).lower()
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
