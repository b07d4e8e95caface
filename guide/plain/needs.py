"""What an exercise lives on may not be there yet: offering to go to what makes it."""

from __future__ import annotations

from collections.abc import Callable

from guide.journal.journal import Journal
from guide.plain.console import Console
from guide.plain.turn import ASIDE, read
from guide.words import plain as words

_YES = ("", "y", "yes", "1")


def needed_first(
    journal: Journal, talk: Console, name: str, aside: Callable[[str], None], *, near: str = ""
) -> str | None:
    """What to begin: the exercise itself, or the one at the end of the chain that makes what it needs.

    `name` is as `Library.find` takes it, `near` the pack that asks. None when the person does not want to go there.
    Raises GuideError when there is no such exercise, Ended and Gone as the console does.
    """
    ref = wanted = journal.library.find(name, near=near).ref
    seen, begun = [ref], {draft.exercise for draft in journal.drafts()}
    while wanted not in begun:
        exercise = journal.library.find(wanted)
        lacking, maker = journal.lacking(exercise), journal.made_by(exercise)
        if lacking is None or maker is None or maker.ref in seen:
            break
        talk.blank()
        talk.say(lacking[0])
        wanted = maker.ref
        seen.append(wanted)
    if wanted == ref:
        return ref
    talk.say(words.NEEDS_GO.format(title=journal.library.find(wanted).title))
    while (given := read(talk.ask(words.YES))).word in ASIDE:
        aside(given.word)
    return wanted if not given.word and given.words.strip().lower() in _YES else None
