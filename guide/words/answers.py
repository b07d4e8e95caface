"""The words of an answer, wherever it is read back."""

from __future__ import annotations

from typing import Final

YES: Final = "Yes"
NO: Final = "No"

STATE_WORDS: Final = {
    "numb": "numb",
    "cannot-tell": "cannot tell",
    "no-occasion": "no occasion",
    "skipped": "left open",
    "hidden": "not asked",
    "not-reached": "not reached",
}
"""How a state reads. `given` has words of its own."""

UNDONE: Final = "left out, because a later answer made this question fall away"
"""Beside an answer whose step ended hidden."""

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
ABOUT: Final = "about {words}"
"""A month or a year, where the day is not known."""
AS_REMEMBERED: Final = "{words} (as I remember it)"

IF_THEN: Final = "If {cue}, then {action}"
IF_THEN_OBSTACLE: Final = "If {obstacle} gets in the way: {action}"
NUMBER_UNIT: Final = "{number} {unit}"
COUNT_OF: Final = "{number} (from {n} of {all} answers)"
COUNT_NONE: Final = "Nothing was given to count."
"""A `count` step whose steps were all left open."""
