"""Tabs that set lines in: YAML allows none there, and how wide they were is only known from the lines around."""

from __future__ import annotations

import re
from typing import Final

from guide.packs.around import LONGEST, At, Guess, above, empty, line_at, more, open_places, parts, wants
from guide.packs.located import Fault

TAB: Final = "A tab is used for indenting{more}; use spaces."
MOST: Final = 4000
"""Lines that are read as they were meant; a file with more is not read on."""
_TABBED: Final = re.compile(r" *\t[ \t]*")


def tabs(lines: list[str], at: At) -> list[Guess]:
    """Every line that is set in by a tab, with what its tabs may stand for: a width, or the neighbour's."""
    tabbed = [number for number, line in enumerate(lines, 1) if "\t" in line and _TABBED.match(line)]
    if at[0] not in tabbed:
        return [Guess(Fault(*at, TAB.format(more="")))]
    tabbed = [number for number in tabbed if number >= at[0]]
    fault = Fault(at[0], lines[at[0] - 1].index("\t") + 1, TAB.format(more=more(len(tabbed))))
    if len(tabbed) > MOST:
        return [Guess(fault)]
    made = [_untabbed(lines, tabbed, width) for width in (0, 2, 4, 8)]
    return [Guess(fault, one) for one in made]


def _untabbed(lines: list[str], tabbed: list[int], width: int) -> dict[int, str]:
    """Lines with spaces for their tabs; width 0 sets each in as far as the line above that belongs with it."""
    meant: dict[int, str] = {}
    last, to = 0, 0
    for number in tabbed:
        line = lines[number - 1]
        found = _TABBED.match(line)
        assert found is not None
        if not width and last != number - 1:
            to = _neighbour(lines, number)
        last = number
        spaces = to if not width else sum(width if sign == "\t" else 1 for sign in found[0])
        meant[number] = " " * spaces + line[found.end() :]
    return meant


def _neighbour(lines: list[str], number: int) -> int:
    """How far a tabbed line is set in by what is above it: like its neighbours, or below a key that wants a value."""
    meant = lines[number - 1].lstrip()
    before = line_at(lines, next(above(lines, number), 0))
    if wants(before):
        return parts(before)[2] + 2
    below = next((parts(one[:LONGEST])[0] for one in lines[number:] if not empty(one)), 0)
    places = [one for one in open_places(lines, number) if one.dash == meant.startswith("- ")]
    fitting = [one.col - 1 for one in places if not wants(meant) or one.col <= below]
    return fitting[0] if fitting else parts(before)[2]
