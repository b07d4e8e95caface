"""Dates on the page: no year that could be read wrong, no order that is not known, nothing that is to come as past."""

from __future__ import annotations

from guide.insight.measures import Measure
from guide.insight.summary import Answered, Facts, Measured, Medicine, height, summary
from guide.insight.summary_short import short
from guide.insight.values import Marker

from .making import points
from .making_facts import EMPTY, scale
from .test_summary import flat


def marker(date: str, label: str = "dose up") -> Marker:
    return Marker(date, {10: "day", 7: "month"}.get(len(date), "year"), label)


def said(facts: Facts, *markers: Marker, name: str = "sertraline") -> str:
    return flat(summary(facts._replace(medicine=(*facts.medicine, Medicine(name, markers)))))


PAST = Facts("2025-11-01", "2025-12-31", "2026-11-10", noted=(("a", "2025-11-20"), ("b", "2025-11-23")))


def test_the_year_is_said_unless_the_page_lies_in_the_year_it_is_made_in() -> None:
    measure = Measured(Measure("m", "fear", 0, 10, "", 8.0, "2025-11-02"), tuple(points([4])))
    facts = PAST._replace(taking=(Answered("Less", "No", "2025-11-20"),), measures=(measure,))
    page = said(facts._replace(mood=(scale([5], "Mood"),)), marker("2025-10-01"))
    assert "The longest stretch: 38 days (24 Nov to 31 Dec 2025)." in page
    for wanted in (
        "dose up (1 Oct 2025)",
        "No (noted 20 Nov 2025)",
        "8 at the start (2 Nov 2025,",
        "5 on 1 Oct 2026",
    ):
        assert wanted in page
    over = said(EMPTY._replace(first="2025-12-20", today="2026-10-28"), marker("2026-10-01"))
    assert "dose up (1 Oct 2026)" in over, "the page begins in another year"
    assert "dose up (1 Oct)" in said(EMPTY, marker("2026-10-01")) and "(1 Oct 2025)" in said(
        EMPTY, marker("2025-10-01")
    )


def test_what_lies_after_the_days_of_the_page_says_so() -> None:
    page = said(PAST._replace(since="2026-03"), marker("2026-10-01"))
    assert "dose up (1 Oct 2026, after these days)." in page
    assert "First noticed: about March 2026, after these days, as I remember it." in page
    assert "after these days" not in said(PAST, marker("2025-12-31"), marker("2025-12"))
    told = short(PAST._replace(medicine=(Medicine("sertraline", (marker("2026-10-01"),)),)))
    assert "sertraline dose up (1 Oct 2026, after these days)." in " ".join(told.script)


def test_what_is_to_come_stands_with_its_date_and_is_no_last_change() -> None:
    page = said(EMPTY, marker("2026-12-01", "started"))
    assert (
        "sertraline: started (from 1 Dec)." in page and "None noted" not in page and "Last change" not in page
    )
    page = said(EMPTY, marker("2026-10-03"), marker("2026-12", "dose down"))
    assert "sertraline: dose up (3 Oct); dose down (from about December 2026)." in page
    assert "Last change of medicine with a date: sertraline dose up (3 Oct)." in page
    many = said(
        EMPTY, *(marker(f"2026-1{n}-01") for n in (1, 2)), *(marker(f"2027-0{n}-01") for n in range(1, 5))
    )
    assert "and 2 more later on" in many


def test_which_change_was_the_last_is_said_only_where_it_is_known() -> None:
    page = said(EMPTY, marker("2026-10", "150 mg"), marker("2026-10-03", "100 mg"))
    wanted = "Last changes of medicine with a date, in an order that the dates leave open: "
    assert wanted + "sertraline 150 mg (about October 2026); sertraline 100 mg (3 Oct)." in page
    page = said(EMPTY, marker("2026", "a"), marker("2026-03-01", "b"))
    assert wanted + "sertraline a (some time in 2026); sertraline b (1 Mar)." in page
    page = said(EMPTY, marker("2026-09", "a"), marker("2026-10-03", "b"))
    assert "Last change of medicine with a date: sertraline b (3 Oct)." in page
    both = EMPTY._replace(medicine=(Medicine("B12", (marker("2026-10-03", "stopped"),)),))
    page = said(both, marker("2026-10-03", "started"))
    assert "Last changes of medicine with a date: B12 stopped (3 Oct); sertraline started (3 Oct)." in page
    told = short(both._replace(medicine=(*both.medicine, Medicine("x", (marker("2026-10", "started"),)))))
    assert "in an order that the dates leave open: x started (about October 2026); B12 stopped" in " ".join(
        told.script
    )


def test_changes_left_out_are_before_or_between_only_where_that_is_known() -> None:
    known = [marker(f"2026-0{n}-01", str(n)) for n in range(1, 8)]
    assert "1 (1 Jan); 3 changes between; 5 (1 May)" in said(EMPTY, *known)
    page = said(
        EMPTY, *known[:4], marker("2026-05", "about"), marker("2026-05-20", "x"), marker("2026-05-21", "y")
    )
    assert "1 (1 Jan); 3 changes between; about (about May 2026)" in page
    page = said(EMPTY, marker("2026", "some"), *known[:6])
    assert "some (some time in 2026); 3 more changes; 4 (1 Apr)" in page


def test_days_that_have_not_come_are_no_days_without_a_note() -> None:
    facts = Facts("2026-11-01", "2026-12-31", "2026-11-02", noted=(("a", "2026-11-02"),))
    assert summary(facts).head == (
        "Notes I kept, not an assessment. 1 note on 1 of 2 days, 1 Nov to 2 Nov 2026.",
        "Without a note: 1 day.",
    )
    assert "1 note on 1 of 2 days" in short(facts).script[0]
    ahead = facts._replace(noted=(("a", "2026-11-05"),))
    assert "1 note on 1 of 5 days, 1 Nov to 5 Nov 2026" in summary(ahead).head[0], (
        "a clock that was set ahead"
    )
    none = summary(Facts("2026-12-01", "2026-12-31", "2026-11-02"))
    assert none.head == (
        "Notes I kept, not an assessment. These days have not come yet: 1 Dec to 31 Dec 2026.",
    )
    assert height(none) < 30
