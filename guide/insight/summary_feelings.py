"""Which feelings were noted as muted, as before or stronger, most often first; no tie is cut without saying so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from guide.insight.feelings import Grid, GridNote, RowCount, grid_counts
from guide.insight.summary import Facts, Feelings
from guide.insight.summary_numbers import based, in_notes
from guide.insight.summary_rooms import PACK, Room
from guide.insight.texts import counted, shortened
from guide.words import summary as words

MOST_WORDS: Final = 6
"""Feelings named in one line."""


def feelings(facts: Facts, room: Room) -> Iterator[str]:
    """Which feelings were muted most often, and which were not, of the times with an occasion."""
    said = [line for one in facts.feelings for line in _grid(one, room)]
    yield from said[: room.series]
    yield from in_notes(len(said[room.series :]), room.series)


def _grid(one: Feelings, room: Room) -> Iterator[str]:
    grid = grid_counts(one.notes)
    base = based(grid.notes, grid.days)
    if not grid.notes:
        return
    if not grid.enough:
        yield words.WORDS_FEW.format(base=base)
        return
    said = [*most_often(grid, room.named), *(_others(grid, one.notes, room.named) if one.ours else ())]
    rests = words.OCCASIONS if one.ours else words.OCCASIONS_PLAIN
    yield " ".join([*said, rests.format(base=base)] if said else [words.OCCASIONS_NONE.format(base=base)])


def most_often(grid: Grid, named: int = MOST_WORDS) -> Iterator[str]:
    """For each thing that columns count, the feelings it was noted of most often."""
    names = {told.name: told.what for row in grid.rows for told in row.told}
    for name, what in names.items():
        found = [(row, told.n) for row in grid.rows for told in row.told if told.name == name and told.n]
        if found:
            yield _most(what, found, named)


def _others(grid: Grid, notes: Sequence[GridNote], named: int) -> Iterator[str]:
    """Each answer that counts as nothing, in its own words and apart: what is stronger is not what is as before."""
    texts: dict[str, str] = {}
    times: dict[str, dict[str, int]] = {}
    for note in notes:
        cells = note.value.get("cells") or {}
        rows = [str(row.get("id")) for row in note.step.get("rows") or ()]
        for column in note.step.get("columns") or ():
            if column.get("counts") or column.get("state"):
                continue
            name = str(column.get("id", ""))
            texts[name] = str(column.get("text", name))
            of_rows = times.setdefault(name, {})
            for row in rows:
                if cells.get(row) == name:
                    of_rows[row] = of_rows.get(row, 0) + 1
    for name, of_rows in times.items():
        found = [
            (row, of_rows[row.id]) for row in grid.rows if row.told and not row.own and row.id in of_rows
        ]
        if found:
            yield _most(texts[name], found, named)


def _most(what: str, found: Sequence[tuple[RowCount, int]], named: int) -> str:
    text = shortened(what, PACK)
    return words.MOST_OFTEN.format(what=text[:1].upper() + text[1:], words=_ranked(found, named))


def _ranked(found: Sequence[tuple[RowCount, int]], named: int) -> str:
    """The most often first. Where the line ends among equals, it says how many more there are."""
    ranked = sorted(found, key=lambda pair: (-pair[1], pair[0].occasions))
    shown, rest = ranked[:named], ranked[named:]
    if rest and len({(n, row.occasions) for row, n in ranked}) == 1:
        row, n = ranked[0]
        return words.ALL_ALIKE.format(feelings=len(ranked), n=n, of=row.occasions)
    said = [words.OF.format(text=shortened(row.text, PACK), n=n, of=row.occasions) for row, n in shown]
    alike = sum(n == shown[-1][1] for _, n in rest)
    return ", ".join([*said, counted(alike, words.AS_OFTEN)] if alike else said)
