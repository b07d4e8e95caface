"""Reading raw answers back as words, with the rules of the kinds themselves."""

from __future__ import annotations

from typing import Any

from guide.steps import KINDS
from guide.steps.base import GIVEN, Json, Making, Problem
from guide.words.answers import STATE_WORDS

MAKING = Making(lambda: "", "")
"""For checks alone: what is made with it is never kept."""


def making(today: str) -> Making:
    """The same on a day (local, ISO), from which "yesterday" is counted."""
    return MAKING._replace(today=today)


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


def this_day() -> str:
    """The local day, ISO, where no screen has said which."""
    from datetime import datetime

    return datetime.now().date().isoformat()


def plain_title(name: str) -> str:
    """An exercise's title made from its id, where no screen knows it."""
    return name.rpartition("/")[2].replace("-", " ").capitalize()
