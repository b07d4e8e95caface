"""Numbers with a unit, dates as they are remembered, and both inside the records of a list."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.steps import KINDS
from guide.steps.base import CANNOT_TELL, GIVEN, NUMB, Answer, Problem
from guide.steps.days import date_words
from guide.steps.filters import days_of, fits
from guide.steps.items import label_of
from tests.steps.making import Nothing, frozen, parse

NUMBER = {
    "id": "n",
    "kind": "number",
    "prompt": "How long",
    "unit": "minutes",
    "range": {"min": "0", "max": "600"},
}
DATE = {"id": "d", "kind": "date", "prompt": "When", "approximate": "true"}


@pytest.mark.parametrize(
    ("raw", "value"),
    [("7", 7), ("7.5", 7.5), ("7,5", 7.5), (" 1 0 ", 10), (7, 7), (7.0, 7), ("007", 7), ("0.12345", 0.123)],
)
def test_a_number_is_read_as_people_write_it(raw: Any, value: float) -> None:
    answer = parse(frozen(NUMBER), raw)
    assert answer == Answer(GIVEN, value)
    assert isinstance(answer.value, type(value))


@pytest.mark.parametrize(
    "raw", ["", "x", "601", "-1", "1:30", "1e3", "٣", "0x10", True, None, [], "nan", "inf", "1" * 12]
)
def test_what_is_no_number_here_is_refused_with_what_would_be(raw: Any) -> None:
    with pytest.raises(Problem, match="a number from 0 to 600, such as 7"):
        parse(frozen(NUMBER), raw)


def test_states_of_a_number_must_be_allowed() -> None:
    both = frozen({**NUMBER, "numb": "true", "cannot_tell": "true"})
    assert parse(both, "numb") == Answer(NUMB)
    assert parse(both, "cannot-tell") == Answer(CANNOT_TELL)
    with pytest.raises(Problem):
        parse(frozen(NUMBER), "numb")


def test_a_number_without_a_range_takes_the_series_and_its_unit() -> None:
    world = Nothing(declared={"walked": {"title": "Walked", "unit": "km", "range": {"min": 0, "max": 50}}})
    step = frozen({"id": "n", "kind": "number", "prompt": "How far", "track": "walked"}, world)
    assert step["range"] == {"min": 0, "max": 50}
    answer = parse(step, "2.5")
    assert KINDS["number"].words(step, answer) == "2.5 km"
    assert KINDS["number"].words(step, parse(step, "1")) == "1 km"
    minutes = {**step, "unit": "minutes"}
    assert KINDS["number"].words(minutes, parse(minutes, "1")) == "1 (minutes)"
    (feed,) = KINDS["number"].feeds(step, answer, "2026-11-23T10:00:00Z", lambda name: [])
    assert (feed.what, feed.data["series"], feed.data["value"]) == ("point", "p/walked", 2.5)


def test_a_number_meets_number_tests_and_a_state_meets_none() -> None:
    kind = KINDS["number"]
    assert kind.test(Answer(GIVEN, 7.5), "more_than", 7)
    assert not kind.test(Answer(NUMB), "at_most", 600)


@given(
    st.one_of(
        st.text(),
        st.floats(),
        st.integers(),
        st.none(),
        st.lists(st.text()),
        st.dictionaries(st.text(), st.text()),
    )
)
def test_any_raw_number_is_kept_within_the_range_or_refused(raw: Any) -> None:
    try:
        answer = parse(frozen(NUMBER), raw)
    except Problem:
        return
    assert 0 <= answer.value <= 600


DATES = [
    ("2026-03-14", "2026-03-14", "day", "14 March 2026"),
    ("2026-3-4", "2026-03-04", "day", "4 March 2026"),
    ("14 March 2026", "2026-03-14", "day", "14 March 2026"),
    ("14th mar 2026", "2026-03-14", "day", "14 March 2026"),
    ("14 de marzo de 2026", "2026-03-14", "day", "14 March 2026"),
    ("14. März 2026", "2026-03-14", "day", "14 March 2026"),
    ("1er août 2026", "2026-08-01", "day", "1 August 2026"),
    ("14.3.2026", "2026-03-14", "day", "14 March 2026"),
    ("ayer", "2026-11-22", "day", "22 November 2026"),
    ("dic 2025", "2025-12", "month", "about December 2025"),
    ("mai 2026", "2026-05", "month", "about May 2026"),
    ("March 2026", "2026-03", "month", "about March 2026"),
    ("2026-03", "2026-03", "month", "about March 2026"),
    ("2026", "2026", "year", "about 2026"),
    ("today", "2026-11-23", "day", "23 November 2026"),
    ("Yesterday", "2026-11-22", "day", "22 November 2026"),
    ("3 weeks ago", "2026-11-02", "day", "2 November 2026"),
    ("2 months ago", "2026-09", "month", "about September 2026"),
    ("11 months ago", "2025-12", "month", "about December 2025"),
    ("5 years ago", "2021", "year", "about 2021"),
]


@pytest.mark.parametrize(("raw", "date", "precision", "words"), DATES)
def test_a_date_is_read_as_it_is_remembered(raw: str, date: str, precision: str, words: str) -> None:
    step = frozen(DATE)
    answer = parse(step, raw)
    assert answer.value == {"date": date, "precision": precision}
    assert KINDS["date"].words(step, answer) == words
    assert parse(step, answer.value) == answer, "what was kept can be handed over again"


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "soon",
        "2026-02-30",
        "1899",
        "2101-01-01",
        "14/03/2026",
        "13 Foo 2026",
        "ma 2026",
        "ma",
        7,
        None,
        ["2026"],
        {"x": 1},
    ],
)
def test_what_is_no_date_is_refused_with_an_example(raw: Any) -> None:
    with pytest.raises(Problem, match="such as 2026-03-14"):
        parse(frozen(DATE), raw)


def test_without_approximate_only_a_whole_day_is_taken() -> None:
    step = frozen({"id": "d", "kind": "date", "prompt": "When"})
    assert parse(step, "2026-03-14").answered
    for raw in ("2026-03", "March 2026", "2026", "2 months ago"):
        with pytest.raises(Problem, match="the whole day"):
            parse(step, raw)


def test_remembered_is_said_wherever_it_is_read() -> None:
    step = frozen({**DATE, "remembered": "true"})
    assert KINDS["date"].words(step, parse(step, "2025")) == "about 2025 (as I remember it)"


def test_a_date_sets_a_marker_named_by_its_title() -> None:
    world = Nothing(
        declared={"began": {"title": "Began", "label": "{what}", "fields": {"what": {"title": "What"}}}}
    )
    step = frozen({**DATE, "mark": "began"}, world)
    (feed,) = KINDS["date"].feeds(step, parse(step, "March 2026"), "2026-11-23T10:00:00Z", lambda name: [])
    assert feed.what == "marker"
    assert (feed.data["marker"], feed.data["date"], feed.data["precision"]) == ("p/began", "2026-03", "month")
    assert feed.data["label"] == "Began"


EVENTS = {
    "id": "e", "kind": "list", "prompt": "What changed", "mark": "medicine",
    "record": {
        "what": {"kind": "short", "prompt": "Which"},
        "change": {"kind": "choice", "prompt": "What", "optional": "true", "options": {"up": "Dose up", "down": "Dose down"}},
        "minutes": {"kind": "number", "prompt": "How long", "optional": "true"},
        "date": {"kind": "date", "prompt": "When", "approximate": "true", "optional": "true"},
    },
}  # fmt: skip
MEDICINE = {
    "medicine": {
        "title": "Medicine",
        "label": "{what}, {change}",
        "fields": {"what": {"title": "What"}, "change": {"title": "Change"}},
    }
}


def test_each_record_of_a_marking_list_stands_on_its_date_and_one_without_stands_nowhere() -> None:
    step = frozen(EVENTS, Nothing(declared=MEDICINE))
    raw = [{"what": "one", "change": "up", "date": "March 2026", "minutes": "5"}, {"what": "two"}]
    answer = parse(step, raw)
    feeds = KINDS["list"].feeds(step, answer, "2026-11-23T10:00:00Z", lambda name: [])
    assert [(feed.what, feed.data["date"], feed.data["label"]) for feed in feeds] == [
        ("marker", "2026-03", "one, Dose up")
    ]
    assert (
        KINDS["list"].review(step, answer)[0]
        == "Which: one · What: Dose up · How long: 5 · When: about March 2026"
    )


def test_a_label_says_options_dates_and_states_in_words() -> None:
    fields = {
        "kind": "up",
        "date": {"date": "2026-03", "precision": "month"},
        "felt": {"state": "numb"},
        "own": {"other": "mine"},
    }
    words = label_of("{kind} {date} {felt} {own}", fields, {"kind": {"up": "Dose up"}})
    assert words == "Dose up about March 2026 numb mine"


def test_an_unreadable_date_reads_as_it_stands() -> None:
    assert date_words({"date": "some day", "precision": "day"}) == "some day"


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ({}, True),
        ({"unanswered": "tried"}, True),
        ({"unanswered": "cue"}, False),
        ({"answered": "cue"}, True),
        ({"answered": "tried"}, False),
        ({"any_of": {"state": ["open", "new"]}}, True),
        ({"any_of": {"state": ["done"]}}, False),
        ({"older_than": "1 day"}, True),
        ({"older_than": "4 days"}, False),
        ({"newer_than": "2 weeks"}, True),
        ({"newer_than": "3 days"}, False),
        ({"unanswered": "tried", "older_than": "1 day", "newer_than": "14 days"}, True),
    ],
)
def test_where_says_which_items_are_shown(where: dict[str, Any], shown: bool) -> None:
    fields = {"cue": "Monday", "tried": "", "state": "open"}
    assert fits(where, fields, "2026-11-20", "2026-11-23") is shown
    assert (days_of("1 day"), days_of("2 weeks"), days_of("3 months")) == (1, 14, 90)
