"""Outputs read as the programs of those read them who get them, and what must hold whatever words are inside."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from html.parser import HTMLParser
from typing import Final

from markdown_it import MarkdownIt

from guide.insight.texts import cells

READER: Final = MarkdownIt("gfm-like", {"html": True, "linkify": True})
"""Reads all that GitHub does, HTML inside, and makes links of names that merely look like addresses."""
_STEERING: Final = re.compile(
    "[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SIGNS: Final = tuple("=+-@＝＋－＠")
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")


def calm(text: str) -> None:
    """No control character but the newline, and nothing that steers or hides."""
    bad = {sign for sign in text if sign != "\n" and unicodedata.category(sign) == "Cc"}
    bad |= set(_STEERING.findall(text))
    assert not bad, {f"U+{ord(sign):04X}": text[max(0, text.index(sign) - 40) :][:80] for sign in bad}


def narrow(text: str, width: int) -> None:
    """No row is wider than this."""
    wide = [row for row in text.split("\n") if cells(row) > width]
    assert not wide, wide[:3]


def no_formula(data: bytes) -> list[list[str]]:
    """The rows of a table; in no program's reading does a cell begin with the sign of a formula."""
    text = data.decode("utf-8-sig")
    csv.field_size_limit(10_000_000)
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for cell in row:
                _plain(cell)
    for piece in re.split(r"[;\t\n]", text):  # and where nothing is made of quotation marks
        _plain(piece.strip("\r"))
    return list(csv.reader(io.StringIO(text, newline="")))


def _plain(cell: str) -> None:
    assert not cell.lstrip(' "\u3000\n').startswith(_SIGNS) or _NUMBER.fullmatch(cell), cell[:80]


class Tags(HTMLParser):
    """Every tag with its attributes, every comment and the like, and the words between."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[tuple[str, tuple[tuple[str, str | None], ...]]] = Counter()
        self.others: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag, tuple(attrs)] += 1

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def tags_of(text: str) -> Tags:
    """A page of HTML as a browser would take it apart."""
    found = Tags()
    found.feed(text)
    found.close()
    return found


def markdown_of(text: str) -> tuple[Counter[str], str]:
    """What a text in Markdown makes, by kind, and the words that a reader sees."""
    kinds: Counter[str] = Counter()
    shown: list[str] = []
    for token in READER.parse(text):
        for one in token.children or [token]:
            kinds[one.type] += 1
            shown.append(" " if one.type.endswith(("break", "_close")) else one.content)
    return kinds, " ".join("".join(shown).split())


def squeezed(value: str | list[str]) -> str:
    """Words without any space, to find them again in a text that was folded."""
    return "".join((value if isinstance(value, str) else "".join(value)).split())
