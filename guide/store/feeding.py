"""Writing what answers feed: points, item versions, markers, values, uses, and the search index.

All of it is derived: made in the transaction of the answer, taken away with a trashed entry, and made again
from the answers when in doubt. Rows exist only for entries that have ended and are not in the trash, so that
no view needs to ask.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final

from guide.steps.base import Json
from guide.store import search
from guide.store.encode import Unreadable, clean, dumps, loads
from guide.store.records import Feeds, local_day
from guide.store.standing import standing
from guide.store.words import Said, first_words, typed_of, words_of

TABLES: Final = ("points", "items", "markers", "kept", "uses")
_LARGEST: Final = 2**63 - 1
_ORDER: Final = 6
"""Digits of the order inside an entry, at the end of a rank."""


def pairs(feeds: Feeds) -> list[tuple[str, Mapping[str, Json]]]:
    """The feeds as (what, data) in their order."""
    if isinstance(feeds, Mapping):
        return [(what, data) for what, several in feeds.items() for data in several]
    return [(what, data) for what, data in feeds]


def replace(connection: sqlite3.Connection, seq: int, feeds: Feeds) -> None:
    """The derived rows of one entry become these; its search words and first words too. It is no longer
    stale."""
    remove(connection, seq)
    offsets = _offsets(connection, seq)
    for order, (what, data) in enumerate(pairs(feeds)):
        day = local_day(data["at"], offsets.get(data["step"], offsets[""]))
        _WRITERS[what](connection, seq, order, day, data)
    words = index(connection, seq)
    connection.execute(
        "UPDATE entries SET stale = 0, first_words = ? WHERE seq = ?",
        (first_words(words, _left_out(connection, seq)), seq),
    )


def index(connection: sqlite3.Connection, seq: int) -> list[Said]:
    """The words of an entry can be searched by, which they could not before; its words, step by step."""
    words = words_of(connection, seq)
    searched = [*(one.words for one in words), *typed_of(connection, seq)]
    connection.execute(
        "INSERT INTO search (rowid, words) VALUES (?, ?)",
        (_search_key(connection, seq), "\n".join(searched)),
    )
    return words


def _left_out(connection: sqlite3.Connection, seq: int) -> list[Json]:
    """The steps whose answers do not count, because of another answer."""
    try:
        found = loads(connection.execute("SELECT left_out FROM entries WHERE seq = ?", (seq,)).fetchone()[0])
    except Unreadable:
        return []  # the health check names the entry; its words are found all the same
    return found if isinstance(found, list) else []


def remove(connection: sqlite3.Connection, seq: int) -> None:
    """Take away all derived rows of one entry."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table} WHERE entry = ?", (seq,))
    connection.execute("DELETE FROM search WHERE rowid = ?", (_search_key(connection, seq),))
    connection.execute("DELETE FROM parked WHERE entry = ?", (seq,))


def _search_key(connection: sqlite3.Connection, seq: int) -> int:
    ended = connection.execute("SELECT ended_at FROM entries WHERE seq = ?", (seq,)).fetchone()[0]
    return search.key(ended or "", seq)


def park(connection: sqlite3.Connection, seq: int, feeds: Feeds) -> None:
    """Keep the feeds of a trashed entry aside, so that taking it back needs nobody to work them out."""
    remove(connection, seq)
    text = dumps([[what, dict(data)] for what, data in pairs(feeds)])
    connection.execute("INSERT INTO parked VALUES (?, ?)", (seq, text))


def unpark(connection: sqlite3.Connection, seq: int) -> None:
    """Put parked feeds back."""
    replace(connection, seq, parked(connection, seq))


def parked(connection: sqlite3.Connection, seq: int) -> list[tuple[str, Mapping[str, Json]]]:
    """The feeds of an entry that were kept aside; none for an entry that is not in the trash."""
    row = connection.execute("SELECT feeds FROM parked WHERE entry = ?", (seq,)).fetchone()
    return [(what, data) for what, data in loads(row[0])] if row else []


def gather(connection: sqlite3.Connection, seq: int) -> list[tuple[str, dict[str, Json]]]:
    """The derived rows of one entry as the feeds that made them."""
    found: list[tuple[str, dict[str, Json]]] = []
    for what, (columns, coded, sql) in _GATHER.items():
        for row in connection.execute(sql, (seq,)):
            found.append(
                (what, {c: loads(v) if c in coded else v for c, v in zip(columns, row, strict=True)})
            )
    return found


def _offsets(connection: sqlite3.Connection, seq: int) -> dict[str, int]:
    """Step -> the offset of the moment its answer keeps; under "" that of the beginning of the entry."""
    started, ended = connection.execute(
        "SELECT started_offset, ended_at FROM entries WHERE seq = ?", (seq,)
    ).fetchone()
    given: dict[str, list[tuple[str, str, int]]] = {}
    for step, *revision in connection.execute(
        "SELECT step, state, at, at_offset FROM answers WHERE entry = ? ORDER BY step, revision", (seq,)
    ):
        given.setdefault(step, []).append((revision[0], revision[1], revision[2]))
    offsets = {
        step: several[standing([(state, at) for state, at, _ in several], ended)][2]
        for step, several in given.items()
    }
    return {**offsets, "": started}


def _rank(data: Mapping[str, Json], seq: int, order: int) -> str:
    # Latest wins: by time, then by the order entries were begun, then by the order inside the entry.
    return f"{data['at']}/{seq:012d}/{order:0{_ORDER}d}"


def _number(value: Json) -> Json:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if isinstance(value, int) and abs(value) > _LARGEST else value


def _point(connection: sqlite3.Connection, seq: int, order: int, day: str, data: Mapping[str, Json]) -> None:
    connection.execute(
        "INSERT INTO points VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            data["series"],
            data["at"],
            seq,
            order,
            data.get("item") or "",
            data["state"],
            _number(data["value"]),
        )
        + (data.get("n", 0), day, data["step"]),
    )


def _item(connection: sqlite3.Connection, seq: int, order: int, day: str, data: Mapping[str, Json]) -> None:
    connection.execute(
        "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (data["collection"], data["item"], _rank(data, seq, order), seq, dumps(data["fields"]))
        + (clean(data["label"]), dumps(list(data["refs"])), data["at"], day, data["step"]),
    )


def _marker(connection: sqlite3.Connection, seq: int, order: int, day: str, data: Mapping[str, Json]) -> None:
    connection.execute(
        "INSERT INTO markers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (data["marker"], data["date"], _rank(data, seq, order), seq, data["precision"])
        + (dumps(data["fields"]), clean(data["label"]), data["at"], data["step"]),
    )


def _value(connection: sqlite3.Connection, seq: int, order: int, day: str, data: Mapping[str, Json]) -> None:
    connection.execute(
        "INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?)",
        (data["name"], _rank(data, seq, order), seq, dumps(data["value"]), data["at"], data["step"]),
    )


def _use(connection: sqlite3.Connection, seq: int, order: int, day: str, data: Mapping[str, Json]) -> None:
    # Once an entry: a sentence stands on what was picked for it a step before.
    connection.execute(
        "INSERT OR IGNORE INTO uses VALUES (?, ?, ?, ?)", (data["item"], seq, data["at"], data["step"])
    )


_WRITERS: Final = {"point": _point, "item": _item, "marker": _marker, "value": _value, "use": _use}


_AS_FED: Final = f"substr(rank, -{_ORDER})"
"""The order inside the entry, which is not that of time once an earlier answer was corrected later."""


def _gathering(
    table: str, columns: Iterable[str], coded: Iterable[str], order: str = _AS_FED
) -> tuple[tuple[str, ...], frozenset[str], str]:
    names = tuple(columns)
    return names, frozenset(coded), f"SELECT {', '.join(names)} FROM {table} WHERE entry = ? ORDER BY {order}"


_GATHER: Final = {
    "point": _gathering("points", ("series", "item", "state", "value", "n", "at", "step"), (), "ord"),
    "item": _gathering(
        "items", ("item", "collection", "fields", "label", "refs", "at", "step"), ("fields", "refs")
    ),
    "marker": _gathering(
        "markers", ("marker", "date", "precision", "fields", "label", "at", "step"), ("fields",)
    ),
    "value": _gathering("kept", ("name", "value", "at", "step"), ("value",)),
    "use": _gathering("uses", ("item", "at", "step"), (), "item"),
}
