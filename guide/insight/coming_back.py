"""When home asks, once, whether the medicine changed meanwhile (care rule 21).

A date is said, never how long ago it was. The number is our judgement.
"""

from __future__ import annotations

from guide.insight.dates import parse_day

AWAY = 14  # days from the latest entry


def away(last: str, today: str) -> bool:
    """Whether the latest entry, of the local ISO day `last` ("" for none), lies AWAY days back or more."""
    then, now = parse_day(last), parse_day(today)
    return then is not None and now is not None and (now - then).days >= AWAY
