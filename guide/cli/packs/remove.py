"""`unmuted packs remove`: take an installed pack away. What was written in it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.cli.frame import parser, print_lines
from guide.errors import GuideError
from guide.words import packs as words

if TYPE_CHECKING:
    from guide.journal.library import Library
    from guide.places import Places


def run(argv: list[str]) -> int:
    """Show what goes and what stays, ask, remove. 1 when it is not installed or the answer was no."""
    made = parser("packs remove", "Take an installed pack away. What you wrote in it stays readable.")
    made.add_argument("id", metavar="ID", help="the pack's id, as `unmuted packs list` shows it")
    made.add_argument("--yes", action="store_true", help="remove it without asking")
    args = made.parse_args(argv)
    from guide.cli.packs.asking import confirmed
    from guide.cli.packs.describe import Row, folded
    from guide.cli.packs.list import library_of
    from guide.packs import discover, install, shelf

    places, library = library_of(args)
    _refuse(places, library, args.id)
    print_lines(folded([Row(_what(places, library, args.id), rest="  "), Row(words.STAYS)]))
    if not confirmed(
        words.ASK_REMOVE, yes=args.yes, refused=words.REMOVE_NEEDS_YES, remedy=words.REMOVE_NEEDS_YES_REMEDY
    ):
        print_lines([words.NOT_REMOVED])
        return 1
    copies = discover.version_folders(places.packs / args.id)
    install.remove(places.packs, args.id)
    for copy in copies:
        shelf.forget(copy, places.shelf)
    print_lines([words.REMOVED])
    return 0


def _refuse(places: Places, library: Library, name: str) -> None:
    """Raise GuideError for everything that is not an installed pack, each with its own sentence."""
    from guide.clean import clean
    from guide.packs import install
    from guide.packs.discover import in_folder
    from guide.places import shown
    from guide.steps.problems import did_you_mean

    if name in library.ours:
        raise GuideError(words.REMOVE_OURS.format(id=name))
    installed = [source.home.name for source in in_folder(places.packs) if source.home is not None]
    if name in installed and install.in_use(places.packs, name) is not None:
        return
    source = library.sources.get(name)
    if source is not None and source.where == "named":
        raise GuideError(words.REMOVE_NAMED.format(id=name))
    if source is not None:
        place = shown(source.home or source.path)
        raise GuideError(words.REMOVE_BY_HAND.format(id=name, name=place), words.REMOVE_BY_HAND_REMEDY)
    hint = did_you_mean(name, installed).strip() or words.REMOVE_NONE_REMEDY
    raise GuideError(words.REMOVE_NONE.format(id=clean(name, lines=False)[:64]), hint)


def _what(places: Places, library: Library, name: str) -> str:
    from guide.cli.packs.describe import counted
    from guide.cli.packs.list import installed, say_in
    from guide.journal.origin import quoted

    found = installed(places, name)
    pack = found[1] if found is not None else None
    if pack is None:
        return words.REMOVE_BROKEN.format(id=name)
    exercises = counted(words.COUNT, len(pack["exercises"]))
    title = quoted(say_in(library, pack)(pack["title"]))
    return words.REMOVE.format(title=title, version=pack["version"], exercises=exercises)
