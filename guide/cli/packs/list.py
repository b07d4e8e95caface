"""`unmuted packs list`: the packs at hand, and where each comes from."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from guide.cli.frame import named_packs, parser, print_json, print_lines

if TYPE_CHECKING:
    from pathlib import Path

    from guide.journal.library import Library
    from guide.packs.contents import Say
    from guide.places import Places


def run(argv: list[str]) -> int:
    """List the packs at hand with what they hold; broken ones with their first problem."""
    made = parser("packs list", "The packs at hand, and where each comes from.")
    made.add_argument("--json", action="store_true", help="as JSON")
    args = made.parse_args(argv)
    _, library = library_of(args)
    briefs = [_brief(library, name) for name in library.packs]
    if args.json:
        print_json({"packs": briefs, "troubles": library.troubles})
        return 0
    print_lines([*map(_line, briefs), *library.troubles])
    return 0


def library_of(args: argparse.Namespace) -> tuple[Places, Library]:
    """The places and packs of this run, without opening the store."""
    import os

    from guide import places, settings
    from guide.journal.library import Library

    found = places.find(args.home, os.environ)
    return found, Library(found, named_packs(args), settings.language(found))


def installed(places: Places, name: str) -> tuple[Path, dict[str, Any] | None] | None:
    """The installed copy of a pack that is in use, and the pack in it; that is None when it cannot be read."""
    from guide.errors import GuideError
    from guide.packs import install
    from guide.packs.load import load

    path = install.in_use(places.packs, name)
    if path is None:
        return None
    try:
        return path, load(path).pack
    except GuideError:
        return path, None


def say_in(library: Library, pack: dict[str, Any]) -> Say:
    """Texts of a pack that need not be in the library, in the language a person would see, in one line."""
    from guide.clean import one_line
    from guide.journal.library import languages_for
    from guide.model.piping import resolve

    languages = languages_for(library.language, pack)
    return lambda text: one_line(str(resolve(text, languages))) if text is not None else ""


def _brief(library: Library, name: str) -> dict[str, Any]:
    from guide.packs.contents import languages_in

    pack = library.packs[name]
    return {
        "id": name,
        "version": pack["version"],
        "title": library.title(name),
        "exercises": len(pack["exercises"]),
        "license": pack.get("license", ""),
        "authors": pack.get("authors", []),
        "languages": languages_in(pack),
        "from": library.sources[name].where,
        "ours": name in library.ours,
    }


def _line(brief: dict[str, Any]) -> str:
    from guide.cli.packs.describe import counted
    from guide.journal.origin import quoted
    from guide.words import packs as words

    title = brief["title"] if brief["ours"] else f"“{quoted(brief['title'])}”"
    return words.LIST_LINE.format(
        id=brief["id"],
        version=brief["version"],
        title=title,
        exercises=counted(words.COUNT, brief["exercises"]),
        where=words.WHERE[brief["from"]],
        license=brief["license"] or words.LIST_LICENSE_NONE,
        languages=", ".join(brief["languages"]),
    )
