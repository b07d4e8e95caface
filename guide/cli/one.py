"""`unmuted one`: one of your own facts, and nothing asked."""

from __future__ import annotations

from guide.cli.frame import parser, print_lines
from guide.cli.opened import journal_of
from guide.words.home import ONE, ONE_EMPTY


def run(argv: list[str]) -> int:
    """Print one fact: the one that was used or written longest ago."""
    made = parser("one", "One of your own facts, nothing asked.", demo=True)
    args = made.parse_args(argv)
    with journal_of(args) as journal:
        fact = journal.one()
        maker = journal.maker_of_facts()
    if fact is None:
        print_lines([ONE_EMPTY.format(title=maker.title) if maker else ONE_EMPTY.format(title="An exercise")])
        return 0
    print_lines([ONE, "", f"  {fact.label}"])
    return 0
