"""`unmuted summary`: the page for whoever prescribes, or its short form."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from guide.cli.frame import parser, print_lines, say_error
from guide.cli.opened import journal_of
from guide.errors import GuideError
from guide.words import summary as words

if TYPE_CHECKING:
    from guide.journal.page_pieces import Piece


def run(argv: list[str]) -> int:
    """Print the page, write it to a file, or list what can be let in."""
    args = _parser().parse_args(argv)
    from guide.journal import page, page_file
    from guide.journal.files import Exists
    from guide.journal.page_choices import remembered

    form = args.format or page_file.form_of(args.output or "")
    if form == "pdf" and not args.output:
        raise GuideError(words.TO_A_FILE, words.TO_A_FILE_REMEDY, code=2)
    with journal_of(args) as journal:
        choices = remembered(journal, "", args.to if _is_day(args.to) else "")
        if _is_day(args.since) and not args.to and args.since > journal.clock().day:
            raise GuideError(words.AHEAD, words.AHEAD_REMEDY, code=2)
        choices = page_file.with_days(choices, args.since, args.to)
        if args.since:
            choices = page_file.from_first_note(journal, choices)
        choices = page_file.without(choices, _names(args.without))
        if args.pieces:
            every = page.pieces(journal, choices)
            print_lines(_listed(every))
            _hint(every, terminal=False)
            return 0
        choices = page_file.with_pieces(journal, choices, _names(args.include))
        if args.output:
            try:
                file = page_file.save(journal, choices, args.output, form, brief=args.short, replace=args.yes)
            except Exists as error:
                raise GuideError(error.message, words.THERE_REMEDY) from None
            print_lines([words.SAVED.format(file=file), words.PLAIN_FILE])
        else:
            made = page_file.data(journal, choices, form, brief=args.short)
            print_lines(made.decode().splitlines())
        if sys.stdout.isatty() or choices.let_in:
            _hint(page.pieces(journal, choices), terminal=sys.stdout.isatty())
    return 0


def _hint(every: list[Piece], *, terminal: bool) -> None:
    """What is out that was let in before, beside the page and never on it; at a terminal also how much is out."""
    from guide.journal.page_pieces import replaced

    left = sum(not one.on for one in every) if terminal else 0
    said = [replaced(every), words.LEFT_OUT[left > 1].format(n=left) if left else ""]
    if any(said):
        for line in ["", *filter(None, said), words.LEFT_OUT_HOW]:
            say_error(line)


def _parser() -> argparse.ArgumentParser:
    made = parser("summary", words.SAYS, demo=True)
    made.add_argument("--from", dest="since", metavar="DAY", default="", help=words.HELP_FROM)
    made.add_argument("--to", metavar="DAY", default="", help=words.HELP_TO)
    made.add_argument("--include", metavar="PARTS", action="append", default=[], help=words.HELP_INCLUDE)
    made.add_argument("--without", metavar="PARTS", action="append", default=[], help=words.HELP_WITHOUT)
    made.add_argument("--pieces", action="store_true", help=words.HELP_PIECES)
    made.add_argument("--short", action="store_true", help=words.HELP_SHORT)
    made.add_argument("--format", choices=("text", "md", "html", "pdf"), help=words.HELP_FORMAT)
    made.add_argument("-o", "--output", metavar="FILE", help=words.HELP_FILE)
    made.add_argument("--yes", action="store_true", help=words.HELP_YES)
    return made


def _names(given: list[str]) -> list[str]:
    return [name.strip() for one in given for name in one.split(",") if name.strip()]


def _is_day(text: str) -> bool:
    from guide.insight.dates import parse_day

    return parse_day(text) is not None


def _listed(every: list[Piece]) -> list[str]:
    """Each piece with what is typed for it, and a tick where it is in."""
    from guide.journal.page_pieces import call
    from guide.words.stepping import BOX_OFF, BOX_ON

    if not every:
        return [words.NO_PIECES]
    said = [words.PIECE.format(title=words.PIECE_OF[one.part], words=one.words) for one in every]
    return [
        f"{BOX_ON if one.on else BOX_OFF}{call(one)}  {line}" for one, line in zip(every, said, strict=True)
    ]
