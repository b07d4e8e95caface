"""The fenced blocks and tables of a document."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = ROOT / "docs"
_FENCE: Final = re.compile(r"^```(\S*)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: its language, the word behind that, its text, and the line it begins at."""

    language: str
    word: str
    text: str
    line: int


def blocks(text: str, language: str) -> list[Block]:
    """The fenced blocks of one language."""
    found = [
        Block(one[1], (one[2] or "").strip(), one[3], text.count("\n", 0, one.start()) + 1)
        for one in _FENCE.finditer(text)
    ]
    return [one for one in found if one.language == language]


def without_blocks(text: str) -> str:
    """The document with its fenced blocks emptied, lines kept."""
    return _FENCE.sub(lambda one: "\n" * one[0].count("\n"), text)


def sections(text: str) -> dict[str, str]:
    """Heading to all that stands below it, up to the next heading of any level."""
    found: dict[str, str] = {}
    heading = ""
    fenced = False
    for line in text.split("\n"):
        fenced ^= line.startswith("```")
        title = None if fenced else re.fullmatch(r"#+ (.*)", line)
        if title:
            heading = title[1].strip()
            found[heading] = ""
        else:
            found[heading] = found.get(heading, "") + line + "\n"
    return found


def tables(text: str) -> list[list[list[str]]]:
    """Tables as rows of cells, the head first; the line of dashes left out."""
    found: list[list[list[str]]] = []
    inside = False
    for line in text.split("\n"):
        if not line.startswith("|"):
            inside = False
            continue
        if not inside:
            found.append([])
        inside = True
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not all(set(cell) <= {"-", ":"} and cell for cell in cells):
            found[-1].append(cells)
    return found


def codes(text: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`\n]+)`", text)
