"""Full-text search over the words of ended entries (SQLite FTS5; accents and case aside)."""

from __future__ import annotations

_SEQ_BITS = 28  # room for 268 million entries
SEQ_MASK = (1 << _SEQ_BITS) - 1


def key(ended_at: str, seq: int) -> int:
    """The row number of an entry in the index: seconds since 1970, then the entry.

    FTS5 hands out rows in the order of their numbers without sorting, so the newest matches come first even
    for a word that is in every entry. Moments before 1970, or unreadable, count as 1970.
    """
    try:
        from datetime import UTC, datetime

        seconds = int(datetime.fromisoformat(ended_at[:19]).replace(tzinfo=UTC).timestamp())
    except ValueError:
        seconds = 0
    return max(0, seconds) << _SEQ_BITS | seq & SEQ_MASK


AFTER_ALL = 2**63 - 1  # no row has this number
SEQ_OF = f"search.rowid & {SEQ_MASK}"
"""The entry of an index row, in SQL."""


def match(words: str) -> str:
    """What a person typed as an FTS5 query: every word must occur, as the beginning of a word.

    Quoted one by one, so that `AND`, `*`, quotes and colons are words like any others. A word with a sign inside
    (`co-op`, `don't`) is cut by FTS5 itself, the same way as what was kept, and its pieces must stand together.
    Empty when there is nothing to look for.
    """
    pieces = words.replace('"', " ").replace("\0", " ").split()
    return " ".join(f'"{piece}"*' for piece in pieces[:16] if any(map(str.isalnum, piece)))
