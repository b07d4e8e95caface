"""Opening: permissions, who may write, files that are no store, files that lost something."""

from __future__ import annotations

import os
import sqlite3
import stat
import tempfile
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.steps.base import Answer
from guide.store import backup, entries, health, loss, marker, opening
from guide.store.database import Store
from guide.store.migrations import VERSION
from tests.store.making import begin, stamp, views, whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_only_this_user_may_read_whatever_the_umask(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with Store.open(path) as store:
            whole(store)
            assert mode(path.parent) == 0o700
            names = {file.name for file in path.parent.iterdir()}
            assert names == {"unmuted.db", "unmuted.db-wal", "unmuted.db-shm", marker.NAME}
            assert {mode(file) for file in path.parent.iterdir()} == {0o600}
    finally:
        os.umask(before)


def test_a_loose_file_is_tightened(path: Path) -> None:
    with Store.open(path) as store:
        whole(store)
    path.chmod(0o644)
    path.parent.chmod(0o755)
    with Store.open(path):
        assert (mode(path), mode(path.parent)) == (0o600, 0o700)


def test_what_makes_an_answer_durable_is_on(store: Store) -> None:
    found = [store.query(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert found == ["wal", 2, 1]


def test_a_store_in_memory_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.open(None) as store:
        whole(store)
        assert len(entries.page(store)) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_newer_store_is_read_and_not_written(path: Path) -> None:
    with Store.open(path) as store:
        entry = whole(store)
        before = views(store)
        store.connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with Store.open(path) as store:
        assert store.readonly
        assert store.notice == opening.NEWER
        assert views(store) == before
        with pytest.raises(GuideError, match="reading only"):
            entries.answer(store, entry, "note", Answer("given", "x"), stamp(), cursor=None)
        with pytest.raises(sqlite3.OperationalError):
            store.connection.execute("DELETE FROM answers")
        assert store.query("PRAGMA user_version")[0][0] == VERSION + 1


@pytest.mark.parametrize(
    ("folder", "file", "log", "wants", "way"),
    [
        (True, True, False, False, "write"),
        (True, True, True, True, "read"),
        (False, True, False, False, "immutable"),
        (False, True, True, False, "copy"),
        (True, False, True, False, "copy"),
        (False, False, False, True, "immutable"),
    ],
)
def test_how_to_open_is_decided(
    path: Path, folder: bool, file: bool, log: bool, wants: bool, way: str
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"x")
    opening.beside(path, "-wal").write_bytes(b"x" if log else b"")
    assert opening.decide(path, wants, lambda asked, _: folder if asked == path.parent else file) == way
    path.unlink()
    assert opening.decide(path, wants) == ("empty" if wants else "new")


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize(("closed", "way"), [(True, "immutable"), (False, "copy")])
def test_a_read_only_folder_is_read_whole_and_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch, closed: bool, way: str
) -> None:
    writer = Store.open(path)
    whole(writer, note="the newest cat")
    before = views(writer)
    if closed:
        writer.close()
    real = opening.decide
    monkeypatch.setattr(opening, "decide", lambda path, readonly: real(path, readonly, lambda *_: False))
    there, temporary = files(path.parent), path.parent.parent / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with Store.open(path) as store:
        assert list(temporary.iterdir()) == [], "a program that is killed now leaves no copy"
        assert real(path, False, lambda *_: False) == way
        assert (store.readonly, store.notice) == (True, opening.READ_ONLY)
        assert views(store) == before
        with pytest.raises(GuideError, match="not saved"):
            begin(store)
        assert entries.page(store, words="newest") and health.run(store) == []
    assert list(temporary.iterdir()) == []
    assert files(path.parent) == there
    writer.close()


def test_asked_for_reading_only_it_reads_beside_a_writer(store: Store, path: Path) -> None:
    whole(store)
    with Store.open(path, readonly=True) as reader:
        assert (views(reader), reader.notice) == (views(store), None)
        whole(store, 5)
        assert len(entries.page(reader)) == 2


def test_reading_only_where_there_is_nothing_makes_nothing(path: Path) -> None:
    with Store.open(path, readonly=True) as store:
        assert entries.page(store) == []
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "content", [b"no database at all, a letter perhaps" * 99, b"SQLite format 3\0" + b"\xff" * 4080]
)
def test_a_file_that_is_no_database_is_named_and_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(GuideError) as raised:
        Store.open(path)
    assert "left as it is" in raised.value.message
    assert "`unmuted restore NAME` puts one in its place" in raised.value.remedy
    assert path.read_bytes() == content


def test_a_store_whose_first_page_is_lost_is_named_and_left_alone(path: Path) -> None:
    with Store.open(path) as store:
        whole(store)
    content = path.read_bytes()
    for damaged in (
        b"\0" * 4096 + content[4096:],
        content[:5000],
        content[:100] + b"\xff" * 1000 + content[1100:],
    ):
        path.write_bytes(damaged)
        with pytest.raises(GuideError, match="left as it is"):
            Store.open(path)
        assert path.read_bytes() == damaged


def test_a_database_of_another_program_is_not_taken_over(path: Path) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE songs (name)")
    other.commit()
    other.close()
    content = path.read_bytes()
    with pytest.raises(GuideError, match="another program"):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_folder_in_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(GuideError, match="cannot be opened"):
        Store.open(path)


def test_a_lost_file_does_not_look_like_a_fresh_start(path: Path) -> None:
    with Store.open(path) as store:
        whole(store)
        assert store.notice is None
    path.write_bytes(b"")
    with Store.open(path) as store:
        assert store.notice and "There was one before" in store.notice


def test_a_log_that_lost_its_end_is_noticed(path: Path) -> None:
    store = Store.open(path)
    whole(store)
    store.query("PRAGMA wal_checkpoint(TRUNCATE)")
    content = path.read_bytes()
    whole(store, 5)
    store.close()
    path.write_bytes(content)
    with Store.open(path) as older:
        assert older.notice and "is older than it should be" in older.notice
        assert len(entries.page(older)) == 1


@pytest.mark.parametrize("noted", ["9" * 20, "9" * 400, str(2**63), "-5", "\x00garbage"])
def test_a_number_that_no_store_can_reach_is_no_sign_of_a_loss(path: Path, noted: str) -> None:
    with Store.open(path) as store:
        whole(store)
    path.with_name(marker.NAME).write_text(noted)
    with Store.open(path, readonly=True, backups=path.parent / "backups") as store:
        assert store.notice is None
    with Store.open(path) as store:
        assert store.notice is None and health.run(store) == []
        whole(store, 2)


def test_a_loss_is_remembered_until_it_is_settled_and_no_backup_goes_meanwhile(path: Path) -> None:
    backups = path.parent / "backups"
    with Store.open(path) as store:
        for day in range(1, 10):
            whole(store, day)
            backup.backup_if_due(store, backups, f"2026-11-{day:02}")
    path.with_name(marker.NAME).write_text("99999")
    for day in (10, 11):
        with Store.open(path) as store:  # the number beside the store fits again when the first one is closed
            assert store.notice and "is older than it should be" in store.notice
            whole(store, day)
            assert backup.backup_if_due(store, backups, f"2026-11-{day}")
    with Store.open(path, readonly=True, backups=backups) as store:
        assert store.notice and "is older than it should be" in store.notice
    assert len(list(backups.glob("unmuted-*"))) == backup.KEEP + 2
    with Store.open(path) as store:
        assert loss.settle(store) and store.notice is None and not loss.settle(store)
        whole(store, 12)
        backup.backup_if_due(store, backups, "2026-11-12")
    assert len(list(backups.glob("unmuted-*"))) == backup.KEEP
    with Store.open(path) as store:
        assert store.notice is None


@pytest.mark.parametrize("wal", [True, False])
@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR])
def test_with_no_room_left_everything_can_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, wal: bool
) -> None:
    store = Store.open(path)
    whole(store)
    content = [(each, each.read_bytes()) for each in path.parent.glob("unmuted.db*")]
    store.close()
    for each, there in content if wal else ():
        each.write_bytes(there)

    def full(*given: object) -> opening.Opened:
        error = sqlite3.OperationalError("full")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(opening, "_to_write", full)
    with Store.open(path) as store:
        assert store.readonly and store.notice == opening.FULL and len(entries.page(store)) == 1
    path.write_bytes(b"")
    path.with_name("unmuted.db-wal").unlink(missing_ok=True)
    with pytest.raises(GuideError):
        Store.open(path)


def test_a_store_removed_while_open_refuses_to_write_into_nothing(store: Store, path: Path) -> None:
    entry = begin(store)
    path.rename(path.with_name("elsewhere"))
    with pytest.raises(GuideError, match="moved or removed"):
        entries.answer(store, entry, "note", Answer("given", "x"), stamp(), cursor=None)


def test_a_full_disk_says_so_keeps_what_was_saved_and_goes_on_after(store: Store) -> None:
    entry = begin(store)
    entries.answer(store, entry, "note", Answer("given", "kept"), stamp(), cursor="note")
    pages = store.query("PRAGMA page_count")[0][0]
    store.query(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(GuideError, match="no space left"):
        entries.answer(store, entry, "note", Answer("given", "x" * 200_000), stamp(), cursor="note")
    with pytest.raises(GuideError, match="no space left"):
        entries.hold(store, entry, "note", "x" * 200_000)
    assert not store.connection.in_transaction
    assert [given.value for given, _ in entries.entry(store, entry).steps[1].answers] == ["kept"]
    store.query(f"PRAGMA max_page_count = {pages * 100}")
    entries.answer(store, entry, "note", Answer("given", "again"), stamp(), cursor=None)
    assert len(entries.entry(store, entry).steps[1].answers) == 2
    assert health.run(store) == []


@pytest.mark.parametrize("counted", [True, False])
def test_a_store_held_by_another_program_is_said(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch, counted: bool
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.01)
    with Store.open(path) as other:
        # The lock is taken at once, not with the first row that is written.
        with store.writing(counted=counted), pytest.raises(GuideError, match="Another program"):
            begin(other)


def test_half_a_transaction_is_none(store: Store) -> None:
    entry = whole(store)
    before = views(store)
    with pytest.raises(KeyError):
        entries.refresh(
            store,
            entry,
            [
                ("value", {"name": "x", "value": 1, "at": stamp().utc, "step": "note"}),
                ("star", {"at": "", "step": ""}),
            ],
        )
    assert views(store) == before


def test_the_remedy_for_a_damaged_store_works_when_it_is_followed_by_hand(path: Path, tmp_path: Path) -> None:
    backups = tmp_path / "backups"
    with Store.open(path, backups=backups) as store:
        begun = begin(store)
        copy = backup.backup_if_due(store, backups, "2026-11-23")
    assert copy is not None
    path.write_bytes(b"no database at all" * 99)
    with pytest.raises(GuideError):
        Store.open(path)
    for file in path.parent.glob(f"{path.name}*"):
        file.rename(tmp_path / f"aside-{file.name}")
    path.write_bytes(copy.read_bytes())
    with Store.open(path, backups=backups) as store:
        assert entries.entry(store, begun).id == begun
