"""The page for a prescriber as a PDF of one page: text that can be selected, its letters embedded.

Needs the extra `pdf` (fpdf2). The fonts beside this file hold Latin, Greek and Cyrillic; a page with other letters
is refused with a sentence, because a box in place of a word could be read as something else. What is drawn lies
within the part that A4 and Letter share.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from guide.clean import one_line
from guide.errors import GuideError
from guide.insight.summary import Page
from guide.words import summary as words

if TYPE_CHECKING:
    from fpdf import FPDF

FONTS: Final = Path(__file__).parent / "fonts"
_REGULAR, _BOLD = "DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"
_SIZES: Final = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
"""Points, the largest first: the first with which everything stands on one page is taken."""
_LEFT, _TOP, _WIDTH, _HEIGHT = 15.0, 13.0, 180.0, 252.0  # mm, inside A4 and Letter alike
_COLUMN: Final = 31.0
_LEADING: Final = 0.45  # mm of a row for each point
_DRAW_NOTHING: Final = re.compile("[\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Joiners and variation selectors: they say how the letters beside them look, and these fonts have one look."""
_BLANK: Final = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_MOST_NAMED: Final = 6


def data(page: Page, day: str, language: str = "en") -> bytes:
    """The file. `day` (ISO) is the day it says it was made on.

    Raises GuideError when the extra is not installed, or when the page holds letters that the fonts have not.
    """
    try:
        from fpdf import FPDF
    except ImportError:
        raise GuideError(words.NO_PDF, words.NO_PDF_REMEDY) from None
    drawn = None
    for size in _SIZES:
        drawn = FPDF(format="A4")
        _prepare(drawn, page, day, language)
        if size == _SIZES[0]:
            _refuse_others(drawn, page)
        if _draw(drawn, page, size):
            break
    assert drawn is not None
    return bytes(drawn.output())


def _prepare(pdf: FPDF, page: Page, day: str, language: str) -> None:
    pdf.add_font("page", "", str(FONTS / _REGULAR))
    pdf.add_font("page", "B", str(FONTS / _BOLD))
    pdf.set_margins(_LEFT, _TOP, _LEFT)
    pdf.set_auto_page_break(False)
    pdf.str_alias_nb_pages = ""  # else "{nb}" in a person's words would become a number
    pdf.set_title(_line(page.title))
    pdf.set_lang(language)
    try:
        pdf.set_creation_date(datetime.fromisoformat(day).replace(tzinfo=UTC))
    except ValueError:
        pdf.set_creation_date(None)
    pdf.add_page()


def _refuse_others(pdf: FPDF, page: Page) -> None:
    known = getattr(pdf.fonts["page"], "cmap", {})
    texts = [page.title, *page.head, *page.notes]
    texts += [text for one in page.sections for text in (one.title, *one.lines)]
    others = dict.fromkeys(letter for text in texts for letter in _line(text) if ord(letter) not in known)
    if others:
        named = " ".join(map(_named, [*others][:_MOST_NAMED]))
        raise GuideError(words.OTHER_LETTERS.format(letters=named), words.OTHER_LETTERS_REMEDY)


def _named(letter: str) -> str:
    """A letter as a message can show it; one that cannot be seen by its number."""
    return letter if letter.isprintable() and letter not in _BLANK else f"U+{ord(letter):04X}"


def _draw(pdf: FPDF, page: Page, size: float) -> bool:
    """Draw everything; whether it stood within the page."""
    pdf.set_xy(_LEFT, _TOP)
    _write(pdf, page.title, size * 1.4, "B")
    for line in page.head:
        _write(pdf, line, size)
    for section in page.sections:
        _rule(pdf, size)
        top = pdf.get_y()
        _write(pdf, section.title, size, "B", width=_COLUMN)
        below = pdf.get_y()
        pdf.set_y(top)
        for line in section.lines:
            _write(pdf, line, size, left=_LEFT + _COLUMN, width=_WIDTH - _COLUMN)
        pdf.set_y(max(pdf.get_y(), below))
    _rule(pdf, size)
    for line in page.notes:
        _write(pdf, line, size * 0.9)
    return bool(pdf.get_y() <= _TOP + _HEIGHT)


def _write(
    pdf: FPDF, text: str, size: float, style: str = "", *, left: float = _LEFT, width: float = _WIDTH
) -> None:
    pdf.set_font("page", style, size)
    pdf.set_x(left)
    pdf.multi_cell(width, size * _LEADING, _line(text), align="L", new_x="LMARGIN", new_y="NEXT")


def _rule(pdf: FPDF, size: float) -> None:
    y = pdf.get_y() + size * 0.09
    pdf.set_draw_color(170)
    pdf.line(_LEFT, y, _LEFT + _WIDTH, y)
    pdf.set_y(y + size * 0.09)


def _line(text: str) -> str:
    """A text on one line, in the composed letters that fonts have, without what draws nothing here."""
    return normalize("NFC", _DRAW_NOTHING.sub("", one_line(text)))
