"""A page that opens by itself: help now, where an answer said that somebody is not safe (care rule 12)."""

from __future__ import annotations

from guide.journal.sitting import Sitting
from guide.steps.base import Step


def opens_help_now(sitting: Sitting, step: Step | None) -> bool:
    """Whether help now belongs over this step now: once a sitting, so that one can read what stands beneath."""
    if step is None or not step.get("open") or step["id"] in sitting.opened:
        return False
    sitting.opened.add(step["id"])
    return True
