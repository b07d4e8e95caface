"""The one line beneath home, and what is asked of nobody who comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import home as home_
from guide.journal import look
from guide.journal.beneath import COMING_BACK, LOW_MOOD, stood
from guide.journal.journal import Journal
from guide.store import entries
from tests.journal.making import Clock, journal, log, play


@pytest.fixture
def clock() -> Clock:
    return Clock("2026-10-08T10:00:00")


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Journal:
    return journal(tmp_path, clock)


def line(opened: Journal) -> tuple[str, str]:
    """(kind, words) of the line beneath, which is in sight from now on."""
    found = home_.home(opened).beneath
    if found is None:
        return "", ""
    stood(opened, found)
    return found.kind, found.text


def low(opened: Journal, clock: Clock, days: int = 5) -> None:
    """Low mood, noted on this many days; the clock stands on the last of them."""
    for day in range(days):
        clock.move(days=day > 0)
        log(opened, mood=3)


LOW = (LOW_MOOD, "Mood was 3 or lower on 5 of the last 14 days.")


def test_low_mood_is_named_once_in_two_weeks(opened: Journal, clock: Clock) -> None:
    low(opened, clock, days=4)
    assert line(opened) == ("", "")
    clock.move(days=1)
    log(opened, mood=3)
    assert line(opened) == LOW
    clock.move(hours=5)
    assert line(opened) == LOW, "it stays for the day"
    for _ in range(13):
        clock.move(days=1)
        log(opened, mood=2)
        assert line(opened) == ("", "")
    clock.move(days=1)
    assert line(opened)[0] == LOW_MOOD


def test_low_mood_that_was_never_in_sight_is_still_to_be_named(opened: Journal, clock: Clock) -> None:
    low(opened, clock)
    assert home_.home(opened).beneath is not None
    clock.move(days=1)
    assert line(opened) == LOW


def test_low_mood_of_somebody_elses_pack_is_not_ours_to_name(tmp_path: Path, clock: Clock) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(
        'format: 1\nid: other\nversion: "1"\ntitle: Another\nlanguage: en\n'
        "series: {gloom: {title: Gloom, role: mood, range: {min: 0, max: 10}}}\n"
        "exercises: [{id: x, title: X, steps: [{id: a, kind: scale, prompt: How, track: gloom}]}]\n"
    )
    opened = journal(tmp_path / "home", clock, named=(other,))
    for _ in range(6):
        clock.move(days=1)
        play(opened.begin("other/x"), {"a": 0})
    assert line(opened) == ("", "")


def test_cannot_tell_is_no_low_mood(opened: Journal, clock: Clock) -> None:
    for _ in range(6):
        clock.move(days=1)
        play(opened.begin("muted-check"), {"side": "both", "strength": 10, "mood": "cannot-tell"})
    assert line(opened) == ("", "")


BACK = (COMING_BACK, "Has your medicine changed since 8 Oct?")


def test_after_two_weeks_home_asks_about_the_medicine_on_one_day_only(opened: Journal, clock: Clock) -> None:
    log(opened)
    clock.move(days=13)
    assert line(opened) == ("", "")
    clock.move(days=1)
    assert line(opened) == BACK
    clock.move(hours=3)
    assert line(opened) == BACK
    clock.move(days=1)
    assert line(opened) == ("", ""), "it was there for this return"
    clock.move(days=40)
    assert line(opened) == ("", "")


def test_an_entry_ends_it_and_the_next_stretch_asks_again(opened: Journal, clock: Clock) -> None:
    log(opened)
    clock.move(days=20)
    assert line(opened) == BACK
    log(opened)
    assert line(opened) == ("", "")
    clock.move(days=14)
    assert line(opened) == (COMING_BACK, "Has your medicine changed since 28 Oct?")


def test_it_begins_the_exercise_that_puts_medicine_on_the_timeline(opened: Journal, clock: Clock) -> None:
    log(opened)
    clock.move(days=20)
    found = home_.home(opened).beneath
    assert found is not None
    steps = opened.library.find(found.exercise).data["steps"]
    assert any(step.get("mark") == "medicine" for step in steps)


def test_without_such_an_exercise_nothing_is_asked(
    opened: Journal, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(opened)
    clock.move(days=20)
    monkeypatch.setattr(opened.library, "named_by_role", lambda *_, **__: [])
    assert line(opened) == ("", "")


def test_a_new_person_is_asked_nothing(opened: Journal) -> None:
    assert line(opened) == ("", "")


@pytest.mark.parametrize("typed", [False, True])
def test_an_old_draft_rests_in_review_on_the_day_it_was_left(
    tmp_path: Path, clock: Clock, typed: bool
) -> None:
    opened = journal(tmp_path, clock)
    sitting = opened.begin("muted-check")
    sitting.give("both")
    if typed:
        clock.move(minutes=3)
        entries.hold(opened.store, sitting.entry, "strength", "7", at=clock().utc)
    opened.close()
    clock.move(days=20)
    again = journal(tmp_path, clock)
    assert again.drafts() == []
    (row,) = look.entries(again)
    assert (row.day, row.how) == ("2026-10-08", "stopped")
    seen = home_.home(again)
    assert seen.doors[0].exercises[0].last == "2026-10-08"
    assert line(again) == BACK, "nothing was done today"
