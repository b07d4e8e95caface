"""A journal for the length of one reading command."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from guide.cli.frame import named_packs, say_error
from guide.journal.journal import Journal, from_environment


@contextmanager
def journal_of(args: argparse.Namespace) -> Iterator[Journal]:
    """The journal that a command reads from. What it has to say goes to stderr, so that output stays clean."""
    journal = from_environment(args.home, named=named_packs(args), tidy=False)
    try:
        for notice in journal.notices + journal.library.troubles:
            say_error(notice)
        yield journal
    finally:
        journal.close()
