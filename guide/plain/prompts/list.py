"""Small records, one after the other; an empty line where the next would begin ends the list."""

from __future__ import annotations

from typing import Any

from guide.plain.turn import Command, Turn, checked
from guide.steps.base import Json, Making, Problem, Step
from guide.steps.list import KIND, MOST, PART_KINDS
from guide.words import plain as words

NEXT = "next"
"""Beside the fields of a held record: the field to ask next. `parse` passes it over."""


def show(turn: Turn) -> None:
    """Write the records that stand here already."""
    records = [one for one in _load(turn.raw) if one["fields"]]
    if records:
        turn.talk.say(words.HERE_SO_FAR)
    for number, record in enumerate(records, 1):
        turn.talk.say(KIND.record_words(turn.step, record), first=f"  {number}  ")


def ask(turn: Turn) -> Json:
    """Read records field by field; each field is held at once."""
    return _Records(turn).ask()


def settled(step: Step, raw: Json) -> Json:
    """The records that are whole."""
    whole = []
    for index, record in enumerate(_load(raw)):
        try:
            if KIND.record(step, record["fields"], Making(lambda: "", ""), index):
                whole.append(_bare(record))
        except Problem:
            continue
    return whole


class _Records:
    """The list while it is asked: the records so far, and which field comes next."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.spec: dict[str, Any] = turn.step["record"]
        self.names = list(self.spec)
        self.most = (turn.step.get("items") or {}).get("max", MOST)
        self.records = _load(turn.raw)

    def ask(self) -> Json:
        """Ask until the list is ended; None when nothing was given."""
        row, column = self._start()
        while True:
            if row == len(self.records):
                if row >= self.most:
                    self.turn.talk.say(words.LIST_FULL)
                    return self._given()
                self.records.append({"fields": {}})
            try:
                ended = self._field(row, column)
            except Command as command:
                if command.name != "back" or (row, column) == (0, 0):
                    raise
                row, column = self._before(row, column)
                continue
            if ended:
                return self._given()
            row, column = (row, column + 1) if column + 1 < len(self.names) else (row + 1, 0)

    def _start(self) -> tuple[int, int]:
        last = self.records[-1] if self.records else {}
        if last.get(NEXT) in self.names:
            return len(self.records) - 1, self.names.index(last[NEXT])
        return len(self.records), 0

    def _before(self, row: int, column: int) -> tuple[int, int]:
        if column:
            return row, column - 1
        if not self.records[row]["fields"]:
            del self.records[row]
        return row - 1, len(self.names) - 1

    def _field(self, row: int, column: int) -> bool:
        """Ask one field until it fits. True when the list ends here."""
        from guide.plain.prompts import PROMPTS

        name, fields = self.names[column], self.records[row]["fields"]
        part = self.spec[name]
        further = row > 0 and column == 0 and not fields
        inner = self.turn.part(
            name, part, _raw(fields.get(name)), lambda raw: self._hold(row, column, raw), fields
        )
        self._head(inner, further)
        prompt = PROMPTS[part["kind"]]
        prompt.show(inner)
        while True:
            try:
                raw = prompt.ask(inner)
                skipped = False
            except Command as command:
                if command.name != "skip" or (row == 0 and not any(one["fields"] for one in self.records)):
                    raise
                raw, skipped = None, True
            if PART_KINDS[part["kind"]].empty(raw):
                fields.pop(name, None)
                ended = self._emptied(row, column, further and not skipped)
                if ended is not None:
                    return ended
            elif problem := checked(part, raw):
                inner.trouble(problem)
            else:
                self._hold(row, column, raw)
                return False

    def _emptied(self, row: int, column: int, further: bool) -> bool | None:
        """What an empty field means: True ends the list, False goes on, None asks again."""
        part, fields = self.spec[self.names[column]], self.records[row]["fields"]
        required, last = not part.get("optional"), column + 1 == len(self.names)
        if not fields and (further or required or last):
            return True
        if required:
            self.turn.trouble(words.STILL_EMPTY.format(prompt=part["prompt"]))
            return None
        self._hold(row, column, None)
        return False

    def _head(self, inner: Turn, further: bool) -> None:
        self.turn.talk.blank()
        if further:
            self.turn.talk.say(words.ANOTHER)
        inner.asks(str(inner.step["prompt"]))
        if inner.step.get("help"):
            self.turn.talk.say(str(inner.step["help"]))
        if inner.step.get("optional") and not further:
            self.turn.talk.say(words.ENTER_OPEN)

    def _hold(self, row: int, column: int, raw: Json) -> None:
        record = self.records[row]
        if raw is not None:
            record["fields"][self.names[column]] = raw
        if column + 1 < len(self.names):
            record[NEXT] = self.names[column + 1]
        else:
            record.pop(NEXT, None)
        self.turn.hold([dict(one) for one in self.records if one["fields"]])

    def _given(self) -> Json:
        return [_bare(one) for one in self.records if one["fields"]] or None


def _load(raw: Json) -> list[dict[str, Any]]:
    """Records from a held or kept answer, whatever shape an older version left."""
    records = []
    for one in raw if isinstance(raw, list) else []:
        if isinstance(one, dict):
            fields = one.get("fields", one)
            if isinstance(fields, dict):
                extra = {key: one[key] for key in ("item", NEXT) if key in one and "fields" in one}
                records.append({**extra, "fields": {key: _raw(value) for key, value in fields.items()}})
    return records


def _raw(value: Json) -> Json:
    """A kept field as a raw one: a state beside its field is the state's name."""
    return value["state"] if isinstance(value, dict) and "state" in value else value


def _bare(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != NEXT}
