"""How much of each thing a section of the page for a prescriber may show, from wide to narrow."""

from __future__ import annotations

from typing import Final, NamedTuple


class Room(NamedTuple):
    """The room of one section: items of a list, columns of one thing in a person's own words, medicines, changes of
    each, series (and questions) with their answers, feelings named in one list. `joined` puts the items of a list
    into one paragraph.

    Only own words are ever cut. Everything else is shown whole, or left out and counted.
    """

    items: int
    length: int
    medicines: int
    events: int
    series: int
    named: int
    joined: bool = True


ROOMS: Final = (
    Room(6, 480, 10, 4, 4, 6, joined=False),
    Room(6, 480, 10, 4, 4, 6),
    Room(6, 240, 10, 4, 4, 6),
    Room(6, 180, 10, 4, 4, 6),
    Room(6, 140, 10, 3, 4, 6),
    Room(5, 140, 10, 3, 3, 6),
    Room(5, 110, 10, 2, 3, 5),
    Room(4, 110, 10, 2, 3, 5),
    Room(4, 90, 10, 2, 2, 5),
    Room(3, 90, 10, 1, 2, 4),
    Room(3, 75, 10, 1, 2, 4),
    Room(2, 75, 9, 1, 1, 4),
    Room(2, 60, 9, 1, 1, 3),
    Room(1, 60, 8, 1, 1, 3),
    Room(1, 40, 8, 1, 1, 3),
    Room(1, 40, 6, 1, 1, 2),
    Room(1, 40, 5, 1, 1, 2),
    Room(1, 40, 4, 1, 1, 1),
    Room(1, 40, 3, 1, 1, 1),
    Room(1, 40, 2, 1, 1, 1),
    Room(0, 40, 1, 1, 0, 1),
)
"""The last ones show next to nothing of a section but how much there is: they are for texts of any length."""
LISTED: Final = 1
"""The room in which lists become paragraphs: every section enters it at once."""
LEAST: Final = 14
"""The narrowest room that still shows something of everything; beyond it a section goes only when all are here."""
PACK: Final = 80
"""Columns of a name that a pack gives: it says what a number is of, and is never a number."""
ASKED: Final = 160
"""Columns of a question of a pack."""
ANSWER: Final = 400
"""Columns of one answer, which may be a list of what was chosen."""
