"""Names of keys: as Textual writes them, as a person reads them, and which of them a text field needs."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FIELD_LETTERS = "acdekuvwxyz"  # Input and TextArea of Textual 8.2.8
_SAME_BYTE = "hijm"  # ctrl+h i j m reach a program as backspace, tab, newline, enter
_FUNCTION = re.compile(r"f([1-9]|1[0-9]|2[0-4])")
_NAMED = {
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    "home": "Home",
    "end": "End",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "insert": "Insert",
    "delete": "Del",
    "backspace": "Backspace",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "space": "Space",
}
_SIGNS = {
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "semicolon": ";",
    "colon": ":",
    "minus": "-",
    "plus": "+",
    "number_sign": "#",
    "asterisk": "*",
    "equals_sign": "=",
    "apostrophe": "'",
    "less_than_sign": "<",
    "greater_than_sign": ">",
}
_BY_SIGN = {sign: name for name, sign in _SIGNS.items()}


def normal(key: str) -> str:
    """Return a key as Textual names it: no spaces around, lower case modifiers, `?` as `question_mark`."""
    key = key.strip()
    if len(key) == 1:
        return _BY_SIGN.get(key, key)
    return "escape" if key.lower() == "esc" else key.lower()


def known(key: str) -> bool:
    """Whether a key, in normal form, is one that a common terminal can report."""
    if len(key) == 1:
        return key.isalnum()
    if key in _NAMED or key in _SIGNS or _FUNCTION.fullmatch(key):
        return True
    modifier, _, rest = key.rpartition("+")
    if modifier == "ctrl":
        return len(rest) == 1 and rest.isascii() and rest.isalpha() and rest not in _SAME_BYTE
    return modifier == "shift" and bool(_FUNCTION.fullmatch(rest))


def free_while_typing(key: str) -> bool:
    """Whether a key, in normal form, means nothing to a text field, so that a command may own it everywhere."""
    if _FUNCTION.fullmatch(key.removeprefix("shift+")):
        return True
    return key.startswith("ctrl+") and key[5:] not in _FIELD_LETTERS


def typed(key: str) -> str | None:
    """Return the character that a key, in normal form, types into a field; None when it types none."""
    if key == "space":
        return " "
    return key if len(key) == 1 else _SIGNS.get(key)


def shown(key: str) -> str:
    """Return a key as a person reads it: `f1` is F1, `escape` Esc, `question_mark` ?."""
    if _FUNCTION.fullmatch(key):
        return key.upper()
    if key.startswith("shift+"):
        return f"shift+{shown(key[6:])}"
    return _NAMED.get(key) or _SIGNS.get(key) or key


def did_you_mean(word: str, among: Iterable[str]) -> str:
    """Return " Did you mean X?" for the nearest name, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(among), 1)
    return f" Did you mean {near[0]}?" if near else ""
