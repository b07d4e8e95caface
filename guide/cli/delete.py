"""`unmuted delete`: entries or all of one exercise into the trash, or everything for good."""

from __future__ import annotations

import argparse
import os

from guide.cli.frame import parser, print_lines, say_error
from guide.errors import GuideError
from guide.words import changing as words


def run(argv: list[str]) -> int:
    """Delete, and say how to bring it back where that can be done."""
    made = parser("delete", words.SAYS_DELETE)
    made.add_argument("entry", nargs="*", help="its id, or the beginning of it, as `unmuted review` shows it")
    what = made.add_mutually_exclusive_group()
    what.add_argument("--exercise", metavar="ID", help=words.SAYS_DELETE_EXERCISE)
    what.add_argument("--everything", action="store_true", help=words.SAYS_DELETE_EVERYTHING)
    made.add_argument("--yes", action="store_true", help=words.SAYS_YES)
    args = made.parse_args(argv)
    if bool(args.entry) + bool(args.exercise) + args.everything != 1:
        raise GuideError(words.DELETE_WHAT, words.DELETE_WHAT_REMEDY, code=2)
    return _everything(args) if args.everything else _into_the_trash(args)


def _into_the_trash(args: argparse.Namespace) -> int:
    from guide.cli.opened import journal_of
    from guide.journal import changing

    with journal_of(args) as journal:
        if args.exercise:
            change = changing.delete_exercise(journal, args.exercise)
        else:
            change = changing.delete(journal, *args.entry)
    print_lines([*change.said, words.DELETED_HOW])
    return 0


def _everything(args: argparse.Namespace) -> int:
    from guide import places
    from guide.cli.asking import typed
    from guide.journal import everything

    home = places.find(args.home, os.environ)
    if not args.yes:
        print_lines([*everything.asks(home), ""])
        word = words.WORD_EVERYTHING
        if not typed(words.EVERYTHING_ASK.format(word=word), word):
            print_lines([words.LEFT])
            return 0
    gone = everything.delete_everything(home)
    if gone.clean:
        print_lines(gone.said)
        return 0
    for line in gone.said:
        say_error(line)
    return 1
