"""Small records, one after the other; earlier ones stand above."""

from __future__ import annotations

from typing import Any

from guide.steps.base import Json, Problem
from guide.steps.list import KIND, MOST, ListKind
from guide.steps.parts import ends_list
from guide.ui.say import Piece, dim, fill, join
from guide.ui.steps.base import asked, set_text
from guide.ui.steps.parts.blank_mind import has_examples
from guide.ui.steps.parts.boards import OneOf, Option
from guide.ui.steps.parts.part_view import PartView
from guide.ui.steps.parts.reading import making
from guide.ui.steps.parts.record_rows import THERE, asked_now, filled, record_options, record_words
from guide.ui.steps.parts.records import Draft, draft_of, record_raw, records_of
from guide.words import stepping

_NEW, _GO_ON = "new", "go-on"
THERE_MOST = 5
"""So many items of another day stand above, the latest ones."""


class ListView(PartView):
    """Enter goes from field to field and keeps the record after the last; where a record is left empty, it goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: dict[str, dict[str, Any]] = {}
        self.records: list[dict[str, Any]] = []
        self.draft = Draft(0)
        self._fields_shown = True

    def fill(self, raw: Json) -> None:
        """Take up the records, and the one that was half filled, at its field."""
        self.parts = dict(self.frozen.get("record") or {})
        self.records, held = records_of(self.parts, raw)
        self.draft = held or Draft(len(self.records))
        self.asked_once = False
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
    def at(self) -> str:
        """The name of the field that is asked now."""
        return self._names[self.draft.place] if self._names else ""

    @property
    def part(self) -> dict[str, Any]:
        """The field that is asked now."""
        return self.parts.get(self.at, {"kind": "short"})

    @property
    def values(self) -> dict[str, Json]:
        """The fields of the record being filled."""
        return self.draft.fields

    # -- drawing --------------------------------------------------------------------------------------

    def draw_head(self) -> None:
        """Drawn by `draw`, with the records."""

    def above(self) -> list[Piece]:
        """What stands above the records."""
        here = {record.get("item") for record in [*self.records, {"item": self.draft.item}]}
        others = [one for one in self.frozen.get("there") or [] if one.get("item") not in here]
        shown = others[-THERE_MOST:] if self._fields_shown or not self._there() else []
        return [asked(self.frozen), *(fill(stepping.EARLIER_THERE, words=_label(one)) for one in shown)]

    def draw(self, *, fields: bool = True) -> None:
        """Draw the records, and the fields before the one that is asked now."""
        self._fields_shown = fields
        head = self.above()
        for number, record in enumerate(self.records, 1):
            if number - 1 != self.draft.index or not fields:
                head.append(
                    fill(stepping.EARLIER, n=number, words=record_words(self.parts, record["fields"]))
                )
        if fields:
            changed = self._item(self.draft.item)
            head.append("")
            if changed is not None:
                head.append(dim(fill(stepping.CHANGING, words=_label(changed))))
            elif self._most > 1:
                head.append(dim(fill(stepping.NUMBER, n=self.draft.index + 1)))
            head += [
                filled(self.parts[name], self.values.get(name)) for name in self._names[: self.draft.place]
            ]
            head.append(asked_now(self.part, self.values.get(self.at) if self.asking_about else None))
        set_text(self.head, join(*head, between="\n"))
        self.draw_tail()
        self.refresh_hint()

    def tail_words(self) -> Piece:
        """The fields that are still to come."""
        names = self._names[self.draft.place + 1 :] if self._fields_shown else []
        return join(*(filled(self.parts[name], self.values.get(name)) for name in names), between="\n")

    def _field(self, place: int) -> None:
        """Open the editor of one field on what stands in it."""
        self.draft.place = max(0, min(place, len(self._names) - 1))
        self.open_part()

    # -- going on -------------------------------------------------------------------------------------

    def given(self, raw: Json) -> None:
        """Keep the field and go to the next; after the last, or with nothing at all, on from here."""
        self.put(raw)
        if not self.draft.fields and self.draft.new(self.records) and self._ends_here:
            self._leave()
            return
        if self.draft.place + 1 < len(self._names):
            self._field(self.draft.place + 1)
            self.hold(now=True)
        else:
            self._keep()

    @property
    def _ends_here(self) -> bool:
        further = self.draft.place == 0 and bool(self.records)
        return ends_list(self.parts, self.at, further=further)

    def _keep(self) -> None:
        """Take the record in, with the kind's own check; an emptied one goes."""
        draft, was_new = self.draft, self.draft.new(self.records)
        if not draft.fields and was_new:
            self._leave()
            return
        try:
            self.records_kind.record(self.frozen, draft.fields, making(self.today()), draft.index)
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

    # -- changing an earlier one ----------------------------------------------------------------------

    change_head = stepping.CHANGE_HEAD
    records_kind: ListKind = KIND
    """Whose records these are: it says when one is whole."""

    def _choose_one(self) -> None:
        """The records as rows: one to change, or going on."""
        options = record_options(self.parts, self.records, self._there())
        on = Option(_GO_ON, stepping.GO_ON, "enter")
        options.append(on if self._full else Option(_NEW, stepping.NEW_ONE, "escape"))
        at = len(options) - 1
        head, keys = self.change_head, stepping.KEYS_MENU
        self.use(OneOf(options, self._one_chosen, at=at, intro=head, keys=keys, menu=True))
        self.draw(fields=False)

    def _there(self) -> list[dict[str, Any]]:
        """The items of another day that can be changed here and are not among the records yet."""
        if self.frozen.get("existing") != "edit":
            return []
        taken = {record.get("item") for record in self.records}
        return [one for one in self.frozen.get("there") or [] if one.get("item") not in taken]

    def _item(self, name: str) -> dict[str, Any] | None:
        """The item of another day by its id."""
        there = self.frozen.get("there") or [] if name else []
        return next((one for one in there if one.get("item") == name), None)

    def _one_chosen(self, name: str) -> None:
        if name == _NEW and self.draft.new(self.records):
            self._field(self.draft.place)
            return
        if self.draft.fields:  # what was begun before is not lost by turning to another
            self.records[self.draft.index : self.draft.index + 1] = [record_raw(self.draft)]
        if name == _GO_ON:
            self._leave()
            return
        if name.startswith(THERE):
            found = self._item(name.removeprefix(THERE)) or {}
            earlier = {"item": found.get("item"), "fields": found.get("fields")}
            self.draft = draft_of(self.parts, earlier, len(self.records))
        elif name == _NEW:
            self.draft = Draft(len(self.records))
        else:
            self.draft = draft_of(self.parts, self.records[int(name)], int(name))
        self._field(0)

    def before(self) -> bool:
        """The field before, or the records above."""
        if self.draft.place > 0:
            self._field(self.draft.place - 1)
        elif self.records or self._there():
            self._choose_one()
        else:
            return False
        return True

    def unused_key(self, key: str) -> bool:
        """On a board the first field leads nowhere: Backspace there is the screen's."""
        here = self._fields_shown and (key == "delete" or self.draft.place > 0)
        return here and super().unused_key(key)

    # -- for the screen -------------------------------------------------------------------------------

    def problem(self, text: str, part: str = "") -> None:
        """Go to the record and field a problem is about, and show it there."""
        number, _, name = part.partition(".")
        if number.isdigit() and name in self.parts:
            index = int(number)
            if index != self.draft.index and index < len(self.records):
                self.draft = draft_of(self.parts, self.records[index], index)
            self._field(self._names.index(name))
        super().problem(text, part)

    def current_raw(self) -> Json:
        """All records; the one being filled carries `now`, the field it stands at."""
        fields = self.typed_fields()
        raw: list[Any] = [dict(record) for record in self.records]
        if fields:
            now = {**record_raw(self.draft), "fields": fields, "now": self.at}
            raw[self.draft.index : self.draft.index + 1] = [now]
        return raw

    @property
    def help_keys(self) -> str:
        """The keys of the field that is asked now."""
        keys = self.part_keys()
        if self.typing and not self.writing_other:
            first = self.draft.place == 0
            edits = first and bool(self.records or self._there())
            up = [stepping.KEYS_EDIT] if edits else [] if first else [stepping.KEYS_UP]
            keys = [stepping.KEYS_LONG if self.part["kind"] == "long" else stepping.KEYS_NEXT, *up, *keys]
            if self.records and not self.values:
                keys.append(stepping.KEYS_LIST_DONE if self._ends_here else stepping.KEYS_LIST_EMPTY)
            keys += [stepping.KEYS_EXAMPLES] if has_examples(self.part) else []
        return stepping.BETWEEN.join(keys)


def _label(item: dict[str, Any]) -> str:
    return " ".join(str(item.get("label", "")).split())
