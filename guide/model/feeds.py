"""What one entry feeds: points, items, markers and values, from its frozen steps and latest answers alone.

The same function serves the end of an exercise, every edit, trash and undo, an import and a rebuild, so
that derived rows can always be made again from the answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.steps import KINDS
from guide.steps.base import Answer, Json, Step

Feeds = dict[str, list[dict[str, Json]]]


def empty() -> Feeds:
    """Feeds of nothing."""
    return {"point": [], "item": [], "marker": [], "value": []}


def feeds_of(steps: Sequence[tuple[Step, Answer, str]], hidden: frozenset[str] = frozenset()) -> Feeds:
    """Feeds of one entry.

    `steps` are (frozen step, latest answer, when it was given, UTC); steps in `hidden` feed nothing. A step
    of a kind this version does not know feeds nothing and harms nothing.
    """
    result = empty()
    by_id: Mapping[str, tuple[Step, Answer]] = {
        frozen["id"]: (frozen, answer) for frozen, answer, _ in steps if frozen["id"] not in hidden
    }

    def others(step_id: str) -> list[str]:
        found = by_id.get(step_id)
        if found is None or not found[1].answered or found[1].value is None:
            return []
        return KINDS[found[0]["kind"]].items_made(*found)

    for frozen, answer, at in steps:
        kind = KINDS.get(frozen["kind"])
        if kind is None or frozen["id"] in hidden or not answer.answered:
            continue
        for feed in kind.feeds(frozen, answer, at, others):
            result[feed.what].append(feed.data)
    return result
