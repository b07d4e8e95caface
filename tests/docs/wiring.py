"""What the steps of a pack feed and read, in the names that docs/library.md uses.

Only what is written in the files of a pack is looked at; what the program itself does with a role is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from .claims import Pack

GROUPS: Final = {"series": "series", "collections": "list", "markers": "mark", "values": "value"}
"""Group of `pack.yaml` -> the word for one of its entries in the document."""

_FEEDS: Final = {"track": "series", "collect": "collections", "mark": "markers", "keep": "values"}
_PARTS: Final = {"series": "series", "before": "series", "collection": "collections", "marker": "markers"}
_SLOT: Final = re.compile(r"\{([a-z][a-z0-9-]*)\}")


class Use(NamedTuple):
    """One entry of a group, and where something is done with it."""

    group: str
    name: str
    place: str


def _pairs(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key and value at any depth."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key), inner
            yield from _pairs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(inner)


def _names(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [one for one in value or [] if isinstance(one, str)]


def fed(pack: Pack) -> list[Use]:
    """What each step feeds."""
    return [
        Use(_FEEDS[key], value, f"{name}/{step['id']}")
        for name, exercise in pack.exercises.items()
        for step in exercise["steps"]
        for key, value in _pairs(step)
        if key in _FEEDS and isinstance(value, str)
    ]


def read_by_steps(pack: Pack) -> list[Use]:
    """What each step picks from, goes through, draws or puts into its texts."""
    return [
        use
        for name, exercise in pack.exercises.items()
        for step in exercise["steps"]
        for use in _read_by(step, f"{name}/{step['id']}", pack)
    ]


def _read_by(step: Mapping[str, Any], place: str, pack: Pack) -> Iterator[Use]:
    for key, value in _pairs(step):
        if key == "from":
            yield from (Use("collections", one, place) for one in _names(value))
        elif key == "series":
            yield Use("series", str(value), place)
        elif isinstance(value, str):
            slots = (one for one in _SLOT.findall(value) if one in pack.declared["values"])
            yield from (Use("values", one, place) for one in slots)


def read_by_hints(pack: Pack) -> list[Use]:
    """What `suggest` and `needs` of each exercise look at; the place is the exercise."""
    found = []
    for name, exercise in pack.exercises.items():
        hints = exercise.get("suggest", {})
        after, held = hints.get("after", {}), hints.get("while", {})
        found += [
            Use("values", hints[key], name)
            for key in ("every", "before")
            if hints.get(key) in pack.declared["values"]
        ]
        found += [
            Use({"series": "series", "marker": "markers", "value": "values"}[key], one, name)
            for key, one in after.items()
            if key in ("series", "marker", "value")
        ]
        found += [Use("collections", held["collection"], name)] if held else []
        found += [
            Use("collections", one, name) for one in _names(exercise.get("needs", {}).get("collection"))
        ]
    return found


def read_by_views(pack: Pack) -> list[Use]:
    """What the parts of the progress view and of the prescriber's page are drawn from."""
    found = [
        Use(group, part[key], f"progress {part['show']}")
        for part in pack.declared["progress"]
        for key, group in _PARTS.items()
        if key in part
    ]
    return found + [
        Use(group, part["from"], f"page {part['part']}")
        for part in pack.declared["summary"]
        for group in GROUPS
        if part["from"] in pack.declared[group]
    ]


def draws(pack: Pack, name: str) -> set[str]:
    """The parts of the progress view that draw what one exercise noted, as `show of`."""
    feeds = {(use.group, use.name) for use in fed(pack) if use.place.startswith(f"{name}/")}
    found = set()
    for part in pack.declared["progress"]:
        own = part.get("exercise") == name
        if own or any((group, part.get(key)) in feeds for key, group in _PARTS.items()):
            of = part.get("step") or part.get("series") or part.get("collection") or part.get("marker")
            found.add(f"{part['show']} {of}")
    return found


def picked_up(pack: Pack, name: str) -> set[str]:
    """Steps of other exercises, and other exercises' hints, that read what one exercise noted."""
    feeds = {(use.group, use.name) for use in fed(pack) if use.place.startswith(f"{name}/")}
    readers = [*read_by_steps(pack), *read_by_hints(pack)]
    recalls = {
        f"{other}/{step['id']}"
        for other, exercise in pack.exercises.items()
        for step in exercise["steps"]
        if isinstance(step.get("from"), Mapping) and step["from"].get("exercise") == name
    }
    found = {use.place for use in readers if (use.group, use.name) in feeds} | recalls
    return {place for place in found if place.partition("/")[0] != name}


def suggested(exercise: Mapping[str, Any]) -> str:
    """The cadence of an exercise in words, as the document has it."""
    hints, said = exercise.get("suggest", {}), []
    if "times" in hints:
        often = "once" if hints["times"] == 1 else f"{hints['times']} times"
        said.append(f"{often} a {hints['per']}" + (f" for {hints['for']}" if "for" in hints else ""))
    if "every" in hints:
        said.append(
            f"every {hints['every']}" if " " in hints["every"] else f"as often as `{hints['every']}` says"
        )
    if "before" in hints:
        said.append(f"before `{hints['before']}`")
    for key, one in hints.get("after", {}).items():
        least = hints["after"].get("at_least")
        said += [] if key == "at_least" else [f"after `{one}`" + (f" of {least} or more" if least else "")]
    if "while" in hints:
        state = "is empty" if hints["while"].get("empty", True) else "holds something"
        said.append(f"while `{hints['while']['collection']}` {state}")
    if "enough_a_day" in hints:
        said.append(f"at most {hints['enough_a_day']} a day")
    return ", ".join(said) or "never by itself"


def needed(exercise: Mapping[str, Any]) -> str:
    """What an exercise needs to begin with, as the document has it; empty when nothing."""
    needs = exercise.get("needs")
    if not needs:
        return ""
    names = " or ".join(f"`{one}`" for one in _names(needs["collection"]))
    return f"needs {names}, which `{needs['made_by']}` makes"
