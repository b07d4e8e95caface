"""A number, with decimals and a unit."""

from __future__ import annotations

from guide.steps.base import Json, Problem
from guide.ui.steps.base import StepView, set_text
from guide.ui.steps.parts.typed import beneath, field_raw, field_words, read_raw, state_keys, taken
from guide.words import stepping


class NumberView(StepView):
    """The one-line field; beneath it stands how it is read. `n` and `c` are typed, for the field has the keys."""

    def fill(self, raw: Json) -> None:
        """Put what was typed or answered before into the field."""
        self._raw = read_raw(self.frozen, raw)
        self.edit_line(field_words(self._raw))
        self._say_reading()

    def _say_reading(self) -> None:
        set_text(self.tail, beneath(self.frozen, self.typed(), self.today()))

    def on_typed(self) -> None:
        """Keep the words, and say how they are read now."""
        super().on_typed()
        self._say_reading()

    def line_entered(self, words: str) -> None:
        """Go on with what is read; what cannot be read is said by the kind."""
        try:
            self.answer(taken(self.frozen, words, self._raw, self.today()))
        except Problem as problem:
            self.problem(problem.message)

    def current_raw(self) -> Json:
        """The words in the field, or the state they stand for."""
        return field_raw(self.frozen, self.typed(), self._raw)

    @property
    def help_keys(self) -> str:
        """The keys of the field."""
        return stepping.BETWEEN.join([stepping.KEYS_LINE, *state_keys(self.frozen)])
