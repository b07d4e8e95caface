"""Which letter says yes: in a pack in Spanish `s` is the beginning of "sí", and must never mean skip."""

from __future__ import annotations

from typing import Final

from guide.words.answers import YES_KEYS

USUAL: Final = "y"


def yes_key(language: str) -> str:
    """The letter for yes where an exercise is shown in this language, such as "es" or "pt-BR"."""
    base = language.replace("_", "-").split("-")[0].lower()
    return next((key for key, languages in YES_KEYS.items() if base in languages), USUAL)
