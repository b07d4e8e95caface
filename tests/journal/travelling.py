"""A clock that travels, and a person who notes something of every kind wherever they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from guide.journal.journal import Journal
from guide.journal.shown import feeds_of_entry
from guide.store import fingerprint, health, rebuilding
from guide.store.records import Stamp
from tests.journal.making import Clock, journal, log, play
from tests.journal.moving import PACK, levels, note, set_up, walk

Moment = tuple[str, int]
"""UTC, and how many minutes the clock there is ahead of it."""


class Local(Clock):
    """A clock that knows where it is: minutes east of Greenwich."""

    offset = 60

    def at(self, utc: str, offset: int) -> None:
        self.now, self.offset = Clock(utc).now, offset

    def __call__(self) -> Stamp:
        return Stamp(super().__call__().utc, self.offset)


def kept(folder: Path, clock: Clock) -> Iterator[Journal]:
    """A journal that is looked at in the end: a rebuild makes the same of its answers."""
    made = journal(folder, clock, (PACK,))
    yield made
    before = fingerprint.fingerprints(made.store)
    rebuilding.rebuild(made.store, feeds_of_entry)
    assert fingerprint.fingerprints(made.store) == before, "a rebuild keeps every local day"
    assert health.run(made.store) == []
    made.close()


def noted(opened: Journal, clock: Local, *moments: Moment, strength: int = 7) -> None:
    """A log at each moment."""
    for utc, offset in moments:
        clock.at(utc, offset)
        log(opened, strength=strength)


def everything(opened: Journal, clock: Local, moments: Sequence[Moment]) -> None:
    """At each moment a log with its grid, a round, a measure, options, a word, a number and a new fact."""
    clock.at(*moments[0])
    set_up(opened)
    for place, moment in enumerate(moments):
        clock.at(*moment)
        sitting = log(opened)
        sitting.more()
        play(sitting, {"words": {"cells": {"joy": "muted"}}})
        walk(opened, "To the shop", 6, place)
        levels(opened, Stairs=str(place % 7))
        note(opened, did=["walked"], word="heavy", minutes=str(place))
        play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": f"thing {place}"}]})
