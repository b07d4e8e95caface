"""What may be said once an exercise was done: that it is enough, for a page or for today (care rule 22)."""

from __future__ import annotations

from guide.errors import GuideError
from guide.insight import upkeep
from guide.insight.rules import Exercise
from guide.journal.journal import full_name
from guide.journal.sitting import Sitting
from guide.steps.choice import kept_option
from guide.store import counting, derived, pages

_LATEST = 60  # more than any pack can call enough for a day


def enough(sitting: Sitting) -> str:
    """The sentence for an exercise that has just ended; empty where its pack has no rhythm or there is room left."""
    store, ref, today = sitting.store, sitting.exercise.ref, sitting.clock().day
    try:
        one = sitting.library.find(ref)
    except GuideError:
        return ""  # its pack is gone
    suggest = one.data.get("suggest", {})
    days = [row.day for row in pages.page(store, exercise=ref, limit=_LATEST)]
    first = counting.first_day(store, ref)
    name = full_name(ref.partition("/")[0], suggest["before"]) if "before" in suggest else ""
    values = {name: kept_option(derived.value(store, name))} if name else {}
    history = {ref: [*({first} - {"", *days}), *days]}
    return upkeep.enough(Exercise(ref, one.title, one.minutes, suggest, {}), history, today, values)
