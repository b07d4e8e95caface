"""The moment that an answer keeps: a correction stays on the day it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guide.steps.base import CANNOT_TELL, GIVEN, NO_OCCASION, NUMB

ANSWERED: Final = frozenset({GIVEN, NUMB, CANNOT_TELL, NO_OCCASION})


def standing(revisions: Sequence[tuple[str, str]], ended: str | None) -> int:
    """The place of the revision whose moment counts for the latest one.

    `revisions` are (state, UTC moment), oldest first and at least one; `ended` is when the entry ended. While it is
    a draft, and at its end, that is the latest answer. An edit afterwards changes what was said and not when. What was
    first answered after the end (the steps behind `m`) keeps the moment of that first answer.
    """
    last = len(revisions) - 1
    if ended is None or last < 1:
        return last
    answered = [place for place, (state, _) in enumerate(revisions) if state in ANSWERED]
    in_time = [place for place in answered if revisions[place][1] <= ended]
    return in_time[-1] if in_time else answered[0] if answered else last
