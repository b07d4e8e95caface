"""Home: the doors, one suggestion, what is unfinished, and the log in four keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import look
from guide.journal.journal import Journal
from guide.ui.screens.door import DoorScreen
from guide.ui.screens.exercise import ExerciseScreen
from guide.ui.screens.home import HomeScreen
from guide.ui.screens.notice import NoticeScreen
from guide.ui.screens.support import SupportScreen
from guide.words import home as said

from .helping import HOSTILE, STEERING, flat, make_app, make_journal, stand_at, text_of, walk


async def test_the_log_is_four_keys(home: Path) -> None:
    journal = make_journal(home)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "7", "4")
        assert "Saved. Both, 7, mood 4. [m] more [u] undo [q] quit" in flat(app)
        (row,) = look.entries(journal)
        assert [line.words for line in look.entry(journal, row.id).lines] == [
            ["Both"],
            ["7 of 10"],
            ["4 of 10"],
        ]
        await pilot.press("u")
        assert said.UNDONE in flat(app)
        assert look.entries(journal) == []


async def test_a_one_waits_for_a_nought_and_backspace_goes_back(home: Path) -> None:
    journal = make_journal(home)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "1")
        assert journal.drafts()
        await pilot.press("0", "backspace", "7", "4")
        (row,) = look.entries(journal)
        assert look.entry(journal, row.id).lines[1].words == ["7 of 10"]
        (old,) = look.entry(journal, row.id).lines[1].earlier
        assert old.words == ["10 of 10 (I feel nothing at all)"]


async def test_after_the_log_q_leaves_and_m_opens_more(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "7", "4", "m")
        assert isinstance(app.screen, ExerciseScreen) and app.screen._view.step is not None
        await pilot.press("escape", "l", "b", "7", "4", "q")
        await pilot.pause()
    assert app.return_code == 0


async def test_a_door_to_the_log_in_four_keys(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("1")
        assert isinstance(app.screen, DoorScreen)
        assert said.NEVER_DONE in flat(app) and "1 minute" in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ExerciseScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_door_with_one_exercise_begins_it_and_a_strangers_texts_are_literal(home: Path) -> None:
    app = make_app(make_journal(home, trial=True))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert HOSTILE in text_of(app)
        number = 1 + [door.ours for door in app._home.doors].index(False)
        await pilot.press(str(number))
        assert isinstance(app.screen, ExerciseScreen)
        assert "Only [/ this" in text_of(app) and "What [angry] thought" in text_of(app)


async def test_a_draft_comes_first_and_enter_goes_on(home: Path) -> None:
    journal = make_journal(home, trial=True)
    journal.begin("trial/only").give("my " + STEERING)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "You stopped at “Say more” in Only [/ this." in flat(app)
        assert "[Space] begin" in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ExerciseScreen)
        assert "my " + HOSTILE in flat(app), "the thought stays in view, literally"


async def test_not_now_takes_the_suggestion_away_for_today(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        seen = []
        while (found := app.screen.shown.next) is not None:
            assert found.title in text_of(app) and found.reason in flat(app)
            assert found.ref not in seen
            seen.append(found.ref)
            await pilot.press("n")
        assert seen and said.NOTHING_NEXT in flat(app)


async def test_what_is_missing_is_named_and_enter_goes_there(home: Path) -> None:
    journal = make_journal(home)
    needy = next(one for one in journal.library.exercises() if journal.lacking(one) is not None)
    app = make_app(journal, exercise=needy.ref)
    async with app.run_test() as pilot:
        await pilot.pause()
        maker = journal.made_by(needy)
        assert isinstance(app.screen, NoticeScreen) and maker is not None
        assert f"The exercise “{maker.title}” fills it." in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ExerciseScreen)
        assert app.screen.sitting.exercise.ref == maker.ref


async def test_a_broken_pack_is_named_once_and_the_rest_works(home: Path) -> None:
    for name in ("broken", "[bold]bad"):
        (home / "packs" / name).mkdir(parents=True)
        (home / "packs" / name / "pack.yaml").write_text("format: 1\nid: [\n", encoding="utf-8")
    app = make_app(make_journal(home, trial=True))
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        shown = flat(app)
        # The path may be broken over two lines.
        assert sum(one.startswith("broken:") for one in app._home.troubles) == 1
        assert shown.count("broken: ") == 1 and "[bold]bad: " in shown
        assert "packs check" in shown
        await pilot.press("l", "b", "7", "4")
        assert "Saved." in flat(app)


async def test_by_night_one_key_is_enough(home: Path) -> None:
    app = make_app(make_journal(home, at="2026-11-23T23:30:00Z"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.screen.has_class("-night") and app.theme == "unmuted-night"
        assert f"[e] {said.ENOUGH_TONIGHT}" in flat(app)
        await pilot.press("e")
        await pilot.pause()
    assert app.return_code == 0
    by_day = make_app(make_journal(home))
    async with by_day.run_test() as pilot:
        await pilot.press("e")
        assert said.ENOUGH_TONIGHT not in flat(by_day) and by_day.is_running
        assert by_day.theme == "unmuted-dark"


async def test_one_of_your_own_facts_in_turn(home: Path) -> None:
    journal = make_journal(home)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("o")
        assert "There is no fact of yours here yet. In “Then and now” you write some down." in flat(app)
    facts = [{"now": f"rang my sister {STEERING}"}, {"now": "fed the cat each day"}]
    walk(journal, "then-now", "yes", facts)
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("o")
        first = flat(app)
        await pilot.press("o")
        second = flat(app)
        assert {HOSTILE in first, HOSTILE in second} == {True, False}
        await pilot.press("escape", "o")
        assert flat(app) == first


async def test_after_the_log_enter_goes_home_and_b_back(home: Path) -> None:
    app = make_app(make_journal(home))
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "7", "4", "b")
        assert isinstance(app.screen, ExerciseScreen) and app.screen._view.step is not None
        await pilot.press("5")
        assert "Saved. Both, 7, mood 5." in flat(app)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)


def low_mood(home: Path) -> Journal:
    """A journal with low mood on five days up to 23 November."""
    journal = make_journal(home)
    for day in range(19, 24):
        stand_at(journal, f"2026-11-{day}T10:00:00Z")
        walk(journal, "muted-check", "both", 7, 3)
    return journal


async def test_low_mood_is_one_line_and_its_key_opens_support(home: Path) -> None:
    journal = low_mood(home)
    app = make_app(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Mood was 3 or lower on 5 of the last 14 days.  [s] someone beside you" in text_of(app)
        await pilot.press("f1")
        assert said.LOW_MOOD_RULE in flat(app)
        await pilot.press("escape", "s")
        assert isinstance(app.screen, SupportScreen)
    stand_at(journal, "2026-11-24T10:00:00Z")
    again = make_app(journal)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Mood was" not in text_of(again), "it comes once in two weeks"
        await pilot.press("s")
        assert isinstance(again.screen, SupportScreen), "the key opens the page at any time"


async def test_low_mood_behind_an_exercise_was_not_in_sight_yet(home: Path) -> None:
    journal = low_mood(home)
    app = make_app(journal, exercise="then-now")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen) and journal.state("low-mood") is None
        await pilot.press("escape")
        assert "Mood was 3 or lower" in text_of(app)
        await pilot.pause()
        assert journal.state("low-mood") is not None


async def test_coming_back_is_one_line_and_y_notes_it(home: Path) -> None:
    journal = make_journal(home, at="2026-10-12T10:00:00Z")
    walk(journal, "muted-check", "both", 7, 5)
    stand_at(journal, "2026-11-23T12:00:00Z")
    app = make_app(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Has your medicine changed since 12 Oct?  [y] note it" in text_of(app)
        await pilot.press("y")
        assert isinstance(app.screen, ExerciseScreen)
        assert any(step.get("mark") == "medicine" for step in app.screen.sitting.exercise.data["steps"])
    stand_at(journal, "2026-11-24T12:00:00Z")
    again = make_app(journal)
    async with again.run_test() as pilot:
        await pilot.press("y")
        assert isinstance(again.screen, HomeScreen), "without the line the key does nothing"


async def test_at_night_too_one_line_at_most_stands_beneath(home: Path) -> None:
    journal = make_journal(home, at="2026-10-12T10:00:00Z")
    walk(journal, "muted-check", "both", 7, 5)
    stand_at(journal, "2026-11-23T23:00:00Z")
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Has your medicine changed" in flat(app) and said.NIGHT not in flat(app)


async def test_a_long_door_opens_with_its_title_and_scrolls_to_its_last(home: Path) -> None:
    folder = home / "packs" / "five"
    folder.mkdir(parents=True)
    purpose = "Note in seconds which side of it is turned down, so that a pattern can be seen later."
    some = "".join(
        f"  - {{id: e-{n}, title: Number {n}, minutes: 3, purpose: '{purpose}', "
        "steps: [{id: a, kind: text, text: Hello}]}\n"
        for n in range(1, 6)
    )
    (folder / "pack.yaml").write_text(
        f'format: 1\nid: five\nversion: "1"\ntitle: Five things\nlanguage: en\nexercises:\n{some}',
        encoding="utf-8",
    )
    for size in ((80, 24), (60, 20)):
        app = make_app(make_journal(home))
        async with app.run_test(size=size) as pilot:
            await pilot.press("5")
            assert isinstance(app.screen, DoorScreen)
            await pilot.pause()
            assert "Five things" in text_of(app) and "> 1  Number 1" in text_of(app)
            await pilot.press("end")
            await pilot.pause()
            assert "> 5  Number 5" in text_of(app) and flat(app).count("seen later.") >= 3


async def test_after_two_weeks_the_log_says_that_it_is_enough_for_a_page(home: Path) -> None:
    journal = make_journal(home, at="2026-11-02T10:00:00Z")
    walk(journal, "muted-check", "both", 7, 3)
    walk(journal, "muted-check", "both", 7, 3)
    stand_at(journal, "2026-11-16T10:00:00Z")
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.press("l", "b", "7", "4")
        assert "Saved. Both, 7, mood 4." in flat(app)
        assert "That is enough for a page; stop here if you like." in text_of(app)


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_what_was_only_looked_at_is_not_offered_as_begun(home: Path, key: str) -> None:
    """Whichever way one leaves."""
    journal = make_journal(home)
    app = make_app(journal, exercise="name-it")
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
    assert journal.drafts() == []


async def test_a_draft_is_not_suggested_as_well_and_a_card_is_no_place_to_have_stopped(home: Path) -> None:
    journal = make_journal(home)
    first = make_app(journal)._home.next
    assert first is not None
    sitting = journal.begin(first.ref)
    sitting.give("both")
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert f"“{sitting.view().step['prompt']}” in {first.title}." in flat(app)  # type: ignore[index]
        assert app._home.next is None or app._home.next.ref != first.ref
    card = journal.begin("then-now")
    card.give("none")
    app = make_app(journal)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "You stopped in Then and now." in flat(app)
