"""Records of a list as they stand on the screen."""

from __future__ import annotations

from typing import Any, Final

from guide.steps.base import Json
from guide.ui.say import Piece, dim, fill, join, say, strong
from guide.ui.steps.parts.boards import Option
from guide.ui.steps.parts.reading import words_for
from guide.words import stepping

THERE: Final = "there:"
"""Before the item id of a row that stands for an item kept on another day."""


def asked_now(part: dict[str, Any], raw: Json = None) -> Piece:
    """Return prompt and help of the field being filled, with a word when it may stay empty.

    `raw` is what stands in it, given while a question is asked about it.
    """
    if raw is not None:
        return join(strong(str(part.get("prompt") or "")), ": ", words_for(part, raw))
    line: Piece = strong(str(part.get("prompt") or ""))
    if part.get("optional"):
        line = join(line, "  ", dim(stepping.OPTIONAL))
    help_ = str(part.get("help") or "").strip()
    return join(line, "\n", dim(help_)) if help_ else line


def filled(part: dict[str, Any], raw: Json) -> Piece:
    """Return a field that is not being filled, with what stands in it."""
    words = words_for(part, raw) or stepping.NOT_YET
    return dim(fill(stepping.ROW_VALUE, row=str(part.get("prompt") or ""), value=say(words, lines=False)))


def record_words(parts: dict[str, dict[str, Any]], fields: dict[str, Json]) -> str:
    """Return a record in one line, in the words of its prompts."""
    shown = [
        f"{part.get('prompt', '')}: {words}"
        for name, part in parts.items()
        if (words := words_for(part, fields.get(name)))
    ]
    return stepping.BETWEEN.join(shown)


def record_options(
    parts: dict[str, dict[str, Any]], records: list[dict[str, Any]], there: list[dict[str, Any]]
) -> list[Option]:
    """Return what can be changed: the records of this step by their number, then items kept before."""
    options = [Option(str(n), record_words(parts, record["fields"])) for n, record in enumerate(records)]
    return options + [Option(f"{THERE}{one['item']}", str(one.get("label", ""))) for one in there]
