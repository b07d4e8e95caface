"""What steps of one kind name beside what all of them may: items to pick, fields to fill, steps to recall."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.packs.references.scope import Scope
from guide.steps import KINDS
from guide.steps.problems import Path, Problems, unknown

_Step = Mapping[str, Any]
_FITS: Final = {
    "short": ("short", "long", "sentence"),
    "choice": ("choice", "yes-no"),
    "number": ("number", "scale"),
    "date": ("date",),
}
"""Kind of a collection's field -> kinds of the parts that may fill it."""


def fitting_field(part: _Step, field: _Step, at: Path, problems: Problems) -> None:
    """A part fills a field of its own kind, and a choice only with options the field has."""
    kind = field.get("kind", "short")
    if part.get("kind") and part["kind"] not in _FITS.get(kind, ()):
        if kind == "short" and "kind" not in field:
            return  # a field that says nothing of its kind takes any
        problems.add(
            at,
            f"The field keeps a '{kind}'; a '{part['kind']}' does not fit it. It takes: {', '.join(_FITS[kind])}.",
        )
        return
    if kind == "date" and part.get("approximate") and not field.get("approximate"):
        problems.add(
            (*at[:-1], "approximate"), "The field keeps whole days only; please add approximate: true to it."
        )
    if kind == "choice" and part.get("kind") == "choice" and field.get("options"):
        for name in part.get("options") or {}:
            if name not in field["options"]:
                problems.add(
                    (*at[:-1], "options", name), unknown("The option", name, field["options"]), key=True
                )


def rateable(series: _Step | None, name: str, at: Path, problems: Problems) -> None:
    """A rating is chosen from a row of numbers, which goes from 0 to 100 at the most."""
    range_ = (series or {}).get("range")
    if not isinstance(range_, Mapping):
        return
    low, high = range_.get("min", 0), range_.get("max", 10)
    if not 0 <= low < high <= 100 and low < high:
        problems.add(
            at,
            f"The series '{name}' goes from {low} to {high}; a scale goes from 0 to 100. Please use a number step.",
        )


def _pick(step: _Step, at: Path, scope: Scope, problems: Problems) -> None:
    source = step.get("from", [])
    single = isinstance(source, Mapping)
    names = [source.get("collection")] if single else source
    found = []
    for index, name in enumerate(names):
        if isinstance(name, str):
            place = (*at, "from", "collection") if single else (*at, "from", index)
            found.append(scope.known("collections", name, place, problems))
    own = step.get("own")
    if own not in (None, "true", "false") and found and found[0] and own not in found[0].get("fields", {}):
        problems.add((*at, "own"), unknown("The field", own, found[0].get("fields", {})))
    if own not in (None, "true", "false") and names and "/" in str(names[0]):
        problems.add((*at, "own"), "Words of one's own cannot be put into a collection of another pack.")
    _where(step, found, at, problems)


def _where(step: _Step, found: list[_Step | None], at: Path, problems: Problems) -> None:
    """Every field that `where` names must be in each collection; options of a choice must exist."""
    where = step.get("where") or {}
    named = [(key, where[key], (*at, "where", key)) for key in ("unanswered", "answered") if key in where]
    named += [("any_of", name, (*at, "where", "any_of", name)) for name in where.get("any_of", {})]
    for key, name, place in named:
        for collection in found:
            fields = (collection or {}).get("fields")
            if not fields:
                continue
            if name not in fields:
                problems.add(place, unknown("The field", name, fields), key=key == "any_of")
                break
            options = fields[name].get("options")
            for index, option in enumerate(where["any_of"][name] if key == "any_of" and options else []):
                if option not in options:
                    problems.add((*place, index), unknown("The option", option, options))


def _update(step: _Step, at: Path, scope: Scope, problems: Problems) -> None:
    found = [
        scope.written("collections", name, (*at, "from", index), problems)
        for index, name in enumerate(step.get("from", []))
    ]
    _where(step, found, at, problems)
    fields: dict[str, Any] = {}
    for collection in found:
        fields |= (collection or {}).get("fields", {})
    readable = bool(found) and all(collection and "fields" in collection for collection in found)
    for name, part in step.get("ask", {}).items():
        place = (*at, "ask", name)
        if "track" in part:
            series = scope.written("series", part["track"], (*place, "track"), problems)
            if part.get("kind") == "scale" and "range" not in part:
                rateable(series, part["track"], (*place, "track"), problems)
            if series and "per" not in series:
                problems.add(
                    (*place, "track"),
                    f"The series '{part['track']}' is not kept per item; please add 'per' to it.",
                )
        if name in fields:
            fitting_field(part, fields[name], (*place, "kind"), problems)
            lends = bool(fields[name].get("options"))
        else:
            lends = False
            if readable and "track" not in part:
                problems.add(
                    place,
                    unknown("The field", name, fields) + " Or say 'track', to keep it as a number.",
                    key=True,
                )
        if part.get("kind") == "choice" and "options" not in part and not lends and readable:
            problems.add(place, f"'{name}' needs options here, or a field of the collection that has some.")


def _plan(step: _Step, at: Path, scope: Scope, problems: Problems) -> None:
    fields = scope.pack.get("collections", {}).get(step.get("collect", ""), {}).get("fields")
    for name in ("cue", "action", "obstacle"):
        if fields and name in step and name not in fields:
            problems.add(
                (*at, "collect"),
                f"The collection '{step['collect']}' has no field '{name}', and a plan fills it.",
            )


def _grid(step: _Step, at: Path, scope: Scope, problems: Problems) -> None:
    if "from" in step:
        scope.known("collections", step["from"], (*at, "from"), problems)


def _chart(step: _Step, at: Path, scope: Scope, problems: Problems) -> None:
    if "series" not in step:
        return
    series = scope.known("series", step["series"], (*at, "series"), problems)
    if series and "of" in step and "per" not in series:
        problems.add(
            (*at, "of"), f"The series '{step['series']}' is not kept per item, so 'of' picks nothing from it."
        )


def _recall(step: _Step, at: Path, scope: Scope, problems: Problems) -> None:
    source = step.get("from", {})
    for index, name in enumerate(source.get("exercises", [])):
        scope.exercise(name, (*at, "from", "exercises", index), problems)
    if "exercise" not in source:
        return
    exercise = scope.exercise(source["exercise"], (*at, "from", "exercise"), problems)
    if exercise is None or "step" not in source:
        return
    steps = {one["id"]: one.get("kind", "") for one in exercise.get("steps", [])}
    place = (*at, "from", "step")
    if source["step"] not in steps:
        problems.add(place, unknown("The step", source["step"], steps))
    elif (kind := KINDS.get(steps[source["step"]])) is not None and not kind.asks:
        problems.add(place, f"The step '{source['step']}' is a '{kind.name}' step: it asks nothing.")


KIND_CHECKS: Final[Mapping[str, Callable[[_Step, Path, Scope, Problems], None]]] = {
    "pick": _pick,
    "update": _update,
    "plan": _plan,
    "grid": _grid,
    "chart": _chart,
    "recall": _recall,
}
"""Kinds that name more than any step may."""
