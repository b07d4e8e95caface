"""Looking the whole store over, in slices short enough for idle moments."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Generator, Iterator
from typing import Any, Final, NamedTuple

from guide.errors import GuideError
from guide.store import ledger, marker, search, shape
from guide.store.database import Store
from guide.store.encode import digest
from guide.store.feeding import TABLES
from guide.store.pages import SEALED
from guide.store.records import local_day
from guide.words import doctor as words

_HEX: Final = frozenset("0123456789abcdef")
_INDEX: Final = re.compile(r"(missing from|# of entries in|non-unique entry in) index ")
_UNASKED: Final = """
    SELECT count(*) FROM (SELECT DISTINCT entry, step FROM answers WHERE frozen IS NOT NULL
        EXCEPT SELECT entry, step FROM steps)"""
ALONE: Final = "alone"
"""The ledger's row that says how many rows have lost what they belong to, and are all right so by a person's word."""
SLICE: Final = 500  # rows between two yields: about five milliseconds


class Trouble(NamedTuple):
    """Something that is not as it was written.

    `kind`: file (SQLite finds damage) · row (a checksum does not fit) · missing (a count does not fit) ·
    derived (made again by `rebuild`, no words are lost). `what` is a phrase with ids and none of a person's
    words.
    """

    kind: str
    what: str


class _Sum:
    """Rows seen, and the XOR of their checksums."""

    def __init__(self) -> None:
        self.rows, self.digest = 0, 0

    def add(self, check: str) -> None:
        self.rows += 1
        # A damaged checksum is reported as a row; here it must only not fit.
        self.digest ^= int(check, 16) if set(check) <= _HEX else 1


def check(store: Store, slice_: int = SLICE) -> Generator[float, None, list[Trouble]]:
    """Verify file, checksums, counts and derived rows. Yields the share done (0 to 1), returns what was
    found.

    Missing rows are only looked for when nothing was written meanwhile: the counts would not belong together.
    """
    found: list[Trouble] = []
    yield 0.0
    gone = shape.missing(store.connection)
    found += [_gone(part) for part in gone]
    if any(part.table for part in gone):
        return found  # nothing else can be said before it is there again
    total = sum(int(store.query(f"SELECT count(*) FROM {name}")[0][0]) for name in _READ) or 1
    before, done = marker.sequence(store.connection), 0
    sums = {name: _Sum() for name in _READ}
    found += _file(store)
    yield 0.0
    for part in shape.parts():
        if part.table and part.name != shape.SEARCH:
            found += _indexed(store, part.name)
            yield 0.0
    for table, read in _READ.items():
        for rows in read(store, slice_):
            for name, kept, computed in rows:
                sums[table].add(kept)
                if kept != computed:
                    found.append(Trouble("row", name))
            done += len(rows)
            yield min(0.99, done / total)
    if marker.sequence(store.connection) == before:
        found += _missing(store, sums)
    yield 0.99
    found += _derived(store)
    return found


def _gone(part: shape.Part) -> Trouble:
    if not part.table:
        return Trouble("derived", words.ORDER.format(name=part.name))
    return Trouble("derived" if part.name in shape.DERIVED else "missing", words.GONE.format(name=part.name))


def run(store: Store, tell: Callable[[float], None] = lambda share: None) -> list[Trouble]:
    """The whole check at once; `tell` hears the share done (0 to 1)."""
    steps = check(store, 5000)
    while True:
        try:
            tell(next(steps))
        except StopIteration as finished:
            return list(finished.value)


def _file(store: Store) -> list[Trouble]:
    try:
        said = [row[0] for row in store.connection.execute("PRAGMA quick_check(20)")]
        lost = store.connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError:
        return [Trouble("file", "the file has unreadable parts")]
    found = (
        [] if said == ["ok"] else [Trouble("file", f"SQLite finds {len(said)} damaged places in the file")]
    )
    settled = _part(store, "SELECT rows FROM ledger WHERE name = ?", (ALONE,))
    if settled and len(lost) <= settled[0][0]:
        return found
    return found + [
        Trouble("missing", f"a row of {row[0]} has lost the row of {row[2]} it belongs to") for row in lost
    ]


_Checked = Iterator[list[tuple[str, str, str]]]  # (what it is, checksum kept, checksum computed)


def _indexed(store: Store, table: str) -> list[Trouble]:
    """An index that does not lead to the rows of its table hides some of them; it is made of them again."""
    try:
        said = [row[0] for row in store.connection.execute(f"PRAGMA integrity_check({table})")]
    except sqlite3.DatabaseError:
        return []  # `_file` has said so
    fits = not any(_INDEX.search(line) for line in said)
    return [] if fits else [Trouble("derived", words.ORDER.format(name=table))]


def _frozen(store: Store, slice_: int) -> _Checked:
    last = ""
    while rows := _part(
        store, "SELECT hash, json FROM frozen WHERE hash > ? ORDER BY hash LIMIT ?", (last, slice_)
    ):
        yield [(f"step as shown {hashed[:8]}", hashed, digest(text)) for hashed, text in rows]
        last = rows[-1][0]


def _entries(store: Store, slice_: int) -> _Checked:
    last, sql = 0, f"SELECT seq, digest, {SEALED} FROM entries WHERE seq > ? ORDER BY seq LIMIT ?"
    while rows := _part(store, sql, (last, slice_)):
        yield [(f"entry {sealed[0][:8]}", kept, digest(*sealed)) for _, kept, *sealed in rows]
        last = rows[-1][0]


def _answers(store: Store, slice_: int) -> _Checked:
    last = (0, "", 0)
    sql = (
        "SELECT a.entry, a.step, a.revision, e.id, a.state, a.value, a.at, a.at_offset, a.frozen, a.digest "
        "FROM answers a LEFT JOIN entries e ON e.seq = a.entry "
        "WHERE (a.entry, a.step, a.revision) > (?, ?, ?) ORDER BY a.entry, a.step, a.revision LIMIT ?"
    )
    while rows := _part(store, sql, (*last, slice_)):
        yield [
            (
                f"answer {revision} to {step} in entry {str(id_)[:8]}",
                kept,
                _answer_sum(kept, id_, step, revision, *rest),
            )
            for _, step, revision, id_, *rest, kept in rows
        ]
        last = rows[-1][:3]


def _answer_sum(kept: str, id_: str | None, *columns: str | int | None) -> str:
    """The checksum of an answer. It goes over the entry's id: of a lost entry nobody knows it, and that is said."""
    return kept if id_ is None else digest(id_, *columns)


def _steps(store: Store, slice_: int) -> _Checked:
    """They have no checksum of their own: that of all of them together is kept."""
    last, sql = (-1, ""), f"{ledger.STEPS} WHERE (s.entry, s.step) > (?, ?) ORDER BY s.entry, s.step LIMIT ?"
    while rows := _part(store, sql.replace("SELECT ", "SELECT s.entry, ", 1), (*last, slice_)):
        checks = [digest(*columns) for _, *columns in rows]
        yield [("", one, one) for one in checks]
        last = rows[-1][0], rows[-1][2]


_READ: Final = {"frozen": _frozen, "entries": _entries, "steps": _steps, "answers": _answers}


def _part(store: Store, sql: str, values: tuple[Any, ...]) -> list[Any]:
    try:
        return store.query(sql, values)
    except GuideError:
        return []  # an unreadable page: `_file` has said so, and the counts will not fit


def _missing(store: Store, sums: dict[str, _Sum]) -> list[Trouble]:
    found = []
    lost = _part(store, _UNASKED, ())
    if lost and lost[0][0]:
        found.append(Trouble("missing", words.UNASKED[lost[0][0] != 1].format(n=lost[0][0])))
    for name in ("entries", "steps", "answers"):
        counted = store.query("SELECT rows, digest FROM ledger WHERE name = ?", (name,))
        if not counted:
            found.append(Trouble("derived", f"the count of {name}"))
            continue
        rows, kept = counted[0]
        if rows != sums[name].rows:
            found.append(Trouble("missing", f"{name}: {rows} were written and {sums[name].rows} are there"))
        elif int(kept or "0", 16) != sums[name].digest:
            found.append(Trouble("missing", f"{name}: not the ones that were written"))
    return found


def _derived(store: Store) -> list[Trouble]:
    """Derived rows of drafts or of the trash, tallies off, stale entries, entries without search words."""
    live = "SELECT seq FROM entries WHERE ended_at IS NOT NULL AND trashed_at IS NULL"
    wrong = {
        f"{name} of entries that do not count": f"SELECT 1 FROM {name} WHERE entry NOT IN ({live}) LIMIT 1"
        for name in TABLES
    }
    wrong["the search index"] = (
        f"SELECT 1 WHERE (SELECT count(*) FROM ({live})) <> (SELECT count(*) FROM search_docsize) "
        f"OR EXISTS (SELECT id & {search.SEQ_MASK} FROM search_docsize EXCEPT {live})"
    )
    wrong["edits that have not reached the views"] = "SELECT 1 FROM entries WHERE stale = 1 LIMIT 1"
    counted = f"{live.replace('seq', 'exercise, count(*)')} GROUP BY exercise"
    tallied = "SELECT exercise, times FROM tallies WHERE times > 0"
    wrong["times done"] = (
        f"SELECT * FROM ({counted} EXCEPT {tallied}) UNION ALL SELECT * FROM ({tallied} EXCEPT {counted})"
    )
    found = [what for what, sql in wrong.items() if _differs(store, sql)]
    if "the search index" not in found and not shape.searchable(store):
        found.append("the search index")
    return [Trouble("derived", what) for what in [*found, *_days(store)]]


def _differs(store: Store, sql: str) -> bool:
    try:
        return bool(store.query(sql))
    except GuideError:
        return True  # what cannot be read does not fit either


def _days(store: Store) -> list[str]:
    """The days by which entries are found and counted, when one is not that of the moment at which it ended."""
    sql = (
        "SELECT ended_day, ended_at, ended_offset FROM entries WHERE typeof(ended_at) = 'text' "
        "AND typeof(ended_offset) = 'integer'"
    )
    wrong = any(day != local_day(at, offset) for day, at, offset in _part(store, sql, ()))
    return [words.DAYS] if wrong else []
