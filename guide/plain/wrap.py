"""Lines of at most so many terminal cells, for texts in any script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

WIDTH: Final = 78
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_TAB = "    "
_PIECES = re.compile(r" +|[^ ]+(?:(?<=\d) (?=\d)[^ ]+)*")  # a telephone number stays on one line


def cells(text: str) -> int:
    """How many cells a text takes at most.

    Marks that combine take none. A joined emoji is counted part by part, and one with the selector for
    its coloured form as two: terminals differ there, and a line that is too short harms nobody.
    """
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(letter: str) -> int:
    if letter == _EMOJI_STYLE:
        return 1
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrap(text: str, *, first: str = "", rest: str = "", width: int = WIDTH) -> list[str]:
    """Break cleaned text at spaces, and inside a word only when it is wider than a line.

    `first` stands before the first line, `rest` before all others. Takes time in proportion to the text.
    """
    lines: list[str] = []
    for paragraph in text.replace("\t", _TAB).split("\n"):
        for line in _paragraph(paragraph, width - max(cells(first), cells(rest))):
            lines.append(((rest if lines else first) + line).rstrip())
    return lines


def _paragraph(text: str, room: int) -> Iterator[str]:
    line, used, gap = "", 0, ""
    for piece in _PIECES.findall(text):
        if piece[0] == " ":
            gap = piece[:room]
            continue
        wide = cells(piece)
        if used + len(gap) + wide <= room:
            line, used = line + gap + piece, used + len(gap) + wide
        else:
            if line:
                yield line
            *whole, line = _cut(piece, room) if wide > room else [piece]
            yield from whole
            used = cells(line)
        gap = ""
    yield line


def _cut(word: str, room: int) -> list[str]:
    """A word wider than a line in pieces; what combines with a letter stays with it."""
    pieces: list[str] = []
    piece: list[str] = []
    used = 0
    before = ""
    for letter in word:
        wide = _cell(letter)
        if used + wide > room and wide and before != _JOINER:
            pieces.append("".join(piece))
            piece, used = [], 0
        piece.append(letter)
        used += wide
        before = letter
    return [*pieces, "".join(piece)]
