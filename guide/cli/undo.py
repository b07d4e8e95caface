"""`unmuted undo`: take back the last deletion or correction, of this run or an earlier one."""

from __future__ import annotations

from guide.cli.frame import parser, print_lines
from guide.cli.opened import journal_of
from guide.words import changing as words


def run(argv: list[str]) -> int:
    """Take one change back; called again, the one before it."""
    args = parser("undo", words.SAYS_UNDO).parse_args(argv)
    from guide.journal import changing

    with journal_of(args) as journal:
        print_lines(changing.undo(journal).said)
    return 0
