"""Walks through the steps of typing.yaml, and what of them is no answer yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.journal import look
from guide.journal.journal import Journal
from guide.journal.sitting import Sitting

from .making import Clock, journal

PACK = Path(__file__).with_name("typing.yaml")


def opened(folder: Path, clock: Clock | None = None, pack: Path = PACK) -> Journal:
    return journal(folder / "home", clock, named=(pack,))


def go_to(sitting: Sitting, step: str) -> None:
    """Answer the way to a step, and leave open what has no obvious answer."""
    for _ in range(10):
        if here(sitting) == step:
            return
        sitting.give("left") if here(sitting) == "first" else sitting.skip()
    raise AssertionError(here(sitting))


def here(sitting: Sitting) -> str:
    step = sitting.view().step
    return str(step["id"]) if step is not None else ""


def unfinished(opened: Journal, sitting: Sitting) -> dict[str, list[str]]:
    lines = look.entry(opened, sitting.entry).lines
    return {line.step: line.words for line in lines if line.state == look.UNFINISHED}


def record(at: str = "", /, **fields: str) -> dict[str, Any]:
    """A record, under way at a field when one is named."""
    return {"fields": fields, **({"now": at} if at else {})}
