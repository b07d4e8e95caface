"""The words of an entry: what search looks through, and the first words in a list of entries."""

from __future__ import annotations

import sqlite3
from collections.abc import Container
from typing import Final, NamedTuple

from guide.steps.base import GIVEN, Answer, Json
from guide.store.encode import Unreadable, clean, loads
from guide.words.home import SAVED_JOIN, SAVED_MOOD

OWN_WORDS: Final = frozenset(
    {"short", "long", "list", "sentence", "plan"}
)  # kinds whose answer is the person's wording
_NAMES: Final = frozenset(
    {"item", "at", "now", "part", "way", "state", "column", "collection", "next", "revises"}
)
"""Keys of an answer whose texts are names and no words."""
_LOG: Final = ("side", "strength", "mood")
"""Roles of the steps of a log: a list of logs would say nothing without them."""
_SHORT: Final = 12
"""Characters: shorter words may stand in the next answer by chance."""
FIRST: Final = 100  # characters of first words kept for a list; a wide terminal shows no more

LATEST: Final = """
    SELECT a.step, a.state, a.value, f.json FROM answers a
    LEFT JOIN steps s ON s.entry = a.entry AND s.step = a.step
    LEFT JOIN frozen f ON f.hash = coalesce(s.frozen, a.frozen)
    WHERE a.entry = ?1 AND a.revision = (SELECT max(revision) FROM answers WHERE entry = ?1 AND step = a.step)
    ORDER BY s.position IS NULL, s.position, a.at, a.step"""
"""The latest answer to each step; of a step that is lost, as its answer says that it was shown."""


class Said(NamedTuple):
    """The words of one given answer, as review shows them, with its step, and that step's kind and role."""

    step: str
    kind: str
    role: str
    words: str


def words_of(connection: sqlite3.Connection, seq: int) -> list[Said]:
    """The words of each given answer, in the order of the steps."""
    found = []
    for id_, state, value, frozen in connection.execute(LATEST, (seq,)).fetchall():
        try:
            step, given = loads(frozen) if frozen else {}, loads(value)
        except Unreadable:
            continue
        line = _words(step, Answer(state, given)) if state == GIVEN else ""
        if line:
            found.append(Said(id_, str(step.get("kind", "")), str(step.get("role", "")), clean(line)))
    return found


def typed_of(connection: sqlite3.Connection, seq: int) -> list[str]:
    """Words that were typed in an ended entry and are no answer: review shows them, so search finds them."""
    found = []
    for (raw,) in connection.execute(
        "SELECT raw FROM typing WHERE entry = ? ORDER BY step", (seq,)
    ).fetchall():
        try:
            found.append(clean(_leaves(loads(raw))))
        except Unreadable:
            continue
    return [line for line in found if line]


def _words(frozen: dict[str, Json], answer: Answer) -> str:
    from guide.steps import KINDS

    kind = KINDS.get(frozen.get("kind", ""))
    try:
        return "\n".join(kind.review(frozen, answer)) if kind else _leaves(answer.value)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        # A step frozen by another version may lack what this one's wording needs; saving never depends on it.
        return _leaves(answer.value)


def _leaves(value: Json) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = [one for key, one in value.items() if key not in _NAMES or not isinstance(one, str)]
    inside = value if isinstance(value, list) else ()
    return " ".join(filter(None, map(_leaves, inside)))


def first_words(words: list[Said], left_out: Container[str] = ()) -> str:
    """One line for a list: how a log was answered, and the person's own wording where there is some; else the first
    answers. What fell away with another answer (`left_out`) is not in it."""
    counted = [one for one in words if one.step not in left_out]
    log = [_of_log(one) for one in counted if one.role in _LOG]
    own = [_line(one) for one in counted if one.kind in OWN_WORDS][:1]
    first = [SAVED_JOIN.join(log)] if log else []
    line = ": ".join([*first, *own]) or SAVED_JOIN.join(_told_once([_line(one) for one in counted[:3]]))
    return " ".join(line.split())[:FIRST]


def _told_once(lines: list[str]) -> list[str]:
    """These lines without those that the next one says again, as a rehearsal does with what was picked for it."""
    both = zip(lines, [*lines[1:], ""], strict=False)
    return [line for line, after in both if len(line) < _SHORT or line not in after]


def _line(one: Said) -> str:
    """Words in one line; what stood on lines of their own is told apart, but for the paragraphs of a text."""
    between = " " if one.kind in ("short", "long") else "; "
    return between.join(filter(None, map(str.strip, one.words.split("\n"))))


def _of_log(one: Said) -> str:
    return SAVED_MOOD.format(mood=one.words) if one.role == "mood" else one.words
