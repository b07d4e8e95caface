"""Choosing from what one has collected."""

from __future__ import annotations

from typing import Any

from guide.steps.base import Json
from guide.ui.steps.base import StepView
from guide.ui.steps.parts.blank_mind import ExamplesBoard, has_examples, with_example
from guide.ui.steps.parts.boards import ManyOf, OneOf, Option
from guide.words import stepping

_NEW = "\x00new"
_OWN = "\x00own:"


class PickView(StepView):
    """The suggested one is highlighted first. One: Enter takes it. Several: Space or a digit picks them."""

    def fill(self, raw: Json) -> None:
        """List the items, those picked before that are no longer listed, and one's own words."""
        self._items: dict[str, str] = {}
        for one in self.frozen.get("choices") or []:
            if isinstance(one, dict) and "item" in one:
                self._items[str(one["item"])] = str(one.get("label", ""))
        self._own: list[str] = []
        self._picked: list[str] = []
        for value in raw if isinstance(raw, list) else []:
            self._take_in(value)
        self._writing, self._half = False, ""
        self._looking = False
        self._board()
        if not self._items and not self._own and self._may_write:
            self._write()

    def _take_in(self, value: Json) -> None:
        if isinstance(value, str) and value in self._items:
            self._picked.append(value)
        elif isinstance(value, dict) and isinstance(value.get("own"), str):
            self._own.append(value["own"])
            self._picked.append(_OWN + value["own"])
        elif isinstance(value, dict) and isinstance(value.get("item"), str):
            self._items.setdefault(value["item"], str(value.get("label", "")))
            self._picked.append(value["item"])

    @property
    def _may_write(self) -> bool:
        return self.frozen.get("own") not in (None, "false", False)

    @property
    def _one(self) -> bool:
        return int((self.frozen.get("pick") or {}).get("max", 1)) == 1

    def _board(self, at: int | None = None) -> None:
        options = [Option(name, label) for name, label in self._items.items()]
        options += [Option(_OWN + words, words) for words in self._own]
        new = Option(_NEW, stepping.OWN, "w") if self._may_write else None
        if at is None and options and not self.frozen.get("optional"):
            at = 0
        if self._one:
            chosen = self._picked[0] if self._picked else ""
            every = [*options, *([new] if new else [])]
            marked = at is not None or chosen
            self.use(OneOf(
                every, self._taken, none=lambda: self.answer(None), chosen=chosen, at=at,
                keys=stepping.KEYS_PICK_ONE if marked else stepping.KEYS_PICK_OPEN,
                intro="" if every else stepping.NOTHING_THERE,
            ))  # fmt: skip
        else:
            self._many = ManyOf(
                options, self._go_on, self._changed, chosen=self._picked, extra=new, opened=self._write, at=at,
                keys=stepping.KEYS_PICK,
            )  # fmt: skip
            self.use(self._many)

    def _taken(self, name: str) -> None:
        if name == _NEW:
            self._write()
        else:
            self._picked = [name]
            self.answer(self.current_raw())

    def _changed(self) -> None:
        self._picked = list(self._many.chosen)
        self.hold(now=True)

    def _go_on(self) -> None:
        at = self._many.at
        if not self._picked and at is not None and at < len(self._many.options):
            self._picked = [self._many.options[at].id]
        self.answer(self.current_raw() or None)

    def _write(self) -> None:
        self._writing = True
        self.edit_line(self._half, hint=stepping.OWN, beside=True)
        self.refresh_hint()

    # -- for a blank mind -----------------------------------------------------------------------------

    @property
    def offers_examples(self) -> bool:
        """Whether there are any, where words of one's own are taken."""
        return self._may_write and has_examples(self.frozen)

    def examples(self) -> bool:
        """Show examples, or take them away again."""
        if not self.offers_examples:
            return False
        self.quiet()
        if self._looking:
            self._example("")
            return True
        self._half = self.typed() if self._writing else self._half
        self._looking = True
        self.use(ExamplesBoard(self.frozen, self._example))
        self.refresh_hint()
        return True

    def _example(self, words: str) -> None:
        self._looking = False
        self._half = with_example(self._half, words)
        self._board()
        if words or self._writing:
            self._write()
            self.hold()
        self.refresh_hint()

    def line_entered(self, words: str) -> None:
        """Take the words: for one pick that is the answer, for several they join the list."""
        if not words.strip():
            if self._items or self._own:
                self.line_key("escape")
            else:
                self.answer(None)
            return
        if words not in self._own:
            self._own.append(words)
        self.line.put("")
        name = _OWN + words
        self._picked = [name] if self._one else [*(one for one in self._picked if one != name), name]
        self.line_key("escape")
        if self._one:
            self.answer(self.current_raw())
        else:
            self.hold(now=True)

    def line_key(self, key: str) -> bool:
        """Escape goes back to the list, when there is one; the words wait in the field."""
        if key not in ("escape", "up") or not (self._items or self._own):
            return False
        self._half, self._writing = self.typed(), False
        self._board(len(self._items) + len(self._own) - 1)
        self.refresh_hint()
        return True

    def current_raw(self) -> Json:
        """What is picked, and the words being written."""
        raw: list[Any] = []
        for name in self._picked:
            raw.append({"own": name.removeprefix(_OWN)} if name.startswith(_OWN) else name)
        if self._writing and self.typed().strip():
            raw = [*([] if self._one else raw), {"own": self.typed()}]
        return raw

    @property
    def help_keys(self) -> str:
        """The keys of the list, or of the field."""
        if self._looking:
            return self.pad.board.keys
        examples = [stepping.KEYS_EXAMPLES] if self.offers_examples else []
        if self._writing:
            keys = [stepping.KEYS_OWN_LINE if self._items or self._own else stepping.KEYS_LINE]
        else:
            keys = [self.pad.board.keys, *([stepping.KEYS_OWN] if self._may_write else [])]
        return stepping.BETWEEN.join([*keys, *examples])
