"""The plain home screen: the first card, doors, what is unfinished, one suggestion, looking back."""

from __future__ import annotations

from typing import Final, NamedTuple

from guide.errors import GuideError
from guide.journal import beneath, kept, one, week
from guide.journal import home as home_
from guide.journal.journal import Journal
from guide.journal.origin import door_title
from guide.plain import pages
from guide.plain.console import Console, Ended
from guide.plain.first import LEAVING, card
from guide.plain.needs import needed_first
from guide.plain.numbered import place_in
from guide.plain.turn import ASIDE, COMMANDS, NUMB, read
from guide.words import first, look
from guide.words import home as home_words
from guide.words import plain as words
from guide.words.demo import LINE

EVENING: Final = 18
"""The local hour from which it is asked what brings somebody tonight."""
_LOCAL: Final = (
    "review", "progress", "items", "one", "week", "support", "next", "not now", "medicine",
    "export", "import", "backup", "trash", "undo", "summary",
)  # fmt: skip


class _Row(NamedTuple):
    """What a number of the list opens: an exercise, or a draft by its entry."""

    ref: str
    draft: str
    purpose: str


class Desk:
    """The home screen in lines, until the person leaves."""

    def __init__(self, journal: Journal, talk: Console) -> None:
        self.journal, self.talk = journal, talk
        self.rows: list[_Row] = []
        self.next: home_.Next | None = None
        self.beneath: beneath.Beneath | None = None

    def stay(self) -> int:
        """Show home, open what is chosen, and show home again. Raises Ended at the end of input."""
        self.journal.copy_plan(only_add=True)
        # From a pipe the card waits for nothing, as with `do`: the first line answers the first question.
        if not card(self.journal, self.talk, wait=self.talk.interactive):
            self.talk.ahead.append("quit")
        while True:
            self._show()
            while not (opens := self._chosen()):
                continue
            if opens.ref == opens.draft == "":
                self.talk.say(kept.said(self.journal.store, words.HOME_END))
                return 0
            code = self._open(opens)
            if code != 0 or (self.talk.at_end and not self.talk.interactive):
                return code

    # -- what is shown --------------------------------------------------------------------------------

    def _show(self) -> None:
        found = home_.home(self.journal)
        self.talk.blank()
        if self.journal.made_up:
            self.talk.say(LINE)
        evening = found.night or found.hour >= EVENING
        self.talk.say(first.ASK_NIGHT if evening else first.ASK_DAY)
        if found.night and found.beneath is None:
            self.talk.say(home_words.NIGHT)
        self.rows = []
        for door in found.doors:
            self.talk.blank()
            self.talk.say(door_title(door))
            for group, shown in home_.by_group(door.exercises):
                if group:
                    self.talk.say(f"{group}:", first="  ")
                self._row(_exercise_line(shown), _Row(shown.ref, "", shown.purpose or shown.title))
            if not door.exercises:
                self.talk.say(home_words.DOOR_EMPTY, first="  ")
        if found.drafts:
            self.talk.blank()
            self.talk.say(look.DRAFTS)
        for draft in found.drafts:
            line = words.HOME_GO_ON.format(title=draft.title, day=draft.day)
            self._row(line, _Row(draft.exercise, draft.id, draft.title))
        self._suggest(found)
        self._beneath(found)
        self.talk.blank()
        self.talk.say(words.HOME_HINT)
        self.talk.once(words.HOME_PURPOSE)

    def _row(self, line: str, row: _Row) -> None:
        self.rows.append(row)
        self.talk.say(line, first=f"  {len(self.rows):>2}  ")

    def _suggest(self, found: home_.Home) -> None:
        self.next = found.next
        self.talk.blank()
        if found.next is None:
            self.talk.say(_nothing_next(found))
            return
        whose = f"{found.next.origin}. " if found.next.origin else ""
        self.talk.say(
            f"{home_words.NEXT}: {_timed(found.next.title, found.next.minutes)}. {whose}{found.next.reason}"
        )
        self.talk.say(words.HOME_NEXT)

    def _beneath(self, found: home_.Home) -> None:
        """At most one line, with its word."""
        self.beneath = found.beneath
        if found.beneath is None:
            return
        low = found.beneath.kind == beneath.LOW_MOOD
        self.talk.blank()
        self.talk.say(f"{found.beneath.text} {words.HOME_SUPPORT if low else words.HOME_MEDICINE}")
        beneath.stood(self.journal, found.beneath)

    # -- what is typed --------------------------------------------------------------------------------

    def _chosen(self) -> _Row | None:
        """What to open; an empty row to leave; None when something was answered in place."""
        given = read(self.talk.ask(), _LOCAL)
        text = given.words.strip()
        if given.word == "back":
            self.talk.say(words.HOME_BACK)
        elif given.word in LEAVING:
            return _Row("", "", "")
        elif given.word in ASIDE:
            self._aside(given.word)
        elif given.word in ("review", "progress", "items"):
            self._page(given.word)
        elif given.word in ("one", "week", "support"):
            self._say(given.word)
        elif given.word in ("export", "import", "backup"):
            self._take(given.word)
        elif given.word in ("trash", "undo"):
            self._deleted(given.word)
        elif given.word == "summary":
            self._summary()
        elif given.word == "medicine" and self.beneath is not None and self.beneath.exercise:
            return _Row(self.beneath.exercise, "", "")
        elif given.word in ("next", "not now") and self.next is not None:
            if given.word == "next":
                return _Row(self.next.ref, "", "")
            home_.not_now(self.journal, self.next.ref)
            self._suggest(home_.home(self.journal))
        elif given.word in ("next", "not now"):
            self.talk.say(_nothing_next(home_.home(self.journal)))
        elif given.word in COMMANDS or given.word == NUMB:
            self.talk.say(words.HOME_NOTHING.format(word=given.word))
        elif text.startswith("?") and (row := self._numbered(text[1:])):
            self.talk.say(row.purpose)
        elif row := self._numbered(text):
            return row
        elif text or given.word:
            self.talk.say(words.HOME_NOT)
        return None

    def _say(self, word: str) -> None:
        if word == "support":
            pages.support_page(self.talk, self.journal)
            self.talk.say(words.HOME_HINT)
            return
        self.talk.blank()
        if word == "one":
            self.talk.say(one.one(self.journal))
        for line in week.lines(self.journal) if word == "week" else ():
            self.talk.say(line)
        self.talk.blank()

    def _page(self, word: str) -> None:
        from guide.plain import items, lookback, review  # they bring the whole progress view with them

        {"review": review.review, "progress": lookback.progress, "items": items.lists}[word](
            self.journal, self.talk
        )
        self.talk.blank()
        self.talk.say(words.HOME_HINT)

    def _take(self, word: str) -> None:
        from guide.plain import taking

        {"export": taking.export, "import": taking.bring_in, "backup": taking.backup}[word](
            self.journal, self.talk
        )
        self.talk.blank()
        self.talk.say(words.HOME_HINT)

    def _summary(self) -> None:
        from guide.plain import summary

        summary.page(self.journal, self.talk)
        self.talk.blank()
        self.talk.say(words.HOME_HINT)

    def _deleted(self, word: str) -> None:
        """The trash, or taking the last deletion back. Raises Ended once everything was deleted."""
        from guide.plain import trash

        if word == "undo":
            trash.undo(self.journal, self.talk)
        elif trash.trash(self.journal, self.talk):
            raise Ended
        self.talk.blank()
        self.talk.say(words.HOME_HINT)

    def _numbered(self, text: str) -> _Row | None:
        place = place_in(text, len(self.rows))
        return self.rows[place - 1] if place else None

    def _aside(self, word: str) -> None:
        if word == "?":
            self.talk.say(words.HOME_HOW)
            self.talk.say(words.HOME_SUMMARY)
            self.talk.say(words.HOME_TAKE)
            self.talk.say(words.HOME_TRASH)
            self.talk.say(home_words.LOW_MOOD_RULE)
            self.talk.say(words.COMMANDS)
            self.talk.said.add(words.COMMANDS)
        else:
            pages.help_now_page(self.talk, self.journal, word)

    # -- what is opened -------------------------------------------------------------------------------

    def _open(self, row: _Row) -> int:
        """Open an exercise or a draft; when something is needed first, offer to go there."""
        from guide.plain.runner import follow

        try:
            if row.draft:
                return follow(self.journal, self.journal.resume(row.draft), self.talk)
            ref = needed_first(self.journal, self.talk, row.ref, self._aside)
            return 0 if ref is None else follow(self.journal, self.journal.begin(ref, anew=True), self.talk)
        except GuideError as error:
            self.talk.blank()
            self.talk.say(str(error))
            return 0


def _nothing_next(found: home_.Home) -> str:
    return home_words.NOTHING_NEXT_NIGHT if found.night else home_words.NOTHING_NEXT


def _exercise_line(shown: home_.Shown) -> str:
    times = home_words.NEVER_DONE
    if shown.times:
        times = (
            home_words.TIMES_DONE[0] if shown.times == 1 else home_words.TIMES_DONE[1].format(n=shown.times)
        )
    return f"{_timed(shown.title, shown.minutes)}, {times}"


def _timed(title: str, minutes: int | None) -> str:
    if not minutes:
        return title
    about = home_words.MINUTES[0] if minutes == 1 else home_words.MINUTES[1].format(n=minutes)
    return home_words.NEXT_LINE.format(title=title, minutes=about)
