"""Repetitions of one sentence against discomfort: what was expected, what was there, and what can be said.

The rule for saying anything about a direction stands in repetitions.py. Craske and others 2008 and
2014 found that how far a rating falls does not tell how it turns out, so neither direction is a goal here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from guide.insight.chart import ACTUAL, EXPECTED, Axis, Dot, Trace, Upright, crowded, draw
from guide.insight.ease_words import SENTENCES, THINGS, Told, sentences
from guide.insight.markers import between, marker_words, starts
from guide.insight.repetitions import (
    Beside,
    Compared,
    Repetition,
    beside,
    compare,
    repetitions,
)
from guide.insight.texts import clean, counted, wrap
from guide.insight.values import NUMB, Marker, Point
from guide.words import progress as words

__all__ = [
    "SENTENCES",
    "THINGS",
    "Ease",
    "EaseAll",
    "Told",
    "ease",
    "ease_all",
    "ease_chart",
    "ease_together",
]

_STEPS = 10  # rows of the drawing: up to so many whole steps each has one of its own
LATEST = 6  # repetitions looked at for "ratings may be muted"


class Ease(NamedTuple):
    """One sentence over its repetitions. `compared` is None when there is too little to say.

    `muted` says that more than half of the latest six repetitions, rated or not, were numb; `words` is all of it in
    sentences. `earlier` counts repetitions before the days asked for: they keep their numbers and enter nothing else.
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
    earlier: int = 0


def ease(
    discomfort: Sequence[Point],
    expected: Sequence[Point],
    markers: Sequence[Marker] = (),
    told: Told = SENTENCES,
    since: str = "",
) -> Ease:
    """The repetitions of one sentence (or other item, `told`) in order, with counts and sentences.

    `discomfort` and `expected` are the points of one item; which rating before belongs to which after stands
    in `repetitions`. A rating before a round that was never said is no repetition. Only those from the local day
    `since` (ISO) on are shown and counted.
    """
    every = repetitions(discomfort, expected)
    said = tuple(one for one in every if one.day >= since)
    rated = [(repetition.day, repetition.value) for repetition in said if repetition.value is not None]
    numb = [repetition.state == NUMB for repetition in said]
    facts = Ease(
        repetitions=said,
        days=len({repetition.day for repetition in said}),
        rated=len(rated),
        numb=sum(numb),
        unrated=len(said) - len(rated) - sum(numb),
        compared=compare(rated),
        beside=beside(said),
        muted=sum(numb[-LATEST:]) * 2 > LATEST,
        markers=between(markers, said[0].day, max(one.day for one in said)) if said else (),
        words=(),
        earlier=len(every) - len(said),
    )
    return facts._replace(words=tuple(sentences(facts, rated, numb[-LATEST:], told)))


def ease_chart(
    shown: Ease,
    width: int,
    height: int = 11,
    *,
    low: float = 0,
    high: float = 10,
    today: str = "",
    ascii: bool = False,
    mark: int | None = None,
) -> list[str]:
    """The repetitions as rows of text: a dot each, by number of the repetition, never joined by a line.

    `height` counts the rows of the scale, more when a step of a short scale would share its row, because what was
    expected and what was there may lie one step apart; `low` and `high` are the series' range, `today` (ISO) decides
    whether the dates of markers need a year; a sign stands beneath the repetition with the number `mark`.
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
    ends = (said[0].number, said[-1].number) if said else (1, 1)
    axis = Axis(*ends, 6, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000), str)
    uprights = [Upright(_place(marker, said), marker_words(marker, today)) for marker in shown.markers]
    steps = high - low
    height = max(height, int(steps) + 1) if steps <= _STEPS else height
    rows = draw(
        traces,
        axis,
        width=width,
        height=height,
        low=low,
        high=high,
        uprights=uprights,
        ascii=ascii,
        mark=mark,
    )
    shared = crowded(traces, axis, width=width, height=height, low=low, high=high)
    return rows + (wrap(words.CHART_CROWDED, width) if shared else [])


def _place(marker: Marker, said: Sequence[Repetition]) -> float:
    """Between the last repetition before a marker and the first one from its day on."""
    before = [one.number for one in said if one.day < starts(marker)]
    return before[-1] + 0.5 if before else said[0].number


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
    since: str = "",
    totals: tuple[int, int, int] | None = None,
) -> EaseAll:
    """Counts per sentence (or other item, `told`), over points of many items.

    `labels` names each item id in the person's words. `totals` are the repetitions, items and days there are
    from `since` on, when the points are of some of the items only.
    """
    rows = []
    guesses = _by_item(expected)
    for item, mine in _by_item(discomfort).items():
        found = ease(mine, guesses.get(item, []), markers, told, since)
        if found.repetitions:
            label = clean(labels.get(item, "")) or told.gone
            rows.append(
                EaseRow(item, label, found, max(r.day for r in found.repetitions), _row(label, found))
            )
    rows.sort(key=lambda row: row.last_day, reverse=True)
    if not rows:
        return EaseAll((), 0, 0, (told.none,))
    counted_here = sum(len(row.ease.repetitions) for row in rows), len(rows)
    days_here = len({one.day for row in rows for one in row.ease.repetitions})
    total, items, days = totals or (*counted_here, days_here)
    count = told.total.format(
        repetitions=counted(total, words.REPETITIONS),
        sentences=counted(items, told.things),
        days=counted(days, words.DAYS),
    )
    return EaseAll(tuple(rows), total, days, (count, told.no_direction))


def ease_together(
    discomfort: Sequence[Point],
    expected: Sequence[Point],
    markers: Sequence[Marker] = (),
    since: str = "",
    before: int = 0,
) -> Ease:
    """Repetitions of any item in one row, each a dot of its own; nothing is compared or averaged, so it has no
    words. `before` counts repetitions that stand before the points given."""
    found = ease(discomfort, expected, markers, since=since)
    said = tuple(one._replace(number=one.number + before) for one in found.repetitions)
    return found._replace(repetitions=said, compared=None, words=(), earlier=found.earlier + before)


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
