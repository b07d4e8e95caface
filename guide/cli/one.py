"""`unmuted one`: one of your own facts, and nothing asked."""

from __future__ import annotations

from guide.cli.frame import parser, print_lines
from guide.cli.opened import journal_of
from guide.words.home import ONE


def run(argv: list[str]) -> int:
    """Print one fact; the next time another, in turn."""
    made = parser("one", "One of your own facts, nothing asked.", demo=True)
    args = made.parse_args(argv)
    from guide.journal.one import one

    with journal_of(args) as journal:
        fact = one(journal)
        there = bool(journal.facts())
    print_lines([ONE, "", f"  {fact}"] if there else [fact])
    return 0
