"""Review in lines: entries newest first, ten at a time, with a search and filters that are said above them."""

from __future__ import annotations

from typing import Final

from guide.errors import GuideError
from guide.journal import changing, filters, look
from guide.journal.filters import Choice, Filters
from guide.journal.journal import Journal
from guide.plain import one_entry
from guide.plain.console import Console, Ended
from guide.plain.items import asked
from guide.plain.numbered import place_in
from guide.words import look as said
from guide.words import plain
from guide.words import review as words

PAGE: Final = 10
OLDER: Final = "older"
ALL: Final = "all"
UNDO: Final = "undo"
TRASH: Final = "trash"
FIND: Final = "find"
_KINDS: Final = ("exercise", "pack", "list", "days")


def review(journal: Journal, talk: Console) -> None:
    """Ended entries, newest first; a number opens one. Enter goes back."""
    Desk(journal, talk).stay()


class Desk:
    """The list with its filters, until the person goes back."""

    def __init__(self, journal: Journal, talk: Console) -> None:
        self.journal, self.talk = journal, talk
        self.filters = Filters()
        self.before: str | None = None
        self.rows: list[str] = []
        self.older = False
        self.last = ""

    def stay(self) -> None:
        """Show a page and do what is typed, until Enter alone."""
        self._page()
        while True:
            given = asked(self.journal, self.talk, self._hint(), (OLDER, ALL, UNDO, TRASH, *_KINDS))
            text = given.words.strip()
            if given.word in one_entry.LEAVING or not (text or given.word):
                return
            try:
                if not (self._word(given.word) if given.word else self._typed(text)):
                    self.talk.say(plain.HOME_NOT)
            except GuideError as error:
                self.talk.say(str(error))

    # -- what is shown --------------------------------------------------------------------------------
    def _page(self) -> None:
        found = look.entries(self.journal, limit=PAGE + 1, before=self.before, **self.filters.sought())
        self.older = len(found) > PAGE
        self.rows = [row.id for row in found[:PAGE]]
        self.last = found[:PAGE][-1].key if found else ""
        self.talk.blank()
        self.talk.say(said.REVIEW)
        if self.filters.any:
            self.talk.say(f"{words.SHOWN.format(filters=filters.said(self.journal, self.filters))}.")
        if not found:
            none = f"{said.REVIEW_NO_MATCH} {said.REVIEW_NO_MATCH_REMEDY}"
            self.talk.say(none if self.filters.any else said.REVIEW_EMPTY)
        for number, row in enumerate(found[:PAGE], 1):
            how = "" if row.how == "finished" else f" ({said.STOPPED})"
            first = f": {row.first_words}" if row.first_words else ""
            self.talk.say(f"{row.day}, {row.title}{how}{first}", first=f"  {number:>2}  ")
        self.talk.say(self._hint())

    def _hint(self) -> str:
        hints = [words.HINT, *([words.HINT_OLDER] if self.older else [])]
        hints += [words.HINT_ALL] if self.filters.any else []
        return " ".join([*hints, *([words.HINT_UNDO] if changing.can_undo(self.journal) else [])])

    # -- what is typed --------------------------------------------------------------------------------
    def _word(self, word: str) -> bool:
        if word == OLDER:
            if not self.older:
                return False
            self.before = self.last
            self._page()
        elif word == ALL:
            self._show(Filters())
        elif word == UNDO:
            for line in changing.undo(self.journal).said:
                self.talk.say(line)
            self._show(self.filters)
        elif word == TRASH:
            from guide.plain import trash

            if trash.trash(self.journal, self.talk):
                raise Ended  # everything was deleted: nothing is left here
            self._show(self.filters)
        elif word in _KINDS:
            self._choose(word)
        else:
            return False
        return True

    def _typed(self, text: str) -> bool:
        word, _, rest = text.partition(" ")
        if word.lower() == FIND and rest.strip():
            self._show(self.filters._replace(words=rest.strip()))
        elif word.lower() in _KINDS and rest.strip():
            self._set(word.lower(), rest.strip())
        elif place := place_in(text, len(self.rows)):
            if one_entry.stay(self.journal, self.talk, self.rows[place - 1]):
                self._page()
            else:
                self.talk.say(self._hint())
        else:
            return False
        return True

    def _show(self, chosen: Filters) -> None:
        self.filters, self.before = chosen, None
        self._page()

    def _set(self, kind: str, name: str) -> None:
        """A filter by the name of what it is set to, or by its number."""
        journal, now = self.journal, self.filters
        choices = self._choices(kind)
        if place := place_in(name, len(choices)):
            self._take(kind, choices[place - 1].id)
        elif kind == "exercise":
            self._show(now._replace(exercise=filters.find_exercise(journal, name)))
        elif kind == "pack":
            self._show(now._replace(pack=filters.find_pack(journal, name)))
        elif kind == "list":
            self._show(now._replace(collection=filters.find_list(journal, name)))
        else:
            since, until = self._days(name)
            self._show(now._replace(since=since, until=until))

    def _days(self, text: str) -> tuple[str, str]:
        """A span by its name, or one day, or two with `to` between."""
        for title, days in words.SPANS:
            if text.lower() == title:
                return filters.span(self.journal, days)
        first, to, last = f" {text} ".partition(f" {words.TO_WORD} ")
        return filters.between(self.journal, first.strip(), last.strip() if to else first.strip())

    def _choices(self, kind: str) -> list[Choice]:
        if kind == "days":
            return [Choice(str(days), title) for title, days in words.SPANS]
        read = {"exercise": filters.exercises, "pack": filters.packs, "list": filters.lists}[kind]
        return [Choice("", words.FILTER_ANY), *read(self.journal)]

    def _take(self, kind: str, chosen: str) -> None:
        if kind == "days":
            since, until = filters.span(self.journal, int(chosen))
            self._show(self.filters._replace(since=since, until=until))
        else:
            field = "collection" if kind == "list" else kind
            self._show(self.filters._replace(**{field: chosen}))

    def _choose(self, kind: str) -> None:
        """Say what there is to choose from, and take a number or a name."""
        hint = words.CHOOSE_DAYS if kind == "days" else words.CHOOSE
        for number, one in enumerate(self._choices(kind), 1):
            beside = f" ({one.beside})" if one.beside else ""
            self.talk.say(f"{one.title}{beside}", first=f"  {number:>2}  ")
        self.talk.say(hint)
        given = asked(self.journal, self.talk, hint)
        text = given.words.strip()
        if text and not given.word:
            self._set(kind, text)
        else:
            self.talk.say(self._hint())
