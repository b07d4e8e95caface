"""The packs at hand: exercises by name, declarations by full name, and which of them play which role."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from guide.clean import clean, one_line
from guide.errors import GuideError
from guide.model.piping import resolve
from guide.packs import discover, shelf
from guide.places import Places
from guide.steps.fields import TEXT
from guide.steps.problems import did_you_mean
from guide.store.records import EntryRecord


class Exercise(NamedTuple):
    """An exercise as the lists show it; `ref` is `pack/id`."""

    ref: str
    title: str
    door: str
    minutes: int | None
    purpose: str
    role: str
    ours: bool
    data: Mapping[str, Any]


class Library:
    """All usable packs, and what is wrong with the others. A broken pack never hides a good one."""

    def __init__(self, places: Places, named: tuple[Path, ...] = (), language: str = "en") -> None:
        self.packs: dict[str, dict[str, Any]] = {}
        self.troubles: list[str] = []
        self.ours: set[str] = set()
        self.sources: dict[str, discover.Source] = {}
        self.language = language
        for source in discover.sources(places.packs, named):
            if source.home is None or all(source.home != one.home for one in self.sources.values()):
                self._take(source, places.shelf)

    def _take(self, source: discover.Source, cards: Path) -> None:
        shelved = shelf.take(source, cards)
        if shelved.pack is None:
            self.troubles.append(clean(f"{source.label}: {shelved.trouble}", lines=False))
            return
        name = shelved.pack["id"]
        if name in self.packs:
            text = f"{source.label}: another pack has the id '{name}', so this one is left out."
            self.troubles.append(clean(text, lines=False))
            return
        self.packs[name], self.sources[name] = shelved.pack, source
        if source.built_in:
            self.ours.add(name)

    def languages(self, pack: str) -> tuple[str, ...]:
        """Languages to try for a pack's texts: the person's and its variants, then the pack's own.

        A text that has none of them is shown in the first one it has.
        """
        return languages_for(self.language, self.packs.get(pack, {}))

    def shown_in(self, pack: str) -> str:
        """The language in which a pack's texts are shown to this person."""
        title = self.packs.get(pack, {}).get("title")
        own = str(self.packs.get(pack, {}).get("language", "en"))
        there = {own, *(title.get(TEXT, {}) if isinstance(title, dict) else {})}
        return next((name for name in self.languages(pack) if name in there), own)

    def say(self, pack: str, text: Any) -> str:
        """A text of a pack in the language that is shown."""
        return str(resolve(text, self.languages(pack))) if text is not None else ""

    def title(self, pack: str) -> str:
        """The title of a pack in one line; empty when it is not at hand."""
        return one_line(self.say(pack, self.packs.get(pack, {}).get("title")))

    def exercises(self) -> Iterator[Exercise]:
        """Every exercise, ours first, in the order of their packs."""
        for name, pack in self.packs.items():
            for data in pack["exercises"]:
                yield self._exercise(name, data)

    def _exercise(self, name: str, data: Mapping[str, Any]) -> Exercise:
        return Exercise(
            ref=f"{name}/{data['id']}",
            title=one_line(self.say(name, data["title"])),
            door=data.get("door", ""),
            minutes=data.get("minutes"),
            purpose=self.say(name, data.get("purpose")),
            role=data.get("role", ""),
            ours=name in self.ours,
            data=data,
        )

    def find(self, name: str, *, near: str = "") -> Exercise:
        """An exercise by `pack/id`, by `id`, or by an id it had before. `near` is the pack that asks.

        Raises GuideError naming the nearest one that exists.
        """
        pack, _, exercise = name.rpartition("/")
        for candidate in [pack] if pack else [near, *self.packs]:
            for data in self.packs.get(candidate, {}).get("exercises", []):
                if data["id"] == exercise or exercise in data.get("formerly", []):
                    return self._exercise(candidate, data)
        known = [one.data["id"] for one in self.exercises()]
        hint = did_you_mean(exercise, known).strip()
        shown = clean(name, lines=False)[:60]
        raise GuideError(
            f"There is no exercise '{shown}'.", hint or f"`{self._listing()}` shows all of them."
        )

    def _listing(self) -> str:
        """The command that lists what is at hand in this run."""
        from shlex import quote

        named = [clean(str(one.path), lines=False) for one in self.sources.values() if one.where == "named"]
        return " ".join(["unmuted list", *(f"--pack {quote(path)}" for path in named)])

    def former_names(self, ref: str, step: str) -> list[tuple[str, str]]:
        """(exercise, step) as they are called now and as they were: what was answered before still counts."""
        pack, _, name = ref.rpartition("/")
        known = self.packs.get(pack, {}).get("exercises", [])
        found: Mapping[str, Any] = next((one for one in known if one["id"] == name), {})
        spec: Mapping[str, Any] = next((one for one in found.get("steps", []) if one["id"] == step), {})
        exercises = [name, *found.get("formerly", [])]
        return [(f"{pack}/{one}", two) for one in exercises for two in [step, *spec.get("formerly", [])]]

    def with_role(self, role: str) -> Exercise | None:
        """The exercise that plays a role, ours only."""
        return next((one for one in self.exercises() if one.role == role and one.ours), None)

    def doors(self) -> list[tuple[str, str]]:
        """(id, title) of the doors of our pack, in their order."""
        return [
            (name, one_line(self.say(pack, door["title"])))
            for pack in self.ours
            for name, door in self.packs[pack].get("doors", {}).items()
        ]

    def declared_title(self, group: str, name: str) -> str:
        """The title of a declaration by its full name (pack/name); its bare name where it is not at hand."""
        pack, _, bare = name.partition("/")
        found = self.packs.get(pack, {}).get(group, {}).get(bare) or {}
        return one_line(self.say(pack, found.get("title"))) or bare

    def door_title(self, pack: str, door: str) -> str:
        """The title of a door of this pack, or nothing when the pack has no such door."""
        found = self.packs.get(pack, {}).get("doors", {}).get(door)
        return one_line(self.say(pack, found["title"])) if found else ""

    def door_order(self, pack: str) -> list[str]:
        """The titles of a pack's doors in their order."""
        return [self.door_title(pack, name) for name in self.packs.get(pack, {}).get("doors", {})]

    def declared(self, group: str, full: str) -> dict[str, Any]:
        """A declaration by full name with its texts in the shown language, or {}."""
        pack, _, name = full.partition("/")
        found = self.packs.get(pack, {}).get(group, {}).get(name)
        return dict(resolve(found, self.languages(pack))) if found else {}

    def maker(self, key: str, names: Collection[str]) -> Exercise | None:
        """The first exercise that collects into one of these collections or marks one of these markers.

        `key` is `collect` or `mark`, `names` are full names.
        """
        for exercise in self.exercises():
            pack = exercise.ref.split("/")[0]
            if any(f"{pack}/{step[key]}" in names for step in exercise.data["steps"] if key in step):
                return exercise
        return None

    def named_by_role(self, group: str, role: str, *, only_ours: bool = False) -> list[str]:
        """Full names of the series, collections or markers that play a role, ours first."""
        return [
            f"{pack}/{name}"
            for pack, data in self.packs.items()
            for name, one in data.get(group, {}).items()
            if one.get("role") == role and (pack in self.ours or not only_ours)
        ]

    def declarations(self, pack: str) -> dict[str, Any]:
        """What a pack declares, to be kept with the store so that views outlive the pack."""
        data = self.packs[pack]
        return {
            f"{pack}/{name}": {"group": group, **dict(resolve(one, self.languages(pack)))}
            for group in ("series", "collections", "markers", "values")
            for name, one in data.get(group, {}).items()
        }


def languages_for(language: str, pack: Mapping[str, Any]) -> tuple[str, ...]:
    """The languages in which a person who speaks `language` reads a pack, the best first."""
    title, base = pack.get("title"), language.split("-")[0]
    named = title.get(TEXT, {}) if isinstance(title, dict) else {}
    variants = [name for name in named if name.split("-")[0] == base]
    return (language, base, *variants, str(pack.get("language", "en")))


def stand_in(entry: EntryRecord) -> Exercise:
    """An exercise made of an entry's own frozen steps, for an entry whose pack is gone."""
    steps = [record.frozen for record in sorted(entry.steps, key=lambda one: one.position) if record.frozen]
    data = {
        "id": entry.exercise.split("/")[-1],
        "title": entry.title,
        "steps": steps,
        "hash": entry.exercise_hash,
    }
    return Exercise(entry.exercise, entry.title, "", None, "", "", False, data)
