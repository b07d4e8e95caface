"""The names one step uses: collections, series, values, earlier steps, slots in its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.model.conditions import part_names, split
from guide.model.piping import NOT_PROSE, slots
from guide.packs.references.kinds import KIND_CHECKS, fitting_field, rateable
from guide.packs.references.scope import Scope
from guide.steps import KINDS
from guide.steps.fields import TEXT
from guide.steps.problems import Path, Problems, unknown
from guide.steps.text import OFFER_PAGES

Steps = Mapping[str, Mapping[str, Any]]

_WRITES: Final = (("track", "series"), ("mark", "markers"), ("keep", "values"))
_EARLIER: Final = (
    ("of", ("pick", "sentence", "list", "plan", "update")),
    ("evidence", ("pick",)),
    ("sentence", ("pick", "sentence")),
    ("for", ("pick",)),
)
"""Keys that name an earlier step, and the kinds of step they can stand on."""
_SIDES: Final = frozenset({"before", "after", "believable"})
_OWN_SLOTS: Final = {"update": "item"}
"""A slot that a kind fills by itself."""


def check_step(
    step: Mapping[str, Any],
    at: Path,
    earlier: Steps,
    later: Mapping[str, int],
    scope: Scope,
    problems: Problems,
) -> None:
    """Report every name in this step that does not exist or cannot be used here."""
    for index, source in enumerate(step.get("cites", [])):
        scope.known("sources", source, (*at, "cites", index), problems)
    for key, group in _WRITES:
        if key in step:
            scope.written(group, step[key], (*at, key), problems)
    _collect(step, at, scope, problems)
    _sides(step, at, scope, problems)
    for index, target in enumerate(step.get("offer", [])):
        if target not in OFFER_PAGES:
            scope.exercise(target, (*at, "offer", index), problems, beside=OFFER_PAGES)
    for key, kinds in _EARLIER:
        if isinstance(step.get(key), str):
            found = _earlier(step[key], kinds, (*at, key), earlier, later, problems)
            if key == "of" and found is not None:
                _gives_items(found, (*at, key), problems)
    if "frames" in step:
        _frames(step, at, earlier, scope, problems)
    _per(step, at, scope, problems)
    if step.get("kind") == "count":
        _counted(step, at, earlier, later, problems)
    look = KIND_CHECKS.get(step.get("kind", ""))
    if look is not None:
        look(step, at, scope, problems)
    _pipes(step, at, earlier, later, scope, problems)


def _collect(step: Mapping[str, Any], at: Path, scope: Scope, problems: Problems) -> None:
    """A collecting step may only fill fields that its collection has, with values of their kind."""
    key, group = ("collect", "collections") if "collect" in step else ("mark", "markers")
    if key not in step or (key == "mark" and step.get("kind") != "list"):
        return
    if key == "collect":
        scope.written(group, step[key], (*at, key), problems)
    declared = scope.pack.get(group, {}).get(step[key], {})
    fields = declared.get("fields")
    if not fields:
        return
    for name, part in (step.get("record") or {}).items():
        if key == "mark" and part.get("kind") == "date":
            continue
        if name not in fields:
            problems.add((*at, "record", name), unknown("The field", name, fields), key=True)
        elif key == "collect":
            fitting_field(part, fields[name], (*at, "record", name, "kind"), problems)


def _sides(step: Mapping[str, Any], at: Path, scope: Scope, problems: Problems) -> None:
    if not _SIDES & step.keys():
        return
    for path in (("before", "rate"), ("after", "rate"), ("believable",)):
        inner: Any = step
        for key in path:
            inner = inner.get(key, {}) if isinstance(inner, Mapping) else {}
        if isinstance(inner, Mapping) and "track" in inner:
            series = scope.written("series", inner["track"], (*at, *path, "track"), problems)
            rateable(series, inner["track"], (*at, *path, "track"), problems)


def _frames(step: Mapping[str, Any], at: Path, earlier: Steps, scope: Scope, problems: Problems) -> None:
    """A slot in a frame is a field of what was picked; one that nothing fills would hide its frame for ever."""
    found = earlier.get(str(step.get("evidence", "")), {})
    source = found.get("from", [])
    names = [source.get("collection")] if isinstance(source, Mapping) else source
    declared = scope.pack.get("collections", {})
    if (
        found.get("kind") != "pick"
        or not names
        or any(not declared.get(name, {}).get("fields") for name in names)
    ):
        return  # of another pack, or reported already
    fields = {field: None for name in names for field in declared[name]["fields"]}
    for index, frame in enumerate(step.get("frames", [])):
        for slot in dict.fromkeys(slots(frame)):
            if slot not in fields:
                problems.add(
                    (*at, "frames", index),
                    f"{{{slot}}} stands for a field here. " + unknown("The field", slot, fields),
                )


def _per(step: Mapping[str, Any], at: Path, scope: Scope, problems: Problems) -> None:
    """A series kept per item needs to know which item; one that is not, must not be given any."""
    if step.get("kind") not in ("scale", "number") or "track" not in step:
        return
    series = scope.pack.get("series", {}).get(step["track"])
    if not series:
        return
    if "per" in series and "of" not in step:
        problems.add(
            (*at, "track"),
            f"The series '{step['track']}' is kept per item of '{series['per']}'; please say 'of' with the step "
            "that picks one.",
        )
    elif "per" not in series and "of" in step:
        problems.add(
            (*at, "of"),
            f"The series '{step['track']}' is not kept per item; add 'per' to it, or leave 'of' out.",
        )
    _same_range(step, series, at, problems)


def _same_range(step: Mapping[str, Any], series: Mapping[str, Any], at: Path, problems: Problems) -> None:
    """One series has one range: numbers of two ranges in one line would compare what is not alike."""
    whole = series.get("range")
    if not isinstance(whole, Mapping):
        return
    ends = (whole.get("min", 0), whole.get("max", 10))
    if step.get("kind") == "scale":
        rateable(series, step["track"], (*at, "track"), problems)
    own = step.get("range")
    if step.get("kind") == "scale" and own and (own.get("min", 0), own.get("max", 10)) != ends:
        problems.add(
            (*at, "range"),
            f"The series '{step['track']}' goes from {ends[0]} to {ends[1]}; a step that feeds it needs the same "
            "range.",
            key=True,
        )


def _gives_items(step: Mapping[str, Any], at: Path, problems: Problems) -> None:
    if step.get("kind") in ("sentence", "list", "plan") and "collect" not in step:
        problems.add(at, f"The step '{step['id']}' keeps no items; please say 'collect' there.")


def _earlier(
    name: str, kinds: tuple[str, ...], at: Path, earlier: Steps, later: Mapping[str, int], problems: Problems
) -> Mapping[str, Any] | None:
    step = earlier.get(name)
    if step is None:
        if name in later:
            problems.add(at, f"The step '{name}' is this one or comes later; only earlier steps can be used.")
        else:
            problems.add(at, unknown("The step", name, earlier))
        return None
    if step.get("kind") not in kinds and step.get("kind"):
        problems.add(
            at, f"The step '{name}' is a '{step['kind']}' step; this needs one of: {', '.join(kinds)}."
        )
        return None
    return step


def _counted(
    step: Mapping[str, Any], at: Path, earlier: Steps, later: Mapping[str, int], problems: Problems
) -> None:
    """`sum` and `mean` stand on numbers; `count` on anything that asks."""
    numbers = step.get("how") != "count"
    for index, reference in enumerate(step.get("of", [])):
        name, part = split(reference)
        place = (*at, "of", index)
        kinds = tuple(
            one
            for one in KINDS
            if KINDS[one].asks and (part or not numbers or one in ("scale", "number", "count"))
        )
        found = _earlier(name, kinds, place, earlier, later, problems)
        if found is None or not part or found.get("kind") not in KINDS:
            continue
        parts = part_names(KINDS[found["kind"]], found)
        if part not in parts:
            problems.add(place, unknown("The part", part, parts))


def _pipes(
    step: Mapping[str, Any],
    at: Path,
    earlier: Steps,
    later: Mapping[str, int],
    scope: Scope,
    problems: Problems,
) -> None:
    values = scope.pack.get("values", {})
    own = _OWN_SLOTS.get(step.get("kind", ""), "")
    if own and own in earlier:
        problems.add(
            (*at, "kind"),
            f"A step '{own}' stands above, and {{{own}}} means each item here; please rename it.",
        )
    for path, text in _prose(step, at):
        _braces(text, path, problems)
        for slot in slots(text):
            name, part = split(slot)
            if slot in values or slot == own:
                continue
            target = earlier.get(name)
            if target is None and name in later:
                problems.add(path, f"{{{slot}}} refers to a step that is this one or comes later.")
            elif target is None:
                names = [*earlier, *values]
                problems.add(
                    path, f"{{{slot}}} refers to nothing. " + unknown("The step or value", name, names)
                )
            elif (
                part and (kind := KINDS.get(target.get("kind", ""))) and part not in part_names(kind, target)
            ):
                problems.add(path, f"{{{slot}}}: " + unknown("The part", part, part_names(kind, target)))


def _braces(text: Any, path: Path, problems: Problems) -> None:
    """Look closer at texts whose braces do not pair or hold spaces; few do."""
    for words in text[TEXT].values() if isinstance(text, dict) else (text,):
        if "{" in words and (words.count("{") != words.count("}") or "{ " in words or " }" in words):
            from guide.packs.references.braces import check_braces

            check_braces(text, path, problems)
            return


def _prose(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict):
        if TEXT in value:
            yield path, value
            return
        for key, one in value.items():
            if key not in NOT_PROSE:
                yield from _prose(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _prose(one, (*path, index))
    elif isinstance(value, str):
        yield path, value
