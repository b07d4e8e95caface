"""Words that were given, counted: the person's own and those of options, exactly as they stand.

Words are the same when only capitals, spaces or the way an accent is typed differ. They are never grouped by
meaning, and nothing is read into them. There is no "too little to say" here: a single word is listed as it is,
because listing it says no more than the person did.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from guide.insight.dates import day_words, parse_day
from guide.insight.texts import cells, clean, clip, counted
from guide.words import progress as words

MOST = 12  # rows shown
LONGEST = 120  # columns of one row's words; longer ones are cut, the entry holds them whole


class Said(NamedTuple):
    """Words given on a local day (ISO)."""

    text: str
    day: str


class WordCount(NamedTuple):
    """Words as they were written last, how often they were given, and the latest day (ISO)."""

    text: str
    times: int
    last_day: str
    words: str


class WordsCount(NamedTuple):
    """The most frequent words, the newest first among equals. `more` counts those not listed."""

    rows: tuple[WordCount, ...]
    times: int
    different: int
    more: int
    words: tuple[str, ...]


def words_count(said: Sequence[Said], most: int = MOST, *, today: str = "") -> WordsCount:
    """Counts of words, given oldest first. Empty words and days that are no dates are left out.

    `today` (ISO) decides only whether dates need a year.
    """
    found: dict[str, tuple[int, int, str, str]] = {}  # times, place of the latest, its text, its day
    times = 0
    for place, one in enumerate(said):
        text = " ".join(clean(one.text).split())
        if not text or parse_day(one.day) is None:
            continue
        times += 1
        key = same(text)
        found[key] = (found[key][0] + 1 if key in found else 1, place, text, one.day)
    ranked = sorted(found.values(), key=lambda one: (-one[0], -one[1]))
    rows = tuple(_row(n, text, day, today) for n, _, text, day in ranked[: max(0, most)])
    return WordsCount(rows, times, len(found), len(found) - len(rows), (_sentence(times, len(found)),))


def same(text: str) -> str:
    """What two words share when they count as the same."""
    if text.isascii():
        return text.casefold()
    from unicodedata import normalize

    return normalize("NFC", normalize("NFC", text).casefold())


def _row(times: int, text: str, day: str, today: str) -> WordCount:
    shown = text if cells(text) <= LONGEST else clip(text, LONGEST - 1).rstrip() + "…"
    line = words.WORDS_ROW_ONCE if times == 1 else words.WORDS_ROW
    said = line.format(text=shown, times=counted(times, words.TIMES), day=day_words(day, today))
    return WordCount(text, times, day, said)


def _sentence(times: int, different: int) -> str:
    if not times:
        return words.WORDS_NONE
    if times == 1:
        return words.WORDS_ONE
    answers = counted(times, words.ANSWERS)
    if different == 1:
        return words.WORDS_SAME.format(answers=answers)
    return words.WORDS_COUNT.format(answers=answers, different=different)
