"""The names that parts of the summary stand on: that they exist, and that each part can be made of them.

What the page itself leaves out whatever a pack says (`journal/page_parts.py`) is said here with a remedy.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from guide.model.views import NEVER_ON_THE_PAGE, ROLE_ON_THE_PAGE, UNASKED_ON_THE_PAGE
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

_FREE: Final = "add 'free_text: true', so that the page leaves {what} out until {are} let in."
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


class _Found(NamedTuple):
    """What a part stands on: its name in the pack that has declared it, and whether that is the pack that asks."""

    name: str
    group: str
    declared: Mapping[str, Any]
    pack: Mapping[str, Any]
    own: bool


def _summary(part: _Part, at: Path, scope: Scope, problems: Problems) -> None:
    kind, name, place = part["part"], part["from"], (*at, "from")
    groups = SUMMARY_FROM[kind][0]
    pack, local = scope.pack, name
    other, _, rest = name.partition("/")
    if rest and other in scope.uses and _named(name, groups, pack) is None:
        there = scope.elsewhere(other)
        if there is None:
            return  # not at hand: names in it are taken on trust, and the page looks for itself
        pack, local = there, rest
    named = _named(local, groups, pack)
    if named is None:
        where = "The name" if pack is scope.pack else f"In the pack '{other}', the name"
        problems.add(place, _not_there(part, where, local, pack))
        return
    found = _Found(local, *named, pack, pack is scope.pack)
    said = _amiss(part, found) or _not_theirs(part, found) or _no_line(part, found) or _no_date(part, found)
    if said:
        problems.add(place, said)
        return
    if kind == "measures":
        needs_scale(name, found.declared, place, problems)
    _waiting(part, found, at, problems)


def _amiss(part: _Part, found: _Found) -> str:
    """Why nothing of this kind, or nothing with this in it, can be on the page; empty when it can."""
    groups, kinds, what = SUMMARY_FROM[part["part"]]
    step = found.group == "steps" and found.declared.get("kind") in ("", *kinds)
    if found.group not in groups and not step:
        return f"'part: {part['part']}' stands on {what}; '{part['from']}' is {_called(found)}."
    if _kept_private(found):
        return f"What '{part['from']}' holds never goes on the page for a prescriber; please leave it out."
    return ""


def _not_theirs(part: _Part, found: _Found) -> str:
    """Why this part cannot stand on something of another pack; empty when it can."""
    name, kind = part["from"], part["part"]
    role = ROLE_ON_THE_PAGE.get(kind)
    if found.own or (role is not None and found.declared.get("role") == role):
        return ""
    if role is not None:
        where = f"'{name}' belongs to another pack, where it has no 'role: {role}';"
        return f"{where} please name one that has it, or one of your own."
    if found.group == "steps":
        where = (
            f"'{name}' is a step of another pack, and 'part: {kind}' stands on steps of its own pack only;"
        )
        return f"{where} please ask it in a step of your own."
    return ""


def _no_line(part: _Part, found: _Found) -> str:
    """Why a series cannot be one line of numbers; empty when it can."""
    if found.group != "series" or "per" not in found.declared:
        return ""
    kept = f"The series '{part['from']}' is kept per '{found.declared['per']}', so it is several lines;"
    return f"{kept} 'part: {part['part']}' needs a series without 'per'."


def _no_date(part: _Part, found: _Found) -> str:
    """Why no date can be read from a value; empty when one can, or when nothing is known of it."""
    kinds = [step.get("kind", "date") for step in _keeping(found)] if part["part"] == "since" else []
    if not kinds or "date" in kinds:
        return ""
    kept = f"The value '{part['from']}' is kept by a '{kinds[0]}' step;"
    return f"{kept} a date is read from it here, so a 'date' step has to keep it."


def _waiting(part: _Part, found: _Found, at: Path, problems: Problems) -> None:
    """Report what does not wait to be let in and should, and what cannot wait."""
    name, kind, free = part["from"], part["part"], part.get("free_text")
    if kind in UNASKED_ON_THE_PAGE:
        if free:
            text = f"'part: {kind}' stands on the page unasked and cannot be let in; please leave 'free_text' out."
            problems.add((*at, "free_text"), text)
    elif free:
        return
    elif SUMMARY_FROM[kind][0] == _WORDED and _own_words(found.group, found.declared):
        problems.add(at, f"'{name}' holds a person's own words; {_FREE.format(what='them', are='they are')}")
    elif kind in ("since", "before") and not found.own:
        problems.add(at, f"'{name}' is kept by another pack; {_FREE.format(what='it', are='it is')}")
    elif kind == "before" and not all(map(_one_option, _keeping(found))):
        text = f"'{name}' can hold something else than one option of a 'choice' step without 'other';"
        problems.add(at, f"{text} {_FREE.format(what='it', are='it is')}")


def _one_option(step: Mapping[str, Any]) -> bool:
    """Whether an answer can only be one option, in the pack's own words."""
    return step.get("kind", "choice") == "choice" and not step.get("other")


def _keeping(found: _Found) -> list[Mapping[str, Any]]:
    """The steps that keep a value, in the pack that has declared it."""
    if found.group != "values":
        return []
    exercises = found.pack.get("exercises", [])
    return [step for one in exercises for step in one.get("steps", []) if step.get("keep") == found.name]


def _named(
    name: str, groups: tuple[str, ...], pack: Mapping[str, Any]
) -> tuple[str, Mapping[str, Any]] | None:
    """What a name means in a pack: a declaration of a fitting group first, then of any, then a step `exercise/step`."""
    for group in (*groups, *_GROUPS):
        declared = pack.get(group, {})
        if name in declared:
            return group, declared[name]
    step = _steps(pack).get(name)
    return ("steps", step) if step is not None else None


def _steps(pack: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {
        f"{exercise['id']}/{step['id']}": step
        for exercise in pack.get("exercises", [])
        for step in exercise.get("steps", [])
    }


def _not_there(part: _Part, where: str, name: str, pack: Mapping[str, Any]) -> str:
    groups, kinds, what = SUMMARY_FROM[part["part"]]
    known = [name for group in groups for name in pack.get(group, {})]
    known += sorted(name for name, step in _steps(pack).items() if step.get("kind") in kinds)
    return unknown(where, name, known) + f" 'part: {part['part']}' stands on {what}."


def _called(found: _Found) -> str:
    if found.group == "steps":
        return f"a '{found.declared.get('kind')}' step"
    called = {"series": "a series", "collections": "a collection", "markers": "a marker", "values": "a value"}
    return called[found.group]


def _kept_private(found: _Found) -> bool:
    """Whether it holds sentences, credit, discomfort or people, by its role or by that of what it collects into."""
    if found.group in ("steps", "values"):
        steps = [found.declared] if found.group == "steps" else _keeping(found)
        lists = [found.pack.get("collections", {}).get(step.get("collect", ""), {}) for step in steps]
        return any(one.get("role") in NEVER_ON_THE_PAGE["collections"] for one in lists)
    return found.declared.get("role") in NEVER_ON_THE_PAGE.get(found.group, ())


def _own_words(group: str, declared: Mapping[str, Any]) -> bool:
    """Whether words of one's own can be in there: all but a choice among the pack's own options."""
    return (
        group != "steps" or declared.get("kind") not in ("choice", "choices") or bool(declared.get("other"))
    )
