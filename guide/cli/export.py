"""`unmuted export`: everything to a file, or a folder of tables."""

from __future__ import annotations

from guide.cli.frame import parser, print_lines
from guide.cli.opened import journal_of
from guide.words import taking as words


def run(argv: list[str]) -> int:
    """Write what the name asks for."""
    made = parser("export", words.EXPORT_SAYS)
    made.add_argument("file", metavar="FILE", help=words.EXPORT_FILE)
    made.add_argument("--yes", action="store_true", help=words.EXPORT_YES)
    args = made.parse_args(argv)
    from guide.cli import waiting
    from guide.errors import GuideError
    from guide.journal import take_away

    take_away.form_of(args.file)  # a name that says no form is told before anything is opened
    with journal_of(args) as journal:
        try:
            with waiting.shown(words.WRITING) as progress:
                said = take_away.export(journal, args.file, replace=args.yes, progress=progress)
        except take_away.Exists as error:
            raise GuideError(error.message, words.EXISTS_YES) from None
    print_lines(said)
    return 0
