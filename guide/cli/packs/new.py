"""`unmuted packs new`: a commented pack of one's own to begin with."""

from __future__ import annotations

import shlex
from pathlib import Path

from guide.cli.frame import parser, print_lines
from guide.words import new_pack as words


def run(argv: list[str]) -> int:
    """Write a small pack that works, and say what comes next."""
    made = parser("packs new", "Write a small commented pack to begin with. It works as it stands.")
    made.add_argument("id", metavar="ID", help="the short name of the pack, such as small-steps")
    made.add_argument(
        "folder", metavar="DIR", nargs="?", help="a new or empty folder; usually ID, in this one"
    )
    args = made.parse_args(argv)
    from guide.cli.packs.list import library_of
    from guide.packs import scaffold
    from guide.places import shown

    scaffold.check_id(args.id)
    folder = Path(args.folder or args.id)
    names = scaffold.write(args.id, folder)
    print_lines(
        [words.WRITTEN.format(folder=shown(folder)), *_table({name: words.FILES[name] for name in names})]
    )
    named = shlex.quote(shown(folder))
    commands = {f"unmuted packs {name} {named}": says for name, says in words.COMMANDS.items()}
    print_lines([words.NEXT, *_table(commands)])
    _, library = library_of(args)
    if args.id in library.packs:
        print_lines([words.TAKEN.format(id=args.id)])
    return 0


def _table(rows: dict[str, str]) -> list[str]:
    """Each name with what it is, in two columns; below each other when the names are long."""
    wide = max(map(len, rows)) + 2
    if wide > 48:
        return [line for name, says in rows.items() for line in (f"  {name}", f"      {says}")]
    return [f"  {name:<{wide}}{says}" for name, says in rows.items()]
