"""The page for a prescriber as plain text: 79 columns, at most 60 rows."""

from __future__ import annotations

from collections.abc import Iterator

from guide.insight.summary import LABEL, ROWS, WIDTH, Page
from guide.insight.texts import cells, wrap


def lines(page: Page, width: int = WIDTH) -> list[str]:
    """The page as rows of at most `width` columns; blank rows stand between sections where they have room."""
    blocks = list(_blocks(page, max(24, width)))
    height = sum(len(block) for block in blocks)
    apart = height + len(blocks) - 1 <= ROWS or width < WIDTH
    rows: list[str] = []
    for block in blocks:
        rows += [""] if rows and apart else []
        rows += block
    return rows


def _blocks(page: Page, width: int) -> Iterator[list[str]]:
    yield [page.title, *(row for line in page.head for row in wrap(line, width))]
    for section in page.sections:
        yield list(_section(section.title, section.lines, width))
    yield [row for line in page.notes for row in wrap(line, width)]


def _section(title: str, said: tuple[str, ...], width: int) -> Iterator[str]:
    """A title in its column, and the lines beside it; on a narrow page the title above them."""
    if width < 60:
        yield title
        for line in said:
            yield from (f"  {row}" for row in wrap(line, width - 2))
        return
    left = title
    for line in said:
        for row in wrap(line, width - LABEL):
            yield left + " " * (LABEL - cells(left)) + row
            left = ""
