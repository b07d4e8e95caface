"""Bytes of a pack file become a tree that knows where everything stands (the tree itself: `located`).

The tree is built from PyYAML's events, not from its loader: the C loader's `load` and `compose` end the
whole process on deep nesting, both loaders keep the last of two equal keys without a word, and both turn
`no` into false and `1:30` into 90. Here depth and size are capped, and what a stranger's file has no need
of (anchors, aliases, tags, merge keys, directives, a second document, hidden control characters) is
refused with its place. No bytes raise.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import Any, Final

from guide.clean import clean
from guide.errors import GuideError
from guide.packs.located import (
    DIRECTIVE,
    GONE,
    HIDDEN,
    SUSPECT,
    Enough,
    Fault,
    Map,
    Seq,
    Tree,
    Value,
    hidden_sentence,
)
from guide.packs.rereading import Reading

__all__ = [
    "LIMIT",
    "Fault",
    "Map",
    "Seq",
    "Value",
    "locate",
    "read",
    "read_far",
    "read_file",
    "snippet",
    "text_of",
]

LIMIT: Final = 512 * 1024  # bytes in one file
WIDTH: Final = 76  # terminal cells of a snippet
_STARTS: Final = (b"P", b"{", b"%", b"<", b"\xd0", b"\xff", b"\xfe")
"""First bytes of files that may be no text in UTF-8 at all."""
_DIRECTIVES: Final = re.compile(r"\A(?:[ \t]*+(?:#[^\n]*+)?+\n)*+%|^%(?=TAG|YAML)", re.MULTILINE)
_REPLACED: Final = "\N{REPLACEMENT CHARACTER}"


def read(data: bytes, *, loader: Any = None) -> tuple[Value, list[Fault]]:
    """The located tree of one YAML document, and everything wrong with it as YAML, in order of place.

    The tree is as complete as the faults allow: after a syntax error that leaves open what was meant it ends
    there, of two equal keys the first is kept, an alias is an empty text. Unquoted `~`, `null` and nothing at
    all are the empty text.
    `loader` is for tests; otherwise libyaml's parser is taken where PyYAML was built with it. Never raises.
    """
    return read_far(data, loader=loader)[:2]


def read_far(data: bytes, *, loader: Any = None) -> tuple[Value, list[Fault], bool]:
    """What `read` gives, and whether all of the file was read as it was meant."""
    tree = Tree([])
    try:
        text = _decoded(data, tree.faults)
        if SUSPECT.search(text):
            text = _without_hidden(text, tree)
        _refuse_directives(text, tree)
    except Enough:
        text = ""
    if text or not tree.faults:
        reading = Reading(text, tree.faults, loader or _loader(), gone=tree.gone)
        reading.read()
        tree, whole = reading.tree, reading.whole
    else:
        whole = True
    if not tree.faults and tree.root == "":
        tree.faults.append(Fault(1, 1, "The file is empty."))
    return tree.root, sorted(tree.faults), whole


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _decoded(data: bytes, faults: list[Fault]) -> str:
    """Strict UTF-8, one byte order mark dropped, line ends made one. Reports and returns "" otherwise."""
    if len(data) > LIMIT:
        faults.append(Fault(1, 1, _too_large(len(data)) + "."))
        return ""
    if data[:1] in _STARTS or b"\x00" in data[:64]:
        from guide.packs.no_text import no_text

        if (sentence := no_text(data)) is not None:
            faults.append(Fault(1, 1, sentence))
            return ""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = text_of(data[: error.start])
        line, col = _place(before, len(before))
        faults.append(
            Fault(line, col, f"This is not UTF-8 (byte 0x{data[error.start]:02X}); save the file as UTF-8.")
        )
        return ""
    return _lines(text.removeprefix("\ufeff"))


def text_of(data: bytes) -> str:
    """The text whose lines and columns faults speak of; what is not UTF-8 is replaced. For `snippet`."""
    return _lines(data.decode("utf-8", "replace").removeprefix("\ufeff"))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _place(text: str, index: int) -> tuple[int, int]:
    """Line and column of an index, both from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _without_hidden(text: str, tree: Tree) -> str:
    """Report hidden characters that stand in the file as such; those written as escapes come later."""
    for found in HIDDEN.finditer(text):
        tree.fault(*_place(text, found.start()), hidden_sentence(found.group()))
    tree.gone = True
    return HIDDEN.sub(GONE, text)


def _refuse_directives(text: str, tree: Tree) -> None:
    """Stop at a directive before the parser sees it: libyaml compares every one with all before it."""
    if (text[:1] == "%" or "\n%" in text) and (found := _DIRECTIVES.search(text)):
        tree.fault(*_place(text, found.end() - 1), DIRECTIVE)
        raise Enough


def _too_large(size: int) -> str:
    return f"The file is {-(-size // 1024)} KiB; the limit is {LIMIT // 1024} KiB"


def read_file(path: Path) -> bytes:
    """The bytes of a regular file of at most `LIMIT` bytes; a link to one is followed.

    A pipe, a device or a folder is refused before anything is read, so that nothing hangs. Raises
    GuideError with the cleaned file name when it cannot be read.
    """
    name = _shown_name(path)
    flags = os.O_RDONLY
    for extra in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, extra, 0)
    try:
        _must_be_regular(os.stat(path).st_mode, name)
        handle = os.open(path, flags)
    except FileNotFoundError:
        raise GuideError(f"There is no file {name}.", "Check the path.") from None
    except PermissionError:
        raise GuideError(f"The file {name} may not be read.", "Check its permissions.") from None
    except (OSError, ValueError):
        raise GuideError(f"The file {name} cannot be opened.", "Check the path.") from None
    try:
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(file.fileno())
            _must_be_regular(found.st_mode, name)
            data = file.read(LIMIT + 1)
    except OSError:
        raise GuideError(f"The file {name} cannot be read.", "Check the disk it is on.") from None
    if len(data) > LIMIT:
        size = _too_large(max(found.st_size, len(data)))
        raise GuideError(
            f"{name}: {size[:1].lower()}{size[1:]}.", "Split the pack into one file an exercise."
        )
    return data


def _must_be_regular(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise GuideError(f"{name} is a folder, not a file.", "Name a YAML file in it.")
    if not stat.S_ISREG(mode):
        raise GuideError(f"{name} is not a plain file.", "Copy it to a plain file first.")


def _shown_name(path: Path) -> str:
    """A path for a message: nothing that steers a terminal, and when it is long the end of it."""
    name = clean(str(path), lines=False)
    return name if len(name) <= 120 else "…" + name[-119:]


def locate(root: Value, path: tuple[str | int, ...], key: bool = False) -> tuple[int, int]:
    """Line and column of the value at a key path (or of its key), else of the nearest ancestor that exists."""
    at = (1, 1) if isinstance(root, str) else root.mark
    here = root
    for depth, part in enumerate(path):
        if isinstance(here, Map) and isinstance(part, str) and part in here:
            marks = here.marks[part]
            at = marks[:2] if key and depth == len(path) - 1 else marks[2:]
            here = here[part]
        elif isinstance(here, Seq) and isinstance(part, int) and 0 <= part < len(here):
            at, here = here.marks[part], here[part]
        else:
            break
    return at


def snippet(text: str, line: int, col: int, width: int = WIDTH) -> list[str]:
    """The source line and a line with a caret under the column, at most `width` cells wide; [] past the end.

    `text` is what `text_of` gives. Hidden characters are made visible, a tab is one space, and wide
    characters move the caret by two cells, so that it stands right in a terminal. Never raises.
    """
    width = min(width, WIDTH)
    lines = _lines(text.removeprefix("\ufeff")).split("\n")
    if not 1 <= line <= len(lines):
        return []
    source = HIDDEN.sub(_REPLACED, lines[line - 1][: col + width]).replace("\t", " ")
    start, before = min(max(col - 1, 0), len(source)), 0
    first = start
    while first > 0 and before + _cells(source[first - 1]) <= width * 2 // 3:
        first -= 1
        before += _cells(source[first])
    cut, cells = "", 0
    for character in source[first:]:
        cells += _cells(character)
        if cells > width:
            break
        cut += character
    return [cut.rstrip(), " " * before + "^"]


def _cells(character: str) -> int:
    """How many terminal cells a character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
