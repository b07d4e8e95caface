"""Line mode: one exercise from its first question to its end, in lines, with the same result as on the screen."""

from __future__ import annotations

from typing import TextIO

from guide.errors import GuideError
from guide.journal import kept
from guide.journal.home import CARD_READ
from guide.journal.journal import Journal
from guide.journal.sitting import Sitting
from guide.plain.console import Console, Ended, Gone
from guide.words import home as home_words
from guide.words import notices, preview
from guide.words import plain as words

DONE, GAVE_UP, INTERRUPTED = 0, 1, 130
"""Exit codes: done or paused; three problems on one step from a pipe, or nobody reading; ctrl+c."""


def run(journal: Journal, sitting: Sitting, inp: TextIO, out: TextIO, *, interactive: bool) -> int:
    """Walk one exercise to its end, and then those the person chose to open after it.

    `interactive` says that a person sits at a terminal; from a pipe, an empty answer leaves a step open
    without asking twice, no question is asked about the words, and the third problem on a step ends the
    run. Returns 0 when done or paused (the end of input pauses), 1 after three problems, 130 after ctrl+c.
    Every answer is on disk before the next prompt is written, so any signal may end the process anywhere.
    Raises GuideError when a store cannot be written from a pipe, where nobody can try again.
    """
    return follow(journal, sitting, Console(inp, out, interactive=interactive))


def begin(journal: Journal, name: str, inp: TextIO, out: TextIO, *, interactive: bool) -> int:
    """Walk an exercise by its name, after the first card when nobody has read it yet. Exit codes as for `run`.

    Raises GuideError when the exercise does not exist or needs something.
    """
    from guide.plain.first import card

    talk = Console(inp, out, interactive=interactive)
    if not journal.state(CARD_READ):
        journal.library.find(name)  # a name that is wrong is said before anything is read
        try:
            if not card(journal, talk, wait=interactive):
                return DONE
        except Ended:
            return DONE
        except KeyboardInterrupt:
            return INTERRUPTED
        except Gone:
            return GAVE_UP
    return follow(journal, journal.begin(name), talk)


def home(journal: Journal, inp: TextIO, out: TextIO, *, interactive: bool | None = None) -> int:
    """The plain home screen, until `quit` or the end of input. Exit codes as for `run`.

    `interactive` is taken from the input when it is left out.
    """
    from guide.plain.home import Desk

    talk = Console(inp, out, interactive=inp.isatty() if interactive is None else interactive)
    try:
        return Desk(journal, talk).stay()
    except Ended:
        return DONE
    except KeyboardInterrupt:
        return _interrupted(talk, kept.said(journal.store, words.HOME_END))
    except Gone:
        return GAVE_UP


def follow(journal: Journal, sitting: Sitting, talk: Console) -> int:
    """Walk a sitting, and then each exercise that was opened from it."""
    from guide.plain import pages
    from guide.plain.needs import needed_first
    from guide.plain.walker import Walker

    walker = Walker(journal, sitting, talk)
    try:
        while True:
            code = walker.walk()
            if code != DONE or not walker.then:
                return code
            pack = walker.sitting.exercise.ref.split("/")[0]
            try:
                ref = needed_first(
                    journal, talk, walker.then, lambda word: pages.aside(talk, journal, word), near=pack
                )
                if ref is None:
                    return code
                walker = Walker(journal, journal.begin(ref), talk)
            except GuideError as error:
                talk.blank()
                talk.say(str(error))
                return code
    except Ended:
        return _ended(walker.sitting, talk)
    except KeyboardInterrupt:
        return _interrupted(
            talk, kept.said(journal.store, home_words.KEPT if walker.sitting.ended else notices.PAUSED)
        )
    except Gone:
        return GAVE_UP


def _ended(sitting: Sitting, talk: Console) -> int:
    """The end of input: a draft waits at this step; an entry that was kept already is closed."""
    if sitting.ended:
        sitting.stop()
        return DONE
    try:
        talk.say(notices.PAUSED if kept.keeps(sitting.store) else preview.END)
    except Gone:
        return GAVE_UP
    return DONE


def _interrupted(talk: Console, text: str) -> int:
    try:
        talk.say("\n" + text)
    except (Gone, KeyboardInterrupt):
        pass  # leaving is all that was asked for
    return INTERRUPTED
