"""The wording lint: sentences that can harm, push or belittle somebody are named to the author, with a remedy.

The rules stand in `wording.yaml` beside this file; each proves itself on the cases beside it. They are written
for English, and an English text alone is held against them, but for telephone numbers, which look the same
everywhere. A rule can only see words: a text without a report may still be unkind, and a reported one may be
right where it stands, which is why a pack that is not ours gets warnings. What is `refused` is an error there:
it is known by its form, and no pack has a good reason for it.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from guide.packs.lints.phrases import STOP, Index, Sets, said, tokens_of
from guide.packs.lints.texts import Piece, texts
from guide.steps.problems import Problems

RULES_FILE: Final = Path(__file__).with_name("wording.yaml")

MOST_REPORTS: Final = 100
"""Reports of this lint for one pack; a flood of them helps nobody."""

MOST_LOOKS: Final = 100_000
"""Phrases held against a place of a text, for one pack. A pack of 1 MB in plain prose comes to a third."""

_MORE: Final = f"After {MOST_REPORTS} reports on wording, the texts from here on were not looked at."
_TOO_MUCH: Final = (
    "There is too much here to look at the wording of all of it. Split the pack to have it all read."
)

QUOTE_MOST: Final = 90
"""Characters of a sentence that is quoted whole."""

_ENDS: Final = (STOP, "!")
_BETWEEN: Final = " … "
_SENTENCE: Final = re.compile(r"[^.!?]+[.!?]*")
_DIGIT: Final = re.compile("[0-9]")

Spans = list[tuple[int, int]]


class Rule:
    """One rule of `wording.yaml`."""

    def __init__(self, name: str, keys: Mapping[str, Any], sets: Sets) -> None:
        self.name, self._sets = name, sets
        self.hazard, self.remedy = str(keys["hazard"]), str(keys["remedy"])
        self.strangers, self.safety, self.refused = (
            keys.get(key) == "true" for key in ("strangers", "safety", "refused")
        )
        self.phrases = _lines(keys, "phrases")
        self._with, self._excepted, self._numbers = (
            _lines(keys, key) for key in ("with", "except", "numbers")
        )

    @property
    def has_numbers(self) -> bool:
        """Whether it looks for numbers besides words."""
        return bool(self._numbers)

    @cached_property
    def numbers(self) -> list[re.Pattern[str]]:
        """Patterns for numbers, in whatever language."""
        return [re.compile(pattern) for pattern in self._numbers]

    @cached_property
    def excepted(self) -> Index:
        """What is fine."""
        return self._index(self._excepted)

    @cached_property
    def beside(self) -> Index:
        """What has to stand in one sentence with one of `phrases`, where there is such a list."""
        return self._index(self._with)

    def _index(self, phrases: Iterable[str]) -> Index:
        index = Index(self._sets)
        for phrase in phrases:
            index.add(self.name, phrase)
        return index

    def offence(self, text: str, tokens: list[str], spans: Spans) -> str:
        """The words that offend, given where the rule's phrases stand in a text, or ""."""
        fine = {at for start, end in self.excepted.spans(tokens) for at in range(start, end)}
        spans = [span for span in spans if fine.isdisjoint(range(*span))]
        if not self._with:
            return said(text, tokens[slice(*spans[0])]) if spans else ""
        ends = [at for at, token in enumerate(tokens) if token in _ENDS]
        sentences = {bisect(ends, span[0]): span for span in reversed(spans)}
        for other in self.beside.spans(tokens):
            span = sentences.get(bisect(ends, other[0]))
            if span and fine.isdisjoint(range(*other)):
                return _BETWEEN.join(said(text, tokens[slice(*one)]) for one in sorted((span, other)))
        return ""


def _lines(keys: Mapping[str, Any], key: str) -> list[str]:
    return str(keys.get(key, "")).splitlines()


class Offence(NamedTuple):
    """A rule that a text breaks, and the words that do."""

    rule: Rule
    words: str

    def says(self) -> str:
        """What the author reads."""
        words = self.words if len(self.words) <= 60 else self.words[:59] + "…"
        return f"“{words}”: {self.rule.hazard} {self.rule.remedy}"


class Rules:
    """Rules that texts are held against."""

    def __init__(self, chosen: Iterable[Rule], sets: Sets) -> None:
        self.by_name = {rule.name: rule for rule in chosen}
        self.index = Index(sets)
        self._numbers = [rule for rule in self.by_name.values() if rule.has_numbers]
        for rule in self.by_name.values():
            for phrase in rule.phrases:
                self.index.add(rule.name, phrase)

    def offences(self, text: str, *, english: bool = True) -> Iterator[Offence]:
        """Every rule that a text breaks, once each; of those for strangers, which are about one thing, the first."""
        found = self._in_words(text) if english else {}
        if self._numbers and _DIGIT.search(text):
            for rule in self._numbers:
                if hit := next((hit for pattern in rule.numbers if (hit := pattern.search(text))), None):
                    found[rule.name] = hit[0].strip()
        family = [rule for name, rule in self.by_name.items() if name in found and rule.strangers]
        for name, words in found.items():
            if (rule := self.by_name[name]) not in family[1:]:
                yield Offence(rule, words)

    def _in_words(self, text: str) -> dict[str, str]:
        """Rules by name, with the words that offend."""
        tokens = tokens_of(text)
        spans: dict[str, Spans] = {}
        for name, start, end in self.index.hits(tokens):
            spans.setdefault(name, []).append((start, end))
        self.index.looks += len(spans) * len(tokens) // 2  # what else those rules look at
        found = ((name, self.by_name[name].offence(text, tokens, some)) for name, some in spans.items())
        return {name: words for name, words in found if words}


@lru_cache(maxsize=4)
def rules(*, strangers: bool, only: str = "") -> Rules:
    """The rules for packs by strangers, or for what comes with the program; `only` those of a sort.

    `safety` are those somebody is shown who thinks of installing a pack, `refused` those that keep it from being
    installed. Read once: the file is ours.
    """
    from guide.packs.source import read

    tree, faults = read(RULES_FILE.read_bytes())
    if faults or not isinstance(tree, dict):
        raise ValueError(f"wording.yaml cannot be read: {faults}")
    keys: dict[str, Any] = dict(tree)
    sets = {name: frozenset(words.split("|")) for name, words in keys.pop("sets").items()}
    found = [Rule(name, one, sets) for name, one in keys.items()]
    return Rules(
        [rule for rule in found if (strangers or not rule.strangers) and (not only or getattr(rule, only))],
        sets,
    )


def is_english(language: str) -> bool:
    """Whether a language code stands for English of some country."""
    return language == "en" or language.startswith("en-")


def lint(pack: Mapping[str, Any], problems: Problems, *, built_in: bool) -> None:
    """Report wording that can harm: an error in the pack that comes with the program, a warning in others.

    What is refused is an error in others too, and is looked for first, so that no flood of warnings can hide it.
    One report for a text and a rule at most. Titles of works under `cite`, names and ids are not looked at.
    """
    pieces = texts(pack)
    if not built_in:
        numbered = [
            piece for piece in pieces if _DIGIT.search(piece.text)
        ]  # all that is refused holds a digit
        for piece, found in _found(numbered, rules(strangers=True, only="refused")):
            if isinstance(found, Offence):
                problems.add(piece.path, found.says())
    report = problems.add if built_in else problems.warn
    for piece, found in _found(pieces, rules(strangers=not built_in)):
        if isinstance(found, str):
            problems.warn(piece.path, found)
        elif not found.rule.refused:
            report(piece.path, found.says())


def _found(
    pieces: Iterable[Piece], held: Rules, most: int | None = MOST_REPORTS
) -> Iterator[tuple[Piece, Offence | str]]:
    """Every offence with its place, and a sentence where the rest is not looked at.

    After `most` offences everything ends; after too many looks words are left alone, but not numbers, which
    cost little.
    """
    start, count, tired = held.index.looks, 0, False
    passed: set[tuple[str, bool]] = set()  # an option such as "Not sure" stands in many places
    for piece in pieces:
        read_as = (piece.text, is_english(piece.language) and not tired)
        if read_as in passed:
            continue
        found = list(held.offences(piece.text, english=read_as[1]))
        if not found:
            passed.add(read_as)
        for offence in found:
            yield piece, offence
        count += len(found)
        if most is not None and count >= most:
            yield piece, _MORE
            return
        if not tired and held.index.looks - start > MOST_LOOKS:
            tired = True
            yield piece, _TOO_MUCH


class Safety(NamedTuple):
    """What somebody reads who thinks of installing a pack.

    `offences` against the rules of safety, each with the sentence it stands in; `refused` those among them that
    keep it from being installed; `whole` is false when not all of it could be looked at.
    """

    offences: list[tuple[Offence, str]]
    refused: list[tuple[Offence, str]]
    whole: bool


def safety(pack: Mapping[str, Any]) -> Safety:
    """The offences that matter to whoever will use a pack, however many others there are before them."""
    pieces = list(texts(pack))
    held = rules(strangers=True, only="safety")
    found = list(_found(pieces, held, None))
    offences = [(one, _quote(piece.text, one.words)) for piece, one in found if isinstance(one, Offence)]
    order = list(held.by_name)
    offences.sort(key=lambda pair: order.index(pair[0].rule.name))
    refused = [pair for pair in offences if pair[0].rule.refused]
    return Safety(offences, refused, not any(isinstance(one, str) for _, one in found))


def _quote(text: str, words: str) -> str:
    """The sentence in which words stand, when it is short; else the words."""
    parts = words.split(_BETWEEN)
    for found in _SENTENCE.finditer(" ".join(text.split())):
        sentence = found[0].strip()
        if all(part in sentence for part in parts) and len(sentence) <= QUOTE_MOST:
            return sentence
    return words if len(words) <= QUOTE_MOST else words[: QUOTE_MOST - 1] + "…"
