"""Made-up lives for tests of what is taken away: random walks through a real pack, at odd moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from guide import places
from guide.errors import GuideError
from guide.journal.journal import Journal
from guide.journal.shown import feeds_of_entry
from guide.steps import KINDS
from guide.steps.base import Answer
from guide.store import derived, entries, pages, trash
from guide.store.records import Stamp

HOSTILE = (
    "=HYPERLINK(\"http://x\")", "+1", "-2+3", "@SUM(A1)", "\tx", "<script>alert(1)</script>", "[/ red] [b]x[/b]",
    "```\n# no heading\n```", "a,b;\"c\"\nd", "\u202eevil\x1b]52;c;aGk=\x07", "你好 👩‍👩‍👧 می‌خواهم", "'; DROP TABLE entries; --",
    "x" * 3000, " = 1", "＝1", "\u2028", "{step} {words} %s {0}", "\\", "null", "1e400",
)  # fmt: skip
"""What a person, or a file, may hold."""

MOMENTS = (
    ("2024-02-29T23:59:59", 0), ("2024-03-01T00:00:00", 0), ("2026-03-29T00:59:59", 60), ("2026-03-29T01:00:00", 120),
    ("2026-10-25T00:30:00", 120), ("2026-10-25T01:30:00", 60), ("2026-11-23T11:59:59", 720), ("2026-11-23T12:00:00", -720),
    ("2019-01-01T00:00:00", 0), ("2026-12-31T23:59:59", -570), ("1970-01-01T00:00:00", -60), ("2099-06-01T12:00:00", 840),
)  # fmt: skip
"""Leap days, both changes of the clocks, the date line, midnight, and clocks that are wrong by years."""


class Clock:
    """A clock that goes on by some seconds each time it is read, and jumps when told."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.now, self.offset = datetime(2026, 11, 2, 10, tzinfo=UTC), 60

    def __call__(self) -> Stamp:
        self.now += timedelta(seconds=self._random.choice((0, 1, 1, 40)))
        return Stamp(self.now.strftime("%Y-%m-%dT%H:%M:%SZ"), self.offset)

    def jump(self) -> None:
        if self._random.random() < 0.3:
            moment, self.offset = self._random.choice(MOMENTS)
            self.now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        else:
            self.now += timedelta(hours=self._random.choice((1, 7, 24, 24 * 30)))


def opened(home: Path, random: Random, named: tuple[Path, ...] = ()) -> Journal:
    """A journal whose clock is the random one."""
    return Journal.open(places.find(str(home), {}), clock=Clock(random), named=named, tidy=False)


def live(journal: Journal, random: Random, sittings: int) -> list[str]:
    """Walk through exercises at random; the entries. Some are stopped, left as drafts, edited, or thrown away."""
    names = [exercise.ref for exercise in journal.library.exercises()]
    made: list[str] = []
    for _ in range(sittings):
        journal.clock.jump()  # type: ignore[attr-defined]
        try:
            sitting = journal.begin(random.choice(names))
        except GuideError:
            continue  # nothing to live on yet
        made.append(sitting.entry)
        ending = random.random()
        for _ in range(40):
            step = sitting.view().step
            if step is None:
                break
            if ending < 0.3 and random.random() < 0.1:
                if ending < 0.15:
                    sitting.stop()
                break
            _answer(sitting, step, random)
        if random.random() < 0.3:
            sitting.more()
        _after(journal, sitting.entry, random)
    if random.random() < 0.7:
        made.append(_leave(journal, random, names))
    return list(dict.fromkeys(made))


def _leave(journal: Journal, random: Random, names: list[str]) -> str:
    """One more begun, and left in the middle of a word."""
    while True:
        try:
            sitting = journal.begin(random.choice(names))
        except GuideError:
            continue
        if sitting.view().step is not None:
            sitting.hold(random.choice(HOSTILE))
            return sitting.entry


def _answer(sitting: Any, step: dict[str, Any], random: Random) -> None:
    kind = KINDS[step["kind"]]
    if step["kind"] in ("short", "long"):
        raw: Any = random.choice(HOSTILE)[: step.get("max_length") or 4000]
    else:
        tries = [*kind.tries(step), None] if kind.asks else [None]
        raw = random.choice(tries)
    if random.random() < 0.15:
        sitting.hold(raw if raw is not None else random.choice(HOSTILE))
    if random.random() < 0.1 and sitting.view().can_go_back:
        sitting.back()
    elif random.random() < 0.15 or not sitting.give(raw).kept:
        sitting.skip(sure=True)


def _after(journal: Journal, entry: str, random: Random) -> None:
    store = journal.store
    record = pages.entry(store, entry)
    if record.ended and random.random() < 0.3:
        edit(journal, entry, random)
    if random.random() < 0.1:
        trash.trash(store, entry, journal.clock())
    for item in derived.items(store, list(_collections(journal)))[:1]:
        if random.random() < 0.2:
            derived.archive(store, item.id, random.random() < 0.7)


def edit(journal: Journal, entry: str, random: Random) -> None:
    """Another answer to one step of an ended entry; what it feeds follows."""
    record = pages.entry(journal.store, entry)
    steps = [one for one in record.steps if one.frozen.get("kind") in ("scale", "short") and one.answers]
    if steps:
        step = random.choice(steps)
        value: Any = random.randint(0, 10) if step.frozen["kind"] == "scale" else random.choice(HOSTILE)
        entries.answer(
            journal.store, entry, step.step, Answer("given", value), journal.clock(), cursor=record.cursor
        )
        entries.refresh(journal.store, entry, feeds_of_entry(pages.entry(journal.store, entry)))


def _collections(journal: Journal) -> list[str]:
    return [name for pack in journal.library.packs for name, said in journal.library.declarations(pack).items()
            if said["group"] == "collections"]  # fmt: skip


__all__ = ["HOSTILE", "Clock", "edit", "live", "opened"]
