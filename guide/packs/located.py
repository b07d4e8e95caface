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

NESTED: Final = f"Nested more than {DEPTH} levels deep."
QUESTION: Final = "Put quotes around a text that holds a question mark inside braces or brackets."
DUPLICATE: Final = "The key {key} stands here twice (first on line {line})."
NO_DASH: Final = (
    "The key {key} stands here twice (first on line {line}): the '- ' that begins a list entry, a hyphen and a"
    " space, is missing."
)
TAGGED: Final = (
    "The YAML tag {tag} is not allowed in a pack; remove it. Put a text that begins with '!' in quotes."
)
TOGETHER: Final = "; what belongs together begins at the same place."
FURTHER: Final = "This line begins {n} further to the {side} than line {line}" + TOGETHER
GONE: Final = "\ue000"
"""Stands for a hidden character that was reported, until the text it is in is taken without it."""
_NULLS: Final = ("~", "null")
DIRECTIVE: Final = "A line that begins with '%' is not allowed in a pack; remove it."

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
    """A mapping; `marks` holds key line, key column, value line, value column (from 1, in code points).

    `first` is the map before this one while it is open, in a list entry where a key came a second time: then
    either the key is doubled or the dash of the next entry is missing.
    """

    __slots__ = ("first", "mark", "marks")

    def __init__(self, mark: tuple[int, int] = (1, 1)) -> None:
        self.mark = mark
        self.marks: dict[str, tuple[int, int, int, int]] = {}
        self.first: Map | None = None


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


def spaces_words(n: int) -> str:
    """'1 space', '2 spaces'."""
    return "1 space" if n == 1 else f"{n} spaces"


def hidden_sentence(character: str) -> str:
    """What to say about one hidden character."""
    return f"The text contains a hidden control character (U+{ord(character):04X}); remove it."


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
        self.gone = False  # whether hidden characters stand in the text by their sign
        self.plain_at: tuple[int, int] | None = None  # the last unquoted text inside braces or brackets

    def fault(self, line: int, col: int, message: str) -> None:
        self.faults.append(Fault(line, col, message))
        if len(self.faults) >= FAULTS:
            raise Enough

    def too_many(self) -> NoReturn:
        self.fault(*self.last, f"The file holds more than {NODES:,} values; split it into several files.")
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
            self.fault(line, col, "A key must be a short text, not a list or a map.")
        elif value in here.marks:
            if self.may_begin_entry(here, value):
                self.here = Map((line, col))
                self.here.first = here
                return value
            self.fault(line, col, DUPLICATE.format(key=shown(value), line=here.marks[value][0]))
        elif value == "<<":
            self.fault(line, col, "Merge keys ('<<') are not allowed in a pack; write the keys out in full.")
        elif not value:
            self.fault(line, col, "There is no key before this colon.")
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
        if self.gone:
            value = value.replace(GONE, "")
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
        if done is None:
            return
        if type(done) is Map and done.first is not None:
            self.part(done)
        else:
            self.place(done, *done.mark)

    def may_begin_entry(self, here: Map, key: str) -> bool:
        """Whether a key that comes again may be the first one of the next entry: of a list, or below a name."""
        around = self.above[-1][0]
        if self.flow or len(here) < 2 or key != next(iter(here)):
            return False
        return type(around) is Seq or (type(around) is Map and here[next(reversed(here))] == "")

    def part(self, last: Map) -> None:
        """Maps that may be one with doubled keys, or several entries that lack their dashes or a smaller indentation.

        A second key that comes again as well is what tells them apart.
        """
        several = [last]
        while (before := several[-1].first) is not None:
            several.append(before)
        whole = several[-1]
        own = self.key_at
        self.place(whole, *whole.mark)
        for before, one in reversed(list(zip(several[1:], several, strict=False))):
            key, *others = one
            line, col, *_ = one.marks[key]
            if not any(other in whole for other in others):
                self.fault(line, col, DUPLICATE.format(key=shown(key), line=whole.marks[key][0]))
                for other in others:
                    whole[other], whole.marks[other] = one[other], one.marks[other]
            elif type(self.here) is Seq:
                self.fault(line, col, NO_DASH.format(key=shown(key), line=whole.marks[key][0]))
                self.place(one, *one.mark)
            elif own is not None:
                self.named(before, one, own)

    def named(self, before: Map, one: Map, own: tuple[int, int]) -> None:
        """Put a map beside the one whose last key is its name, and say how that name is set in."""
        name = next(reversed(before))
        line, col, *_ = before.marks.pop(name)
        del before[name]
        by = col - own[1]
        self.fault(line, col, FURTHER.format(n=spaces_words(by), side="right", line=own[0]))
        if type(self.here) is Map and name not in self.here:
            self.key, self.key_at = name, (line, col)
            self.place(one, *one.mark)

    def refuse_marks(self, event: Any, line: int, col: int) -> None:
        if event.anchor is not None:
            self.fault(
                line,
                col,
                f"The anchor {shown('&' + event.anchor)} is not allowed in a pack; write the text out in full.",
            )
        if event.tag is not None:
            self.fault(line, col, TAGGED.format(tag=shown(event.tag)))

    def alias(self, event: Any) -> None:
        line, col = event.start_mark.line + 1, event.start_mark.column + 1
        self.fault(
            line,
            col,
            f"{shown('*' + event.anchor)} is read as an alias; put a text that begins with '*' in quotes.",
        )
        self.place("", line, col)

    def document(self, event: Any) -> None:
        self.documents += 1
        line, col = event.start_mark.line + 1, event.start_mark.column + 1
        if self.documents > 1:
            self.fault(line, col, "A second document begins here ('---'); a pack file holds one only.")
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
