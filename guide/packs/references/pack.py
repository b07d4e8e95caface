"""What must fit together across a pack: ids once, names that exist, conditions and pipes that can be met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.model import conditions
from guide.model.pack import BUILT_IN_ONLY, FORMAT
from guide.model.piping import slots
from guide.packs.references.scope import Look, Scope, nobody
from guide.packs.references.steps import check_step
from guide.packs.references.suggest import check_suggest
from guide.packs.references.views import check_views
from guide.steps.fields import TEXT
from guide.steps.problems import Path, Problems, unknown

_RESERVED: Final = frozenset(
    {"con", "nul", "aux", "prn", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)


def check_pack(pack: Mapping[str, Any], problems: Problems, *, built_in: bool, look: Look = nobody) -> None:
    """Report every name that does not exist and every id that is used twice. Never raises.

    `look` finds other packs that this one reads, where they are at hand.
    """
    if pack.get("format", FORMAT) != FORMAT:
        problems.add(
            ("format",),
            f"This pack is made for a newer version of the program (format {pack['format']}, known: {FORMAT}).",
        )
    if pack.get("id") in _RESERVED:
        problems.add(
            ("id",), f"'{pack['id']}' cannot be the name of a folder everywhere; please choose another id."
        )
    if pack.get("id") == "core" and not built_in:
        problems.warn(
            ("id",), "'core' is the pack that comes with the program; please choose another id for yours."
        )
    scope = Scope(pack, built_in, look)
    _declarations(pack, scope, problems, built_in)
    _exercises(pack, scope, problems)
    check_views(pack, scope, problems)
    _languages(pack, problems)


def _declarations(pack: Mapping[str, Any], scope: Scope, problems: Problems, built_in: bool) -> None:
    for name, series in pack.get("series", {}).items():
        if "per" in series:
            scope.known("collections", series["per"], ("series", name, "per"), problems)
        from guide.steps.scale import check_range

        check_range(series.get("range"), ("series", name, "range"), problems)
    for name, collection in pack.get("collections", {}).items():
        fields = collection.get("fields", {})
        for slot in slots(collection.get("label")):
            if slot not in fields:
                problems.add(("collections", name, "label"), unknown("The field", slot, fields))
        for key, field in collection.get("scale", {}).items():
            if field not in fields:
                problems.add(("collections", name, "scale", key), unknown("The field", field, fields))
        if collection.get("role") in BUILT_IN_ONLY and not built_in:
            problems.add(
                ("collections", name, "role"),
                f"The role '{collection['role']}' belongs to the pack that comes with the program.",
            )


def _exercises(pack: Mapping[str, Any], scope: Scope, problems: Problems) -> None:
    seen: dict[str, int] = {}
    for number, exercise in enumerate(pack.get("exercises", [])):
        path: Path = ("exercises", number)
        for name in [exercise["id"], *exercise.get("formerly", [])]:
            if name in seen:
                problems.add((*path, "id"), f"The exercise id '{name}' is used twice in this pack.")
            seen[name] = number
        _exercise(exercise, path, scope, problems)


def _exercise(exercise: Mapping[str, Any], path: Path, scope: Scope, problems: Problems) -> None:
    if "door" in exercise and scope.pack.get("doors"):
        scope.known("doors", exercise["door"], (*path, "door"), problems)
    for index, source in enumerate(exercise.get("cites", [])):
        scope.known("sources", source, (*path, "cites", index), problems)
    if exercise.get("role") in BUILT_IN_ONLY and not scope.built_in:
        problems.add(
            (*path, "role"), f"The role '{exercise['role']}' belongs to the pack that comes with the program."
        )
    needs = exercise.get("needs", {})
    for index, name in enumerate(needs.get("collection", [])):
        scope.known("collections", name, (*path, "needs", "collection", index), problems)
    if "made_by" in needs:
        scope.exercise(needs["made_by"], (*path, "needs", "made_by"), problems)
    check_suggest(exercise.get("suggest", {}), (*path, "suggest"), scope, problems)
    _steps(exercise.get("steps", []), path, scope, problems)


def _steps(steps: list[Mapping[str, Any]], path: Path, scope: Scope, problems: Problems) -> None:
    earlier: dict[str, Mapping[str, Any]] = {}
    order = {step["id"]: index for index, step in enumerate(steps)}
    for index, step in enumerate(steps):
        at = (*path, "steps", index)
        if step["id"] in earlier:
            problems.add((*at, "id"), f"The step id '{step['id']}' is used twice in this exercise.")
        if "when" in step:  # what is not among the earlier ones and yet in the order comes later
            conditions.check(step["when"], (*at, "when"), earlier, order, problems)
        check_step(step, at, earlier, order, scope, problems)
        earlier[step["id"]] = step


def _languages(pack: Mapping[str, Any], problems: Problems) -> None:
    """Warn where a text lacks a language that others have: it will be shown in another one."""
    found = list(_texts(pack, ()))
    every = {language for _, texts in found for language in texts} | {pack.get("language", "en")}
    for path, texts in found:
        lacking = sorted(every - set(texts))
        if lacking:
            problems.warn(
                path, f"This text has no version in: {', '.join(lacking)}. Another language is shown instead."
            )


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, Mapping[str, str]]]:
    if isinstance(value, dict):
        if TEXT in value and isinstance(value[TEXT], dict):
            yield path, value[TEXT]
            return
        for key, one in value.items():
            yield from _texts(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _texts(one, (*path, index))
