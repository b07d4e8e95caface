"""What stands around a syntax error: lines, and how far they are set in.

A parser stops where it can go on no more, which is often a line or a screen after the mistake. Here the
text decides: each `Guess` is a sentence at the place of the mistake, with the line as it was probably meant,
so that the rest of the file can be read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from guide.packs.located import DEPTH, FURTHER, TOGETHER, Fault, spaces_words

DASH_MISSING: Final = "A list entry begins with '- ': a hyphen and a space. Here both are missing."
BELOW: Final = "This line begins {n} further to the {side} than the line below" + TOGETHER
_MORE: Final = ("", ", and in 1 more line", ", and in {n} more lines")

LONGEST: Final = 400
"""Characters of a line that are looked at, and lines above one."""
KEY: Final = re.compile(
    r"(?:\"[^\"]{0,80}\"|'[^']{0,80}'|[^\s\"'#:,\[\]{}&*!|>%@`-][^:]{0,80}?|-[^\s:][^:]{0,80}?) *:(?= |$)"
)
_BEGIN: Final = re.compile(r" *((?:- +)*)")

At = tuple[int, int]


class Guess(NamedTuple):
    """What is probably wrong. `lines` are lines as they were meant; without them nothing can be read on.

    `sure`: read like this, the rest says what the author meant; otherwise only its syntax can be looked at.
    `proven`: it is sure when nothing further down speaks against it.
    """

    fault: Fault
    lines: dict[int, str] = {}
    sure: bool = True
    proven: bool = False


class _Place(NamedTuple):
    """Where a line that is still open above another begins: the column (from 1) of a key or of a dash."""

    col: int
    line: int
    dash: bool


def parts(line: str) -> tuple[int, list[int], int]:
    """Where a line begins, where its dashes stand, and where what they lead begins (all from 0)."""
    found = _BEGIN.match(line[:LONGEST])
    assert found is not None
    start = len(found[0]) - len(found[1])
    dashes = [start + place for place, sign in enumerate(found[1]) if sign == "-"]
    content = found.end()
    if line[content:].rstrip() == "-":
        dashes.append(content)
    return start, dashes, content


def key_end(line: str) -> int:
    """The column (from 1) of the colon after a line's key; 0 when it has none."""
    found = KEY.match(line[:LONGEST], parts(line)[2])
    return found.end() if found else 0


def wants(line: str) -> bool:
    """Whether a line is a key that has no value yet."""
    end = key_end(line)
    return bool(end) and not line[end:].strip()


def empty(line: str) -> bool:
    """Whether a line holds nothing but a comment."""
    return not line.strip() or line.lstrip(" ").startswith("#")


def above(lines: list[str], number: int) -> Iterator[int]:
    """Numbers of the lines above one that hold something, the nearest first."""
    for one in range(min(number - 1, len(lines)), max(0, number - LONGEST), -1):
        if not empty(lines[one - 1]):
            yield one


def line_at(lines: list[str], number: int) -> str:
    """A line by its number, as far as it is looked at; empty past the end."""
    return lines[number - 1][:LONGEST] if 1 <= number <= len(lines) else ""


def more(count: int) -> str:
    return _MORE[min(count - 1, 2)].format(n=count - 1) if count > 1 else ""


def bracket_too_deep(text: str, at: At) -> At:
    """The bracket that goes one level too deep, counted as brackets stand; else where the parser stopped."""
    depth, line, begun = 0, 1, -1
    for place, character in enumerate(text):
        if character == "\n":
            line, begun = line + 1, place
        elif character in "[{":
            depth += 1
            if depth > DEPTH:
                return line, place - begun
        elif character in "]}":
            depth = max(0, depth - 1)
    return at


# -- how far lines are set in -----------------------------------------------------------------------------
def too_deep(lines: list[str], at: At) -> list[Guess]:
    """A key that begins further to the right than the key above it, which has a value already."""
    line = line_at(lines, at[0])
    start, dashes, content = parts(line)
    before = next(above(lines, at[0]), 0)
    begins, _, reference = parts(line_at(lines, before))
    by = (start if dashes else content) - reference
    if not before or by < 1 or not key_end(line_at(lines, before)):
        return []
    among = _among(lines, before, content)
    fits = among and any(one.col == reference + 1 for one in open_places(lines, before))
    sure = by <= 2 and not fits  # both begin where a line above does: either may be the odd one
    right = [_moved(lines, at[0], -by, before, whole=whole, sure=sure) for whole in _whole_first(line)]
    sentence = BELOW.format(n=spaces_words(by), side="left")
    left = Guess(Fault(before, begins + 1, sentence), {before: " " * by + lines[before - 1]}, sure=sure)
    odd = among or _under_an_empty_key(lines, before, reference)
    return [left, *right] if odd else [*right, left]


def _whole_first(line: str) -> tuple[bool, bool]:
    """Whether what stands below a line is moved with it: not at first when the line is a key that wants a value."""
    end = key_end(line)
    return (False, True) if end and line[end:].strip()[:1] in ("", "|", ">") else (True, False)


def _among(lines: list[str], number: int, content: int) -> bool:
    """Whether the lines above one, too, begin at this column, so that the one is odd among them."""
    for one in above(lines, number):
        begins = parts(line_at(lines, one))[2]
        if begins <= content:
            return begins == content
    return False


def _under_an_empty_key(lines: list[str], number: int, column: int) -> bool:
    """Whether the line above one begins at its column and is a key that still wants its value."""
    before = next(above(lines, number), 0)
    line = line_at(lines, before)
    return wants(line) and parts(line)[2] == column


def misplaced(lines: list[str], at: At) -> list[Guess]:
    """A line that begins where no line above begins: a dash is missing, or it moves to where the nearest ones begin."""
    line = line_at(lines, at[0])
    start, dashes, content = parts(line)
    entry = bool(dashes)
    if at[1] != start + 1 or not (entry or key_end(line)):
        return []
    if not entry and (deeper := too_deep(lines, at)):
        return deeper
    places = list(open_places(lines, at[0]))
    first = _first_below(lines, at[0], content) if entry else _like_an_entry(lines, at[0], places)
    found = [_with_dash(lines, first)] if first else []
    fitting = _nearest(lines, at[0], start, [one for one in places if one.dash == entry])
    other = abs(fitting[1].col - start - 1) if len(fitting) > 1 else 9
    for place, number, _ in fitting[:2]:
        if by := place - start - 1:
            sure = abs(by) <= 2 and abs(by) < other
            found += [_moved(lines, at[0], by, number, whole=whole, sure=sure) for whole in (False, True)]
    for place, number, _ in fitting[:1]:
        if 0 < place - start - 1 <= parts(line_at(lines, number))[0] or place - start - 1 < 0:
            found.append(_moved(lines, number, start + 1 - place, at[0], whole=False, sure=False))
    return found if entry else found + _entry_moved(lines, at[0], start)


def _nearest(lines: list[str], number: int, start: int, places: list[_Place]) -> list[_Place]:
    """Places by how near they are; a key that wants a value first to those that leave it the lines below."""
    below = next((parts(one[:LONGEST])[0] for one in lines[number:] if not empty(one)), 0)
    greedy = wants(line_at(lines, number))

    def order(one: _Place) -> tuple[int, bool]:
        return abs(one.col - start - 1), greedy and one.col > below

    found: dict[int, _Place] = {}
    for one in places:
        found.setdefault(one.col, one)
    return sorted(found.values(), key=order)


def _like_an_entry(lines: list[str], number: int, places: list[_Place]) -> int:
    """The line itself when it begins where dashes do, with the key that the entries of that list begin with; else 0."""
    start = parts(line_at(lines, number))[0]
    above_it = next((one.line for one in places if one.dash and one.col == start + 1), 0)
    if not above_it:
        return 0
    words = [_key(line_at(lines, one)) for one in (number, above_it)]
    return number if words[0] == words[1] else 0


def _first_below(lines: list[str], number: int, content: int) -> int:
    """The first of the lines above an entry that begin where its key does, when no dash leads them; else 0."""
    first = 0
    for one in above(lines, number):
        start, dashes, begins = parts(line_at(lines, one))
        if begins < content or (dashes and begins == content):
            return 0 if dashes else first
        word = _key(line_at(lines, one))
        if start == content and word and word == _key(line_at(lines, number)):
            first = one
    return 0


def _key(line: str) -> str:
    return line[parts(line)[2] : key_end(line)].rstrip(" :")


def _with_dash(lines: list[str], number: int) -> Guess:
    """A line with the dash it lacks: where it begins, or before that when it is set in like the key of an entry."""
    line = lines[number - 1]
    start = parts(line[:LONGEST])[0]
    below = next((one for one in lines[number:] if not empty(one)), "")
    deeper = parts(below[:LONGEST])[0] > start or not below.strip()
    meant = (
        line[:start] + "- " + line[start:] if deeper or start < 2 else line[: start - 2] + "- " + line[start:]
    )
    return Guess(Fault(number, start + 1, DASH_MISSING), {number: meant})


def _entry_moved(lines: list[str], number: int, start: int) -> list[Guess]:
    """The entry right above, when its key does not begin where the other keys of it do."""
    before = next(above(lines, number), 0)
    begins, dashes, content = parts(line_at(lines, before))
    by = start - content
    if not before or not dashes or not by or begins + by < 0:
        return []
    sentence = BELOW.format(n=spaces_words(abs(by)), side="left" if by > 0 else "right")
    return [
        Guess(Fault(before, begins + 1, sentence), {before: _by(lines[before - 1], by)}, sure=abs(by) <= 2)
    ]


def open_places(lines: list[str], number: int) -> Iterator[_Place]:
    """Keys and dashes above a line that it may belong with, the nearest first."""
    limit = LONGEST
    for one in above(lines, number):
        line = line_at(lines, one)
        _, dashes, content = parts(line)
        found = [_Place(content + 1, one, False)] if key_end(line) else []
        found += [_Place(dash + 1, one, True) for dash in reversed(dashes)]
        nearer = [place for place in found if place.col < limit]
        yield from nearer
        limit = min([limit, *(place.col for place in nearer)])
        if limit == 1:
            return


def _moved(lines: list[str], number: int, by: int, other: int, *, whole: bool, sure: bool) -> Guess:
    """A line moved, and with `whole` also those below it that belong to it."""
    start = parts(line_at(lines, number))[0]
    side = "right" if by < 0 else "left"
    fault = Fault(number, start + 1, FURTHER.format(n=spaces_words(abs(by)), side=side, line=other))
    last = number
    while whole and last < len(lines) and (empty(lines[last]) or parts(lines[last])[0] >= start):
        last += 1
    meant = {one: _by(lines[one - 1], by) for one in range(number, last + 1) if lines[one - 1].strip()}
    return Guess(fault, meant, sure)


def _by(line: str, by: int) -> str:
    return " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]
