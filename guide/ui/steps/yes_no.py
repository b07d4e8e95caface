"""Yes or no."""

from __future__ import annotations

from collections.abc import Callable

from guide.journal.yes_key import USUAL
from guide.steps.base import Json
from guide.ui.steps.base import StepView
from guide.ui.steps.parts.boards import OneOf, Option
from guide.words import stepping
from guide.words.answers import NO, YES


class YesNoView(StepView):
    """`y` (or the letter of the language) or `n` answers at once; Enter alone is no answer."""

    def fill(self, raw: Json) -> None:
        """Put both on the pad, with the earlier answer marked."""
        self._raw = raw if raw in ("yes", "no") else None
        self.use(yes_no_board(self._raw, self.answer, self.yes_key()))

    def current_raw(self) -> Json:
        """What was answered before: a key answers at once."""
        return self._raw


def yes_no_board(raw: Json, done: Callable[[Json], None], yes: str = USUAL, *, digits: bool = True) -> OneOf:
    """Return the board of the two. `yes` is the letter that is shown; the usual one answers too."""
    options = [Option("yes", YES, yes), Option("no", NO, "n")]
    chosen = raw if raw in ("yes", "no") else ""
    keys = stepping.KEYS_YES_NO.format(yes=yes)
    board = OneOf(options, done, none=lambda: done(None), chosen=chosen, keys=keys, digits=digits)
    board.also(USUAL, "yes")
    return board
