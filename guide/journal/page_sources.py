"""What the packs' `summary:` parts stand on, read from the store: only the days of the page, and only by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.clean import one_line
from guide.insight.feelings import GridNote
from guide.insight.muted import Note, Option
from guide.insight.summary import Answered, Feelings, Medicine, Scale, Sides
from guide.insight.values import Marker, Point
from guide.journal.journal import Journal
from guide.journal.page_choices import Choices
from guide.journal.page_parts import Part, asked_by, plain
from guide.journal.page_undated import undated_marks
from guide.model.piping import OPEN
from guide.steps.base import GIVEN
from guide.steps.choice import kept_words
from guide.steps.items import field_words
from guide.store import derived
from guide.store.records import Kept, StepAnswer
from guide.words.progress import FROM_PACK, MIX_OTHER

_OTHER: Final = "+other"
"""Words of a person's own in place of an option, or an option that is gone from somebody else's pack: counted, never
shown. No option has this sign in its id."""


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
        # Steps shown alike are one object, and are read once; the latest of them give the order.
        for frozen in {id(one.frozen): one.frozen for one in reversed(found)}.values():
            for name, option in self._texts(part, "options", frozen).items():
                options.setdefault(name, Option(name, option["text"], str(option.get("key", ""))))
        known = [isinstance(one.value, str) and one.value in options for one in found]
        notes = [Note(one.value if ours else _OTHER, one.day) for one, ours in zip(found, known, strict=True)]
        if not all(known):
            options[_OTHER] = Option(_OTHER, MIX_OTHER)
        asked = plain(self.journal, part.owner, part.declared.get("prompt"))
        return Sides(asked, tuple(notes), tuple(options.values()), self._theirs(part))

    def feelings(self, part: Part, hidden_rows: bool) -> Feelings:
        """Answers to a grid over these days, without rows in a person's own words.

        Rows that are switched on by hand (`off`) are there only with `hidden_rows`.
        """
        found = [one for one in self.answers(part, ("grid",)) if one.state == GIVEN and _fixed(one.frozen)]
        self.noted |= {(one.entry, one.day) for one in found}
        shapes = {id(one.frozen): one.frozen for one in found}
        shaped = {key: self._shape(part, frozen, hidden_rows) for key, frozen in shapes.items()}
        notes = tuple(
            GridNote(one.day, {"cells": one.value.get("cells", {})}, shaped[id(one.frozen)]) for one in found
        )
        return Feelings(notes, part.pack in self.journal.library.ours)

    def newest_hidden(self, part: Part) -> StepAnswer | None:
        """The newest answer of these days with a row in it that is shown only when switched on."""
        return next((one for one in reversed(self.answers(part, ("grid",))) if has_hidden(one)), None)

    def answers(self, part: Part, kinds: tuple[str, ...]) -> list[StepAnswer]:
        """Answers to a step over these days, oldest first, under every name it has had."""
        found = self._named(part.name, part.step, self.choices.first, self.choices.last)
        return [one for one in found if one.frozen.get("kind") in kinds]

    def ever(self, exercise: str, step: str) -> list[StepAnswer]:
        """Answers to a step on any day, oldest first, under every name it has had."""
        return self._named(exercise, step, None, None)

    def _named(self, ref: str, asked: str, since: str | None, until: str | None) -> list[StepAnswer]:
        found: dict[str, StepAnswer] = {}
        for exercise, step in self.journal.library.former_names(ref, asked):
            for one in derived.answers_of(self.journal.store, exercise, step, since=since, until=until):
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

    def answered(self, part: Part, kept: Kept) -> Answered:
        """A kept value with the question it answered.

        The question, and the words of an option, are the pack's as it has written them: as they were shown, earlier
        answers may stand in them.
        """
        step = asked_by(self.journal, part, kept)
        option = kept.value.get("option") if isinstance(kept.value, Mapping) else None
        texts = step.get("options") or {}
        words = plain(self.journal, part.owner, texts[option].get("text")) if option in texts else ""
        asked = plain(self.journal, part.owner, step.get("prompt")) or OPEN
        return Answered(asked, words or one_line(kept_words(kept.value)), kept.day, self._theirs(part))

    def _texts(self, part: Part, key: str, frozen: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Options, rows or columns as they counted then, in the words their pack has for them today.

        What a pack has no more has its words from then where the pack is ours, and else none.
        """
        declared, ours = part.declared.get(key) or {}, part.owner in self.journal.library.ours
        found: dict[str, dict[str, Any]] = {}
        for name, one in (frozen.get(key) or {}).items():
            if name in declared:
                found[name] = {**one, "text": plain(self.journal, part.owner, declared[name].get("text"))}
            elif ours:
                found[name] = {**one, "text": one_line(str(one.get("text", name)))}
        return found

    def _shape(self, part: Part, frozen: Mapping[str, Any], hidden_rows: bool) -> dict[str, Any]:
        rows = self._texts(part, "rows", frozen)
        return {
            "rows": [{"id": name, **one} for name, one in rows.items() if hidden_rows or not one.get("off")],
            "columns": [{"id": name, **one} for name, one in self._texts(part, "columns", frozen).items()],
        }

    def _whose(self, part: Part, title: str) -> str:
        """A title in one line; that of somebody else's pack says whose it is."""
        line = one_line(title)
        pack = self._theirs(part)
        return FROM_PACK.format(title=line, pack=pack) if pack else line

    def _theirs(self, part: Part) -> str:
        """The title of the pack that asked, when it is somebody else's; else nothing."""
        ours = part.pack in self.journal.library.ours
        return "" if ours else one_line(self.journal.library.title(part.pack))


def has_hidden(found: StepAnswer) -> bool:
    """Whether a row was answered that is shown only when switched on."""
    rows = found.frozen.get("rows") or {}
    cells = found.value.get("cells", {}) if isinstance(found.value, Mapping) else {}
    return any(rows.get(name, {}).get("off") for name in cells)


def _fixed(frozen: Mapping[str, Any]) -> bool:
    """Whether the rows of a grid are the pack's own; rows from a collection are a person's words."""
    return "from" not in frozen
