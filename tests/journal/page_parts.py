"""The built-in pack's part of the page for a prescriber, for journals whose pack does not ask for all of it."""

from __future__ import annotations

from typing import Any, Final

from guide.journal.journal import Journal

PARTS: Final[tuple[tuple[str, str, bool], ...]] = (
    ("sentence", "one-sentence", True),
    ("questions", "questions", True),
    ("medicine", "medicine", False),
    ("substances", "other-substances", True),
    ("taking", "taking", False),
    ("not-as-prescribed", "days-not-as-prescribed", False),
    ("since", "flatness-since", False),
    ("before", "flat-before", False),
    ("sides", "muted-check/side", False),
    ("flatness", "flatness", False),
    ("words", "muted-check/words", False),
    ("through", "got-through", True),
    ("costs", "costs", True),
    ("glad", "glad-of", True),
    ("want", "want-back", True),
    ("mood", "mood", False),
    ("measures", "measures", False),
    ("effects", "other-effects", False),
)


def whole(journal: Journal) -> Journal:
    """The same journal, whose built-in pack asks for every part of the page."""
    parts: list[dict[str, Any]] = [
        {"part": part, "from": source, **({"free_text": True} if own else {})} for part, source, own in PARTS
    ]
    journal.library.packs["core"]["summary"] = parts
    return journal
