"""Numbered steps from one shape of the store to the next.

Each module has `run(connection)`, made of single idempotent statements: a new file and an old one take the
same way. `migrate` gives each its own transaction, together with its number in `user_version`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Final

from guide.store.migrations import (
    m001_first,
    m002_typing_a_step,
    m003_uses,
    m004_undo,
    m005_newest,
    m006_steps,
    m007_worded,
)

APPLICATION_ID: Final = 0x554D5554  # "UMUT": tells this program's file from any other SQLite file

Migration = Callable[[sqlite3.Connection], None]
MIGRATIONS: Final[tuple[Migration, ...]] = (
    m001_first.run,
    m002_typing_a_step.run,
    m003_uses.run,
    m004_undo.run,
    m005_newest.run,
    m006_steps.run,
    m007_worded.run,
)
"""Migration number n stands at n - 1."""

LEDGER: Final = next(sql for sql in m001_first.KEPT if "EXISTS ledger" in sql)
"""Makes the table of counts where it is gone."""

VERSION: Final = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """The number of the last migration that ran on this file; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Run what has not run yet. Two instances may come here at once: the second finds the work done."""
    while version_of(connection) < len(MIGRATIONS):
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = version_of(connection)
            if version < len(MIGRATIONS):
                MIGRATIONS[version](connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
