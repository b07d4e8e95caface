"""A round of rehearsal: its parts, the board for saying, and its one line afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from guide.steps.base import Json
from guide.ui.say import dim, strong
from guide.ui.steps.parts.boards import key_of, label
from guide.ui.steps.parts.pad import Board, Row
from guide.ui.steps.parts.rate import plain_rating
from guide.words import rehearsal, stepping

PARTS: Final[tuple[str, ...]] = ("before", "expect", "said", "after", "happened")
_SKIP, _TYPE = "s", "l"


def parts_of(frozen: dict[str, Any], *, first: bool) -> list[str]:
    """Return the parts of a round: ratings always, words in the rounds the step asks them in (the first, if unsaid)."""
    result: list[str] = []
    for part in PARTS:
        side = frozen.get("before" if part in ("before", "expect") else "after") or {}
        if part == "said" or (part in ("before", "after") and side.get("rate")):
            result.append(part)
        elif part in ("expect", "happened") and side.get("ask"):
            rounds = side["ask"].get("rounds", "first")
            if rounds == "all" or (rounds == "first" and first):
                result.append(part)
    return result


def read_rounds(frozen: dict[str, Any], raw: Json) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the rounds done and the one begun, from any raw answer."""
    raw = raw if isinstance(raw, dict) else {}
    done = raw.get("rounds") if isinstance(raw.get("rounds"), list) else []
    now = raw.get("now") if isinstance(raw.get("now"), dict) else {}
    return [_round(one) for one in done if isinstance(one, dict) and one.get("said")], _round(now)


def _round(one: dict[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key in (*PARTS, "way", "at", "part"):
        value = plain_rating(one.get(key)) if key in ("before", "after") else one.get(key)
        if key == "said":
            value = True if value else None
        if value is not None and isinstance(value, (str, int)):
            read[key] = value
    return read


def start_of(parts: list[str], now: dict[str, Any]) -> str:
    """Return the part where a round begun goes on: the one it names, else the one after the last that is filled."""
    if now.get("part") in parts:
        return str(now["part"])
    filled = [place for place, part in enumerate(parts) if part in now]
    return parts[min(max(filled, default=-1) + 1, len(parts) - 1)]


class SayBoard(Board):
    """How it is said: the way of last time is marked, Enter says it."""

    def __init__(
        self,
        ways: dict[str, Any],
        way: str,
        *,
        said: Callable[[], None],
        way_chosen: Callable[[str], None],
        type_it: Callable[[], None],
        skip: Callable[[], None],
    ) -> None:
        self.ways = {str(name): str(text) for name, text in ways.items()}
        self.names = list(self.ways)
        self.at = self.names.index(way) if way in self.names else None
        self._do = {"enter": said, _SKIP: skip, _TYPE: type_it}
        self._way_chosen = way_chosen
        self._letters = _letters(self.ways)
        self.keys = stepping.BETWEEN.join(
            [stepping.KEYS_SAY if len(self.ways) > 1 else stepping.KEYS_SAY_ONE, stepping.KEYS_TYPE_IT]
        )

    def rows(self) -> list[Row]:
        """One row a way, or a word when there are none."""
        letters = {place: letter for letter, place in self._letters.items()}
        rows = [
            Row(self.ways[name], strong(label(letters.get(n, str(n + 1)))), n)
            for n, name in enumerate(self.names)
        ]
        return rows or [Row(dim(rehearsal.SAY))]

    def wants(self, key: str, character: str | None) -> bool:
        """Enter, the arrows, a letter or digit of a way, and the two letters beside."""
        name = key_of(key, character)
        return name in self._do or key in ("left", "right", "up", "down") or self._place(name) is not None

    def _place(self, name: str) -> int | None:
        if name.isascii() and name.isdigit() and 1 <= int(name) <= len(self.names):
            return int(name) - 1
        return self._letters.get(name)

    def key(self, key: str, character: str | None) -> bool:
        """Say it, choose a way, or do what a letter says."""
        name = key_of(key, character)
        place = self._place(name)
        if place is not None:
            self.click(place)
        elif name in self._do:
            self._do[name]()
        elif key in ("left", "right", "up", "down"):
            if self.names:
                step = 1 if key in ("right", "down") else -1
                self.click(((self.at if self.at is not None else -1) + step) % len(self.names))
        else:
            return False
        return True

    def click(self, pick: int) -> None:
        """Choose a way."""
        self.at = pick
        self._way_chosen(self.names[pick])


def _letters(ways: dict[str, str]) -> dict[str, int]:
    """Return letter to place: the first free one of each way's id and text."""
    letters: dict[str, int] = {}
    for place, (name, text) in enumerate(ways.items()):
        for letter in (name + text).lower():
            if (
                letter.isascii()
                and letter.isalpha()
                and letter not in letters
                and letter not in (_SKIP, _TYPE)
            ):
                letters[letter] = place
                break
    return letters
