"""The trash: an entry in it counts nowhere and can come back as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from guide.errors import GuideError
from guide.store import asked, feeding, ledger, undoing
from guide.store.database import Store
from guide.store.records import Row, Stamp
from guide.store.scrubbing import DONE, owe, scrub

SAID: Final = (
    "(EXISTS (SELECT 1 FROM answers a WHERE a.entry = seq AND a.state NOT IN "
    "('skipped', 'hidden', 'not-reached')) OR EXISTS (SELECT 1 FROM typing t WHERE t.entry = seq))"
)
"""Whether anything was said in an entry. What was only looked at is no loss, and stands in no list."""


def _find(connection: sqlite3.Connection, entry_id: str) -> tuple[int, str, bool, bool]:
    row = connection.execute(
        "SELECT seq, exercise, ended_at IS NOT NULL, trashed_at IS NOT NULL FROM entries WHERE id = ?",
        (entry_id,),
    ).fetchone()
    if row is None:
        raise GuideError("There is no such entry.", "`unmuted review` lists what there is.")
    return int(row[0]), str(row[1]), bool(row[2]), bool(row[3])


def trash(store: Store, entry_id: str | Sequence[str], at: Stamp, *, undoes: int = 0) -> int:
    """Put entries, ended or drafts, into the trash; what they fed is taken out of every view at once. How many went.

    Several go together and come back together. `undoes` is the change that this takes back.
    """
    wanted = [entry_id] if isinstance(entry_id, str) else entry_id
    with store.writing() as connection:
        gone = []
        for one in wanted:
            seq, exercise, ended, trashed = _find(connection, one)
            if trashed:
                continue
            connection.execute("UPDATE entries SET trashed_at = ? WHERE seq = ?", (at.utc, seq))
            if ended:
                feeding.park(connection, seq, feeding.gather(connection, seq))
                ledger.tally(connection, exercise, -1)
            gone.append(seq)
        if undoes:
            undoing.forget(connection, undoes)
        else:
            undoing.note(connection, undoing.TRASH, _said(connection, gone))
    return len(gone)


def _said(connection: sqlite3.Connection, seqs: Iterable[int]) -> list[int]:
    sql = f"SELECT seq FROM entries WHERE seq = ? AND {SAID}"
    return [seq for seq in seqs if connection.execute(sql, (seq,)).fetchone()]


_OUT: Final = """
    UPDATE entries SET trashed_at = NULL,
        changed_at = max(changed_at, coalesce(strftime('%Y-%m-%dT%H:%M:%SZ', trashed_at, '+1 second'), ''))
    WHERE seq = ?"""
"""Taking back is a change later than the trash: an export from before does not put the entry there again."""


def untrash(store: Store, entry_id: str | Sequence[str]) -> int:
    """Take entries back out; what they fed is there again in the same transaction. How many came back."""
    wanted = [entry_id] if isinstance(entry_id, str) else entry_id
    back = 0
    with store.writing() as connection:
        for one in wanted:
            seq, exercise, ended, trashed = _find(connection, one)
            if not trashed:
                continue
            connection.execute(_OUT, (seq,))
            connection.execute("DELETE FROM undo WHERE entry = ? AND what = ?", (seq, undoing.TRASH))
            if ended:
                feeding.unpark(connection, seq)
                ledger.tally(connection, exercise, 1)
            back += 1
    return back


def trashed(store: Store, *, limit: int | None = None, offset: int = 0) -> list[Row]:
    """What is in the trash, latest first. `ended_at` and `day` are those of the entry; `key` is when it went there."""
    rows = store.query(
        "SELECT id, exercise, title, coalesce(ended_at, changed_at), "
        "coalesce(ended_day, substr(changed_at, 1, 10)), coalesce(how, ''), first_words, trashed_at "
        f"FROM entries WHERE trashed_at IS NOT NULL AND {SAID} ORDER BY trashed_at DESC, seq DESC "
        "LIMIT ? OFFSET ?",
        (-1 if limit is None else limit, offset),
    )
    return [Row(*row) for row in rows]


def count(store: Store) -> int:
    """How many entries are in the trash, those in which nothing was said aside."""
    return int(store.query(f"SELECT count(*) FROM entries WHERE trashed_at IS NOT NULL AND {SAID}")[0][0])


def of_exercises(store: Store, refs: Sequence[str]) -> list[str]:
    """The ids of all entries of these exercises that are not in the trash, drafts among them."""
    sql = f"SELECT id FROM entries WHERE trashed_at IS NULL AND exercise IN ({', '.join('?' * len(refs))})"
    return [row[0] for row in store.query(f"{sql} ORDER BY seq", refs)] if refs else []


def exercises(store: Store) -> list[str]:
    """Every exercise (`pack/id`) that an entry outside the trash belongs to."""
    sql = "SELECT DISTINCT exercise FROM entries WHERE trashed_at IS NULL ORDER BY exercise"
    return [row[0] for row in store.query(sql)]


def everything_in(store: Store) -> list[str]:
    """The ids of all entries in the trash, those in which nothing was said among them."""
    return [row[0] for row in store.query("SELECT id FROM entries WHERE trashed_at IS NOT NULL")]


class Emptied(NamedTuple):
    """How many entries were really removed, and what kept the store's files from being freed of all trace of them:
    `scrubbing.DONE` for nothing, else its other words."""

    entries: int
    left: str

    @property
    def clean(self) -> bool:
        """Whether no copy is left in the store's files."""
        return self.left == DONE


def empty(store: Store, at: Stamp) -> Emptied:
    """Really remove what is in the trash. Its words are then nowhere in the store's files.

    A tombstone (id and time, no words) stays, so that an import can leave out what was deleted. Backups made
    before still hold the words: the caller says so. Where traces are left, because another window reads or the disk
    is full, that is noted in the same transaction; emptying once more, even an empty trash, or the next start
    finishes it.
    """
    from guide.store import elsewhere  # seldom needed, and every start imports this module

    with store.writing() as connection:
        said, items = count(store), elsewhere.gone_items(connection)
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
            asked.forget(connection, seq, entry_id)
            connection.execute("DELETE FROM entries WHERE seq = ?", (seq,))
        elsewhere.take_out(connection, items)
        connection.execute("DELETE FROM item_state WHERE item NOT IN (SELECT item FROM items)")
        connection.execute(
            "DELETE FROM frozen WHERE hash NOT IN (SELECT frozen FROM steps) "
            "AND hash NOT IN (SELECT frozen FROM answers WHERE frozen IS NOT NULL)"
        )
        connection.execute("DELETE FROM tallies WHERE exercise NOT IN (SELECT exercise FROM entries)")
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        owe(connection)
    return Emptied(said, scrub(store))
