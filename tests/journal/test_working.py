"""What a restore that was cut off leaves behind goes at the next start, and with the words it holds."""

from __future__ import annotations

import os
from pathlib import Path

from guide.journal import changing
from guide.store import busy
from tests.journal.making import journal, log


def cut_off(home: Path, age: float) -> Path:
    """The folder of a restore that was killed `age` seconds ago."""
    folder = home / "restoring-abcd1234"
    folder.mkdir(parents=True)
    (folder / "unmuted.db").write_bytes(b"SQLite format 3\0 and a word of somebody's own")
    for path in (folder / "unmuted.db", folder):
        then = os.stat(path).st_mtime - age
        os.utime(path, (then, then))
    return folder


def test_it_is_gone_at_the_next_start(tmp_path: Path) -> None:
    journal(tmp_path).close()
    folder = cut_off(tmp_path, 3600)
    journal(tmp_path).close()
    assert not folder.exists()


def test_one_under_way_in_another_window_is_let_be(tmp_path: Path) -> None:
    journal(tmp_path).close()
    folder = cut_off(tmp_path, 0)
    journal(tmp_path).close()
    assert folder.exists()


def test_emptying_the_trash_takes_it_along(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    entry = log(opened).entry
    folder = cut_off(tmp_path, 3600)
    changing.delete(opened, entry)
    changing.empty_trash(opened)
    assert not folder.exists()


def test_one_that_is_suspended_in_another_window_is_let_be(tmp_path: Path) -> None:
    """Nobody wrote to it for an hour, and who makes it still says so."""
    journal(tmp_path).close()
    folder = cut_off(tmp_path, 3600)
    with busy.sharing(tmp_path):
        journal(tmp_path).close()
        assert folder.exists()
    journal(tmp_path).close()
    assert not folder.exists()
