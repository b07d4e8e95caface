"""Small records, one after the other; earlier ones stand above."""

from __future__ import annotations

from typing import Any

from guide.steps.base import Json, Problem
from guide.steps.list import KIND, MOST
from guide.ui.say import Piece, dim, fill, join
from guide.ui.steps.base import StepView, asked, set_text
from guide.ui.steps.choice import OTHER, options_of, other_of, with_other
from guide.ui.steps.parts.blank_mind import ExamplesBoard, has_examples, with_example
from guide.ui.steps.parts.boards import OneOf, Option
from guide.ui.steps.parts.reading import MAKING
from guide.ui.steps.parts.record_rows import THERE, asked_now, filled, record_options, record_words
from guide.ui.steps.parts.records import Draft, draft_of, record_raw, records_of
from guide.ui.steps.scale import rate_board
from guide.ui.steps.short import nudge_board
from guide.ui.steps.yes_no import yes_no_board
from guide.words import nudges, stepping

_NEW, _GO_ON = "new", "go-on"


class ListView(StepView):
    """Enter goes from field to field and keeps the record after the last; Enter on an empty first field goes on."""

    def fill(self, raw: Json) -> None:
        """Take up the records, and the one that was half filled, at its field."""
        self.parts: dict[str, dict[str, Any]] = dict(self.frozen.get("record") or {})
        self.records, held = records_of(self.parts, raw)
        self.draft = held or Draft(len(self.records))
        self._writing_other = self._asking_about = False
        if held is None and self._full:
            self._choose_one()
        else:
            self._field(self.draft.place)

    @property
    def _most(self) -> int:
        return int((self.frozen.get("items") or {}).get("max", MOST))

    @property
    def _full(self) -> bool:
        return len(self.records) >= self._most

    @property
    def _names(self) -> list[str]:
        return list(self.parts)

    @property
    def _at(self) -> str:
        return self._names[self.draft.place] if self._names else ""

    @property
    def _part(self) -> dict[str, Any]:
        return self.parts.get(self._at, {"kind": "short"})

    @property
    def _typing(self) -> bool:
        return self.active is not self.pad

    def draw_head(self) -> None:
        """Drawn by `_draw`, with the records."""

    def _draw(self, *, fields: bool = True) -> None:
        head: list[Piece] = [asked(self.frozen)]
        existing = self.frozen.get("there") or []
        head += [fill(stepping.EARLIER_THERE, words=str(one.get("label", ""))) for one in existing[-5:]]
        for number, record in enumerate(self.records, 1):
            if number - 1 != self.draft.index or not fields:
                head.append(
                    fill(stepping.EARLIER, n=number, words=record_words(self.parts, record["fields"]))
                )
        tail: list[Piece] = []
        if fields:
            head.append("")
            if self._most > 1:
                head.append(dim(fill(stepping.NUMBER, n=self.draft.index + 1)))
            for place, name in enumerate(self._names):
                part, raw = self.parts[name], self.draft.fields.get(name)
                if place == self.draft.place:
                    head.append(asked_now(part, raw if self._asking_about else None))
                else:
                    (head if place < self.draft.place else tail).append(filled(part, raw))
        set_text(self.head, join(*head, between="\n"))
        set_text(self.tail, join(*tail, between="\n"))
        self.refresh_hint()

    def _field(self, place: int) -> None:
        """Open the editor of one field on what stands in it."""
        self.draft.place = max(0, min(place, len(self._names) - 1))
        self._writing_other = self._asking_about = False
        part, raw = self._part, self.draft.fields.get(self._at)
        if part["kind"] == "choice":
            chosen = raw if isinstance(raw, str) else OTHER if raw else ""
            options = with_other(part, options_of(part), other_of(raw))
            self.use(OneOf(options, self._chosen, none=lambda: self._given(None), chosen=chosen))
        elif part["kind"] == "yes-no":
            self.use(yes_no_board(raw, self._given))
        elif part["kind"] == "scale":
            self.use(rate_board(part, raw, self._given))
        elif part["kind"] == "long":
            self.edit_words(raw if isinstance(raw, str) else "")
        else:
            self.edit_line(raw if isinstance(raw, str) else "")
        self._draw()

    def _chosen(self, name: str) -> None:
        if name != OTHER:
            self._given(name)
            return
        self._writing_other = True
        self.edit_line(other_of(self.draft.fields.get(self._at)), hint=stepping.OTHER_HINT, beside=True)
        self._draw()

    def line_entered(self, words: str) -> None:
        """Keep the field, ask at most one question about it, and go to the next."""
        if self._writing_other:
            self._given({"other": words} if words.strip() else None)
            return
        self._set(words if words.strip() else None)
        name = self._at
        if words.strip() and self._part.get("nudge") and name not in self.draft.asked:
            question = self.nudge(name, words, dict(self.draft.fields))
            if question:
                self.draft.asked.add(name)
                self._asking_about = True
                self.hold(now=True)
                self.use(nudge_board(question, self._nudged))
                self._draw()
                return
        self._given(self.draft.fields.get(name))

    def _nudged(self, name: str) -> None:
        if name == "keep":
            self._given(self.draft.fields.get(self._at))
        elif name == "change":
            self._field(self.draft.place)
        else:
            self.say_note(nudges.WHY)

    def _set(self, raw: Json) -> None:
        if raw in (None, ""):
            self.draft.fields.pop(self._at, None)
        else:
            self.draft.fields[self._at] = raw

    def _given(self, raw: Json) -> None:
        self._set(raw)
        nothing = not self.draft.fields
        first = self.draft.place == 0
        if (
            nothing
            and self.draft.new(self.records)
            and (not self._part.get("optional") or (first and self.records))
        ):
            self._leave()
            return
        if self.draft.place + 1 < len(self._names):
            self._field(self.draft.place + 1)
            self.hold(now=True)
        else:
            self._keep()

    def _keep(self) -> None:
        """Take the record in, with the kind's own check; an emptied one goes."""
        draft, was_new = self.draft, self.draft.new(self.records)
        if not draft.fields and was_new:
            self._leave()
            return
        try:
            KIND.record(self.frozen, draft.fields, MAKING, draft.index)
        except Problem as problem:
            self.problem(problem.message, problem.part)
            return
        record = [record_raw(draft)] if draft.fields else []
        self.records[draft.index : draft.index + 1] = record
        self.draft = Draft(len(self.records))
        self.hold(now=True)
        if was_new and self._full:
            self._leave()
        elif self._full:
            self._choose_one()
        else:
            self._field(0)

    def _leave(self) -> None:
        self.answer([dict(record) for record in self.records] or None)

    def _choose_one(self) -> None:
        """The records as rows: one to change, or going on."""
        there = self._there() if self.frozen.get("existing") == "edit" else []
        options = record_options(self.parts, self.records, there)
        on = Option(_GO_ON, stepping.GO_ON, "enter")
        options.append(on if self._full else Option(_NEW, stepping.NEW_ONE, "escape"))
        at = len(options) - 1
        self.use(OneOf(options, self._one_chosen, at=at, intro=stepping.CHANGE_HEAD, keys=stepping.KEYS_MENU))
        self._draw(fields=False)

    def _there(self) -> list[dict[str, Any]]:
        taken = {record.get("item") for record in self.records}
        return [one for one in self.frozen.get("there") or [] if one.get("item") not in taken]

    def _one_chosen(self, name: str) -> None:
        if name == _GO_ON:
            self._leave()
            return
        if name.startswith(THERE):
            found = next(one for one in self.frozen["there"] if one["item"] == name.removeprefix(THERE))
            self.draft = draft_of(
                self.parts, {"item": found["item"], "fields": found.get("fields")}, len(self.records)
            )
        elif name != _NEW:
            self.draft = draft_of(self.parts, self.records[int(name)], int(name))
        self._field(self.draft.place if name == _NEW else 0)

    def line_key(self, key: str) -> bool:
        """Up: the field before, or the records above."""
        if key == "escape" and self._writing_other:
            self._field(self.draft.place)
            return True
        if key != "up":
            return False
        if self._typing and not self._writing_other:
            self._set(self.typed() if self.typed().strip() else None)
        if self.draft.place > 0:
            self._field(self.draft.place - 1)
        elif self.records or self.frozen.get("existing") == "edit":
            self._choose_one()
        return True

    def unused_key(self, key: str) -> bool:
        """Up and Backspace on a board that has no use for them: the field before."""
        return key in ("up", "backspace") and self.draft.place > 0 and self.line_key("up")

    def problem(self, text: str, part: str = "") -> None:
        """Go to the record and field a problem is about, and show it there."""
        number, _, name = part.partition(".")
        if number.isdigit() and name in self.parts:
            index = int(number)
            if index != self.draft.index and index < len(self.records):
                self.draft = draft_of(self.parts, self.records[index], index)
            self._field(self._names.index(name))
        super().problem(text, part)

    @property
    def offers_examples(self) -> bool:
        """Whether the field has any."""
        return has_examples(self._part)

    def examples(self) -> bool:
        """Examples of the field that is being filled."""
        if not has_examples(self._part):
            return False
        if isinstance(self.pad.board, ExamplesBoard) and not self._typing:
            self._field(self.draft.place)
        else:
            if self._typing:
                self._set(self.typed() if self.typed().strip() else None)
            self.use(ExamplesBoard(self._part, self._example))
            self._draw()
        return True

    def _example(self, words: str) -> None:
        before = self.draft.fields.get(self._at)
        self._set(with_example(before if isinstance(before, str) else "", words) if words else before)
        self._field(self.draft.place)
        self.hold()

    def current_raw(self) -> Json:
        """All records; the one being filled carries `now`, the field it stands at."""
        fields = dict(self.draft.fields)
        if self._typing and self._names:
            typed: Json = self.typed()
            if typed.strip():
                fields[self._at] = {"other": typed} if self._writing_other else typed
            else:
                fields.pop(self._at, None)
        raw: list[Any] = [dict(record) for record in self.records]
        if fields:
            now = {**record_raw(self.draft), "fields": fields, "now": self._at}
            raw[self.draft.index : self.draft.index + 1] = [now]
        return raw

    @property
    def help_keys(self) -> str:
        """The keys of the field that is asked now."""
        if not self._typing:
            return self.pad.board.keys
        if self._writing_other:
            return stepping.KEYS_OWN_LINE
        keys = [stepping.KEYS_LONG if self._part["kind"] == "long" else stepping.KEYS_LIST]
        keys += [stepping.KEYS_LIST_DONE] if self.records and self.draft.place == 0 else []
        keys += [stepping.KEYS_EXAMPLES] if has_examples(self._part) else []
        return stepping.BETWEEN.join(keys)
