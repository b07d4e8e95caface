"""`unmuted trash`: what was deleted; bringing it back, or removing it for good."""

from __future__ import annotations

import argparse

from guide.cli.frame import parser, print_json, print_lines
from guide.cli.opened import journal_of
from guide.errors import GuideError
from guide.journal import changing
from guide.journal.journal import Journal
from guide.store.records import Row
from guide.words import changing as words


def run(argv: list[str]) -> int:
    """List the trash, or act on it."""
    args = _parser().parse_args(argv)
    if (args.yes or args.backups) and not args.empty:
        raise GuideError(words.TRASH_ONLY_EMPTY, code=2)
    with journal_of(args) as journal:
        if args.restore:
            print_lines(changing.restore(journal, args.restore).said)
        elif args.empty:
            return _empty(journal, args)
        elif args.json:
            print_json({"entries": [_plain(row) for row in changing.in_trash(journal)]})
        else:
            print_lines(_listed(journal))
    return 0


def _parser() -> argparse.ArgumentParser:
    made = parser("trash", words.SAYS_TRASH)
    change = made.add_mutually_exclusive_group()
    change.add_argument("--restore", metavar="ID", help=words.SAYS_RESTORE)
    change.add_argument("--empty", action="store_true", help=words.SAYS_EMPTY)
    change.add_argument("--json", action="store_true", help="as JSON")
    made.add_argument("--backups", action="store_true", help=words.SAYS_BACKUPS)
    made.add_argument("--yes", action="store_true", help=words.SAYS_YES)
    return made


def _plain(row: Row) -> dict[str, object]:
    keys = ("id", "exercise", "title", "day", "how", "first_words")
    return {**{key: getattr(row, key) for key in keys}, "deleted_at": row.key}


def _listed(journal: Journal) -> list[str]:
    rows = changing.in_trash(journal)
    if not rows:
        return [words.TRASH_EMPTY]
    lines = [f"{row.id[:8]}  {changing.in_one_line(row)}" for row in rows]
    return [words.TRASH_COUNT[len(rows) != 1].format(n=len(rows)), *lines, "", words.TRASH_HOW]


def _empty(journal: Journal, args: argparse.Namespace) -> int:
    from guide.cli.asking import typed

    journal.store.may_write()
    found, word = changing.count(journal), words.WORD_EMPTY
    if found and not args.yes:
        question = words.ASK_EMPTY[found != 1].format(n=found, word=word)
        if not typed(question, word):
            print_lines([words.LEFT])
            return 0
    change = changing.empty_trash(journal)
    print_lines(change.said)
    if not change.held:
        return 0
    if args.backups and (args.yes or typed(words.ASK_BACKUPS.format(word=word), word)):
        print_lines(changing.remove_backups(journal, change.held).said)
    else:
        print_lines([words.BACKUPS_HOW])
    return 0
