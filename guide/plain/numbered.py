"""A typed number that chooses a row."""

from __future__ import annotations

from typing import Final

_DIGITS_MOST: Final = 6


def place_in(text: str, most: int) -> int:
    """The place from 1 to `most` that a text names; 0 for anything else, and for a number that is not there."""
    word = text.strip()
    place = int(word) if word.isascii() and word.isdigit() and len(word) <= _DIGITS_MOST else 0
    return place if place <= most else 0
