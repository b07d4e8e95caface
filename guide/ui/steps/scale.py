"""A number between two ends that have words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guide.steps.base import Json
from guide.ui.steps.base import StepView
from guide.ui.steps.parts.rate import Rate, plain_rating


class ScaleView(StepView):
    """A digit answers at once; `n` and `c` where feeling nothing and not being able to tell are answers."""

    def fill(self, raw: Json) -> None:
        """Put the numbers on the pad, with the earlier answer marked."""
        self._raw = plain_rating(raw)
        self.use(rate_board(self.frozen, self._raw, self.answer))

    def current_raw(self) -> Json:
        """What was answered before: a digit answers at once."""
        return self._raw


def rate_board(frozen: dict[str, Any], raw: Json, done: Callable[[Json], None]) -> Rate:
    """Return the board of a scale step, or of a scale field of a record."""
    return Rate(
        frozen.get("range"),
        done,
        raw=raw,
        numb=bool(frozen.get("numb")),
        cannot_tell=bool(frozen.get("cannot_tell")),
    )
