"""What a pack holds and touches, and how two versions of it differ: plain values that a sentence can be made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from guide.steps.fields import ID_PATTERN, TEXT

Pack = Mapping[str, Any]
Say = Callable[[Any], str]
"""A text of the pack in the language that is shown, in one line."""

KEEPS: Final = ("collections", "series", "markers", "values")
"""The groups of what a pack declares, in the order in which they are named."""
_READS: Final = frozenset(
    {
        "from", "of", "track", "collect", "mark", "keep", "series", "collection", "marker", "exercise", "exercises",
        "before", "per", "every", "made_by",
    }
)  # fmt: skip
"""Keys whose value names a series, a collection, a marker, a value or an exercise, perhaps of another pack."""
_FULL: Final = re.compile(rf"{ID_PATTERN}/{ID_PATTERN}")


class Listed(NamedTuple):
    """An exercise as it is announced."""

    id: str
    title: str
    minutes: int | None


class Holds(NamedTuple):
    """What a pack says about itself and what it does.

    `keeps` is the titles of what it declares by group; `roles` the program's own views it takes part in;
    `reads` the full names (`pack/name`) of what it reads of other packs (the checker lets no pack write to
    another's); `recalls` says that it shows earlier answers again.
    """

    id: str
    version: str
    title: str
    about: str
    license: str
    authors: list[str]
    languages: list[str]
    exercises: list[Listed]
    keeps: dict[str, list[str]]
    roles: list[str]
    uses: list[str]
    reads: list[str]
    recalls: bool


def holds(pack: Pack, say: Say) -> Holds:
    """What the pack holds."""
    own = {pack["id"], *(one["id"] for one in pack["exercises"])} - set(pack.get("uses", []))
    declared = [(group, one) for group in KEEPS for one in pack.get(group, {}).values()]
    return Holds(
        id=pack["id"],
        version=pack["version"],
        title=say(pack["title"]),
        about=say(pack.get("about")),
        license=pack.get("license", ""),
        authors=list(pack.get("authors", [])),
        languages=languages_in(pack),
        exercises=[Listed(one["id"], say(one["title"]), one.get("minutes")) for one in pack["exercises"]],
        keeps={
            group: titles
            for group in KEEPS
            if (titles := [say(one["title"]) for g, one in declared if g == group])
        },
        roles=sorted({one["role"] for _, one in declared if "role" in one}),
        uses=list(pack.get("uses", [])),
        reads=sorted(set(_foreign_names(pack, frozenset(own)))),
        recalls=any(step.get("kind") == "recall" for one in pack["exercises"] for step in one["steps"]),
    )


def languages_in(pack: Pack) -> list[str]:
    """Every language that a text of the pack has, its own first."""

    def spoken(value: Any) -> Iterator[str]:
        if isinstance(value, Mapping):
            if isinstance(value.get(TEXT), Mapping):
                yield from value[TEXT]
                return
            for one in value.values():
                yield from spoken(one)
        elif isinstance(value, list):
            for one in value:
                yield from spoken(one)

    return list(dict.fromkeys([str(pack["language"]), *sorted(set(spoken(pack)))]))


def _foreign_names(value: Any, own: frozenset[str]) -> Iterator[str]:
    """The full name of everything of other packs that is named inside a value."""
    if isinstance(value, list):
        for one in value:
            yield from _foreign_names(one, own)
    if not isinstance(value, Mapping) or TEXT in value:
        return
    for key, one in value.items():
        if key in _READS:
            names = one if isinstance(one, list) else [one]
            yield from (name for name in names if isinstance(name, str) and _foreign(name, own))
        yield from _foreign_names(one, own)


def _foreign(name: str, own: frozenset[str]) -> bool:
    """Whether a name is `pack/…` of another pack. `exercise/step` of this one looks the same."""
    return bool(_FULL.match(name)) and name.split("/", 1)[0] not in own


class Changed(NamedTuple):
    """An exercise that both versions have: how many steps are new, gone, and different."""

    title: str
    new: int
    gone: int
    other: int


class Difference(NamedTuple):
    """What another version of a pack brings and takes away. `renamed` is (title before, title now)."""

    added: list[str]
    gone: list[str]
    renamed: list[tuple[str, str]]
    changed: list[Changed]
    keeps: list[str]
    uses: list[str]
    no_longer_uses: list[str]
    reads: list[str]


def difference(old: Pack, new: Pack, say_old: Say, say: Say) -> Difference:
    """How `new` differs from `old`. Exercises and steps are matched by id, and by the ids they had before."""
    pairs = _pairs(old["exercises"], new["exercises"])
    kept = {id(one) for one, _ in pairs}
    matched = {id(one) for _, one in pairs}
    titles = [(say_old(before["title"]), say(now["title"])) for before, now in pairs]
    was, now_ = holds(old, say_old), holds(new, say)
    return Difference(
        added=[say(one["title"]) for one in new["exercises"] if id(one) not in matched],
        gone=[say_old(one["title"]) for one in old["exercises"] if id(one) not in kept],
        renamed=[pair for pair in titles if pair[0] != pair[1]],
        changed=[
            change for (before, now), (_, title) in zip(pairs, titles, strict=True)
            if any((change := _steps_changed(before["steps"], now["steps"], title))[1:])
        ],
        keeps=[
            say(one["title"]) for group in KEEPS for name, one in new.get(group, {}).items()
            if name not in old.get(group, {})
        ],
        uses=[name for name in now_.uses if name not in was.uses],
        no_longer_uses=[name for name in was.uses if name not in now_.uses],
        reads=[name for name in now_.reads if name not in was.reads],
    )  # fmt: skip


def _pairs(old: list[Pack], new: list[Pack]) -> list[tuple[Pack, Pack]]:
    """(before, now) for what is in both, in the order of now."""
    by_id = {one["id"]: one for one in old}
    pairs = []
    for now in new:
        before = next(
            (by_id.pop(name) for name in (now["id"], *now.get("formerly", [])) if name in by_id), None
        )
        if before is not None:
            pairs.append((before, now))
    return pairs


def _steps_changed(old: list[Pack], new: list[Pack], title: str) -> Changed:
    pairs = _pairs(old, new)
    other = sum(1 for before, now in pairs if _bare(before) != _bare(now))
    return Changed(title, len(new) - len(pairs), len(old) - len(pairs), other)


def _bare(step: Pack) -> dict[str, Any]:
    return {key: value for key, value in step.items() if key not in ("id", "formerly")}
