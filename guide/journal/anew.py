"""The quick log, opened anew while an unfinished one waits: it always begins at its first row (care rule 18).

Going on at the second row would hand the first key of `b 7 4` to the wrong question, and the last one could then
say the opposite of what was meant.
"""

from __future__ import annotations

from guide.journal.settling import unfinished
from guide.journal.sitting import Sitting

ROWS_LEAST = 2
"""Answers from which an unfinished log of another day says enough to stay."""


def from_the_first_row(sitting: Sitting, begun: str) -> bool:
    """Take the draft back to its first row, or put it away; whether this sitting goes on. `begun` is its local day.

    One of today is gone through again: what was answered stands there, marked, and every change is a revision.
    One of another day is stopped, which keeps it in Review; with a single answer and no words it goes to the
    trash, from where it can come back. Steps behind `m` that were left open are closed, as stopping does.
    """
    if not sitting.ended and begun == sitting.clock().day:
        while sitting.back():
            pass
        return True
    given = [answer for answer in sitting.walk.answers.values() if answer.answered]
    if sitting.ended or len(given) >= ROWS_LEAST or unfinished(sitting):
        sitting.stop()
    else:
        sitting.undo()
    return False
