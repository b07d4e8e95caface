"""Rows against columns: one row after the other, each with the number of a column."""

from __future__ import annotations

from typing import Any

from guide.plain.prompts import choice
from guide.plain.records import squeezed
from guide.plain.turn import Command, Turn, short
from guide.steps.base import Json, Step
from guide.steps.grid import OWN_MOST
from guide.words import plain as words

DONE = "done"
ALL = "all"
NEXT = "next"
"""In a held answer: the row to ask next, empty after the last. `parse` passes it over."""
WORD = "word"
"""In a held answer: a word of one's own that has no column yet."""


def show(turn: Turn) -> None:
    """Write the columns and how rows are answered."""
    choice.rows(turn, turn.step["columns"])
    if turn.step["rows"]:
        turn.talk.say(words.GRID_EACH if "from" in turn.step else words.GRID)
    hidden = sum(1 for row in turn.step["rows"].values() if row.get("off"))
    if hidden:
        turn.talk.say(words.GRID_ALL[0] if hidden == 1 else words.GRID_ALL[1].format(n=hidden))


def ask(turn: Turn) -> Json:
    """Read a column for each row that has one; every cell is held at once."""
    return _Rows(turn).ask()


def settled(step: Step, raw: Json) -> Json:
    """Every cell is whole; only the place to go on at goes."""
    return {"cells": raw.get("cells") or {}, "own": raw.get("own") or []} if isinstance(raw, dict) else raw


class _Rows:
    """The page while it is asked: which rows, which cells so far."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        held: dict[str, Any] = turn.raw if isinstance(turn.raw, dict) else {}
        rows, columns = turn.step["rows"], turn.step["columns"]
        cells = dict(held.get("cells") or {})
        self.cells: dict[str, str] = {
            row: one for row, one in cells.items() if row in rows and one in columns
        }  # a row from a collection may have been put away meanwhile
        self.own: list[dict[str, Any]] = list(held.get("own") or [])
        self.word = str(held.get(WORD) or "")
        self.rows = [name for name, row in rows.items() if not row.get("off")]
        if held.get(ALL) or any(rows.get(name, {}).get("off") for name in self.cells):
            self._all()
        self.place = 0
        if NEXT in held:
            self.place = self.rows.index(held[NEXT]) if held[NEXT] in self.rows else len(self.rows)

    def ask(self) -> Json:
        """Ask row by row until the page is done; None when nothing was given."""
        ended = False
        while not ended and self.place < len(self.rows):
            try:
                ended = self._row(self.rows[self.place])
            except Command as command:
                if command.name == "skip" and (self.cells or self.own or self.place):
                    self.cells.pop(self.rows[self.place], None)
                    self.place += 1
                elif command.name == "back" and self.place:
                    self.place -= 1
                else:
                    raise
        if not ended and self.turn.step.get("own_rows"):
            self._own_rows()
        if not self.cells and not self.own:
            self.turn.raw = None  # asked again, the page begins anew
            return None
        return {"cells": self.cells, "own": self.own}

    def _row(self, name: str) -> bool:
        """Ask one row. True when the page is done."""
        columns = self.turn.step["columns"]
        self.turn.asks(squeezed(self.turn.step["rows"][name]["text"]))
        while True:
            before = self.cells.get(name)
            given = self.turn.line(
                short(columns[before]["text"]) if before in columns else "", local=(DONE, ALL)
            )
            if given.word == DONE:
                return True
            if given.word == ALL:
                self._all()
                self.turn.talk.say(words.GRID_ALL_ADDED)
                continue
            text = given.words.strip()
            found = choice.match(columns, text) if text else before
            if text and found is None:
                self.turn.trouble(words.GRID_COLUMN)
                continue
            if found is not None:
                self.cells[name] = found
            self.place += 1
            self._hold()
            return False

    def _own_rows(self) -> None:
        """Ask for words of one's own with their columns, until Enter alone."""
        columns = self.turn.step["columns"]
        for one in self.own:
            self.turn.talk.say(f"{one['text']}: {columns.get(one['column'], {}).get('text', '')}", first="  ")
        while len(self.own) < OWN_MOST:
            if not self.word:
                self.turn.asks(words.GRID_OWN)
                self.word = self._line()
            if not self.word:
                return
            problem = self.turn.check({"own": [{"text": self.word, "column": next(iter(columns))}]})
            if problem:
                self.turn.trouble(problem)
                self.word = ""
                continue
            self._hold()
            column = self._own_column(columns)
            if column is not None:
                self.own.append({"text": self.word, "column": column})
            self.word = ""
            self._hold()

    def _own_column(self, columns: dict[str, Any]) -> str | None:
        """The column for a word of one's own; None when it is left open, which drops the word."""
        self.turn.asks(self.word)
        choice.rows(self.turn, columns)
        while (column := choice.match(columns, answer := self._line())) is None and answer:
            self.turn.trouble(words.GRID_COLUMN)
        return column

    def _line(self) -> str:
        """A line of the part for one's own words; `done` and `skip` are an empty one there."""
        try:
            given = self.turn.line(local=(DONE,))
        except Command as command:
            if command.name != "skip":
                raise
            return ""
        return given.words.strip()

    def _all(self) -> None:
        self.rows += [name for name in self.turn.step["rows"] if name not in self.rows]

    def _hold(self) -> None:
        held: dict[str, Json] = {"cells": dict(self.cells), "own": list(self.own)}
        held[NEXT] = self.rows[self.place] if self.place < len(self.rows) else ""
        if self.word:
            held[WORD] = self.word
        if len(self.rows) == len(self.turn.step["rows"]):
            held[ALL] = True
        self.turn.hold(held)
