"""A page to read: headings with paragraphs beneath, in the reading column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static

from guide.ui.say import Piece, join, say, strong

__all__ = ["Section", "put", "sections"]


class Section(NamedTuple):
    """A heading (may be empty) and its paragraphs; `id` lets a key jump to it."""

    heading: str
    paragraphs: Sequence[Piece]
    id: str = ""


def sections(found: Iterable[Section]) -> Iterator[Static]:
    """One widget a section; a section with nothing to say is left out."""
    for one in found:
        paragraphs = [text for text in one.paragraphs if say(text).plain.strip()]
        if paragraphs:
            head = [strong(say(one.heading, lines=False))] if one.heading else []
            words = join(*head, *paragraphs, between="\n")
            yield Static(words, id=one.id or None, classes="part section")


def put(widget: Static, words: Content) -> None:
    """Show other words in place; empty ones take no room. The page is laid out anew only when that can matter."""
    if widget.display == bool(words.plain) and widget.visual == words:
        return
    fits = "\n" not in words.plain and words.cell_length <= widget.content_size.width
    same = widget.display and bool(words.plain) and fits and widget.content_size.height == 1
    widget.display = bool(words.plain)
    widget.update(words, layout=not same)
