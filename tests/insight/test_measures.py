"""Measures beside their own start: points and share apart, both directions in the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.insight.measures import Measure, level
from guide.insight.values import Point, number_of
from tests.insight.making import any_points, day, points, printable, rated_points, texts, values

TODAY = day(9)


def test_a_remembered_start_is_said_to_be_one() -> None:
    measure = Measure("s1", "Stairs", better="higher", start=2, when="2025-03", remembered=True)
    shown = level(measure, points([4, 5], on=[0, 3]), today=TODAY)
    assert (shown.change, shown.percent, shown.direction) == (3, 150, "better")
    assert shown.words == (
        "At the start (about March 2025), as you remember it: 2.",
        "Latest note (4 Oct): 5.",
        "3 points higher: better, as you set it.",
        "As a share of the start: 150 % higher.",
    )


def test_a_start_on_a_whole_day_is_dated_and_a_month_is_not() -> None:
    dated = Measure("s1", "Stairs", start=2, when="2026-09-01", remembered=False)
    assert level(dated, [], today=TODAY).words == ("At the start (1 Sep): 2.", "Not noted since.")
    about = level(dated._replace(when="2026-09"), [], today=TODAY)
    assert about.words[0] == "At the start (about September 2026), as you remember it: 2."
    assert (
        level(dated._replace(when="", remembered=True), []).words[0] == "At the start, as you remember it: 2."
    )


@pytest.mark.parametrize(
    ("better", "now", "said"),
    [
        ("lower", 2, "3 points lower: better, as you set it."),
        ("lower", 8, "3 points higher: worse, as you set it."),
        ("higher", 2, "3 points lower: worse, as you set it."),
        ("higher", 8, "3 points higher: better, as you set it."),
        ("none", 2, "3 points lower."),
        ("", 8, "3 points higher."),
        ("lower", 4, "1 point lower: better, as you set it."),
        ("lower", 5, "The same as at the start."),
    ],
)
def test_better_and_worse_come_from_the_measure_alone(better: str, now: int, said: str) -> None:
    shown = level(Measure("s1", "Breath", better=better, start=5), points([now]))
    assert shown.words[2] == said


def test_there_is_no_share_of_nothing() -> None:
    shown = level(Measure("s1", "Breath", better="lower", start=0), points([4]))
    assert shown.percent is None
    assert shown.words[2:] == (
        "4 points higher: worse, as you set it.",
        "There is no share of the start, because it is 0.",
    )


def test_without_a_start_the_first_day_stands_in_and_two_days_are_needed() -> None:
    alone = level(Measure("s1", "Sleep"), points([7]), today=TODAY)
    assert alone.words == ("One day noted so far (1 Oct): 7.",)
    assert alone.change is None
    shown = level(Measure("s1", "Sleep"), points([7, 8, 6], on=[0, 3, 3]), today=TODAY)
    assert (shown.now, shown.change) == (7, 0)  # the median of the latest day
    assert shown.words == (
        "First note (1 Oct): 7.",
        "Latest (4 Oct): 7, the middle of 2 notes that day.",
        "The same as in the first note.",
    )
    assert level(Measure("s1", "Sleep"), []).words == ("Nothing noted yet.",)
    said = level(Measure("s1", "Sleep"), points(["cannot-tell", "cannot-tell"])).words
    assert said[0] == "No number noted yet." and "2 times" in said[1]


def test_states_enter_no_number_and_a_unit_replaces_points() -> None:
    shown = level(Measure("s1", "Walk", start=20), points([30, "numb", "skipped"]), unit="minutes")
    assert (shown.now, shown.notes) == (30, 1)
    assert shown.words[2] == "10 minutes higher."
    assert shown.words[-1] == "Besides these, outside every number: numb once, left open once."
    for unit, said in (("minutes", "1 (minutes) higher."), ("km", "1 km higher."), ("", "1 point higher.")):
        one = level(Measure("s1", "Walk", start=20), points([21]), unit=unit)
        assert one.words[2] == said, "the word of a unit is mostly for several"


measures = st.builds(
    Measure,
    id=st.just("s1"),
    label=texts,
    better=st.one_of(st.sampled_from(["lower", "higher", "none"]), texts),
    start=st.one_of(st.none(), st.floats(-1e6, 1e6)),
    when=st.one_of(texts, st.sampled_from(["2026-10-01", "2026-10", "2026", ""])),
    remembered=st.booleans(),
)


@given(measures, st.one_of(any_points, rated_points))
def test_any_measure_is_said_without_a_reading(measure: Measure, noted: list[Point]) -> None:
    shown = level(measure, noted, today=TODAY)
    assert shown.words and all(printable(line) for line in shown.words)
    if shown.start is None or shown.start <= 0:
        assert shown.percent is None
    if measure.better not in ("lower", "higher"):
        assert shown.direction == ""
    assert ("better" in " ".join(shown.words)) is (shown.direction == "better")
    assert ("worse" in " ".join(shown.words)) is (shown.direction == "worse")


@given(st.floats(0.5, 1e6), st.floats(0, 1e6))
def test_turned_round_it_says_the_opposite_in_the_same_words(start: float, now: float) -> None:
    noted = points([now])
    down = level(Measure("s1", "x", better="lower", start=start), noted).words
    up = level(Measure("s1", "x", better="higher", start=start), noted).words
    turned = [line.replace("better", "?").replace("worse", "better").replace("?", "worse") for line in down]
    assert turned == list(up)


@given(values)
def test_only_numbers_are_numbers(value: object) -> None:
    found = number_of(value)
    assert found is None or found == value
    assert number_of(True) is None and number_of("7") is None
