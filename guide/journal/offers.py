"""What a text step offers beside going on: whether there is something behind it, and what it is called."""

from __future__ import annotations

from guide.errors import GuideError
from guide.journal import items
from guide.journal.journal import Journal
from guide.journal.sitting import Sitting
from guide.steps.text import OFFER_PAGES, SENTENCES
from guide.words.items import OFFER


class Chosen:
    """Exercises chosen from text steps on the way. One opens when the walk is at its end, the latest chosen.

    Nothing that is still to be asked gets lost, and no exercise waits half done beneath another.
    """

    def __init__(self) -> None:
        self._by_step: dict[str, str] = {}

    def take(self, step: str, name: str) -> None:
        """Note what was chosen at this step; an empty name takes an earlier choice there back."""
        self._by_step.pop(step, None)
        if name:
            self._by_step[step] = name

    @property
    def next(self) -> str:
        """The exercise that opens at the end, or an empty text."""
        return next(reversed(self._by_step.values()), "")


def opens_now(sitting: Sitting) -> bool:
    """Whether an exercise offered at this step opens at once: nothing more is asked here."""
    return sitting.walk.at_last


def title_of(journal: Journal, pack: str, name: str) -> str:
    """The title of an offered exercise or list of sentences; empty when there is none, which leaves the offer out.

    `pack` is the one that offers. Other pages have words of the front that shows them.
    """
    if name == SENTENCES:
        found = items.sentence_list(journal, pack)
        return OFFER.format(title=items.own_title(found)) if found is not None else ""
    if name in OFFER_PAGES:
        return ""
    try:
        return journal.library.find(name, near=pack).title
    except GuideError:
        return ""
