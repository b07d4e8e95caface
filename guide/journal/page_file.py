"""The page for a prescriber in a form: as text, Markdown, HTML or PDF, on its own or as a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from guide.clean import clean
from guide.errors import GuideError
from guide.insight.dates import parse_day
from guide.insight.summary import Page, Section, summary
from guide.insight.summary_short import short
from guide.journal import page_pieces
from guide.journal.files import named, writing
from guide.journal.journal import Journal
from guide.journal.page import facts, pieces
from guide.journal.page_choices import LEAVABLE, USUAL, Choices, since
from guide.places import shown
from guide.words import summary as words

FORMS: Final = ("text", "md", "html", "pdf")
ENDINGS: Final = {
    ".txt": "text",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
}
NAMES: Final = {"text": "page.txt", "md": "page.md", "html": "page.html", "pdf": "page.pdf"}
"""Neutral names for a file: they say nothing of what it holds."""


def form_of(name: str, default: str = "text") -> str:
    """The form that the name of a file asks for."""
    return ENDINGS.get(Path(name).suffix.lower(), default)


def text_lines(journal: Journal, choices: Choices, *, brief: bool = False, width: int = 79) -> list[str]:
    """The page, or its short form, as rows of text; a sentence of the short form is a row, however long."""
    from guide.report import text

    if not brief:
        return text.lines(summary(facts(journal, choices)), width)
    found = short(facts(journal, choices))
    return [f"{words.SCRIPT}:", "", *found.script, "", f"{words.MESSAGE}:", "", found.message]


def data(journal: Journal, choices: Choices, form: str, *, brief: bool = False) -> bytes:
    """The page, or its short form, as the bytes of a file. Raises GuideError where a PDF cannot be made."""
    if form == "text":
        return _bytes(text_lines(journal, choices, brief=brief))
    page = _short_page(journal, choices) if brief else summary(facts(journal, choices))
    if form == "md":
        from guide.report import markdown

        return _bytes(markdown.lines(page))
    if form == "html":
        from guide.report import html

        return html.text(page).encode("utf-8", "replace")
    from guide.report import pdf

    return pdf.data(page, journal.clock().day)


def save(
    journal: Journal, choices: Choices, name: str, form: str, *, brief: bool = False, replace: bool = False
) -> str:
    """Write the page to the file a person named, 0600; give back its name as it is shown.

    Raises Exists (of `journal.files`) when there is one and it may not be replaced; other GuideErrors as they come.
    """
    path = named(name)
    made = data(journal, choices, form, brief=brief)
    with writing(path, replace=replace) as file:
        file.write(made)
    return shown(path)


def with_days(choices: Choices, first: str, last: str) -> Choices:
    """The same page over other days, each as typed. Raises GuideError for what is no day, or the wrong way round."""
    for word in (first, last):
        if word and parse_day(word) is None:
            raise GuideError(words.NOT_A_DAY.format(word=_short(word)), words.NOT_A_DAY_REMEDY, code=2)
    days = choices._replace(first=first or choices.first, last=last or choices.last)
    if days.first > days.last:
        raise GuideError(words.BACKWARDS, words.BACKWARDS_REMEDY, code=2)
    return days


def from_first_note(journal: Journal, choices: Choices) -> Choices:
    """The same page from its first note on, where its first day lies more than four weeks before that."""
    noted = [day for _, day in facts(journal, choices).noted]
    first = min(noted, default=choices.first)
    return choices._replace(first=first) if since(first, USUAL + 1) > choices.first else choices


def with_pieces(journal: Journal, choices: Choices, names: Iterable[str]) -> Choices:
    """The same page with further pieces, by parts or the beginnings of ids. Raises GuideError for other names."""
    wanted = list(names)
    if not wanted:
        return choices
    found = page_pieces.named(pieces(journal, choices), wanted)
    return choices._replace(let_in=choices.let_in | found)


def without(choices: Choices, names: Iterable[str]) -> Choices:
    """The same page with further sections left out. Raises GuideError for a name that is none."""
    wanted = list(names)
    for name in wanted:
        if name not in LEAVABLE:
            remedy = words.NOT_TO_LEAVE_REMEDY.format(parts=", ".join(LEAVABLE))
            raise GuideError(words.NOT_TO_LEAVE.format(name=_short(name)), remedy, code=2)
    return choices._replace(out=choices.out | frozenset(wanted))


def _short_page(journal: Journal, choices: Choices) -> Page:
    found = short(facts(journal, choices))
    say, send = words.SHORT_TITLES
    sections = (Section("say", say, found.script), Section("send", send, (found.message,)))
    return Page(words.TITLE, (), sections, ())


def _bytes(lines: Iterable[str]) -> bytes:
    return "".join(f"{clean(line)}\n" for line in lines).encode("utf-8", "replace")


def _short(text: str) -> str:
    return clean(text, lines=False)[:40]
