"""The names that parts of the progress view stand on: that they exist, and that they fit.

What belongs to another pack (`pack/name`, named under `uses`) is looked at where that pack is at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.packs.references.scope import Scope
from guide.packs.references.summary import check_summary, needs_scale
from guide.steps.problems import Path, Problems, unknown

_Part = Mapping[str, Any]
_Look = Callable[[_Part, Path, Scope, Problems], None]

STEP_KINDS: Final = {
    "balance": ("choice",),
    "grid": ("grid",),
    "mix": ("choice", "choices", "yes-no"),
    "words": ("short", "choice", "choices"),
}
"""Which kinds of step each part of the progress view can be drawn from."""

BETTER: Final = ("lower", "higher", "none")
_SCALE_KINDS: Final = {
    "min": "number",
    "max": "number",
    "baseline": "number",
    "better": "choice",
    "at": "date",
}
_FROM_ITEM: Final = {"range": ("min", "max"), "better": ("better",)}


def check_views(pack: Mapping[str, Any], scope: Scope, problems: Problems) -> None:
    """Report every name in `progress:` and `summary:`, and in scales of items, that does not exist or fit."""
    for name, collection in pack.get("collections", {}).items():
        _scale(collection, ("collections", name, "scale"), problems)
    for name, series in pack.get("series", {}).items():
        _from_item(series, ("series", name), scope, problems)
    for index, part in enumerate(pack.get("progress", [])):
        look = _LOOKS.get(part.get("show", ""))
        if look is not None:
            look(part, ("progress", index), scope, problems)
    check_summary(pack, scope, problems)


def _scale(collection: Mapping[str, Any], at: Path, problems: Problems) -> None:
    """A scale reads its numbers from number fields, its direction from a choice, its date from a date."""
    fields = collection.get("fields", {})
    for key, name in collection.get("scale", {}).items():
        field = fields.get(name)
        wanted = _SCALE_KINDS.get(key, "")
        if field is None or not wanted:
            continue  # a name that does not exist is reported with the collections
        if field.get("kind", "short") != wanted:
            problems.add(
                (*at, key), f"The field '{name}' is read as a {wanted} here; it needs 'kind: {wanted}'."
            )
        elif key == "better":
            _better(name, field, (*at, key), problems)


def _better(name: str, field: Mapping[str, Any], at: Path, problems: Problems) -> None:
    other = [option for option in field.get("options", {}) if option not in BETTER]
    if other:
        problems.add(at, f"In the field '{name}': " + unknown("The option", other[0], BETTER))


def _from_item(series: Mapping[str, Any], at: Path, scope: Scope, problems: Problems) -> None:
    """`from-item` needs a collection whose items bring what is to be read from them."""
    collections = scope.pack.get("collections", {})
    for key, needed in _FROM_ITEM.items():
        if series.get(key) != "from-item":
            continue
        if "per" not in series:
            problems.add((*at, key), "'from-item' needs 'per': the collection whose items bring it.")
        elif series["per"] in collections:
            scale = collections[series["per"]].get("scale", {})
            lacking = [name for name in needed if name not in scale]
            if lacking:
                problems.add(
                    (*at, key),
                    f"The collection '{series['per']}' needs a 'scale' that names: {', '.join(lacking)}.",
                )


# -- the progress view ------------------------------------------------------------------------------------
def _series(part: _Part, at: Path, scope: Scope, problems: Problems) -> None:
    declared = _known(part, "series", "series", at, scope, problems)
    if "before" in part:
        before = _known(part, "before", "series", at, scope, problems)
        kept = [_kept_per(part[key], one) for key, one in (("series", declared), ("before", before)) if one]
        if len(kept) == 2 and kept[0] != kept[1]:
            problems.add(
                (*at, "before"),
                f"'{part['before']}' and '{part['series']}' are not kept per the same collection, so they "
                "cannot stand side by side.",
            )
    if "per" in part and _known(part, "per", "collections", at, scope, problems) is not None:
        _per(part["per"], part.get("series", ""), declared, (*at, "per"), problems)


def _per(wanted: str, name: str, series: Mapping[str, Any] | None, at: Path, problems: Problems) -> None:
    kept = _kept_per(name, series)
    if series is None or kept == wanted:
        return
    if kept:
        problems.add(at, f"The series '{name}' is kept per '{kept}', not per '{wanted}'.")
    else:
        problems.add(at, f"The series '{name}' has no 'per'; add 'per: {wanted}' to it, or leave this out.")


def _kept_per(name: str, series: Mapping[str, Any] | None) -> str:
    """The collection a series is kept by, as this pack would write it; "" for none."""
    per = str((series or {}).get("per", ""))
    return f"{name.split('/', 1)[0]}/{per}" if per and "/" in name and "/" not in per else per


def _known(
    part: _Part, key: str, group: str, at: Path, scope: Scope, problems: Problems
) -> Mapping[str, Any] | None:
    """The declaration a key names, or None: not written, reported already, or in another pack."""
    return scope.known(group, part[key], (*at, key), problems) if key in part else None


def _step(part: _Part, at: Path, scope: Scope, problems: Problems) -> None:
    if "exercise" not in part:
        return
    exercise = scope.exercise(part["exercise"], (*at, "exercise"), problems)
    if exercise is None or "step" not in part:
        return
    kinds = STEP_KINDS[part["show"]]
    steps = {step["id"]: step.get("kind", "") for step in exercise.get("steps", [])}
    kind = steps.get(part["step"])
    if kind is None:
        fitting = [name for name, one in steps.items() if one in kinds] or list(steps)
        problems.add((*at, "step"), unknown("The step", part["step"], fitting))
    elif kind and kind not in kinds:
        problems.add((*at, "step"), _misfit(part["step"], kind, f"'show: {part['show']}'", kinds))


def _misfit(name: str, kind: str, what: str, kinds: tuple[str, ...]) -> str:
    return f"The step '{name}' is a '{kind}' step; {what} needs one of: {', '.join(kinds)}."


def _collection(part: _Part, at: Path, scope: Scope, problems: Problems) -> None:
    _known(part, "collection", "collections", at, scope, problems)


def _measures(part: _Part, at: Path, scope: Scope, problems: Problems) -> None:
    declared = _known(part, "collection", "collections", at, scope, problems)
    if declared is not None:
        needs_scale(part["collection"], declared, (*at, "collection"), problems)
    series = _known(part, "series", "series", at, scope, problems)
    if (
        declared is not None
        and series is not None
        and _kept_per(part["series"], series) != part["collection"]
    ):
        problems.add(
            (*at, "series"),
            f"The series '{part['series']}' is not kept per '{part['collection']}'; add 'per: "
            f"{part['collection']}' to it, or name another one.",
        )


def _plans(part: _Part, at: Path, scope: Scope, problems: Problems) -> None:
    declared = _known(part, "collection", "collections", at, scope, problems)
    if declared is None:
        return
    fields = declared.get("fields", {})
    choices = [name for name, field in fields.items() if field.get("kind") == "choice"]
    if not choices:
        problems.add(
            (*at, "collection"),
            f"The collection '{part['collection']}' has no field of 'kind: choice' to count what became of its items.",
        )
    elif "field" in part and part["field"] not in choices:
        problems.add((*at, "field"), unknown("The choice field", part["field"], choices))


def _dates(part: _Part, at: Path, scope: Scope, problems: Problems) -> None:
    _known(part, "marker", "markers", at, scope, problems)


_LOOKS: Final[Mapping[str, _Look]] = {
    "line": _series,
    "ease": _series,
    **dict.fromkeys(STEP_KINDS, _step),
    "items": _collection,
    "measures": _measures,
    "plans": _plans,
    "dates": _dates,
}
