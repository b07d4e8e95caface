"""What a step says: its prompt and help, and the words in a raw answer."""

from __future__ import annotations

from typing import Any

from textual.widgets import Static

from guide.steps.base import Json
from guide.ui.say import Piece, dim, join, say, strong


def asked(frozen: dict[str, Any]) -> Piece:
    """Prompt and help of a step, or of a field of a record."""
    prompt, help_ = str(frozen.get("prompt") or ""), str(frozen.get("help") or "").strip()
    pieces: list[Piece] = [strong(prompt)] if prompt else []
    return join(*pieces, *([dim(help_)] if help_ else []), between="\n")


def set_text(widget: Static, words: Piece) -> None:
    """Update a text in place, and take no room for an empty one."""
    content = say(words)
    if content.plain:
        widget.update(content)
    widget.display = bool(content.plain)


def words_of(raw: Json) -> str:
    """The words in a raw answer of one's own words: a str, or the value of a step that collects."""
    if isinstance(raw, dict):
        raw = raw.get("text")
    return raw if isinstance(raw, str) else ""
