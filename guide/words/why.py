"""Why something is asked, and how sure that is: F1 inside an exercise, and `?` in line mode. Constants only."""

from __future__ import annotations

from typing import Final

HEAD: Final = "Why this, and how sure are we"
LIMITS: Final = "What it cannot show: {words}"
CITED: Final = "Source: {cite}"
NOT_CITED: Final = (
    "No study is cited for this. It rests on our own reasoning, and you may see it another way."
)
NOT_CITED_THEIRS: Final = "No source is named for this. It rests on the reasoning of whoever wrote it."
"""In somebody else's pack."""
NOTHING: Final = "Nothing is written about why this is asked."
