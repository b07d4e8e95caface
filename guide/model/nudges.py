"""Transparent checks for a concrete sentence: at most one question, never a block, never a grade.

Plain word lists, no model; the order below decides which question is asked when several would fit, the most
helpful one first. The rules are the project's own reading of concreteness training (Watkins 2012) and of
Lindsley's dead man's test; the lists stand in `words/nudges.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from guide.words import nudges as words_

_WORD = re.compile(r"[\w'’]+")
_ORDER = ("C9", "C7", "C6", "C2", "C8", "C1", "C3", "C4", "C5")


def question(words: str, *, other: str = "", where: str = "", off: frozenset[str] = frozenset()) -> str:
    """The one question worth asking about a fact, or an empty text.

    `other` is what stands under "then", `where` what stands under the situation; `off` are checks the
    person has turned off (C1 to C9). A question about situation or frequency is asked only when nothing
    else shows either: plain facts without a number are fine.
    """
    failed = checks(words, other=other, where=where)
    for name in _ORDER:
        if name in failed and name not in off:
            return words_.QUESTIONS[name]
    return ""


def checks(words: str, *, other: str = "", where: str = "") -> set[str]:
    """The checks that would have something to ask (C1 to C9)."""
    line = " ".join(words.lower().replace("’", "'").split())
    tokens = _WORD.findall(line)
    if _thin(line, tokens):
        return {"C9"}
    if not line.isascii() and not any(letter in "abcdefghijklmnopqrstuvwxyz" for letter in line):
        return set()
    act = _acts(tokens)
    failed: set[str] = set()
    if not act and _has(line, words_.ABSENCE_WORDS):
        failed.add("C6")
    elif not act and any(token in words_.STATE_VERBS for token in tokens):
        failed.add("C2")
    if _has(line, words_.TRAIT_WORDS) and not act:
        failed.add("C7")
    if _has(line, words_.DISCOUNT_WORDS):
        failed.add("C8")
    if not any(token in words_.FIRST_PERSON for token in tokens) and not (tokens and _is_act(tokens[0])):
        failed.add("C1")
    placed = bool(where.strip()) or any(token in words_.SITUATION_WORDS for token in tokens)
    counted = any(token in words_.FREQUENCY_WORDS or token[0].isdigit() for token in tokens)
    if not placed and not counted:
        failed |= {"C4", "C5"}
    if not other.strip() and not _has(line, words_.CONTRAST_WORDS) and not (placed or counted):
        failed.add("C3")
    return failed


def _thin(line: str, tokens: list[str]) -> bool:
    if tokens and line.isascii():
        return len(tokens) < words_.THIN_WORDS
    return len(line) < words_.THIN_CHARACTERS


def _acts(tokens: list[str]) -> bool:
    return any(_is_act(token) for token in tokens)


def _is_act(token: str) -> bool:
    if token in words_.STATE_VERBS or token in words_.STATE_ADJECTIVES:
        return False
    return token in words_.ACT_VERBS or (len(token) > 4 and token.endswith(("ed", "ing")))


def _has(line: str, phrases: Iterable[str]) -> bool:
    return any(
        re.search(rf"(?<![\w]){re.escape(phrase)}(?![\w])", line) or (phrase == "n't" and phrase in line)
        for phrase in phrases
    )
