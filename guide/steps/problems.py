"""Problems in an author's file, by key path, and the sentences that name a mistake and its remedy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

Path = tuple[str | int, ...]


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
        """Report an error."""
        self.found.append(Found(path, message, key))

    def warn(self, path: Path, message: str) -> None:
        """Report something that works but that the author will want to know."""
        self.found.append(Found(path, message, warning=True))


def shown(value: object) -> str:
    """A short form of outside text for a message, cut so that a huge value cannot flood the report."""
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, or "". The word is cut first: difflib is slow on huge keys."""
    from difflib import get_close_matches

    near = get_close_matches(word[:40], list(known), n=1, cutoff=0.6)
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
    return f"This must be {wanted}; here is {got}."
