"""How hard a text is to read: the reading grade of English prose, and counting words in any language with spaces.

    grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59

Source of the formula: Kincaid JP, Fishburne RP, Rogers RL, Chissom BS (1975). Derivation of new readability
formulas (Automated Readability Index, Fog Count and Flesch Reading Ease Formula) for Navy enlisted personnel.
Research Branch Report 8-75, Naval Technical Training Command, Millington, Tennessee. The result is a US school
grade: 8 is what most people of fourteen read with ease.

Syllables are counted by a rule of our own (groups of vowels, silent endings left out), which is off by one now
and then; over a whole exercise that moves the grade by a few tenths. The rule is held to passages counted by
ear (`tests/model/test_reading.py`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_END: Final = re.compile(r"[.?!…]+[\"'”’)\]]*(?:\s|$)")
_PARAGRAPH: Final = r"\n[ \t]*(?:\n|[-•*] )"
_VOWELS: Final = re.compile(r"[aeiouy]+")
# Vowels side by side that are spoken apart: di-et, li-on, librari-an, actu-al, try-ing, ide-a, muse-um.
_APART: Final = re.compile(
    r"ia(?![ln])|(?<![clst])ian|(?<![ct])ial|eum\b|io(?!n)|[^qg]ua(?!r)|ying|iet|dea\b|real"
)
# An e that is written and not spoken: makes, asked, some-thing; but lit-tle, box-es, want-ed.
_SILENT: Final = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouyl]l)e$"
    r"|(?<=[^aeiouysxzcg])(?<![^aeiouyl]l)(?<![cs]h)es$"
    r"|(?<=[^aeiouytd])ed$"
    r"|(?<=[aeiou][^aeiou])e(?=ly|ment|ful|less|thing|times|where|body)"
)
_ENDS: Final = (".", "?", "!", "…", ":")

WITHOUT_SPACES: Final = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "yue", "zh"})
"""Languages that do not part words by spaces: their words cannot be counted so."""


def words(text: str) -> list[str]:
    """The words of a text; a number is one word, and so is each half of a word with a hyphen."""
    return _WORD.findall(text)


def sentences(text: str) -> int:
    """How many sentences; a colon or semicolon does not end one, although the reader may rest there."""
    return max(1, len(_END.findall(text.strip())))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Spoken syllables of one English word, by rule; a number counts as two."""
    if word.isdigit():
        return 2
    word = word[:40].lower().split("'")[0].split("’")[0]
    count = len(_VOWELS.findall(word)) + len(_APART.findall(word)) - len(_SILENT.findall(word))
    return max(1, count)


class Measure(NamedTuple):
    """What the grade of a text is made from; the measures of texts add up to that of all of them."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The grade. Raises ValueError when there are no words."""
        if not self.words:
            raise ValueError("A text without words has no reading grade.")
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def measure(text: str) -> Measure:
    """Words, sentences and syllables of an English text."""
    found = words(text)
    return Measure(len(found), sentences(text), sum(map(syllables, found)))


def grade(text: str) -> float:
    """The grade of a text that holds at least one word. Raises ValueError when it holds none."""
    return measure(text).grade


def closed(text: str) -> str:
    """Prose with a stop at the end of each paragraph and list entry, so that two are not read as one sentence."""
    if "\n" not in text:
        return text if text.endswith(_ENDS) else text + "."
    pieces = (" ".join(piece.split()) for piece in re.split(_PARAGRAPH, text))
    return " ".join(piece if piece.endswith(_ENDS) else piece + "." for piece in pieces if piece)
