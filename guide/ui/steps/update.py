"""Going through what one has collected: item by item, question by question; any may be left open."""

from __future__ import annotations

from typing import Any

from guide.steps.base import Json
from guide.ui.say import Piece, dim, fill, join, say, strong
from guide.ui.steps.base import asked, set_text
from guide.ui.steps.parts.blank_mind import has_examples
from guide.ui.steps.parts.boards import OneOf, Option
from guide.ui.steps.parts.part_view import PartView
from guide.ui.steps.parts.reading import words_for
from guide.ui.steps.parts.record_rows import asked_now, filled
from guide.ui.steps.parts.records import draft_of
from guide.words import stepping

_GO_ON = "\x00go-on"
ABOVE_MOST = 2
"""So many items that were answered stand above the one that is asked now."""

_SEEN = 100
"""So many characters of an item, and of its answers, are read back on another item's page."""


class UpdateView(PartView):
    """Enter goes on, also past an open question; up leads back, and from the first one to the list of all."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[dict[str, Any]] = []
        self._listed = self._from_list = False

    def fill(self, raw: Json) -> None:
        """Take up what was answered, at the question where it was left; when all was gone through, as a list."""
        self.items = [
            one for one in self.frozen.get("choices") or [] if isinstance(one, dict) and one.get("ask")
        ]
        self._fields: list[dict[str, Json]] = [{} for _ in self.items]
        self.asked_once = False
        self._index, self._place = 0, 0
        places = {one["item"]: index for index, one in enumerate(self.items)}
        resumed = self._from_list = False
        for one in raw if isinstance(raw, list) else []:
            index = places.get(one.get("item")) if _named(one) else None
            if index is None:
                continue
            asks = self.items[index]["ask"]
            self._fields[index] = draft_of(asks, one, index).fields
            if isinstance(one.get("now"), str) and one["now"] in asks:
                self._index, self._place, resumed = index, list(asks).index(one["now"]), True
        if not self.items or (any(self._fields) and not resumed):
            self._choose_one()
        else:
            self.open_part()

    @property
    def _names(self) -> list[str]:
        return list(self.items[self._index]["ask"]) if self.items else []

    @property
    def at(self) -> str:
        """The question that is asked now."""
        return self._names[self._place] if self.items else ""

    @property
    def part(self) -> dict[str, Any]:
        """The same as it is frozen for this item."""
        part: dict[str, Any] = self.items[self._index]["ask"][self.at] if self.items else {"kind": "short"}
        return part

    @property
    def values(self) -> dict[str, Json]:
        """The answers for this item."""
        return self._fields[self._index] if self.items else {}

    # -- drawing --------------------------------------------------------------------------------------

    def draw_head(self) -> None:
        """Drawn by `draw`, with the item."""

    def draw(self) -> None:
        """Draw what was answered, the item, and the question."""
        self._listed = False
        one, part = self.items[self._index], self.part
        head: list[Piece] = [asked(self.frozen), *self._above(), ""]
        label = " ".join(str(one.get("label", "")).split())
        place = fill(stepping.ITEM_OF, n=self._index + 1, all=len(self.items))
        again = label and label in " ".join(str(part.get("prompt") or "").split())  # a question that names it
        head.append(dim(place) if again else join(dim(place), "  ", strong(say(label, lines=False))))
        head += [filled(one["ask"][name], self.values.get(name)) for name in self._names[: self._place]]
        asked_part = {**part, "optional": False}  # every question here may stay open: the key line says so
        head.append(asked_now(asked_part, self.values.get(self.at) if self.asking_about else None))
        set_text(self.head, join(*head, between="\n"))
        self.draw_tail()
        self.refresh_hint()

    def _above(self) -> list[Piece]:
        done = [index for index in range(self._index) if self._fields[index]]
        lines: list[Piece] = [dim(self._in_words(index)) for index in done[-ABOVE_MOST:]]
        more = len(done) - len(lines)
        return [dim(fill(stepping.ABOVE, n=more)), *lines] if more else lines

    def _in_words(self, index: int) -> Piece:
        """An item and its answers, in one line."""
        one, fields = self.items[index], self._fields[index]
        words = [words_for(part, fields.get(name)) for name, part in one["ask"].items()]
        said = stepping.BETWEEN.join(filter(None, words)) or stepping.NOT_YET
        label = _cut(str(one.get("label", "")))
        return fill(stepping.ROW_VALUE, row=say(label, lines=False), value=say(_cut(said), lines=False))

    def tail_words(self) -> Piece:
        """The questions about this item that are still to come."""
        if self._listed:
            return ""
        names = self._names[self._place + 1 :]
        asks = self.items[self._index]["ask"]
        return join(*(filled(asks[name], self.values.get(name)) for name in names), between="\n")

    # -- from question to question --------------------------------------------------------------------

    def _go(self, index: int, place: int) -> None:
        self._index, self._place = index, place
        self.open_part()
        self.hold(now=True)

    def given(self, raw: Json) -> None:
        """Keep it, and go to the next question, the next item, or on from here."""
        self.put(raw)
        if self._place + 1 < len(self._names):
            self._go(self._index, self._place + 1)
        elif self._from_list:
            self._choose_one()
            self.hold(now=True)
        elif self._index + 1 < len(self.items):
            self._go(self._index + 1, 0)
        else:
            self._leave()

    def before(self) -> bool:
        """The question before, also that of the item before; from the first one to all of them."""
        if self._listed:
            return False
        if self._place > 0:
            self._go(self._index, self._place - 1)
        elif self._index > 0 and not self._from_list:
            self._go(self._index - 1, len(self.items[self._index - 1]["ask"]) - 1)
        elif len(self.items) > 1:
            self._choose_one()
        else:
            return False
        return True

    def _leave(self) -> None:
        self.answer(self._kept() or None)

    def _choose_one(self) -> None:
        """All items with what was answered: one to go to, or going on."""
        self._listed = self._from_list = True
        options = [Option(str(index), self._in_words(index)) for index in range(len(self.items))]
        options.append(Option(_GO_ON, stepping.GO_ON, "enter"))
        head = stepping.UPDATE_HEAD if self.items else stepping.NOTHING_THERE
        last, keys = len(options) - 1, stepping.KEYS_MENU
        self.use(OneOf(options, self._one_chosen, at=last, intro=head, keys=keys, menu=True))
        set_text(self.head, asked(self.frozen))
        set_text(self.tail, "")
        self.refresh_hint()

    def _one_chosen(self, name: str) -> None:
        if name == _GO_ON:
            self._leave()
        else:
            self._go(int(name), 0)

    # -- for the screen -------------------------------------------------------------------------------

    def problem(self, text: str, part: str = "") -> None:
        """Go to the item and question a problem is about, and show it there."""
        item, _, name = part.partition(".")
        index = next((n for n, one in enumerate(self.items) if one["item"] == item), None)
        if index is not None and name in self.items[index]["ask"]:
            self._index, self._place = index, list(self.items[index]["ask"]).index(name)
            self.open_part()
        super().problem(text, part)

    @property
    def offers_examples(self) -> bool:
        """Whether the question has any; the list of all has none."""
        return not self._listed and super().offers_examples

    def examples(self) -> bool:
        """Examples of the question that is asked now."""
        return not self._listed and super().examples()

    def unused_key(self, key: str) -> bool:
        """On the list of all, nothing is cleared and nothing is before."""
        return not self._listed and super().unused_key(key)

    def go_on(self) -> None:
        """The command to go on goes past this question, as Enter does."""
        if self._listed and not self._open_asked:
            self._leave()
        else:
            self.entered()

    def _kept(self) -> list[dict[str, Any]]:
        """The items with an answer, in order."""
        pairs = zip(self.items, self._fields, strict=True)
        return [{"item": one["item"], "fields": dict(fields)} for one, fields in pairs if fields]

    def current_raw(self) -> Json:
        """All answers; the item that is asked now carries `now`, the question it stands at."""
        if self._listed or not self.items:
            return self._kept()
        raw: list[Any] = []
        for index, one in enumerate(self.items):
            here = index == self._index
            fields = self.typed_fields() if here else dict(self._fields[index])
            begun = here and bool(fields or self._index or self._place)  # only looked at is not begun
            if fields or begun:
                raw.append({"item": one["item"], "fields": fields, **({"now": self.at} if here else {})})
        return raw

    @property
    def help_keys(self) -> str:
        """The keys of the question that is asked now."""
        if self._listed or self.asking_about:
            return self.pad.board.keys
        keys = self.part_keys()
        if self.typing and not self.writing_other:
            keys = [stepping.KEYS_LONG if self.part["kind"] == "long" else stepping.KEYS_UPDATE, *keys]
            keys += [stepping.KEYS_EXAMPLES] if has_examples(self.part) else []
        if self.writing_other:
            return stepping.BETWEEN.join(keys)
        first = self._place == 0 and (self._from_list or self._index == 0)
        if not first:
            keys.append(stepping.KEYS_UP if self.typing else stepping.KEYS_BEFORE)
        elif len(self.items) > 1:
            keys.append(stepping.KEYS_UP_ALL if self.typing else stepping.KEYS_BEFORE_ALL)
        return stepping.BETWEEN.join(keys)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SEEN else words[: _SEEN - 1].rstrip() + "…"


def _named(one: Json) -> bool:
    return isinstance(one, dict) and isinstance(one.get("item"), str)
