"""One entry in lines: read in the words as they were asked, changed, deleted and brought back, done again, saved."""

from __future__ import annotations

from typing import Final

from guide.errors import GuideError
from guide.journal import changing, entry_text, look
from guide.journal.correcting import Correction
from guide.journal.journal import Journal
from guide.journal.look import Entry
from guide.plain import editing
from guide.plain.console import Console
from guide.plain.items import asked, save_lines
from guide.plain.numbered import place_in
from guide.words import look as said
from guide.words import plain
from guide.words import review as words

LEAVING: Final = ("back", "pause", "stop", "quit")
"""Words that go one level back, as Enter alone does."""
_WORDS: Final = ("edit", "earlier", "delete", "undo", "again", "save")


def stay(journal: Journal, talk: Console, name: str) -> bool:
    """Show one entry and do what is typed until Enter alone. True when a list of entries may read otherwise then."""
    found, changed = _read(journal, talk, name), False
    while found is not None:
        given = asked(journal, talk, _hint(found), _WORDS)
        text = given.words.strip()
        if given.word in LEAVING or not (text or given.word):
            return changed
        try:
            again = _do(journal, talk, found, given.word, text)
        except GuideError as error:
            talk.say(str(error))
            continue
        if again is None:
            talk.say(plain.HOME_NOT)
        elif again:
            changed = True
            found = _read(journal, talk, name)
        else:
            changed = changed or given.word in ("delete", "undo", "again")
            found = look.entry(journal, found.id)
            talk.say(_hint(found))
    return changed


def _read(journal: Journal, talk: Console, name: str) -> Entry | None:
    try:
        found = look.entry(journal, name)
    except GuideError as error:
        talk.say(str(error))
        return None
    show(talk, found)
    talk.say(_hint(found))
    return found


def _hint(found: Entry) -> str:
    if found.trashed:
        return words.ENTRY_HINT_TRASHED
    return words.ENTRY_HINT_EARLIER if any(line.earlier for line in found.lines) else words.ENTRY_HINT


def show(talk: Console, found: Entry, *, earlier: bool = False) -> None:
    """Every answer with its question; with `earlier` what stood there before, else how much did."""
    talk.blank()
    talk.say(said.ENTRY.format(title=found.title, day=found.day))
    talk.say(" ".join(entry_text.about(found)))
    for line in found.lines:
        talk.blank()
        talk.say(entry_text.question(line))
        for one in line.words:
            talk.say(one, first="  ")
        for beside in entry_text.beside(line):
            talk.say(beside, first="  ")
        if line.earlier and not earlier:
            count = said.ENTRY_EARLIER_NUMBER[len(line.earlier) != 1].format(n=len(line.earlier))
            talk.say(count, first="  ")
        for when, old in entry_text.wordings(line) if earlier else ():
            talk.say(when, first="  ")
            for one in old:
                talk.say(one, first="    ")
    if not found.lines:
        talk.say(said.ENTRY_NOTHING)
    talk.blank()


def _do(journal: Journal, talk: Console, found: Entry, word: str, text: str) -> bool | None:
    """Do one thing. True: it reads otherwise now. None: nothing of the kind can be done."""
    if word == "undo" and found.trashed:
        _say(talk, changing.restore(journal, found.id).said)
    elif word == "save":
        save_lines(journal, talk, entry_text.markdown(found), words.FILE_NAME)
    elif word == "earlier" and any(line.earlier for line in found.lines):
        show(talk, found, earlier=True)
    elif word == "again":
        _again(journal, talk, found)
    elif found.trashed:
        return None
    elif word == "delete":
        _say(talk, changing.delete(journal, found.id).said)
    elif word == "edit" or text.lower().startswith("edit "):
        return _edit(journal, talk, found, text[len("edit ") :].strip())
    elif word == "undo" and _edited(journal, found):
        _say(talk, changing.undo(journal).said)
        return True
    else:
        return None
    return False


def _edited(journal: Journal, found: Entry) -> bool:
    """Whether there is a change of this entry to take back; a deletion elsewhere is not taken back from here."""
    return changing.can_undo(journal) and any(line.changed for line in found.lines)


def _say(talk: Console, lines: list[str]) -> None:
    for line in lines:
        talk.say(line)


def _edit(journal: Journal, talk: Console, found: Entry, which: str) -> bool:
    """Ask which answer, unless that is said or there is one only, and ask it again."""
    steps = changing.editable(journal, found.id)
    if not steps:
        talk.say(words.WHICH_NONE)
        return False
    if not which and len(steps) > 1:
        for number, one in enumerate(steps, 1):
            talk.say(" ".join(one.prompt.split()) or one.step, first=f"  {number:>2}  ")
            talk.say(" ".join(" / ".join(one.words).split()) or words.LEFT_OPEN, first="      ")
        talk.say(words.WHICH_NUMBER)
        which = asked(journal, talk, words.WHICH_NUMBER).words.strip()
        if not which:
            return False
    which = which or "1"
    place = place_in(which, len(steps))
    step = steps[place - 1].step if place else which
    editing.edit(journal, talk, Correction(journal, found.id, step))
    return True


def _again(journal: Journal, talk: Console, found: Entry) -> None:
    from guide.plain.runner import follow

    follow(journal, journal.begin(found.exercise), talk)
