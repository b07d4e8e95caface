"""`unmuted packs`: one file an action, imported only when it runs."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from guide.cli.frame import parser

ACTIONS: dict[str, str] = {
    "list": "the packs at hand",
    "check": "every problem in a pack, with its place",
    "new": "a commented pack of one's own to begin with",
    "preview": "a pack on the real screens; nothing is kept",
    "walk": "every branch of a pack, without anybody sitting there",
    "add": "install a pack after showing what it holds",
    "remove": "take an installed pack away; what was written stays readable",
    "schema": "a JSON Schema, with which editors underline mistakes",
}
"""Action -> what it does. Each has a module of its name in this room."""


def run(argv: list[str]) -> int:
    """Hand the words after the action to its module. Without an action, say which there are."""
    place = next((place for place, word in enumerate(argv) if word in ACTIONS), None)
    if place is not None:
        module = import_module(f"guide.cli.packs.{argv[place]}")
        return int(module.run(argv[:place] + argv[place + 1 :]))
    said = "; ".join(f"`packs {name}`: {says}" for name, says in ACTIONS.items())
    made = parser("packs", f"{said}.")
    made.add_argument("action", choices=list(ACTIONS))
    made.parse_args(argv)
    return 2


def is_ours(path: Path) -> bool:
    """Whether this is the built-in pack, or a checkout's copy of it, which is held to the same rules anywhere."""
    from guide.packs.discover import built_in

    found = path.resolve()
    found = found.parent if found.name == "pack.yaml" else found
    return found == built_in() or (found.name == "core" and found.parent.name in ("exercises", "_exercises"))
