"""Words of removed entries that other entries still show: items offered for picking, and what was made of them.

A list to pick from is kept as it was shown. An item that was offered there and not picked says nothing about that
entry, so it leaves the list with the entry that made it. What somebody picked, wrote or was shown in a text is that
entry's own: it stays, and is named.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator
from typing import Any, Final

from guide.store import asked, ledger
from guide.store.database import Store
from guide.store.encode import Unreadable, digest, dumps, loads

LEAST: Final = 8
"""Characters from which words count as the same words and not as a chance likeness."""
MOST: Final = 300
"""So many different words are looked for, the longest first."""
_LISTS: Final = ("choices", "there")
_Wanted = dict[str, list[str]]
_WORD: Final = re.compile(r"\w+")
_ID: Final = re.compile(r'"item":"([0-9a-f]{32})"')


def gone_items(connection: sqlite3.Connection) -> set[str]:
    """The items that only entries in the trash have made, when it is about to be emptied."""
    found: set[str] = set()
    for (text,) in connection.execute("SELECT feeds FROM parked"):
        try:
            found |= {str(data["item"]) for what, data in loads(text) if what == "item"}
        except (Unreadable, TypeError, ValueError, KeyError):
            continue  # nothing of it can be read, so nothing of it can be looked for
    return found - {row[0] for row in connection.execute("SELECT DISTINCT item FROM items")}


def take_out(connection: sqlite3.Connection, items: Collection[str]) -> None:
    """Take items out of the lists of other entries in which they were offered and not picked."""
    if not items:
        return
    rows = connection.execute("SELECT hash, json FROM frozen")
    for hashed, text in [row for row in rows if any(one in items for one in _ID.findall(row[1]))]:
        try:
            step = loads(text)
        except Unreadable:
            continue
        shown = "SELECT entry, step FROM steps WHERE frozen = ?1 UNION SELECT entry, step FROM answers "
        shown += "WHERE frozen = ?1"
        for entry, name in connection.execute(shown, (hashed,)).fetchall():
            _shorten(connection, entry, name, hashed, step, items)


def shorter(connection: sqlite3.Connection, one: str, other: str) -> str | None:
    """Of two steps as shown, by their hashes, the one with the shorter lists; None where anything else differs too."""
    if one == other:
        return one
    sql = "SELECT json FROM frozen WHERE hash = ?"
    found = [connection.execute(sql, (hashed,)).fetchone() for hashed in (one, other)]
    if None in found or len({_without_lists(row[0]) for row in found}) > 1:
        return None
    return min((len(row[0]), hashed) for row, hashed in zip(found, (one, other), strict=True))[1]


def _shorten(
    connection: sqlite3.Connection, entry: int, name: str, hashed: str, step: Any, items: Collection[str]
) -> None:
    answered = "SELECT value FROM answers WHERE entry = ?1 AND step = ?2 UNION ALL SELECT raw FROM typing "
    given = connection.execute(f"{answered} WHERE entry = ?1 AND step = ?2", (entry, name)).fetchall()
    goes = {one for one in items if not any(one in value for (value,) in given)}
    lists = {key: step[key] for key in _LISTS if isinstance(step.get(key), list)}
    left = {key: [one for one in several if _item(one) not in goes] for key, several in lists.items()}
    if left == lists:
        return
    text = dumps({**step, **left})
    new = digest(text)
    connection.execute("INSERT OR IGNORE INTO frozen VALUES (?, ?)", (new, text))
    where = "WHERE s.entry = ? AND s.step = ? AND s.frozen = ?"
    for id_, position in connection.execute(
        f"SELECT e.id, s.position FROM steps s JOIN entries e ON e.seq = s.entry {where}",
        (entry, name, hashed),
    ).fetchall():
        asked.keep(connection, entry, id_, name, position, new)
    sql = (
        "SELECT e.id, a.revision, a.state, a.value, a.at, a.at_offset, a.digest FROM answers a "
        "JOIN entries e ON e.seq = a.entry WHERE a.entry = ? AND a.step = ? AND a.frozen = ?"
    )
    for id_, revision, *said, old in connection.execute(sql, (entry, name, hashed)).fetchall():
        if digest(id_, name, revision, *said, hashed) != old:
            continue  # it was damaged before: its checksum must go on saying so
        check = digest(id_, name, revision, *said, new)
        connection.execute(
            "UPDATE answers SET frozen = ?, digest = ? WHERE entry = ? AND step = ? AND revision = ?",
            (new, check, entry, name, revision),
        )
        ledger.note(connection, "answers", added=check, removed=old)


def _item(one: Any) -> str:
    return str(one.get("item", "")) if isinstance(one, dict) else ""


def still_shown(store: Store, texts: Collection[str]) -> list[str]:
    """The ids of entries that hold a line of these words, capitals aside, in an answer or in a step as it was shown."""
    lines = {line.strip() for text in texts for line in text.split("\n")}
    long = sorted((line for line in lines if len(line) >= LEAST), key=len, reverse=True)[:MOST]
    wanted: _Wanted = {}
    for line in (dumps(one)[1:-1].casefold() for one in long):
        wanted.setdefault(_key(line), []).append(line)
    if not wanted:
        return []
    found: set[int] = set()
    for rows in (
        store.query("SELECT entry, value FROM answers WHERE length(value) >= ?", (LEAST,)),
        store.query("SELECT entry, raw FROM typing"),
        _shown(store, wanted),
    ):
        found.update(seq for seq, text in rows if seq not in found and _holds(text, wanted))
    ids = dict(store.query("SELECT seq, id FROM entries"))
    return [ids[seq] for seq in sorted(found, reverse=True)]


def _key(line: str) -> str:
    """The longest word of a line; empty for a single word, which may stand inside another one."""
    words = _WORD.findall(line)
    return max(words, key=len) if len(words) > 1 else ""


def _holds(text: str, wanted: _Wanted) -> bool:
    """Whether a line stands in it: its longest word is looked up first, so that many lines cost what one does."""
    folded = text.casefold()
    there = wanted.keys() & {"", *_WORD.findall(folded.replace("\\n", " "))}
    return any(line in folded for word in there for line in wanted[word])


def _without_lists(text: str) -> str:
    """A step without what it offered: what was picked of it stands in the answer."""
    try:
        step = loads(text)
    except Unreadable:
        return text
    return dumps({key: value for key, value in step.items() if key not in _LISTS})


def _shown(store: Store, wanted: _Wanted) -> Iterator[tuple[int, str]]:
    for hashed, text in store.query("SELECT hash, json FROM frozen"):
        if _holds(text, wanted) and _holds(_without_lists(text), wanted):
            for (seq,) in store.query("SELECT DISTINCT entry FROM steps WHERE frozen = ?", (hashed,)):
                yield seq, text
