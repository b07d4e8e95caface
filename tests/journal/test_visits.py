"""What is suggested around a date that a person gave, through the real walk and store."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal.home import home, not_now
from guide.journal.journal import Journal
from tests.journal.making import Clock, journal, play

PACK = Path(__file__).parent / "visits.yaml"


@pytest.fixture
def clock() -> Clock:
    return Clock("2026-11-24T10:00:00")


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Journal:
    return journal(tmp_path, clock, named=(PACK,))


def suggested(opened: Journal) -> tuple[str, str]:
    """The first suggestion of this pack, as (exercise, why); others are put off."""
    for _ in range(20):
        found = home(opened).next
        if found is None:
            break
        if found.ref.startswith("visits/"):
            return found.ref.partition("/")[2], found.reason
        not_now(opened, found.ref)
    return "", ""


def test_a_date_that_was_given_is_gone_by_until_it_is_two_weeks_past(opened: Journal, clock: Clock) -> None:
    play(opened.begin("plan-visit"), {"day": "2026-12-16"})
    assert suggested(opened) == ("", "")
    clock.move(days=9)  # 3 December
    assert suggested(opened) == ("get-ready", "Why this one: Next visit, 16 Dec.")
    play(opened.begin("get-ready"), {"ask": "one thing"})
    assert suggested(opened) == ("", "")
    clock.move(days=13)  # the day itself
    assert suggested(opened) == ("", "")
    clock.move(days=1)
    assert suggested(opened) == ("write-down", "Why this one: Next visit was on 16 Dec.")
    clock.move(days=13)
    assert suggested(opened)[0] == "write-down"
    clock.move(days=1)
    assert suggested(opened) == ("", "")


def test_a_later_date_takes_the_place_of_an_earlier_one(opened: Journal, clock: Clock) -> None:
    play(opened.begin("plan-visit"), {"day": "2026-11-26"})
    assert suggested(opened)[0] == "get-ready"
    clock.move(minutes=1)
    play(opened.begin("plan-visit"), {"day": "2027-02-01"})
    assert suggested(opened) == ("", "")


def test_a_month_is_no_day(opened: Journal) -> None:
    play(opened.begin("plan-visit"), {"day": "2026-12"})
    assert suggested(opened) == ("", "")


def test_a_kept_date_reads_as_words_in_a_text(opened: Journal) -> None:
    play(opened.begin("plan-visit"), {"day": "2026-12-03"})
    sitting = opened.begin("plan-visit")
    sitting.skip()
    step = sitting.view().step
    assert step is not None and step["text"] == "It is on 3 December 2026 (as I remember it)."
