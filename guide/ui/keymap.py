"""A person's own keys: what of a wish can be used, and a sentence for each part that cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.ui import key_names
from guide.ui.commands import COMMANDS, EVERYWHERE, ON_SCREEN, Command, keys_of

_BY_ID = {command.id: command for command in COMMANDS}


class SafeKeymap(NamedTuple):
    """A keymap that is safe to use, and one sentence for each part of the wish that was refused."""

    keymap: dict[str, str]
    refused: list[str]


def safe_keymap(mapping: Mapping[str, object]) -> SafeKeymap:
    """Return what of a person's keymap (command id to keys, comma between) can be used.

    Refused, with a sentence each: an unknown command, a key Textual could never report, a key twice in one
    place, and for the commands of "everywhere" a key that a text field needs. A refused command keeps its own
    keys. Help and help now thus always keep a key that works while typing. Never raises.
    """
    keymap: dict[str, str] = {}
    refused: list[str] = []
    for command_id, wish in mapping.items():
        command = _BY_ID.get(str(command_id))
        if command is None:
            refused.append(
                f"There is no command {command_id}.{key_names.did_you_mean(str(command_id), _BY_ID)}"
            )
            continue
        keys = [key_names.normal(key) for key in str(wish).split(",")]
        reason = _reason(command, keys)
        if reason:
            refused.append(f"{command_id}: {reason} It keeps {_in_words(command)}.")
        else:
            keymap[command.id] = ",".join(keys)
    refused.extend(_drop_clashes(keymap))
    return SafeKeymap(keymap, refused)


def _reason(command: Command, keys: list[str]) -> str:
    for key in keys:
        if not key_names.known(key):
            return "that is no key this program knows." if key else "there is no key."
        owned = command.where == EVERYWHERE and command.id not in ON_SCREEN
        if owned and not key_names.free_while_typing(key):
            return f"{key_names.shown(key)} is needed while typing."
    return ""


def _in_words(command: Command) -> str:
    return " and ".join(keys_of(command.id))


def _drop_clashes(keymap: dict[str, str]) -> Iterator[str]:
    """Drop remapped commands that take a key of another command, until none does."""
    clash = _clash(keymap)
    while clash is not None:
        command, key, other = clash
        del keymap[command.id]
        yield f"{command.id}: {key_names.shown(key)} already belongs to {other.id}. It keeps {_in_words(command)}."
        clash = _clash(keymap)


def _clash(keymap: Mapping[str, str]) -> tuple[Command, str, Command] | None:
    for command_id in keymap:
        command = _BY_ID[command_id]
        mine = set(keymap[command_id].split(","))
        for other in COMMANDS:
            together = other.where == command.where or EVERYWHERE in (other.where, command.where)
            if other is command or not together:
                continue
            allowed = {command.id, other.id} == {"back", "exercise.pause"}
            shared = mine & set(keymap.get(other.id, other.keys).split(","))
            if shared and not allowed:
                return command, min(shared), other
    return None
