"""Repetitions of one sentence against discomfort: what was expected, what was there, and what can be said.

The rule for saying anything about a direction stands in repetitions.py. Craske and others 2008 and
2014 found that how far a rating falls does not tell how it turns out, so neither direction is a goal here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from guide.insight.chart import ACTUAL, EXPECTED, Axis, Dot, Trace, Upright, draw
from guide.insight.markers import between, marker_words, starts
from guide.insight.repetitions import (
    ENOUGH_DAYS,
    ENOUGH_RATINGS,
    Beside,
    Compared,
    Repetition,
    beside,
    compare,
    repetitions,
)
from guide.insight.texts import clean, counted, number, wrap
from guide.insight.values import NUMB, Marker, Point
from guide.words import progress as words

LATEST = 6  # repetitions looked at for "ratings may be muted"


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


class Ease(NamedTuple):
    """One sentence over its repetitions. `compared` is None when there is too little to say.

    `muted` says that more than half of the latest six were numb; `words` is all of it in sentences.
    """

    repetitions: tuple[Repetition, ...]
    days: int
    rated: int
    numb: int
    unrated: int
    compared: Compared | None
    beside: Beside
    muted: bool
    markers: tuple[Marker, ...]
    words: tuple[str, ...]


def ease(
    discomfort: Sequence[Point],
    expected: Sequence[Point],
    markers: Sequence[Marker] = (),
    told: Told = SENTENCES,
) -> Ease:
    """The repetitions of one sentence (or other item, `told`) in order, with counts and sentences.

    `discomfort` and `expected` are the points of one item; which rating before belongs to which after stands
    in `repetitions`. A rating before a round that was never said is no repetition.
    """
    said = repetitions(discomfort, expected)
    rated = [(repetition.day, repetition.value) for repetition in said if repetition.value is not None]
    numb = [
        repetition.state == NUMB
        for repetition in said
        if repetition.value is not None or repetition.state == NUMB
    ]
    facts = Ease(
        repetitions=said,
        days=len({repetition.day for repetition in said}),
        rated=len(rated),
        numb=sum(numb),
        unrated=len(said) - len(numb),
        compared=compare(rated),
        beside=beside(said),
        muted=sum(numb[-LATEST:]) * 2 > LATEST,
        markers=between(markers, said[0].day, max(one.day for one in said)) if said else (),
        words=(),
    )
    return facts._replace(words=tuple(_sentences(facts, rated, numb[-LATEST:], told)))


def _sentences(
    facts: Ease, rated: Sequence[tuple[str, float]], latest: Sequence[bool], told: Told
) -> Iterable[str]:
    if not facts.repetitions:
        yield words.EASE_NONE
        return
    yield words.EASE_COUNT.format(
        repetitions=counted(len(facts.repetitions), words.REPETITIONS), days=counted(facts.days, words.DAYS)
    )
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


def ease_chart(
    shown: Ease,
    width: int,
    height: int = 11,
    *,
    low: float = 0,
    high: float = 10,
    today: str = "",
    ascii: bool = False,
) -> list[str]:
    """The repetitions as rows of text: a dot each, by number of the repetition, never joined by a line.

    `height` counts the rows of the scale; `low` and `high` are the series' range, `today` (ISO) decides
    whether the dates of markers need a year.
    """
    said = shown.repetitions
    actual = [Dot(one.number, one.value) for one in said if one.value is not None or one.state == NUMB]
    guessed = [
        Dot(one.number, one.expected)
        for one in said
        if one.expected is not None or one.expected_state == NUMB
    ]
    traces = (
        Trace(words.LEGEND_EXPECTED, EXPECTED, tuple(guessed)),
        Trace(words.LEGEND_ACTUAL, ACTUAL, tuple(actual)),
    )
    axis = Axis(1, len(said), 6, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000), str)
    uprights = [Upright(_place(marker, said), marker_words(marker, today)) for marker in shown.markers]
    rows = draw(traces, axis, width=width, height=height, low=low, high=high, uprights=uprights, ascii=ascii)
    crowded = len(said) > width - 6
    return rows + (wrap(words.CHART_CROWDED, width) if crowded else [])


def _place(marker: Marker, said: Sequence[Repetition]) -> float:
    """Between the last repetition before a marker and the first one from its day on."""
    before = sum(one.day < starts(marker) for one in said)
    return before + 0.5 if before else 1


class EaseRow(NamedTuple):
    """One sentence in the summary of all: counts only. `words` says it in a line."""

    item: str
    label: str
    ease: Ease
    last_day: str
    words: str


class EaseAll(NamedTuple):
    """All sentences side by side, the latest said first; nothing is averaged over different sentences."""

    rows: tuple[EaseRow, ...]
    repetitions: int
    days: int
    words: tuple[str, ...]


def ease_all(
    labels: Mapping[str, str],
    discomfort: Sequence[Point],
    expected: Sequence[Point],
    markers: Sequence[Marker] = (),
    told: Told = SENTENCES,
) -> EaseAll:
    """Counts per sentence (or other item, `told`), over points of many items.

    `labels` names each item id in the person's words.
    """
    rows = []
    guesses = _by_item(expected)
    for item, mine in _by_item(discomfort).items():
        found = ease(mine, guesses.get(item, []), markers, told)
        if found.repetitions:
            label = clean(labels.get(item, "")) or told.gone
            rows.append(
                EaseRow(item, label, found, max(r.day for r in found.repetitions), _row(label, found))
            )
    rows.sort(key=lambda row: row.last_day, reverse=True)
    total = sum(len(row.ease.repetitions) for row in rows)
    days = len({one.day for row in rows for one in row.ease.repetitions})
    if not rows:
        return EaseAll((), 0, 0, (told.none,))
    count = told.total.format(
        repetitions=counted(total, words.REPETITIONS),
        sentences=counted(len(rows), told.things),
        days=counted(days, words.DAYS),
    )
    return EaseAll(tuple(rows), total, days, (count, told.no_direction))


def _by_item(points: Sequence[Point]) -> dict[str, list[Point]]:
    grouped: dict[str, list[Point]] = {}
    for point in points:
        grouped.setdefault(point.item, []).append(point)
    return grouped


def _row(label: str, found: Ease) -> str:
    said = counted(len(found.repetitions), words.TIMES)
    text = words.EASE_ROW.format(label=label, times=said, days=counted(found.days, words.DAYS))
    if found.numb:
        text += words.EASE_ROW_NUMB.format(n=found.numb)
    if found.beside.rated:
        text += words.EASE_ROW_EXPECTED.format(
            less=found.beside.less, more=found.beside.more, same=found.beside.same
        )
    return text
