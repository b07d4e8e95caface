"""Asking for a typed word before what cannot be undone."""

from __future__ import annotations

import sys

from guide.cli.frame import print_lines
from guide.errors import GuideError
from guide.words import changing as words


def typed(question: str, word: str) -> bool:
    """Say the question and read one line: whether it is the word, capitals aside.

    Raises GuideError (code 2) when there is nothing to read from: a script says --yes.
    """
    print_lines([question])
    try:
        line = sys.stdin.readline() if sys.stdin is not None else ""
    except (OSError, ValueError):
        line = ""
    if not line:
        raise GuideError(words.NEEDS_WORD, words.NEEDS_WORD_REMEDY.format(word=word), code=2)
    return line.strip().casefold() == word
