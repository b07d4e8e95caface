"""Which entries a list shows: filters and words as SQL that costs the same in a store of any size.

Without words the newest entries are read in the order of an index; with words the full-text index hands out
the newest matches first. A filter that fits few entries is looked up first and read as a set; one that fits
many is tested on the way, where it is soon met.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from guide.store import search
from guide.store.database import Store

LIVE: Final = "ended_at IS NOT NULL AND trashed_at IS NULL"
FEW: Final = 3000
"""Entries up to which a filter is looked up as a set: reading and sorting them takes some milliseconds."""
FEW_BESIDE_WORDS: Final = 30_000
"""The same where words give the order: a set of this size is made in some milliseconds, without sorting."""


class Sought(NamedTuple):
    """What a list of entries is narrowed to; None is everything.

    `exercise` is `pack/id`, `collection` `pack/name`: entries that made or changed an item of it. `since` and
    `until` are local days, ISO, both included. `words` must all be there.
    """

    exercise: str | None = None
    pack: str | None = None
    collection: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None


class Query(NamedTuple):
    """The parts of a statement over `entries`, and its values in their order."""

    source: str
    where: list[str]
    order: str
    values: list[Any]


def narrowed(store: Store, sought: Sought, before: str | None) -> Query | None:
    """How to read what is sought, after the row with the key `before`. None when the words hold nothing to find.

    Raises GuideError when a day is no date.
    """
    found = Query("entries", [LIVE], "ended_at DESC, seq DESC", [])
    moment, _, number = (before or "").rpartition("/")
    if sought.words and sought.words.strip():
        matching = search.match(sought.words)
        if not matching:
            return None
        found = Query(f"search CROSS JOIN entries ON seq = {search.SEQ_OF}", [LIVE], "search.rowid DESC", [])
        _add(found, "search MATCH ?", matching)
        _add(found, "search.rowid < ?", search.key(moment, int(number)) if before else search.AFTER_ALL)
    elif before:
        _add(found, "(ended_at, seq) < (?, ?)", moment, int(number))
    _by_day(found, sought, bool(sought.words))
    _by_origin(store, found, sought)
    return found


def _add(query: Query, test: str, *values: Any) -> None:
    query.where.append(test)
    query.values.extend(values)


def _by_day(query: Query, sought: Sought, searching: bool) -> None:
    """The bound in UTC serves an index, a day wide for any offset; the local day decides."""
    for day, sign, days in ((sought.since, ">=", -1), (sought.until, "<=", 2)):
        if day:
            about = shifted(day, days)
            if searching:
                _add(query, f"search.rowid {sign} ?", search.key(f"{about}T00:00:00", 0))
            _add(query, f"ended_at {sign} ? AND ended_day {sign} ?", about, day)


def _by_origin(store: Store, query: Query, sought: Sought) -> None:
    searching = query.source != "entries"
    seq, most = (search.SEQ_OF, FEW_BESIDE_WORDS) if searching else ("entries.seq", FEW)
    if sought.exercise:
        # Its index has the order already; in a search it would lead away from the order of the matches.
        few = searching and _times(store, "exercise = ?", sought.exercise) <= most
        _narrow(query, seq, "+exercise = ?" if searching else "exercise = ?", few, sought.exercise)
    if sought.pack:
        test, span = (
            "+exercise >= ? AND +exercise < ?",
            (f"{sought.pack}/", f"{sought.pack}0"),
        )  # "0" follows "/"
        _narrow(query, seq, test, _times(store, test, *span) <= most, *span)
    if sought.collection:
        made = "SELECT entry FROM items WHERE collection = ?"
        many = store.query(f"SELECT count(*) FROM ({made} LIMIT {most + 1})", (sought.collection,))[0][0]
        if many <= most:
            _add(query, f"{seq} IN ({made})", sought.collection)
        else:
            _add(query, f"EXISTS ({made} AND entry = entries.seq)", sought.collection)


def _narrow(query: Query, seq: str, test: str, few: bool, *values: str) -> None:
    as_set = f"{seq} IN (SELECT seq FROM entries WHERE {LIVE} AND {test.replace('+', '')})"
    _add(query, as_set if few else test, *values)


def _times(store: Store, test: str, *values: str) -> int:
    """How many entries the exercises have that pass a test."""
    return int(store.query(f"SELECT coalesce(sum(times), 0) FROM tallies WHERE {test}", values)[0][0])


def shifted(day: str, days: int) -> str:
    """The ISO date some days away, the first or the last of the calendar at most. Raises GuideError for what is no
    date."""
    from datetime import date, timedelta

    from guide.errors import GuideError

    try:
        known = date.fromisoformat(day[:10])
    except ValueError:
        raise GuideError("That is not a date.", "Write dates like 2026-11-23.", code=2) from None
    try:
        return (known + timedelta(days=days)).isoformat()
    except OverflowError:
        return (date.max if days > 0 else date.min).isoformat()
