"""Copies that are read where a store may not be written beside: what a killed program leaves goes, and only that."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.store import private_copy
from guide.store.database import Store
from guide.store.private_copy import Copy
from tests.store.making import whole

MARK = private_copy._MARK


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder


def left(temporary: Path, name: str, *files: str, mode: int = 0o700, age: float = 7200) -> Path:
    folder = temporary / name
    folder.mkdir(mode=mode)
    folder.chmod(mode)
    for file in files:
        (folder / file).write_text("words")
    for one in (*folder.iterdir(), folder):
        os.utime(one, (time.time() - age,) * 2)
    return folder


def test_what_a_killed_program_left_goes_and_nothing_else(temporary: Path) -> None:
    gone = left(temporary, "unmuted-abc123_x", MARK, "unmuted.db", "unmuted.db-wal")
    empty = left(temporary, "unmuted-abcdefgh")
    stay = [
        left(temporary, "unmuted-pictures1", MARK, "unmuted.db"),
        left(temporary, "unmuted-abc12345", MARK, "unmuted.db", "letter.txt"),
        left(temporary, "unmuted-abc12346", MARK, "unmuted.db", mode=0o755),
        left(temporary, "unmuted-abc12347", MARK, "unmuted.db", age=10),
        left(temporary, "unmuted-abc12348", age=600),
        left(temporary, "other-abc12345", MARK, "unmuted.db"),
    ]
    (temporary / "unmuted-link1234").symlink_to(stay[0])
    private_copy.sweep()
    assert not gone.exists() and not empty.exists()
    assert all(one.exists() for one in stay) and (temporary / "unmuted-link1234").exists()


def test_a_folder_that_a_person_named_alike_stays_with_the_backup_in_it(temporary: Path) -> None:
    stay = [
        left(temporary, "unmuted-20261125", "mine.db"),
        left(temporary, "unmuted-20261126", MARK, "unmuted.db"),
        left(temporary, "unmuted-20261127"),
        left(temporary, "unmuted-backup_1", "unmuted.db", "unmuted.db-wal"),
    ]
    linked = left(temporary, "unmuted-abc12345", MARK)
    (linked / "unmuted.db").symlink_to(stay[0] / "mine.db")
    private_copy.sweep()
    assert all(one.exists() for one in (*stay, linked)) and (stay[0] / "mine.db").exists()


def test_a_copy_that_is_being_made_is_let_be_and_the_next_one_takes_what_is_left(
    store: Store, path: Path, temporary: Path
) -> None:
    whole(store)
    first = Copy(path)
    assert first.folder.stat().st_mode & 0o777 == 0o700
    left(temporary, "unmuted-abc12345", MARK, "unmuted.db")
    second = Copy(path)
    assert {one.name for one in temporary.iterdir()} == {first.folder.name, second.folder.name}
    for one in (first, second):
        one.opened()
        one.cleanup()
    assert list(temporary.iterdir()) == []


def test_a_copy_that_cannot_be_made_leaves_nothing(store: Store, path: Path, temporary: Path) -> None:
    whole(store)
    log = path.with_name("unmuted.db-wal")
    log.rename(log.with_name("away"))
    with pytest.raises(OSError):
        Copy(path)
    assert list(temporary.iterdir()) == []
    log.with_name("away").rename(log)
