"""The pages of the three months. `python -m tests.life.pages` writes them anew."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from guide.insight.summary import Page
from guide.journal import page, page_file, page_pieces
from guide.journal.page_choices import Choices, remembered
from guide.report import text
from tests.journal.page_parts import whole

from .people import WHO, lived

FOLDER: Final = Path(__file__).with_name("pages")


def _choices(who: str, everything: bool) -> Choices:
    journal = whole(lived(who).journal)
    choices = remembered(journal)
    if not everything:
        return choices
    ids = page_pieces.named(page.pieces(journal, choices), page_pieces.SECTION_OF)
    return choices._replace(let_in=ids)


def made(who: str, *, everything: bool = False) -> Page:
    """One person's page, with all pieces let in or none."""
    return page.page(lived(who).journal, _choices(who, everything))


def shown(who: str, kind: str) -> str:
    """The page as text: the usual one, the one with everything let in, or the short form of that."""
    if kind == "short":
        lines = page_file.text_lines(lived(who).journal, _choices(who, True), brief=True)
    else:
        lines = text.lines(made(who, everything=kind == "everything"))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(exist_ok=True)
    for who in WHO:
        for kind in ("usual", "everything", "short"):
            (FOLDER / f"{who}-{kind}.txt").write_text(shown(who, kind), encoding="utf-8")


if __name__ == "__main__":
    main()
