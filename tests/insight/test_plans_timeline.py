"""Plans by what became of them, and dated events as a list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide.insight.markers import starts
from guide.insight.plans import MOST, Plan, open_rows, plans
from guide.insight.timeline import timeline, when_words
from guide.insight.values import Marker
from tests.insight.making import any_markers, printable, texts

OPTIONS = {"done": "Did it", "partly": "In part", "no-occasion": "No occasion"}


def test_plans_are_counted_by_their_own_options() -> None:
    made = [
        Plan("1", "If a", "done"),
        Plan("2", "If b"),
        Plan("3", "If c", "no-occasion"),
        Plan("4", "If d", "done", aside=True),
        Plan("5", "If e", aside=True),
        Plan("6", "If f", own="Rang instead"),
        Plan("7", "If g", own="rang instead"),
        Plan("8", "If h", "once-an-option"),
    ]
    shown = plans(made, OPTIONS)
    assert shown.words == (
        "8 plans: Did it 2; No occasion 1; once-an-option 1; rang instead 2; nothing noted yet 1; set aside 1.",
    )
    assert open_rows(shown) == ["If b"]
    assert plans([], OPTIONS).words == ("Nothing kept here yet.",)


def test_own_words_never_pass_for_an_option() -> None:
    shown = plans([Plan("1", "If a", "done"), Plan("2", "If b", own="done")], OPTIONS)
    assert [(one.id, one.text, one.plans) for one in shown.outcomes] == [
        ("done", "Did it", 1),
        ("", "done", 1),
    ]


def test_many_open_plans_are_capped() -> None:
    rows = open_rows(plans([Plan(str(n), f"If {n}") for n in range(MOST + 3)], OPTIONS))
    assert len(rows) == MOST + 1 and rows[-1] == "and 3 more"


any_plans = st.lists(
    st.builds(
        Plan,
        id=texts,
        label=texts,
        outcome=st.one_of(st.sampled_from(["", "done", "gone"]), texts),
        own=texts,
        aside=st.booleans(),
    ),
    max_size=30,
)


@given(any_plans, st.dictionaries(texts, texts, max_size=4))
def test_every_plan_is_counted_once(made: list[Plan], options: dict[str, str]) -> None:
    shown = plans(made, options)
    assert sum(one.plans for one in shown.outcomes) + shown.unsaid + shown.aside == len(made)
    assert all(printable(line) for line in [*shown.words, *open_rows(shown)])


def test_dates_are_as_exact_as_they_are_known_and_the_newest_stands_last() -> None:
    events = [
        Marker("2026-03-02", "day", "a fall"),
        Marker("2026-03", "month", "a bad month"),
        Marker("2026-02-28", "day", ""),
        Marker("2024", "year", "after the flu"),
        Marker("soon", "day", "left out"),
    ]
    shown = timeline(events, today="2026-10-01")
    assert shown.rows == (
        "some time in 2024: after the flu",
        "28 Feb",
        "about March 2026: a bad month",
        "2 Mar: a fall",
    )
    assert shown.words == ("4 dates, the latest last.",)
    assert when_words("2025-12-31", "2026-01-02") == "31 Dec 2025"


def test_a_span_leaves_out_what_lies_before_it_and_a_cap_says_so() -> None:
    events = [Marker(f"2026-{month:02}", "month", f"m{month}") for month in range(1, 13)]
    assert timeline(events, "2026-11-15").rows == ("about November 2026: m11", "about December 2026: m12")
    capped = timeline(events, most=2)
    assert (capped.earlier, len(capped.rows)) == (10, 2)
    assert timeline([Marker("2026", "year", "Medicine")], title="Medicine").rows == ("some time in 2026",)


@given(any_markers)
def test_any_dates_are_in_order(events: list[Marker]) -> None:
    shown = timeline(events, today="2026-10-01")
    assert [starts(one) for one in shown.events] == sorted(starts(one) for one in shown.events)
    assert all(printable(row) and row for row in shown.rows)
