"""Reading raw answers back as words, with the rules of the kinds themselves."""

from __future__ import annotations

from typing import Any

from guide.steps import KINDS
from guide.steps.base import GIVEN, Json, Making, Problem
from guide.words.answers import STATE_WORDS

MAKING = Making(lambda: "", "")
"""For checks alone: what is made with it is never kept."""


def words_for(frozen: dict[str, Any], raw: Json) -> str:
    """Return a raw answer as it would read in review; nothing when it is empty or does not fit."""
    kind = KINDS[frozen["kind"]]
    if kind.empty(raw):
        return ""
    try:
        answer = kind.parse(frozen, raw, MAKING)
    except Problem:
        return str(raw) if isinstance(raw, (str, int)) else ""
    return kind.words(frozen, answer) if answer.state == GIVEN else STATE_WORDS.get(answer.state, "")
