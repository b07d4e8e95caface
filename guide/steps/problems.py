"""Problems in an author's file, by key path, and the sentences that name a mistake and its remedy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

Path = tuple[str | int, ...]

MOST: Final = 200
"""Problems that are gathered in one reading; a file with more is no pack, and a flood of them helps nobody."""
_NEAR_MOST: Final = 24
_QUOTES: Final = "\u201c\u201d\u201e\u00ab\u2018\u2019\u201a"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u2212"


class Flood(Exception):
    """There are more problems than anybody will read."""


class Found(NamedTuple):
    """One problem in an author's file, at a key path; `key` points at the key rather than its value."""

    path: Path
    message: str
    key: bool = False
    warning: bool = False


class Problems:
    """A list of problems that fields and kinds report to."""

    def __init__(self) -> None:
        self.found: list[Found] = []

    def add(self, path: Path, message: str, *, key: bool = False) -> None:
        """Report an error. Raises Flood when there are too many."""
        self._take(Found(path, message, key))

    def warn(self, path: Path, message: str, *, key: bool = False) -> None:
        """Report something that works but that the author will want to know. Raises Flood like `add`."""
        self._take(Found(path, message, key, warning=True))

    def _take(self, found: Found) -> None:
        if len(self.found) >= MOST:
            raise Flood
        self.found.append(found)


def shown(value: object) -> str:
    """A short form of outside text for a message, cut so that a huge value cannot flood the report."""
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, or "".

    difflib is slow on long words and on many of them: the word is cut, and only the names that share most
    letters with it are compared.
    """
    from difflib import get_close_matches

    word = word[:40]
    letters = set(word)
    names = [name for name in known if abs(len(name) - len(word)) <= 3 + len(word) // 2]
    if len(names) > _NEAR_MOST:
        names = sorted(names, key=lambda name: len(letters ^ set(name)))[:_NEAR_MOST]
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """' Did you mean 'x'?' or nothing."""
    near = nearest(word, known)
    return f" Did you mean '{near}'?" if near else ""


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """One sentence for a name that does not exist, with the nearest one that does."""
    names = list(known)
    hint = did_you_mean(word, names)
    rest = f" Known: {', '.join(names)}." if names and not hint and len(names) <= 24 else ""
    return f"{what} '{shown(word)}' does not exist.{hint}{rest}"


def wrong_shape(raw: Any, wanted: str) -> str:
    """One sentence when a value has the wrong shape."""
    got = (
        "a list"
        if isinstance(raw, list)
        else "a group of keys"
        if isinstance(raw, dict)
        else f"'{shown(raw)}'"
    )
    if raw == "":
        got = "nothing"
    return f"This must be {wanted}; here is {got}.{looks_like(raw)}"


def looks_like(raw: Any) -> str:
    """' These are …' about a value whose first character only looks like a sign of YAML, or nothing."""
    if not isinstance(raw, str):
        return ""
    if raw[:1] and raw[0] in _QUOTES:
        return " These are typographic quotation marks; YAML needs straight ones, \" or '."
    if raw[:1] and raw[0] in _DASHES and raw[1:2] in (" ", "\u00a0"):
        return f" A list entry begins with '- ': a hyphen and a space; here is '{raw[0]}'."
    return ""
