"""Backups under a name of one's own, and going back to one over a notebook that is damaged in places."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.journal import back_up, bring_back, doctor, files, take_away
from guide.journal.journal import Journal
from guide.store import copying, merge, pages
from guide.words import taking as words
from tests.journal.making import Clock, journal, log


def damage(path: Path, table: str = "answers") -> None:
    """Overwrite the page on which a table begins, as a disk does."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(sql, (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


@pytest.mark.parametrize(
    "name",
    [
        "unmuted.db",
        "unmuted.db-wal",
        "unmuted.db-shm",
        "last-change",
        "support.txt",
        "rescue.json",
        "settings.yaml",
    ],
)
def test_none_of_the_notebooks_own_files_is_written_over(tmp_path: Path, name: str) -> None:
    opened = journal(tmp_path)
    log(opened)
    before = {one: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    for named in (tmp_path / name, tmp_path / "packs" / ".." / name):
        (tmp_path / "packs").mkdir(exist_ok=True)
        with pytest.raises(GuideError) as raised:
            back_up.back_up(opened, str(named), replace=True)
        assert raised.value.message.endswith("own files, so no backup goes there.") and raised.value.remedy
    assert {one: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()} == before
    log(opened)
    opened.close()


def test_not_under_another_name_of_one_either(tmp_path: Path) -> None:
    opened = journal(tmp_path / "home")
    log(opened)
    store = opened.places.store_path
    (tmp_path / "hard").hardlink_to(store)
    (tmp_path / "soft").symlink_to(store)
    for name in ("hard", "soft"):
        with pytest.raises(GuideError, match="own files"):
            back_up.back_up(opened, str(tmp_path / name), replace=True)
    opened.close()


def test_a_file_that_comes_meanwhile_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = journal(tmp_path / "home")
    log(opened)
    target = tmp_path / "mine.db"
    monkeypatch.setattr(files, "may_write", lambda path, replace: target.write_text("somebody's"))
    with pytest.raises(files.Exists):
        back_up.back_up(opened, str(target))
    assert target.read_text() == "somebody's" and len(list(tmp_path.glob("*.part"))) == 0
    opened.close()


def test_a_notebook_damaged_in_places_is_set_aside_and_another_put_there(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    log(opened)
    kept = tmp_path / "backups" / "unmuted-2026-11-02.db"
    before = [row.id for row in pages.page(opened.store)]
    opened.close()
    damage(opened.places.store_path)
    harmed = opened.places.store_path.read_bytes()
    window = journal(tmp_path)  # it opens, for not every part is damaged
    said = bring_back.bring_back(window.places, kept.name, "2026-11-03T00:00:00Z")
    (aside,) = (tmp_path / "backups").glob("unreadable-*.damaged")
    assert said[1:] == [words.SET_ASIDE.format(file=aside), words.RESTORED_ASIDE]
    assert aside.read_bytes() == harmed
    bring_back.settled(window)
    assert [row.id for row in pages.page(window.store)] == before, "the window goes on with the new one"
    log(window)
    window.close()
    again: Journal = journal(tmp_path)
    assert again.notices == [] and len(pages.page(again.store)) == len(before) + 1
    again.close()


@pytest.mark.parametrize("table", ["entries", "answers", "frozen", "steps", "items", "search_data", "meta"])
def test_wherever_it_is_damaged_the_doctor_says_so_and_it_can_be_restored(tmp_path: Path, table: str) -> None:
    opened = journal(tmp_path)
    log(opened)
    opened.close()
    damage(opened.places.store_path, table)
    assert not all(one.fine for one in doctor.look(opened.places, clock=Clock()))
    said = bring_back.bring_back(opened.places, "unmuted-2026-11-02.db", "2026-11-03T00:00:00Z")
    assert words.RESTORED_ASIDE in said
    found = {one.check: one for one in doctor.look(opened.places, clock=Clock())}
    assert [name for name, one in found.items() if not one.fine] == ["left-over"]


def test_where_there_was_no_notebook_no_backup_is_spoken_of(tmp_path: Path) -> None:
    opened = journal(tmp_path / "one")
    log(opened)
    back_up.back_up(opened, str(tmp_path / "kept.db"))
    opened.close()
    new = journal(tmp_path / "two", Clock())
    new.close()
    for file in (tmp_path / "two").glob("unmuted.db*"):
        file.unlink()
    said = bring_back.bring_back(new.places, str(tmp_path / "kept.db"), "2026-11-03T00:00:00Z")
    assert said[1:] == [words.RESTORED_ALONE]


def test_a_damaged_notebook_is_not_called_a_full_disk(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    log(opened)
    opened.close()
    damage(opened.places.store_path)
    again = journal(tmp_path)
    with pytest.raises(copying.Damaged) as raised:
        back_up.back_up(again)
    assert "unmuted restore" in raised.value.remedy
    again.store.close()


def test_an_import_that_breaks_off_leaves_no_backup_of_the_same_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would push out one that is a way back. Where the notebook is not as it was, the backup stays."""
    opened = journal(tmp_path / "home")
    log(opened)
    export = tmp_path / "out.json"
    take_away.export(opened, str(export))

    def stop(share: float) -> None:
        if share > 0.3:
            raise take_away.Stopped

    def kept() -> int:
        return len(list(opened.places.backups.glob("before-import-*.db")))

    for _ in range(2):
        with pytest.raises(take_away.Stopped):
            bring_back.bring_in(opened, str(export), progress=stop)
        assert kept() == 0

    def breaks(*_: object, **__: object) -> None:
        log(opened)
        raise OSError

    monkeypatch.setattr(merge, "take_in", breaks)
    with pytest.raises(OSError):
        bring_back.bring_in(opened, str(export))
    assert kept() == 1
    opened.close()
