"""What the home screen in lines says beneath, and its words: support, medicine, week, one."""

from __future__ import annotations

from pathlib import Path

from guide.journal.home import card_read
from guide.journal.journal import Journal
from guide.words import home, support
from tests.journal.making import Clock, log, play
from tests.journal.making import journal as opened_at

from .talking import at_home


def desk(opened: Journal, *lines: str) -> str:
    """The transcript as one line with single spaces."""
    code, shown = at_home(opened, [*lines, "quit"])
    assert code == 0
    return " ".join(shown.split())


def read(folder: Path, clock: Clock) -> Journal:
    opened = opened_at(folder, clock)
    card_read(opened)
    return opened


def test_low_mood_is_one_line_with_the_word_that_leads_on(tmp_path: Path) -> None:
    clock = Clock("2026-11-19T10:00:00")
    opened = read(tmp_path, clock)
    for _ in range(5):
        log(opened, mood=2)
        clock.move(days=1)
    shown = desk(opened, "?", "support")
    assert "Mood was 3 or lower on 5 of the last 14 days. support: someone beside you." in shown
    assert home.LOW_MOOD_RULE in shown
    assert support.HEAD in shown and support.PHARMACIST in shown
    clock.move(days=1)
    assert "Mood was" not in desk(opened)


def test_support_is_a_word_at_any_time(tmp_path: Path) -> None:
    assert support.HEAD in desk(read(tmp_path, Clock()), "support")


def test_coming_back_is_one_line_and_medicine_notes_it(tmp_path: Path) -> None:
    clock = Clock("2026-10-12T10:00:00")
    opened = read(tmp_path, clock)
    log(opened)
    clock.move(days=30)
    shown = desk(opened, "medicine", "pause")
    assert "Has your medicine changed since 12 Oct? medicine: note it." in shown
    asked = next(
        one for one in opened.library.exercises() if any(step.get("mark") for step in one.data["steps"])
    )
    assert opened.library.say("core", asked.data["steps"][0]["prompt"]) in shown


def test_medicine_without_the_line_is_no_word(tmp_path: Path) -> None:
    from guide.words.plain import HOME_NOT

    assert HOME_NOT in desk(read(tmp_path, Clock()), "medicine")


def test_one_and_week_are_words(tmp_path: Path) -> None:
    opened = read(tmp_path, Clock("2026-11-17T10:00:00"))
    log(opened)
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": "rang Ann"}, {"now": "went out"}]})
    _, shown = at_home(opened, ["one", "week", "one", "quit"])
    assert shown.index("rang Ann") < shown.index("\nTue  both 7, mood 4\n") < shown.index("went out")
    assert "\nWed\nThu\nFri\nSat\nSun\nMon\nTue  both 7, mood 4\n" in shown
    hint = next(line for line in shown.splitlines() if line.startswith("Type a number"))
    assert "one, week, " in hint


def test_after_two_weeks_the_log_says_that_it_is_enough_for_a_page(tmp_path: Path) -> None:
    clock = Clock("2026-11-02T10:00:00")
    opened = read(tmp_path, clock)
    for _ in range(2):
        log(opened)
    clock.move(days=14)
    assert "Saved. Both, 7, mood 4. That is enough for a page; stop here if you like." in desk(
        opened, "1", "b", "7", "4", ""
    )


def test_after_not_now_the_next_one_stands_there_or_nothing(tmp_path: Path) -> None:
    opened = read(tmp_path, Clock("2026-11-17T10:00:00"))
    seen = []
    for _ in range(30):
        _, shown = at_home(opened, ["not now", "quit"])
        after = " ".join(shown.partition("> not now")[2].split())
        seen.append(after.partition("Next, if you like: ")[2].partition(". ")[0])
        if home.NOTHING_NEXT in after:
            break
    assert seen[-1] == "" and len(set(seen)) == len(seen) > 2
