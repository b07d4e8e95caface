"""Which day a note on the page belongs to: the local one where it was written, through clock changes and journeys."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal import page, page_file
from guide.journal.journal import Journal
from guide.journal.page_choices import remembered
from guide.report import text

from .making import Clock, journal, log, play
from .page_parts import whole

EAST, WEST = 14 * 60, -10 * 60
SUMMER, WINTER = 120, 60


@pytest.fixture
def clock() -> Clock:
    return Clock("2026-11-02T10:00:00")


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Journal:
    return whole(journal(tmp_path / "home", clock))


def on(opened: Journal, first: str, last: str = "") -> str:
    """The page over these days in one line."""
    choices = page_file.with_days(remembered(opened), first, last or first)
    return " ".join(" ".join(text.lines(page.page(opened, choices))).split())


@pytest.mark.parametrize("offset", [0, SUMMER, EAST, WEST, -570, 345])
def test_a_note_beside_midnight_belongs_to_its_local_day(opened: Journal, clock: Clock, offset: int) -> None:
    clock.set("2026-11-01T23:59:00", offset)
    clock.move(minutes=-offset)
    log(opened, strength=3)
    clock.move(minutes=1)
    log(opened, strength=9)
    assert "1 note on 1 of 1 day, 1 Nov 2026." in on(opened, "2026-11-01") and ": 3 on 1 Nov." in on(
        opened, "2026-11-01"
    )
    assert "1 note on 1 of 1 day, 2 Nov 2026." in on(opened, "2026-11-02") and ": 9 on 2 Nov." in on(
        opened, "2026-11-02"
    )
    assert "No notes in 1 day" in on(opened, "2026-10-31")


def test_a_leap_day_is_a_day(opened: Journal, clock: Clock) -> None:
    for day in ("2028-02-28", "2028-02-29", "2028-03-01"):
        clock.set(f"{day}T20:00:00")
        log(opened)
    assert "3 notes on 3 of 3 days, 28 Feb to 1 Mar 2028." in on(opened, "2028-02-28", "2028-03-01")
    assert ": 7 on 29 Feb." in on(opened, "2028-02-29")
    assert "Without a note: 1 day." in on(opened, "2028-02-27", "2028-03-01")


def test_the_hour_that_comes_twice_and_the_hour_that_is_missing_move_no_note(
    opened: Journal, clock: Clock
) -> None:
    clock.set("2026-10-24T21:30:00", SUMMER)  # 23:30 on Saturday
    log(opened, strength=1)
    for at, offset in (
        ("2026-10-25T00:30:00", SUMMER),
        ("2026-10-25T01:30:00", WINTER),
        ("2026-10-25T22:30:00", WINTER),
    ):
        clock.set(at, offset)  # 2:30 twice, then 23:30 on Sunday
        log(opened, strength=5)
    assert "3 notes on 1 of 1 day, 25 Oct 2026." in on(opened, "2026-10-25")
    assert ": 1 on 24 Oct." in on(opened, "2026-10-24") and ": 5 on 25 Oct (middle of 3)." in on(
        opened, "2026-10-25"
    )
    for at, offset in (
        ("2027-03-28T00:30:00", WINTER),
        ("2027-03-28T01:30:00", SUMMER),
        ("2027-03-28T21:59:00", SUMMER),
    ):
        clock.set(at, offset)  # 1:30, 3:30 and 23:59 on the day with 23 hours
        log(opened)
    assert "3 notes on 1 of 1 day, 28 Mar 2027." in on(opened, "2027-03-28")
    assert "No notes" in on(opened, "2027-03-27") and "not come yet" in on(opened, "2027-03-29")


def test_over_the_date_line_to_the_west_a_day_is_lived_twice(opened: Journal, clock: Clock) -> None:
    clock.set("2026-02-28T10:30:00", EAST)  # half past midnight on 1 March
    log(opened, strength=3)
    clock.set("2026-02-28T12:00:00", WEST)  # two in the night of 28 February
    log(opened, strength=9)
    assert ": 9 on 28 Feb." in on(opened, "2026-02-28"), "the page is made on 28 February here"
    shown = on(opened, "2026-02-20", "2026-03-01")
    assert "2 notes on 2 of 10 days, 20 Feb to 1 Mar 2026." in shown and "middle 6, from 3 to 9" in shown
    clock.set("2026-03-01T20:00:00", WEST)  # 1 March once more
    log(opened, strength=5)
    assert ": 4 on 1 Mar (middle of 2, from 3 to 5)." in on(opened, "2026-03-01")


def test_over_the_date_line_to_the_east_a_day_is_left_out(opened: Journal, clock: Clock) -> None:
    clock.set("2026-03-01T08:00:00", WEST)  # 28 February, ten at night
    log(opened, strength=3)
    clock.set("2026-03-01T12:00:00", EAST)  # 2 March, two in the night
    log(opened, strength=9)
    shown = on(opened, "2026-02-28", "2026-03-02")
    assert "2 notes on 2 of 3 days" in shown and "Without a note: 1 day." in shown
    assert "No notes in 1 day" in on(opened, "2026-03-01")


@pytest.mark.parametrize("wrong", [30, -400])
def test_notes_of_a_week_with_a_wrong_clock_stand_where_it_put_them(
    opened: Journal, clock: Clock, wrong: int
) -> None:
    log(opened, strength=2)
    clock.move(days=wrong)
    for _ in range(7):
        log(opened, strength=8)
        clock.move(days=1)
    clock.set("2026-11-10T10:00:00")
    log(opened, strength=4)
    usual = on(opened, "2026-10-14", "2026-11-10")
    assert "2 notes on 2 of 28 days" in usual and "from 2 to 4" in usual, "what lies elsewhere is not counted"
    if wrong > 0:
        ahead = on(opened, "2026-11-01", "2027-12-31")
        assert "9 notes on 9 of 38 days, 1 Nov to 8 Dec 2026." in ahead, (
            "up to the latest note, and no further"
        )
    else:
        early = on(opened, "2025-01-01", "2026-11-10")
        assert "9 notes on 9 of" in early and "to 10 Nov 2026." in early


def test_days_to_come_are_not_without_a_note(opened: Journal) -> None:
    log(opened)
    assert "1 note on 1 of 2 days, 1 Nov to 2 Nov 2026." in on(opened, "2026-11-01", "2026-12-31")


def test_medicine_with_a_date_to_come_stands_there(opened: Journal) -> None:
    event = [
        {"what": "sertraline", "dose": "50 mg", "change": "start", "date": "2026-12-01"},
        {"what": "venlafaxine", "dose": "75 mg", "change": "start", "date": "2026-10-05"},
    ]
    play(opened.begin("medicine-line"), {"event": event})
    shown = on(opened, "2026-10-10", "2026-11-02")
    assert "sertraline: 50 mg, started (from 1 Dec)." in shown and "None noted" not in shown
    assert "Last change of medicine with a date: venlafaxine 75 mg, started (5 Oct)." in shown


@pytest.mark.parametrize("last", ["9999-12-31", "0001-01-01"])
def test_the_first_and_the_last_day_of_the_calendar_are_days(opened: Journal, last: str) -> None:
    log(opened)
    choices = remembered(opened, "", last)
    shown = " ".join(" ".join(text.lines(page.page(opened, choices))).split())
    wanted = (
        "1 note on 1 of 28 days, 6 Oct to 2 Nov 2026." if last > "2026" else "No notes in 1 day, 1 Jan 1."
    )
    assert wanted in shown
