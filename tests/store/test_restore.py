"""Backups made by hand, looked over, and put in the place of the store."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import backup, health, migrations, restore
from guide.store.database import Store
from guide.store.transfer import Stopped

from .making import views, whole


@pytest.fixture
def backups(path: Path) -> Path:
    return path.parent / "backups"


def test_one_now_stands_beside_the_others(store: Store, backups: Path) -> None:
    whole(store)
    backup.backup_if_due(store, backups, "2026-11-22")
    made = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    again = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    assert made != again and made.stat().st_mode & 0o777 == 0o600
    (backups / "strange.db").write_bytes(b"x")
    found = restore.found(backups)
    assert {one.kind for one in found} == {restore.BY_HAND, restore.DAILY, restore.OTHER}
    assert [(one.day, one.time) for one in found if one.kind == restore.BY_HAND] == [
        ("2026-11-23", "19:30")
    ] * 2
    assert [one.day for one in found if one.kind == restore.DAILY] == ["2026-11-22"]


def test_the_automatic_ones_are_three_of_each_and_those_by_hand_stay(store: Store, backups: Path) -> None:
    whole(store)
    for day in range(1, 7):
        for kind in (restore.BY_HAND, restore.BEFORE_IMPORT, restore.BEFORE_RESTORE):
            restore.make(store, backups, kind, f"2026-11-0{day}T00:00:00Z")
    for kind in (restore.BEFORE_IMPORT, restore.BEFORE_RESTORE):
        restore.thin(backups, kind)
    kinds = [one.kind for one in restore.found(backups)]
    assert kinds.count(restore.BY_HAND) == 6
    assert kinds.count(restore.BEFORE_IMPORT) == kinds.count(restore.BEFORE_RESTORE) == 3
    assert {one.day for one in restore.found(backups) if one.kind == restore.BEFORE_IMPORT} == {
        "2026-11-04", "2026-11-05", "2026-11-06",
    }  # fmt: skip


def test_restoring_brings_all_of_it_back_and_other_windows_see_it(
    store: Store, path: Path, backups: Path
) -> None:
    whole(store)
    before = views(store)
    made = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    whole(store, 5)
    with Store.open(path) as window:
        assert views(window) != before
        seen = window.changes()
        with restore.opened(made) as source:
            restore.replace(store, source)
        assert views(store) == views(window) == before and window.changes() != seen
        assert store.query("PRAGMA journal_mode") == [("wal",)]
        whole(window, 7)
    assert health.run(store) == []
    store.close()
    with Store.open(path) as again:
        assert again.notice is None, "an older store is no lost one when it was restored"


def test_stopping_in_the_middle_leaves_the_store_as_it_was(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store)
    made = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    for minute in range(1, 4):
        whole(store, minute)
    before = views(store)
    monkeypatch.setattr(restore, "_PAGES", 5)

    def stop(share: float) -> None:
        if share > 0.3:
            raise Stopped

    with restore.opened(made) as source, pytest.raises(Stopped):
        restore.replace(store, source, stop)
    assert views(store) == before and health.run(store) == []
    whole(store, 9)


def test_an_older_one_is_brought_up_to_date(store: Store, tmp_path: Path) -> None:
    import gzip

    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((Path(__file__).parent / "fixtures" / "v1.db.gz").read_bytes()))
    kept = old.read_bytes()
    with restore.opened(old) as source:
        restore.replace(store, source)
    assert store.query("PRAGMA user_version") == [(migrations.VERSION,)]
    assert store.query("SELECT count(*) FROM entries")[0][0] > 0 and old.read_bytes() == kept


def test_what_is_not_sound_is_refused(store: Store, backups: Path, tmp_path: Path) -> None:
    whole(store)
    made = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    data = made.read_bytes()
    newer, harmed, foreign, cut = (
        tmp_path / name for name in ("newer.db", "harmed.db", "foreign.db", "cut.db")
    )
    newer.write_bytes(data)
    with sqlite3.connect(newer) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    with pytest.raises(GuideError, match="newer version"):
        restore.opened(newer)
    harmed.write_bytes(data)
    with sqlite3.connect(harmed) as connection:
        connection.execute("UPDATE answers SET value = '1' WHERE step = 'note'")
    with pytest.raises(restore.Doubtful, match="answer 1 to note"):
        restore.opened(harmed)
    restore.opened(harmed, anyway=True).close()
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE other (x)")
    with pytest.raises(GuideError, match="another program"):
        restore.opened(foreign)
    cut.write_bytes(data[: len(data) // 2])
    with pytest.raises(GuideError):
        restore.opened(cut)


def test_a_store_that_cannot_be_opened_is_set_aside_with_its_log(path: Path, backups: Path) -> None:
    path.parent.mkdir(mode=0o700)
    path.write_bytes(b"no store at all" * 400)
    path.with_name("unmuted.db-wal").write_bytes(b"log")
    aside = restore.set_aside(path, backups, "2026-11-23T19:30:05Z")
    assert aside and aside.read_bytes().startswith(b"no store") and not path.exists()
    assert [one.read_bytes() for one in backups.glob("*-wal")] == [b"log"]
    assert restore.set_aside(path, backups, "2026-11-23T19:30:05Z") is None
