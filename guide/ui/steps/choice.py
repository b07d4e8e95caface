"""One of several options, or words of one's own."""

from __future__ import annotations

from typing import Any

from guide.steps.base import Json
from guide.ui.say import fill
from guide.ui.steps.base import StepView
from guide.ui.steps.parts.boards import OneOf, Option
from guide.words import stepping

OTHER = "\x00other"
"""The id of the row for one's own words: no id of an option can be this."""


def options_of(frozen: dict[str, Any]) -> list[Option]:
    """Return the options of a step, each with its own key if it has one."""
    found = frozen.get("options")
    result = []
    for name, option in (found if isinstance(found, dict) else {}).items():
        text = option.get("text", "") if isinstance(option, dict) else option
        key = option.get("key", "") if isinstance(option, dict) else ""
        result.append(Option(str(name), str(text), str(key)))
    return result


def other_of(raw: Json) -> str:
    """Return the words under `other`, or nothing."""
    words = raw.get("other") if isinstance(raw, dict) else None
    return words if isinstance(words, str) else ""


def with_other(frozen: dict[str, Any], options: list[Option], words: str) -> list[Option]:
    """Return the options, and the row for one's own words where the step has one; `o` where no option has it."""
    if not frozen.get("other"):
        return options
    named = fill(stepping.OTHER_NAMED, words=words) if words.strip() else stepping.OTHER
    return [*options, Option(OTHER, named, "" if any(option.key == "o" for option in options) else "o")]


class ChoiceView(StepView):
    """A key, a digit or a click answers at once."""

    def fill(self, raw: Json) -> None:
        """Put the options on the pad, with the earlier answer marked."""
        self._other = other_of(raw)
        self._writing = False
        self._raw = raw
        self._board(raw if isinstance(raw, str) else OTHER if self._other else "")

    def _board(self, chosen: str) -> None:
        options = with_other(self.frozen, options_of(self.frozen), self._other)
        self.use(OneOf(options, self._chosen, none=lambda: self.answer(None), chosen=chosen))

    def _chosen(self, name: str) -> None:
        if name != OTHER:
            self._writing = False
            self.answer(name)
            return
        self._writing = True
        self.edit_line(self._other, hint=stepping.OTHER_HINT, beside=True)
        self.refresh_hint()

    def line_entered(self, words: str) -> None:
        """Answer with the words; none close the field again."""
        if words.strip():
            self.answer({"other": words})
        else:
            self.line_key("escape")

    def line_key(self, key: str) -> bool:
        """Escape goes back to the options."""
        if key not in ("escape", "up"):
            return False
        self._other = self.typed()
        self._writing = False
        self._board(OTHER if self._other else "")
        self.refresh_hint()
        return True

    def current_raw(self) -> Json:
        """The words being written, else what was answered before."""
        return {"other": self.typed()} if self._writing else self._raw

    @property
    def help_keys(self) -> str:
        """The keys of the options, or of the field."""
        return stepping.KEYS_OWN_LINE if self._writing else self.pad.board.keys
