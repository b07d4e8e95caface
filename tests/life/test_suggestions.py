"""Home over four weeks: at most one suggestion, with a reason that is true, and none for what the day has enough of."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from guide.insight.dates import span_days
from guide.journal.beneath import LOW_MOOD
from guide.journal.home import Home, Next
from guide.journal.journal import Journal
from guide.steps.choice import kept_option
from guide.store import derived, pages

from .people import MONTHS, WHO, live, lived


def done(journal: Journal, ref: str) -> list[str]:
    """The days on which it was done, each time counted."""
    return sorted(row.day for row in pages.page(journal.store, exercise=ref, limit=1000))


def ago(today: str, days: int) -> str:
    return (date.fromisoformat(today) - timedelta(days=days)).isoformat()


def true_of(journal: Journal, shown: Next, today: str) -> bool:
    """Whether the reason given under a suggestion is what the store holds, worked out by another way."""
    data = journal.library.find(shown.ref).data
    hint: dict[str, Any] = data["suggest"] if shown.rule != "needs" else {}
    pack, days = shown.ref.split("/")[0], done(journal, shown.ref)
    if shown.rule == "times":
        recent = [day for day in days if day > ago(today, {"week": 7, "month": 30}[hint["per"]])]
        new = not days and ("not tried it yet" in shown.reason or "a place to begin" in shown.reason)
        said = new or (bool(days) and "another one adds to the picture" in shown.reason)
        return len(recent) < hint["times"] and said and today not in days
    if shown.rule == "every":
        value = journal.store.query("SELECT value FROM kept WHERE name = ?", (f"{pack}/{hint['every']}",))
        chosen = kept_option(derived.value(journal.store, f"{pack}/{hint['every']}")) if value else None
        default = journal.library.packs[pack]["values"].get(hint["every"], {}).get("default")
        span = span_days(hint["every"]) or span_days(chosen or journal.library.say(pack, default)) or 0
        first = min(row.day for row in pages.page(journal.store, limit=1000))
        return ago(today, span) >= (days[-1] if days else first) and ("you chose" in shown.reason) == bool(
            chosen
        )
    if shown.rule == "after-series":
        after = hint["after"]
        points = derived.points(journal.store, f"{pack}/{after['series']}", since=ago(today, 6))
        high = [one.day for one in points if one.value is not None and one.value >= after["at_least"]]
        return (
            bool(high)
            and not [day for day in days if day >= max(high)]
            and str(after["at_least"]) in shown.reason
        )
    if shown.rule in ("before", "after-date"):
        kept = derived.value(journal.store, f"{pack}/{hint['before']}")
        there = kept_option(kept)
        return isinstance(there, str) and ago(there, 14) <= today <= ago(there, -14)
    if shown.rule == "while":
        held = derived.items(journal.store, f"{pack}/{hint['while']['collection']}")
        return bool(held) is not hint["while"].get("empty", True) and not [
            day for day in days if day > ago(today, 7)
        ]
    return shown.rule == "needs" or shown.rule == "after-marker"


@pytest.mark.parametrize("who", WHO)
def test_each_reason_is_true_of_what_is_kept(who: str) -> None:
    wrong: list[tuple[str, str, str]] = []
    rules: set[str] = set()

    def look(journal: Journal, shown: Home) -> None:
        today = journal.clock().day
        if shown.next is not None:
            rules.add(shown.next.rule)
            if not true_of(journal, shown.next, today):
                wrong.append((today, shown.next.ref, shown.next.reason))

    live(MONTHS[who](), look=look)
    assert wrong == []
    assert len(rules) >= 3, "the rules are tried"


@pytest.mark.parametrize("who", WHO)
def test_nothing_is_suggested_on_a_day_that_has_enough_of_it(who: str) -> None:
    month = lived(who)
    for today, shown in month.evenings:
        if shown.next is not None:
            hint = month.journal.library.find(shown.next.ref).data.get("suggest", {})
            times = done(month.journal, shown.next.ref).count(today)
            assert times < hint.get("enough_a_day", 1), (today, shown.next.ref)


@pytest.mark.parametrize("who", WHO)
def test_a_suggestion_is_one_line_without_pressure(who: str) -> None:
    for _, shown in lived(who).mornings + lived(who).evenings:
        if shown.next is not None:
            assert shown.next.reason.startswith("Why this one: ") and shown.next.origin == ""
            assert not re.search(
                r"\b(must|should|overdue|missed|late|only|days? (?:ago|since))\b", shown.next.reason
            )


def test_at_night_only_the_shortest_is_suggested() -> None:
    for who in WHO:
        assert {shown.next.minutes for _, shown in lived(who).evenings if shown.next is not None} <= {1}
        assert all(shown.night for _, shown in lived(who).evenings)


def test_low_mood_is_named_once_in_two_weeks_and_only_where_it_was_noted() -> None:
    stood = {
        who: [day for day, shown in lived(who).mornings + lived(who).evenings if shown.beneath and shown.beneath.kind == LOW_MOOD]
        for who in WHO
    }  # fmt: skip
    assert stood["easing"] == stood["numb"] == []
    days = sorted(set(stood["worse"]))
    assert days and all(later >= ago(earlier, -14) for earlier, later in pairwise(days))
    counted = next(shown.beneath for day, shown in lived("worse").mornings + lived("worse").evenings if day == days[0] and shown.beneath)  # fmt: skip
    low = {one.day for one in derived.points(lived("worse").journal.store, "core/mood", since=ago(days[0], 13)) if one.day <= days[0] and one.value is not None and one.value <= 3}  # fmt: skip
    assert len(low) >= 5 and str(len(low)) in counted.text
