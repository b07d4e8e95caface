"""Rows against columns: for each word, how it is."""

from __future__ import annotations

from typing import Any

from guide.steps.base import Json
from guide.ui.say import Piece, dim, fill, join, strong
from guide.ui.steps.base import StepView, asked, set_text
from guide.ui.steps.parts.boards import key_of, label
from guide.ui.steps.parts.pad import MOVES, Board, Row
from guide.words import stepping

_OWN, _OFF = "o", "a"
_PAGES = {"pageup": -8, "pagedown": 8}
"""Rows that a page key moves the mark by: the mark goes along, so that the next arrow goes on from there."""


class GridBoard(Board):
    """One row a word with the words of its column; beneath the highlighted one stand the columns with digits."""

    def __init__(self, view: GridView) -> None:
        self.view = view
        self.at = 0
        self._made: dict[tuple[int, str, str], Row] = {}
        self._legend_row = Row(self._legend(), lead="    ")
        self._nothing = Row(dim(stepping.NOTHING_THERE))

    def rows(self) -> list[Row]:
        """The rows in sight, one's own last."""
        result: list[Row] = []
        for index, (text, column) in enumerate(self.view.lines()):
            key = (index, text, column)
            if key not in self._made:
                chosen = self.view.columns.get(column, "") if column else ""
                value: Piece = strong(chosen) if chosen else dim(stepping.NOT_YET)
                self._made[key] = Row(fill(stepping.ROW_VALUE, row=text, value=value), pick=index)
            result.append(self._made[key])
            if index == self.at:
                result.append(self._legend_row)
        return result or [self._nothing]

    def _legend(self) -> Piece:
        names = list(self.view.columns.values())
        return join(*(join(strong(label(str(n))), name) for n, name in enumerate(names, 1)), between="  ")

    def wants(self, key: str, character: str | None) -> bool:
        """Digits, the columns' own keys, arrows, Del, `o` and `a` where they do something, and Enter."""
        name = key_of(key, character)
        return (
            key in MOVES or key in ("left", "right", "enter", "delete", "backspace")
            or self._column(name) is not None
            or (name == _OWN and self.view.own_rows)
            or (name == _OFF and self.view.hidden > 0)
            or key in _PAGES
        )  # fmt: skip

    def _column(self, name: str) -> str | None:
        if name in self.view.column_keys:
            return self.view.column_keys[name]
        names = list(self.view.columns)
        return (
            names[int(name) - 1]
            if name.isascii() and name.isdigit() and 1 <= int(name) <= len(names)
            else None
        )

    def key(self, key: str, character: str | None) -> bool:
        """Set a column and go down, move, clear, or do what the letters say."""
        name = key_of(key, character)
        if not self.wants(key, character):
            return False
        column = self._column(name)
        if key == "enter":
            self.view.answer(self.view.current_raw() or None)
        elif name == _OWN and self.view.own_rows:
            self.view.write_own()
        elif name == _OFF and self.view.hidden:
            self.view.show_all()
        elif column is not None:
            self.view.put(self.at or 0, column)
            self.move("down", len(self.view.lines()))
        elif key in ("delete", "backspace"):
            self.view.put(self.at or 0, "")
            self.at = max(0, min(self.at or 0, len(self.view.lines()) - 1))
        elif key in _PAGES:
            self.at = max(0, min((self.at or 0) + _PAGES[key], len(self.view.lines()) - 1))
        elif key in ("left", "right"):
            self._turn(1 if key == "right" else -1)
        else:
            self.move(key, len(self.view.lines()))
        return True

    def _turn(self, step: int) -> None:
        names, lines = list(self.view.columns), self.view.lines()
        if names and lines:
            now = lines[self.at or 0][1]
            place = names.index(now) + step if now in names else (0 if step > 0 else -1)
            self.view.put(self.at or 0, names[place % len(names)])

    def click(self, pick: int) -> None:
        """Highlight the row; a click on the highlighted one takes the next column."""
        if pick == self.at:
            self._turn(1)
        self.at = pick


class GridView(StepView):
    """Any row may stay open."""

    def fill(self, raw: Json) -> None:
        """Read rows, columns and what was answered before."""
        rows, columns = self.frozen.get("rows") or {}, self.frozen.get("columns") or {}
        self.columns = {str(name): _text(column) for name, column in columns.items()}
        keys = {
            str(column.get("key") or ""): str(name)
            for name, column in columns.items()
            if isinstance(column, dict)
        }
        self.column_keys = {key: name for key, name in keys.items() if key not in ("", _OWN, _OFF)}
        self.own_rows = bool(self.frozen.get("own_rows"))
        raw = raw if isinstance(raw, dict) else {}
        cells = raw.get("cells") if isinstance(raw.get("cells"), dict) else {}
        self._cells = {
            row: col
            for row, col in cells.items()
            if row in rows and isinstance(col, str) and col in self.columns
        }
        own = raw.get("own") if isinstance(raw.get("own"), list) else []
        self._own = [
            (str(one.get("text", "")), _known(one, self.columns)) for one in own if isinstance(one, dict)
        ]
        self._all = any(_off(rows[row]) for row in self._cells)
        self._rows = {name: row for name, row in rows.items()}
        self._writing, self._half = False, ""
        self.board = GridBoard(self)
        self.use(self.board)
        if not self.lines() and not self.hidden and self.own_rows:
            self.write_own()

    @property
    def hidden(self) -> int:
        """How many rows are off and not in sight."""
        return 0 if self._all else sum(1 for row in self._rows.values() if _off(row))

    def _in_sight(self) -> list[str]:
        return [name for name, row in self._rows.items() if self._all or not _off(row)]

    def lines(self) -> list[tuple[str, str]]:
        """(words, column or nothing) of each row in sight."""
        rows = [(_text(self._rows[name]), self._cells.get(name, "")) for name in self._in_sight()]
        return rows + self._own

    def put(self, index: int, column: str) -> None:
        """Set or clear a row; clearing an open row of one's own takes it away."""
        names = self._in_sight()
        if index < len(names):
            self._cells.pop(names[index], None)
            if column:
                self._cells[names[index]] = column
        elif index - len(names) < len(self._own):
            place = index - len(names)
            words, before = self._own[place]
            if column or before:
                self._own[place] = (words, column)
            else:
                del self._own[place]
        else:
            return
        self.hold(now=True)

    def show_all(self) -> None:
        """Show the rows that are off."""
        self._all = True
        self.refresh_hint()

    def write_own(self) -> None:
        """Open the field for a word of one's own, on what was left in it."""
        self._writing = True
        self.edit_line(self._half, hint=stepping.OWN_WORD, beside=True)
        self.refresh_hint()

    def line_entered(self, words: str) -> None:
        """Put the word into the list and highlight it; without one the field closes."""
        self.line.put("")
        if words.strip():
            self._own.append((words.strip(), ""))
            self.board.at = len(self.lines()) - 1
        self.line_key("escape")
        if words.strip():
            self.hold(now=True)
            self.pad.reveal_here()

    def line_key(self, key: str) -> bool:
        """Escape closes the field; a word that stands in it waits there."""
        if key != "escape":
            return False
        self._half, self._writing = self.typed(), False
        self.use(self.board)
        self.refresh_hint()
        return True

    def problem(self, text: str, part: str = "") -> None:
        """Show the sentence; for a word of one's own without a column, go to it."""
        if part == "own":
            rows = self.lines()
            self.board.at = next((n for n in range(len(rows) - 1, -1, -1) if not rows[n][1]), self.board.at)
            self.pad.redraw()
        super().problem(text, part)

    def current_raw(self) -> Json:
        """Cells and one's own rows; None when nothing was chosen."""
        own: list[Any] = [{"text": text, "column": column} for text, column in self._own]
        if self._writing and self.typed().strip():
            own.append({"text": self.typed(), "column": ""})
        return {"cells": dict(self._cells), "own": own} if self._cells or own else None

    def refresh_hint(self) -> None:
        """The line of keys stands above the rows: beneath many of them it would be out of sight."""
        if self._writing:
            super().refresh_hint()
            return
        set_text(self.head, join(asked(self.frozen), dim(self.help_keys), between="\n"))
        set_text(self.hint, "")

    @property
    def help_keys(self) -> str:
        """The keys that do something now."""
        if self._writing:
            return stepping.KEYS_OWN_LINE
        keys = [stepping.KEYS_GRID]
        keys += [stepping.KEYS_GRID_OWN] if self.own_rows else []
        keys += [stepping.KEYS_GRID_OFF] if self.hidden else []
        return stepping.BETWEEN.join(keys)


def _text(spec: Json) -> str:
    return str(spec.get("text", "") if isinstance(spec, dict) else spec)


def _off(spec: Json) -> bool:
    return bool(spec.get("off")) if isinstance(spec, dict) else False


def _known(own: dict[str, Any], columns: dict[str, str]) -> str:
    column = own.get("column")
    return column if isinstance(column, str) and column in columns else ""
