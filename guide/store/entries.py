"""Entries: beginning, answering, ending. Every function that writes is one transaction.

Answers are append-only: an edit adds a revision. A step is kept as it was shown (`frozen`), once for all
entries that showed the same.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from guide.errors import GuideError
from guide.steps.base import Answer, Json
from guide.store import asked, feeding, ledger, marker
from guide.store.database import Store
from guide.store.encode import Unreadable, clean, digest, dumps, loads
from guide.store.meta import declare
from guide.store.pages import SEALED, counts, drafts, entry, page, resolve
from guide.store.records import EntryRecord, Feeds, Row, Stamp, StepRecord
from guide.store.trash import trash, untrash

__all__ = [
    "EntryRecord",
    "Row",
    "Stamp",
    "StepRecord",
    "answer",
    "begin",
    "counts",
    "drafts",
    "end",
    "entry",
    "held",
    "hold",
    "keep_step",
    "page",
    "refresh",
    "resolve",
    "set_cursor",
    "stale",
    "trash",
    "untrash",
]


class Head(NamedTuple):
    """What a change needs to know of an entry: its row, its exercise, and whether it counts."""

    seq: int
    exercise: str
    ended: bool
    trashed: bool
    digest: str


def head_of(connection: sqlite3.Connection, entry_id: str) -> Head:
    """The head of an entry. Raises GuideError when there is none."""
    row = connection.execute(
        "SELECT seq, exercise, ended_at IS NOT NULL, trashed_at IS NOT NULL, digest "
        "FROM entries WHERE id = ?",
        (entry_id,),
    ).fetchone()
    if row is None:
        raise GuideError("There is no such entry.", "`unmuted review` lists what there is.")
    return Head(*row)


def new_id() -> str:
    """A random id: a version 4 UUID in hex, without the cost of importing `uuid` at every start."""
    bits = int.from_bytes(os.urandom(16), "big") & ~(0xF << 76 | 0x3 << 62) | 0x4 << 76 | 0x2 << 62
    return f"{bits:032x}"


def begin(
    store: Store,
    *,
    exercise: str,
    pack_version: str,
    exercise_hash: str,
    title: str,
    language: str,
    at: Stamp,
    declarations: Mapping[str, Json],
) -> str:
    """Start a draft and return its id. `declarations` ({full name: what the pack says of it}) outlive the
    pack."""
    new = new_id()
    head: list[str | int] = [
        new,
        *map(clean, (exercise, pack_version, exercise_hash, title, language)),
        at.utc,
        at.offset,
    ]
    check = digest(*head, None, None, None, "[]")
    with store.writing() as connection:
        connection.execute(
            "INSERT INTO entries (seq, id, exercise, pack_version, exercise_hash, title, language, started_at, "
            f"started_offset, digest, changed_at) VALUES ({ledger.NEXT}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*head, check, at.utc),
        )
        ledger.note(connection, "entries", added=check)
        declare(connection, declarations)
    return new


def keep_step(store: Store, entry_id: str, step_id: str, position: int, frozen: Mapping[str, Json]) -> None:
    """Keep a step as it is shown, before it is answered. Frozen again (piped words changed), the newer one
    stands.

    Answers given before keep the hash of the words they were given to.
    """
    text = dumps(dict(frozen))
    hashed = digest(text)
    with store.writing() as connection:
        seq = head_of(connection, entry_id).seq
        connection.execute("INSERT OR IGNORE INTO frozen VALUES (?, ?)", (hashed, text))
        asked.keep(connection, seq, entry_id, step_id, position, hashed)


def answer(
    store: Store,
    entry_id: str,
    step_id: str,
    given: Answer,
    at: Stamp,
    *,
    cursor: str | None,
    derived: Feeds | None = None,
    typed: bool = False,
) -> None:
    """Append a revision, drop what was being typed at this step, move the cursor; committed when this returns.

    `typed` leaves what was being typed: words that this answer does not hold.

    `cursor` None: nothing is left to ask; the draft stays a draft until `end`. For an edit of an ended entry
    hand over `derived`, so that points and items follow in the same transaction; without it the entry
    counts as stale until `refresh`.
    """
    with store.writing() as connection:
        head = head_of(connection, entry_id)
        append(connection, head.seq, entry_id, step_id, given, at)
        if not typed:
            connection.execute("DELETE FROM typing WHERE entry = ? AND step = ?", (head.seq, step_id))
        connection.execute(
            "UPDATE entries SET cursor = ?, closed = 0, changed_at = ?, stale = ? WHERE seq = ?",
            (cursor, at.utc, int(head.ended), head.seq),
        )
        if derived is not None and head.ended:
            derive(connection, head, derived)


def append(
    connection: sqlite3.Connection, seq: int, entry_id: str, step_id: str, given: Answer, at: Stamp
) -> int:
    """Add a revision and count it; the number it got."""
    revision, frozen = connection.execute(
        "SELECT coalesce((SELECT max(revision) FROM answers WHERE entry = ?1 AND step = ?2), 0) + 1, "
        "(SELECT frozen FROM steps WHERE entry = ?1 AND step = ?2)",
        (seq, step_id),
    ).fetchone()
    text = dumps(given.value)
    check = digest(entry_id, step_id, revision, given.state, text, at.utc, at.offset, frozen)
    connection.execute(
        "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (seq, step_id, revision, given.state, text, at.utc, at.offset, frozen, check),
    )
    ledger.note(connection, "answers", added=check)
    return int(revision)


def set_cursor(store: Store, entry_id: str, step_id: str | None) -> None:
    """Where to go on. None closes the draft: it is offered no more (`set_aside_old` still finds it)."""
    with store.writing() as connection:
        seq = head_of(connection, entry_id).seq
        connection.execute(
            "UPDATE entries SET cursor = ?, closed = ? WHERE seq = ?", (step_id, int(step_id is None), seq)
        )


def hold(store: Store, entry_id: str, step_id: str, raw: Json, *, at: str | None = None) -> None:
    """Keep what is being typed: one row a step, overwritten. `at` is UTC ISO, the clock's when left out."""
    from datetime import UTC, datetime  # 7 ms at import, and a log never types

    moment = at or datetime.now(UTC).isoformat(timespec="milliseconds")
    text = dumps(raw)
    with store.writing(counted=False) as connection:
        seq = head_of(connection, entry_id).seq
        connection.execute("INSERT OR REPLACE INTO typing VALUES (?, ?, ?, ?)", (seq, step_id, text, moment))


def held(store: Store, entry_id: str) -> dict[str, Json]:
    """What was being typed and is no answer yet: step to raw words, the latest last."""
    found: dict[str, Json] = {}
    for step, raw in store.query(
        "SELECT t.step, t.raw FROM typing t JOIN entries e ON e.seq = t.entry WHERE e.id = ? ORDER BY t.at",
        (entry_id,),
    ):
        try:
            found[step] = loads(raw)
        except Unreadable:
            store.set_aside(f"what was being typed at {step} in entry {entry_id[:8]}")
    return found


def end(
    store: Store,
    entry_id: str,
    how: str,
    at: Stamp,
    states: Mapping[str, str],
    left_out: Sequence[str],
    derived: Feeds,
    *,
    unfinished: Collection[str] = (),
) -> None:
    """End a draft as `finished` or `stopped`, with the states of steps not answered and all it feeds, at
    once.

    What was being typed goes, but not at the steps named in `unfinished`: words that are no answer yet. An
    entry that has ended already is left as it is, so that ending twice (two windows) counts once.
    """
    with store.writing() as connection:
        head = head_of(connection, entry_id)
        if head.ended:
            return
        for step_id, state in states.items():
            if _state(connection, head.seq, step_id) != state:
                append(connection, head.seq, entry_id, step_id, Answer(state), at)
        connection.execute(
            f"DELETE FROM typing WHERE entry = ? AND step NOT IN ({', '.join('?' * len(unfinished))})",
            (head.seq, *unfinished),
        )
        connection.execute(
            "UPDATE entries SET ended_at = ?, ended_offset = ?, ended_day = ?, how = ?, left_out = ?, "
            "cursor = NULL, closed = 0, changed_at = ?1 WHERE seq = ?",
            (at.utc, at.offset, at.day, how, dumps(list(left_out)), head.seq),
        )
        reseal(connection, head.seq, head.digest)
        if not head.trashed:
            ledger.tally(connection, head.exercise, 1)
        derive(connection, head, derived)
    if store.path:
        marker.keep(store.connection, store.path)


def _state(connection: sqlite3.Connection, seq: int, step_id: str) -> str | None:
    row = connection.execute(
        "SELECT state FROM answers WHERE entry = ? AND step = ? ORDER BY revision DESC LIMIT 1",
        (seq, step_id),
    ).fetchone()
    return str(row[0]) if row else None


def reseal(connection: sqlite3.Connection, seq: int, before: str) -> None:
    """Write an entry's checksum anew after one of its sealed columns changed."""
    row = connection.execute(f"SELECT {SEALED} FROM entries WHERE seq = ?", (seq,)).fetchone()
    check = digest(*row)
    connection.execute("UPDATE entries SET digest = ? WHERE seq = ?", (check, seq))
    ledger.note(connection, "entries", added=check, removed=before)


def refresh(store: Store, entry_id: str, feeds: Feeds, left_out: Sequence[str] | None = None) -> None:
    """Replace what an entry feeds. A draft feeds nothing; a trashed entry's feeds wait for its return.

    `left_out` are the answered steps that feed nothing, as they are hidden now; None: the same as before. A rebuild
    goes by what is kept here.
    """
    with store.writing() as connection:
        head = head_of(connection, entry_id)
        if not head.ended:
            return
        if left_out is not None:
            leave_out(connection, head, left_out)
        derive(connection, head, feeds)


def leave_out(connection: sqlite3.Connection, head: Head, left_out: Sequence[str]) -> None:
    """Keep which answered steps feed nothing."""
    sql = "UPDATE entries SET left_out = ?1 WHERE seq = ?2 AND left_out <> ?1"
    if connection.execute(sql, (dumps(list(left_out)), head.seq)).rowcount:
        reseal(connection, head.seq, head.digest)


def derive(connection: sqlite3.Connection, head: Head, feeds: Feeds) -> None:
    """Write what an entry feeds, or park it while the entry is in the trash."""
    if head.trashed:
        feeding.park(connection, head.seq, feeds)
        connection.execute("UPDATE entries SET stale = 0 WHERE seq = ?", (head.seq,))
    else:
        feeding.replace(connection, head.seq, feeds)


def stale(store: Store) -> list[str]:
    """Ended entries whose latest answer has not reached what they feed: the program went away in between."""
    return [row[0] for row in store.query("SELECT id FROM entries WHERE stale = 1 ORDER BY seq")]
