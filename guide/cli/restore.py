"""`unmuted restore`: a backup, or an export, in the place of the notebook; alone, what backups there are."""

from __future__ import annotations

import os

from guide.cli.frame import parser, print_lines
from guide.cli.opened import journal_of
from guide.words import taking as words


def run(argv: list[str]) -> int:
    """Look the file over, back up what is there, and replace it. Without a file, list the backups."""
    made = parser("restore", words.RESTORE_SAYS)
    made.add_argument("file", nargs="?", default="", metavar="FILE", help=words.RESTORE_FILE)
    made.add_argument("--anyway", action="store_true", help=words.RESTORE_ANYWAY)
    args = made.parse_args(argv)
    from guide import places
    from guide.cli import waiting
    from guide.journal import bring_back, clock

    home = places.find(args.home, os.environ)
    if not args.file:
        rows = [f"  {bring_back.line(one)}" for one in bring_back.backups(home)]
        print_lines([words.BACKUPS_HEAD, *rows, words.BACKUPS_HOW] if rows else [words.BACKUPS_NONE])
        return 0
    with waiting.shown(words.RESTORING) as progress:
        # Without a journal: a notebook that cannot be opened is what this is for.
        said = bring_back.bring_back(home, args.file, clock.now().utc, anyway=args.anyway, progress=progress)
    with journal_of(args) as journal:
        bring_back.settled(journal)
    print_lines(said)
    return 0
