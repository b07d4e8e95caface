"""Words that may mean somebody is not safe: matched on this computer, answered with two lines, kept nowhere.

Care rule 15: never a dialog, never while typing, and nothing about the match is stored.
"""

from __future__ import annotations

from guide.words.unsafe import WORDS


def matches(text: str) -> bool:
    """Whether a text holds one of the phrases at a word's start. Over-inclusive on purpose; English only."""
    line = " " + " ".join(text.lower().replace("’", "'").split())
    for phrase in WORDS:
        start = line.find(phrase)
        while start != -1:
            if not line[start - 1].isalnum():
                return True
            start = line.find(phrase, start + 1)
    return False
