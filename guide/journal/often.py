"""The fixed line about medicine in its short form, from the third time an exercise is done (care rule 9)."""

from __future__ import annotations

from typing import Any, Final

from guide.store.database import Store
from guide.words.notices import MEDICINE, MEDICINE_SHORT

TIMES: Final = 2
"""Times done before, from which the short form will do."""
_TEXTS: Final = ("prompt", "help", "text")


def shorten(store: Store, exercise: str, frozen: dict[str, Any]) -> None:
    """Put the short line in the place of the whole one, in the texts of a step as it is shown.

    A step that leads to people (`offer`) keeps the whole line: it answers somebody who has said that they take
    less, or think of it.
    """
    if frozen.get("offer") or not any(MEDICINE in str(frozen.get(key)) for key in _TEXTS):
        return
    from guide.store.pages import counts

    if counts(store).get(exercise, (0, ""))[0] >= TIMES:
        for key in _TEXTS:
            if key in frozen:
                frozen[key] = str(frozen[key]).replace(MEDICINE, MEDICINE_SHORT)
