"""A grid of feelings over many notes: how often each was muted of the times there was an occasion for it.

No funeral today, so no missing grief: answers without an occasion stand apart (domain notes 1.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from guide.insight.dates import parse_day
from guide.insight.muted import ENOUGH_DAYS
from guide.insight.texts import clean, counted, listed
from guide.words import progress as words

OWN = "own"


class GridNote(NamedTuple):
    """One answer of a grid step: its local day (ISO), its value, and the step as it was shown."""

    day: str
    value: Mapping[str, Any]
    step: Mapping[str, Any]


class Told(NamedTuple):
    """How often one count was met: `name` as the columns' `counts`, `what` the words of those columns."""

    name: str
    what: str
    n: int


class RowCount(NamedTuple):
    """One row over all notes. `occasions` are answers that say how it was; `outside` those with a state of
    their own (no occasion, cannot tell); `told` how many of the occasions fell under each count."""

    id: str
    text: str
    own: bool
    tags: tuple[str, ...]
    occasions: int
    outside: int
    told: tuple[Told, ...]
    words: str


class TagCount(NamedTuple):
    """All rows with the same first tag together, as counts: a second one divides the same
    rows once more. `rows` is how many different ones were noted."""

    tag: str
    rows: int
    occasions: int
    told: tuple[Told, ...]
    words: str


class Grid(NamedTuple):
    """All rows as the latest note declared them, older rows and then own rows after them.

    `enough` is False below three days with a note; `words` says so then, instead of the rows.
    """

    rows: tuple[RowCount, ...]
    tags: tuple[TagCount, ...]
    notes: int
    days: int
    enough: bool
    words: tuple[str, ...]


class _Seen:
    """What gathers under one row while notes are read."""

    __slots__ = ("counts", "occasions", "outside", "own", "tags", "text")

    def __init__(self, text: str, tags: Iterable[str], own: bool) -> None:
        self.text, self.tags, self.own = text, tuple(tags), own
        self.occasions = 0
        self.outside = 0
        self.counts: dict[str, int] = {}

    def add(self, column: Mapping[str, Any]) -> None:
        if column.get("state"):
            self.outside += 1
            return
        self.occasions += 1
        name = column.get("counts")
        if name:
            self.counts[str(name)] = self.counts.get(str(name), 0) + 1


def grid_counts(notes: Sequence[GridNote], nouns: tuple[str, str] = words.FEELINGS) -> Grid:
    """Counts by row and by tag over notes, oldest first; `nouns` say what a row is, for one and for several.

    Rows and columns are read from each note's frozen step, so that older notes keep the meaning they had;
    the latest words win. Own rows are the same when their words are, capitals apart.
    """
    seen: dict[tuple[str, str], _Seen] = {}
    named: dict[str, dict[str, None]] = {}
    days = set()
    used = 0
    for note in notes:
        columns = {str(column.get("id", "")): column for column in note.step.get("columns") or ()}
        for column in columns.values():
            if column.get("counts") and not column.get("state"):
                named.setdefault(str(column["counts"]), {})[clean(str(column.get("text", "")))] = None
        if _read(note, columns, seen):
            used += 1
            days.add(note.day)
    days = {day for day in days if parse_day(day)}
    what = {name: listed(list(texts), words.OR) for name, texts in named.items()}
    declared = [str(row.get("id")) for row in notes[-1].step.get("rows") or ()] if notes else []
    place = {id_: at for at, id_ in enumerate(declared)}
    ordered = sorted(seen.items(), key=lambda pair: (pair[1].own, place.get(pair[0][1], len(place))))
    rows = tuple(_row(key[1], found, what) for key, found in ordered)
    return Grid(
        rows,
        _tags(rows, what, nouns),
        used,
        len(days),
        len(days) >= ENOUGH_DAYS,
        _sentences(rows, used, len(days)),
    )


def _read(
    note: GridNote, columns: Mapping[str, Mapping[str, Any]], seen: dict[tuple[str, str], _Seen]
) -> bool:
    """Adds one note; says whether it held anything."""
    before = sum(found.occasions + found.outside for found in seen.values())
    cells = note.value.get("cells") or {}
    for row in note.step.get("rows") or ():
        column = columns.get(str(cells.get(row.get("id"), "")))
        if column is not None:
            _put(seen, ("", str(row["id"])), str(row.get("text", row["id"])), row.get("tags") or (), column)
    for own in note.value.get("own") or ():
        text = str(own.get("text", "")).strip()
        column = columns.get(str(own.get("column", "")))
        if text and column is not None:
            _put(seen, (OWN, text.casefold()), text, (), column)
    return sum(found.occasions + found.outside for found in seen.values()) > before


def _put(
    seen: dict[tuple[str, str], _Seen],
    key: tuple[str, str],
    text: str,
    tags: Iterable[str],
    column: Mapping[str, Any],
) -> None:
    found = seen.setdefault(key, _Seen("", (), key[0] == OWN))
    found.text, found.tags = clean(text), tuple(str(tag) for tag in tags)
    found.add(column)


def _told(counts: Mapping[str, int], what: Mapping[str, str]) -> tuple[Told, ...]:
    return tuple(Told(name, what[name], counts.get(name, 0)) for name in what)


def _row(id_: str, found: _Seen, what: Mapping[str, str]) -> RowCount:
    told = _told(found.counts, what)
    if not found.occasions:
        text = words.GRID_ROW_NONE.format(text=found.text)
    elif told:
        text = words.GRID_ROW.format(text=found.text, counts=_counts(told), n=found.occasions)
    else:
        text = words.GRID_ROW_PLAIN.format(text=found.text, times=counted(found.occasions, words.TIMES))
    if found.occasions and found.outside:
        text += words.GRID_ROW_OUTSIDE.format(n=found.outside)
    return RowCount(id_, found.text, found.own, found.tags, found.occasions, found.outside, told, text)


def _counts(told: Sequence[Told]) -> str:
    return ", ".join(words.GRID_ROW_COUNT.format(what=one.what, n=one.n) for one in told)


def _tags(rows: Sequence[RowCount], what: Mapping[str, str], nouns: tuple[str, str]) -> tuple[TagCount, ...]:
    found = []
    for tag in dict.fromkeys(row.tags[0] for row in rows if row.tags):
        mine = [row for row in rows if row.tags[:1] == (tag,) and row.occasions]
        if not mine:
            continue
        sums = {name: sum(one.n for row in mine for one in row.told if one.name == name) for name in what}
        told, occasions = _told(sums, what), sum(row.occasions for row in mine)
        text = words.GRID_TAG.format(
            tag=clean(tag), counts=_counts(told), n=occasions, feelings=counted(len(mine), nouns)
        )
        found.append(TagCount(tag, len(mine), occasions, told, text if told else ""))
    return tuple(found)


def _sentences(rows: Sequence[RowCount], notes: int, days: int) -> tuple[str, ...]:
    if not notes:
        return (words.BALANCE_NONE,)
    if days < ENOUGH_DAYS:
        return (words.TOO_LITTLE.format(notes=counted(notes, words.NOTES), days=counted(days, words.DAYS)),)
    return tuple(row.words for row in rows)
