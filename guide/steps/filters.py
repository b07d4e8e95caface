"""Which items of a collection a step shows, and in which order: an author's `where` and `order`, as data."""

from __future__ import annotations

from typing import Any, Final

from guide.steps.base import Step
from guide.steps.fields import ID_PATTERN, Plain, Word
from guide.steps.groups import ListOf, MapOf, Record

SPAN: Final = r"[1-9]\d{0,2} (day|days|week|weeks|month|months)"
_DAYS: Final = {"day": 1, "week": 7, "month": 30}

ORDER: Final = Word("newest", "oldest", "least-recent", "least-used")

WHERE: Final = Record(
    {
        "unanswered": Plain(ID_PATTERN, "the name of a field"),
        "answered": Plain(ID_PATTERN, "the name of a field"),
        "any_of": MapOf(ListOf(Plain(), most=20), most=8),
        "older_than": Plain(SPAN, "a span such as 2 weeks"),
        "newer_than": Plain(SPAN, "a span such as 2 weeks"),
    },
    what="'where'",
)


def days_of(span: str) -> int:
    """A span such as '2 weeks' in days; a month is 30."""
    number, _, unit = span.partition(" ")
    return int(number) * _DAYS[unit.removesuffix("s")]


def fits(where: Step | None, fields: Step, day: str, today: str) -> bool:
    """Whether an item passes. `day` is the local day of its latest version, `today` the local day now (ISO).

    A span counts whole days: `older_than: 1 day` lets pass what was written yesterday or before.
    """
    if not where:
        return True
    if where.get("unanswered") and _has(fields, where["unanswered"]):
        return False
    if where.get("answered") and not _has(fields, where["answered"]):
        return False
    if any(fields.get(name) not in options for name, options in (where.get("any_of") or {}).items()):
        return False
    if "older_than" not in where and "newer_than" not in where:
        return True
    from datetime import date

    age = (date.fromisoformat(today) - date.fromisoformat(day)).days
    return ("older_than" not in where or age >= days_of(where["older_than"])) and (
        "newer_than" not in where or age < days_of(where["newer_than"])
    )


def _has(fields: Step, name: str) -> bool:
    value: Any = fields.get(name)
    return value not in (None, "", [], {})
