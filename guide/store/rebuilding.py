"""Making everything derived again from the answers alone, and losing nothing that only stands there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from guide.errors import GuideError
from guide.store import feeding, ledger, worded
from guide.store.database import Store
from guide.store.encode import Unreadable
from guide.store.pages import entry
from guide.store.records import EntryRecord, Feeds, local_day


def rebuild(
    store: Store, feeds_of: Callable[[EntryRecord], Feeds], tell: Callable[[float], None] = lambda share: None
) -> None:
    """Make everything derived again from the answers alone, in one transaction; `tell` hears the share done.

    Unreadable entries are named. What they fed stays, and what a step fed that cannot be read whole any more, as it
    was made while it could be: that may be the last place where the words stand.
    """
    with store.writing() as connection:
        connection.execute("DELETE FROM search")
        sql = "SELECT seq, id, ended_at, trashed_at, ended_offset FROM entries ORDER BY seq"
        rows = connection.execute(sql).fetchall()
        for place, (seq, id_, ended, trashed, offset) in enumerate(rows):
            tell(place / len(rows))
            if ended is None:
                feeding.remove(connection, seq)
                continue
            try:
                record = entry(store, id_)
            except GuideError:
                store.set_aside(f"entry {id_[:8]}")
                _as_it_was(connection, seq, parked=bool(trashed))
            else:
                _again(connection, seq, record, feeds_of, parked=bool(trashed))
            day = local_day(ended, offset) if type(ended) is str and type(offset) is int else None
            connection.execute(
                "UPDATE entries SET ended_day = ?1 WHERE seq = ?2 AND ended_day IS NOT ?1", (day, seq)
            )
        for table in (*feeding.TABLES, "parked"):
            connection.execute(f"DELETE FROM {table} WHERE entry NOT IN (SELECT seq FROM entries)")
        ledger.recount(connection)
        worded.note(connection)


def _as_it_was(connection: sqlite3.Connection, seq: int, *, parked: bool) -> None:
    """An entry whose own row cannot be read keeps what it fed; its answers may all be sound, and are found."""
    if not parked:
        feeding.index(connection, seq)
    connection.execute("UPDATE entries SET stale = 0 WHERE seq = ?", (seq,))


_UNPLACED: Final = """
    SELECT 1 FROM answers a WHERE a.entry = ? AND a.frozen IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM steps WHERE entry = a.entry AND step = a.step) LIMIT 1"""
"""Whether an entry lacks a step that was answered. Its words are there, and nobody knows in which order any more."""


_FED: Final = " UNION ".join(f"SELECT step FROM {table} WHERE entry = :entry" for table in feeding.TABLES)


def _again(
    connection: sqlite3.Connection,
    seq: int,
    record: EntryRecord,
    feeds_of: Callable[[EntryRecord], Feeds],
    *,
    parked: bool,
) -> None:
    """What an entry feeds, made again; of steps that cannot be read whole, what they fed before."""
    feeds, lost = feeds_of(record), {one.step for one in record.steps if one.lost}
    lost |= _unanswered(connection, seq, record)
    if lost:
        feeds = _with_lost(connection, seq, feeds, lost)
    first = connection.execute("SELECT first_words FROM entries WHERE seq = ?", (seq,)).fetchone()[0]
    (feeding.park if parked else feeding.replace)(connection, seq, feeds)
    if first and (lost or connection.execute(_UNPLACED, (seq,)).fetchone()):
        connection.execute("UPDATE entries SET first_words = ? WHERE seq = ?", (first, seq))


def _unanswered(connection: sqlite3.Connection, seq: int, record: EntryRecord) -> set[str]:
    """Steps that fed something and have no answer any more, not even one that cannot be read: it is lost."""
    fed = {row[0] for row in connection.execute(_FED, {"entry": seq})}
    with suppress(Unreadable):
        fed |= {str(data["step"]) for _, data in feeding.parked(connection, seq)}
    return fed - {one.step for one in record.steps if one.answers}


def _with_lost(connection: sqlite3.Connection, seq: int, feeds: Feeds, lost: set[str]) -> Feeds:
    try:
        there = [*feeding.gather(connection, seq), *feeding.parked(connection, seq)]
    except Unreadable:
        return feeds  # what was made cannot be read either
    before = [(what, data) for what, data in there if data["step"] in lost]
    made = {data["step"] for _, data in before}
    return [*((what, data) for what, data in feeding.pairs(feeds) if data["step"] not in made), *before]
