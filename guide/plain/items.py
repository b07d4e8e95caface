"""What was built up, in lines: the lists, the items of one, setting aside, ticking, and a list to take along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guide.errors import GuideError
from guide.journal import files, items
from guide.journal.journal import Journal
from guide.journal.rewording import Rewording
from guide.plain import editing, pages
from guide.plain.console import Console
from guide.plain.numbered import place_in
from guide.plain.turn import ASIDE, Given, read
from guide.words import items as words
from guide.words import plain
from guide.words.stepping import BOX_ON

PAGE: Final = 10
OLDER: Final = "older"
SHOW_ASIDE: Final = "show aside"
SAVE: Final = "save"


def lists(journal: Journal, talk: Console) -> None:
    """Every list that holds something; a number opens one. Enter goes back."""
    while True:
        found = items.built_up(journal)
        talk.blank()
        talk.say(words.TITLE)
        for number, one in enumerate(found, 1):
            talk.say(f"{one.title}: {items.counted(one)}", first=f"  {number:>2}  ")
        talk.say(words.LISTS_HINT if found else words.EMPTY)
        if not found:
            return
        while True:
            text = asked(journal, talk, words.LISTS_HINT).words.strip()
            if not text:
                return
            if place := place_in(text, len(found)):
                break
            talk.say(plain.HOME_NOT)
        Listing(journal, talk, found[place - 1]).stay()


def asked(journal: Journal, talk: Console, hint: str, local: tuple[str, ...] = ()) -> Given:
    """A line of a page that asks nothing: help and `?` are answered here."""
    while (given := read(talk.ask(), local)).word in ASIDE:
        if given.word == "?":
            talk.say(hint)
        else:
            pages.help_now_page(talk, journal, given.word)
    return given


class Listing:
    """One list, ten items at a time, until the person goes back."""

    def __init__(self, journal: Journal, talk: Console, built: items.Built) -> None:
        self.journal, self.talk, self.built = journal, talk, built
        self.aside = not built.in_use
        self.shown: list[items.Held] = []
        self.older = False

    def stay(self) -> None:
        """Show the list and do what is typed, until Enter alone."""
        self._begin()
        while True:
            given = asked(self.journal, self.talk, self._hint(), (OLDER, SHOW_ASIDE, SAVE))
            text = given.words.strip()
            if not text and not given.word:
                return
            try:
                if not (self._word(given.word) if given.word else self._numbered(text)):
                    self.talk.say(plain.HOME_NOT)
            except GuideError as error:
                self.talk.say(str(error))

    def _begin(self) -> None:
        self.shown = []
        self.talk.blank()
        self.talk.say(words.ASIDE_OF.format(title=self.built.title) if self.aside else self.built.title)
        if self.built.page and not self.aside:
            self.talk.once(words.PAGE_WHAT)
        self._more()
        if not self.shown:
            self.talk.say(words.EMPTY_ASIDE if self.aside else words.EMPTY_IN_USE)
        self.talk.say(self._hint())

    def _more(self) -> None:
        found = items.held(self.journal, self.built, aside=self.aside, limit=PAGE + 1, offset=len(self.shown))
        self.older = len(found) > PAGE
        for one in found[:PAGE]:
            self.shown.append(one)
            self._say(one, len(self.shown))

    def _say(self, one: items.Held, number: int) -> None:
        tick = f"  {BOX_ON}{words.ON_THE_PAGE}" if one.ticked else ""
        self.talk.say(f"{one.label}{tick}", first=f"  {number:>2}  ")
        if one.more:
            self.talk.say("; ".join(one.more), first="      ")

    def _hint(self) -> str:
        hints = [words.LIST_HINT_ASIDE if self.aside else words.LIST_HINT]
        if not self.aside:
            hints.append(words.LIST_HINT_REWORD)
            hints += [words.LIST_HINT_PAGE] if self.built.page else []
            hints += [words.LIST_HINT_SAVE] if self._may_save else []
        hints += [words.LIST_HINT_OLDER] if self.older else []
        hints += [words.LIST_HINT_SET_ASIDE] if self.built.aside and not self.aside else []
        return " ".join([*hints, words.LIST_HINT_BACK])

    @property
    def _may_save(self) -> bool:
        return self.built.role == items.SENTENCES and bool(self.built.in_use)

    def _word(self, word: str) -> bool:
        if word == OLDER and self.older:
            self._more()
            self.talk.say(self._hint())
        elif word == SHOW_ASIDE and self.built.aside and not self.aside:
            self.aside = True
            self._begin()
        elif word == SAVE and self._may_save and not self.aside:
            save(self.journal, self.talk, self.built)
        else:
            return False
        return True

    def _numbered(self, text: str) -> bool:
        """`page 1`, `aside 1` or `back 1`: whether it was one of them."""
        word, _, number = text.lower().partition(" ")
        place = place_in(number, len(self.shown))
        if word not in ("page", "aside", "back", "words") or not number.strip():
            return False
        if not place:
            self.talk.say(words.NO_NUMBER)
            return True
        one = self.shown[place - 1]
        if word == "page":
            changed = items.tick(self.journal, one.id)
            self.shown[place - 1] = changed
            self.talk.say(words.TICKED if changed.ticked else words.UNTICKED)
            return True
        if (word == "back") != self.aside:
            return False
        if word == "words":
            editing.edit(self.journal, self.talk, Rewording(self.journal, one.id))
            self._begin()
            return True
        items.set_aside(self.journal, one.id, word == "aside")
        self.talk.say(words.TAKEN_BACK if self.aside else words.SET_ASIDE)
        self.built = items.find(self.journal, self.built.name)
        self.aside = self.aside and bool(self.built.aside)
        self._begin()
        return True


def save(journal: Journal, talk: Console, built: items.Built) -> None:
    """Ask where, and write the list as a text file. A file that is there is replaced only when that is said."""
    save_lines(journal, talk, items.as_text(built, items.held(journal, built)), words.FILE_NAME)


def save_lines(journal: Journal, talk: Console, lines: Sequence[str], usual: str) -> None:
    """The same for any lines; `usual` is the name that Enter takes."""
    talk.say(words.SAVE_PLAIN)
    where = words.SAVE_WHERE_LINE.format(name=usual)
    name, hint, taken = usual, where, ""
    while True:
        talk.say(hint)
        given = asked(journal, talk, hint)
        if given.word:
            talk.say(words.SAVE_NOTHING)
            return
        name = given.words.strip() or name
        try:
            file = files.save(name, lines, replace=name == taken)
            talk.say(words.SAVED_AS.format(file=file))
            return
        except files.Exists as error:
            taken, hint = name, f"{error.message} {words.SAVE_REPLACE}"
        except GuideError as error:
            name, hint, taken = usual, f"{error} {where}", ""


def sentences(journal: Journal, talk: Console, near: str = "") -> bool:
    """The sentences as a plain list, with a way to save them. False when there are none."""
    built = items.sentence_list(journal, near)
    if built is None:
        return False
    Listing(journal, talk, built).stay()
    return True
