"""Item after item of what one has collected, and the same short questions about each."""

from __future__ import annotations

import re
from typing import Any, Final

from guide.plain.records import NEXT, raw_of, squeezed
from guide.plain.turn import Command, Turn, checked
from guide.steps.base import Json, Step
from guide.steps.parts import PART_KINDS
from guide.words import plain as words

DONE: Final = re.compile("done")


def show(turn: Turn) -> None:
    """Write how many there are, and how they are answered."""
    turn.talk.say(words.UPDATE_ONE if len(turn.step["choices"]) == 1 else words.UPDATE)


def ask(turn: Turn) -> Json:
    """Read an answer to each question; every one is held at once."""
    return _Items(turn).ask()


def settled(step: Step, raw: Json) -> Json:
    """Every answer that fits; only the place to go on at goes."""
    asks = {one["item"]: one["ask"] for one in step["choices"]}
    whole = []
    for record in _records(raw):
        ask = asks.get(str(record.get("item")), {})
        fields = {
            name: value
            for name, value in record["fields"].items()
            if name in ask and not checked(ask[name], raw_of(value))
        }
        if fields:
            whole.append({key: one for key, one in record.items() if key != NEXT} | {"fields": fields})
    return whole


def _records(raw: Json) -> list[dict[str, Any]]:
    found = raw if isinstance(raw, list) else []
    return [one for one in found if isinstance(one, dict) and isinstance(one.get("fields"), dict)]


class _Items:
    """The page while it is asked: what was given about each item, and the question that comes next."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn
        self.items: list[dict[str, Any]] = turn.step["choices"]
        self.places = [(index, name) for index, one in enumerate(self.items) for name in one["ask"]]
        self.given: dict[str, dict[str, Json]] = {one["item"]: {} for one in self.items}
        self.place = 0
        self.headed = -1
        self.shown: set[str] = set()
        for record in _records(turn.raw):
            if record.get("item") in self.given:
                self._load(record)

    def _load(self, record: dict[str, Any]) -> None:
        item = record["item"]
        asked = next(one["ask"] for one in self.items if one["item"] == item)
        self.given[item] = {name: raw_of(one) for name, one in record["fields"].items() if name in asked}
        if NEXT in record:
            here = [place for place, (n, name) in enumerate(self.places)
                    if self.items[n]["item"] == item and name == record[NEXT]]  # fmt: skip
            self.place = here[0] if here else len(self.places)

    def ask(self) -> Json:
        """Ask question by question until the page is done; None when nothing was given."""
        while self.place < len(self.places):
            try:
                self._question()
            except Command as command:
                index, name = self.places[self.place]
                if DONE.fullmatch(command.name):
                    break
                if command.name == "skip" and (self.place or any(self.given.values())):
                    one = self.items[index]
                    if not self.turn.clears(one["ask"][name], self.given[one["item"]].get(name)):
                        continue
                    self.given[one["item"]].pop(name, None)
                    self.place += 1
                    self._hold()
                elif command.name == "back" and self.place:
                    self.place -= 1
                else:
                    raise
        records = [{"item": item, "fields": fields} for item, fields in self.given.items() if fields]
        if not records:
            self.turn.raw = None  # asked again, the page begins anew
        return records or None

    def _question(self) -> None:
        """Ask one question until its answer fits or it is left open."""
        from guide.plain.prompts import PROMPTS

        index, name = self.places[self.place]
        one = self.items[index]
        part, fields = one["ask"][name], self.given[one["item"]]

        def holds(raw: Json) -> None:
            fields[name] = raw
            self._hold()

        inner = self.turn.part(name, part, fields.get(name), holds, fields)
        inner.also = DONE
        self._head(index, inner)
        prompt = PROMPTS[part["kind"]]
        if self._new(part):
            prompt.show(inner)
        while not PART_KINDS[part["kind"]].empty(raw := prompt.ask(inner)):
            problem = checked(part, raw)
            if not problem:
                fields[name] = raw
                break
            inner.trouble(problem)
        else:
            fields.pop(name, None)
        self.place += 1
        self._hold()

    def _head(self, index: int, inner: Turn) -> None:
        """The item, once; and the question."""
        label = squeezed(self.items[index]["label"])
        self.turn.talk.blank()
        if index != self.headed:
            self.turn.talk.say(words.UPDATE_ITEM.format(n=index + 1, all=len(self.items), label=label))
            self.headed = index
        inner.asks(_without(label, str(inner.step["prompt"])))
        if inner.step.get("help"):
            self.turn.talk.say(str(inner.step["help"]))
        if label not in inner.reminder:
            inner.reminder = f"{label}\n{inner.reminder}"

    def _new(self, part: Step) -> bool:
        """Whether how to answer is still to be said: the same ends need no second reading."""
        if part["kind"] not in ("scale", "number"):
            return True
        key = repr([part.get(one) for one in ("kind", "range", "unit", "numb", "cannot_tell")])
        new = key not in self.shown
        self.shown.add(key)
        return new

    def _hold(self) -> None:
        """Keep what was given, with the place to go on at in the record of its item."""
        index, name = self.places[self.place] if self.place < len(self.places) else (len(self.items) - 1, "")
        held: list[dict[str, Json]] = []
        for n, (item, fields) in enumerate(self.given.items()):
            mark = {NEXT: name} if n == index else {}
            if fields or mark:
                held.append({"item": item, "fields": dict(fields), **mark})
        self.turn.hold(held)


def _without(label: str, prompt: str) -> str:
    """The question without the item at its beginning, which stands right above it."""
    if not prompt.startswith(f"{label}:"):
        return prompt
    rest = prompt.removeprefix(f"{label}:").strip()
    return rest[:1].upper() + rest[1:] if rest else prompt
