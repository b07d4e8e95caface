"""How a copy of the store comes to be: under a name of its own, over nothing, and what kept it from being made."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import backup, busy, copies, copying, migrations, restore
from guide.store.database import Store
from guide.words import taking as words

from .making import views, whole


@pytest.fixture
def backups(path: Path) -> Path:
    folder = path.parent / "backups"
    folder.mkdir(parents=True, mode=0o700)
    return folder


def damage(path: Path) -> None:
    """Overwrite the page on which the answers begin, as a disk does."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'answers'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


def test_two_in_the_same_second_are_two(store: Store, backups: Path) -> None:
    whole(store)
    first = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    whole(store, 1)
    second = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    assert {one.name for one in backups.iterdir()} == {
        "kept-20261123T193005.db",
        "kept-20261123T193005-2.db",
    }
    with Store.open(first, readonly=True) as one, Store.open(second, readonly=True) as two:
        assert views(one) != views(two) == views(store)


def test_a_name_that_comes_meanwhile_is_not_written_over(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store)
    target, flush = backups / "mine.db", copying._flush

    def late(path: Path) -> None:
        target.write_text("somebody's")
        flush(path)

    with monkeypatch.context() as patched, pytest.raises(FileExistsError):
        patched.setattr(copying, "_flush", late)
        copying.copy_as(store.connection, target)
    assert [one.name for one in backups.iterdir()] == ["mine.db"] and target.read_text() == "somebody's"
    assert copying.copy_as(store.connection, target, replace=True) == target
    assert restore.is_store(target)


def test_a_file_system_without_links_is_no_hindrance(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store)

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "not permitted")

    monkeypatch.setattr(os, "link", no_links)
    made = copying.copy(store.connection, backups / "a.db")
    again = copying.copy(store.connection, backups / "a.db")
    assert made != again and sorted(backups.iterdir()) == sorted([made, again])
    assert made.stat().st_mode & 0o777 == 0o600


def test_no_link_is_followed(store: Store, backups: Path, tmp_path: Path) -> None:
    """Somebody who may write there lays links where the program was known to write first."""
    whole(store)
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    for name in ("b.db.part", "b.db.part-journal"):
        (backups / name).symlink_to(victim)
    copying.copy_as(store.connection, backups / "b.db")
    (backups / "c.db").symlink_to(victim)
    copying.copy_as(store.connection, backups / "c.db", replace=True)
    assert victim.read_text() == "untouched" and not (backups / "c.db").is_symlink()


@pytest.mark.parametrize("cut", [KeyboardInterrupt, SystemExit, MemoryError])
def test_whatever_ends_it_nothing_is_left(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch, cut: type[BaseException]
) -> None:
    whole(store)

    def ended(path: Path) -> None:
        raise cut

    monkeypatch.setattr(copying, "_flush", ended)
    with pytest.raises(cut):
        copying.copy(store.connection, backups / "a.db")
    assert list(backups.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_takes_the_half_copy_along(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    whole(store)

    def told(path: Path) -> None:
        assert list(backups.iterdir()) == [path]
        os.kill(os.getpid(), number)

    before = signal.signal(number, signal.SIG_DFL)
    try:
        monkeypatch.setattr(copying, "_flush", told)
        with pytest.raises(SystemExit) as ended:
            copying.copy_as(store.connection, backups / "mine.db")
        assert ended.value.code == 128 + number and signal.getsignal(number) is signal.SIG_DFL
        assert list(backups.iterdir()) == []
    finally:
        signal.signal(number, before)


def test_what_a_killed_one_left_goes_with_the_next_copy_there_and_what_is_at_work_stays(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store)
    left, own = backups / "unfinished-abcd1234.part", backups / "film.iso.part"
    for one in (left, left.with_name(f"{left.name}-journal"), own):
        one.write_bytes(b"SQLite format 3\0")
        os.utime(one, (1, 1))
    flush, seen = copying._flush, list[Path]()

    def suspended(path: Path) -> None:
        """For an hour, while another one makes a backup there."""
        if path != backups and not seen:
            seen.append(path)
            os.utime(path, (1, 1))
            copying.copy_as(store.connection, backups / "other.db")
        flush(path)

    monkeypatch.setattr(copying, "_flush", suspended)
    copying.copy_as(store.connection, backups / "mine.db")
    assert {one.name for one in backups.iterdir()} == {own.name, "mine.db", "other.db"}


def test_what_kept_it_from_being_made_is_told_apart(
    store: Store, path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store)
    for code, said in (
        (errno.ENOSPC, words.NO_ROOM_BACKUP),
        (errno.EDQUOT, words.NO_ROOM_BACKUP),
        (errno.EACCES, words.NO_BACKUP),
    ):

        def refuse(path: Path, code: int = code) -> None:
            raise OSError(code, "x")

        with monkeypatch.context() as patched:
            patched.setattr(copying, "_flush", refuse)
            with pytest.raises(GuideError) as raised:
                backup.backup_if_due(store, backups, "2026-11-23")
        assert raised.value.message == said.format(folder=backups) and raised.value.remedy
        assert list(backups.iterdir()) == []
    store.close()
    damage(path)
    with Store.open(path) as broken, pytest.raises(copying.Damaged, match="damaged in places") as found:
        restore.make(broken, backups, restore.BEFORE_IMPORT, "2026-11-23T19:30:05Z")
    assert "unmuted restore" in found.value.remedy and "space" not in str(found.value)
    assert list(backups.iterdir()) == []


def test_a_damaged_store_can_be_read_after_an_update_and_is_kept_as_it_was(
    store: Store, path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store)
    store.close()
    damage(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, lambda connection: None))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    for _ in range(2):
        with Store.open(path) as again:
            assert again.query("SELECT count(*) FROM entries") == [(1,)]
            again.connection.execute(
                f"PRAGMA user_version = {migrations.VERSION - 1}"
            )  # cut off before its end
    assert [one.name for one in backups.iterdir()] == [f"before-version-{migrations.VERSION}.damaged"]
    assert b"\xa5" * 4096 in next(backups.iterdir()).read_bytes()


def test_a_copy_of_what_was_deleted_meanwhile_goes_too(
    store: Store, path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(store)
    flush = copying._flush

    def deleted(folder: Path) -> None:
        flush(folder)
        for one in path.parent.glob("unmuted.db*"):
            one.unlink()

    monkeypatch.setattr(copying, "_flush", deleted)
    with pytest.raises(copying.Gone):
        restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    assert not backups.exists()
    with pytest.raises(copying.Gone):  # nor is the folder made again
        restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    assert not backups.exists()


def test_every_file_of_the_folder_is_known(store: Store, backups: Path) -> None:
    """Ours by its exact name, or because a store of ours is in it. What only ends alike is somebody's own."""
    whole(store)
    made = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    made.rename(backups / "renamed by hand")
    daily, before = "unmuted-2026-11-23.db", "before-version-9-20261123T193005-2.db"
    part, aside = "unfinished-ab_12345.part", "unreadable-20261123T193005.damaged"
    alone = "unfinished-ab_12346.part-wal"
    others = [
        "accounts.db",
        "film.iso.part",
        "folder",
        "letter.txt",
        "photo.damaged",
        "unfinished-novel.part",
    ]
    for name in (daily, f"{daily}-wal", before, f"{daily}.part", part, alone, aside, f"{aside}-shm", *others):
        if name == "folder":
            (backups / name).mkdir()
        else:
            (backups / name).write_text("x")
    names = [one.name for one in copies.there(backups)]
    assert names == sorted([daily, f"{daily}.part", before, part, alone, aside, "renamed by hand"])
    assert [one.name for one in copies.unfinished(backups)] == [part, alone, f"{daily}.part"]
    assert [one.name for one in copies.aside(backups)] == [aside]
    assert [one.name for one in copies.strangers(backups)] == others
    assert [one.name for one in copies.there(backups) if copies.may_be_read(one)] == [
        before,
        "renamed by hand",
    ]
    assert all(copies.remove(one) for one in copies.there(backups))
    assert copies.there(backups) == [] and len(list(backups.iterdir())) == len(others)
    assert copies.there(backups / "none") == []


def test_only_a_copy_that_was_cut_off_beyond_doubt_goes_unasked(
    store: Store, backups: Path, tmp_path: Path
) -> None:
    whole(store)
    empty, begun, text, link = (backups / f"unfinished-{number}bcd_123.part" for number in range(4))
    begun.write_bytes(b"SQLite format 3\0 and a word")
    begun.with_name(f"{begun.name}-journal").write_text("x")
    empty.touch()
    text.write_text("somebody's own")
    link.symlink_to(begun)
    own = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z").rename(backups / "mine.part")
    copies.sweep(backups, 60.0)
    assert begun.exists() and empty.exists(), "they are young"
    with busy.sharing(backups), busy.sharing(backups):
        copies.sweep(backups, 0.0)
        assert begun.exists(), "somebody is at work"
    copies.sweep(backups, 0.0)
    assert sorted(backups.iterdir()) == sorted([text, link, own])
    assert {text, link, own} <= set(copies.unfinished(backups)), "they may hold words, so they are named"
