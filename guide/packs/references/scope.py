"""What a pack declares, and what of other packs it may name, for looking names up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any, Final

from guide.steps.problems import Path, Problems, unknown

GROUPS: Final = {
    "series": "The series", "collections": "The collection", "markers": "The marker", "values": "The value",
    "doors": "The door", "sources": "The source",
}  # fmt: skip
Look = Callable[[str], Mapping[str, Any] | None]
"""The normalised pack of an id, or None when it is not at hand."""


def nobody(pack: str) -> Mapping[str, Any] | None:
    """No other pack is at hand: names in them are taken on trust."""
    return None


class Scope:
    """Names of one pack. A name of another pack (`pack/name`) needs `uses:`, and can be read, never written to.

    A declaration that could not be read is known all the same: it has its own report, and one mistake is
    said once.
    """

    def __init__(self, pack: Mapping[str, Any], built_in: bool, look: Look = nobody) -> None:
        self.pack = pack
        self.built_in = built_in
        self.uses = set(pack.get("uses", []))
        self._look = cache(look)  # a pack is read and checked each time it is looked for
        self._exercises = {one["id"]: one for one in pack.get("exercises", [])}

    def known(self, group: str, name: str, path: Path, problems: Problems) -> Mapping[str, Any] | None:
        """The declaration of this name; None, and a report, when there is none."""
        declared = self.pack.get(group, {})
        if name in declared:
            return dict(declared[name])
        if "/" in name:
            other, _, rest = name.partition("/")
            found = self._other(other, name, path, problems)
            there = found.get(group, {}) if found is not None else {}
            if found is not None and rest not in there:
                problems.add(path, unknown(f"In the pack '{other}', {GROUPS[group].lower()}", rest, there))
            return dict(there[rest]) if rest in there else None
        problems.add(path, unknown(GROUPS[group], name, declared))
        return None

    def written(self, group: str, name: str, path: Path, problems: Problems) -> Mapping[str, Any] | None:
        """The declaration of a name that a step feeds: only what is this pack's own."""
        if "/" in name and name not in self.pack.get(group, {}):
            problems.add(
                path,
                f"'{name}' belongs to another pack. It can be read, not written to; please declare one of your own.",
            )
            return None
        return self.known(group, name, path, problems)

    def exercise(
        self, name: str, path: Path, problems: Problems, *, beside: Collection[str] = ()
    ) -> Mapping[str, Any] | None:
        """The exercise of this name; None, and a report, when there is none. `beside` are names it may be meant for."""
        if name in self._exercises:
            return dict(self._exercises[name])
        if "/" in name:
            other, _, rest = name.partition("/")
            found = self._other(other, name, path, problems)
            there = {one["id"]: one for one in found.get("exercises", [])} if found is not None else {}
            if found is not None and rest not in there:
                problems.add(path, unknown(f"In the pack '{other}', the exercise", rest, there))
            return dict(there[rest]) if rest in there else None
        problems.add(path, unknown("The exercise", name, [*self._exercises, *beside]))
        return None

    def elsewhere(self, pack: str) -> Mapping[str, Any] | None:
        """Another pack, named under `uses:`; None when it is not at hand."""
        return self._look(pack)

    def _other(self, pack: str, name: str, path: Path, problems: Problems) -> Mapping[str, Any] | None:
        if pack not in self.uses:
            problems.add(path, f"'{name}' belongs to another pack; please name that pack under 'uses'.")
            return None
        return self._look(pack)
