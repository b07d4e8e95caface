"""Taking it away and bringing it back, in lines: the words export, import and backup at home."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

from guide.errors import GuideError
from guide.journal import back_up, bring_back, take_away
from guide.journal.journal import Journal
from guide.plain import pages
from guide.plain.console import Console
from guide.plain.numbered import place_in
from guide.plain.turn import ASIDE, Given, read
from guide.words import plain
from guide.words import taking as words

Made = TypeVar("Made")
_PATIENCE: Final = 2.0
"""Seconds before the first line that says how far something is, and between two of them."""


def export(journal: Journal, talk: Console) -> None:
    """Ask where to, and write. A file that is there is replaced only when that is said."""
    start = take_away.NAMES[take_away.JSON]
    name, taken, hint = start, "", words.EXPORT_WHERE.format(name=start)
    while True:
        talk.say(hint)
        given = _asked(journal, talk, hint, start)
        if given.word:
            talk.say(words.NOTHING_WRITTEN)
            return
        name = given.words.strip() or (taken or start)
        try:
            _say(
                talk,
                take_away.export(journal, name, replace=name == taken, progress=_far(talk, words.WRITING)),
            )
            return
        except take_away.Exists as error:
            taken, hint = name, f"{error.message} {words.REPLACE_LINE}"
        except GuideError as error:
            taken, hint = "", f"{error} {words.EXPORT_WHERE.format(name=start)}"


def bring_in(journal: Journal, talk: Console) -> None:
    """Ask which file, and take it in; then whether deleted entries come, too."""
    name = _named(journal, talk, words.IMPORT_WHERE)
    if not name:
        return
    found = _done(talk, lambda: bring_back.bring_in(journal, name, progress=_far(talk, words.READING)))
    if found is None:
        return
    _say(talk, found.lines)
    if found.deleted:
        talk.say(words.DELETED_ASK)
        given = _asked(journal, talk, words.DELETED_ASK)
        if given.words.strip().lower() in ("y", "yes"):
            far = _far(talk, words.READING)
            again = _done(talk, lambda: bring_back.bring_in(journal, name, with_deleted=True, progress=far))
            _say(talk, again.lines if again else [])
    bring_back.settled(journal)


def backup(journal: Journal, talk: Console) -> None:
    """Make a backup, list what there is, and restore one when its number is typed."""
    made = _done(talk, lambda: [back_up.back_up(journal)])
    if made is None:
        return
    _say(talk, made)
    found = bring_back.backups(journal.places)
    talk.blank()
    talk.say(words.BACKUPS_HEAD)
    for number, one in enumerate(found, 1):
        talk.say(bring_back.short(one), first=f"  {number:>2}  ")
    talk.say(words.BACKUP_ASK)
    while text := _asked(journal, talk, words.BACKUP_ASK).words.strip().lower():
        word, _, digits = text.rpartition(" ")
        place = place_in(digits, len(found))
        if word == "restore" and place:
            _restore(journal, talk, found[place - 1].path.name)
            return
        talk.say(plain.HOME_NOT)


def _restore(journal: Journal, talk: Console, name: str) -> None:
    talk.say(words.RESTORE_WHAT)
    talk.say(words.RESTORE_ASK)
    if _asked(journal, talk, words.RESTORE_ASK).words.strip().lower() not in ("y", "yes"):
        talk.say(words.NOT_RESTORED)
        return
    far = _far(talk, words.RESTORING)
    said = _done(talk, lambda: bring_back.bring_back(journal.places, name, journal.clock().utc, progress=far))
    if said is not None:
        _say(talk, said)
        bring_back.settled(journal)


def _named(journal: Journal, talk: Console, hint: str) -> str:
    """The name of a file; empty when the person goes back."""
    talk.say(hint)
    given = _asked(journal, talk, hint)
    name = "" if given.word else given.words.strip()
    if not name:
        talk.say(words.NOTHING_CHANGED)
    return name


def _asked(journal: Journal, talk: Console, hint: str, default: str = "") -> Given:
    """A line; help and `?` are answered here. A word such as `back` goes back."""
    while (given := read(talk.ask(default))).word in ASIDE:
        if given.word == "?":
            talk.say(hint)
        else:
            pages.help_now_page(talk, journal, given.word)
    return given


def _far(talk: Console, doing: str) -> Callable[[float], None]:
    """Says how far something is, a line every few seconds: nothing is written over, for a screen reader's sake."""
    last = time.monotonic()

    def tell(share: float) -> None:
        nonlocal last
        if time.monotonic() - last >= _PATIENCE:
            last = time.monotonic()
            talk.say(words.PER_CENT.format(doing=doing, n=int(share * 100)))
            talk.shown()

    return tell


def _done(talk: Console, do: Callable[[], Made]) -> Made | None:
    try:
        return do()
    except GuideError as error:
        talk.say(str(error))
        return None


def _say(talk: Console, lines: list[str]) -> None:
    for line in lines:
        talk.say(line)
