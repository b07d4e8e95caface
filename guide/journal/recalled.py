"""What a `recall` step shows: earlier answers to one step, or how often exercises were done, as lines."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from guide.insight.dates import day_words
from guide.journal.library import Library
from guide.steps import KINDS
from guide.steps.base import GIVEN, Answer, Step
from guide.steps.filters import days_of
from guide.steps.recall import LAST_TIME
from guide.store import derived, pages
from guide.store.database import Store
from guide.store.records import StepAnswer
from guide.words.look import RECALL_COUNT, RECALL_DATED, RECALL_TIMES

LIST_MOST: Final = 12
_ENTRIES_MOST: Final = 400


def lines(
    store: Store, library: Library, exercise: str, step: Step, today: str, entry: str = ""
) -> list[str]:
    """The lines, newest first; none when there is nothing yet. `exercise` is the one that asks (`pack/id`).

    `entry` is the walk that asks: behind `m` it has ended already, and it is nothing from before.
    """
    source = step["from"]
    pack = exercise.split("/")[0]
    since = _since(store, exercise, str(step.get("since", "")), today, entry)
    if "exercise" in source:
        name = source["exercise"] if "/" in source["exercise"] else f"{pack}/{source['exercise']}"
        found = _answers(store, library, name, source["step"], since, entry)
        return _shown(found, str(step.get("show", "latest")), today)
    wanted = [one if "/" in one else f"{pack}/{one}" for one in source.get("exercises", [])]
    rows = [
        row
        for row in pages.page(store, since=since or None, limit=_ENTRIES_MOST)
        if row.id != entry and (row.exercise in wanted or (not wanted and row.exercise.split("/")[0] == pack))
    ]
    counts = Counter(row.exercise for row in rows)
    titles = {row.exercise: row.title for row in reversed(rows)}
    return [
        (RECALL_TIMES[0] if times == 1 else RECALL_TIMES[1]).format(title=titles[name], n=times)
        for name, times in counts.most_common(LIST_MOST)
    ]


def _since(store: Store, exercise: str, since: str, today: str, entry: str) -> str:
    """The first local day that counts, or empty for all. The day of the last time is itself included."""
    if since == LAST_TIME:
        rows = [row for row in pages.page(store, exercise=exercise, limit=2) if row.id != entry]
        return rows[0].day if rows else ""
    return pages.shifted(today, -days_of(since)) if since else ""


def _answers(
    store: Store, library: Library, exercise: str, step: str, since: str, entry: str
) -> list[StepAnswer]:
    """The answers given, oldest first, under every name the step has had."""
    found = [
        one
        for name in library.former_names(exercise, step)
        for one in derived.answers_of(store, name[0], name[1], since=since or None)
        if one.state == GIVEN and one.entry != entry
    ]
    return sorted(found, key=lambda one: one.at)


def _shown(found: list[StepAnswer], show: str, today: str) -> list[str]:
    if not found:
        return []
    if show == "counts":
        return _counts(found)
    if show == "latest":
        return [_words(found[-1])]
    return [
        RECALL_DATED.format(day=day_words(one.day, today), words=_words(one))
        for one in reversed(found[-LIST_MOST:])
    ]


def _counts(found: list[StepAnswer]) -> list[str]:
    counts: Counter[str] = Counter()
    for one in found:
        kind = KINDS.get(one.frozen.get("kind", ""))
        several = isinstance(one.value, list) and kind is not None
        counts.update(kind.review(one.frozen, _given(one)) if several and kind else [_words(one)])
    return [RECALL_COUNT.format(words=words, n=n) for words, n in counts.most_common(LIST_MOST)]


def _words(one: StepAnswer) -> str:
    kind = KINDS.get(one.frozen.get("kind", ""))
    return kind.words(one.frozen, _given(one)) if kind else str(one.value)


def _given(one: StepAnswer) -> Answer:
    value: Any = one.value
    return Answer(one.state, value)
