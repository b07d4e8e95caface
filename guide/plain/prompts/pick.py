"""Items one has collected, by number; or new words of one's own where the step allows it."""

from __future__ import annotations

from typing import Any

from guide.plain.numbered import place_in
from guide.plain.prompts import choice
from guide.plain.prompts.short import BLANK, blank_mind, examples
from guide.plain.turn import Turn, short
from guide.steps.base import Json
from guide.words import plain as words

SHOWN = 12
"""Items listed at first; `all` lists the others. Numbers count through the whole list."""
ALL = "all"


def show(turn: Turn) -> None:
    """Write the first items, numbered, and how they are picked."""
    found = turn.step["choices"]
    _rows(turn, found[:SHOWN], 1)
    if len(found) > SHOWN:
        turn.talk.say(words.PICK_ALL.format(n=len(found) - SHOWN))
    if found:
        turn.talk.once(words.PICK_ONE if _most(turn) == 1 else words.CHOOSE_SEVERAL)
    if _own(turn):
        turn.talk.say(words.PICK_OWN if found else words.SENTENCE_WRITE_ONLY)
        if blank_mind(turn):
            turn.talk.once(words.EXAMPLES)


def ask(turn: Turn) -> Json:
    """Read numbers. With one to pick, the first is suggested, but not where Enter alone goes on."""
    found = turn.step["choices"]
    local = ((ALL,) if len(found) > SHOWN else ()) + ((BLANK,) if _own(turn) and blank_mind(turn) else ())
    default: Json = turn.raw if isinstance(turn.raw, list) and turn.raw else None
    if default is None and found and _most(turn) == 1 and not turn.step.get("optional"):
        default = [found[0]["item"]]
    while (given := turn.line(_label(found, default), local=local)).word in local:
        if given.word == ALL:
            _rows(turn, found[SHOWN:], SHOWN + 1)
        else:
            examples(turn)
    text = given.words.strip()
    if not text:
        return default
    if not _own(turn):
        return _numbered(found, text)
    if not found:
        return [{"own": choice.own_words(text) or text}]
    before, plus, own = text.partition("+")
    if plus:
        return _numbered(found, before) + [{"own": own.strip()}]
    own_only = choice.own_words(text)
    return _numbered(found, text) if own_only is None else [{"own": own_only}]


def _rows(turn: Turn, found: list[dict[str, Any]], start: int) -> None:
    for number, one in enumerate(found, start):
        turn.talk.say(" ".join(str(one["label"]).split()), first=f"  {number}  ")


def _most(turn: Turn) -> int:
    return int((turn.step.get("pick") or {}).get("max", 1))


def _own(turn: Turn) -> bool:
    return turn.step.get("own") not in (None, "false")


def _numbered(found: list[dict[str, Any]], text: str) -> list[Json]:
    """Item ids for numbers; what is no number of the list stays, for `parse` to say so."""
    return [_item(found, word) for word in text.replace(",", " ").split()]


def _item(found: list[dict[str, Any]], word: str) -> str:
    place = place_in(word, len(found))
    return str(found[place - 1]["item"]) if place else word


def _label(found: list[dict[str, Any]], raw: Json) -> str:
    """An earlier or suggested pick as it stands in brackets: numbers, and one's own words."""
    places = {one["item"]: str(number) for number, one in enumerate(found, 1)}
    shown = []
    for one in raw if isinstance(raw, list) else []:
        item = one.get("item") if isinstance(one, dict) else one
        own = one.get("own") if isinstance(one, dict) else None
        shown.append(f"+ {own}" if own else places.get(str(item)) or words.KEEP)
    return short(", ".join(shown))
