"""Two made-up weeks with the example pack, through real sittings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from guide import places
from guide.journal.journal import Journal
from guide.journal.sitting import Sitting
from guide.steps import KINDS

from .making import Clock

EXAMPLE: Final = Path(__file__).resolve().parents[2] / "docs" / "examples" / "moving-again"
EXERCISES: Final = ("today", "small-step", "keep-an-eye", "kind-sentence", "say-it", "look-back")
Answers = Mapping[str, Any]


def opened(folder: Path, clock: Clock | None = None, language: str = "en") -> Journal:
    return Journal.open(
        places.find(str(folder), {}), named=(EXAMPLE,), clock=clock or Clock(), language=language
    )


def walk(journal: Journal, name: str, answers: Answers) -> Sitting:
    """One exercise with everything behind `m`; an answer may be a function of the step as shown."""
    sitting = journal.begin(f"moving-again/{name}")
    while True:
        while (step := sitting.view().step) is not None:
            raw = answers.get(step["id"])
            raw = raw(step) if callable(raw) else raw
            asked = raw is not None or not KINDS[step["kind"]].asks or step["kind"] == "count"
            outcome = sitting.give(raw) if asked else sitting.skip()
            assert outcome.kept, (step["id"], outcome)
        if not sitting.more():
            return sitting


def first(count: int = 1) -> Callable[[Any], Any]:
    """Pick the first items on offer."""
    return lambda step: [one["item"] for one in step["choices"][:count]] or None


def frozen(sitting: Sitting, step: str) -> dict[str, Any]:
    """A step as this sitting showed it."""
    return sitting._frozen[step]


DAYS: Final[tuple[tuple[str, int | None, int, int | None], ...]] = (
    ("little", 5, 6, 10), ("rest", None, 4, None), ("little", 4, 5, 12), ("some", 6, 6, 15), ("rest", None, 3, None),
    ("lot", 8, 9, 40), ("rest", None, 7, None), ("little", 5, 5, 8), ("some", 4, 5, 15), ("some", 4, 4, 18),
    ("rest", None, 3, None), ("little", 3, 4, 3), ("some", 4, 4, 20), ("some", 3, 4, 20),
)  # fmt: skip
"""Two weeks: pace, breathlessness, what it took, minutes."""


def a_day(pace: str, breath: int | None, toll: int, minutes: int | None) -> dict[str, Any]:
    return {
        "pace": pace,
        "breath": breath,
        "toll": toll,
        "did": ["rest"] if pace == "rest" else ["walk", {"other": "the garden"}],
        "minutes": minutes,
        "battery": 100 - 10 * toll,
        "mood": 5,
        "body": {"cells": {"legs": "less", "breath": "less", "sleep": "same", "head": "less"}},
        "word": "slow" if toll > 4 else "mild",
        "rested-how": "lay down by the window" if pace == "rest" else None,
        "company": "yes",
    }


STEP: Final[dict[str, Any]] = {
    "done": [{"what": "walked to the gate", "where": "garden", "hard": "some", "day": "yesterday"}],
    "again": first(),
    "next": {"cue": "I have had my coffee", "action": "walk to the gate", "obstacle": "if it rains, the corridor"},
    "fit-today": lambda step: {"cells": dict.fromkeys(step["rows"], "fits")},
}  # fmt: skip
WATCH: Final[dict[str, Any]] = {
    "my-word": "getting going",
    "first-day": "September 2026",
    "illness": [{"what": "pneumonia", "how": "weeks", "day": "2026-10-05"}],
    "setback": "2026-10-20",
    "measures": [{"name": "stairs in one go", "low": 0, "high": 60, "better": "higher", "start": 4, "since": "2026-10"}],
}  # fmt: skip
SENTENCE: Final[dict[str, Any]] = {
    "facts": first(2),
    "sentence": lambda step: {"text": step["starts"][0], "believable": 6},
    "friend": "It takes the time it takes.",
}


def a_round(before: Any, after: Any) -> dict[str, Any]:
    rounds = [{"before": before, "said": True, "after": after, "way": "low", "expect": "to blush"}] * 2
    return {"which": first(), "rounds": {"rounds": rounds}, "felt": 4, "warmth": 35}


BACK: Final[dict[str, Any]] = {
    "plans": lambda step: [
        {"item": one["item"], "fields": {"tried": "partly", "happened": "it rained"}}
        for one in step["choices"]
    ],
    "keep-one": first(),
    "beside": "heavier",
    "helped": ["rest", "people", "air"],
    "cost": "the stairs at work",
    "want": "an hour in the garden",
    "questions": [{"ask": "How do I know that it is too much?"}],
    "every": "two-weeks",
}


def live(journal: Journal, clock: Clock) -> dict[str, list[Sitting]]:
    """Two weeks of it; the sittings by exercise."""
    done: dict[str, list[Sitting]] = {name: [] for name in EXERCISES}

    def did(name: str, answers: Answers) -> None:
        done[name].append(walk(journal, name, answers))
        clock.move(minutes=30)

    for number, day in enumerate(DAYS):
        did("today", a_day(*day))
        if number in (0, 3, 8):
            did(
                "small-step",
                {**STEP, "done": [{**STEP["done"][0], "what": f"walked to the gate, day {number}"}]},
            )
        if number in (1, 4, 7, 10, 13):
            now = {
                "now": lambda step, n=number: [{"item": step["choices"][0]["item"], "fields": {"now": 4 + n}}]
            }
            did("keep-an-eye", {**(WATCH if number == 1 else {}), **now} if number > 1 else WATCH)
        if number == 2:
            did("kind-sentence", SENTENCE)
        if number in (3, 5, 8, 10, 12):
            did("say-it", a_round(7, 6 - number // 4))
        if number in (7, 13):
            did("look-back", BACK)
        clock.now = clock.now.replace(hour=10, minute=0) + timedelta(days=1)
    clock.move(days=-1, hours=8)
    return done
