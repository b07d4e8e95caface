"""The progress view as plain values: parts with a title, rows of a chart, and sentences that say the same."""

from __future__ import annotations

from typing import NamedTuple

from guide.journal.journal import Journal


class Part(NamedTuple):
    """One part: `kind` as in the pack's `progress:`, `rows` of a chart (may be empty), `words` that say the same,

    `groups` for lists: (heading, lines)."""

    kind: str
    title: str
    rows: list[str]
    words: list[str]
    groups: list[tuple[str, list[str]]]


def progress(journal: Journal, *, width: int = 72, height: int = 10, since: str | None = None, ascii: bool = False) -> list[Part]:
    """Every declared part that has something to say, for this width in cells."""
    return []
