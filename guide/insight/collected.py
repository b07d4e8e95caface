"""What was collected, over time: how many things began in each week, month or year. Bars of one sign, and counts.

Only what is in use is counted, on the day on which it was first written. A blank week says nothing about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from guide.insight import stretches
from guide.insight.dates import parse_day
from guide.insight.muted import ENOUGH_DAYS
from guide.insight.texts import counted
from guide.words import progress as words


class Collected(NamedTuple):
    """Things by week (or month, or year), oldest first, as (first day, last day, how many); empty when there is
    too little to draw. `things` and `days` are all that lie between the days asked for."""

    weeks: tuple[tuple[str, str, int], ...]
    unit: str
    things: int
    days: int
    words: tuple[str, ...]


def collected(began: Sequence[tuple[str, int]], since: str = "", *, every: int, today: str = "") -> Collected:
    """Counts of (local day, how many) from `since` on; `every` is how many there are in all."""
    inside = [(day, n) for day, n in began if parse_day(day) and day >= since]
    things = sum(n for _, n in inside)
    said = counted(things, words.THINGS_KEPT)
    text = words.COLLECTED_PART if things != every else words.COLLECTED
    days = counted(len(inside), words.DAYS)
    sentence = (
        text.format(things=said, days=days, every=every)
        if things
        else words.COLLECTED_NONE.format(every=every)
    )
    if len(inside) < ENOUGH_DAYS:
        return Collected((), stretches.WEEK, things, len(inside), (sentence,))
    unit = stretches.unit_of(inside[0][0], inside[-1][0])
    held: dict[int, int] = {}
    for day, n in inside:
        number = stretches.place(day, unit)
        held[number] = held.get(number, 0) + n
    weeks = tuple(
        (*stretches.ends(number, unit), held.get(number, 0)) for number in range(min(held), max(held) + 1)
    )
    return Collected(weeks, unit, things, len(inside), (sentence,))


def collected_rows(shown: Collected, width: int, *, today: str = "", ascii: bool = False) -> list[str]:
    """A bar for each week with its count behind it; a sign stands for several where a bar would not fit."""
    names = [stretches.short(first, shown.unit, today) for first, _, _ in shown.weeks]
    side = max((len(name) for name in names), default=0)
    most = max((n for _, _, n in shown.weeks), default=0)
    room = width - side - 3 - len(str(most))
    if room < 1:
        return []
    each = -(-most // room) or 1
    sign = "#" if ascii else "■"
    rows = []
    for name, (_, _, n) in zip(names, shown.weeks, strict=True):
        bar = sign * -(-n // each)
        rows.append(f"{name:>{side}}  {bar} {n}" if n else f"{name:>{side}}")
    return rows + ([words.COLLECTED_EACH.format(sign=sign, n=each)] if each > 1 else [])
