"""Options by week: counts, letters, blank weeks, states apart, and bars that always fit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.insight.mix import Chosen, mix, mix_rows
from guide.insight.muted import Option
from guide.insight.texts import cells
from guide.steps.base import STATES
from tests.insight.making import day, days, printable, texts, widths

OPTIONS = [Option("walk", "Walked"), Option("rest", "Rested", "r"), Option("none", "Nothing")]


def chosen(on: int, *options: str, state: str = "given") -> Chosen:
    return Chosen(day(on), state, options)


NOTES = [chosen(0, "walk", "rest"), chosen(0, "walk"), chosen(1, "none"), chosen(20, "gone")]


def test_counts_stand_by_week_and_blank_weeks_are_said() -> None:
    shown = mix(NOTES, OPTIONS, "", day(27), today=day(27))
    assert [(one.id, one.notes) for one in shown.totals] == [
        ("walk", 2),
        ("rest", 1),
        ("none", 1),
        ("gone", 1),
    ]
    assert [(week.first, week.notes, week.counts) for week in shown.weeks] == [
        ("2026-09-28", 3, (2, 1, 1, 0)),
        ("2026-10-05", 0, (0, 0, 0, 0)),
        ("2026-10-12", 0, (0, 0, 0, 0)),
        ("2026-10-19", 1, (0, 0, 0, 1)),
    ]
    assert shown.words == (
        "4 notes on 3 days: Walked 2; Rested 1; Nothing 1; gone 1.",
        "One note can hold several of these.",
        "Weeks without a note are left blank.",
    )
    assert shown.lines == (
        "28 Sep to 4 Oct: Walked 2; Rested 1; Nothing 1",
        "5 Oct to 18 Oct: no notes",
        "19 Oct to 25 Oct: gone 1",
    )


def test_the_drawing_needs_no_colour_and_says_what_a_letter_is() -> None:
    shown = mix(NOTES, OPTIONS, "", day(27))
    assert mix_rows(shown, 40, day(27)) == [
        "28 Sep  wwrn",
        " 5 Oct",
        "12 Oct",
        "19 Oct  g",
        "w Walked",
        "r Rested",
        "n Nothing",
        "g gone",
        "Each letter stands for one.",
    ]


def test_a_bar_that_would_not_fit_is_shared_out() -> None:
    many = [chosen(on % 7, "walk") for on in range(50)] + [chosen(1, "none")]
    shown = mix(many, OPTIONS, "", day(7))
    rows = mix_rows(shown, 24, day(7))
    assert " ".join(rows).endswith("Each letter stands for up to 2.")
    assert max(map(len, rows[: len(shown.weeks)])) <= 24
    assert "n" in "".join(rows[: len(shown.weeks)])


def test_left_open_stands_apart_in_words() -> None:
    shown = mix([*NOTES, chosen(2, state="skipped"), chosen(3, state="hidden")], OPTIONS, "", day(27))
    assert shown.notes == 4
    assert shown.outside == (("skipped", 1),)
    assert shown.words[-1] == "Besides these, outside every number: left open once."


def test_below_three_days_there_is_too_little_to_say() -> None:
    shown = mix(NOTES[:3], OPTIONS, "", day(27))
    assert not shown.enough and not shown.weeks
    assert shown.words == ("Too little to say: 3 notes on 2 days.",)
    assert mix_rows(shown, 60) == []
    assert mix([], OPTIONS, "", day(27)).words == ("No notes in this time.",)


def test_only_the_days_asked_for_count() -> None:
    shown = mix([*NOTES, *[chosen(100 + on, "rest") for on in range(5)]], OPTIONS, day(30), day(110))
    assert shown.notes == 5 and [one.notes for one in shown.totals] == [0, 5, 0]
    with pytest.raises(ValueError):
        mix(NOTES, OPTIONS, "", "soon")


@pytest.mark.parametrize(
    ("last", "unit", "names"),
    [
        (90, "week", ["28 Sep 2026 to 4 Oct 2026", "5 Oct 2026 to 27 Dec 2026", "28 Dec 2026 to 3 Jan 2027"]),
        (700, "month", ["Oct 2026", "Nov 2026 to Jul 2028", "Aug 2028"]),
        (2900, "year", ["2026", "2027 to 2033", "2034"]),
    ],
)
def test_many_weeks_are_shown_by_month_and_many_months_by_year(
    last: int, unit: str, names: list[str]
) -> None:
    shown = mix([chosen(0, "walk"), chosen(1, "walk"), chosen(last, "rest")], OPTIONS, "", day(last))
    assert shown.unit == unit
    assert [line.rpartition(": ")[0] for line in shown.lines] == names
    assert shown.words[-1] == f"{unit.title()}s without a note are left blank."
    assert len(mix_rows(shown, 40)) < 40


any_chosen = st.builds(
    Chosen,
    day=st.one_of(days, texts),
    state=st.one_of(st.just("given"), st.sampled_from(STATES), texts),
    options=st.lists(st.one_of(st.sampled_from(["walk", "rest", "none"]), texts), max_size=4).map(tuple),
)
any_options = st.lists(
    st.builds(Option, id=texts, text=texts, key=st.sampled_from(["", "a", "b", "é", "  "]))
)


@given(st.lists(any_chosen, max_size=40), any_options, st.one_of(st.just(""), days), days, widths)
def test_anything_fits_and_adds_up(
    answers: list[Chosen], options: list[Option], since: str, until: str, width: int
) -> None:
    shown = mix(answers, options, since, until, today=until)
    assert all(week.notes <= shown.notes for week in shown.weeks)
    if shown.enough:
        assert sum(week.notes for week in shown.weeks) == shown.notes
        for place, total in enumerate(shown.totals):
            assert sum(week.counts[place] for week in shown.weeks) == total.notes
        assert shown.weeks[0].notes and shown.weeks[-1].notes
    assert all(date.fromisoformat(one.first).weekday() == 0 for one in shown.weeks if shown.unit == "week")
    assert all(cells(row) <= width for row in mix_rows(shown, width, until))
    assert all(printable(line) for line in [*shown.words, *shown.lines])
