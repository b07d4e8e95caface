"""The board of a rating: digits answer at once, arrows and Enter too; the ends have words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from guide.steps.base import CANNOT_TELL, NUMB, Json
from guide.steps.scale import raw_of
from guide.ui.say import Piece, dim, fill, join, strong
from guide.ui.steps.parts.boards import key_of
from guide.ui.steps.parts.pad import Board, Row
from guide.words import stepping

_LINE_MOST = 20  # more numbers than this do not fit into a line of 60 cells


class Rate(Board):
    """A number between two ends, or a state where it is allowed.

    `done` takes the raw answer: an int, "numb", "cannot-tell", or None for Enter without a number (and for
    `s` where `skip` is set). A digit that could begin a longer number waits for the next one, or for Enter.
    """

    def __init__(
        self,
        range_: Any,
        done: Callable[[Json], None],
        *,
        raw: Json = None,
        numb: bool = False,
        cannot_tell: bool = False,
        skip: bool = False,
        extra: dict[str, tuple[str, Callable[[], None]]] | None = None,
    ) -> None:
        range_ = range_ if isinstance(range_, dict) else {}
        self.low, self.high = int(range_.get("min", 0)), int(range_.get("max", 10))
        self.ends = str(range_.get("low") or ""), str(range_.get("high") or "")
        self.done = done
        self.states = {NUMB: numb, CANNOT_TELL: cannot_tell}
        self.skip, self.extra = skip, extra or {}
        self.begun = ""
        self.chosen = plain_rating(raw)
        self.number = self.chosen if isinstance(self.chosen, int) else None
        if self.number is not None and not self.low <= self.number <= self.high:
            self.number = None

    @property
    def keys(self) -> str:  # type: ignore[override]
        """The keys in one line."""
        pieces = [fill(stepping.KEYS_RATE, low=self.low, high=self.high).plain]
        pieces += [stepping.KEYS_NUMB] if self.states[NUMB] else []
        pieces += [stepping.KEYS_CANNOT_TELL] if self.states[CANNOT_TELL] else []
        pieces += [f"[{key}] {words}" for key, (words, _do) in self.extra.items()]
        pieces += [stepping.KEYS_SKIP_RATING] if self.skip else []
        return stepping.BETWEEN.join(pieces)

    def rows(self) -> list[Row]:
        """The numbers with a mark at the highlighted one, the two ends in words, and what was answered."""
        rows = [Row(self._numbers(), pick=0)]
        ends = [
            f"{number} {words}"
            for number, words in zip((self.low, self.high), self.ends, strict=True)
            if words
        ]
        if ends:
            rows.append(Row(dim("  " + stepping.ENDS_BETWEEN.join(ends))))
        state = stepping.STATE_CHOSEN.get(self.chosen) if isinstance(self.chosen, str) else None
        if state:
            rows.append(Row("  " + state))
        if self.begun:
            rows.append(Row("  " + self._begun_words()))
        return rows

    def _numbers(self) -> Piece:
        if self.high - self.low > _LINE_MOST:
            shown = self.begun or ("" if self.number is None else str(self.number))
            return strong(fill(stepping.NUMBER_OF, number=shown or stepping.NO_NUMBER, high=self.high))
        here = int(self.begun) if self.begun else self.number
        return join(
            *(
                strong(f"[{number}]") if number == here else f" {number} "
                for number in range(self.low, self.high + 1)
            )
        )

    def _begun_words(self) -> str:
        longer = [str(n) for n in range(self.low, self.high + 1) if self._longer(str(n), self.begun)]
        template = stepping.BEGUN if len(longer) == 1 else stepping.BEGUN_MANY
        if int(self.begun) < self.low:
            template = stepping.BEGUN_MORE
        return fill(template, begun=self.begun, next=longer[0][-1] if longer else "", longer=longer[0]).plain

    @staticmethod
    def _longer(number: str, begun: str) -> bool:
        return number.startswith(begun) and number != begun and begun != "0"

    def wants(self, key: str, character: str | None) -> bool:
        """Digits, left and right, Enter, and the letters that are offered."""
        name = key_of(key, character)
        return (
            name.isdigit()
            or key in ("left", "right", "home", "end", "enter")
            or (key == "backspace" and bool(self.begun))
            or self._state(name) is not None
            or (self.skip and name == "s")
            or name in self.extra
        )

    def key(self, key: str, character: str | None) -> bool:
        """Answer, begin a number, or move the mark."""
        name = key_of(key, character)
        if name.isascii() and name.isdigit():
            self._digit(name)
            return True
        state = self._state(name)
        if state is not None:
            self.done(state)
        elif self.skip and name == "s":
            self.done(None)
        elif name in self.extra:
            self.extra[name][1]()
        elif key == "enter":
            self._enter()
        elif key == "backspace" and self.begun:
            self.begun = self.begun[:-1]
        elif key in ("left", "right", "home", "end"):
            self._move(key)
        else:
            return False
        return True

    def _state(self, name: str) -> str | None:
        if name == "n" and self.states[NUMB]:
            return NUMB
        return CANNOT_TELL if name in ("c", "?") and self.states[CANNOT_TELL] else None

    def _digit(self, digit: str) -> None:
        begun = self.begun + digit
        numbers = [str(number) for number in range(self.low, self.high + 1)]
        if any(self._longer(number, begun) for number in numbers):
            self.begun = begun
        elif begun in numbers:
            self.begun = ""
            self.done(int(begun))

    def _enter(self) -> None:
        if self.begun and self.low <= int(self.begun) <= self.high:
            number, self.begun = int(self.begun), ""
            self.done(number)
        elif not self.begun:
            self.done(self.number if self.number is not None else self.chosen)

    def _move(self, key: str) -> None:
        self.begun = ""
        if key in ("home", "end") or self.number is None:
            self.number = self.high if key == "end" else self.low
        else:
            step = 1 if key == "right" else -1
            self.number = min(self.high, max(self.low, self.number + step))


def plain_rating(raw: Json) -> int | str | None:
    """Return a rating as a raw answer, from a raw answer or from {"state", "value"}; None for anything else."""
    raw = raw_of(raw)
    if isinstance(raw, str) and raw.isascii() and raw.isdigit() and len(raw) <= 3:
        raw = int(raw)
    if isinstance(raw, bool) or not isinstance(raw, (int, str)):
        return None
    return raw if isinstance(raw, int) or raw in (NUMB, CANNOT_TELL) else None


def number_words(raw: Json) -> str:
    """Return a rating as it reads in a line: the number, or the state in words."""
    plain = plain_rating(raw)
    if plain is None:
        return stepping.LEFT_OUT
    return str(plain) if isinstance(plain, int) else stepping.STATE_SHORT[plain]
