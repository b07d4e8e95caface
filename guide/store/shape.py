"""The tables and indexes that a store has: which of them are gone or do not fit, and making them again.

They can go without a word: to a program that mends files, or to a disk. What is made from answers is filled again by
a rebuild; a table that held what a person wrote can only be made empty, so that writing goes on.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from functools import cache
from typing import Final, NamedTuple

from guide.store import migrations, trouble
from guide.store.database import Store
from guide.store.feeding import TABLES

SEARCH: Final = "search"
INDEXES: Final = "indexes"
DERIVED: Final = frozenset({*TABLES, "parked", "tallies", SEARCH, "ledger"})
"""Tables that can be filled again from what the others hold."""
_OF_SEARCH: Final = "search_"  # what FTS5 keeps its index in


class Part(NamedTuple):
    """A table or an index, and the statement that makes it."""

    name: str
    table: bool
    sql: str


@cache
def parts() -> tuple[Part, ...]:
    """Every part of a store of this version, tables first. Those in which FTS5 keeps its index are not among them."""
    with closing(_fresh()) as connection:
        rows = connection.execute("SELECT name, type = 'table', sql FROM sqlite_master WHERE sql IS NOT NULL")
        found = [Part(name, bool(table), sql) for name, table, sql in rows if not name.startswith(_OF_SEARCH)]
    return tuple(sorted(found, key=lambda part: (not part.table, part.name)))


def _fresh() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(connection)
    return connection


def missing(connection: sqlite3.Connection) -> list[Part]:
    """The parts that are not there, tables first; none of a newer version's store, which may have others."""
    if migrations.version_of(connection) > migrations.VERSION:
        return []
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    return [part for part in parts() if part.name not in there]


def lacks(connection: sqlite3.Connection) -> list[str]:
    """The names of the tables that are gone; INDEXES last, when an index is."""
    gone = missing(connection)
    return [part.name for part in gone if part.table] + [INDEXES] * any(not part.table for part in gone)


def searchable(store: Store) -> bool:
    """Whether the index of words is whole. A store that may not be written to can only be asked for a word."""
    connection = store.connection
    try:
        if store.readonly:
            connection.execute("SELECT rowid FROM search WHERE search MATCH '\"a\"*' LIMIT 1").fetchall()
            return True
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        finally:
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        return trouble.primary(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)  # nobody can say now
    return True


def mend(store: Store) -> list[str]:
    """Make again what is gone or does not fit, in one transaction, and give back the names as `lacks` does.

    Tables come back empty, and an index of words that is not whole as well: a rebuild fills those in DERIVED. Raises
    GuideError where SQLite cannot write.
    """
    connection, found = store.connection, lacks(store.connection)
    unsearchable = SEARCH not in found and not searchable(store)
    try:
        connection.execute("BEGIN IMMEDIATE")
        if unsearchable or SEARCH in found:
            _search_anew(connection)
        for part in missing(connection):
            connection.execute(part.sql)
        for part in parts():
            if part.table and part.name != SEARCH:
                with suppress(
                    sqlite3.IntegrityError
                ):  # two rows of one key: the health check names the table
                    connection.execute(f"REINDEX {part.name}")
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise trouble.explain(error, store.path) from None
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return [*found, *([SEARCH] if unsearchable else [])]


def _search_anew(connection: sqlite3.Connection) -> None:
    """An empty index of words. One that cannot even be opened cannot be dropped: it gets the insides of a new one."""
    try:
        connection.execute("DROP TABLE IF EXISTS search")
    except sqlite3.DatabaseError:
        _new_insides(connection)
        return
    for (name,) in _insides(connection):  # left over where only the table itself was gone
        connection.execute(f"DROP TABLE {name}")
    connection.execute(next(part.sql for part in parts() if part.name == SEARCH))


def _insides(connection: sqlite3.Connection) -> list[tuple[str]]:
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) = ?"
    return connection.execute(sql, (_OF_SEARCH,)).fetchall()


def _new_insides(connection: sqlite3.Connection) -> None:
    with closing(_fresh()) as fresh:
        for (name,) in _insides(fresh):
            connection.execute(f"DROP TABLE IF EXISTS {name}")
            sql = fresh.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
            connection.execute(sql)
            for row in fresh.execute(f"SELECT * FROM {name}"):
                connection.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)
