"""A journal in a folder of its own, at a moment that stands still until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from guide import places
from guide.journal.journal import Journal
from guide.journal.sitting import Sitting
from guide.store.records import Stamp


class Clock:
    """A clock that is moved by hand. `now` is UTC, `offset` the minutes that local time is ahead of it."""

    def __init__(self, start: str = "2026-11-02T10:00:00", offset: int = 0) -> None:
        self.set(start, offset)

    def __call__(self) -> Stamp:
        return Stamp(self.now.strftime("%Y-%m-%dT%H:%M:%SZ"), self.offset)

    def set(self, start: str, offset: int = 0) -> None:
        """The same clock at another moment, or in another place."""
        self.now, self.offset = datetime.fromisoformat(start).replace(tzinfo=UTC), offset

    def move(self, **span: float) -> None:
        self.now += timedelta(**span)


def journal(folder: Path, clock: Clock | None = None, named: tuple[Path, ...] = ()) -> Journal:
    """The journal kept in this folder."""
    return Journal.open(places.find(str(folder), {}), clock=clock or Clock(), named=named)


def play(sitting: Sitting, answers: dict[str, Any]) -> None:
    """Answer every step by its id until the walk is at its end; steps without an answer are left open."""
    while (step := sitting.view().step) is not None:
        outcome = sitting.give(answers[step["id"]]) if step["id"] in answers else sitting.skip()
        assert outcome.kept, outcome


def log(opened: Journal, side: str = "both", strength: int = 7, mood: int = 4) -> Sitting:
    """One quick log to its end."""
    sitting = opened.begin("muted-check")
    play(sitting, {"side": side, "strength": strength, "mood": mood})
    return sitting


def a_sentence(opened: Journal, fact: str = "ring Ann on Sundays") -> None:
    """One fact and a sentence that stands on it, through the real exercises."""
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": fact}]})
    sitting = opened.begin("build-a-sentence")
    picked = sitting.view().step
    assert picked is not None
    sitting.give([picked["choices"][0]["item"]])
    play(sitting, {"sentence": {"text": f"The medicine may have made room. I {fact}.", "believable": 6}})


def a_round(opened: Journal, before: Any, after: Any) -> Sitting:
    """One round of rehearsal of the suggested sentence."""
    sitting = opened.begin("rehearse")
    step = sitting.view().step
    assert step is not None
    sitting.give([step["choices"][0]["item"]])
    play(sitting, {"rounds": {"rounds": [{"before": before, "said": True, "after": after, "way": "head"}]}})
    return sitting
