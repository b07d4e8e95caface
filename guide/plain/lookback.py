"""Looking back in lines: entries in the words as they were asked, and the progress view in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from guide.errors import GuideError
from guide.journal import entry_text
from guide.journal import look as look_
from guide.journal import progress as progress_
from guide.journal.journal import Journal
from guide.plain import pages
from guide.plain.console import Console
from guide.plain.turn import ASIDE, Given, read
from guide.words import look
from guide.words import plain as words

PAGE: Final = 10
FIND: Final = "find "
OLDER: Final = "older"


def review(journal: Journal, talk: Console) -> None:
    """Ended entries, newest first, ten at a time; a number opens one. Enter goes back."""
    sought, before = "", None
    while True:
        found = look_.entries(journal, limit=PAGE + 1, words=sought or None, before=before)
        rows, older = found[:PAGE], len(found) > PAGE
        _list(talk, rows, sought=bool(sought), older=older)
        given = _asked(journal, talk, rows, older)
        if given.word == OLDER:
            before = rows[-1].key
        elif given.words:
            sought, before = given.words, None
        else:
            return


def _asked(journal: Journal, talk: Console, rows: Sequence[Any], older: bool) -> Given:
    """Read until another page is wanted: `older`, words to look for, or nothing to leave."""
    while True:
        given = read(talk.ask(), (OLDER,))
        text = given.words.strip()
        if given.word == "?":
            talk.say(words.REVIEW_HINT if older else words.REVIEW_HINT_LAST)
        elif given.word in ASIDE:
            pages.help_now_page(talk, journal, given.word)
        elif given.word == OLDER and older:
            return given
        elif text.lower().startswith(FIND):
            return Given(text[len(FIND) :].strip())
        elif text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= len(rows):
            _entry(journal, talk, rows[int(text[:4]) - 1].id)
        elif not text and given.word != OLDER:
            return Given("")
        else:
            talk.say(words.HOME_NOT)


def _list(talk: Console, rows: Sequence[Any], *, sought: bool, older: bool) -> None:
    talk.blank()
    talk.say(look.REVIEW)
    if not rows:
        talk.say(f"{look.REVIEW_NO_MATCH} {look.REVIEW_NO_MATCH_REMEDY}" if sought else look.REVIEW_EMPTY)
    for number, row in enumerate(rows, 1):
        how = "" if row.how == "finished" else f" ({look.STOPPED})"
        first = f": {row.first_words}" if row.first_words else ""
        talk.say(f"{row.day}, {row.title}{how}{first}", first=f"  {number:>2}  ")
    talk.say(words.REVIEW_HINT if older else words.REVIEW_HINT_LAST)


def _entry(journal: Journal, talk: Console, name: str) -> None:
    """One entry, in the words as they were asked then."""
    talk.blank()
    try:
        found = look_.entry(journal, name)
    except GuideError as error:
        talk.say(str(error))
        return
    talk.say(look.ENTRY.format(title=found.title, day=found.day))
    talk.say(" ".join(entry_text.about(found)))
    for line in found.lines:
        talk.blank()
        talk.say(entry_text.question(line))
        for one in line.words:
            talk.say(one, first="  ")
        for said in entry_text.beside(line):
            talk.say(said, first="  ")
        for said, old in entry_text.wordings(line):
            talk.say(said, first="  ")
            for one in old:
                talk.say(one, first="    ")
    if not found.lines:
        talk.say(look.ENTRY_NOTHING)
    talk.blank()


def progress(journal: Journal, talk: Console) -> None:
    """Every part in words, and lists as they are. Drawings say the same and are left to the other views."""
    talk.blank()
    talk.say(look.PROGRESS)
    found = progress_.progress(journal, width=72, ascii=True)
    for line in progress_.heads(journal, found):
        talk.say(line)
    for part in found:
        talk.blank()
        talk.say(part.title)
        for line in part.words or part.rows:
            talk.say(line, first="  ")
        for heading, group in part.groups:
            if heading:
                talk.say(heading, first="  ")
            for line in group:
                talk.say(line, first="    ")
