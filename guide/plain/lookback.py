"""The progress view in words: a range, a part with its points, and from a point to its entry."""

from __future__ import annotations

from typing import Final

from guide.journal import progress as progress_
from guide.journal import progress_spans
from guide.journal.journal import Journal
from guide.journal.progress import Part
from guide.plain import one_entry
from guide.plain.console import Console
from guide.plain.items import asked
from guide.plain.numbered import place_in
from guide.words import look, plain
from guide.words import progress_view as words

LATEST: Final = 12
"""Points of a part that are listed."""


def progress(journal: Journal, talk: Console) -> None:
    """Every part in words, and lists as they are; drawings say the same and are left to the other views.

    A number opens a part and its points, a range shows another one; Enter goes back.
    """
    span = progress_spans.usual(journal)
    parts = _page(journal, talk, span)
    while parts or span != progress_spans.ALL:
        talk.say(words.CHOOSE)
        given = asked(journal, talk, words.CHOOSE, tuple(words.SPANS))
        text = given.words.strip()
        if given.word in words.SPANS:
            span = given.word
        elif given.word in one_entry.LEAVING or not (text or given.word):
            return
        elif place := place_in(text, len(parts)):
            if not _points(journal, talk, parts[place - 1]):
                continue
        else:
            talk.say(plain.HOME_NOT)
            continue
        parts = _page(journal, talk, span)


def _page(journal: Journal, talk: Console, span: str) -> list[Part]:
    """Every part of a range, numbered."""
    talk.blank()
    talk.say(look.PROGRESS)
    since = progress_spans.since(span, journal.clock().day)
    until = progress_spans.until(span, journal)
    found = progress_.progress(journal, width=72, since=since, until=until, ascii=True)
    for line in progress_.heads(journal, bool(found), span=bool(since), until=until):
        talk.say(line)
    if found or since:
        talk.say(words.SHOWN.format(span=words.SPANS[span]))
    for number, part in enumerate(found, 1):
        talk.blank()
        talk.say(words.NUMBERED.format(n=number, title=part.title))
        for line in part.words or part.rows:
            talk.say(line, first="  ")
        for heading, group in part.groups:
            if heading:
                talk.say(heading, first="  ")
            for line in group:
                talk.say(line, first="    ")
        if part.cannot:
            talk.say(part.cannot, first="  ")
    talk.blank()
    return found


def _points(journal: Journal, talk: Console, part: Part) -> bool:
    """The latest points of a part, the latest first; a number opens its entry. True when one was changed there."""
    marks = part.marks() if part.marks else []
    talk.blank()
    talk.say(part.title)
    if not marks:
        talk.say(words.NO_POINTS)
        return False
    shown = marks[: -LATEST - 1 : -1]
    while True:
        for number, mark in enumerate(shown, 1):
            talk.say(mark.words, first=f"  {number:>2}  ")
        more = len(marks) - len(shown)
        if more:
            talk.say(words.EARLIER[more > 1].format(n=more), first="      ")
        talk.say(words.CHOOSE_POINT)
        given = asked(journal, talk, words.CHOOSE_POINT)
        text = given.words.strip()
        if given.word in one_entry.LEAVING or not (text or given.word):
            return False
        if not (place := place_in(text, len(shown))):
            talk.say(plain.HOME_NOT)
        elif one_entry.stay(journal, talk, shown[place - 1].entry):
            return True
        talk.blank()
