"""A journal with the pack of moving.yaml, and its exercises played by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.journal.journal import Journal
from guide.journal.progress import Part, progress
from guide.store import derived
from tests.journal.making import play

PACK = Path(__file__).parent / "moving.yaml"
FROM = "(from the pack “Back to [bold]moving[/bold]”)"
ESCAPE = "\x1b[31m"


def note(opened: Journal, **answers: Any) -> None:
    play(opened.begin("day-note"), answers)


def picked(opened: Journal, label: str) -> str:
    """The id of an item by its label."""
    names = ("walks", "measures", "plans")
    held = [item for name in names for item in derived.items(opened.store, f"moving/{name}")]
    return next(item.id for item in held if item.label == label)


def walk(opened: Journal, label: str, before: Any, after: Any) -> None:
    sitting = opened.begin("walk")
    sitting.give([picked(opened, label)])
    play(sitting, {"before": before, "after": after})


def levels(opened: Journal, **now: Any) -> None:
    play(
        opened.begin("levels"),
        {"now": [{"item": picked(opened, label), "fields": {"now": value}} for label, value in now.items()]},
    )


def set_up(opened: Journal) -> None:
    measures = [
        {"name": "Stairs", "low": "0", "high": "6", "better": "higher", "baseline": "2", "since": "2026-03"},
        {"name": "Breath", "low": "0", "high": "10", "better": "lower", "baseline": "0"},
        {"name": "Sleep", "low": "0", "high": "12", "better": "none"},
    ]
    flares = [
        {"when": "2026-03", "what": f"a [b]bad{ESCAPE} month"},
        {"when": "2024", "what": "after the flu"},
        {"when": "2026-09-30", "what": "after the move"},
    ]
    walks = [{"text": f"Round the [red]block{ESCAPE}"}, {"text": "To the shop"}]
    play(opened.begin("set-up"), {"walks": walks, "measures": measures, "flares": flares})


def parts(opened: Journal, **how: Any) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for part in progress(opened, **how):
        found.setdefault(part.kind, []).append(part)
    return found


def lines(part: Part) -> list[str]:
    return [line for _, group in part.groups for line in group]
