"""Daily backups, and the words a signal handler left behind."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from guide.steps.base import Answer
from guide.store import backup, entries, rescue
from guide.store.database import Store
from guide.store.encode import Unreadable
from tests.store.making import begin, finish, stamp, views, whole


@pytest.fixture
def backups(path: Path) -> Path:
    return path.parent / "backups"


@pytest.fixture
def left(path: Path) -> Path:
    return path.parent / "rescue.json"


def test_once_a_day_on_change(store: Store, backups: Path) -> None:
    assert backup.backup_if_due(store, backups, "2026-11-23") is None
    whole(store)
    made = backup.backup_if_due(store, backups, "2026-11-23")
    assert made and made.stat().st_mode & 0o777 == 0o600 and backups.stat().st_mode & 0o777 == 0o700
    whole(store, 1)
    assert backup.backup_if_due(store, backups, "2026-11-23") is None
    assert backup.backup_if_due(store, backups, "2026-11-24")
    assert backup.backup_if_due(store, backups, "2026-11-25") is None
    assert [file.name for file in sorted(backups.iterdir())] == [
        "unmuted-2026-11-23.db",
        "unmuted-2026-11-24.db",
    ]


def test_a_backup_holds_what_the_store_held(store: Store, backups: Path) -> None:
    whole(store)
    before = views(store)
    made = backup.backup_if_due(store, backups, "2026-11-23")
    whole(store, 1)
    assert made
    with Store.open(made, readonly=True) as copy:
        assert views(copy) == before


def test_the_newest_seven_are_kept_and_others_files_left_alone(store: Store, backups: Path) -> None:
    for day in range(1, 11):
        whole(store, day)
        backup.backup_if_due(store, backups, f"2026-11-{day:02}")
        (backups / "before-version-2-x.db").touch()
    assert [file.name for file in sorted(backups.glob("unmuted-*"))] == [
        f"unmuted-2026-11-{day:02}.db" for day in range(4, 11)
    ]
    assert (backups / "before-version-2-x.db").exists()


def test_memory_and_read_only_stores_are_not_backed_up(store: Store, path: Path, backups: Path) -> None:
    whole(store)
    with Store.open(None) as memory, Store.open(path, readonly=True) as reader:
        whole(memory)
        assert backup.backup_if_due(memory, backups, "2026-11-23") is None
        assert backup.backup_if_due(reader, backups, "2026-11-23") is None
    assert not backups.exists()


def payload(entry: str, raw: object = "words", at: str = "2026-11-23T18:00:00.5+00:00") -> bytes:
    return json.dumps({"entry": entry, "step": "note", "raw": raw, "at": at}).encode()


def test_rescued_words_come_back_and_the_file_goes(store: Store, left: Path) -> None:
    entry = begin(store)
    entries.hold(store, entry, "note", "wor", at="2026-11-23T17:59:59+00:00")
    entries.hold(store, entry, "level", "8", at="2026-11-23T18:30:00+00:00")  # later, at another step
    before = os.umask(0)
    try:
        rescue.write_rescue(left, payload(entry, {"text": "wörds \ud800"}))
    finally:
        os.umask(before)
    assert left.stat().st_mode & 0o777 == 0o600
    assert rescue.take_in(store, left) is None
    assert entries.held(store, entry) == {"level": "8", "note": {"text": "wörds �"}}
    assert not list(left.parent.glob("rescue*"))
    assert rescue.take_in(store, left) is None


@pytest.mark.parametrize("newer", ["typing", "answer", "ended", "trashed"])
def test_words_the_store_has_moved_on_from_are_not_brought_back(store: Store, left: Path, newer: str) -> None:
    entry = begin(store)
    later = stamp(400)
    if newer == "typing":
        entries.hold(store, entry, "note", "newer", at="2026-11-23T18:00:00.6+00:00")
    elif newer == "answer":
        entries.answer(store, entry, "note", Answer("given", "newer"), later, cursor=None)
    elif newer == "ended":
        finish(store, entry, later)
    else:
        entries.trash(store, entry, later)
    held = entries.held(store, entry)
    rescue.write_rescue(left, payload(entry))
    assert rescue.take_in(store, left) is None
    assert entries.held(store, entry) == held
    assert not left.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        payload("e", at="yesterday"),
        payload("e", float("nan")),
        payload("unknown"),
    ],
)
def test_a_rescue_file_that_cannot_be_used_is_kept_beside_and_named(
    store: Store, left: Path, content: bytes
) -> None:
    for _ in range(2):
        rescue.write_rescue(left, content)
        said = rescue.take_in(store, left)
        assert said and "rescue.json.unreadable" in said
    assert not left.exists()
    kept = sorted(left.parent.glob("rescue.json.unreadable*"))
    assert [file.read_bytes() for file in kept] == [content, content]


def test_reading_a_damaged_rescue_file_says_so_without_its_words(left: Path) -> None:
    left.parent.mkdir()
    assert rescue.read_rescue(left) is None
    left.write_bytes(b"my secret words")
    with pytest.raises(Unreadable) as raised:
        rescue.read_rescue(left)
    assert "secret" not in str(raised.value)


def test_a_read_only_store_leaves_the_rescue_file_for_later(store: Store, path: Path, left: Path) -> None:
    entry = begin(store)
    rescue.write_rescue(left, payload(entry))
    with Store.open(path, readonly=True) as reader:
        assert rescue.take_in(reader, left) is None
    assert left.exists()
