"""What is said of repetitions, in sentences; and what people wrote before and after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from guide.insight.dates import day_words
from guide.insight.repetitions import ENOUGH_DAYS, ENOUGH_RATINGS, Beside, Compared
from guide.insight.texts import clean, counted, number
from guide.words import progress as words

if TYPE_CHECKING:
    from guide.insight.ease import Ease


class Told(NamedTuple):
    """The words that depend on what is repeated."""

    none: str
    total: str
    things: tuple[str, str]
    unrated: str
    muted: str
    gone: str
    no_direction: str


SENTENCES = Told(
    words.EASE_ALL_NONE,
    words.EASE_ALL_COUNT,
    words.SENTENCES,
    words.EASE_UNRATED,
    words.RATINGS_MUTED,
    words.LABEL_GONE,
    words.NO_DIRECTION,
)
THINGS = Told(
    words.EASE_THINGS_NONE,
    words.EASE_THINGS_COUNT,
    words.THINGS,
    words.THINGS_UNRATED,
    words.THINGS_MUTED,
    words.ITEM_GONE,
    words.THINGS_NO_DIRECTION,
)
"""For anything that is no sentence: a walk, a call, a meal."""


def sentences(
    facts: Ease, rated: Sequence[tuple[str, float]], latest: Sequence[bool], told: Told
) -> Iterable[str]:
    """What can be said of the repetitions, a sentence at a time; `latest` says of the last ones which were numb."""
    if not facts.repetitions:
        yield words.EASE_NONE_NOW if facts.earlier else words.EASE_NONE
        return
    yield words.EASE_COUNT.format(
        repetitions=counted(len(facts.repetitions), words.REPETITIONS), days=counted(facts.days, words.DAYS)
    )
    if facts.earlier:
        yield counted(facts.earlier, words.EASE_EARLIER)
    if facts.numb:
        yield counted(facts.numb, words.EASE_NUMB)
    if facts.unrated:
        yield told.unrated.format(n=facts.unrated)
    if facts.muted:
        yield told.muted.format(n=sum(latest), of=len(latest))
    yield _direction(facts.compared, rated)
    yield from _expectation(facts.beside)
    if any(one.medicine for one in facts.markers):
        yield words.MEDICINE_NOTE


def _direction(compared: Compared | None, rated: Sequence[tuple[str, float]]) -> str:
    if not rated:
        return words.EASE_NO_NUMBERS
    if compared is None:
        days = {day for day, _ in rated}
        if len(rated) >= ENOUGH_RATINGS and len(days) >= ENOUGH_DAYS:
            return words.EASE_ONE_DAY
        return words.EASE_TOO_FEW.format(
            ratings=counted(len(rated), words.RATINGS), days=counted(len(days), words.DAYS)
        )
    text = (
        words.EASE_LESS
        if compared.change < 0
        else words.EASE_MORE
        if compared.change > 0
        else words.EASE_SAME
    )
    amount = abs(compared.change)
    points = counted(1, words.POINTS) if amount == 1 else words.POINTS[1].format(n=number(amount))
    return text.format(first=number(compared.first), latest=number(compared.latest), points=points)


def _expectation(counts: Beside) -> Iterable[str]:
    if counts.rated == 1:
        once = (words.EXPECTED_ONCE_LESS, words.EXPECTED_ONCE_MORE, words.EXPECTED_ONCE_SAME)
        yield once[(counts.less, counts.more, counts.same).index(1)]
    elif counts.rated:
        yield words.EXPECTED_COUNTS.format(
            n=counts.rated, less=counts.less, more=counts.more, same=counts.same
        )
    if counts.one_numb:
        yield counted(counts.one_numb, words.EXPECTED_NUMB)
    if counts.nothing:
        yield counted(counts.nothing, words.NOTHING_TWICE)


class Words(NamedTuple):
    """What was written of one round: its local day (ISO), what was expected to happen, and what did."""

    day: str
    expected: str
    happened: str


def words_rows(rounds: Sequence[Words], most: int, today: str = "") -> list[str]:
    """What was expected to happen beside what did, in the person's words, the latest first; at most so many."""
    tidy = [Words(one.day, clean(one.expected).strip(), clean(one.happened).strip()) for one in rounds]
    written = [one for one in tidy if one.expected or one.happened]
    rows = []
    for one in reversed(written[-most:] if most > 0 else []):
        expected, happened = one.expected, one.happened
        text = (
            words.SAID_BOTH if expected and happened else words.SAID_BEFORE if expected else words.SAID_AFTER
        )
        what = text.format(expected=expected, happened=happened)
        rows.append(words.DATED.format(when=day_words(one.day, today), what=what))
    more = len(written) - len(rows)
    return [*rows, *([counted(more, words.MORE)] if more else [])]
