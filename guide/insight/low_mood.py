"""When home names low mood, once, and points to somebody beside the person (care rule 14).

A rule of thumb of our own and no finding: the numbers are our judgement. It asks nothing, diagnoses nothing and
predicts nothing; it says what was noted.
"""

from __future__ import annotations

from collections.abc import Iterable

from guide.insight.dates import parse_day
from guide.insight.values import Point, rating

LEVEL = 3  # of 10, and lower
DAYS = 5
WITHIN = 14  # days, today among them
FRESH = 3  # days, today among them: the latest such note
REST = 14  # days from one offer to the next


def low_days(points: Iterable[Point], today: str) -> int:
    """On how many of the last WITHIN days mood was noted at LEVEL or lower; 0 where the rule does not apply.

    `points` are those of mood, `today` is a local ISO day. Notes of several days count, several notes of one day
    once; numb, cannot tell and open ones have no number and do not.
    """
    now = parse_day(today)
    if now is None:
        return 0
    ages = {
        (now - day).days
        for point in points
        if (value := rating(point)) is not None and value <= LEVEL and (day := parse_day(point.day))
    }
    low = {age for age in ages if 0 <= age < WITHIN}
    return len(low) if len(low) >= DAYS and min(low) < FRESH else 0


def may_offer(offered: str, today: str) -> bool:
    """Whether it may stand there today: not within REST days of the day on which it last did (ISO, or "").

    On that day itself it stays. A day later than today (a clock put back) counts like one before it.
    """
    before, now = parse_day(offered), parse_day(today)
    if before is None or now is None:
        return now is not None
    return before == now or abs((now - before).days) >= REST
