"""The trash: an entry in it counts nowhere and can come back as it was."""

from __future__ import annotations

import sqlite3

from guide.errors import GuideError
from guide.store import feeding, ledger, trouble
from guide.store.database import Store
from guide.store.records import Row, Stamp


def _find(connection: sqlite3.Connection, entry_id: str) -> tuple[int, str, bool, bool]:
    row = connection.execute(
        "SELECT seq, exercise, ended_at IS NOT NULL, trashed_at IS NOT NULL FROM entries WHERE id = ?",
        (entry_id,),
    ).fetchone()
    if row is None:
        raise GuideError("There is no such entry.", "`unmuted review` lists what there is.")
    return int(row[0]), str(row[1]), bool(row[2]), bool(row[3])


def trash(store: Store, entry_id: str, at: Stamp) -> None:
    """Put an entry, ended or draft, into the trash. What it fed is taken out of every view at once."""
    with store.writing() as connection:
        seq, exercise, ended, trashed = _find(connection, entry_id)
        if trashed:
            return
        connection.execute("UPDATE entries SET trashed_at = ? WHERE seq = ?", (at.utc, seq))
        if ended:
            feeding.park(connection, seq, feeding.gather(connection, seq))
            ledger.tally(connection, exercise, -1)


def untrash(store: Store, entry_id: str) -> None:
    """Take an entry back out; what it fed is there again in the same transaction."""
    with store.writing() as connection:
        seq, exercise, ended, trashed = _find(connection, entry_id)
        if not trashed:
            return
        connection.execute("UPDATE entries SET trashed_at = NULL WHERE seq = ?", (seq,))
        if ended:
            feeding.unpark(connection, seq)
            ledger.tally(connection, exercise, 1)


def trashed(store: Store) -> list[Row]:
    """What is in the trash, latest first. `ended_at` and `day` are those of the entry."""
    rows = store.query(
        "SELECT id, exercise, title, coalesce(ended_at, changed_at), "
        "coalesce(ended_day, substr(changed_at, 1, 10)), coalesce(how, ''), first_words, trashed_at "
        "FROM entries WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, seq DESC"
    )
    return [Row(*row) for row in rows]


def empty(store: Store, at: Stamp) -> int:
    """Really remove what is in the trash; return how many entries. Their words are then nowhere in the file.

    A tombstone (id and time, no words) stays, so that an import can leave out what was deleted. Backups made
    before still hold the words: the caller says so.
    """
    with store.writing() as connection:
        gone = connection.execute(
            "SELECT seq, id, digest FROM entries WHERE trashed_at IS NOT NULL"
        ).fetchall()
        for seq, entry_id, check in gone:
            for (answered,) in connection.execute(
                "SELECT digest FROM answers WHERE entry = ?", (seq,)
            ).fetchall():
                ledger.note(connection, "answers", removed=answered)
            ledger.note(connection, "entries", removed=check)
            connection.execute("INSERT OR REPLACE INTO tombstones VALUES (?, ?)", (entry_id, at.utc))
            feeding.remove(connection, seq)
            connection.execute("DELETE FROM entries WHERE seq = ?", (seq,))
        connection.execute("DELETE FROM item_state WHERE item NOT IN (SELECT item FROM items)")
        connection.execute(
            "DELETE FROM frozen WHERE hash NOT IN (SELECT frozen FROM steps) "
            "AND hash NOT IN (SELECT frozen FROM answers WHERE frozen IS NOT NULL)"
        )
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    scrub(store)
    return len(gone)


def scrub(store: Store) -> None:
    """Leave no trace of removed rows in free pages or in the log. Raises GuideError when another instance
    reads."""
    try:
        store.connection.execute("VACUUM")
        busy = store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error as error:
        raise trouble.explain(error, store.path) from None
    if busy:
        raise GuideError(
            "It is deleted, and the log of the store still holds a copy.",
            "Close the other window of Unmuted, and empty the trash once more.",
        )
