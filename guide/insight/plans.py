"""Plans that were made, and what became of them: counts by the pack's own options, and those without a word yet.

Every option is a full answer: "no occasion" counts like "did it", and none of them is called good or bad. A plan
that was set aside before anything was noted is counted as that. There is no "too little to say": these are counts
of what was written down, from the first plan on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from guide.insight.texts import clean, counted
from guide.insight.words_count import same
from guide.words import progress as words

MOST = 12  # plans listed


class Plan(NamedTuple):
    """One plan in its latest version. `outcome` is an option's id, `own` words instead of one; both "" for no
    outcome yet. `aside` says that it was set aside."""

    id: str
    label: str
    outcome: str = ""
    own: str = ""
    aside: bool = False

    @property
    def told(self) -> bool:
        """Whether anything was noted about it."""
        return bool(self.outcome or self.own)


class Outcome(NamedTuple):
    """How many plans have this outcome; `id` is the option's, or "" for words of one's own."""

    id: str
    text: str
    plans: int


class Plans(NamedTuple):
    """Plans counted. `open` lists the labels of those without an outcome that are not set aside, in the order
    given, at most MOST of them; `unsaid` is how many there are, `aside` how many were set aside without one."""

    outcomes: tuple[Outcome, ...]
    made: int
    open: tuple[str, ...]
    unsaid: int
    aside: int
    words: tuple[str, ...]


def plans(made: Sequence[Plan], options: Mapping[str, str]) -> Plans:
    """Counts by outcome, in the order of `options` (id to text); options that exist no longer under their id,
    then words of one's own, capitals apart."""
    counts: dict[str, int] = dict.fromkeys(options, 0)
    owned: dict[str, list[str]] = {}
    for plan in made:
        if plan.outcome:
            counts[plan.outcome] = counts.get(plan.outcome, 0) + 1
        elif plan.own:
            owned.setdefault(same(plan.own), []).append(clean(plan.own))
    outcomes = [
        Outcome(id_, clean(options.get(id_, id_)).strip() or clean(id_), n) for id_, n in counts.items() if n
    ]
    outcomes += [Outcome("", texts[-1], len(texts)) for texts in owned.values()]
    still = [clean(plan.label) for plan in made if not plan.told and not plan.aside]
    aside = sum(not plan.told and plan.aside for plan in made)
    facts = Plans(tuple(outcomes), len(made), tuple(still[:MOST]), len(still), aside, ())
    return facts._replace(words=(_sentence(facts),))


def _sentence(facts: Plans) -> str:
    if not facts.made:
        return words.PLANS_NONE
    return words.PLANS_COUNT.format(plans=counted(facts.made, words.PLANS), counts="; ".join(_counts(facts)))


def _counts(facts: Plans) -> Iterable[str]:
    for one in facts.outcomes:
        yield words.BALANCE_ITEM.format(text=one.text, n=one.plans)
    if facts.unsaid:
        yield words.PLANS_OPEN.format(n=facts.unsaid)
    if facts.aside:
        yield words.PLANS_ASIDE.format(n=facts.aside)


def open_rows(facts: Plans) -> list[str]:
    """The plans without a word yet, as lines, with how many more there are."""
    more = facts.unsaid - len(facts.open)
    return [*facts.open, *([counted(more, words.MORE)] if more else [])]
