"""Then and now, in the person's own words, and which of their sentences draw on them.

Nothing here assumes that things got better: something kept going needs no "then" (care rule 23).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from guide.insight.texts import clean, counted, listed
from guide.words import progress as words

THEN, NOW, WHERE = "then", "now", "where"


class Fact(NamedTuple):
    """An item of a collection with the role evidence: `fields` by name, `day` (ISO) when it was noted."""

    id: str
    label: str
    fields: Mapping[str, Any]
    day: str = ""


class Sentence(NamedTuple):
    """An item of a collection with the role sentences: `refs` are the ids of the facts it draws on."""

    id: str
    text: str
    refs: Sequence[str]


class Pair(NamedTuple):
    """One fact as it is shown. `then` and `where` are "" when not noted; `used_in` holds the texts of the
    sentences that draw on it; `rows` are the lines to show, in order."""

    id: str
    then: str
    now: str
    where: str
    day: str
    used_in: tuple[str, ...]
    rows: tuple[str, ...]


class Credit(NamedTuple):
    """All facts in the order given. `pairs` have a then and a now, `kept_going` a now alone."""

    rows: tuple[Pair, ...]
    pairs: int
    kept_going: int
    used: int
    words: tuple[str, ...]


def credit(facts: Sequence[Fact], sentences: Sequence[Sentence] = ()) -> Credit:
    """Facts as rows to show, with counts. A fact without the fields then and now shows its label as now."""
    used: dict[str, list[str]] = {}
    for sentence in sentences:
        for ref in dict.fromkeys(sentence.refs):
            used.setdefault(ref, []).append(clean(sentence.text))
    rows = tuple(_pair(fact, tuple(used.get(fact.id, ()))) for fact in facts)
    pairs = sum(bool(row.then) for row in rows)
    return Credit(
        rows, pairs, len(rows) - pairs, sum(bool(row.used_in) for row in rows), counts(pairs, len(rows))
    )


def _pair(fact: Fact, used_in: tuple[str, ...]) -> Pair:
    then, now, where = (_field(fact, name) for name in (THEN, NOW, WHERE))
    now = now or clean(fact.label).strip()
    rows = [words.THEN.format(then=then) if then else words.THEN_MISSING, words.NOW.format(now=now)]
    if where:
        rows.append(words.WHERE.format(where=where))
    rows.append(
        words.USED.format(used=counted(len(used_in), words.IN_SENTENCES)) if used_in else words.NOT_USED
    )
    return Pair(fact.id, then, now, where, fact.day, used_in, tuple(rows))


def _field(fact: Fact, name: str) -> str:
    value = fact.fields.get(name)
    return "" if value is None else clean(str(value)).strip()


def counts(pairs: int, total: int) -> tuple[str, ...]:
    """How many facts have a then and a now, and how many a now alone, in a sentence."""
    if not total:
        return (words.CREDIT_NONE,)
    parts = [counted(pairs, words.PAIRS)] if pairs else []
    if total - pairs:
        parts.append(counted(total - pairs, words.KEPT_GOING))
    return (f"{listed(parts, words.AND)}.",)
