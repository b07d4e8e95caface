"""What next, and why: one suggestion from the pack's own rules, and never a nag."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.insight.rules import Exercise
from guide.insight.upkeep import Suggestion, enough, in_night, suggest
from guide.insight.values import Marker, Point
from guide.words import progress

from .making import any_markers, any_points, day, days, point, texts

TODAY = day(60)


def exercise(
    name: str, rule: dict[str, Any], minutes: float | None = 2, needs: dict[str, Any] | None = None
) -> Exercise:
    return Exercise(f"p/{name}", name.title(), minutes, rule, needs or {})


NO_LINES = {"while": {"collection": "lines", "empty": True}}
NO_FACTS = {"while": {"collection": "facts", "empty": True}}
LOG = exercise("log", {"times": 3, "per": "week", "for": "2 weeks"}, 1)
SAY = exercise(
    "say", {"times": 2, "per": "week", "enough_a_day": 5}, 2, {"collection": "lines", "made_by": "build"}
)
BUILD = exercise("build", NO_LINES, 5, {"collection": "facts", "made_by": "pairs"})
PAIRS = exercise("pairs", NO_FACTS, 5)
LOOK = exercise("look", {"every": "look-every"})
ICK = exercise("ick", {"after": {"series": "discomfort", "at_least": 7}}, 5)
DOSE = exercise("dose", {"after": {"marker": "medicine"}}, 3)
ALL = [LOG, SAY, BUILD, PAIRS, LOOK, ICK, DOSE]


def ask(
    exercises: list[Exercise],
    history: dict[str, list[str]] | None = None,
    collections: dict[str, int] | None = None,
    hour: int = 15,
    **more: Any,
) -> Suggestion | None:
    return suggest(exercises, history or {}, more.pop("values", {}), collections or {}, TODAY, hour, **more)


def name(found: Suggestion | None) -> str:
    return found.ref.removeprefix("p/") if found else ""


def test_a_new_person_is_shown_the_first_declared_rhythm() -> None:
    found = ask([PAIRS, LOOK, LOG, SAY])
    assert found == (
        "p/log", "Log", 1, "times",
        "Why this one: it is a place to begin. Enough is about 3 times a week, for 2 weeks.",
    )  # fmt: skip


def test_a_new_person_is_not_sent_where_something_is_needed() -> None:
    assert name(ask([SAY, LOG])) == "log"
    assert name(ask([SAY, LOG], collections={"p/lines": 1})) == "say"


def test_nothing_applies_is_none() -> None:
    assert ask([exercise("quiet", {})]) is None
    assert ask([]) is None
    assert ask([LOG], {"p/log": [day(60)]}) is None


@pytest.mark.parametrize(
    ("done", "due"),
    [([59], True), ([57, 58, 59], False), ([53, 58, 59], True), ([60], False), ([61], False), ([46], False),
     ([47], True)],
    ids=["once", "full", "one too old", "today", "clock put back", "two weeks over", "last day"],
)  # fmt: skip
def test_times_a_week_for_two_weeks(done: list[int], due: bool) -> None:
    assert (name(ask([LOG], {"p/log": [day(n) for n in done]})) == "log") is due


def test_what_was_never_done_has_a_reason_that_is_true_of_it() -> None:
    found = ask([LOG], {"p/pairs": [day(59)]})
    assert (
        found
        and found.why
        == "Why this one: you have not tried it yet. Enough is about 3 times a week, for 2 weeks."
    )
    again = ask([LOG], {"p/log": [day(59)]})
    assert again and again.why.startswith("Why this one: another one adds to the picture.")


def test_times_a_day_may_come_again_until_it_is_enough() -> None:
    often = exercise("often", {"times": 3, "per": "day"})
    capped = exercise("often", {"times": 3, "per": "day", "enough_a_day": 1})
    assert ask([often], {"p/often": [TODAY] * 2}) is not None
    assert ask([often], {"p/often": [TODAY] * 3}) is None
    assert ask([capped], {"p/often": [TODAY]}) is None


@pytest.mark.parametrize(("last", "due"), [(46, True), (47, False), (60, False)])
def test_every_counts_from_the_last_time(last: int, due: bool) -> None:
    fixed = exercise("fixed", {"every": "2 weeks"})
    found = ask([fixed], {"p/fixed": [day(last)]})
    assert (found is not None) is due
    assert found is None or found.why == "Why this one: it comes round about every 2 weeks."


def test_every_may_be_a_value_that_the_person_chose() -> None:
    found = ask([LOOK], {"p/look": [day(52)]}, values={"p/look-every": "one-week"})
    assert found and found.why == "Why this one: you chose to have it come round about every week."
    assert ask([LOOK], {"p/look": [day(0)]}, values={"p/look-every": "never"}) is None
    assert ask([LOOK], {"p/look": [day(0)]}) is None


def test_a_look_back_waits_until_there_is_something_to_look_at() -> None:
    chosen = {"p/look-every": "one-week"}
    assert ask([LOOK], values=chosen) is None
    assert ask([LOOK], {"p/other": [day(55)]}, values=chosen) is None
    assert name(ask([LOOK], {"p/other": [day(53)]}, values=chosen)) == "look"


@pytest.mark.parametrize(
    ("noted", "value", "done", "due"),
    [(58, 7, [], True), (58, 6, [], False), (58, "numb", [], False), (53, 9, [], False), (54, 9, [], True),
     (58, 9, [58], False), (58, 9, [57], True), (61, 9, [], False)],
)  # fmt: skip
def test_after_a_number_was_noted(noted: int, value: int | str, done: list[int], due: bool) -> None:
    series = {"p/discomfort": [point(noted, value)]}
    found = ask(
        [ICK], {"p/ick": [day(n) for n in done]}, series=series, titles={"p/discomfort": "Discomfort"}
    )
    assert (found is not None) is due
    assert found is None or "Discomfort was noted at 7 or more" in found.why


@pytest.mark.parametrize(
    ("date", "precision", "done", "due"),
    [(day(60), "day", [], True), (day(47), "day", [], True), (day(46), "day", [], False),
     (day(61), "day", [], False), (day(50), "day", [50], False), (day(50), "day", [49], True),
     ("2026-11", "month", [], True), ("2026-10", "month", [], False), ("2026", "year", [], False)],
)  # fmt: skip
def test_after_a_dated_event(date: str, precision: str, done: list[int], due: bool) -> None:
    found = ask(
        [DOSE], {"p/dose": [day(n) for n in done]}, markers={"p/medicine": [Marker(date, precision, "x")]}
    )
    assert (found is not None) is due
    assert found is None or found.rule == "after-marker"


VISIT = {"p/visit": day(70)}
NAMED = {"p/visit": "Next visit"}


@pytest.mark.parametrize(
    ("date", "done", "due"),
    [(day(60), [], True), (day(73), [], True), (day(74), [], False), (day(59), [], False), (day(70), [57], False),
     (day(70), [56], True), (day(60), [47], False), ("2026-12", [], False), ("2026", [], False),
     ("not noted yet", [], False), (None, [], False), (7, [], False)],
)  # fmt: skip
def test_before_a_date_once(date: str | int | None, done: list[int], due: bool) -> None:
    ready = exercise("ready", {"before": "visit"})
    found = ask([ready], {"p/ready": [day(n) for n in done]}, values={"p/visit": date}, titles=NAMED)
    assert (found is not None) is due
    assert found is None or found.rule == "before"


def test_a_reason_names_the_date_and_says_nothing_of_how_far_off_it_is() -> None:
    ready = exercise("ready", {"before": "visit"})
    found = ask([ready], values={"p/visit": "2026-12-03"}, titles=NAMED)
    assert found and found.why == "Why this one: Next visit, 3 Dec."
    after = exercise("after", {"after": {"value": "visit"}})
    found = ask([after], values={"p/visit": "2026-11-20"}, titles=NAMED)
    assert found and (found.rule, found.why) == ("after-date", "Why this one: Next visit was on 20 Nov.")


@pytest.mark.parametrize(
    ("date", "done", "due"),
    [(day(59), [], True), (day(46), [], True), (day(45), [], False), (day(60), [], False), (day(61), [], False),
     (day(50), [51], False), (day(50), [50], True), ("2026-11", [], False)],
)  # fmt: skip
def test_after_a_date(date: str, done: list[int], due: bool) -> None:
    after = exercise("after", {"after": {"value": "visit"}})
    found = ask([after], {"p/after": [day(n) for n in done]}, values={"p/visit": date})
    assert (found is not None) is due


def test_before_and_after_one_date_are_two_rules() -> None:
    both = exercise("both", {"before": "visit", "after": {"value": "visit"}})
    rules = [
        found.rule if (found := ask([both], values={"p/visit": day(on)})) else "" for on in (74, 70, 59, 45)
    ]
    assert rules == ["", "before", "after-date", ""]


NOTES = exercise("notes", {"times": 3, "per": "week", "for": "2 weeks", "before": "visit"}, 1)


@pytest.mark.parametrize(
    ("date", "done", "due"),
    [(None, [59], True), (None, [40], False), (day(50), [59], True), (day(50), [40], False), (day(74), [59], False),
     (day(74), [], False), (day(73), [40], True), (day(60), [40], True), (day(70), [57, 58, 59], False),
     ("2026-12", [40], False), ("2026-12", [59], True)],
)  # fmt: skip
def test_a_rhythm_before_a_date_counts_only_near_it(date: str | None, done: list[int], due: bool) -> None:
    found = ask(
        [NOTES], {"p/notes": [day(n) for n in done], "p/x": [day(30)]}, values={"p/visit": date}, titles=NAMED
    )
    assert (found is not None) is due
    assert found is None or found.rule == "times"


def test_a_rhythm_before_a_date_says_until_when() -> None:
    found = ask([NOTES], {"p/notes": [day(40)]}, values={"p/visit": "2026-12-03"})
    assert found and found.why.endswith("Enough is about 3 times a week, until 3 Dec.")
    found = ask([NOTES], {"p/notes": [day(55)]})
    assert found and found.why.endswith("Enough is about 3 times a week, for 2 weeks.")


def test_a_new_person_is_not_sent_to_a_rhythm_whose_date_is_far_off() -> None:
    assert name(ask([NOTES, SAY], collections={"p/lines": 1}, values={"p/visit": day(99)})) == "say"


def test_a_page_is_full_unless_its_date_is_near() -> None:
    history = {"p/notes": [day(40), day(45), day(60)]}
    full = "That is enough for a page; stop here if you like."
    assert enough(NOTES, history, TODAY, {"p/visit": day(99)}) == full
    assert enough(NOTES, history, TODAY, VISIT) == ""


def test_while_alone_is_a_rule_that_rests_for_a_week() -> None:
    assert name(ask([PAIRS], {"p/log": [day(59)]})) == "pairs"
    assert ask([PAIRS], {"p/log": [day(59)]}, {"p/facts": 1}) is None
    assert ask([PAIRS], {"p/pairs": [day(54)]}) is None
    assert name(ask([PAIRS], {"p/pairs": [day(53)]})) == "pairs"


def test_while_beside_another_rule_is_a_condition() -> None:
    rule = {"times": 1, "per": "week", "while": {"collection": "facts", "empty": False}}
    both = exercise("both", rule)
    assert ask([both]) is None
    found = ask([both], collections={"p/facts": 2})
    assert found and found.rule == "times"


def test_what_is_needed_is_made_first() -> None:
    found = ask([SAY, BUILD], {"p/x": [day(59)]}, {"p/facts": 1}, titles={"p/lines": "My sentences"})
    assert found and found.rule == "while" and name(found) == "build"
    silent = BUILD._replace(suggest={})
    found = ask([SAY, silent], {"p/x": [day(59)]}, {"p/facts": 1}, titles={"p/lines": "My sentences"})
    assert found and (name(found), found.rule) == ("build", "needs")
    assert (
        found.why
        == "Why this one: Say draws on My sentences, and nothing is kept there yet. This one makes it."
    )
    assert ask([SAY, silent], {"p/build": [day(58)]}, {"p/facts": 1}) is None
    assert ask([SAY, silent], {"p/x": [day(59)]}) is None


def test_a_date_ahead_comes_first_then_what_happened_then_a_rhythm_then_a_gap() -> None:
    history = {"p/log": [day(58)], "p/look": [day(40)]}
    seen = exercise("seen", {"after": {"value": "last"}})
    told: dict[str, Any] = {
        "values": {"p/look-every": "one-week", "p/last": day(58), "p/visit": day(62)},
        "series": {"p/discomfort": [point(59, 8)]},
        "markers": {"p/medicine": [Marker(day(59), "day", "x")]},
    }
    order = []
    declined: set[str] = set()
    visit = exercise("visit", {"before": "visit"})
    while found := ask(
        [*ALL, seen, visit], history, {"p/facts": 1, "p/lines": 0}, declined=declined, **dict(told)
    ):
        order.append(name(found))
        declined.add(found.ref)
    assert order == ["visit", "ick", "dose", "seen", "look", "log", "build"]


def test_among_rhythms_the_least_done_comes_first() -> None:
    other = exercise("other", {"times": 3, "per": "week"})
    history = {"p/log": [day(58), day(59)], "p/other": [day(58)]}
    assert name(ask([LOG, other], history)) == "other"


def test_not_now_is_taken_at_its_word() -> None:
    assert name(ask([LOG, PAIRS], declined={"p/log"})) == "pairs"
    assert ask([LOG], declined={"p/log"}) is None


@pytest.mark.parametrize(("hour", "found"), [(21, "pairs"), (22, ""), (3, ""), (5, ""), (6, "pairs")])
def test_at_night_only_short_things(hour: int, found: str) -> None:
    assert name(ask([PAIRS, exercise("unknown", NO_FACTS, None)], hour=hour)) == found
    assert name(ask([PAIRS, exercise("two", NO_FACTS, 2)], hour=hour)) == found
    assert name(ask([PAIRS, exercise("one", NO_FACTS, 1)], hour=hour)) == (found or "one")
    assert name(ask([PAIRS, LOG], hour=hour)) == "log"


def test_night_hours_may_be_set() -> None:
    assert [hour for hour in range(24) if in_night(hour)] == [0, 1, 2, 3, 4, 5, 22, 23]
    assert [hour for hour in range(24) if in_night(hour, (1, 4))] == [1, 2, 3]
    assert not any(in_night(hour, (0, 0)) for hour in range(24))


def test_enough_is_said_only_where_the_pack_says_so() -> None:
    full = "That is enough for a page; stop here if you like."
    assert enough(LOG, {"p/log": [day(46), day(50), TODAY]}, TODAY) == full
    assert enough(LOG, {"p/log": [day(46), TODAY]}, TODAY) == "", "two notes make no page"
    assert enough(LOG, {"p/log": [day(47), day(50), TODAY]}, TODAY) == ""
    assert enough(LOG, {"p/log": [day(50), TODAY]}, TODAY) == ""
    assert enough(SAY, {"p/say": [TODAY] * 4}, TODAY) == ""
    assert enough(SAY, {"p/say": [TODAY] * 5}, TODAY) == "That is enough for today, if you like."


def test_today_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="today"):
        suggest([], {}, {}, {}, "today", 9)


def test_no_words_here_count_what_was_not_done() -> None:
    said = " ".join(str(text) for key, text in vars(progress).items() if key.isupper()).lower()
    unwanted = "overdue|missed|failed|streak|lapse|welcome back|days ago|just|must|should|well done|great"
    assert not re.search(rf"\b({unwanted})\b|!", said)


names = st.sampled_from(["a", "b", "p/a", "week", "2 weeks", "one-week"])
collection_rules = st.fixed_dictionaries({"collection": names}, optional={"empty": st.booleans()})
suggestions = st.fixed_dictionaries(
    {},
    optional={
        "times": st.integers(-1, 9),
        "per": st.sampled_from(["day", "week", "month", "age"]),
        "for": names,
        "every": st.one_of(names, st.integers(-1, 40)),
        "enough_a_day": st.integers(0, 4),
        "after": st.one_of(
            st.fixed_dictionaries({"series": names}, optional={"at_least": st.integers(0, 10)}),
            st.fixed_dictionaries({"marker": names}),
            st.fixed_dictionaries({"value": names}),
        ),
        "before": names,
        "while": collection_rules,
    },
)
exercises = st.lists(
    st.builds(
        Exercise,
        st.sampled_from(["p/a", "p/b", "p/c", "q/a"]),
        texts,
        st.one_of(st.none(), st.integers(0, 9)),
        suggestions,
        st.one_of(st.just({}), st.fixed_dictionaries({"collection": names, "made_by": names})),
    ),
    max_size=6,
    unique_by=lambda one: one.ref,
)
histories = st.dictionaries(
    st.sampled_from(["p/a", "p/b", "q/a", "gone/x"]), st.lists(st.one_of(days, texts), max_size=6)
)


@given(
    exercises,
    histories,
    st.dictionaries(names, st.one_of(texts, names, st.integers(), days)),
    st.dictionaries(names, st.integers(0, 2)),
    days,
    st.integers(0, 23),
    any_points,
    any_markers,
    st.sets(st.sampled_from(["p/a", "p/b"])),
)
def test_no_pack_and_no_past_break_it(
    declared: list[Exercise],
    history: dict[str, list[str]],
    values: dict[str, Any],
    collections: dict[str, int],
    today: str,
    hour: int,
    noted: list[Point],
    marked: list[Marker],
    declined: set[str],
) -> None:
    found = suggest(
        declared, history, values, collections, today, hour,
        series={"p/a": noted}, markers={"p/a": marked}, declined=declined,
    )  # fmt: skip
    if found is None:
        return
    chosen = {one.ref: one for one in declared}[found.ref]
    assert found.ref not in declined
    assert found.why.startswith("Why this one: ") and found.why.endswith(".")
    if in_night(hour):
        assert chosen.minutes is not None and chosen.minutes <= 1
    needed = chosen.needs.get("collection")
    assert (
        not needed or collections.get(needed) or collections.get(f"{chosen.ref.partition('/')[0]}/{needed}")
    )


def test_what_was_stopped_half_way_does_not_settle_a_date_ahead() -> None:
    """What it is for lies at its end; walked to the end, it is not offered again for that date."""
    visit = exercise("visit", {"before": "next-visit"})
    given: dict[str, Any] = {"values": {"next-visit": day(65)}}
    assert name(ask([visit], {"p/visit": [day(58)]}, finished={"p/visit": []}, **given)) == "visit"
    assert name(ask([visit], {"p/visit": [day(58)]}, finished={"p/visit": [day(58)]}, **given)) == ""
    assert name(ask([visit], {"p/visit": [day(58)]}, **given)) == ""
