"""Characters that look like a space, a dash, a colon or a quotation mark of YAML, and are none."""

from __future__ import annotations

import re
from typing import Final

from guide.packs.around import KEY, LONGEST, At, Guess, above, line_at, more
from guide.packs.located import Fault

NO_BREAK: Final = "A no-break space stands here{more}; use an ordinary space."
FULL_COLON: Final = "A full-width colon stands here; write ':' and a space."
MARKS: Final = "These are typographic quotation marks; YAML needs straight ones, \" or '."
DASH: Final = "A list entry begins with '- ': a hyphen and a space. Here is '{sign}'{more}."
DASH_SPACE: Final = "A list entry begins with '- ': a hyphen and a space. Here the space is missing."
_LIKE_SPACE: Final = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_LIKE_DASH: Final = "\u2010-\u2015\u2022\u2023\u2043\u2212\u25aa\u25cf\u25e6\u00b7"
_SPACED: Final = re.compile(rf"(?=[ {_LIKE_SPACE}]*[{_LIKE_SPACE}])[ {_LIKE_SPACE}]+(?=[^\s{_LIKE_SPACE}])")
_SET_IN: Final = re.compile(
    rf"^ *[{_LIKE_SPACE}][ {_LIKE_SPACE}]*(?:- |(?:- +)?[A-Za-z][\w-]{{0,80}}: *[^ \n]?)", re.MULTILINE
)
_AFTER_SIGN: Final = re.compile(
    rf"^[ {_LIKE_SPACE}]*(?:-[{_LIKE_SPACE}]|(?:- +)?[\w-]{{1,80}}:[{_LIKE_SPACE}])"
)
_SIGN: Final = re.compile(rf" *([{_LIKE_DASH}])(?=[ {_LIKE_SPACE}]|[a-z])")
_GLUED: Final = re.compile(r" *(?:- +)*(-)(?=[A-Za-z\"'{\[])")
_OPENS: Final = re.compile(
    "(?:(?:^ *|: +|- +|[,{\\[] *))([\u201c\u201d\u201e\u00ab\u2018\u201a\u2019\u201b])"
)
_PAIRS: Final = (
    (re.compile('[\u201c\u201d\u201e]([^\u201c\u201d\u201e"]*)[\u201c\u201d]'), '"\\1"'),
    (re.compile('\u00ab([^\u00ab\u00bb"]*)\u00bb'), '"\\1"'),
    (re.compile("[\u2018\u201a\u201b\u2019]([^\u2018\u2019\u201a\u201b']*)\u2019"), "'\\1'"),
)


def odd(lines: list[str], at: At) -> Guess | None:
    """The first character near an error that looks like a space, a dash or a quotation mark and is none."""
    near = sorted({at[0], *[one for _, one in zip(range(2), above(lines, at[0]), strict=False)]})
    for number in near:
        found = _space(lines, number) or _dash(lines, number) or _colon(lines, number)
        if found is not None:
            return found
    return _marks(lines, at)


def spaces(text: str) -> Guess | None:
    """The first line that is set in by no-break spaces: to YAML they are letters, and no error comes of it."""
    if text.isascii() or (found := _SET_IN.search(text)) is None:
        return None
    return _space(text.split("\n"), text.count("\n", 0, found.start()) + 1)


def _space(lines: list[str], number: int) -> Guess | None:
    line = line_at(lines, number)
    found = _SPACED.match(line)
    place = next((n for n, sign in enumerate(line) if sign in _spaces()), 0) if found else -1
    if not found:
        found = _AFTER_SIGN.match(line)
        place = found.end() - 1 if found else -1
    if place < 0:
        return None
    meant = {}
    for one, text in enumerate(lines, 1):
        if one >= number and not text.isascii() and (mended := _spaced(text)) != text:
            meant[one] = mended
    return Guess(Fault(number, place + 1, NO_BREAK.format(more=more(len(meant)))), meant)


def _spaces() -> str:
    return "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def _spaced(line: str) -> str:
    """A line with ordinary spaces where it begins and after its dash or key."""
    if found := _SPACED.match(line[:LONGEST]):
        line = " " * found.end() + line[found.end() :]
    if found := _AFTER_SIGN.match(line[:LONGEST]):
        line = line[: found.end() - 1] + " " + line[found.end() :]
    return line


def _dash(lines: list[str], number: int) -> Guess | None:
    line = line_at(lines, number)
    if found := _SIGN.match(line):
        meant = {one: _dashed(text) for one, text in enumerate(lines, 1) if one >= number and _is_entry(text)}
        meant[number] = _dashed(lines[number - 1])
        sentence = DASH.format(sign=found[1], more=more(len(meant)))
        glued = line[found.end() : found.end() + 1] != " "
        return Guess(Fault(number, found.end(), sentence), {} if glued else meant)
    if (found := _GLUED.match(line)) and not line.startswith("---"):
        place = found.end()
        meant = {number: lines[number - 1][:place] + " " + lines[number - 1][place:]}
        return Guess(Fault(number, place, DASH_SPACE), meant)
    return None


def _is_entry(line: str) -> bool:
    """Whether a line begins with a sign that was meant for a dash, before a key."""
    found = None if line.isascii() else _SIGN.match(line[:LONGEST])
    return found is not None and KEY.match(line[:LONGEST].replace("\u00a0", " "), found.end() + 1) is not None


def _dashed(line: str) -> str:
    found = _SIGN.match(line[:LONGEST])
    return line if found is None else line[: found.end() - 1] + "-" + line[found.end() :]


def _colon(lines: list[str], number: int) -> Guess | None:
    line = line_at(lines, number)
    found = re.match("[ \\-]*\\w[\\w -]{0,60}(\uff1a)", line)
    if found is None:
        return None
    place = found.end()
    spaced = line[place : place + 1] in ("", " ")
    meant = {number: lines[number - 1][: place - 1] + ":" + lines[number - 1][place:]} if spaced else {}
    return Guess(Fault(number, place, FULL_COLON), meant)


def _marks(lines: list[str], at: At) -> Guess | None:
    line = line_at(lines, at[0])
    found = next((one for one in _OPENS.finditer(line) if one.end() <= at[1]), None)
    if found is None:
        return None
    meant = lines[at[0] - 1]
    for pair, straight in _PAIRS:
        meant = pair.sub(straight, meant)
    return Guess(Fault(at[0], found.end(), MARKS), {at[0]: meant})
