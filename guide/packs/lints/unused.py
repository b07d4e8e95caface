"""What stands in a pack and does nothing: names that nothing uses, options and keys that nobody can use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.model.piping import slots
from guide.packs.lints.domains import range_of
from guide.steps.base import Step
from guide.steps.fields import TEXT
from guide.steps.problems import Path, Problems

_GROUPS: Final = {
    "doors": "The door", "series": "The series", "collections": "The collection", "markers": "The marker",
    "values": "The value", "sources": "The source",
}  # fmt: skip
_PROSE: Final = frozenset(
    {
        "id",
        "title",
        "about",
        "purpose",
        "why",
        "prompt",
        "help",
        "text",
        "cite",
        "says",
        "limits",
        "url",
        "label",
    }
)
"""Keys whose words name nothing but by a `{slot}`."""
_ONE_OPTION: Final = (
    "There is only one option here, so nothing to choose. A 'text' step says something without asking."
)
_FILLING: Final = {"collect": "collections", "track": "series", "mark": "markers"}
_FILLS: Final = {"collections": "collects into it", "series": "tracks it", "markers": "marks it"}
_GRID_KEYS: Final = {"o": "opens a word of one's own", "a": "shows all rows"}
"""Keys that a grid uses for itself."""


def one_option(pack: Mapping[str, Any], problems: Problems, *, built_in: bool) -> None:
    """Warn of a choice that offers one option and no words of one's own."""
    for number, exercise in enumerate(pack.get("exercises", [])):
        for place, step in enumerate(exercise.get("steps", [])):
            if step.get("kind") == "choice" and len(step.get("options") or {}) == 1 and not step.get("other"):
                problems.warn(("exercises", number, "steps", place, "options"), _ONE_OPTION, key=True)


def unused(pack: Mapping[str, Any], problems: Problems, *, built_in: bool) -> None:
    """Warn of every declaration that nothing in the pack uses.

    A role is a use: the program's own views look for it. An exercise without steps is one that could not be
    read as a whole; whatever it uses is not known, so nothing is said then.
    """
    if not all(exercise.get("steps") for exercise in pack.get("exercises", [])):
        return
    declared = {
        (group, name)
        for group in _GROUPS
        if not (
            built_in and group == "doors"
        )  # the home screen has its doors before something is behind each
        for name, one in pack.get(group, {}).items()
        if "role" not in one
    }
    others = list(pack.get("uses", []))
    idle = _never_named(pack, {name for _, name in declared} | {f"{name}/" for name in others})
    for group, name in sorted(declared):
        if name in idle:
            verb = "cites" if group == "sources" else "uses"
            text = f"{_GROUPS[group]} '{name}' is declared, but nothing in this pack {verb} it."
            problems.warn((group, name), text, key=True)
    for index, name in enumerate(others):
        if f"{name}/" in idle:
            problems.warn(
                ("uses", index), f"The pack '{name}' stands under 'uses', but nothing here reads it."
            )


def unfed(pack: Mapping[str, Any], problems: Problems, *, built_in: bool) -> None:
    """Warn of lists, lines, dates and days that something shows or asks for, and that no step of the pack ever fills.

    Another pack may read them, never write to them. What nothing names at all is told by `unused`.
    """
    exercises = pack.get("exercises", [])
    if not all(exercise.get("steps") for exercise in exercises):
        return
    fed = {pair for exercise in exercises for step in exercise["steps"] for pair in _fed(step)}
    idle = {
        (group, name)
        for group in _FILLS
        for name, one in pack.get(group, {}).items()
        if (group, name) not in fed and "role" not in one
    }
    never = _never_named(pack, {name for _, name in idle}) if idle else set()
    for group, name in sorted(idle):
        if name not in never:
            text = f"{_GROUPS[group]} '{name}' is used, but no step of this pack {_FILLS[group]}, so it stays empty."
            problems.warn((group, name), text, key=True)
    _no_day(pack, problems)


def _no_day(pack: Mapping[str, Any], problems: Problems) -> None:
    """Warn of a suggestion around a date that no step of the pack ever keeps."""
    exercises = pack.get("exercises", [])
    kept = {step.get("keep") for exercise in exercises for step in exercise["steps"]}
    for number, exercise in enumerate(exercises):
        suggest = exercise.get("suggest", {})
        named = {
            ("before",): suggest.get("before"),
            ("after", "value"): suggest.get("after", {}).get("value"),
        }
        for keys, name in named.items():
            if name in pack.get("values", {}) and name not in kept:
                remedy = f"a 'date' step with 'keep: {name}' does."
                text = f"No step of this pack keeps '{name}', so there is never a date; {remedy}"
                problems.warn(("exercises", number, "suggest", *keys), text)


def _fed(step: Step) -> Iterator[tuple[str, str]]:
    """What a step fills: (group, name)."""
    for key, group in _FILLING.items():
        if key in step:
            yield group, step[key]
    source = step.get("from")
    if "own" in step and step["own"] not in ("true", "false") and source:
        yield "collections", source["collection"] if isinstance(source, Mapping) else source[0]
    for key in ("before", "after", "believable", "ask"):
        inner = step.get(key) or {}
        for part in (inner, *inner.values()) if isinstance(inner, Mapping) else ():
            if isinstance(part, Mapping) and "track" in part:
                yield "series", part["track"]


def _never_named(pack: Mapping[str, Any], names: set[str]) -> set[str]:
    """Those of the names that stand nowhere: not as a value that is no prose, not in a slot of one that is.

    A name that ends with a slash is that of another pack, and stands before names of its own.
    """
    left: list[tuple[str, Any]] = [("", pack)]
    names = set(names)
    while left and names:
        key, value = left.pop()
        if isinstance(value, str):
            if key not in _PROSE:
                names.discard(value)
                names.discard(value[: value.find("/") + 1])
            if "{" in value:
                names.difference_update(slot.split(".", 1)[0] for slot in slots(value))
        elif isinstance(value, dict):
            if TEXT in value:
                names.difference_update(slot.split(".", 1)[0] for slot in slots(value))
            else:
                left += value.items()
        elif isinstance(value, list):
            left += [(key, one) for one in value]
    return names


def unusable(pack: Mapping[str, Any], problems: Problems, *, built_in: bool) -> None:
    """Warn of options that can never be chosen, keys that do nothing, and answers that never come."""
    for number, exercise in enumerate(pack.get("exercises", [])):
        for index, step in enumerate(exercise.get("steps", [])):
            at: Path = ("exercises", number, "steps", index)
            kind = step.get("kind")
            if kind == "choices":
                _choices(step, at, problems)
            elif kind == "grid":
                _grid(step, at, problems)
            elif kind == "rehearse" and "strong" in step:
                _strong(step, at, pack.get("series", {}), problems)


def _choices(step: Step, at: Path, problems: Problems) -> None:
    options = step.get("options") or {}
    alone = [name for name in dict.fromkeys(step.get("exclusive") or []) if name in options]
    if not alone:
        return
    least = (step.get("pick") or {}).get("min", 0)
    together = len(options) - len(alone) + (1 if step.get("other") else 0)
    if len(options) > 1 and len(alone) == len(options):
        problems.warn(
            (*at, "exclusive"), "Every option stands alone here, which is what a 'choice' step is for."
        )
    elif 1 < least <= together:
        for name in alone:
            text = f"'{name}' stands alone, but at least {least} have to be chosen, so it never can be."
            problems.warn((*at, "exclusive", list(step["exclusive"]).index(name)), text)
    elif least > max(1, together):
        text = f"'min' is {least}, but only {together} can be chosen together: the others stand alone."
        problems.warn((*at, "pick", "min"), text)


def _grid(step: Step, at: Path, problems: Problems) -> None:
    for name, column in (step.get("columns") or {}).items():
        key = str(column.get("key", ""))
        place = (*at, "columns", name, "key")
        if key in _GRID_KEYS:
            problems.warn(place, f"The key '{key}' {_GRID_KEYS[key]} in a grid, so it would choose nothing.")
        elif key.isdigit():
            problems.warn(place, "Digits choose by place; please use a letter or a sign.")


def _strong(step: Step, at: Path, series: Mapping[str, Any], problems: Problems) -> None:
    rate = (step.get("after") or {}).get("rate")
    ends = range_of(rate, series) if isinstance(rate, Mapping) else None
    at_least = step["strong"].get("at_least", 0)
    if ends is not None and at_least > ends[1]:
        text = f"The rating goes up to {ends[1]:g}, so 'at_least: {at_least}' never comes."
        problems.warn((*at, "strong", "at_least"), text)
