"""Writing the store anew is owed from the moment rows are removed until it is done."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from guide.store import backup, entries, scrubbing, trash
from guide.store.database import Store

from .making import stamp, whole

WORD = "quokka" * 2000


class Killed(BaseException):
    """In the place of a signal that nothing can catch."""


class Refusing:
    """A connection on which writing anew fails with one of SQLite's codes."""

    def __init__(self, connection: sqlite3.Connection, code: int) -> None:
        self._connection, self._code = connection, code

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if sql == "VACUUM":
            error = sqlite3.OperationalError("x")
            error.sqlite_errorcode = self._code
            raise error
        return self._connection.execute(sql, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def holds(*paths: Path) -> bool:
    return any(b"quokkaquokka" in one.read_bytes() for one in paths if one.exists())


def cut_off(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty the trash, and be killed before the file is written anew."""
    entry = whole(store, note=WORD)
    whole(store, 1)
    entries.trash(store, entry, stamp(2))

    def killed(_: Store) -> str:
        raise Killed

    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(trash, "scrub", killed)
        trash.empty(store, stamp(3))


def test_it_is_remembered_over_a_kill_and_then_done(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not scrubbing.owed(store.connection)
    cut_off(store, monkeypatch)
    store.close()
    assert holds(path)
    with Store.open(path) as again:
        assert scrubbing.owed(again.connection)
        assert scrubbing.scrub(again, 0.1) == scrubbing.DONE and not scrubbing.owed(again.connection)
        assert again.query("PRAGMA busy_timeout") == [(5000,)]
        assert not holds(path, path.with_name("unmuted.db-wal"))


def test_a_clean_one_owes_nothing(store: Store, path: Path) -> None:
    entry = whole(store, note=WORD)
    entries.trash(store, entry, stamp(2))
    assert trash.empty(store, stamp(3)).clean and not scrubbing.owed(store.connection)
    assert not holds(path, path.with_name("unmuted.db-wal"))


@pytest.mark.parametrize(
    ("code", "left"),
    [
        (sqlite3.SQLITE_FULL, scrubbing.NO_ROOM),
        (sqlite3.SQLITE_IOERR, scrubbing.FAILED),
        (sqlite3.SQLITE_BUSY, scrubbing.BUSY),
    ],
)
def test_what_kept_it_is_given_back_and_the_rest_stands(
    store: Store, monkeypatch: pytest.MonkeyPatch, code: int, left: str
) -> None:
    entry = whole(store, note=WORD)
    entries.trash(store, entry, stamp(2))
    real = store.connection
    monkeypatch.setattr(store, "connection", Refusing(real, code))
    emptied = trash.empty(store, stamp(3))
    assert emptied == trash.Emptied(1, left) and not emptied.clean
    assert scrubbing.owed(real) and store.query("SELECT count(*) FROM entries") == [(0,)]
    monkeypatch.setattr(store, "connection", real)
    assert trash.empty(store, stamp(4)).clean and not scrubbing.owed(real)


def test_a_backup_made_meanwhile_holds_none_of_it(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy takes free pages along, and nothing would say that the words are in there."""
    cut_off(store, monkeypatch)
    made = backup.backup_if_due(store, path.parent / "backups", "2026-11-23")
    assert made is not None and not holds(made)
    with Store.open(made, readonly=True) as copy:
        assert not scrubbing.owed(copy.connection)
        assert copy.query("SELECT count(*) FROM entries") == [(1,)]
    assert scrubbing.owed(store.connection)
