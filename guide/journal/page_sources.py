"""What the packs' `summary:` parts stand on, read from the store: only the days of the page, and only by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from guide.clean import one_line
from guide.insight.feelings import GridNote
from guide.insight.muted import Note, Option
from guide.insight.summary import Answered, Feelings, Medicine, Scale, Sides
from guide.insight.values import Marker, Point
from guide.journal.journal import Journal, full_name
from guide.journal.page_choices import Choices
from guide.journal.page_undated import undated_marks
from guide.model.views import NEVER_ON_THE_PAGE
from guide.steps.base import GIVEN
from guide.steps.choice import kept_words
from guide.steps.items import field_words
from guide.store import derived
from guide.store.records import Kept, StepAnswer
from guide.words.progress import FROM_PACK, MIX_OTHER

ROLES: Final = {"got-through": "through"}
"""Collections whose role says where they stand, whatever part a pack gives them to."""

_OTHER: Final = "+other"
"""Words of a person's own in place of an option: counted, never shown. No option has this sign in its id."""


class Part(NamedTuple):
    """One part of a pack's `summary:`. `name` is what it stands on: `pack/name`, or `pack/exercise` with `step`."""

    part: str
    pack: str
    name: str
    step: str
    group: str
    declared: Mapping[str, Any]


def parts(journal: Journal) -> list[Part]:
    """Every part of every pack, ours first, each once; what never goes on the page is not among them."""
    found: dict[tuple[str, str, str], Part] = {}
    for pack, data in journal.library.packs.items():
        for spec in data.get("summary", []):
            one = _part(journal, pack, str(spec.get("part", "")), str(spec.get("from", "")))
            if one is not None and not _private(journal, one):
                found.setdefault((one.part, one.name, one.step), one)
    named = [(name, name.split("/")[0]) for name in journal.library.named_by_role("markers", "medicine")]
    for name, pack in named:
        declared = journal.library.declared("markers", name)
        found.setdefault(("medicine", name, ""), Part("medicine", pack, name, "", "markers", declared))
    return list(found.values())


def _part(journal: Journal, pack: str, part: str, source: str) -> Part | None:
    for group in ("series", "markers", "collections", "values"):
        name = full_name(pack, source)
        declared = journal.library.declared(group, name)
        if declared:
            if group == "values" and part == "questions":
                part = "sentence"
            part = ROLES.get(str(declared.get("role", "")), part) if group == "collections" else part
            return Part(part, pack, name, "", group, declared)
    exercise, _, step = source.rpartition("/")
    spec = _step(journal, full_name(pack, exercise), step) if exercise else {}
    return Part(part, pack, full_name(pack, exercise), step, "steps", spec) if spec else None


def _step(journal: Journal, ref: str, step: str) -> Mapping[str, Any]:
    pack, _, name = ref.rpartition("/")
    for exercise in journal.library.packs.get(pack, {}).get("exercises", []):
        if exercise["id"] == name:
            return next((one for one in exercise["steps"] if one["id"] == step), {})
    return {}


def _private(journal: Journal, part: Part) -> bool:
    """Sentences, credit, discomfort and other people never go on the page, whatever a pack asks for."""
    group, role = part.group, part.declared.get("role", "")
    if group == "steps":
        collect = part.declared.get("collect")
        group = "collections"
        pack = part.name.split("/")[0]
        role = journal.library.declared(group, full_name(pack, collect)).get("role", "") if collect else ""
    return role in NEVER_ON_THE_PAGE.get(group, ())


class Sources:
    """The store, read for the days of one page. Points and answers read once are not read again."""

    def __init__(self, journal: Journal, choices: Choices) -> None:
        self.journal, self.choices = journal, choices
        self.noted: set[tuple[str, str]] = set()

    def scale(self, part: Part) -> Scale:
        """A series over these days."""
        found = derived.points(
            self.journal.store, part.name, since=self.choices.first, until=self.choices.last
        )
        points = tuple(map(Point._make, found))
        self.noted |= {(one.entry, one.day) for one in points}
        range_ = part.declared.get("range")
        ends: Mapping[str, Any] = range_ if isinstance(range_, Mapping) else {}
        values = [one.value for one in points if one.value is not None]
        low, high = ends.get("min", min(values, default=0)), ends.get("max", max(values, default=10))
        at_low, at_high = (one_line(str(ends.get(end, ""))) for end in ("low", "high"))
        title = self._whose(part, str(part.declared.get("title", "")))
        return Scale(title, low, high, at_low, at_high, points)

    def sides(self, part: Part) -> Sides:
        """Answers to a choice over these days."""
        found = [one for one in self.answers(part, ("choice",)) if one.state == GIVEN]
        self.noted |= {(one.entry, one.day) for one in found}
        options: dict[str, Option] = {}
        # The latest words of an option win; steps shown alike are one object, and are read once.
        for frozen in {id(one.frozen): one.frozen for one in reversed(found)}.values():
            for name, option in frozen.get("options", {}).items():
                options.setdefault(name, Option(name, str(option["text"]), str(option.get("key", ""))))
        if any(isinstance(one.value, Mapping) for one in found):
            options[_OTHER] = Option(_OTHER, MIX_OTHER)
        notes = [Note(one.value if isinstance(one.value, str) else _OTHER, one.day) for one in found]
        asked = one_line(str(found[-1].frozen.get("prompt", ""))) if found else ""
        return Sides(asked, tuple(notes), tuple(options.values()))

    def feelings(self, part: Part, hidden_rows: bool) -> Feelings:
        """Answers to a grid over these days, without rows in a person's own words.

        Rows that are switched on by hand (`off`) are there only with `hidden_rows`.
        """
        found = [one for one in self.answers(part, ("grid",)) if one.state == GIVEN and _fixed(one.frozen)]
        self.noted |= {(one.entry, one.day) for one in found}
        shapes = {id(one.frozen): one.frozen for one in found}
        shaped = {key: _shape(frozen, hidden_rows) for key, frozen in shapes.items()}
        notes = tuple(
            GridNote(one.day, {"cells": one.value.get("cells", {})}, shaped[id(one.frozen)]) for one in found
        )
        return Feelings(notes, part.pack in self.journal.library.ours)

    def has_hidden_rows(self, part: Part) -> bool:
        """Whether a row that is shown only when switched on was answered in these days."""
        for one in self.answers(part, ("grid",)):
            rows = one.frozen.get("rows") or {}
            cells = one.value.get("cells", {}) if isinstance(one.value, Mapping) else {}
            if any(rows.get(name, {}).get("off") for name in cells):
                return True
        return False

    def answers(self, part: Part, kinds: tuple[str, ...]) -> list[StepAnswer]:
        """Answers to a step over these days, oldest first, under every name it has had."""
        found: dict[str, StepAnswer] = {}
        for exercise, step in self.journal.library.former_names(part.name, part.step):
            for one in derived.answers_of(
                self.journal.store, exercise, step, since=self.choices.first, until=self.choices.last
            ):
                if one.frozen.get("kind") in kinds:
                    found.setdefault(one.entry, one)
        return sorted(found.values(), key=lambda one: one.at)

    def medicine(self, part: Part) -> Iterator[Medicine]:
        """Every medicine of a marker with all its changes: what began long ago is taken still, and what has a date
        to come is known already."""
        fields = list(part.declared.get("fields", {}))
        named: dict[str, tuple[str, list[Marker]]] = {}
        dated = [
            (one.fields, one.label, one.date, one.precision)
            for one in derived.markers(self.journal.store, part.name)
        ]
        undated = [(known, label, "", "") for known, label in undated_marks(self.journal, part.name)]
        for known, given, date, precision in dated + undated:
            name = one_line(field_words(known.get(fields[0]))) if fields else ""
            name = name or one_line(str(part.declared.get("title", "")))
            label = one_line(given)
            if label.casefold().startswith(name.casefold()):
                label = label[len(name) :].lstrip(" ,:;-")
            event, events = Marker(date, precision, label), named.setdefault(name.casefold(), (name, []))[1]
            if date or event not in events:
                events.append(event)
        for name, events in named.values():
            yield Medicine(self._whose(part, name), tuple(events))

    def value(self, part: Part) -> Kept | None:
        """The latest answer kept as a value."""
        return derived.kept(self.journal.store, part.name) if part.group == "values" else None

    def _whose(self, part: Part, title: str) -> str:
        """A title in one line; that of somebody else's pack says whose it is."""
        line = one_line(title)
        if part.pack in self.journal.library.ours:
            return line
        return FROM_PACK.format(title=line, pack=self.journal.library.title(part.pack))


def answered(found: Kept, words: str = "") -> Answered:
    """A kept value with the question it answered."""
    asked = one_line(str(found.frozen.get("prompt", "")))
    return Answered(asked, one_line(words or kept_words(found.value)), found.day)


def _fixed(frozen: Mapping[str, Any]) -> bool:
    """Whether the rows of a grid are the pack's own; rows from a collection are a person's words."""
    return "from" not in frozen


def _shape(frozen: Mapping[str, Any], hidden_rows: bool) -> dict[str, Any]:
    rows = {name: one for name, one in frozen.get("rows", {}).items() if hidden_rows or not one.get("off")}
    return {
        "rows": [{"id": name, **one} for name, one in rows.items()],
        "columns": [{"id": name, **one} for name, one in frozen.get("columns", {}).items()],
    }
