"""The names that parts of the summary stand on: that they exist, and that each part can be made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guide.model.views import NEVER_ON_THE_PAGE
from guide.packs.references.scope import Scope
from guide.steps.problems import Path, Problems, unknown

_Part = Mapping[str, Any]
_WORDED: Final = ("collections", "values")
_WORD_STEPS: Final = ("short", "long", "choice", "choices", "list")
_OWN_WORDS: Final = (_WORDED, _WORD_STEPS, "a collection, a value, or a step of words, written exercise/step")
_VALUE: Final = (("values",), (), "a value")
SUMMARY_FROM: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...], str]]] = {
    "medicine": (("markers",), (), "a marker"),
    "flatness": (("series",), (), "a series"),
    "mood": (("series",), (), "a series"),
    "sides": ((), ("choice",), "a choice step, written exercise/step"),
    "words": ((), ("grid",), "a grid step, written exercise/step"),
    "measures": (("collections",), (), "a collection with a 'scale'"),
    **dict.fromkeys(("since", "before", "taking", "not-as-prescribed", "effects"), _VALUE),
    **dict.fromkeys(("sentence", "questions", "substances", "through", "costs", "glad", "want"), _OWN_WORDS),
}
"""By part of the summary: the groups its `from` may name, the kinds of step, and both in words."""

_GROUPS: Final = ("series", "collections", "markers", "values")


def check_summary(pack: Mapping[str, Any], scope: Scope, problems: Problems) -> None:
    """Report every `from` in `summary:` that does not exist, does not fit its part, or hides own words."""
    for index, part in enumerate(pack.get("summary", [])):
        if part.get("part") in SUMMARY_FROM and "from" in part:
            _summary(part, ("summary", index), scope, problems)


def needs_scale(name: str, declared: Mapping[str, Any], at: Path, problems: Problems) -> None:
    """Report a collection whose items bring no range and no direction of their own."""
    if "scale" not in declared:
        problems.add(
            at, f"The collection '{name}' has no 'scale', so its items bring no range and no direction."
        )


def _summary(part: _Part, at: Path, scope: Scope, problems: Problems) -> None:
    groups, kinds, what = SUMMARY_FROM[part["part"]]
    name, place = part["from"], (*at, "from")
    found = _named(name, groups, kinds, scope)
    if found is None:
        if not _elsewhere(name, scope):
            problems.add(place, _not_there(part, scope, what))
        return
    group, declared = found
    fits = group in groups or (group == "steps" and declared.get("kind") in ("", *kinds))
    if not fits:
        problems.add(
            place, f"'part: {part['part']}' stands on {what}; '{name}' is {_called(group, declared)}."
        )
        return
    if _kept_private(group, declared, scope):
        problems.add(
            place, f"What '{name}' holds never goes on the page for a prescriber; please leave it out."
        )
        return
    if part["part"] == "measures":
        needs_scale(name, declared, place, problems)
    if groups == _WORDED and not part.get("free_text") and _own_words(group, declared):
        problems.add(
            at,
            f"'{name}' holds a person's own words; add 'free_text: true', so that the page leaves them out until "
            "they are let in.",
        )


def _named(
    name: str, groups: tuple[str, ...], kinds: tuple[str, ...], scope: Scope
) -> tuple[str, Mapping[str, Any]] | None:
    """What a name means: a declaration of a fitting group first, then of any, then a step `exercise/step`."""
    for group in (*groups, *_GROUPS):
        declared = scope.pack.get(group, {})
        if name in declared:
            return group, declared[name]
    step = _steps(scope).get(name)
    return ("steps", step) if step is not None else None


def _steps(scope: Scope) -> dict[str, Mapping[str, Any]]:
    return {
        f"{exercise['id']}/{step['id']}": step
        for exercise in scope.pack.get("exercises", [])
        for step in exercise.get("steps", [])
    }


def _elsewhere(name: str, scope: Scope) -> bool:
    return "/" in name and name.split("/", 1)[0] in scope.uses


def _not_there(part: _Part, scope: Scope, what: str) -> str:
    groups, kinds, _ = SUMMARY_FROM[part["part"]]
    known = [name for group in groups for name in scope.pack.get(group, {})]
    known += sorted(name for name, step in _steps(scope).items() if step.get("kind") in kinds)
    return unknown("The name", part["from"], known) + f" 'part: {part['part']}' stands on {what}."


def _called(group: str, declared: Mapping[str, Any]) -> str:
    if group == "steps":
        return f"a '{declared.get('kind')}' step"
    return {"series": "a series", "collections": "a collection", "markers": "a marker", "values": "a value"}[
        group
    ]


def _kept_private(group: str, declared: Mapping[str, Any], scope: Scope) -> bool:
    """Whether it holds sentences, credit, discomfort or people, by its role or by that of what it collects into."""
    if group == "steps":
        found = scope.pack.get("collections", {}).get(declared.get("collect", ""), {})
        return found.get("role") in NEVER_ON_THE_PAGE["collections"]
    return declared.get("role") in NEVER_ON_THE_PAGE.get(group, ())


def _own_words(group: str, declared: Mapping[str, Any]) -> bool:
    """Whether words of one's own can be in there: all but a choice among the pack's own options."""
    return (
        group != "steps" or declared.get("kind") not in ("choice", "choices") or bool(declared.get("other"))
    )
