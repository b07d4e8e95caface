"""Where a draft was left, in the words of its question."""

from __future__ import annotations

from typing import Final

from guide.errors import GuideError
from guide.insight.texts import shortened
from guide.journal.journal import Journal
from guide.store import pages

MOST: Final = 80
"""Columns of the question."""


def left_at(journal: Journal, entry: str) -> str:
    """The question at which a draft was left, in one line.

    Empty at a text, which asks nothing, when nothing was shown yet, and when it cannot be read.
    """
    try:
        record = pages.entry(journal.store, entry)
    except GuideError:
        return ""  # the draft still stands in the list; opening it says what is wrong
    shown = [step for step in record.steps if step.frozen]
    here = [step.frozen for step in shown if step.step == record.cursor] or [
        step.frozen for step in shown[:1]
    ]
    frozen = here[0] if here else {}
    return shortened(str(frozen.get("prompt") or ""), MOST) if frozen.get("kind") != "text" else ""
