"""The progress view in words."""

from __future__ import annotations

from guide.journal import progress as progress_
from guide.journal.journal import Journal
from guide.plain.console import Console
from guide.words import look


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
