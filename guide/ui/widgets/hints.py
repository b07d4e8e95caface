"""Hints beside what they do: `[m] more  [u] undo`, with the key that the person's own keymap gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import App

from guide.ui import commands
from guide.words.screens import HINT

_GAP = "  "


def hint(app: App[Any], key: str, what: str) -> str:
    """One hint. `key` is the id of a command (its first key is shown) or a key as a person reads it."""
    keymap: Mapping[str, str] = getattr(app, "keymap", {})
    shown = commands.keys_of(key, keymap)[0] if key in _IDS else key
    return HINT.format(key=shown, what=what)


def hints(app: App[Any], *pairs: tuple[str, str]) -> str:
    """Several hints in one line."""
    return _GAP.join(hint(app, key, what) for key, what in pairs)


def help_now_keys(app: App[Any]) -> str:
    """Both keys of help now, for sentences that name them."""
    return " or ".join(commands.keys_of("help-now", getattr(app, "keymap", {})))


_IDS = frozenset(command.id for command in commands.COMMANDS)
