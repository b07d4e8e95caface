"""What a text step offers beside going on: whether there is something behind it, and what it is called."""

from __future__ import annotations

from guide.errors import GuideError
from guide.journal import items
from guide.journal.journal import Journal
from guide.steps.text import OFFER_PAGES, SENTENCES
from guide.words.items import OFFER


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
