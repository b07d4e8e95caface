"""The located tree: YAML events become maps and lists that know where everything stands.

Built without recursion from the events of PyYAML's parser. Nothing is constructed or typed: every scalar
stays the text that was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, NamedTuple, NoReturn, Union

DEPTH: Final = 24  # containers inside one another
# Texts, lists and maps in one file; lists and maps count twice, as they cost twice to build. Half a mebibyte of
# exercises comes to some 60,000.
NODES: Final = 64_000
FAULTS: Final = 50  # reports of this reader for one file; a flood of them helps nobody

NESTED: Final = f"nested more than {DEPTH} levels deep"
QUESTION: Final = "put quotes around a text that holds a question mark inside braces or brackets"
_NULLS: Final = ("~", "null")
DIRECTIVE: Final = "a line that begins with '%' is not allowed in a pack; remove it"

# C0 but tab and line feed, DEL, C1, bidirectional and zero-width controls, line separators, annotation and
# tag characters, surrogates, and the two that no text may hold. A zero-width joiner is kept between two
# characters beyond ASCII: Persian, the scripts of India and joined emoji are not spelled without it.
_CONTROLS: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
HIDDEN: Final = re.compile(f"[{_CONTROLS}]|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])")
SUSPECT: Final = re.compile(f"[{_CONTROLS}\u200c\u200d]")  # ten times as fast, and also finds joiners in use

Value = Union["Map", "Seq", str]


class Map(dict[str, "Value"]):
    """A mapping; `marks` holds key line, key column, value line, value column (from 1, in code points)."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: tuple[int, int] = (1, 1)) -> None:
        self.mark = mark
        self.marks: dict[str, tuple[int, int, int, int]] = {}


class Seq(list["Value"]):
    """A list; `marks` holds line and column of each item (from 1, in code points)."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: tuple[int, int] = (1, 1)) -> None:
        self.mark = mark
        self.marks: list[tuple[int, int]] = []


class Fault(NamedTuple):
    """Something wrong with the file as YAML: its place (from 1, in code points) and one sentence."""

    line: int
    col: int
    message: str


def shown(text: str) -> str:
    """A name from the file for a message: in quotes, cut to 40 characters, hidden characters made visible."""
    short = text if len(text) <= 40 else text[:39] + "…"
    return "'" + HIDDEN.sub("\N{REPLACEMENT CHARACTER}", short.replace("\n", " ").replace("\t", " ")) + "'"


def hidden_sentence(character: str) -> str:
    """What to say about one hidden character."""
    return f"the text contains a hidden control character (U+{ord(character):04X}); remove it"


class Enough(Exception):
    """Reading on would cost much and tell little."""


class Tree:
    """Builds the located tree, one event at a time, without recursion."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        self.root: Value = ""
        self.here: Map | Seq | None = None
        self.key: str | None = None  # None with `key_at` set: the value that follows is dropped
        self.key_at: tuple[int, int] | None = None
        self.above: list[tuple[Map | Seq | None, str | None, tuple[int, int] | None, bool]] = []
        self.flow = False
        self.nodes = 0
        self.documents = 0
        self.last = (1, 1)  # the place of the newest value, for errors that carry none
        self.plain_at: tuple[int, int] | None = None  # the last unquoted text inside braces or brackets

    def fault(self, line: int, col: int, message: str) -> None:
        self.faults.append(Fault(line, col, message))
        if len(self.faults) >= FAULTS:
            raise Enough

    def too_many(self) -> NoReturn:
        self.fault(*self.last, f"the file holds more than {NODES:,} values; split it into several files")
        raise Enough

    def place(self, value: Value, line: int, col: int) -> None:
        """Put a finished value where it belongs: item, key, value, or the root."""
        here = self.here
        if type(here) is Map:
            if self.key_at is None:
                self.key_at = (line, col)
                self.key = self.as_key(here, value, line, col)
                return
            if self.key is not None:
                here[self.key] = value
                here.marks[self.key] = (*self.key_at, line, col)
            self.key = self.key_at = None
        elif type(here) is Seq:
            here.append(value)
            here.marks.append((line, col))
        else:
            self.root = value

    def as_key(self, here: Map, value: Value, line: int, col: int) -> str | None:
        if not isinstance(value, str):
            self.fault(line, col, "a key must be a short text, not a list or a map")
        elif value in here.marks:
            self.fault(line, col, f"duplicate key {shown(value)} (first used on line {here.marks[value][0]})")
        elif value == "<<":
            self.fault(line, col, "merge keys ('<<') are not allowed in a pack; write the keys out in full")
        elif not value:
            self.fault(line, col, "there is no key before this colon")
        else:
            return value
        return None

    def scalar(self, event: Any) -> None:
        mark = event.start_mark
        line, col = mark.line + 1, mark.column + 1
        self.nodes += 1
        self.last = (line, col)
        value: str = event.value
        style = event.style
        if event.tag is not None or event.anchor is not None:
            self.refuse_marks(event, line, col)
        if not style:
            if self.flow:
                self.plain_at = (line, col)
                if "?" in value:
                    self.fault(line, col, QUESTION)
            if value in _NULLS and (self.key_at is not None or type(self.here) is not Map):
                value = ""
        elif style == '"' and (found := HIDDEN.search(value)):
            self.fault(line, col, hidden_sentence(found.group()))
        self.place(value, line, col)

    def open(self, event: Any, made: Map | Seq) -> None:
        line, col = self.last = made.mark
        self.nodes += 2
        if self.nodes > NODES:
            self.too_many()
        if len(self.above) >= DEPTH:
            self.fault(line, col, NESTED)
            raise Enough
        if event.tag is not None or event.anchor is not None:
            self.refuse_marks(event, line, col)
        self.above.append((self.here, self.key, self.key_at, self.flow))
        if self.here is None:
            self.root = made
        self.here, self.key, self.key_at, self.flow = made, None, None, bool(event.flow_style)

    def close(self) -> None:
        done = self.here
        self.here, self.key, self.key_at, self.flow = self.above.pop()
        if done is not None:
            self.place(done, *done.mark)

    def refuse_marks(self, event: Any, line: int, col: int) -> None:
        if event.anchor is not None:
            self.fault(
                line,
                col,
                f"anchor {shown('&' + event.anchor)} is not allowed in a pack; write the text out in full",
            )
        if event.tag is not None:
            self.fault(line, col, f"YAML tag {shown(event.tag)} is not allowed in a pack; remove it")

    def alias(self, event: Any) -> None:
        line, col = event.start_mark.line + 1, event.start_mark.column + 1
        self.fault(
            line,
            col,
            f"{shown('*' + event.anchor)} is read as an alias; put a text that begins with '*' in quotes",
        )
        self.place("", line, col)

    def document(self, event: Any) -> None:
        self.documents += 1
        line, col = event.start_mark.line + 1, event.start_mark.column + 1
        if self.documents > 1:
            self.fault(line, col, "a second document begins here ('---'); a pack file holds one only")
            raise Enough

    def take(self, events: Iterable[Any]) -> None:
        """Build from the events of one stream. Raises Enough when reading on is of no use."""
        for event in events:
            name = type(event).__name__
            if name == "ScalarEvent":
                self.scalar(event)
                if self.nodes > NODES:
                    self.too_many()
            elif name == "MappingStartEvent":
                self.open(event, Map((event.start_mark.line + 1, event.start_mark.column + 1)))
            elif name == "SequenceStartEvent":
                self.open(event, Seq((event.start_mark.line + 1, event.start_mark.column + 1)))
            elif name in ("MappingEndEvent", "SequenceEndEvent"):
                self.close()
            elif name == "AliasEvent":
                self.alias(event)
            elif name == "DocumentStartEvent":
                self.document(event)
