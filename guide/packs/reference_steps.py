"""The names one step uses: collections, series, values, earlier steps, slots in its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.model.conditions import part_names, split
from guide.model.piping import NOT_PROSE, slots
from guide.steps import KINDS
from guide.steps.fields import TEXT
from guide.steps.problems import Path, Problems, unknown
from guide.steps.text import OFFER_PAGES

_GROUP_WORDS: Final = {
    "series": "The series", "collections": "The collection", "markers": "The marker", "values": "The value",
    "doors": "The door", "sources": "The source",
}  # fmt: skip


class Scope:
    """What a pack declares, for looking names up."""

    def __init__(self, pack: Mapping[str, Any], built_in: bool) -> None:
        self.pack = pack
        self.built_in = built_in
        self.uses = set(pack.get("uses", []))

    def known(self, group: str, name: str, path: Path, problems: Problems) -> Mapping[str, Any] | None:
        """The declaration of this name, or a report. Names of another pack (`pack/name`) need `uses:`."""
        declared = self.pack.get(group, {})
        if name in declared:
            return dict(declared[name])
        if "/" in name:
            other = name.split("/", 1)[0]
            if other not in self.uses:
                problems.add(path, f"'{name}' belongs to another pack; please name that pack under 'uses'.")
            return None
        problems.add(path, unknown(_GROUP_WORDS[group], name, declared))
        return None

    def exercise(self, name: str, path: Path, problems: Problems) -> Mapping[str, Any] | None:
        """The exercise of this pack, or a report."""
        exercises = {one["id"]: one for one in self.pack.get("exercises", [])}
        if name in exercises:
            return dict(exercises[name])
        if "/" in name and name.split("/", 1)[0] in self.uses:
            return None
        problems.add(path, unknown("The exercise", name, exercises))
        return None

    def any_name(self, name: str, path: Path, problems: Problems) -> None:
        """A summary part may stand on a series, collection, marker, value, or `exercise/step`."""
        groups = [self.pack.get(group, {}) for group in ("series", "collections", "markers", "values")]
        if any(name in group for group in groups):
            return
        steps = {
            f"{one['id']}/{step['id']}"
            for one in self.pack.get("exercises", [])
            for step in one.get("steps", [])
        }
        if name not in steps:
            problems.add(
                path, unknown("The name", name, [*(key for group in groups for key in group), *sorted(steps)])
            )


Steps = Mapping[str, Mapping[str, Any]]


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
    for key, group in (("track", "series"), ("mark", "markers"), ("keep", "values")):
        if key in step:
            scope.known(group, step[key], (*at, key), problems)
    _collect(step, at, scope, problems)
    _sides(step, at, scope, problems)
    for index, target in enumerate(step.get("offer", [])):
        if target not in OFFER_PAGES:
            scope.exercise(target, (*at, "offer", index), problems)
    if step.get("kind") == "pick":
        _pick(step, at, scope, problems)
    for key, kinds in (
        ("of", ("pick", "sentence", "list")),
        ("evidence", ("pick",)),
        ("sentence", ("pick", "sentence")),
    ):
        if key in step:
            _earlier(step[key], kinds, (*at, key), earlier, later, problems)
    _pipes(step, at, earlier, later, scope, problems)


def _collect(step: Mapping[str, Any], at: Path, scope: Scope, problems: Problems) -> None:
    if "collect" not in step:
        return
    declared = scope.known("collections", step["collect"], (*at, "collect"), problems)
    fields = (declared or {}).get("fields", {})
    for name in step.get("record", {}) if declared else []:
        if name not in fields:
            problems.add((*at, "record", name), unknown("The field", name, fields), key=True)


def _sides(step: Mapping[str, Any], at: Path, scope: Scope, problems: Problems) -> None:
    for path in (("before", "rate"), ("after", "rate"), ("believable",)):
        inner: Any = step
        for key in path:
            inner = inner.get(key, {}) if isinstance(inner, Mapping) else {}
        if isinstance(inner, Mapping) and "track" in inner:
            scope.known("series", inner["track"], (*at, *path, "track"), problems)


def _pick(step: Mapping[str, Any], at: Path, scope: Scope, problems: Problems) -> None:
    source = step.get("from", [])
    names = [source["collection"]] if isinstance(source, Mapping) else source
    first = None
    for index, name in enumerate(names):
        place = (*at, "from", "collection") if isinstance(source, Mapping) else (*at, "from", index)
        declared = scope.known("collections", name, place, problems)
        first = declared if index == 0 else first
    own = step.get("own")
    if own not in (None, "true", "false") and first is not None and own not in first.get("fields", {}):
        problems.add((*at, "own"), unknown("The field", own, first.get("fields", {})))


def _earlier(
    name: str, kinds: tuple[str, ...], at: Path, earlier: Steps, later: Mapping[str, int], problems: Problems
) -> None:
    step = earlier.get(name)
    if step is None:
        if name in later:
            problems.add(at, f"The step '{name}' is this one or comes later; only earlier steps can be used.")
        else:
            problems.add(at, unknown("The step", name, earlier))
    elif step.get("kind") not in kinds and step.get("kind"):
        problems.add(
            at, f"The step '{name}' is a '{step['kind']}' step; this needs one of: {', '.join(kinds)}."
        )


def _pipes(
    step: Mapping[str, Any],
    at: Path,
    earlier: Steps,
    later: Mapping[str, int],
    scope: Scope,
    problems: Problems,
) -> None:
    values = scope.pack.get("values", {})
    for path, text in _prose(step, at):
        for slot in slots(text):
            name, part = split(slot)
            if slot in values:
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
