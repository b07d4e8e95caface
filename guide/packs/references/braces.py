"""Braces in a text that were meant for an answer, and are shown as they stand."""

from __future__ import annotations

import re
from typing import Any, Final

from guide.steps.fields import TEXT
from guide.steps.problems import Path, Problems

OPEN: Final = "A brace opens here and never closes: write {{{name}}} for an answer."
SPACED: Final = "These braces are shown as they stand: write {{{name}}}, without spaces, for an answer."
_OPEN: Final = re.compile(r"\{([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?![a-z0-9.}-])")
_SPACED: Final = re.compile(r"\{(?: +([a-z][a-z0-9-]*) *|([a-z][a-z0-9-]*) +)\}")


def check_braces(text: Any, path: Path, problems: Problems) -> None:
    """Warn of a brace that never closes, and of spaces inside braces, once in a text."""
    if isinstance(text, dict):
        for language, words in text.get(TEXT, {}).items():
            check_braces(words, (*path, language), problems)
    elif "{" in text:
        if spaced := _SPACED.search(text):
            problems.warn(path, SPACED.format(name=spaced[1] or spaced[2]))
        elif (found := _OPEN.search(text)) and "}" not in text[found.end() :].split("{")[0]:
            problems.warn(path, OPEN.format(name=found[1]))
