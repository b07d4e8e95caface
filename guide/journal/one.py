"""Show me one: one of the person's own facts, and nothing asked (care rule 25).

The facts come round in turn, over days and fronts alike, beginning with the one that was written or used longest
ago. What is kept of it is the id of the one that was shown last.
"""

from __future__ import annotations

from typing import Final

from guide.journal.journal import Journal
from guide.store import counting
from guide.words.home import ONE_ASIDE, ONE_EMPTY, ONE_EMPTY_ALONE

_LAST: Final = "one-last"


def one(journal: Journal) -> str:
    """The fact whose turn it is, in its own words; a sentence that says what makes some when there is none."""
    facts = journal.facts()
    if not facts:
        names = journal.library.named_by_role("collections", "evidence")
        if counting.any_item(journal.store, names, aside=True):
            return ONE_ASIDE
        maker = journal.library.maker("collect", names)
        return ONE_EMPTY.format(title=maker.title) if maker is not None else ONE_EMPTY_ALONE
    ids = [fact.id for fact in facts]
    last = journal.state(_LAST)
    fact = facts[(ids.index(last) + 1) % len(facts)] if last in ids else facts[0]
    if fact.id != last:
        journal.set_state(_LAST, fact.id)
    return fact.label


def several(journal: Journal) -> bool:
    """Whether another one can be shown."""
    return len(journal.facts()) > 1
