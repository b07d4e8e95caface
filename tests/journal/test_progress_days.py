"""The local day is kept with the entry: clocks that change, journeys, midnight, leap days, a clock set wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.journal import progress_spans
from guide.journal.journal import Journal
from guide.journal.progress import Part, progress
from guide.store import pages
from tests.journal.travelling import Local, kept, noted


@pytest.fixture
def clock() -> Local:
    return Local()


@pytest.fixture
def opened(tmp_path: Path, clock: Local) -> Iterator[Journal]:
    yield from kept(tmp_path, clock)


def flatness(opened: Journal, since: str = "") -> Part:
    (found,) = [part for part in progress(opened, since=since) if part.title == "Flatness"]
    return found


def days(opened: Journal, since: str = "") -> list[tuple[str, int]]:
    return [(one["day"], one["notes"]) for one in flatness(opened, since).data["days"]]


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        # The clock goes back on 25 October 2026, a day of 25 hours, and on again on 28 March 2027.
        ([("2026-10-24T22:30:00", 120), ("2026-10-25T22:30:00", 60)], [("2026-10-25", 2)]),
        ([("2026-10-25T00:30:00", 120), ("2026-10-25T01:30:00", 60)], [("2026-10-25", 2)]),
        ([("2027-03-27T23:30:00", 60), ("2027-03-28T21:30:00", 120)], [("2027-03-28", 2)]),
        # Over the ocean and back: the day is the one on the person's own clock.
        ([("2026-11-10T22:30:00", 60), ("2026-11-11T04:00:00", -300)], [("2026-11-10", 2)]),
        (
            [("2026-11-10T11:00:00", -600), ("2026-11-10T12:00:00", 780)],
            [("2026-11-10", 1), ("2026-11-11", 1)],
        ),
        ([("2026-11-10T22:59:59", 60), ("2026-11-10T23:00:00", 60)], [("2026-11-10", 1), ("2026-11-11", 1)]),
        ([("2028-02-28T23:00:00", 60), ("2028-02-29T22:59:59", 60)], [("2028-02-29", 2)]),
        ([("2027-12-31T22:59:59", 60), ("2027-12-31T23:00:00", 60)], [("2027-12-31", 1), ("2028-01-01", 1)]),
    ],
    ids=["autumn", "the hour twice", "spring", "west", "date line", "midnight", "leap day", "new year"],
)
def test_a_note_stands_on_the_day_of_the_persons_clock(
    opened: Journal, clock: Local, moments: list[tuple[str, int]], expected: list[tuple[str, int]]
) -> None:
    noted(opened, clock, *moments)
    assert days(opened) == expected
    assert [row.day for row in pages.page(opened.store)] == [
        day for day, n in reversed(expected) for _ in range(n)
    ]
    assert days(opened, expected[-1][0]) == expected[-1:]


def test_a_range_of_four_weeks_holds_its_leap_day(opened: Journal, clock: Local) -> None:
    noted(
        opened, clock, ("2028-02-28T12:00:00", 60), ("2028-02-29T12:00:00", 60), ("2028-03-27T12:00:00", 120)
    )
    since = progress_spans.since("4w", clock().day)
    assert since == "2028-02-29"
    assert days(opened, since) == [("2028-02-29", 1), ("2028-03-27", 1)]


def test_a_week_with_the_clock_a_year_behind(opened: Journal, clock: Local) -> None:
    noted(opened, clock, *((f"2026-11-0{n}T12:00:00", 60) for n in range(1, 4)))
    noted(opened, clock, *((f"2025-11-0{n}T12:00:00", 60) for n in range(4, 8)), strength=2)
    noted(opened, clock, *((f"2026-11-{n}T12:00:00", 60) for n in range(11, 14)))
    lately = flatness(opened, progress_spans.since("4w", clock().day))
    assert lately.data["notes"] == 6 and "each 7" in lately.words[0]
    every = flatness(opened)
    assert every.data["notes"] == 10 and "from 2 to 7" in every.words[0]
    assert any("more than seven days" in line for line in every.words)


def test_a_week_with_the_clock_a_month_ahead(opened: Journal, clock: Local) -> None:
    noted(opened, clock, *((f"2026-12-0{n}T12:00:00", 60) for n in range(4, 8)), strength=2)
    noted(opened, clock, *((f"2026-11-0{n}T12:00:00", 60) for n in range(5, 9)))
    part = flatness(opened)
    assert part.data["notes"] == 8 and "the latest 2 on 7 Dec" in part.words[0]
    (balance,) = [one for one in progress(opened) if one.kind == "balance"]
    assert balance.words[0].startswith("4 notes on 4 days"), "the calendar ends today"
    assert part.marks is not None and len(part.marks()) == 8


def test_a_change_of_offset_moves_no_earlier_day(opened: Journal, clock: Local) -> None:
    noted(opened, clock, ("2026-11-10T22:30:00", 60))
    clock.at("2026-11-20T12:00:00", -600)
    assert days(opened) == [("2026-11-10", 1)]
