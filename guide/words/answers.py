"""The words of an answer, wherever it is read back."""

from __future__ import annotations

from typing import Final

YES: Final = "Yes"
NO: Final = "No"
YES_KEYS: Final = {
    "s": ("es", "pt", "it"),
    "j": ("de", "da", "nl", "sv", "nb", "nn", "no"),
    "o": ("fr",),
}
"""Where the word for yes begins with another letter than y: letter to languages. The word for no begins with n."""
YES_WORDS: Final = ("sí", "si", "sim", "sì", "ja", "oui")
NO_WORDS: Final = ("não", "nao", "nein", "nee", "nej", "nei", "non")

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
NUMBER_UNIT: Final = "{number} {unit}"
NUMBER_UNIT_ONE: Final = "{number} ({unit})"
"""Of one, with a unit whose word is for several: how it reads for one, only its author knows."""
COUNT_OF: Final = "{number} (from {n} of {all} answers)"
COUNT_NONE: Final = "Nothing was given to count."
"""A `count` step whose steps were all left open."""
