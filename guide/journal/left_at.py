"""Where a draft was left, in the words of its step."""

from __future__ import annotations

from guide.errors import GuideError
from guide.journal.journal import Journal
from guide.store import pages


def left_at(journal: Journal, entry: str) -> str:
    """The question at which a draft was left, in one line; empty when nothing was shown yet or it cannot be read."""
    try:
        record = pages.entry(journal.store, entry)
    except GuideError:
        return ""  # the draft still stands in the list; opening it says what is wrong
    frozen = next((step.frozen for step in record.steps if step.step == record.cursor), {})
    words = str(frozen.get("prompt") or frozen.get("text") or "")
    return " ".join(words.split())[:80]
