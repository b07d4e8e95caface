"""Boards for choosing: one of several, any of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from guide.ui import key_names
from guide.ui.say import Piece, dim, join, say, strong
from guide.ui.steps.parts.pad import MOVES, Board, Row
from guide.words import stepping


class Option(NamedTuple):
    """One thing to choose: `key` is a character or a key name ("enter"); without one its place is its digit."""

    id: str
    text: Piece
    key: str = ""


def key_of(key: str, character: str | None) -> str:
    """Return what a key is called on a board: its character where it types one, else its name."""
    return character if character is not None and character.isprintable() and character != " " else key


def label(key: str) -> str:
    """Return a key in brackets, as it stands before a row."""
    return f"[{key_names.shown(key)}] " if key else "    "


def labelled(options: Iterable[Option], *, digits: bool = True) -> dict[str, Option]:
    """Return key to option: its own key, and the digit of its place for the first ten (`0` is the tenth).

    Without `digits` a digit chooses only where it is shown, on an option without a key of its own.
    """
    keys: dict[str, Option] = {}
    for place, option in enumerate(options, 1):
        if option.key:
            keys.setdefault(option.key, option)
        if digit(place) and (digits or not option.key):
            keys.setdefault(digit(place), option)
    return keys


def digit(place: int) -> str:
    """Return the digit of a place counted from 1: `0` is the tenth, and there is none beyond it."""
    return str(place % 10) if 1 <= place <= 10 else ""


class OneOf(Board):
    """One of several. A key chooses at once; Enter takes the highlighted one, or calls `none` without one.

    `digits` is that of `labelled`. A `menu` takes every letter: somebody who begins to type a word there must not
    skip the step, or leave it, with its first letter.
    """

    def __init__(
        self,
        options: Sequence[Option],
        done: Callable[[str], None],
        *,
        none: Callable[[], None] | None = None,
        chosen: str = "",
        at: int | None = None,
        keys: str = stepping.KEYS_ONE,
        intro: Piece = "",
        digits: bool = True,
        menu: bool = False,
    ) -> None:
        self.menu = menu
        self.options, self.done, self.none, self.chosen = list(options), done, none, chosen
        self.keys, self.intro = keys, intro
        self._by_key = labelled(self.options, digits=digits)
        self._made: list[Row] = []
        self.at = at
        for index, option in enumerate(self.options):
            if chosen and option.id == chosen:
                self.at = index

    def rows(self) -> list[Row]:
        """One row an option, the chosen one with a word."""
        if not self._made:  # handed out again: a pad keeps how a row was wrapped with the row itself
            self._made = self._make()
        return list(self._made)

    def _make(self) -> list[Row]:
        rows = [Row(self.intro)] if say(self.intro).plain else []
        for index, option in enumerate(self.options):
            text = option.text
            if option.id == self.chosen:
                text = join(text, "  ", dim(stepping.CHOSEN))
            lead = strong(label(option.key or digit(index + 1)))
            rows.append(Row(text, lead, index))
        return rows

    def wants(self, key: str, character: str | None) -> bool:
        """Arrows, Enter and the options' own keys; on a menu all letters."""
        moves = key in MOVES and len(self.options) > 1
        named = key_of(key, character) in self._by_key or self._swallows(character)
        return moves or key == "enter" or named

    def _swallows(self, character: str | None) -> bool:
        """Whether a letter does nothing here. `x` shows examples, and takes them away again."""
        return self.menu and character is not None and character.isalpha() and character not in "xX"

    def also(self, key: str, name: str) -> None:
        """Let another key choose an option, unless it has a meaning already."""
        for option in self.options:
            if option.id == name:
                self._by_key.setdefault(key, option)

    def key(self, key: str, character: str | None) -> bool:
        """Choose, or move the highlight. Where there is one row only, the arrows scroll the page."""
        name = key_of(key, character)
        option = self._by_key.get(name) or self._by_key.get(name.lower())
        if key == "enter":
            if self.at is not None:
                option = self.options[self.at]
            elif option is None:
                if self.none is not None:
                    self.none()
                return True
        if option is not None:
            self.done(option.id)
            return True
        return self._swallows(character) or (len(self.options) > 1 and self.move(key, len(self.options)))

    def click(self, pick: int) -> None:
        """Choose."""
        self.at = pick
        self.done(self.options[pick].id)


class ManyOf(Board):
    """Any of several: Space, a digit or a key toggles, Enter goes on. An exclusive one stands alone."""

    def __init__(
        self,
        options: Sequence[Option],
        go_on: Callable[[], None],
        changed: Callable[[], None],
        *,
        chosen: Iterable[str] = (),
        exclusive: Iterable[str] = (),
        extra: Option | None = None,
        opened: Callable[[], None] | None = None,
        keys: str = stepping.KEYS_MANY,
        at: int | None = None,
    ) -> None:
        self.options, self.go_on, self.changed, self.keys = list(options), go_on, changed, keys
        self.chosen = list(dict.fromkeys(chosen))
        self.exclusive = set(exclusive)
        self.extra, self.opened = extra, opened
        self._made: dict[tuple[int, bool], Row] = {}
        self.at = at

    @property
    def _by_key(self) -> dict[str, Option]:
        return labelled([*self.options, *([self.extra] if self.extra else [])])

    def rows(self) -> list[Row]:
        """One row an option with a box that is empty or has a mark."""
        rows = [self._row(index, option.id in self.chosen) for index, option in enumerate(self.options)]
        return rows + ([self._row(len(self.options), False)] if self.extra is not None else [])

    def _row(self, index: int, on: bool) -> Row:
        """The same object for the same row: a pad keeps how it was wrapped with it."""
        if (index, on) not in self._made:
            extra = self.extra if index == len(self.options) else None
            option = extra or self.options[index]
            key = option.key or (digit(index + 1) if extra is None else "")
            box = "" if extra else stepping.BOX_ON if on else stepping.BOX_OFF
            self._made[index, on] = Row(option.text, join(strong(label(key)), box), index)
        return self._made[index, on]

    def toggle(self, name: str) -> None:
        """Choose one, or take it back."""
        if self.extra is not None and name == self.extra.id:
            if self.opened is not None:
                self.opened()
            return
        if name in self.chosen:
            self.chosen.remove(name)
        elif name in self.exclusive:
            self.chosen = [name]
        else:
            self.chosen = [one for one in self.chosen if one not in self.exclusive] + [name]
        self.changed()

    def wants(self, key: str, character: str | None) -> bool:
        """Arrows, Space, Enter and the options' own keys."""
        return key in MOVES or key in ("enter", "space") or key_of(key, character) in self._by_key

    def key(self, key: str, character: str | None) -> bool:
        """Toggle, go on, or move the highlight."""
        every = [*self.options, *([self.extra] if self.extra else [])]
        if key == "enter":
            if self.extra is not None and self.at == len(self.options):
                self.toggle(self.extra.id)
            else:
                self.go_on()
            return True
        if key == "space":
            if self.at is not None and every:
                self.toggle(every[self.at].id)
            return True
        name = key_of(key, character)
        option = self._by_key.get(name) or self._by_key.get(name.lower())
        if option is not None:
            self.at = every.index(option)
            self.toggle(option.id)
            return True
        return self.move(key, len(every))

    def click(self, pick: int) -> None:
        """Toggle."""
        self.at = pick
        every = [*self.options, *([self.extra] if self.extra else [])]
        self.toggle(every[pick].id)
