"""The three people, each lived through once for all tests of this folder."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Final, NamedTuple

import pytest

from guide.journal import demo
from guide.journal.demo import Visit
from guide.journal.home import Next, home
from guide.journal.journal import Journal
from guide.journal.shown import View
from guide.journal.sitting import Sitting
from guide.store.records import Stamp

from . import easing, numb, worse

TODAY: Final = "2026-11-23"
MONTHS: Final[dict[str, Callable[[], list[Visit]]]] = {
    "easing": easing.month,
    "worse": worse.month,
    "numb": numb.month,
}


class Lived(NamedTuple):
    """A month that was lived: the journal, what home suggested on each day, and every notice above a step."""

    journal: Journal
    suggested: list[tuple[str, Next | None]]
    noticed: list[str]


@functools.cache
def lived(who: str) -> Lived:
    """One person's month, day by day; home is looked at each morning. Tests that change something live it anew."""
    return live(MONTHS[who]())


def live(visits: list[Visit], today: str = TODAY) -> Lived:
    """A month of sittings in a journal of its own, which then stands on the morning after."""
    journal = demo.opened(visits=[], clock=lambda: Stamp(f"{today}T09:00:00Z"))
    suggested: list[tuple[str, Next | None]] = []
    noticed: list[str] = []
    usual, view = journal.clock, Sitting.view

    def watched(sitting: Sitting) -> View:
        shown = view(sitting)
        noticed.extend([shown.notice] if shown.notice else [])
        return shown

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sitting, "view", watched)
        for back in range(28, -1, -1):
            morning = demo.moment(back, "09:00", today, 0)
            journal.clock = lambda morning=morning: morning  # type: ignore[misc]
            suggested.append((morning.day, home(journal).next))
            journal.clock = usual
            demo.play(journal, [one for one in visits if one.back == back], today)
    return Lived(journal, suggested, noticed)
