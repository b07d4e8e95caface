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
