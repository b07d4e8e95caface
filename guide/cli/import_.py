"""`unmuted import`: an export taken in, entry by entry."""

from __future__ import annotations

from guide.cli.frame import parser, print_lines
from guide.cli.opened import journal_of
from guide.words import taking as words


def run(argv: list[str]) -> int:
    """Take a file in, whole or not at all."""
    made = parser("import", words.IMPORT_SAYS)
    made.add_argument("file", metavar="FILE", help=words.IMPORT_FILE)
    made.add_argument("--with-deleted", action="store_true", help=words.IMPORT_WITH_DELETED)
    args = made.parse_args(argv)
    from guide.cli import waiting
    from guide.journal import bring_back

    with journal_of(args) as journal:
        with waiting.shown(words.READING) as progress:
            found = bring_back.bring_in(journal, args.file, with_deleted=args.with_deleted, progress=progress)
        bring_back.settled(journal)
    print_lines([*found.lines, *([words.DELETED_HOW] if found.deleted else [])])
    return 0
