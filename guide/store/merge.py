"""Taking an export in: entry by entry, in one transaction, with everything derived following at once.

What is here is never lost: an entry that both have keeps every revision of both, and the newest one counts. What was
deleted here stays deleted unless it is asked for. Taking the same file in again changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from guide.errors import GuideError
from guide.steps.base import Json
from guide.store import elsewhere, feeding, ledger, marker, scrubbing
from guide.store.database import Store
from guide.store.encode import dumps
from guide.store.merge_entry import Merging
from guide.store.pages import entry
from guide.store.records import EntryRecord, Feeds
from guide.store.transfer import NOT_TAKEN, Progress, silent
from guide.store.transfer_read import Damaged, Reader
from guide.words import taking as words

Deriving = Callable[[EntryRecord], Feeds]


class Checked(NamedTuple):
    """What a sound file holds: when it was written, how many records each list has, and its entries' first and last
    day (UTC), empty without entries."""

    written: str
    counts: dict[str, int]
    first: str
    last: str


class Taken(NamedTuple):
    """What an import did to the entries of the file.

    `new` came, `merged` were here and got something, `same` were here as they are; `deleted` were deleted here and
    left out; `back` came although they had been deleted; `unreadable` are here and cannot be read, so they were left.
    `emptied_there` were deleted where the file comes from and are still here.
    """

    new: int = 0
    merged: int = 0
    same: int = 0
    deleted: int = 0
    back: int = 0
    unreadable: int = 0
    emptied_there: int = 0


def check(path: Path, progress: Progress = silent) -> Checked:
    """Read a whole export without keeping anything. Raises GuideError with the place when it is not sound."""
    reader, counts, days = Reader(path, progress), dict[str, int](), list[str]()
    try:
        for name, record, _ in reader.records():
            counts[name] = counts.get(name, 0) + 1
            if name == "entries":
                day = record["started"]["utc"][:10]
                days = [min([*days[:1], day]), max([*days[1:], day])]
    finally:
        reader.close()
    written = reader.head.get("written")
    first, last = days or ["", ""]
    return Checked(written if isinstance(written, str) else "", counts, first, last)


def take_in(
    store: Store,
    path: Path,
    derive: Deriving,
    *,
    with_deleted: bool = False,
    progress: Progress = silent,
) -> Taken:
    """Take an export in, whole or not at all.

    Small choices of the program (ticks, the last way of saying) come along only where the notebook was empty.
    Raises GuideError when the file is damaged, or the store cannot be written; Stopped from `progress`.
    """
    reader = Reader(path, progress)
    try:
        with store.writing() as connection:
            taking = _Taking(store, connection, derive, with_deleted)
            for name, record, line in reader.records():
                taking.take(name, record, line)
            taking.finish()
    finally:
        reader.close()
    if store.path:
        marker.keep(store.connection, store.path)
        if taking.counts["deleted"]:
            scrubbing.scrub(
                store
            )  # what keeps it from that is no reason to call the import a failure: it is owed
    return Taken(**taking.counts)


class _Taking:
    """One import under way, inside its transaction."""

    def __init__(
        self, store: Store, connection: sqlite3.Connection, derive: Deriving, with_deleted: bool
    ) -> None:
        self._store, self._connection = store, connection
        self._derive, self._with_deleted = derive, with_deleted
        self._was_empty = not connection.execute("SELECT 1 FROM entries LIMIT 1").fetchone()
        self._items_left_out: set[str] = set()
        self.counts = dict.fromkeys(Taken._fields, 0)

    def take(self, name: str, record: dict[str, Json], line: int) -> None:
        """Take one record in."""
        if name == "entries":
            self._entry(record, line)
        else:
            _TAKES[name](self, record)

    def _declaration(self, record: dict[str, Json]) -> None:
        # What the packs at hand say stands; a file only adds what is not known here.
        self._run(
            "INSERT OR IGNORE INTO declarations VALUES (?, ?)", record["name"], dumps(record["declared"])
        )

    def _choice(self, record: dict[str, Json]) -> None:
        if self._was_empty and record["name"] not in NOT_TAKEN:
            self._run("INSERT OR IGNORE INTO meta VALUES (?, ?)", record["name"], dumps(record["value"]))

    def _item(self, record: dict[str, Json]) -> None:
        # Taken back on one side counts over set aside on the other: nobody takes back what was never set aside.
        self._run(
            "INSERT INTO item_state VALUES (?, ?) ON CONFLICT (item) DO UPDATE "
            "SET archived = min(archived, excluded.archived)",
            record["item"],
            int(record["set_aside"]),
        )

    def _deleted(self, record: dict[str, Json]) -> None:
        if self._run("SELECT 1 FROM entries WHERE id = ?", record["id"]).fetchone():
            self.counts["emptied_there"] += 1
            return
        self._run(
            "INSERT INTO tombstones VALUES (?, ?) ON CONFLICT (id) DO UPDATE "
            "SET deleted_at = min(deleted_at, excluded.deleted_at)",
            record["id"],
            record["at"],
        )

    def _shown(self, record: dict[str, Json]) -> None:
        self._run("INSERT OR IGNORE INTO frozen VALUES (?, ?)", record["hash"], dumps(record["step"]))

    def _entry(self, record: dict[str, Json], line: int) -> None:
        place = words.PLACE_RECORD.format(
            line=line, record=f"{words.RECORDS['entries']} {record['id'][:8]}", why="{why}"
        )
        merging = Merging(self._store, self._connection, record)
        buried = self._run("SELECT 1 FROM tombstones WHERE id = ?", record["id"]).fetchone() is not None
        try:
            if merging.missing and buried and not self._with_deleted:
                self._leave_out(merging)
                return
            outcome = merging.run()
            if merging.ended and outcome in ("new", "merged"):
                self._feed(merging.seq, record["id"])
        except sqlite3.IntegrityError:
            raise Damaged(place.format(why=words.LINKED)) from None
        except _UNUSABLE:
            raise Damaged(place.format(why=words.UNUSABLE)) from None
        if buried:
            self._run("DELETE FROM tombstones WHERE id = ?", record["id"])
        self.counts["back" if buried and outcome == "new" else outcome] += 1

    def _leave_out(self, merging: Merging) -> None:
        """An entry that was deleted here does not come. The items it made are noted: lists of others may offer them."""
        self.counts["deleted"] += 1
        self._run("SAVEPOINT left_out")
        try:
            merging.run()
            made = feeding.pairs(self._derive(entry(self._store, merging.id))) if merging.ended else []
            self._items_left_out |= {data["item"] for what, data in made if what == "item"}
        finally:
            self._run("ROLLBACK TO left_out")
            self._run("RELEASE left_out")

    def _feed(self, seq: int, id_: str) -> None:
        record = entry(self._store, id_)
        feeds = self._derive(record)
        if record.trashed:
            feeding.park(self._connection, seq, feeds)
            self._run("UPDATE entries SET stale = 0 WHERE seq = ?", seq)
        else:
            feeding.replace(self._connection, seq, feeds)

    def finish(self) -> None:
        """Take out what only entries that were left out gave: items in lists, and steps as they were shown there."""
        kept = {row[0] for row in self._run("SELECT DISTINCT item FROM items")}
        kept |= elsewhere.gone_items(self._connection)  # in the trash, and may come back
        elsewhere.take_out(self._connection, self._items_left_out - kept)
        self._run(
            "DELETE FROM frozen WHERE hash NOT IN (SELECT frozen FROM steps) "
            "AND hash NOT IN (SELECT frozen FROM answers WHERE frozen IS NOT NULL)"
        )
        ledger.recount(self._connection)
        if self.counts["deleted"]:
            scrubbing.owe(self._connection)  # what was left out has passed through the file

    def _run(self, sql: str, *values: str | int) -> sqlite3.Cursor:
        return self._connection.execute(sql, values)


_TAKES: Final = {
    "declarations": _Taking._declaration,
    "choices": _Taking._choice,
    "items": _Taking._item,
    "deleted": _Taking._deleted,
    "shown": _Taking._shown,
}
# What a step as shown that no kind of ours made, with a checksum that fits, can bring out of the kinds.
_UNUSABLE: Final = (
    KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, RecursionError, GuideError,
    sqlite3.InterfaceError, sqlite3.ProgrammingError,
)  # fmt: skip
