"""A person's own files, whose names begin or end as ours do, stay where they are and are named."""

from __future__ import annotations

import os
from pathlib import Path

from guide.journal import back_up, changing, doctor, everything
from guide.places import Places, find
from guide.store import backup
from guide.words import changing as words
from tests.journal.making import Clock, journal, log

PAGES = b"SQLite format 3\0"
ASIDE = "unreadable-20261102T100000.damaged"


def home(tmp_path: Path) -> Places:
    return find(str(tmp_path), {})


def lay(tmp_path: Path, *names: str) -> None:
    """Old files in the backup folder."""
    folder = home(tmp_path).backups
    folder.mkdir(mode=0o700, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(PAGES)
        os.utime(folder / name, (1, 1))


def own_things(tmp_path: Path) -> list[Path]:
    """A person's own things, as old as can be, whose names begin or end as ours do."""
    chair, eight, file = (
        tmp_path / f"restoring-{name}" for name in ("the-old-chair", "pictures", "abcd1234")
    )
    for folder in (chair, eight):
        folder.mkdir()
        (folder / "unmuted.db").write_bytes(PAGES)
        (folder / "plan.txt").write_text("sand it, oil it")
    file.write_text("a file")
    made = [chair, eight, file, tmp_path / "support.txt.mine.part"]
    made[-1].write_text("half of something")
    for one in (*made, *chair.iterdir(), *eight.iterdir()):
        os.utime(one, (1, 1))
    return made


def test_what_somebody_else_put_there_stays_and_is_named(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    log(opened)
    own = ["accounts.db", "film.iso.part", "letter.txt", "photo.damaged"]
    lay(tmp_path, *own, ASIDE)
    beside = own_things(tmp_path)
    gone = everything.delete_everything(home(tmp_path), opened)
    assert gone.clean and gone.said[0] == words.EVERYTHING_DONE
    names = ", ".join(sorted(one.name for one in beside))
    assert gone.said[1] == words.EVERYTHING_STRANGERS.format(folder=tmp_path, names=names)
    assert gone.said[2] == words.EVERYTHING_STRANGERS.format(
        folder=tmp_path / "backups", names=", ".join(own)
    )
    assert sorted(one.name for one in home(tmp_path).backups.iterdir()) == own
    assert all(one.exists() for one in beside)


def test_what_is_somebodys_own_stays_at_every_start(tmp_path: Path) -> None:
    journal(tmp_path).close()
    lay(tmp_path, "film.iso.part", "unfinished-novel.part")
    beside = own_things(tmp_path)
    opened = journal(tmp_path)
    changing.delete(opened, log(opened).entry)
    changing.empty_trash(opened)
    opened.close()
    assert all(one.exists() for one in beside) and (tmp_path / "restoring-pictures" / "plan.txt").exists()
    assert {"film.iso.part", "unfinished-novel.part"} <= {
        one.name for one in home(tmp_path).backups.iterdir()
    }


def test_a_backup_folder_that_is_a_link_to_somebodys_own_keeps_what_lies_there(tmp_path: Path) -> None:
    journal(tmp_path / "home").close()
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    (downloads / "movie.mkv.part").write_text("half a download")
    os.utime(downloads / "movie.mkv.part", (1, 1))
    (tmp_path / "home" / "backups").symlink_to(downloads)
    journal(tmp_path / "home").close()
    assert [one.name for one in downloads.iterdir()] == ["movie.mkv.part"]


def test_a_store_in_a_folder_that_only_may_be_ours_is_named(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    back_up.back_up(opened)
    opened.close()
    (kept,) = home(tmp_path).backups.glob("kept-*.db")
    (tmp_path / "restoring-by-hand").mkdir()
    kept.rename(tmp_path / "restoring-by-hand" / "mine")
    (said,) = [one for one in doctor.look(home(tmp_path), clock=Clock()) if one.check == "left-over"]
    assert "restoring-by-hand" in said.said


def test_removing_the_backups_that_hold_it_leaves_and_names_what_is_somebodys_own(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    entry = log(opened).entry
    back_up.back_up(opened)
    own = ["accounts.db", "film.iso.part", "photo.damaged"]
    lay(tmp_path, *own)
    changing.delete(opened, entry)
    held = changing.empty_trash(opened).held
    assert [one.path.name.startswith("kept-") for one in held] == [True]
    said = changing.remove_backups(opened, held).said
    assert said[-1] == words.EVERYTHING_STRANGERS.format(folder=tmp_path / "backups", names=", ".join(own))
    assert sorted(one.name for one in home(tmp_path).backups.iterdir()) == own
    opened.close()


def test_a_copy_that_a_person_named_like_a_day_is_not_counted_among_the_seven(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    days = [f"unmuted-2026-10-{day}.db" for day in range(10, 17)]
    own = ["unmuted-2020-for-ann.db", "unmuted-2026-10-01-2.db"]
    lay(tmp_path, *days, *own)
    log(opened)
    made = backup.backup_if_due(opened.store, home(tmp_path).backups, "2026-11-02")
    opened.close()
    assert made is not None
    there = sorted(one.name for one in home(tmp_path).backups.iterdir())
    assert there == sorted([*days[1:], made.name, *own])
