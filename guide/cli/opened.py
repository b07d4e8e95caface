"""A journal for the length of one reading command."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from guide.cli.frame import named_packs, say_error
from guide.journal.journal import Journal, from_environment
from guide.words.demo import LINE


@contextmanager
def journal_of(args: argparse.Namespace) -> Iterator[Journal]:
    """The journal that a command reads from. What it has to say goes to stderr, so that output stays clean."""
    made_up = getattr(args, "demo", False)
    journal = from_environment(args.home, named=named_packs(args), tidy=False, made_up=made_up)
    try:
        if made_up:
            say_error(LINE)
        said = len(journal.notices)
        for notice in journal.notices + journal.library.troubles:
            say_error(notice)
        yield journal
        for notice in journal.notices[said:]:  # what became of a change
            say_error(notice)
    finally:
        journal.close()
