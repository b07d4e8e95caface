"""What a person chose for the page for a prescriber: its days, its sections, and which of their words go on it.

Kept are ids and days, never words. A tick on an item (`journal.items`) is the same choice, made elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from guide.insight.summary import FIXED, SECTIONS, span_of
from guide.journal.journal import Journal
from guide.store.pages import shifted

KEY: Final = "page"
"""The key of the store's small state that holds these choices."""
USUAL: Final = 28
"""Days of the page when nothing else was chosen: the last four weeks, today among them."""
LEAVABLE: Final = tuple(name for name in SECTIONS if name != FIXED)
"""The sections that can be left out."""
_MOST: Final = 500


class Choices(NamedTuple):
    """`first` and `last` are local days (ISO); `out` sections left out; `let_in` ids of pieces let in.

    The ids of ticked items are not among those: their tick is kept with the items.
    """

    first: str
    last: str
    out: frozenset[str] = frozenset()
    let_in: frozenset[str] = frozenset()


def remembered(journal: Journal, first: str = "", last: str = "") -> Choices:
    """The choices made last, over these days; without days those of the length chosen last, up to today."""
    kept = journal.state(KEY)
    found: dict[str, Any] = kept if isinstance(kept, dict) else {}
    span = found.get("days")
    days = span if isinstance(span, int) and 0 < span <= 36600 else USUAL
    today = journal.clock().day
    until = last or today
    return Choices(
        first or since(min(until, today), days),
        until,
        frozenset(_texts(found.get("out"))) & frozenset(LEAVABLE),
        frozenset(_texts(found.get("let_in"))),
    )


def since(last: str, days: int) -> str:
    """The first of so many days that end with `last`; the first day of the calendar at the earliest."""
    return shifted(last, 1 - days)


def span(choices: Choices) -> str:
    """The days of the page in words."""
    return span_of(choices.first, choices.last)


def remember(journal: Journal, choices: Choices, *, days: int | None = None) -> None:
    """Keep the sections and pieces, and the length of the page when `days` is given."""
    kept = journal.state(KEY)
    before = kept.get("days") if isinstance(kept, dict) else None
    value = {
        "days": days or before,
        "out": sorted(choices.out),
        "let_in": sorted(choices.let_in)[:_MOST],
    }
    journal.set_state(KEY, {name: one for name, one in value.items() if one} or None)


def _texts(found: Any) -> Iterable[str]:
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
