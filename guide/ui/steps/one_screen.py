"""Several short questions as rows of one screen: a digit or letter answers the current one (care rule 18)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from guide.steps.base import Json
from guide.ui.say import Piece, dim, fill, say, strong
from guide.ui.steps.base import Frozen, StepView, set_text
from guide.ui.steps.choice import options_of
from guide.ui.steps.parts.boards import OneOf
from guide.ui.steps.parts.pad import Board, Row
from guide.ui.steps.parts.rate import plain_rating
from guide.ui.steps.parts.reading import words_for
from guide.ui.steps.scale import rate_board
from guide.ui.steps.yes_no import yes_no_board
from guide.words import stepping

_KINDS = ("choice", "scale", "yes-no")


class OneScreen(StepView):
    """Rows of (frozen step, raw answer). Posts `Answered` for the current row, `Chose("back")` for Backspace.

    When no row is current (`current` is not an index of `rows`), only the saved line stands beneath, and every
    key goes to the screen. A screen that shows step after step may call `show` as for any view: the rows
    shown so far stay above.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[Frozen, Json]] = []
        self.current = 0
        self.head.display = False

    @staticmethod
    def fits(steps: Sequence[dict[str, Any]]) -> bool:
        """Whether these steps can stand on one screen: short kinds only, none with words of one's own."""
        return bool(steps) and all(step.get("kind") in _KINDS and not step.get("other") for step in steps)

    def show(self, frozen: Frozen, raw: Json, *, again: bool = False) -> None:
        """Show a step beneath those before it; going back to one takes away what came after."""
        ids = [row[0].get("id") for row in self.rows]
        place = ids.index(frozen.get("id")) if frozen.get("id") in ids else len(ids)
        self.show_rows([*self.rows[:place], (frozen, raw)], place)

    def answer(self, raw: Json) -> None:
        """Answer the current row, and let it show that."""
        here = self._here
        if here is not None and not self.waiting:
            self.rows[self.current] = (here[0], raw)
        super().answer(raw)

    def show_rows(self, rows: list[tuple[Frozen, Json]], current: int, saved: str = "") -> None:
        """Show the rows that are asked now, in place; `saved` is the line beneath, empty for none."""
        self.rows, self.current = list(rows), current
        self.use(_Rows(self))
        self.begin()
        set_text(self.tail, strong(saved) if saved else "")
        self.refresh_hint()
        board = self.pad.board
        if self._here is not None and isinstance(board, _Rows):
            self.reveal(self.pad, board.line_of_current)

    @property
    def _here(self) -> tuple[Frozen, Json] | None:
        return self.rows[self.current] if 0 <= self.current < len(self.rows) else None

    @property
    def step_id(self) -> str:
        """The id of the current row's step."""
        return str(self._here[0].get("id", "")) if self._here else ""

    def current_raw(self) -> Json:
        """What the current row held before: a key answers at once."""
        return self._here[1] if self._here else None

    @property
    def help_keys(self) -> str:
        """The keys of the current row."""
        if self._here is None:
            return ""
        keys = [self.pad.board.keys] + ([stepping.KEYS_ONE_SCREEN] if self.current else [])
        return stepping.BETWEEN.join(keys)

    def go_on(self) -> None:
        """The command to go on is Enter on the current row; it does nothing when none is."""
        if self._here is not None:
            self.entered()


class _Rows(Board):
    """All rows; the current one is open, with the board of its kind."""

    def __init__(self, view: OneScreen) -> None:
        self.view = view
        here = view.rows[view.current] if 0 <= view.current < len(view.rows) else None
        self.inner = board_of(*here, view.answer, view.yes_key()) if here else Board()
        self.line_of_current = 0

    @property
    def at(self) -> int | None:  # type: ignore[override]
        """The highlighted row of the open board."""
        return self.inner.at

    @property
    def keys(self) -> str:  # type: ignore[override]
        """The keys of the open board."""
        return self.inner.keys

    def rows(self) -> list[Row]:
        """A line for each question; beneath the current one what can be answered."""
        result: list[Row] = []
        for place, (frozen, raw) in enumerate(self.view.rows):
            prompt = str(frozen.get("prompt") or "")
            if place == self.view.current:
                self.line_of_current = len(result)
                result.append(Row(strong(prompt)))
                help_ = str(frozen.get("help") or "").strip()
                result += [Row(dim(help_))] if help_ else []
                result += self.inner.rows()
                result.append(Row(""))
            else:
                value: Piece = words_for(frozen, raw) or stepping.NOT_YET
                result.append(Row(fill(stepping.ROW_VALUE, row=prompt, value=say(value, lines=False))))
        return result

    def wants(self, key: str, character: str | None) -> bool:
        """The keys of the open board, and Backspace."""
        return self.inner.wants(key, character) or (key == "backspace" and self.view.current > 0)

    def key(self, key: str, character: str | None) -> bool:
        """Answer the current row; Backspace goes back one, unless it takes back a digit."""
        if self.inner.key(key, character):
            return True
        if key == "backspace" and (self.view.current > 0):
            self.view.choose("back")
            return True
        return False

    def click(self, pick: int) -> None:
        """A click on an option of the open row."""
        self.inner.click(pick)


def board_of(frozen: Frozen, raw: Json, done: Callable[[Json], None], yes: str) -> Board:
    """Return the board of a choice, a scale or a yes-no.

    A digit chooses only where it is shown: in `b 7 4` the 7 is meant for the row after this one.
    """
    if frozen.get("kind") == "scale":
        return rate_board(frozen, plain_rating(raw), done)
    if frozen.get("kind") == "yes-no":
        return yes_no_board(raw, done, yes, digits=False)
    chosen = raw if isinstance(raw, str) else ""
    return OneOf(options_of(frozen), done, none=lambda: done(None), chosen=chosen, digits=False)
