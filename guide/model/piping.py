"""Earlier answers inside later texts: filled once, never scanned again, and capped."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from guide.model.conditions import Lookup, split
from guide.steps import KINDS
from guide.steps.base import GIVEN
from guide.steps.fields import TEXT

CAP: Final = 200
SLOT: Final = re.compile(r"\{([a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9.-]+)?)\}")
NOT_PROSE: Final = frozenset(
    {"id", "kind", "when", "track", "of", "collect", "mark", "keep", "from", "evidence", "sentence", "frames"}
)
"""Keys whose text is a name, or whose slots a kind fills by itself."""
OWN: Final = frozenset({"item"})
"""Slots that a kind fills by itself, item by item."""
OPEN: Final = "…"
"""Stands for an answer that was not given."""


def fill(text: str, lookup: Callable[[str], str | None]) -> str:
    """Put answers into `{step}`; where there is none, the lookup gives None, and three dots stand there.

    One pass over the author's text: braces inside an answer are never looked at.
    """

    def value(found: re.Match[str]) -> str:
        if found[1] in OWN:
            return found[0]
        line = " ".join((lookup(found[1]) or OPEN).split())
        return line if len(line) <= CAP else line[: CAP - 1] + "…"

    return SLOT.sub(value, text)


def slots(text: Any) -> list[str]:
    """The names a text (in all its languages) asks for."""
    if isinstance(text, dict) and TEXT in text:
        return [name for words in text[TEXT].values() for name in SLOT.findall(words)]
    return SLOT.findall(text) if isinstance(text, str) else []


def resolve(value: Any, languages: tuple[str, ...], lookup: Callable[[str], str | None] | None = None) -> Any:
    """A copy with every text in the first language it has, and piped where `lookup` is given."""
    if isinstance(value, dict):
        if TEXT in value and isinstance(value[TEXT], dict):
            texts = value[TEXT]
            words = next((texts[name] for name in languages if name in texts), next(iter(texts.values())))
            return fill(words, lookup) if lookup else words
        return {
            key: resolve(one, languages, None if key in NOT_PROSE else lookup) for key, one in value.items()
        }
    if isinstance(value, list):
        return [resolve(one, languages, lookup) for one in value]
    if isinstance(value, str) and lookup is not None:
        return fill(value, lookup)
    return value


def slot_words(slot: str, answered: Lookup, value: Callable[[str], str | None]) -> str | None:
    """The words for `{slot}`: an earlier answer, a part of one, or what `value` knows by that name."""
    name, part = split(slot)
    found = answered(name)
    if found is None:
        return value(name)
    kind = KINDS[found[0]["kind"]]
    if part:
        number = kind.part(*found, part)
        return "" if number is None else str(number)
    return kind.words(*found) if found[1].state == GIVEN else ""
