"""What one entry feeds: points, items, markers, values and uses, from its frozen steps and latest answers alone.

The same function serves the end of an exercise, every edit, trash and undo, an import and a rebuild, so
that derived rows can always be made again from the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from guide.steps import KINDS
from guide.steps.base import Answer, Feed, Json, Step

Feeds = dict[str, list[dict[str, Json]]]


def empty() -> Feeds:
    """Feeds of nothing."""
    return {"point": [], "item": [], "marker": [], "value": [], "use": []}


Lookup = Callable[[str], tuple[Step, Answer] | None]


def made_here(
    frozen: Mapping[str, Step], lookup: Lookup, collections: Collection[str]
) -> dict[str, dict[str, Json]]:
    """Items of these collections (full names) that this walk has made or changed so far, by id, oldest first.

    They count from the end of the walk on; a later step of the same walk can pick them already. `lookup`
    gives the answers of earlier steps that are shown.
    """
    made: dict[str, dict[str, Json]] = {}
    homes = {name: step for name, step in frozen.items() if "home" in step or "homes" in step}
    for feed in _fed_here(homes, lookup):
        if feed.what == "item" and feed.data["collection"] in collections:
            keys = ("item", "collection", "label", "fields", "refs")
            made[feed.data["item"]] = {key: feed.data[key] for key in keys}
    return made


def noted_here(frozen: Mapping[str, Step], lookup: Lookup, series: str) -> list[dict[str, Json]]:
    """Points of a series (full name) that this walk has noted so far; they count from its end on."""
    return [
        feed.data
        for feed in _fed_here(frozen, lookup)
        if feed.what == "point" and feed.data["series"] == series
    ]


def _fed_here(frozen: Mapping[str, Step], lookup: Lookup) -> Iterator[Feed]:
    """What the answers of this walk would feed if it ended now."""

    def others(step_id: str) -> list[str]:
        found = lookup(step_id)
        return KINDS[found[0]["kind"]].items_made(*found) if found and found[1].value is not None else []

    for name, step in frozen.items():
        found = lookup(name) if step.get("kind") in KINDS else None
        if found is not None and found[1].answered:
            yield from KINDS[step["kind"]].feeds(step, found[1], "", others)


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
