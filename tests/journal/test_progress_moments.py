"""Every part counts by the local day that is kept with an answer: clocks that change, journeys, a clock set wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.insight.texts import counted
from guide.journal import progress_spans
from guide.journal.journal import Journal
from guide.journal.progress import Part, progress
from guide.words import progress as words
from tests.journal.moving import FROM
from tests.journal.travelling import Local, Moment, everything, kept

# Each moment, and the local days in their order.
TIMES: dict[str, tuple[list[Moment], list[str]]] = {
    "the hour twice": (
        [("2026-10-25T00:30:00", 120), ("2026-10-25T01:30:00", 60), ("2026-10-26T12:00:00", 60)],
        ["2026-10-25", "2026-10-25", "2026-10-26"],
    ),
    "an hour less": (
        [("2027-03-27T23:30:00", 60), ("2027-03-28T21:30:00", 120), ("2027-03-28T22:30:00", 120)],
        ["2027-03-28", "2027-03-28", "2027-03-29"],
    ),
    "midnight": (
        [("2026-11-10T22:59:59", 60), ("2026-11-10T23:00:00", 60), ("2026-11-11T23:00:00", 60)],
        ["2026-11-10", "2026-11-11", "2026-11-12"],
    ),
    "leap day": (
        [("2028-02-28T22:59:00", 60), ("2028-02-28T23:00:00", 60), ("2028-02-29T23:00:00", 60)],
        ["2028-02-28", "2028-02-29", "2028-03-01"],
    ),
    "west over the date line": (
        [("2026-02-28T10:30:00", 840), ("2026-02-28T12:00:00", -600), ("2026-03-01T12:00:00", -600)],
        ["2026-02-28", "2026-03-01", "2026-03-01"],
    ),
    "just after it": (
        [("2026-02-26T22:00:00", 840), ("2026-02-28T10:30:00", 840), ("2026-02-28T12:00:00", -600)],
        ["2026-02-27", "2026-02-28", "2026-03-01"],
    ),
    "east over the date line": (
        [("2026-02-28T10:30:00", -600), ("2026-02-28T12:00:00", 840), ("2026-03-01T12:00:00", 840)],
        ["2026-02-28", "2026-03-01", "2026-03-02"],
    ),
}
WRONG: dict[str, list[Moment]] = {
    "ahead": [(f"2027-11-0{n}T12:00:00", 60) for n in range(3, 8)],
    "behind": [(f"2025-11-0{n}T12:00:00", 60) for n in range(3, 8)],
}
RIGHT: list[Moment] = [(f"2026-11-{n:02}T12:00:00", 60) for n in (1, 2, 10, 11)]


@pytest.fixture
def clock() -> Local:
    return Local()


@pytest.fixture
def opened(tmp_path: Path, clock: Local) -> Iterator[Journal]:
    yield from kept(tmp_path, clock)


def shown(opened: Journal, span: str) -> dict[str, Part]:
    """The parts that count what was noted, by a name each."""
    since, until = progress_spans.since(span, opened.clock().day), progress_spans.until(span, opened)
    found: dict[str, Part] = {}
    for part in progress(opened, since=since, until=until):
        found.setdefault(f"{part.kind} {part.title.removesuffix(FROM).strip()}", part)
    return found


def days_of(part: Part) -> list[str]:
    """The days of a part that draws numbers, as often as each holds one."""
    if part.kind == "ease":
        return [one["day"] for one in part.data["repetitions"]]
    return [one["day"] for one in part.data["days"] for _ in range(one["notes"])]


def assert_holds(found: dict[str, Part], days: list[str], before: int = 0) -> None:
    """Every kind of part holds exactly what was noted on these days; a measure's start lies among so many more."""
    notes, different = counted(len(days), words.NOTES), counted(len({*days}), words.DAYS)
    for name in ("line Flatness", "line Mood", "line Minutes outside", "line Effort: To the shop"):
        assert days_of(found[name]) == days, name
    rounds = found["ease To the shop"]
    assert days_of(rounds) == days and rounds.data["days"] == len({*days})
    assert found["ease Effort"].words[0].startswith(f"{len(days)} repetitions of 1 thing on {different}.")
    assert found["measures What I keep an eye on"].data["measures"][0]["notes"] == before + len(days)
    if "measures What I keep an eye on: Stairs" in found:
        assert days_of(found["measures What I keep an eye on: Stairs"]) == days
    grid = found["grid Today, beside how you felt before all this, as you remember it"]
    assert (grid.data["notes"], grid.data["days"]) == (len(days), len({*days}))
    mix = found["mix What did you do"]
    assert f"{notes} on {different}" in mix.words[0]
    assert sum(week["notes"] for week in mix.data["weeks"]) == (len(days) if len({*days}) > 2 else 0)
    assert found["words One word for it"].data["times"] == len(days)
    kept_ = found["items What I do differently"]
    assert (
        f"{counted(len(days), words.THINGS_KEPT)} " in kept_.words[0] and f"on {different}" in kept_.words[0]
    )
    assert sum(n for _, _, n in kept_.data["begun"]) == (len(days) if len({*days}) > 2 else 0)


@pytest.mark.parametrize("name", TIMES)
@pytest.mark.parametrize("span", ["4w", "all"])
def test_every_part_holds_every_day(opened: Journal, clock: Local, name: str, span: str) -> None:
    moments, days = TIMES[name]
    everything(opened, clock, moments)
    found = shown(opened, span)
    assert_holds(found, days)
    numbers = [one["number"] for one in found["ease To the shop"].data["repetitions"]]
    assert numbers == [1, 2, 3]
    levels = found["measures What I keep an eye on"].data["measures"][0]
    assert levels["now_day"] == days[-1]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_week_with_a_clock_set_wrong_is_under_all_and_in_no_range(
    opened: Journal, clock: Local, wrong: str
) -> None:
    moments = [*RIGHT[:2], *WRONG[wrong], *RIGHT[2:]]
    earlier = 0 if wrong == "ahead" else len(WRONG[wrong])
    everything(opened, clock, moments)
    assert_holds(shown(opened, "all"), sorted(utc[:10] for utc, _ in moments))
    for span in ("4w", "3m"):
        assert_holds(shown(opened, span), [utc[:10] for utc, _ in RIGHT], earlier)
    numbers = [one["number"] for one in shown(opened, "4w")["ease To the shop"].data["repetitions"]]
    assert numbers == [earlier + n for n in (1, 2, 3, 4)]


def test_the_calendar_of_days_holds_each_up_to_today(opened: Journal, clock: Local) -> None:
    everything(opened, clock, [*WRONG["ahead"], *RIGHT])
    (side,) = [part for part in progress(opened) if part.kind == "balance"]
    assert side.words[0].startswith("4 notes on 4 days.")
    assert Counter(side.data["strip"])["b"] == 4
