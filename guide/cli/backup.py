"""`unmuted backup`: a backup now, and what backups there are."""

from __future__ import annotations

from guide.cli.frame import parser, print_lines
from guide.cli.opened import journal_of
from guide.words import taking as words


def run(argv: list[str]) -> int:
    """Back up to a file; without one beside the other backups, which are then listed."""
    made = parser("backup", words.BACKUP_SAYS)
    made.add_argument("file", nargs="?", default="", metavar="FILE", help=words.BACKUP_FILE)
    made.add_argument("--yes", action="store_true", help=words.EXPORT_YES)
    args = made.parse_args(argv)
    from guide.errors import GuideError
    from guide.journal import back_up, bring_back, take_away

    with journal_of(args) as journal:
        try:
            said = [back_up.back_up(journal, args.file, replace=args.yes)]
        except take_away.Exists as error:
            raise GuideError(error.message, words.EXISTS_YES) from None
        if not args.file:
            rows = [f"  {bring_back.line(one)}" for one in bring_back.backups(journal.places)]
            said += ["", words.BACKUPS_HEAD, *rows, words.BACKUPS_HOW]
    print_lines(said)
    return 0
