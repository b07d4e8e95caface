"""One entry as text: what is said about it, and the whole of it as Markdown that any text can pass through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.clean import clean
from guide.journal.look import UNFINISHED, Entry, Line, Wording
from guide.steps.days import date_words
from guide.words import look as words
from guide.words.answers import UNDONE

_MARKS: Final = re.compile(r"[\\`*_{}\[\]<>#|~&!$^]")
_AT_THE_START: Final = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)]))", re.MULTILINE)
_LINKS: Final = re.compile(
    r"(?i)\b(?:https?|ftp|mailto|xmpp)(?=:)|(?=//)|(?<=www)(?=\.)|(?<=[^\s.])(?=\.[^\W\d_])|(?<=\S)(?=@\S)"
)
"""What turns into a link by itself where Markdown is read generously: addresses, and names such as `x.com`."""


def about(entry: Entry) -> list[str]:
    """What is said about an entry as a whole, a sentence each: how it ended, whose it is, whether it was changed."""
    changed = max((line.changed for line in entry.lines), default="")
    return [
        words.ENTRY_AS_ASKED,
        words.ENTRY_HOW.get(entry.how, words.ENTRY_HOW[""]),
        *([words.ENTRY_CHANGED.format(day=date_words(changed))] if changed else []),
        *([f"{entry.origin.rstrip('.')}."] if entry.origin else []),
        *([words.ENTRY_TRASHED] if entry.trashed else []),
    ]


def beside(line: Line) -> list[str]:
    """What is said about one answer, a sentence each."""
    return [
        *([words.ENTRY_UNFINISHED_WORDS] if line.state == UNFINISHED else []),
        *([words.ENTRY_CHANGED.format(day=date_words(line.changed))] if line.changed else []),
        *([f"{UNDONE[:1].upper()}{UNDONE[1:]}."] if line.left_out else []),
        *([line.trouble] if line.trouble else []),
    ]


def wordings(line: Line) -> list[tuple[str, list[str]]]:
    """Earlier wordings, the latest first: a sentence that says until when it read so, and the words."""
    return [(_until(one), one.words) for one in reversed(line.earlier)]


def _until(one: Wording) -> str:
    said = words.ENTRY_EARLIER_SAME_DAY if one.until == one.day else words.ENTRY_EARLIER
    asked = words.ENTRY_EARLIER_ASKED.format(prompt=one.prompt) if one.prompt else ""
    return " ".join(filter(None, [said.format(until=date_words(one.until), day=date_words(one.day)), asked]))


def question(line: Line) -> str:
    """What was asked, or the name of the step where its words are not there."""
    return line.prompt or line.step


def escape(text: str) -> str:
    """Text as Markdown that reads as it stands: no mark, no tag, no link and no list is made of it.

    Cleaned; the spaces at the beginning of a line go, because four of them would make it code.
    """
    text = "\n".join(line.strip() for line in clean(text).replace("\t", " ").split("\n"))
    text = _MARKS.sub(r"\\\g<0>", text)
    text = _LINKS.sub(lambda found: f"{found[0]}\\", text)
    return _AT_THE_START.sub(_escaped_start, text)


def _escaped_start(found: re.Match[str]) -> str:
    mark = found[2]
    # A number is no mark by itself: the sign after it is.
    return f"{found[1]}{mark}\\" if mark.isdigit() else f"{found[1]}\\{mark}"


def markdown(entry: Entry, *, level: int = 1) -> list[str]:
    """The whole entry as lines of Markdown, its title a heading of this level. Every text of it is escaped.

    Earlier wordings stand beneath the answer they were, with their days.
    """
    title = words.ENTRY.format(title=_line(entry.title), day=entry.day)
    lines = [f"{'#' * level} {title}", "", f"*{' '.join(map(_line, about(entry)))}*"]
    for line in entry.lines:
        lines += ["", f"{'#' * (level + 1)} {_line(question(line))}", "", *_quoted(line.words)]
        lines += ["", *(f"*{_line(said)}*  " for said in said_of)] if (said_of := beside(line)) else []
        for said, old in wordings(line):
            lines += ["", f"*{_line(said)}*", "", *_quoted(old)]
    if not entry.lines:
        lines += ["", words.ENTRY_NOTHING]
    return lines


def _line(text: str) -> str:
    return " ".join(escape(clean(text, lines=False)).split())


def _quoted(texts: list[str]) -> Iterator[str]:
    """Lines of an answer as a quotation in which each stays a line of its own."""
    lines = [line for text in texts for line in escape(text).split("\n")]
    for line in lines:
        yield f"> {line}  " if line else ">"
