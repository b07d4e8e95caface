"""The three people, each lived through once for all tests of this folder."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

import pytest

from guide.journal import beneath, demo
from guide.journal.demo import Visit
from guide.journal.home import Home, home
from guide.journal.journal import Journal
from guide.journal.shown import View
from guide.journal.sitting import Sitting
from guide.store import pages
from guide.store.records import EntryRecord, Stamp

from . import easing, numb, worse

TODAY: Final = "2026-11-23"
MONTHS: Final[dict[str, Callable[[], list[Visit]]]] = {
    "easing": easing.month,
    "worse": worse.month,
    "numb": numb.month,
}
WHO: Final = tuple(MONTHS)
Look = Callable[[Journal, Home], None]


class Lived(NamedTuple):
    """A month that was lived: home on each morning and each evening, and the notices above its steps."""

    journal: Journal
    mornings: list[tuple[str, Home]]
    evenings: list[tuple[str, Home]]
    notices: list[str]

    def entries(self, exercise: str) -> list[EntryRecord]:
        """The ended sittings of an exercise, the earliest first."""
        ref = self.journal.library.find(exercise).ref
        rows = pages.page(self.journal.store, exercise=ref, limit=1000)
        return [pages.entry(self.journal.store, row.id) for row in reversed(rows)]

    def shown(self, exercise: str, step: str) -> list[dict[str, Any]]:
        """A step as each of these sittings showed it, where it was shown."""
        return [
            one.frozen for entry in self.entries(exercise) for one in entry.steps if one.step == step and one.frozen
        ]  # fmt: skip


@functools.cache
def lived(who: str) -> Lived:
    """One person's month. Nothing may be changed in it; a test that does lives it anew."""
    return live(MONTHS[who]())


def live(visits: Iterable[Visit], today: str = TODAY, look: Look = lambda journal, shown: None) -> Lived:
    """A month of sittings in a journal of its own, which then stands on the morning after.

    `look` is called each morning and evening with home as it stands there.
    """
    journal = demo.opened(visits=[], clock=lambda: Stamp(f"{today}T09:00:00Z"))
    month = Lived(journal, [], [], [])
    view, usual, by_day = Sitting.view, journal.clock, list(visits)

    def watched(sitting: Sitting) -> View:
        shown = view(sitting)
        month.notices.extend([shown.notice] if shown.notice else [])
        return shown

    def at(back: int, hour: str, into: list[tuple[str, Home]]) -> None:
        moment = demo.moment(back, hour, today, 0)
        journal.clock = lambda: moment
        shown = home(journal)
        if shown.beneath is not None:
            beneath.stood(journal, shown.beneath)
        into.append((moment.day, shown))
        look(journal, shown)
        journal.clock = usual

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sitting, "view", watched)
        for back in range(28, 0, -1):
            at(back, "06:00", month.mornings)
            demo.play(journal, [one for one in by_day if one.back == back], today)
            at(back, "23:59", month.evenings)
        at(0, "09:00", month.mornings)
    return month
