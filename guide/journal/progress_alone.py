"""One part of the progress view alone: drawn large, with a mark that steps over its points."""

from __future__ import annotations

from typing import NamedTuple

from guide.insight.texts import clean
from guide.journal import progress_charts
from guide.journal.journal import Journal
from guide.journal.progress import progress
from guide.journal.progress_page import Mark, Part

_NARROW = 20


class Alone(NamedTuple):
    """A part by itself. `marks` are its points, the oldest first; `place` and `total` are where it stands among
    the parts."""

    part: Part
    marks: list[Mark]
    place: int
    total: int

    def rows(self, width: int, height: int, mark: int | None = None) -> list[str]:
        """The chart, with a sign beneath the point of this number when it has a place on the axis."""
        if self.part.draw is None:
            return list(self.part.rows)
        place = self.marks[mark].place if mark is not None and 0 <= mark < len(self.marks) else None
        return self.part.draw(max(_NARROW, width), height, place)

    def said(self, mark: int) -> str:
        """What the point says: the day, the value and what it is about."""
        return clean(self.marks[mark].words) if 0 <= mark < len(self.marks) else ""


def alone(
    journal: Journal,
    key: str,
    *,
    width: int = 72,
    height: int = 11,
    since: str = "",
    until: str = "",
    ascii: bool = False,
    step: int = 0,
) -> Alone | None:
    """The part with this key, or the one so many steps after it; None when there is nothing in this range.

    A key that is no longer there stands for the first part of the same declaration.
    """
    parts = progress(
        journal,
        width=width,
        height=height,
        since=since,
        until=until,
        ascii=ascii,
        written=progress_charts.MOST_WRITTEN,
    )
    if not parts:
        return None
    keys = [part.key for part in parts]
    place = keys.index(key) if key in keys else _nearest(keys, key)
    place = max(0, min(len(parts) - 1, place + step))
    part = parts[place]
    return Alone(part, part.marks() if part.marks else [], place, len(parts))


def _nearest(keys: list[str], key: str) -> int:
    """The first part of the same declaration, else the first of all."""
    declared = key.rpartition(":")[0]
    return next((place for place, one in enumerate(keys) if one.rpartition(":")[0] == declared), 0)
