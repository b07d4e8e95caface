"""The page for a prescriber, in lines: read it, choose what goes on it, save it."""

from __future__ import annotations

from typing import Final

from guide.errors import GuideError
from guide.journal import page as page_
from guide.journal import page_choices, page_file, page_pieces
from guide.journal.files import Exists
from guide.journal.filters import between
from guide.journal.journal import Journal
from guide.plain.console import Console
from guide.plain.items import asked
from guide.words import plain
from guide.words import summary as words
from guide.words.stepping import BOX_OFF, BOX_ON

_WORDS: Final = ("days", "show", "short", "save")
_WIDTH: Final = 78


def page(journal: Journal, talk: Console) -> None:
    """Show the page and do what is typed, until Enter alone."""
    Desk(journal, talk).stay()


class Desk:
    """One look at the page. What is chosen is remembered, as on the full screen."""

    def __init__(self, journal: Journal, talk: Console) -> None:
        self.journal, self.talk = journal, talk
        self.choices = page_choices.remembered(journal)
        self.pieces: list[page_pieces.Piece] = []
        self.brief = False

    def stay(self) -> None:
        """Until the person goes back."""
        self._show()
        self._list()
        while True:
            given = asked(self.journal, self.talk, words.LINE_HINT, _WORDS)
            text = given.words.strip()
            if not text and not given.word:
                return
            try:
                if not (self._word(given.word) if given.word else self._typed(text)):
                    self.talk.say(plain.HOME_NOT)
            except GuideError as error:
                self.talk.say(str(error))

    def _show(self) -> None:
        """The page as it will be, or its short form."""
        about = words.SHORT_SHOWN if self.brief else words.ON_PAGE_LINE
        self.talk.blank()
        self.talk.say(about.format(span=page_choices.span(self.choices)))
        self.talk.blank()
        for line in page_file.text_lines(self.journal, self.choices, brief=self.brief, width=_WIDTH):
            self.talk.say(line)
        self.talk.blank()

    def _list(self) -> None:
        """What can be let in, by number, and the names of the sections."""
        self.pieces = page_.pieces(self.journal, self.choices)
        self.talk.say(words.OWN + ":" if self.pieces else words.NO_PIECES)
        for number, one in enumerate(self.pieces, 1):
            said = words.PIECE.format(title=words.PIECE_OF[one.part], words=one.words)
            self.talk.say(f"{BOX_ON if one.on else BOX_OFF}{said}", first=f"  {number:>2}  ")
        if gone := page_pieces.replaced(self.pieces):
            self.talk.say(gone)
        if self.pieces:
            self.talk.once(words.NAMES_HINT)
        names = [
            f"{name} ({words.LINE_OUT})" if name in self.choices.out else name
            for name in page_choices.LEAVABLE
        ]
        self.talk.say(words.LINE_SECTIONS.format(names=", ".join(names)))
        self.talk.say(words.LINE_HINT)

    def _word(self, word: str) -> bool:
        if word not in _WORDS:
            return False
        if word in ("show", "short"):
            self.brief = word == "short"
            self._show()
            self.talk.say(words.LINE_HINT)
        elif word == "days":
            self._days()
        else:
            self._save()
        return True

    def _typed(self, text: str) -> bool:
        """A number, or `without` or `with` and a section: whether it was one of them."""
        if text.isascii() and text.isdigit() and len(text) < 6:
            return self._turn(int(text))
        word, _, name = text.lower().partition(" ")
        if word not in ("without", "with") or not name:
            return False
        after = page_file.without(self.choices, [name.strip()])
        if word == "with":
            after = after._replace(out=after.out - {name.strip()})
        self.choices = after
        page_choices.remember(self.journal, after)
        self._show()
        self._list()
        return True

    def _turn(self, number: int) -> bool:
        if not 1 <= number <= len(self.pieces):
            return False
        self.choices = page_pieces.turn(self.journal, self.choices, self.pieces[number - 1])
        self._show()
        self._list()
        return True

    def _days(self) -> None:
        self.talk.say(words.LINE_DAYS)
        given = asked(self.journal, self.talk, words.LINE_DAYS)
        text = given.words.strip().lower()
        if given.word or not text:
            self.talk.say(words.LINE_HINT)
            return
        today = self.journal.clock().day
        if text.isascii() and text.isdigit() and 0 < int(text[:5]) <= 36600:
            first = page_choices.since(today, int(text[:5]))
            self.choices = self.choices._replace(first=first, last=today)
            page_choices.remember(self.journal, self.choices, days=int(text[:5]))
        else:
            first, _, last = text.partition(f" {words.TO_WORD} ")
            since, until = between(self.journal, first, last)
            last = until or today
            first = since or page_choices.since(last, page_choices.USUAL)
            self.choices = page_file.with_days(self.choices, first, last)
        self._show()
        self._list()

    def _save(self) -> None:
        """Ask for a name; a file of that name is replaced only by a yes."""
        self.talk.say(words.SAVE_FORMS)
        self.talk.say(words.PLAIN_FILE)
        hint = words.LINE_SAVE.format(name=page_file.NAMES["html"])
        self.talk.say(hint)
        given = asked(self.journal, self.talk, hint)
        name = given.words.strip() or page_file.NAMES["html"]
        if given.word:
            self.talk.say(words.LINE_NOT_SAVED)
            return
        try:
            file = self._written(name, replace=False)
        except Exists:
            self.talk.say(words.LINE_THERE)
            again = asked(self.journal, self.talk, words.LINE_THERE)
            if again.words.strip().lower() not in ("yes", "y"):
                self.talk.say(words.LINE_NOT_SAVED)
                return
            file = self._written(name, replace=True)
        self.talk.say(words.SAVED.format(file=file))

    def _written(self, name: str, *, replace: bool) -> str:
        form = page_file.form_of(name)
        return page_file.save(self.journal, self.choices, name, form, brief=self.brief, replace=replace)
