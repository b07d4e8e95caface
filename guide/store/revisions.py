"""Two histories of one answer made one: every revision is kept, and the newest counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from guide.steps.base import Json
from guide.store.encode import digest, dumps

Size = Callable[[str | None], int]
"""How long a step as shown is, by its hash."""


class Revision(NamedTuple):
    """One answer to one step. `value` is compact JSON, `shown` the hash of the step it was given to."""

    revision: int
    state: str
    value: str
    at: str
    offset: int
    shown: str | None

    @property
    def content(self) -> tuple[str, str, int, str]:
        """What was said and when, whatever its number, and to whichever list it was said: items that were deleted
        leave lists, so that one answer can stand under two hashes."""
        return self.at, self.state, self.offset, self.value

    def digest(self, entry: str, step: str) -> str:
        """The checksum of its row."""
        return digest(entry, step, *self)


def from_record(record: dict[str, Json]) -> Revision:
    """An answer of a file."""
    return Revision(
        record["revision"], record["state"], dumps(record["value"]), record["at"], record["offset"], record["shown"]
    )  # fmt: skip


def union(one: Sequence[Revision], other: Sequence[Revision], size: Size = lambda shown: 0) -> list[Revision]:
    """Both histories in one, in the order of revision number, then time; the last one counts.

    A revision that both have is kept once, under the higher of its two numbers, and with the shorter of the two steps
    as shown: an item that was deleted on one side leaves the list on both. Numbers never become lower: so the union
    of a union with one of its parts is itself, and it is no matter which history comes first.
    """
    found = _numbered(one)
    for key, revision in _numbered(other).items():
        there = found.get(key, revision)
        shown = min(there.shown, revision.shown, key=lambda each: (each is None, size(each), each or ""))
        found[key] = revision._replace(revision=max(there.revision, revision.revision), shown=shown)
    for (content, nth), revision in sorted(found.items(), key=lambda pair: pair[0][1]):
        before = found.get((content, nth - 1))
        if before is not None and before.revision >= revision.revision:
            found[content, nth] = revision._replace(revision=before.revision + 1)
    merged: list[Revision] = []
    last = 0
    for revision in sorted(found.values(), key=lambda each: (each.revision, each.content)):
        last = max(last + 1, revision.revision)
        merged.append(revision._replace(revision=last))
    return merged


def _numbered(history: Iterable[Revision]) -> dict[tuple[object, int], Revision]:
    """By content, and by how often the same was said in the same second before."""
    times: dict[object, int] = {}
    found: dict[tuple[object, int], Revision] = {}
    for revision in history:
        nth = times[revision.content] = times.get(revision.content, 0) + 1
        found[revision.content, nth] = revision
    return found
