"""What every step widget shares. A screen keeps one view a kind, shows it, and listens to three messages.

For the screen that hosts them:

- `view = REGISTRY[kind]()` once; `view.show(frozen, raw)` for each step of that kind, in place (a remount costs
  five times as much, performance.md 2); toggle `view.display`; then `view.focus_first()`.
- A view is complete in itself: it draws prompt (or text) and help, fields, problems, questions and its line of keys.
- `Answered` means: `sitting.give(message.raw)`. A problem or a question that comes of it goes to `problem` or
  `question`; otherwise show the next step. `Answered.step` is the id of the step it answers.
- `Held` means: `sitting.hold(message.raw)`, at once when `message.now`, else within 0.8 s; `Held.step` as above.
- A skip that would leave words out comes back as a question: it goes to `skip_question`; while `skip_asked`, skip.
- `Chose` means something beside answering: `stop`, a page such as `support`, `smaller`, `back`, `skip`, `exercise:ID`.
- Keys that a view takes for itself never reach the screen; all others do. `go_on` and `examples` are what the
  commands `exercise.go-on` and `exercise.examples` do: a view binds both itself, under their ids.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer

from guide.journal.yes_key import USUAL
from guide.steps.base import Json
from guide.ui import commands
from guide.ui.say import Piece, dim, join, say, strong
from guide.ui.steps.parts.holder import Holder
from guide.ui.steps.parts.reading import plain_title, this_day
from guide.ui.steps.parts.said import asked, set_text, words_of
from guide.words import stepping

__all__ = ["Asking", "Frozen", "StepView", "asked", "set_text", "words_of"]

Frozen = dict[str, Any]
_OURS = ("exercise.go-on", "exercise.examples")
_COMMAND_KEY = re.compile(r"ctrl\+.+|f\d+")
_LIMBO = 1.0  # seconds after which an answer that nothing came back for no longer holds keys


class Asking(Holder):
    """What asks: answers, holds, problems and questions. `StepView` and `OneScreen` are made of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding for binding in commands.bindings("exercise") if binding.id in _OURS
    ]

    def __init__(self) -> None:
        super().__init__()
        self._open_asked = self.skip_asked = False
        self._early: list[events.Key] | None = None  # typed after an answer that is under way
        self._limbo: Timer | None = None
        self.nudge: Callable[[str, str, Json], str] = lambda part, words, record: ""
        """`sitting.nudge`: (part, words, record) to one question, or nothing. The screen gives it and what follows."""
        self.time: Callable[[], str] = str
        """The time in UTC, ISO. A round of rehearsal carries the time it was said at."""
        self.today: Callable[[], str] = this_day
        """Given by the screen: the local day, ISO. "Yesterday" is counted from it."""
        self.yes_key: Callable[[], str] = lambda: USUAL
        """Given by the screen: the letter that says yes in the language of the exercise."""
        self.title_of: Callable[[str], str] = plain_title
        """Given by the screen: the title of an exercise that a text offers; empty leaves the offer out."""
        self.is_last: Callable[[], bool] = lambda: True
        """Given by the screen: whether this is the last step; only there an offered exercise opens at once."""

    # -- what the screen calls ------------------------------------------------------------------------

    def problem(self, text: str, part: str = "") -> None:
        """Show one sentence near the field; what was typed stays. `part` is the field it is about."""
        self.settle()
        self.say_note(strong(text))

    def question(self, text: str) -> None:
        """Ask whether to leave the step open: Enter does, any other key goes on."""
        self.settle()
        self._open_asked = True
        self.say_note(join(strong(text), "  ", stepping.LEAVE_OPEN_KEYS))

    def skip_question(self, text: str) -> None:
        """Ask whether to skip although words stand here: `s` does, any other key stays."""
        self.settle()
        self.say_note(join(strong(text), "  ", stepping.SKIP_KEYS))
        self.skip_asked = True

    def current_raw(self) -> Json:
        """Return what stands here now, half typed or not, in the shape `sitting.hold` takes. Reads, nothing else."""

    @property
    def help_keys(self) -> str:
        """The keys of this part in one line."""
        return self.pad.board.keys

    def go_on(self) -> None:
        """Do what Enter does here."""
        self.entered()

    def examples(self) -> bool:
        """Show or hide examples; False where there are none."""
        return False

    @property
    def offers_examples(self) -> bool:
        """Whether there are examples for what is asked now."""
        return False

    def back_within(self, *, ask: bool = False) -> bool:
        """Go back one part inside this step, or with `ask` only say whether there is one."""
        return False

    def hand_over(self, other: Asking) -> None:
        """Give the keys typed ahead to the view that is shown next."""
        for key in self.settle():
            other.call_later(other._again, key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the key for examples to the screen where there are none."""
        return self.offers_examples if action == "examples" else super().check_action(action, parameters)

    def action_go_on(self) -> None:
        """The command `exercise.go-on`."""
        self.go_on()

    def action_examples(self) -> None:
        """The command `exercise.examples`."""
        self.examples()

    # -- what a kind uses -----------------------------------------------------------------------------

    def entered(self) -> None:
        """Enter in the field, or the command to go on. A kind with fields overrides `line_entered` instead."""
        if self.leaving_open() or self.waiting:
            return
        if self._active is self.pad:
            self.pad.press("enter")
        else:
            self.line_entered(self.typed())

    def line_entered(self, words: str) -> None:
        """Enter in the one-line field, or the command to go on in the longer one."""

    def line_key(self, key: str) -> bool:
        """Take a key that the one-line field itself has no use for (up, down, escape); False lets it pass."""
        return False

    def unused_key(self, key: str) -> bool:
        """Take a key that the board has no use for; False lets it pass to the screen."""
        return False

    def typed(self) -> str:
        """Return what stands in the active field."""
        if self._active is self._words and self._words is not None:
            return self._words.text
        return self._line.value if self._line is not None else ""

    def on_typed(self) -> None:
        """The words in a field changed: keep them, and take away what was said about them before."""
        self.quiet()
        self.hold()

    def answer(self, raw: Json) -> None:
        """Go on with this raw answer; keys typed until the screen has taken it wait."""
        if self.waiting:
            return
        self.quiet()
        self._early = []
        if self.is_attached:
            self._limbo = self.set_timer(_LIMBO, self.settle)
        self.post_message(StepView.Answered(raw, self.step_id))

    def hold(self, *, now: bool = False) -> None:
        """Have what stands here kept: soon, or at once after a part of several."""
        self.post_message(StepView.Held(self.current_raw(), self.step_id, now=now))

    def choose(self, action: str) -> None:
        """Ask the screen for something beside an answer."""
        self.post_message(StepView.Chose(action))

    @property
    def step_id(self) -> str:
        """The id of the step that is asked now."""
        return ""

    @property
    def waiting(self) -> bool:
        """Whether an answer was posted and nothing has come back yet."""
        return self._early is not None

    def wait_with(self, key: events.Key) -> bool:
        """Keep a key for the next step, while the screen has not yet taken the last answer."""
        if self._early is not None:
            self._early.append(key)
        return self._early is not None

    def leaving_open(self) -> bool:
        """After the question, Enter leaves the step open. True when it was that."""
        asked = self._open_asked
        if asked:
            self.answer(None)
        return asked

    def decides(self, key: str) -> bool:
        """After a question Escape only stays; after that about skipping `s` skips. False lets a key do its work."""
        again = _COMMAND_KEY.fullmatch(key)  # the key for skipping, pressed again, skips too
        if again or not (self.skip_asked or (self._open_asked and key == "escape")):
            return False
        skips = self.skip_asked and key.lower() == "s"
        self.quiet()
        if skips:
            self.choose("skip")
        return key.lower() in ("s", "enter", "escape")

    def quiet(self) -> None:
        """Take the note away."""
        self._open_asked = self.skip_asked = False
        self.note.display = False

    def say_note(self, words: Piece) -> None:
        """Show a note beneath the field, and bring it into sight."""
        self.note.update(say(words))
        self.note.display = True
        self.reveal(self.note)

    def begin(self, *, clear: bool = True) -> None:
        """Call at the start of every `show`: what was said about the step before goes, keys typed ahead come."""
        if clear:
            self.quiet()
        self.hand_over(self)

    def refresh_hint(self) -> None:
        """Draw the line of keys anew, after a part changed."""
        set_text(self.hint, dim(self.help_keys) if self.help_keys else "")

    def _again(self, key: events.Key) -> None:
        self._active.post_message(events.Key(key.key, key.character))

    def settle(self) -> list[events.Key]:
        """Wait no longer, and return the keys typed ahead."""
        early, self._early = self._early or [], None
        if self._limbo is not None:
            self._limbo.stop()
        self._limbo = None
        return early


class StepView(Asking):
    """The widget of one step kind."""

    class Answered(Message):
        """Going on with this raw answer; None leaves the step open."""

        def __init__(self, raw: Json, step: str = "") -> None:
            super().__init__()
            self.raw, self.step = raw, step

    class Held(Message):
        """Part of an answer, to be kept: at once when `now`, else within 0.8 seconds."""

        def __init__(self, raw: Json, step: str = "", *, now: bool = False) -> None:
            super().__init__()
            self.raw, self.step, self.now = raw, step, now

    class Chose(Message):
        """Something beside an answer: stop, support, help-now, smaller, back, skip, or `exercise:ID`."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self) -> None:
        super().__init__()
        self.frozen: Frozen = {}

    @property
    def step_id(self) -> str:
        """The id of the step that is shown."""
        return str(self.frozen.get("id", ""))

    def show(self, frozen: Frozen, raw: Json, *, again: bool = False) -> None:
        """Show a step with what was answered or typed before, in place; `again` leaves what is typed in it."""
        same = again and frozen.get("id") == self.step_id
        self.begin(clear=not same)
        self.frozen = frozen
        if not same:
            self.draw_head()
            self.fill(raw)
        self.refresh_hint()

    def draw_head(self) -> None:
        """Draw prompt and help."""
        set_text(self.head, asked(self.frozen))

    def fill(self, raw: Json) -> None:
        """Put the step and its raw answer into the fields; a kind says how. Any JSON may come."""
