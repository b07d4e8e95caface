"""One of several options: by number, letter, id or words; or words of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide.plain.numbered import place_in
from guide.plain.turn import NUMB, Turn, short
from guide.steps.base import Json, Step
from guide.words import plain as words

WHY_KEY = "?"


def show(turn: Turn) -> None:
    """Write the options, numbered."""
    lettered = rows(turn, turn.step.get("options") or {})
    turn.talk.once(words.CHOOSE_ONE_KEY if lettered else words.CHOOSE_ONE)
    if turn.step.get("other"):
        turn.talk.say(words.CHOOSE_OWN)
    if turn.at_once:
        turn.talk.once(words.CHOOSE_AT_ONCE)


def rows(turn: Turn, options: Mapping[str, Any]) -> bool:
    """Write numbered options; whether any showed a letter. One that line mode uses itself is not offered."""
    lettered = False
    wide = len(str(len(options)))
    for number, option in enumerate(options.values(), 1):
        key = str(option.get("key") or "")
        shown = f" ({key})" if key and key != WHY_KEY and not key.isdigit() else ""
        lettered = lettered or bool(shown)
        turn.talk.say(f"{option['text']}{shown}", first=f"  {number:>{wide}}  ")
        if key == WHY_KEY:
            hint = words.CHOOSE_KEY_WHY.format(text=option["text"], number=number)
            turn.reminder = f"{turn.step.get('prompt') or ''}\n{hint}"
    return lettered


def ask(turn: Turn) -> Json:
    """Read one option."""
    options = turn.step.get("options") or {}
    given = turn.line(label(turn.step, turn.raw), numb=NUMB in options)
    if given.word:
        return given.word
    text = given.words.strip()
    if not text:
        return turn.raw
    found = match(options, text)
    own = own_words(text) if turn.step.get("other") else None
    if found is None and own is not None:
        return {"other": own}
    first, *rest = text.split()
    if found is None and turn.at_once and rest and match(options, first) is not None:
        turn.talk.ahead[:] = rest
        return match(options, first)
    return text if found is None else found


def match(options: Mapping[str, Any], text: str) -> str | None:
    """The option that a text names: its place first, then its key, its id, its words."""
    if place := place_in(text, len(options)):
        return list(options)[place - 1]
    word = text.casefold()
    by_key = {str(option.get("key")): name for name, option in options.items() if option.get("key")}
    for found in (by_key.get(text), {key.casefold(): name for key, name in by_key.items()}.get(word)):
        if found is not None:
            return found
    for name, option in options.items():
        if word in (name.casefold(), " ".join(str(option.get("text", "")).split()).casefold()):
            return name
    return None


def own_words(text: str) -> str | None:
    """Words of one's own, given as `+ words` or `own: words`; None when the text is not of that form."""
    text = text.strip()
    if text.startswith("+"):
        return text[1:].strip()
    if text[:4].lower() == "own:":
        return text[4:].strip()
    return None


def label(step: Step, raw: Json) -> str:
    """An earlier answer as it stands in brackets, or nothing."""
    if isinstance(raw, dict) and "other" in raw:
        return short(f"+ {raw['other']}")
    option = (step.get("options") or {}).get(raw) if isinstance(raw, str) else None
    return short(option["text"]) if option else ""
