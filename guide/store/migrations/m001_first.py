"""The first shape of the store.

Kept: entries, steps, frozen, answers, typing, item_state, declarations, meta, tombstones.
Made from those, and made again when in doubt: points, items, markers, kept (values), parked, tallies, search.
`ledger` holds running counts and digests, so that missing rows are noticed.
"""

from __future__ import annotations

import sqlite3
from typing import Final

KEPT: Final = (
    """CREATE TABLE IF NOT EXISTS entries (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, exercise TEXT NOT NULL, pack_version TEXT NOT NULL,
        exercise_hash TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL,
        started_at TEXT NOT NULL, started_offset INTEGER NOT NULL,
        ended_at TEXT, ended_offset INTEGER, how TEXT, left_out TEXT NOT NULL DEFAULT '[]',
        digest TEXT NOT NULL, ended_day TEXT, first_words TEXT NOT NULL DEFAULT '', cursor TEXT,
        closed INTEGER NOT NULL DEFAULT 0, changed_at TEXT NOT NULL, trashed_at TEXT,
        stale INTEGER NOT NULL DEFAULT 0)""",
    """CREATE INDEX IF NOT EXISTS entries_ended ON entries (ended_at, seq)
        WHERE ended_at IS NOT NULL AND trashed_at IS NULL""",
    """CREATE INDEX IF NOT EXISTS entries_exercise ON entries (exercise, ended_at, seq)
        WHERE ended_at IS NOT NULL AND trashed_at IS NULL""",
    """CREATE INDEX IF NOT EXISTS entries_exercise_day ON entries (exercise, ended_day)
        WHERE ended_at IS NOT NULL AND trashed_at IS NULL""",
    """CREATE INDEX IF NOT EXISTS entries_open ON entries (changed_at)
        WHERE ended_at IS NULL AND trashed_at IS NULL""",
    """CREATE INDEX IF NOT EXISTS entries_reopened ON entries (seq)
        WHERE ended_at IS NOT NULL AND cursor IS NOT NULL AND trashed_at IS NULL""",
    "CREATE INDEX IF NOT EXISTS entries_trashed ON entries (trashed_at) WHERE trashed_at IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS entries_stale ON entries (seq) WHERE stale = 1",
    "CREATE TABLE IF NOT EXISTS frozen (hash TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE IF NOT EXISTS steps (
        entry INTEGER NOT NULL REFERENCES entries (seq) ON DELETE CASCADE, step TEXT NOT NULL,
        position INTEGER NOT NULL, frozen TEXT NOT NULL REFERENCES frozen (hash),
        PRIMARY KEY (entry, step)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS answers (
        entry INTEGER NOT NULL REFERENCES entries (seq) ON DELETE CASCADE, step TEXT NOT NULL,
        revision INTEGER NOT NULL, state TEXT NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL,
        at_offset INTEGER NOT NULL, frozen TEXT, digest TEXT NOT NULL,
        PRIMARY KEY (entry, step, revision)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS typing (
        entry INTEGER PRIMARY KEY REFERENCES entries (seq) ON DELETE CASCADE,
        step TEXT NOT NULL, raw TEXT NOT NULL, at TEXT NOT NULL)""",
    "CREATE TABLE IF NOT EXISTS item_state (item TEXT PRIMARY KEY, archived INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS declarations (name TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS tombstones (id TEXT PRIMARY KEY, deleted_at TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE IF NOT EXISTS ledger (
        name TEXT PRIMARY KEY, rows INTEGER NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID""",
    "INSERT OR IGNORE INTO ledger VALUES ('changes', 0, ''), ('entries', 0, ''), ('answers', 0, '')",
)

DERIVED: Final = (
    """CREATE TABLE IF NOT EXISTS points (
        series TEXT NOT NULL, at TEXT NOT NULL,
        entry INTEGER NOT NULL REFERENCES entries (seq) ON DELETE CASCADE,
        ord INTEGER NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL, value,
        n INTEGER NOT NULL, day TEXT NOT NULL, step TEXT NOT NULL,
        PRIMARY KEY (series, at, entry, ord)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS points_entry ON points (entry)",
    "CREATE INDEX IF NOT EXISTS points_item ON points (item, at) WHERE item <> ''",
    """CREATE TABLE IF NOT EXISTS items (
        collection TEXT NOT NULL, item TEXT NOT NULL, rank TEXT NOT NULL,
        entry INTEGER NOT NULL REFERENCES entries (seq) ON DELETE CASCADE, fields TEXT NOT NULL,
        label TEXT NOT NULL, refs TEXT NOT NULL, at TEXT NOT NULL, day TEXT NOT NULL, step TEXT NOT NULL,
        PRIMARY KEY (collection, item, rank)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS items_entry ON items (entry)",
    "CREATE INDEX IF NOT EXISTS items_item ON items (item, rank)",
    """CREATE TABLE IF NOT EXISTS markers (
        marker TEXT NOT NULL, date TEXT NOT NULL, rank TEXT NOT NULL,
        entry INTEGER NOT NULL REFERENCES entries (seq) ON DELETE CASCADE, precision TEXT NOT NULL,
        fields TEXT NOT NULL, label TEXT NOT NULL, at TEXT NOT NULL, step TEXT NOT NULL,
        PRIMARY KEY (marker, date, rank)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS markers_entry ON markers (entry)",
    """CREATE TABLE IF NOT EXISTS kept (
        name TEXT NOT NULL, rank TEXT NOT NULL,
        entry INTEGER NOT NULL REFERENCES entries (seq) ON DELETE CASCADE,
        value TEXT NOT NULL, at TEXT NOT NULL, step TEXT NOT NULL, PRIMARY KEY (name, rank)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS kept_entry ON kept (entry)",
    """CREATE TABLE IF NOT EXISTS parked (
        entry INTEGER PRIMARY KEY REFERENCES entries (seq) ON DELETE CASCADE, feeds TEXT NOT NULL)""",
    "CREATE TABLE IF NOT EXISTS tallies (exercise TEXT PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE VIRTUAL TABLE IF NOT EXISTS search
        USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')""",
)


def run(connection: sqlite3.Connection) -> None:
    """Make every table of the first shape."""
    for statement in (*KEPT, *DERIVED):
        connection.execute(statement)
