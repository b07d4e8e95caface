"""One line of words."""

from __future__ import annotations

from collections.abc import Callable

from guide.steps.base import Json
from guide.ui.say import join
from guide.ui.steps.base import StepView, words_of
from guide.ui.steps.parts.blank_mind import ExamplesBoard, has_examples, with_example
from guide.ui.steps.parts.boards import OneOf, Option
from guide.words import nudges, stepping


class ShortView(StepView):
    """Enter goes on. F7 shows examples and half sentences; nothing is copied unless chosen."""

    def fill(self, raw: Json) -> None:
        """Put the words into the field."""
        self._kept = words_of(raw)
        self._nudged = False
        self._edit(self._kept)

    def _edit(self, words: str) -> None:
        self._kept = words
        self.edit_line(words)
        self.refresh_hint()

    @property
    def _typing(self) -> bool:
        return self.active is not self.pad

    def line_entered(self, words: str) -> None:
        """Go on; where the step asks for plain facts, one question may come first."""
        if words.strip() and not self._nudged and self.frozen.get("nudge"):
            asked = self.nudge("", words, None)
            if asked:
                self._nudged = True
                self._kept = words
                self.hold(now=True)
                self.use(nudge_board(asked, self._nudge_answered, words))
                self.refresh_hint()
                return
        self.answer(words if words.strip() else None)

    def _nudge_answered(self, name: str) -> None:
        if name == "keep":
            self.answer(self._kept)
        elif name == "change":
            self._edit(self._kept)
        else:
            self.say_note(nudges.WHY)

    @property
    def offers_examples(self) -> bool:
        """Whether the step has any."""
        return has_examples(self.frozen)

    def examples(self) -> bool:
        """Show examples, or take them away again."""
        if not has_examples(self.frozen):
            return False
        self.quiet()
        if isinstance(self.pad.board, ExamplesBoard) and not self._typing:
            self._edit(self._kept)
        else:
            self._kept = self.typed() if self._typing else self._kept
            self.use(ExamplesBoard(self.frozen, self._example))
            self.refresh_hint()
        return True

    def _example(self, words: str) -> None:
        self._edit(with_example(self._kept, words))
        self.hold()

    def current_raw(self) -> Json:
        """The words in the field."""
        return self.typed() if self._typing else self._kept

    @property
    def help_keys(self) -> str:
        """The keys of the field, with the one for examples where there are some."""
        if not self._typing:
            return self.pad.board.keys
        keys = [self.keys_typing] + ([stepping.KEYS_EXAMPLES] if has_examples(self.frozen) else [])
        return stepping.BETWEEN.join(keys)

    keys_typing = stepping.KEYS_LINE


def nudge_board(question: str, done: Callable[[str], None], words: str = "") -> OneOf:
    """Return the one question about words: Enter keeps them as they are, `?` says why it is asked.

    `words` are shown above it, where they do not stand on the screen already.
    """
    options = [
        Option("keep", nudges.KEEP, "enter"),
        Option("change", nudges.CHANGE, "e"),
        Option("why", stepping.NUDGE_WHY, "?"),
    ]
    return OneOf(
        options,
        done,
        intro=join(words, "\n\n", question) if words else question,
        keys=stepping.KEYS_MENU,
        menu=True,
    )
