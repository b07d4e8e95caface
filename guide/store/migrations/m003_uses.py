"""Which entries picked an item, or made a sentence that stands on it: the least used ones can be offered first."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from typing import Any, Final

STATEMENTS: Final = (
    """CREATE TABLE IF NOT EXISTS uses (
        item TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES entries (seq) ON DELETE CASCADE,
        at TEXT NOT NULL, step TEXT NOT NULL, PRIMARY KEY (item, entry)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS uses_entry ON uses (entry)",
)
# Unreadable rows are passed over, as they are when derived rows are made from answers.
_FOUND: Final = """
    SELECT CASE WHEN k.kind = 'sentence' THEN j.atom
        WHEN j.type = 'object' THEN json_extract(j.value, '$.item') END AS item,
        a.entry, a.at, a.step, e.trashed_at IS NOT NULL
    FROM (SELECT hash, CASE WHEN json_valid(json) THEN json_extract(json, '$.kind') END AS kind FROM frozen) k
    JOIN steps s ON s.frozen = k.hash
    JOIN entries e ON e.seq = s.entry AND e.ended_at IS NOT NULL
    JOIN answers a ON a.entry = s.entry AND a.step = s.step AND a.state = 'given'
    JOIN json_each(CASE WHEN json_valid(a.value) THEN a.value ELSE '[]' END,
        CASE k.kind WHEN 'pick' THEN '$' ELSE '$.evidence' END) j
    WHERE k.kind IN ('pick', 'sentence')
    AND a.revision = (SELECT max(revision) FROM answers WHERE entry = a.entry AND step = a.step)
    AND a.step NOT IN
        (SELECT value FROM json_each(CASE WHEN json_valid(e.left_out) THEN e.left_out ELSE '[]' END))
    ORDER BY a.entry, s.position, j.id"""


def run(connection: sqlite3.Connection) -> None:
    """Make the table and fill it from the answers; what waits in the trash gets it along. Run again it is the same."""
    for statement in STATEMENTS:
        connection.execute(statement)
    parked: dict[int, dict[str, Any]] = defaultdict(dict)
    for item, entry, at, step, trashed in connection.execute(_FOUND).fetchall():
        if not isinstance(item, str):
            continue
        if trashed:
            parked[entry].setdefault(item, ["use", {"item": item, "at": at, "step": step}])
        else:
            connection.execute("INSERT OR IGNORE INTO uses VALUES (?, ?, ?, ?)", (item, entry, at, step))
    for entry, uses in parked.items():
        _park(connection, entry, list(uses.values()))


def _park(connection: sqlite3.Connection, entry: int, uses: list[Any]) -> None:
    row = connection.execute("SELECT feeds FROM parked WHERE entry = ?", (entry,)).fetchone()
    if row is None:
        return
    try:
        feeds = [one for one in json.loads(row[0]) if one[0] != "use"]
    except (ValueError, TypeError, LookupError):
        return  # it cannot be read, and making everything anew from the answers mends it
    text = json.dumps([*feeds, *uses], ensure_ascii=False, separators=(",", ":"))
    connection.execute("UPDATE parked SET feeds = ? WHERE entry = ?", (text, entry))
