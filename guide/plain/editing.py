"""One answer given anew, in lines: asked as it was asked then, from a terminal or a pipe."""

from __future__ import annotations

from typing import TextIO

from guide.clean import clean
from guide.journal import changing, edit_round
from guide.journal.correcting import Correction
from guide.journal.journal import Journal
from guide.journal.rewording import Rewording
from guide.plain import pages
from guide.plain.console import Console, Ended, Gone
from guide.plain.numbered import place_in
from guide.plain.prompts import PROMPTS
from guide.plain.turn import Command, TooMany, Turn
from guide.steps.base import Json
from guide.words import changing as words
from guide.words import plain


def run(journal: Journal, entry: str, step: str, inp: TextIO, out: TextIO, *, interactive: bool) -> int:
    """Ask one step of an entry again and keep the answer. Exit code 0, also when nothing was changed; 1 after three
    problems from a pipe, 130 after ctrl+c. Raises GuideError when there is no such entry or step."""
    journal.store.may_write()
    return _asked(journal, Correction(journal, entry, step), Console(inp, out, interactive=interactive))


def reword(journal: Journal, item: str, inp: TextIO, out: TextIO, *, interactive: bool) -> int:
    """Ask for an item in other words. Exit codes as for `run`; raises GuideError when there is no such item."""
    journal.store.may_write()
    return _asked(journal, Rewording(journal, item), Console(inp, out, interactive=interactive))


def _asked(journal: Journal, correction: Correction, talk: Console) -> int:
    try:
        return edit(journal, talk, correction)
    except Ended:
        return 0
    except KeyboardInterrupt:
        talk.say("\n" + words.LEFT_AS_IT_IS)
        return 130
    except Gone:
        return 1


def edit(journal: Journal, talk: Console, correction: Correction) -> int:
    """The same within a conversation. Raises Ended, Gone and KeyboardInterrupt, with nothing changed."""
    editable = correction.editable
    turn = Turn(talk, journal, correction, editable.frozen, editable.raw, lambda word: _aside(turn, word))
    _head(talk, correction)
    prompt = PROMPTS[editable.frozen["kind"]]
    prompt.show(turn)
    again: edit_round.Opened | None = None
    while True:
        try:
            again = again or _round(turn, correction)
            raw = _anew(turn, again) if again else prompt.ask(turn)
        except Command as command:
            if command.name != "skip":
                talk.say(words.LEFT_AS_IT_IS)
                return 0
            raw = None
        except TooMany:
            talk.say(words.LEFT_AS_IT_IS)
            return 1
        except Ended:
            talk.say(words.LEFT_AS_IT_IS)
            raise
        try:
            if _given(turn, correction, raw):
                return 0
        except TooMany:
            talk.say(words.LEFT_AS_IT_IS)
            return 1


def _round(turn: Turn, correction: Correction) -> edit_round.Opened | None:
    """The one round of a rehearsal that is to be asked anew; None for any other answer."""
    several = edit_round.rounds_of(correction)
    if not several:
        return edit_round.opened(correction)
    turn.talk.blank()
    for number, said in enumerate(several, 1):
        turn.talk.say("; ".join(said), first=f"  {number}  ")
    turn.asks(words.WHICH_ROUND)
    last = str(len(several))
    while not (place := place_in(turn.line(last).words.strip() or last, len(several))):
        turn.trouble(turn.reminder)
    return edit_round.opened(correction, place - 1)


def _anew(turn: Turn, again: edit_round.Opened) -> Json:
    """All rounds, with this one as it is said now."""
    from guide.plain.rounds import Rounds

    turn.raw = again.raw
    return edit_round.closed(Rounds(turn, again).ask(), again.after)


def _head(talk: Console, correction: Correction) -> None:
    editable = correction.editable
    talk.blank()
    title = clean(correction.exercise.title, lines=False)
    if isinstance(correction, Rewording):
        talk.say(title)
    else:
        talk.say(words.EDITING.format(title=title, day=correction.day))
    talk.say(words.EDITING_HOW)
    talk.blank()
    for key in ("prompt", "help"):
        if editable.frozen.get(key):
            talk.say(" ".join(str(editable.frozen[key]).split()))
    for line in editable.words:
        talk.say(line, first="  | ", rest="  | ")


def _aside(turn: Turn, word: str) -> None:
    if word == "?":
        turn.talk.say(words.EDITING_HOW)
    else:
        pages.help_now_page(turn.talk, turn.journal, word)


def _given(turn: Turn, correction: Correction, raw: Json) -> bool:
    """Hand it over. True when it is done; False asks again."""
    talk = turn.talk
    outcome = correction.give(raw)
    if outcome.question:
        if talk.interactive:
            talk.say(f"{outcome.question} {plain.LEAVE_OPEN}")
            if not talk.only_enter():
                return False
        outcome = correction.give(raw, sure=True)
    if outcome.problem:
        turn.raw = raw
        turn.trouble(outcome.problem)
        return False
    for line in outcome.said:
        talk.say(line)
    if outcome.notice:
        talk.blank()
        talk.say(pages.help_key(outcome.notice))
    return True


def steps(found: list[changing.Editable]) -> list[str]:
    """Each step that can be changed, with its name, its question and what stands there."""
    lines: list[str] = []
    for one in found:
        lines.append(f"{one.step}: {' '.join(one.prompt.split())}")
        lines += [f"  {line}" for line in one.words or [words.OPEN]]
    return lines
