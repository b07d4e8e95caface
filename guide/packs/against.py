"""What the change from an earlier version of a pack would do to answers that people have stored.

Entries carry the words they were asked in and stay readable whatever a pack does. What hangs on ids is the
rest: a draft that is resumed, a series that goes on, items that are shown, charts that count options. Each
id that is gone and each number that means something else is said, at its place in the new version, with what
would keep it. Wording, translations, order and new steps change freely, and nothing is guessed: an option
whose words were exchanged under its old id cannot be told from one that was worded better.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from guide.packs.discover import version_order
from guide.steps.base import Step
from guide.steps.problems import Path, Problems
from guide.steps.scale import USUAL

_GROUPS: Final = {
    "series": ("series", "The numbers kept under it would belong to no series."),
    "collections": ("collection", "The items kept in it would be shown nowhere."),
    "markers": ("marker", "The dates kept under it would be drawn nowhere."),
    "values": ("value", "What was kept under it would not be used again."),
}
_PARTS: Final = {
    "options": "option", "rows": "row", "columns": "column", "record": "field", "ask": "question",
}  # fmt: skip
"""Keys of a step whose names stand in stored answers."""
_FEEDS: Final = {
    "track": ("series", "series", "Its line would end here."),
    "collect": ("collection", "collections", "New items would no longer join the old ones."),
    "mark": ("marker", "markers", "New dates would no longer join the old ones."),
    "keep": ("value", "values", "It would no longer be kept up to date."),
}
_KEEP: Final = "Earlier answers may hold it; please keep it, under a new text if need be."
_Pack = Mapping[str, Any]


class Counted(NamedTuple):
    """How many steps are new, and how many are not as they were."""

    new: int
    changed: int


class Against:
    """A lint that compares a pack with its earlier version; `counted` holds the counts afterwards."""

    def __init__(self, old: _Pack) -> None:
        self.old = old
        self.counted = Counted(0, 0)

    def __call__(self, pack: _Pack, problems: Problems, *, built_in: bool) -> None:
        """Report every change that loses something. Never raises."""
        if pack.get("id") != self.old["id"]:
            text = f"This is another pack: the earlier version has the id '{self.old['id']}'. Nothing was compared."
            problems.add(("id",), text)
            return
        version = str(pack.get("version", ""))
        if not version or version_order(version) <= version_order(self.old["version"]):
            text = f"The earlier version is {self.old['version']}; please give this one a higher number."
            problems.add(("version",), text)
        self._declarations(pack, problems)
        self._exercises(pack, problems)

    # -- declarations -------------------------------------------------------------------------------------
    def _declarations(self, pack: _Pack, problems: Problems) -> None:
        for group, (what, lost) in _GROUPS.items():
            old, new = self.old.get(group, {}), pack.get(group, {})
            at: Path = (group,) if group in pack else ()
            for name in old:
                if name not in new:
                    text = f"The {what} '{name}' is gone. {lost} Please keep its declaration."
                    problems.add(at, text, key=bool(at))
                elif group == "series":
                    _series(old[name], new[name], name, (group, name), problems)
                else:
                    _fields(old[name], new[name], f"the {what} '{name}'", (group, name), problems)

    # -- exercises and steps ------------------------------------------------------------------------------
    def _exercises(self, pack: _Pack, problems: Problems) -> None:
        new = pack.get("exercises", [])
        before = {one["id"]: one for one in self.old.get("exercises", [])}
        found = _by_former(new)
        for name in before:
            if name not in found:
                text = (
                    f"The exercise '{name}' is gone. Entries of it would stand alone, and drafts of it could not "
                    f"be taken up again. If it has a new id, say 'formerly: [{name}]' there."
                )
                problems.add(("exercises",), text, key=True)
        added = changed = 0
        for index, exercise in enumerate(new):
            old = next((before[name] for name in _ids(exercise) if name in before), None)
            if old is None:
                added += len(exercise.get("steps", []))
                continue
            compared = _Steps(old, exercise, ("exercises", index), self.old, pack)
            compared.report(problems)
            added += compared.new
            changed += compared.changed
        self.counted = Counted(added, changed)


class _Steps:
    """The steps of one exercise in two versions."""

    def __init__(self, old: Step, new: Step, path: Path, old_pack: _Pack, new_pack: _Pack) -> None:
        self.old_steps: Sequence[Step] = old.get("steps", [])
        self.steps: Sequence[Step] = new.get("steps", [])
        self.path, self.old_pack, self.new_pack = path, old_pack, new_pack
        before = {step["id"]: step for step in self.old_steps}
        self.pairs = [
            (index, next((before[name] for name in _ids(step) if name in before), None), step)
            for index, step in enumerate(self.steps)
        ]
        self.new = sum(old is None for _, old, _ in self.pairs)
        self.changed = sum(old is not None and dict(old) != dict(step) for _, old, step in self.pairs)

    def report(self, problems: Problems) -> None:
        """Steps that are gone, then those that are something else now."""
        found = _by_former(self.steps)
        for step in self.old_steps:
            if step["id"] not in found:
                text = (
                    f"The step '{step['id']}' is gone. Its answers would be read only in old entries. If it has "
                    f"a new id, say 'formerly: [{step['id']}]' there."
                )
                problems.add((*self.path, "steps"), text, key=True)
        for index, old, step in self.pairs:
            if old is not None:
                self._step(old, step, (*self.path, "steps", index), problems)

    def _step(self, old: Step, new: Step, at: Path, problems: Problems) -> None:
        if old.get("kind") != new.get("kind"):
            text = (
                f"The step '{new['id']}' was a '{old.get('kind')}' step. Earlier answers do not fit a "
                f"'{new.get('kind')}' step; please give it a new id, without 'formerly'."
            )
            problems.add((*at, "kind"), text)
            return
        self._parts(old, new, f"the step '{new['id']}'", at, problems)
        self._feeds(old, new, new["id"], at, problems)
        self._range(old, new, at, problems)

    def _parts(self, old: Step, new: Step, where: str, at: Path, problems: Problems) -> None:
        """Names inside a step, and the options inside its fields."""
        for key, what in _PARTS.items():
            here = new.get(key) or {}
            for name, inner in _items(old.get(key)):
                if name not in here:
                    place = (*at, key) if key in new else at
                    text = f"The {what} '{name}' of {where} is gone. {_KEEP}"
                    problems.add(place, text, key=key in new)
                elif key in ("record", "ask"):
                    self._field(
                        inner, here[name], f"the field '{name}' of {where}", (*at, key, name), problems
                    )

    def _field(self, old: Step, new: Step, what: str, at: Path, problems: Problems) -> None:
        if old.get("kind") == new.get("kind"):
            self._parts(old, new, what, at, problems)
            return
        text = (
            f"{what[:1].upper()}{what[1:]} was of the kind '{old.get('kind')}'. What was answered to it does "
        )
        problems.add((*at, "kind"), text + f"not fit '{new.get('kind')}'; please give it a new name.")

    def _feeds(self, old: Any, new: Any, name: str, at: Path, problems: Problems) -> None:
        """What a step feeds, at any depth: ratings before and after, questions about an item."""
        for key, (what, group, lost) in _FEEDS.items():
            fed = old.get(key)
            if isinstance(fed, str) and new.get(key) != fed and fed in self.new_pack.get(group, {}):
                place = (*at, key) if key in new else at
                text = f"The step '{name}' fed the {what} '{fed}' and does not any more. {lost}"
                problems.add(place, text + f" Please keep '{key}: {fed}', or give the step a new id.")
        for key, inner in old.items():
            if key in ("before", "after", "rate", "believable", "ask") or at[-1] == "ask":
                here = new.get(key)
                if isinstance(inner, Mapping) and isinstance(here, Mapping):
                    self._feeds(inner, here, name, (*at, key), problems)

    def _range(self, old: Step, new: Step, at: Path, problems: Problems) -> None:
        """A range of the step's own; that of a series is compared where it is declared."""
        was, now = self._ends(old, self.old_pack), self._ends(new, self.new_pack)
        if was is None or now is None or was == now:
            return
        if "range" not in old and "range" not in new and old.get("track") == new.get("track"):
            return
        place = (*at, "range") if "range" in new else at
        text = (
            f"The step '{new['id']}' went from {was[0]} to {was[1]} and goes from {now[0]} to {now[1]} now. "
            "Numbers from before and after cannot be compared; please give it a new id, and a new series if it has one."
        )
        problems.add(place, text, key="range" in new)

    @staticmethod
    def _ends(step: Step, pack: _Pack) -> tuple[Any, Any] | None:
        if step.get("kind") not in ("scale", "number"):
            return None
        declared = pack.get("series", {}).get(step.get("track", ""), {}).get("range")
        range_ = step.get("range") or declared
        if not isinstance(range_, Mapping):
            return None if range_ or step["kind"] == "number" else (USUAL["min"], USUAL["max"])
        usual = USUAL if step["kind"] == "scale" else {}
        return range_.get("min", usual.get("min")), range_.get("max", usual.get("max"))


def _series(old: Mapping[str, Any], new: Mapping[str, Any], name: str, at: Path, problems: Problems) -> None:
    """A series is one line through both versions: its numbers have to mean the same."""
    new_one = "please declare a new series for the new numbers, and keep this one."
    was, now = _range_of(old), _range_of(new)
    if was != now:
        text = f"The series '{name}' went {_said(was)} and goes {_said(now)} now. One line cannot hold both; {new_one}"
        problems.add((*at, "range") if "range" in new else at, text, key=True)
    if old.get("per") != new.get("per"):
        text = (
            f"The series '{name}' was kept {_per(old)} and is kept {_per(new)} now. Numbers from before would "
            f"stand under nothing; {new_one}"
        )
        problems.add((*at, "per") if "per" in new else at, text, key=True)
    if old.get("unit") != new.get("unit"):
        text = f"The series '{name}' has another unit now. If its numbers mean something else, {new_one}"
        problems.add((*at, "unit") if "unit" in new else at, text, key=True)


def _fields(old: Mapping[str, Any], new: Mapping[str, Any], what: str, at: Path, problems: Problems) -> None:
    """Fields of items and markers, and the options of a field."""
    fields = new.get("fields") or {}
    for name, field in (old.get("fields") or {}).items():
        if name not in fields:
            text = (
                f"The field '{name}' of {what} is gone. What was kept in it would be shown nowhere. {_KEEP}"
            )
            problems.add((*at, "fields") if "fields" in new else at, text, key=True)
            continue
        place = (*at, "fields", name)
        was, now = field.get("kind", "short"), fields[name].get("kind", "short")
        if was != now:
            text = f"The field '{name}' of {what} was of the kind '{was}'. What was kept in it does not fit "
            problems.add(place, text + f"'{now}'; please give it a new name.", key=True)
            continue
        for option, _ in _items(field.get("options")):
            if option not in (fields[name].get("options") or {}):
                text = f"The option '{option}' of the field '{name}' of {what} is gone. {_KEEP}"
                problems.add(place, text, key=True)


def _range_of(series: Mapping[str, Any]) -> Any:
    range_ = series.get("range")
    if isinstance(range_, Mapping):
        return range_.get("min"), range_.get("max")
    return range_


def _said(range_: Any) -> str:
    if isinstance(range_, tuple):
        low, high = ("any number" if end is None else end for end in range_)
        return f"from {low} to {high}"
    return "by the range of each item" if range_ else "without a range of its own"


def _per(series: Mapping[str, Any]) -> str:
    return f"per '{series['per']}'" if "per" in series else "as one line"


def _items(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, Mapping) else []


def _ids(thing: Step) -> Iterator[str]:
    """An id, and those it had before."""
    yield thing["id"]
    yield from thing.get("formerly", [])


def _by_former(things: Sequence[Step]) -> set[str]:
    return {name for thing in things for name in _ids(thing)}
