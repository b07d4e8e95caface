"""Asking the parts of a record one at a time, each with the editor of its kind: what lists and updates share."""

from __future__ import annotations

from guide.steps.base import Json, Problem
from guide.ui.say import Piece, join, say
from guide.ui.steps.base import Frozen, StepView, set_text
from guide.ui.steps.choice import OTHER, options_of, other_of, with_other
from guide.ui.steps.parts.blank_mind import ExamplesBoard, has_examples, with_example
from guide.ui.steps.parts.boards import OneOf
from guide.ui.steps.parts.pad import Board
from guide.ui.steps.parts.typed import READ, beneath, field_raw, field_words, state_keys, taken
from guide.ui.steps.scale import rate_board
from guide.ui.steps.short import nudge_board
from guide.ui.steps.yes_no import yes_no_board
from guide.words import nudges, stepping

_ABOVE, _BELOW = 3, 6
"""Lines above an editor, where the question stands, and from its first line on, that are brought into sight."""


class PartView(StepView):
    """One part has the keys; a view says which, what stands in it, and where Enter and up lead from there."""

    def __init__(self) -> None:
        super().__init__()
        self.writing_other = self.asking_about = self._touched = False
        self.asked_once = False
        """Whether words were asked about: once a step, not once a record."""
        self._own_board: Board | None = None

    # -- what a view says -----------------------------------------------------------------------------

    @property
    def part(self) -> Frozen:
        """The part that is asked now, as it is frozen."""
        raise NotImplementedError

    @property
    def at(self) -> str:
        """Its name."""
        raise NotImplementedError

    @property
    def values(self) -> dict[str, Json]:
        """The fields of the record that is asked now."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw what stands around the part."""

    def tail_words(self) -> Piece:
        """What stands beneath the part."""
        return ""

    def given(self, raw: Json) -> None:
        """Keep what the part was answered with (None: left open), and go to the next."""

    def before(self) -> bool:
        """Go to the part before; False when there is none."""
        return False

    # -- one part -------------------------------------------------------------------------------------

    def open_part(self) -> None:
        """Open the editor of the part on what stands in it."""
        self.writing_other = self.asking_about = self._touched = False
        part, raw = self.part, self.values.get(self.at)
        if part["kind"] == "choice":
            chosen = raw if isinstance(raw, str) else OTHER if raw else ""
            options = with_other(part, options_of(part), other_of(raw))
            self.use(OneOf(options, self._chosen, none=lambda: self.given(None), chosen=chosen))
        elif part["kind"] == "yes-no":
            self.use(yes_no_board(raw, self.given, self.yes_key()))
        elif part["kind"] == "scale":
            self.use(rate_board(part, raw, self.given))
        elif part["kind"] == "long":
            self.edit_words(raw if isinstance(raw, str) else "")
        elif part["kind"] in READ:
            self.edit_line(field_words(raw))
        else:
            self.edit_line(raw if isinstance(raw, str) else "")
        self._own_board = None if self.typing else self.pad.board
        self.draw()
        if self.typing:
            self.reveal_field(_ABOVE, _BELOW)
        else:
            self.reveal(self.active, -_ABOVE, _ABOVE + _BELOW)

    @property
    def clears(self) -> bool:
        """Whether Del takes an answer back: where a key answers at once, and there is one."""
        here = not self.typing and self.pad.board is self._own_board
        return here and self.values.get(self.at) is not None

    @property
    def typing(self) -> bool:
        """Whether a field has the keys."""
        return self.active is not self.pad

    def put(self, raw: Json) -> None:
        """Set the part without going on; nothing takes it away."""
        if raw in (None, ""):
            self.values.pop(self.at, None)
        else:
            self.values[self.at] = raw

    def typed_raw(self) -> Json:
        """What stands in the field, as it is held: unchecked."""
        words = self.typed()
        if not words.strip():
            return None
        if self.writing_other:
            return {"other": words}
        return field_raw(self.part, words, self.values.get(self.at)) if self.part["kind"] in READ else words

    def typed_fields(self) -> dict[str, Json]:
        """The fields of this record, with what is half typed."""
        fields = dict(self.values)
        if self.typing and self.at:
            fields[self.at] = self.typed_raw()
            if fields[self.at] is None:
                del fields[self.at]
        return fields

    def _chosen(self, name: str) -> None:
        if name != OTHER:
            self.given(name)
            return
        self.writing_other = True
        self.edit_line(other_of(self.values.get(self.at)), hint=stepping.OTHER_HINT, beside=True)
        self.draw()

    def on_typed(self) -> None:
        """Keep the words; where they are read as something else, say as what."""
        self._touched = True
        super().on_typed()
        if self.part["kind"] in READ:
            self.draw_tail()

    def draw_tail(self) -> None:
        """Draw what stands beneath the part, with how the field is read."""
        reads = self.part["kind"] in READ and self.typing
        words = [beneath(self.part, self.typed(), self.today())] if reads else []
        set_text(self.tail, stacked([*words, self.tail_words()]))

    def line_entered(self, words: str) -> None:
        """Keep the field, ask at most one question about it, and go to the next."""
        part = self.part
        if self.writing_other:
            self.given({"other": words} if words.strip() else None)
            return
        if part["kind"] in READ:
            self._read(words)
            return
        self.put(words if words.strip() else None)
        if words.strip() and part.get("nudge") and not self.asked_once:
            question = self.nudge(self.at, words, dict(self.values))
            if question:
                self.asked_once = self.asking_about = True
                self.hold(now=True)
                self.use(nudge_board(question, self._nudged))
                self.draw()
                return
        self.given(self.values.get(self.at))

    def _read(self, words: str) -> None:
        try:
            raw = taken(self.part, words, self.values.get(self.at), self.today())
        except Problem as problem:
            self.say_note(problem.message)
            return
        self.given(raw)

    def _nudged(self, name: str) -> None:
        if name == "keep":
            self.given(self.values.get(self.at))
        elif name == "change":
            self.open_part()
        else:
            self.say_note(nudges.WHY)

    # -- keys -----------------------------------------------------------------------------------------

    def line_key(self, key: str) -> bool:
        """Up, and Backspace where nothing was ever typed: the part before. Escape closes words of one's own."""
        if key == "escape" and self.writing_other:
            self.put(self.typed_raw())
            self.open_part()
            return True
        if key == "backspace" and (self._touched or self.typed()):
            return False
        if key not in ("up", "backspace"):
            return False
        if self.typing and not self.writing_other:
            self.put(self.typed_raw())
        return self.before() or key == "up"

    def unused_key(self, key: str) -> bool:
        """Up and Backspace on a board that has no use for them: the part before. Del clears it."""
        if key == "delete" and self.clears:
            self.put(None)
            self.open_part()
            self.hold(now=True)
            return True
        return key in ("up", "backspace") and self.before()

    # -- examples -------------------------------------------------------------------------------------

    @property
    def offers_examples(self) -> bool:
        """Whether the part has any."""
        return has_examples(self.part)

    def examples(self) -> bool:
        """Examples of the part that is asked now, or away with them."""
        if not has_examples(self.part):
            return False
        self.quiet()
        if isinstance(self.pad.board, ExamplesBoard) and not self.typing:
            self.open_part()
        else:
            if self.typing:
                self.put(self.typed_raw())
            self.use(ExamplesBoard(self.part, self._example))
            self.draw()
        return True

    def _example(self, words: str) -> None:
        before = self.values.get(self.at)
        self.put(with_example(before if isinstance(before, str) else "", words) if words else before)
        self.open_part()
        self.hold()

    def part_keys(self) -> list[str]:
        """The keys of the part itself."""
        if not self.typing:
            return [self.pad.board.keys, *([stepping.KEYS_CLEAR] if self.clears else [])]
        if self.writing_other:
            return [stepping.KEYS_OWN_LINE]
        return state_keys(self.part) if self.part["kind"] in READ else []


def stacked(pieces: list[Piece]) -> Piece:
    """Return what is not empty, one beneath the other with a line between."""
    return join(*(piece for piece in pieces if say(piece).plain), between="\n\n")
