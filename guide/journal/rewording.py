"""An item put in other words: a new version of it, in an entry of its own.

A correction of the entry that made it would say that it had always read so. Other words are something a person does
today: the new version stands on today, the earlier ones stay with their days, Review shows it, and it can be taken
back, deleted, exported and made again from its answer like any other. It needs neither the exercise that made the
item nor its pack: the fields are those that were declared when it was collected.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple, cast

from guide.errors import GuideError
from guide.journal import items, kept, unsafe
from guide.journal.changing import Editable, Outcome
from guide.journal.correcting import Correction
from guide.journal.journal import Journal
from guide.journal.library import Exercise
from guide.journal.shown import feeds_of_entry
from guide.steps import KINDS
from guide.steps.base import Answer, Json, Making, Problem, World
from guide.steps.items import home_of
from guide.steps.list import check_scale
from guide.store import derived, entries, pages, undoing
from guide.store.records import Item
from guide.words import changing as words

ID: Final = "item-reworded"
STEP: Final = "item"


class _Declared(NamedTuple):
    """What a step may ask for while it is made: only how the item's list was declared."""

    said: dict[str, Any]

    def full_name(self, name: str) -> str:
        return name

    def declared(self, group: str, name: str) -> dict[str, Any]:
        return self.said


class Rewording(Correction):
    """One item that is being put in other words. Nothing is kept until `give`. `entry` is empty: there is none yet.

    Raises GuideError when there is no such item, or its list has no fields of words.
    """

    def __init__(self, journal: Journal, prefix: str) -> None:
        found = derived.item(journal.store, derived.find_item(journal.store, prefix))
        assert found is not None  # it was found by its row a moment ago
        self.item, self.journal, self.store = found, journal, journal.store
        self.built = items.find(journal, found.collection)
        self.pack = found.collection.split("/")[0]
        library = journal.library
        self.language = library.shown_in(self.pack) if self.pack in library.packs else "en"
        self.day, self.entry = journal.clock().day, ""
        data = {"id": ID, "title": words.REWORDED, "steps": []}
        self.exercise = Exercise(f"{self.pack}/{ID}", words.REWORDED, "", None, "", "", False, data)
        self.frozen = self._step()
        if not self.frozen["ask"]:
            raise GuideError(words.NO_FIELDS)
        shown = {name: found.fields.get(name) for name in self.frozen["ask"]}
        raw = {"item": found.id, "fields": {name: one for name, one in shown.items() if one is not None}}
        self.editable = Editable(STEP, words.REWORD_PROMPT, self.frozen, [raw], [found.label])

    def _step(self) -> dict[str, Any]:
        world = cast(World, _Declared(dict(self.built.declared)))
        home = home_of(self.item.collection, world)
        asked = {name: _part(field) for name, field in self.built.declared.get("fields", {}).items()}
        return {
            "id": STEP,
            "kind": "update",
            "prompt": words.REWORD_PROMPT,
            "from": [self.item.collection],
            "ask": asked,
            "homes": {self.item.collection: home},
            "choices": [_choice(self.item, asked)],
        }

    def give(self, raw: Json, *, sure: bool = False) -> Outcome:
        """Keep the new words as a version of today. What is the same as before, or left empty, is not in it."""
        changed = self._changed(raw)
        if not changed:
            return Outcome(True, said=(words.UNCHANGED,))
        now = self.journal.clock()
        try:
            check_scale(
                {"home": self.frozen["homes"][self.item.collection]}, {**self.item.fields, **changed}, 0
            )
            given = [{"item": self.item.id, "fields": changed}]
            answer = KINDS["update"].parse(self.frozen, given, Making(entries.new_id, now.utc, None, now.day))
        except Problem as problem:
            return Outcome(False, problem.message, problem.part)
        self._keep(answer)
        self.journal.copy_plan()
        shown = KINDS["update"].words(self.frozen, answer)
        notice = kept.unsafe_notice(self.store) if unsafe.matches(shown) else ""
        return Outcome(True, said=(words.REWORDED_KEPT,), notice=notice)

    def _changed(self, raw: Json) -> dict[str, Json]:
        record = raw[0] if isinstance(raw, list) and raw and isinstance(raw[0], dict) else {}
        fields = record.get("fields") if isinstance(record.get("fields"), dict) else {}
        return {
            name: value
            for name, value in (fields or {}).items()
            if name in self.frozen["ask"] and value not in (None, "") and value != self.item.fields.get(name)
        }

    def _keep(self, answer: Answer) -> None:
        store, now, library = self.store, self.journal.clock(), self.journal.library
        entry = entries.begin(
            store,
            exercise=self.exercise.ref,
            pack_version=str(library.packs.get(self.pack, {}).get("version", "")),
            exercise_hash="",
            title=words.REWORDED,
            language=self.language,
            at=now,
            declarations={},
        )
        entries.keep_step(store, entry, STEP, 0, self.frozen)
        entries.answer(store, entry, STEP, answer, now, cursor=None)
        entries.end(store, entry, "finished", now, {}, [], feeds_of_entry(pages.entry(store, entry)))
        with store.writing() as connection:
            undoing.note(connection, undoing.REVISE, [entries.head_of(connection, entry).seq])


def _part(field: dict[str, Any]) -> dict[str, Any]:
    """A field of a list as the small step that asks for it."""
    kind = str(field.get("kind", "short"))
    part: dict[str, Any] = {"kind": kind, "prompt": str(field.get("title", "")), "optional": True}
    if kind == "choice":
        part["options"] = {key: {"text": text} for key, text in (field.get("options") or {}).items()}
    return part | {key: field[key] for key in ("approximate", "remembered") if key in field}


def _choice(item: Item, asked: dict[str, Any]) -> dict[str, Any]:
    return {
        "item": item.id,
        "collection": item.collection,
        "label": item.label,
        "fields": item.fields,
        "refs": item.refs,
        "ask": asked,
    }
