"""The one line that may stand beneath the doors of home: low mood (care rule 14), else coming back (care rule 21).

Each is kept by the day on which it stood there, so that neither comes day after day. Nothing else is kept of it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from guide.insight import coming_back, low_mood
from guide.insight.dates import day_words
from guide.insight.values import Point
from guide.journal.journal import Journal
from guide.store import derived, pages
from guide.words import home as words

LOW_MOOD: Final = "low-mood"
COMING_BACK: Final = "coming-back"


class Beneath(NamedTuple):
    """The line: `kind` is LOW_MOOD or COMING_BACK. For the latter `exercise` is what it can begin, and `last` the local
    day of the latest entry: the line belongs to this one stretch without entries."""

    kind: str
    text: str
    exercise: str = ""
    last: str = ""


def beneath(journal: Journal, counts: dict[str, tuple[int, str]]) -> Beneath | None:
    """The line for today, or None. `counts` are those of the store, with the last day of each exercise."""
    today = journal.clock().day
    return _low_mood(journal, today) or _coming_back(journal, today, counts)


def stood(journal: Journal, shown: Beneath) -> None:
    """It stands on home today: keep that, once a day."""
    kept = {"day": journal.clock().day, "last": shown.last}
    if journal.state(shown.kind) != kept:
        journal.set_state(shown.kind, kept)


def _low_mood(journal: Journal, today: str) -> Beneath | None:
    names = journal.library.named_by_role("series", "mood", only_ours=True)
    since = pages.shifted(today, 1 - low_mood.WITHIN)
    points = [Point(*one) for name in names for one in derived.points(journal.store, name, since=since)]
    days = low_mood.low_days(points, today)
    if not days or not low_mood.may_offer(_kept(journal, LOW_MOOD, "day"), today):
        return None
    text = words.LOW_MOOD.format(level=low_mood.LEVEL, days=days, within=low_mood.WITHIN)
    return Beneath(LOW_MOOD, text)


def _coming_back(journal: Journal, today: str, counts: dict[str, tuple[int, str]]) -> Beneath | None:
    last = max((last for _, last in counts.values()), default="")
    if not coming_back.away(last, today):
        return None
    if _kept(journal, COMING_BACK, "last") == last and _kept(journal, COMING_BACK, "day") != today:
        return None
    about = journal.library.maker(
        "mark", journal.library.named_by_role("markers", "medicine", only_ours=True)
    )
    if about is None:
        return None
    return Beneath(COMING_BACK, words.COMING_BACK.format(day=day_words(last, today)), about.ref, last)


def _kept(journal: Journal, kind: str, what: str) -> str:
    found = journal.state(kind)
    return str(found.get(what, "")) if isinstance(found, dict) else ""
