"""Small records, one after the other; an empty line where the next would begin ends the list."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Final

from guide.plain.records import NEXT, as_they_were, bare, load, numbered, raw_of, record_words, squeezed
from guide.plain.turn import Command, Turn, checked
from guide.steps.base import Json, Making, Problem, Step
from guide.steps.list import KIND, MOST, PART_KINDS, scale_problem
from guide.steps.parts import ends_list, may_stay_empty
from guide.words import plain as words

ALL = "all"
SHOWN: Final = 12
"""Items of a collection that are listed at first, the latest; `all` lists the others."""
_COMMAND: Final = re.compile(r"edit +(\d{1,4})|all")
_EDIT: Final = re.compile(r"edit +(\d{1,4})")
"""Where a field is asked or stands already, `all` may be an answer; `edit 1` is a command wherever it was announced."""
Place = tuple[int, int]
"""A record and one of its fields."""


def show(turn: Turn) -> None:
    """Write what the collection holds, where the step says so, and the records that stand here already."""
    records = [one for one in load(turn.raw) if one["fields"]]
    there, listed = turn.step.get("there") or [], numbered(turn.step, records)
    if turn.step.get("existing") == "show" and there:
        turn.talk.say(words.LIST_THERE)
        names = {one.get("item") for one in records}
        for one in [one for one in there if one["item"] not in names][-SHOWN:]:
            turn.talk.say(squeezed(one["label"]), first="  ")
    old = len(there) if turn.step.get("existing") == "edit" else 0
    if old:
        turn.talk.say(words.LIST_THERE)
        _rows(turn, listed[:old][-SHOWN:], max(1, old - SHOWN + 1))
        if old > SHOWN:
            turn.talk.say(words.PICK_ALL.format(n=old - SHOWN))
    if listed[old:]:
        turn.talk.say(words.HERE_SO_FAR)
        _rows(turn, listed[old:], old + 1)
    if listed and turn.step["kind"] == "list":
        turn.talk.say(words.LIST_EDIT)


def ask(turn: Turn) -> Json:
    """Read records field by field; each field is held at once."""
    return Records(turn).ask()


def settled(step: Step, raw: Json) -> Json:
    """The records that are whole. An item that was opened and not changed is none."""
    whole = []
    before = as_they_were(step)
    for index, record in enumerate(load(raw)):
        if NEXT in record and record["fields"] == before.get(record.get("item", "")):
            continue
        try:
            if KIND.record(step, record["fields"], Making(lambda: "", ""), index):
                whole.append(bare(record))
        except Problem:
            continue
    return whole


class Records:
    """The list while it is asked: the records so far, and which field comes next."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.spec: dict[str, Any] = turn.step["record"]
        self.names = list(self.spec)
        self.most = (turn.step.get("items") or {}).get("max", MOST)
        self.records = load(turn.raw)
        self.editing: int | None = None
        self.opened: set[str] = set()
        self.asked = False

    def ask(self) -> Json:
        """Ask until the list is ended; None when nothing was given."""
        place: Place | None = self.start()
        while place is not None:
            place = self._at(*place)
        return self._given()

    def start(self) -> Place:
        """Where to begin: at the field that was left, else at a new record."""
        for index, record in enumerate(self.records):
            if record.get(NEXT) in self.names:
                self.editing = index if index + 1 < len(self.records) else None
                return index, self.names.index(record[NEXT])
        return len(self.records), 0

    def _at(self, row: int, column: int) -> Place | None:
        """Ask at a place; the place after it, or None at the end of the list."""
        try:
            if row == len(self.records):
                if row >= self.most:
                    self.full()
                    return None
                self.records.append({"fields": {}})
            ended = self._field(row, column)
        except Command as command:
            return self._moved(command, row, column)
        return None if ended else self._after(row, column)

    def full(self) -> None:
        """No further record fits. Whoever comes back here can still change one."""
        if self.asked:
            self.turn.talk.say(words.LIST_FULL)
            return
        self.turn.asks(words.LIST_FULL_HERE)
        self.turn.also = _COMMAND
        while self.turn.line().words.strip():
            self.turn.trouble(words.LIST_FULL_HERE)

    def _moved(self, command: Command, row: int, column: int) -> Place | None:
        """Where a command leads; those of the whole step are raised."""
        self.turn.also = None
        if command.name == ALL:
            _rows(self.turn, numbered(self.turn.step, self.records), 1)
            return row, column
        found = _COMMAND.fullmatch(command.name)
        if found:
            return self._edit(int(found[1])) or (row, column)
        if command.name != "back" or ((row, column) == (0, 0) and self.editing is None):
            raise command
        return self._before(row, column)

    def _edit(self, number: int) -> Place | None:
        """Open a record, or an item of the collection for a new version of it; None when there is none."""
        found = numbered(self.turn.step, self.records)
        if not 1 <= number <= len(found):
            self.turn.trouble(words.EDIT_NONE)
            return None
        item, record = found[number - 1]
        self.records = [one for one in self.records if one["fields"]]
        if record is None and len(self.records) >= self.most:
            self.turn.trouble(words.LIST_FULL)
            return None
        if record is None:
            record = {"item": item["item"], "fields": as_they_were(self.turn.step)[item["item"]]}
            self.records.append(record)
            self.opened.add(item["item"])
        self.editing = self.records.index(record)
        record[NEXT] = self.names[0]
        self._keep()
        return self.editing, 0

    def _edited(self) -> Place:
        """The end of a change: on to a record that is not whole yet, or to a new one."""
        before = as_they_were(self.turn.step)
        assert self.editing is not None
        record = self.records[self.editing]
        record.pop(NEXT, None)
        if record.get("item") in self.opened and record["fields"] == before.get(record["item"]):
            del self.records[self.editing]
        self.editing = None
        self._keep()
        return self.start()

    def _after(self, row: int, column: int) -> Place:
        if column + 1 < len(self.names):
            return row, column + 1
        return self._edited() if self.editing == row else (row + 1, 0)

    def _before(self, row: int, column: int) -> Place:
        if column:
            return row, column - 1
        if self.editing == row:
            return self._edited()
        if row < len(self.records) and not self.records[row]["fields"]:
            del self.records[row]
        return row - 1, len(self.names) - 1

    def _field(self, row: int, column: int) -> bool:
        """Ask one field until it fits. True when the list ends here."""
        from guide.plain.prompts import PROMPTS

        name, fields = self.names[column], self.records[row]["fields"]
        part = self.spec[name]
        further = row > 0 and column == 0 and not fields
        hold = partial(self._hold, row, column, whole=False)
        inner = self.turn.part(name, part, raw_of(fields.get(name)), hold, fields)
        if self.turn.step["kind"] == "list" and numbered(self.turn.step, self.records):
            inner.also = _EDIT if column or fields else _COMMAND
        self._head(inner, further)
        prompt = PROMPTS[part["kind"]]
        prompt.show(inner)
        self.asked = True
        while True:
            try:
                raw = prompt.ask(inner)
                skipped = False
            except Command as command:
                half = bool(fields) and not part.get("optional") and fields.get(name) in (None, "")
                if command.name != "skip" or half or not any(one["fields"] for one in self.records):
                    raise  # a record cannot be whole without this field: the whole step is skipped
                if not self.turn.clears(part, fields.get(name)):
                    continue
                raw, skipped = None, True
            if PART_KINDS[part["kind"]].empty(raw):
                fields.pop(name, None)
                ended = self._emptied(row, column, further and not skipped)
                if ended is not None:
                    return ended
            elif problem := checked(part, raw):
                inner.trouble(problem)
            elif problem := scale_problem(self.turn.step, self._until(row, column, raw)):
                inner.trouble(f"{problem} {words.BACK_TO_CHANGE}")
            else:
                self._hold(row, column, raw)
                return False

    def _until(self, row: int, column: int, raw: Json) -> dict[str, Json]:
        """The record up to this field: what is asked later can still be changed."""
        fields = self.records[row]["fields"]
        return {name: fields.get(name) for name in self.names[:column]} | {self.names[column]: raw}

    def _emptied(self, row: int, column: int, further: bool) -> bool | None:
        """What an empty field means: True ends the list, False goes on, None asks again."""
        part, fields = self.spec[self.names[column]], self.records[row]["fields"]
        required, last = not part.get("optional"), column + 1 == len(self.names)
        if not fields and (last or ends_list(self.spec, self.names[column], further=further)):
            return True
        whole = self.turn.step.get("kind") == "plan"
        if required and (whole or not may_stay_empty(self.spec, fields, self.names[column])):
            self.turn.trouble(words.STILL_EMPTY.format(prompt=part["prompt"]))
            return None
        self._hold(row, column, None)
        return False

    def _head(self, inner: Turn, further: bool) -> None:
        self.turn.talk.blank()
        if further:
            ends = ends_list(self.spec, next(iter(self.spec)), further=True)
            self.turn.talk.say(words.ANOTHER if ends else words.ANOTHER_OPEN)
        inner.asks(str(inner.step["prompt"]))
        if inner.step.get("help"):
            self.turn.talk.say(str(inner.step["help"]))
        if inner.step.get("optional") and not further:
            self.turn.talk.say(words.ENTER_OPEN)

    def _hold(self, row: int, column: int, raw: Json, *, whole: bool = True) -> None:
        """Keep a field at once. One that is not whole yet, such as the first of several lines, is asked again."""
        record = self.records[row]
        if raw is not None:
            record["fields"][self.names[column]] = raw
        if not whole:
            record[NEXT] = self.names[column]
        elif column + 1 < len(self.names):
            record[NEXT] = self.names[column + 1]
        else:
            record.pop(NEXT, None)
        self._keep()

    def _keep(self) -> None:
        self.turn.hold([dict(one) for one in self.records if one["fields"]])

    def _given(self) -> Json:
        return [bare(one) for one in self.records if one["fields"]] or None


def _rows(turn: Turn, entries: list[tuple[Any, Any]], start: int) -> None:
    for number, (item, record) in enumerate(entries, start):
        said = squeezed(item["label"]) if record is None else record_words(turn.step, record)
        turn.talk.say(said, first=f"  {number}  ")
