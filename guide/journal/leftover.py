"""Words that were typed and are no answer yet: half a record, half a round. They are kept when one stops."""

from __future__ import annotations

from guide.clean import clean
from guide.steps.base import Json

_NOT_WORDS = frozenset({
    "item", "at", "now", "part", "way", "state", "cells", "column", "collection", "evidence", "next", "revises",
    "precision",
})  # fmt: skip
"""Keys of a raw answer whose texts are names. `now` is a name in a list's record, and a group in a round."""


def words_in(raw: Json) -> list[str]:
    """Everything a person typed in a raw answer, in order, cleaned."""
    if isinstance(raw, str):
        words = clean(raw).strip()
        return [words] if words else []
    if isinstance(raw, dict):
        return [
            words
            for key, value in raw.items()
            if key not in _NOT_WORDS or (not isinstance(value, str) and key == "now")
            for words in words_in(value)
        ]
    return [words for one in raw for words in words_in(one)] if isinstance(raw, list) else []


def left_over(raw: Json, kept: Json) -> list[str]:
    """The typed words that the kept answer does not hold."""
    there = " ".join(words_in(kept))
    return [words for words in words_in(raw) if words not in there]
