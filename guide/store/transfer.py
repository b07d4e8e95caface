"""The whole notebook as one JSON file, written in a stream: memory stays the same however long the years.

The format is described in docs/data-format.md; `transfer_read` reads it and `merge` takes it in. A record stands on
a line of its own, so that a damaged place can be named by its line.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import IO, Any, Final

from guide.steps.base import Json
from guide.store import backup, trouble
from guide.store.database import Store
from guide.store.encode import Unreadable, digest, dumps, loads
from guide.store.pages import SEALED
from guide.store.transfer_fit import Fitting

FORMAT: Final = 1
"""The number of the format that is written. Files with a higher one are refused."""
PROGRAM: Final = "unmuted"
LISTS: Final = ("declarations", "choices", "items", "deleted", "shown", "entries")
"""The lists of a file, in their order."""
NOT_TAKEN: Final = (backup.DONE,)
"""State of this machine alone: what the last backup here holds."""
_PAGE: Final = 50  # entries read at once

Progress = Callable[[float], None]
"""Told the share that is done, 0 to 1. It may raise `Stopped`, and nothing is then written or kept."""


class Stopped(Exception):
    """The person does not want to wait for it any longer."""


def silent(share: float) -> None:
    """Progress that nobody watches."""


def seal(record: Json) -> str:
    """The checksum of an entry in a file: 128 bits of SHA-256 over its compact JSON without the checksum."""
    return sha256(dumps(record).encode()).hexdigest()[:32]


class Sum:
    """The checksum of a whole file: SHA-256 over each record in order, as `LIST JSON` and a newline."""

    def __init__(self) -> None:
        self._sum = sha256()
        self.counts = dict.fromkeys(LISTS, 0)

    def add(self, name: str, text: str) -> None:
        """Count in one record, given as compact JSON."""
        self.counts[name] += 1
        self._sum.update(f"{name} {text}\n".encode())

    @property
    def hex(self) -> str:
        """The sum so far."""
        return self._sum.hexdigest()


def write(
    store: Store, file: IO[bytes], *, version: str, written: str, progress: Progress = silent
) -> dict[str, int]:
    """Write everything that a person wrote, as it stands at one moment; how many records each list holds.

    `version` is the program's, `written` the moment (UTC, ISO). What cannot be read is left out and named in the
    store's notice. Raises GuideError where SQLite cannot read, OSError where the file cannot be written.
    """
    head = {"format": FORMAT, "program": PROGRAM, "version": version, "written": written}
    total, found = Sum(), _lists(store, progress)
    own = not store.connection.in_transaction
    try:
        if own:
            store.connection.execute("BEGIN")  # one moment for all of it, whatever is written meanwhile
        file.write(dumps(head).encode()[:-1] + b",\n")
        for name, records in found.items():
            file.write(f'"{name}":[\n'.encode())
            for number, record in enumerate(records):
                text = dumps(record)
                total.add(name, text)
                file.write(b"".join((b",\n" if number else b"", text.encode())))
            file.write(b"\n],\n")
        tail = {"counts": total.counts, "checksum": total.hex}
        file.write(dumps(tail).encode()[1:] + b"\n")
    except sqlite3.Error as error:
        raise trouble.explain(error, store.path) from None
    finally:
        if own and store.connection.in_transaction:
            store.connection.execute("ROLLBACK")
    progress(1.0)
    return total.counts


def _lists(store: Store, progress: Progress) -> dict[str, Iterable[dict[str, Json]]]:
    rows, fitting = store.query, Fitting(store)
    plain = {
        "declarations": (
            "name",
            _coded(store, "declarations", "name", "declared", "SELECT name, json FROM declarations ORDER BY name"),
        ),
        "choices": ("name", _choices(store)),
        "items": ("item", ({"item": item, "set_aside": bool(aside)} for item, aside in
                           rows("SELECT item, archived FROM item_state ORDER BY item"))),
        "deleted": ("id", ({"id": id_, "at": at} for id_, at in
                           rows("SELECT id, deleted_at FROM tombstones ORDER BY id"))),
    }  # fmt: skip
    found: dict[str, Iterable[dict[str, Json]]] = {
        name: fitting.plain(name, key, records) for name, (key, records) in plain.items()
    }
    return found | {"shown": _shown(store, fitting), "entries": _entries(store, fitting, progress)}


def _coded(store: Store, what: str, key: str, value: str, sql: str) -> Iterator[dict[str, Json]]:
    for name, text in store.query(sql):
        try:
            yield {key: name, value: loads(text)}
        except Unreadable:
            store.set_aside(f"{what} {name}")


def _choices(store: Store) -> Iterator[dict[str, Json]]:
    for record in _coded(store, "choice", "name", "value", "SELECT key, value FROM meta ORDER BY key"):
        if record["name"] not in NOT_TAKEN:
            yield record


_SHOWN: Final = """
    SELECT hash, json FROM frozen WHERE hash > ?
    AND hash IN (SELECT frozen FROM steps UNION SELECT frozen FROM answers WHERE frozen IS NOT NULL)
    ORDER BY hash LIMIT 200"""


def _shown(store: Store, fitting: Fitting) -> Iterator[dict[str, Json]]:
    """Steps as they were shown, each once; those that nothing refers to any more stay behind."""
    last = ""
    while rows := store.query(_SHOWN, (last,)):
        for hashed, text in rows:
            record = fitting.shown(hashed, _thawed(text) if digest(text) == hashed else None)
            if record is not None:
                yield record
        last = rows[-1][0]


def _thawed(text: str) -> dict[str, Json] | None:
    try:
        value = loads(text)
    except Unreadable:
        return None
    return value if isinstance(value, dict) and dumps(value) == text else None


def _entries(store: Store, fitting: Fitting, progress: Progress) -> Iterator[dict[str, Json]]:
    """Entries in the order they were begun on this machine, ended or not, in the trash or not."""
    total, done, last = int(store.query("SELECT count(*) FROM entries")[0][0]), 0, 0
    sql = (
        f"SELECT {SEALED}, digest, seq, cursor, closed, changed_at, trashed_at FROM entries "
        f"WHERE seq > ? ORDER BY seq LIMIT {_PAGE}"
    )
    while rows := store.query(sql, (last,)):
        around = _Around(store, last, rows[-1][13])
        last = rows[-1][13]
        for *sealed, check, seq, cursor, closed, changed, trashed in rows:
            if digest(*sealed) != check:
                store.set_aside(f"entry {str(sealed[0])[:8]}")
                continue
            rest = {"cursor": cursor, "closed": bool(closed), "changed": changed, "trashed": trashed}
            record = fitting.entry(head_of(sealed) | rest | around.of(seq, str(sealed[0])))
            if record is not None:
                yield record | {"checksum": seal(record)}
        done += len(rows)
        progress(done / total)


def head_of(sealed: list[Any]) -> dict[str, Json]:
    """The columns of an entry that never change but by its end, as a file has them."""
    names = ("id", "exercise", "pack_version", "exercise_hash", "title", "language")
    ended = {"utc": sealed[8], "offset": sealed[9]} if sealed[8] else None
    return dict(zip(names, sealed, strict=False)) | {
        "started": {"utc": sealed[6], "offset": sealed[7]},
        "ended": ended,
        "how": sealed[10],
        "left_out": loads(sealed[11]),
    }


class _Around:
    """What belongs to a page of entries: steps, answers, words being typed."""

    def __init__(self, store: Store, after: int, until: int) -> None:
        self._store = store
        self._of: dict[str, dict[int, list[Any]]] = {}
        for name, columns, tail in (
            ("steps", "step, position, frozen", "ORDER BY entry, position, step"),
            ("answers", "step, revision, state, value, at, at_offset, frozen, digest",
             "ORDER BY entry, step, revision"),
            ("typing", "step, raw, at", "ORDER BY entry, step"),
        ):  # fmt: skip
            sql = f"SELECT entry, {columns} FROM {name} WHERE entry > ? AND entry <= ? {tail}"
            found = self._of[name] = {}
            for seq, *row in store.query(sql, (after, until)):
                found.setdefault(seq, []).append(row)

    def of(self, seq: int, id_: str) -> dict[str, Json]:
        """The three lists of one entry."""
        steps = [
            {"step": step, "position": position, "shown": shown}
            for step, position, shown in self._of["steps"].get(seq, [])
        ]
        answers = [one for row in self._of["answers"].get(seq, []) if (one := self._answer(id_, row))]
        typing = [one for row in self._of["typing"].get(seq, []) if (one := self._typed(id_, row))]
        return {"steps": steps, "answers": answers, "typing": typing}

    def _answer(self, id_: str, row: list[Any]) -> dict[str, Json] | None:
        step, revision, state, text, at, offset, shown, check = row
        try:
            value = loads(text)
            if digest(id_, step, revision, state, text, at, offset, shown) != check or dumps(value) != text:
                raise Unreadable
        except Unreadable:
            self._store.set_aside(f"answer {revision} to {step} in entry {id_[:8]}")
            return None
        return {
            "step": step, "revision": revision, "state": state, "value": value, "at": at, "offset": offset,
            "shown": shown,
        }  # fmt: skip

    def _typed(self, id_: str, row: list[Any]) -> dict[str, Json] | None:
        step, raw, at = row
        try:
            return {"step": step, "raw": loads(raw), "at": at}
        except Unreadable:
            self._store.set_aside(f"what was being typed at {step} in entry {id_[:8]}")
            return None
