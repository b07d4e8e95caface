"""The short steps of an exercise whose layout is one screen, as rows: each frozen step with its raw answer."""

from __future__ import annotations

from typing import Any

from guide.journal.sitting import Sitting
from guide.model.exercise import freeze
from guide.steps.base import GIVEN, HIDDEN, SKIPPED, Answer, Json

Rows = list[tuple[dict[str, Any], Json]]


def rows(sitting: Sitting) -> tuple[Rows, int]:
    """(rows, index of the current one); the index is `len(rows)` when no row is asked any more.

    A step behind `m` is no row. A step that a condition hides is none either, once the current step has come
    past it; before that it may still be asked, so its row stands there and nothing jumps.
    """
    walk = sitting.walk
    states = walk.states()
    current = walk.current["id"] if walk.current is not None else ""
    found: Rows = []
    at = -1
    for step in walk.steps:
        if step["id"] == current:
            at = len(found)
        if step.get("more") or (states[step["id"]] == HIDDEN and (at < 0 or current in walk.answers)):
            continue
        answer = walk.answers.get(step["id"])
        found.append((_frozen(sitting, step), _raw(answer)))
    return found, at if 0 <= at < len(found) else len(found)


def _raw(answer: Answer | None) -> Json:
    if answer is None or answer.state == SKIPPED:
        return None
    return answer.value if answer.state == GIVEN else answer.state


def _frozen(sitting: Sitting, step: Any) -> dict[str, Any]:
    """The step as it was shown; one that was not shown yet, as it would be shown now."""
    shown = sitting._frozen.get(step["id"])  # the sitting's own copy, in the same room
    if shown is not None:
        return shown
    pack = sitting.exercise.ref.split("/")[0]
    if pack not in sitting.library.packs:
        return dict(step)
    return freeze(step, sitting.world, sitting.library.languages(pack), sitting.world.words)
