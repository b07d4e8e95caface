"""The trash in lines: bringing back, taking back, emptying with a typed word, and deleting everything."""

from __future__ import annotations

from typing import Final

from guide.errors import GuideError
from guide.journal import changing, everything
from guide.journal.journal import Journal
from guide.plain.console import Console
from guide.plain.items import asked
from guide.plain.numbered import place_in
from guide.words import changing as words
from guide.words import items as item_words
from guide.words import plain

PAGE: Final = 10
OLDER, UNDO, EMPTY, EVERYTHING = "older", "undo", "empty", "everything"


def undo(journal: Journal, talk: Console) -> None:
    """Take back the last deletion or correction, and say what that was."""
    try:
        lines = changing.undo(journal).said
    except GuideError as error:
        lines = [error.message]
    for line in lines:
        talk.say(line)


def trash(journal: Journal, talk: Console) -> bool:
    """Show the trash and do what is typed, until Enter alone. True when everything was deleted: leave then."""
    return _Trash(journal, talk).stay()


class _Trash:
    """What is in it, ten at a time."""

    def __init__(self, journal: Journal, talk: Console) -> None:
        self.journal, self.talk = journal, talk
        self.ids: list[str] = []
        self.older = False

    def stay(self) -> bool:
        """Until Enter alone, or until there is nothing left at all."""
        self._begin()
        while True:
            given = asked(self.journal, self.talk, self._hint(), (OLDER, UNDO, EMPTY, EVERYTHING))
            text = given.words.strip()
            if not text and not given.word:
                return False
            if given.word == EVERYTHING and self.journal.store.path is not None:
                if self._everything():
                    return True
            elif given.word == UNDO:
                undo(self.journal, self.talk)
                self._begin()
            elif given.word == EMPTY and self.ids:
                self._empty()
            elif given.word == OLDER and self.older:
                self._more()
                self.talk.say(self._hint())
            elif given.word or not self._back(text):
                self.talk.say(plain.HOME_NOT)

    def _begin(self) -> None:
        self.ids = []
        self.talk.blank()
        count = changing.count(self.journal)
        self.talk.say(words.TRASH_COUNT[count != 1].format(n=count) if count else words.TRASH_EMPTY)
        self._more()
        self.talk.say(self._hint())

    def _more(self) -> None:
        found = changing.in_trash(self.journal, limit=PAGE + 1, offset=len(self.ids))
        self.older = len(found) > PAGE
        for row in found[:PAGE]:
            self.ids.append(row.id)
            self.talk.say(changing.in_one_line(row), first=f"  {len(self.ids):>2}  ")

    def _hint(self) -> str:
        hints = [words.TRASH_HINT if self.ids else words.TRASH_HINT_NONE]
        hints += [words.TRASH_HINT_OLDER] if self.older else []
        return " ".join([*hints, words.TRASH_HINT_BACK])

    def _back(self, text: str) -> bool:
        """`back 1`: whether it was that."""
        word, _, number = text.lower().partition(" ")
        place = place_in(number, len(self.ids))
        if word != "back" or not number.strip():
            return False
        if not place:
            self.talk.say(item_words.NO_NUMBER)
            return True
        self._do(lambda: changing.restore(self.journal, self.ids[place - 1]))
        return True

    def _do(self, change: changing.Doing) -> changing.Change | None:
        try:
            done = change()
        except GuideError as error:
            self.talk.say(str(error))
            return None
        for line in done.said:
            self.talk.say(line)
        self._begin()
        return done

    def _typed(self, question: str, word: str) -> bool:
        """Ask for the word. Anything else, a command or the end of input included, leaves everything."""
        self.talk.say(question)
        return asked(self.journal, self.talk, question, (word,)).word == word

    def _empty(self) -> None:
        count, word = changing.count(self.journal), words.WORD_EMPTY
        if not self._typed(words.ASK_EMPTY[count != 1].format(n=count, word=word), word):
            self.talk.say(words.LEFT)
            return
        done = self._do(lambda: changing.empty_trash(self.journal))
        if done is None or not done.held:
            return
        if self._typed(words.ASK_BACKUPS.format(word=word), word):
            self._do(lambda: changing.remove_backups(self.journal, done.held))
        else:
            self.talk.say(words.LEFT_BACKUPS)

    def _everything(self) -> bool:
        for line in everything.asks(self.journal.places):
            self.talk.say(line)
        word = words.WORD_EVERYTHING
        if not self._typed(words.EVERYTHING_ASK.format(word=word), word):
            self.talk.say(words.LEFT)
            return False
        for line in everything.delete_everything(self.journal.places, self.journal).said:
            self.talk.say(line)
        return True
