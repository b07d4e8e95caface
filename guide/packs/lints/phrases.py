"""Phrases: the small language in which the wording lint says what it looks for, and how they are found.

A phrase is words in a row. `a|b` stands for either word, `(a|b)` may also be left out, `NUMBER` is any number and
`LONG_NUMBER` one of at least three digits; other names in capitals are sets declared by whoever holds the
phrases. It is held against the *tokens* of a text: words in small letters, n't as "not" and what follows another
apostrophe as a word of its own, every mark that ends a thought as ".", the comma and "!" and "%" as themselves,
everything else left out. So "do not skip" is found in "Don't  skip" and not in "don't. Skip".

Each phrase has one word, its anchor, at which alone it is looked for, and is written out in its few forms when
that word first turns up. Nothing is tried twice at a place, so that the time a text takes grows with its length
and no text can keep it busy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final, NamedTuple

Sets = Mapping[str, frozenset[str]]
Places = tuple[frozenset[str], ...]  # the words that each place may hold

NUMBER: Final = "NUMBER"
LONG_NUMBER: Final = "LONG_NUMBER"
_DIGITS: Final = {NUMBER: 1, LONG_NUMBER: 3}

STOP: Final = "."
_TOKEN: Final = re.compile(r"[^\W_]+|[.,!%]")

_AS_WRITTEN: Final = {"can": "can?", "will": "(?:will|wo)", "not": "(?:n?['’]t|not)"}
"""The words of a token that a text may write in another way."""

_PLENTY: Final = (
    "a about all also an and any are as at be been but by can change could day days did do does down feel feeling for"
    " from get go had has have help here how i if in is it like many may me might more most need no not now of off on"
    " one or other our out over people say so some take than that the their them there they this time to today up was"
    " we what when who will with without words write you your s re ll ve . , %"
)
_COMMON: Final = frozenset(_PLENTY.split())
"""Words that stand in most texts: poor anchors."""


class Form(NamedTuple):
    """One form of a phrase, and where in it the anchor stands."""

    places: Places
    anchor: int

    def fits(self, tokens: list[str], at: int) -> bool:
        """Whether it stands in `tokens` with its anchor at `at`."""
        start = at - self.anchor
        end = start + len(self.places)
        if start < 0 or end > len(tokens):
            return False
        for place, token in zip(self.places, tokens[start:end], strict=True):
            if token not in place and not (token.isdigit() and _is_number(place, token)):
                return False
        return True


def tokens_of(text: str) -> list[str]:
    """The tokens of a text between two stops, so that a phrase can ask for the beginning or the end."""
    text = text.lower().replace("?", STOP).replace(":", STOP).replace(";", STOP).replace("…", STOP)
    if "n't" in text or "n’t" in text or "cannot" in text:
        text = text.replace("’", "'").replace("can't", "can not").replace("won't", "will not")
        text = text.replace("cannot", "can not").replace("n't", " not")
    return [STOP, *_TOKEN.findall(text), STOP]


def said(text: str, tokens: Iterable[str]) -> str:
    """Tokens as they are written in the text they came from."""
    words = [token for token in tokens if token != STOP]
    pattern = r"\W*".join(_AS_WRITTEN.get(word) or re.escape(word) for word in words)
    found = re.search(rf"(?<!\w){pattern}", " ".join(text.split()), re.IGNORECASE)
    return found[0] if found else " ".join(words)


class Index:
    """Phrases by their anchors, each with the name of what it stands for."""

    def __init__(self, sets: Sets) -> None:
        self.looks = 0  # how often a phrase was held against a place, for whoever limits that
        self._sets = sets
        self._by_anchor: dict[str, list[tuple[str, str]]] = {}
        self._forms: dict[str, list[Form]] = {}
        self._known: dict[str, frozenset[str]] = {}

    def add(self, name: str, phrase: str) -> None:
        """Take in a phrase that stands for `name`."""
        items = phrase.split()
        for word in self._words(items[self._anchor(items)]):
            self._by_anchor.setdefault(word, []).append((name, phrase))

    def hits(self, tokens: list[str]) -> Iterator[tuple[str, int, int]]:
        """Name, first and past-the-last token of every phrase in a text, in the order of their anchors."""
        if self._by_anchor.keys().isdisjoint(tokens):
            return
        for at, token in [(at, token) for at, token in enumerate(tokens) if token in self._by_anchor]:
            for name, phrase in self._by_anchor[token]:
                for form in self._forms.get(phrase) or self.write_out(phrase):
                    self.looks += 1
                    if form.fits(tokens, at):
                        yield name, at - form.anchor, at - form.anchor + len(form.places)

    def spans(self, tokens: list[str]) -> Iterator[tuple[int, int]]:
        """First and past-the-last token of every phrase in a text."""
        return ((start, end) for _, start, end in self.hits(tokens))

    def _words(self, item: str) -> frozenset[str]:
        """The words that an item of a phrase stands for; of several in a row the first."""
        found = self._known.get(item)
        if found is None:
            words = item.strip("()").split("|")
            if item.islower() and len(words) > 1:
                found = frozenset(words)
            elif len(words) > 1 or words[0] in self._sets:
                found = frozenset[str]().union(*(self._sets.get(word, (word,)) for word in words))
            else:
                found = frozenset(words if words[0] in _DIGITS else tokens_of(words[0])[1:-1][:1])
            self._known[item] = found
        return found

    def _cost(self, item: str) -> int:
        """How often an item would be looked at in ordinary prose: few rare words are best.

        What may be left out, and numbers, cannot be looked for at all.
        """
        if item.isalpha() and item.islower():
            return 1_001 if item in _COMMON else 1
        words = self._words(item)
        cannot = item.startswith("(") or item in _DIGITS
        return len(words) + 1_000 * len(words & _COMMON) + 1_000_000 * cannot

    def write_out(self, phrase: str) -> list[Form]:
        """All forms of a phrase."""
        items = phrase.split()
        best = self._anchor(items)
        forms = []
        for chosen in product(*map(self._parts, items)):
            before = sum(map(len, chosen[:best]))
            forms.append(Form(tuple(place for part in chosen for place in part), before))
        self._forms[phrase] = forms
        return forms

    def _anchor(self, items: list[str]) -> int:
        """Which item of a phrase is looked for first."""
        if len(items) == 1:
            return 0
        costs = [self._cost(item) for item in items]
        return costs.index(min(costs))

    def _parts(self, item: str) -> list[Places]:
        """What may stand where an item is: its words, or also nothing."""
        if item.isalpha() and item.islower():
            return [(frozenset((item,)),)]
        word = item.strip("()")
        if "|" in word or word in self._sets or word in _DIGITS:
            part: Places = (self._words(item),)
        else:
            part = tuple(frozenset((token,)) for token in tokens_of(word)[1:-1])
        return [part, ()] if item.startswith("(") else [part]


def _is_number(place: frozenset[str], token: str) -> bool:
    return any(len(token) >= _DIGITS[name] for name in place & _DIGITS.keys())
