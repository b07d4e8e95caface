"""Lints over prose as it is read: how hard an exercise is, and how much stands on the screen at once.

A tired person reads these. The grade is that of English (`model/reading`); words are counted in every language
that parts them by spaces.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.packs.lints.wording import is_english
from guide.steps.fields import TEXT
from guide.steps.problems import Path, Problems

HIGHEST_GRADE: Final = 8
"""Of an exercise as a whole."""

HIGHEST_PIECE: Final = 10
"""Of one long text of it."""

LONG: Final = 25
"""Words from which on the grade of one text says something."""

ENOUGH: Final = 40
"""Words from which on the grade of an exercise says something."""

MOST_WORDS: Final = 60
"""Words of one step on the screen."""

SHOWN: Final = ("prompt", "text", "help")
PROSE: Final = (*SHOWN, "why", "purpose")
NOT_PROSE: Final = ("options", "rows", "columns", "ways", "when", "suggest")
"""Keys beneath which stand names and single words, and no sentences."""


def lint_reading(pack: Mapping[str, Any], problems: Problems, *, built_in: bool) -> None:
    """Report exercises and long texts whose English is hard to read. Nothing is said of other languages."""
    from guide.model.reading import Measure, measure

    report = problems.add if built_in else problems.warn
    for number, exercise in enumerate(pack.get("exercises", [])):
        path: Path = ("exercises", number)
        measures = []
        for place, text in prose(exercise, path, _own(pack)):
            one = measure(text)
            measures.append(one)
            if one.words >= LONG and one.grade > HIGHEST_PIECE:
                report(place, _hard("text", one.grade, HIGHEST_PIECE))
        whole = Measure(*map(sum, zip(*measures, strict=True))) if measures else Measure(0, 0, 0)
        if whole.words >= ENOUGH and whole.grade > HIGHEST_GRADE:
            report((*path, "title"), _hard("exercise", whole.grade, HIGHEST_GRADE))


def _hard(what: str, grade: float, most: int) -> str:
    least = math.ceil(grade * 10) / 10  # 8.04 shown as 8.0 would read as a mistake of ours
    return (
        f"This {what} reads at school grade {least:.1f}; at most {most} is easy for a tired reader. "
        "Shorter sentences and shorter words bring it down."
    )


def lint_step_words(pack: Mapping[str, Any], problems: Problems, *, built_in: bool) -> None:
    """Report steps that put more words on the screen than can be taken in at a glance, in any language."""
    report = problems.add if built_in else problems.warn
    own = _own(pack)
    for number, exercise in enumerate(pack.get("exercises", [])):
        for place, step in enumerate(exercise.get("steps", [])):
            for language, count in too_long(step, own):
                first = next(key for key in SHOWN if key in step)
                several = isinstance(step[first], dict) and language in step[first].get(TEXT, {})
                path: Path = ("exercises", number, "steps", place, first, *([language] if several else []))
                report(path, _too_many(count, "" if language == own else language, "help" in step))


def _too_many(count: int, language: str, helped: bool) -> str:
    shown = f"{count} words{f' in {language}' if language else ''}{' with its help' if helped else ''}"
    return (
        f"This step shows {shown}; at most {MOST_WORDS} are easy to take in. "
        "Make two steps of it, or leave something out."
    )


def too_long(step: Mapping[str, Any], own: str) -> Iterator[tuple[str, int]]:
    """Languages in which a step shows more than `MOST_WORDS` words, with the count."""
    from guide.model.reading import WITHOUT_SPACES, words

    shown = [step[key] for key in SHOWN if key in step]
    for language in _languages(shown, own):
        together = " ".join(_in(text, language, own) for text in shown)
        if len(together) > 2 * MOST_WORDS and language.split("-")[0] not in WITHOUT_SPACES:
            count = len(words(together))
            if count > MOST_WORDS:
                yield language, count


def prose(value: Any, path: Path, own: str) -> Iterator[tuple[Path, str]]:
    """The English prose inside a value, each text closed with a stop; `own` is the language of plain texts."""
    from guide.model.reading import closed

    if isinstance(value, list):
        for index, one in enumerate(value):
            yield from prose(one, (*path, index), own)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in PROSE and (isinstance(one, str) or TEXT in one):
                for language, text in _english(one, own):
                    yield (*path, key, *language), closed(text)
            elif key not in NOT_PROSE and isinstance(one, (dict, list)):
                yield from prose(one, (*path, key), own)


def _own(pack: Mapping[str, Any]) -> str:
    return str(pack.get("language", "en"))


def _english(text: Any, own: str) -> list[tuple[tuple[str, ...], str]]:
    """The English of a normalised text, with the key that leads to it."""
    if isinstance(text, str):
        return [((), text)] if is_english(own) else []
    found: list[tuple[tuple[str, ...], str]] = [
        ((language,), words) for language, words in text[TEXT].items() if is_english(language)
    ]
    return found[:1]


def _languages(texts: list[Any], own: str) -> list[str]:
    """Every language a person may see these texts in."""
    found = dict.fromkeys([own])
    for text in texts:
        if isinstance(text, dict):
            found.update(dict.fromkeys(text.get(TEXT, {})))
    return list(found)


def _in(text: Any, language: str, own: str) -> str:
    """A text as it is shown to somebody who reads this language."""
    if isinstance(text, str):
        return text
    texts = text.get(TEXT, {}) if isinstance(text, dict) else {}
    return str(texts.get(language) or texts.get(own) or next(iter(texts.values()), ""))
