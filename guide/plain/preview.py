"""A preview of a pack in lines: its problems, its exercises, and each of them played. Nothing is kept."""

from __future__ import annotations

from typing import Final

from guide.errors import GuideError
from guide.journal.preview import Preview
from guide.plain.console import Console, Ended, Gone
from guide.plain.numbered import place_in
from guide.plain.runner import follow
from guide.plain.turn import ASIDE, COMMANDS, read
from guide.words import preview as words

SHOWN_MOST: Final = 20


def run(preview: Preview, talk: Console, exercise: str = "") -> int:
    """Show the pack and play what is chosen, until the person leaves or the input ends.

    0 when done; 1 when the pack cannot be used and nobody is there to mend it, or three problems came on one
    step from a pipe.
    """
    talk.say(words.TITLE.format(title=preview.title()))
    talk.say(words.NOTHING_KEPT)
    try:
        if exercise and preview.usable:
            code = follow(preview.journal, preview.journal.begin(exercise, near=preview.id), talk)
            if code or not talk.interactive:
                return code
        return _list(preview, talk)
    except Ended:
        return 0 if preview.usable else 1
    except Gone:
        return 1


def _list(preview: Preview, talk: Console) -> int:
    while True:
        preview.look()
        talk.blank()
        _troubles(preview, talk)
        shown = preview.exercises() if preview.usable else []
        for number, one in enumerate(shown, 1):
            talk.say(one.title, first=f"  {number:>2}  ")
        talk.say(words.CHOOSE)
        given = read(talk.ask())
        text = given.words.strip()
        if given.word in COMMANDS:
            talk.say(words.END)
            return 0 if preview.usable else 1
        if given.word in ASIDE:
            from guide.plain import pages

            pages.help_now_page(talk, preview.journal, given.word)
        elif text:
            place = place_in(text, len(shown))
            if place:
                _play(preview, shown[place - 1].ref, talk)
            else:
                talk.say(words.NOT_ONE)


def _play(preview: Preview, ref: str, talk: Console) -> None:
    try:
        follow(preview.journal, preview.journal.begin(ref), talk)
    except GuideError as error:
        talk.say(str(error))


def _troubles(preview: Preview, talk: Console) -> None:
    if not preview.troubles:
        talk.say(words.NO_PROBLEMS)
        return
    for one in preview.troubles[:SHOWN_MOST]:
        talk.say(f"{one.place}: {one.message}", rest="    ")
    if len(preview.troubles) > SHOWN_MOST:
        talk.say(words.MORE.format(n=len(preview.troubles) - SHOWN_MOST))
    if not preview.usable:
        talk.say(words.NOT_YET)
