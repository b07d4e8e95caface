"""Any number of options."""

from __future__ import annotations

from guide.steps.base import Json
from guide.ui.steps.base import StepView
from guide.ui.steps.choice import options_of, other_of, with_other
from guide.ui.steps.parts.boards import ManyOf
from guide.words import stepping


class ChoicesView(StepView):
    """A key or Space picks, Enter goes on; one that stands alone takes the others away."""

    def fill(self, raw: Json) -> None:
        """Put the options on the pad, with what was picked before."""
        values = raw if isinstance(raw, list) else []
        known = {option.id for option in options_of(self.frozen)}
        self._picked = [value for value in values if isinstance(value, str) and value in known]
        self._other = next((other_of(value) for value in values if other_of(value)), "")
        self._writing = False
        self._board()

    def _board(self, at: int | None = None) -> None:
        options = options_of(self.frozen)
        extra = with_other(self.frozen, options, self._other)[len(options) :]
        self._many = ManyOf(
            options,
            self._go_on,
            self._changed,
            chosen=self._picked,
            exclusive=[str(name) for name in self.frozen.get("exclusive") or []],
            extra=extra[0] if extra else None,
            opened=self._write,
            at=at,
        )
        self.use(self._many)

    def _changed(self) -> None:
        self._picked = list(self._many.chosen)
        self.hold(now=True)

    def _go_on(self) -> None:
        raw = self.current_raw()
        self.answer(raw or None)

    def _write(self) -> None:
        self._writing = True
        self.edit_line(self._other, hint=stepping.OTHER_HINT, beside=True)
        self.refresh_hint()

    def line_entered(self, words: str) -> None:
        """Keep the words and go back to the options; Enter there goes on."""
        self.line_key("escape")

    def line_key(self, key: str) -> bool:
        """Escape goes back to the options; the words stay."""
        if key not in ("escape", "up"):
            return False
        self._other = self.typed()
        self._writing = False
        if self._other.strip():
            self._picked = [name for name in self._picked if name not in self._many.exclusive]
        self._board(len(self._many.options))
        self._many.at = None
        self.pad.redraw()
        self.hold(now=True)
        self.refresh_hint()
        return True

    def go_on(self) -> None:
        """The command to go on takes the words along that are being written."""
        if self._writing:
            self.line_key("escape")
        self.entered()

    def current_raw(self) -> Json:
        """What is picked, and the words of one's own."""
        other = self.typed() if self._writing else self._other
        return [*self._picked, *([{"other": other}] if other.strip() else [])]

    @property
    def help_keys(self) -> str:
        """The keys of the options, or of the field."""
        return stepping.KEYS_OWN_LINE if self._writing else self._many.keys
