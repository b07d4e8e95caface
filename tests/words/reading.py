"""Reading grade of English prose, by the Flesch-Kincaid formula.

    grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59

Source: Kincaid JP, Fishburne RP, Rogers RL, Chissom BS (1975). Derivation of new readability formulas
(Automated Readability Index, Fog Count and Flesch Reading Ease Formula) for Navy enlisted personnel. Research
Branch Report 8-75, Naval Technical Training Command, Millington, Tennessee. The result is a US school grade.

Syllables are counted by a rule of our own (groups of vowels, silent endings left out), which is off by one
now and then; over a whole exercise that moves the grade by a few tenths.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+")
_SENTENCE: Final = re.compile(r"[.?]+(?:\s|$|”)")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_HIATUS: Final = re.compile(r"ia(?!l\b|n\b)|io(?!n)|[^qg]ua(?!r)|ying|iet|dea\b|real")


def words(text: str) -> list[str]:
    """The words of a text; a number is one word."""
    return _WORD.findall(text)


def sentences(text: str) -> int:
    """How many sentences; a colon or semicolon does not end one, although the reader may rest there."""
    return max(1, len(_SENTENCE.findall(text.strip())))


def syllables(word: str) -> int:
    """Spoken syllables of one English word, by rule; a number counts as two."""
    if word.isdigit():
        return 2
    word = word.lower().split("'")[0].split("’")[0]
    count = len(_VOWELS.findall(word)) + len(_HIATUS.findall(word))
    silent_e = re.search(r"[^aeiouy]e$", word) and not re.search(r"[^aeiouyl]le$", word)
    silent_es = re.search(r"[^aeiouysxzcg]es$", word) and not re.search(r"[^aeiouyl]les$|[cs]hes$", word)
    silent_ed = re.search(r"[^aeiouytd]ed$", word)
    inner_e = re.search(r"[aeiou][^aeiou]e(ly|ment|ful|less|thing|times|where|body)", word)
    count -= sum(1 for silent in (silent_e, silent_es, silent_ed, inner_e) if silent)
    return max(1, count)


def grade(text: str) -> float:
    """The grade of a text that holds at least one word. Raises ValueError when it holds none."""
    found = words(text)
    if not found:
        raise ValueError("A text without words has no reading grade.")
    spoken = sum(syllables(word) for word in found)
    return 0.39 * len(found) / sentences(text) + 11.8 * spoken / len(found) - 15.59
