"""What holds words and is no backup: set aside, cut off, or still to be written anew. It is named, and it goes."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from guide import places
from guide.journal import back_up, bring_back, changing, doctor, everything, support_plan, take_away, working
from guide.journal.journal import Journal
from guide.store import rescue, scrubbing, trash
from guide.store.database import Store
from guide.words import changing as words
from guide.words import doctor as doctor_words
from tests.journal.making import Clock, journal, log, play

WORD = "quokka"
CUT = ("unmuted-2026-11-02.db.part", "unmuted-2026-11-02.db.part-journal", "unfinished-abcd1234.part")
PAGES = b"SQLite format 3\0" + WORD.encode()
ASIDE = ("unreadable-20261102T100000.damaged", "unreadable-20261102T100000.damaged-wal")


class Killed(BaseException):
    """In the place of a signal that nothing can catch."""


def home(tmp_path: Path) -> places.Places:
    return places.find(str(tmp_path), {})


def lay(tmp_path: Path, *names: str, age: float = 0) -> list[Path]:
    """Files with a word in them in the backup folder, last written to `age` seconds ago."""
    folder = home(tmp_path).backups
    folder.mkdir(mode=0o700, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(PAGES)
        then = (folder / name).stat().st_mtime - age
        os.utime(folder / name, (then, then))
    return [folder / name for name in names]


def noted(opened: Journal) -> str:
    """A log with a note; its entry."""
    sitting = opened.begin("muted-check")
    play(sitting, {"side": "both", "strength": 7, "mood": 4, "note": f"{WORD} on the wall"})
    return sitting.entry


def found(tmp_path: Path) -> dict[str, doctor.Finding]:
    return {one.check: one for one in doctor.look(home(tmp_path), clock=Clock())}


# -- deleting -----------------------------------------------------------------------------------------------


def test_everything_takes_what_was_set_aside_and_cut_off(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    log(opened)
    lay(tmp_path, *CUT, *ASIDE, "unfinished-abcd1235.part-journal")
    gone = everything.delete_everything(home(tmp_path), opened)
    assert gone.clean and not home(tmp_path).backups.exists()


def test_what_cannot_be_read_may_hold_them_and_goes_with_the_backups(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    entry = noted(opened)
    lay(tmp_path, *CUT, *ASIDE)
    changing.delete(opened, entry)
    change = changing.empty_trash(opened)
    assert {one.path.name for one in change.held} == {CUT[0], CUT[2], ASIDE[0]}
    assert all(one.entries is None for one in change.held)
    assert "it cannot be read, so it may hold them" in " ".join(change.said)
    changing.remove_backups(opened, change.held)
    assert list(home(tmp_path).backups.iterdir()) == [] and changing.still_held(opened) == []
    opened.close()


def test_a_backup_with_a_log_of_its_own_may_hold_them(tmp_path: Path) -> None:
    """Read alone it is older than it is with what SQLite keeps beside it."""
    opened = journal(tmp_path)
    back_up.back_up(opened)
    entry = noted(opened)
    (kept,) = home(tmp_path).backups.glob("kept-*.db")
    changing.delete(opened, entry)
    assert not changing.empty_trash(opened).held
    kept.with_name(f"{kept.name}-wal").write_text(WORD)
    assert [one.path for one in changing.still_held(opened)] == [kept]
    opened.close()


def test_a_copy_of_the_plan_that_was_cut_off_goes_when_the_trash_is_emptied(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    entry = noted(opened)
    (tmp_path / "support.txt.77.part").write_text(WORD)
    changing.delete(opened, entry)
    changing.empty_trash(opened)
    assert not (tmp_path / "support.txt.77.part").exists()
    opened.close()


def test_a_restore_that_was_cut_off_just_now_is_named(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    entry = noted(opened)
    (tmp_path / "restoring-abcd_123").mkdir()
    (tmp_path / "restoring-abcd_123" / "unmuted.db").write_bytes(PAGES)
    changing.delete(opened, entry)
    said = changing.empty_trash(opened).said
    assert said[-2:] == [
        words.UNDER_WAY.format(names=tmp_path / "restoring-abcd_123"),
        words.UNDER_WAY_REMEDY,
    ]
    assert "restoring-abcd_123" in found(tmp_path)["left-over"].said
    opened.close()


# -- the next start -----------------------------------------------------------------------------------------


def test_old_ones_go_at_the_next_start_and_young_ones_are_let_be(tmp_path: Path) -> None:
    journal(tmp_path).close()
    old = lay(tmp_path, *CUT[:2], age=3600)
    young = lay(tmp_path, CUT[2], *ASIDE)
    (tmp_path / "support.txt.77.part").write_text(WORD)
    os.utime(tmp_path / "support.txt.77.part", (1, 1))
    journal(tmp_path).close()
    assert not any(one.exists() for one in old) and all(one.exists() for one in young)
    assert not (tmp_path / "support.txt.77.part").exists()


def cut_off(opened: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty the trash, and be killed before the notebook is written anew."""
    entry = noted(opened)
    draft = opened.begin("muted-check")
    payload = {"entry": draft.entry, "step": "note", "raw": WORD, "at": "2026-11-02T10:00:00Z"}
    rescue.write_rescue(opened.places.rescue_path, str(payload).replace("'", '"').encode())
    changing.delete(opened, entry, draft.entry)

    def killed(_: Store) -> str:
        raise Killed

    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(trash, "scrub", killed)
        changing.empty_trash(opened)
    opened.store.close()


def held(tmp_path: Path) -> list[str]:
    return [one.name for one in tmp_path.iterdir() if one.is_file() and WORD.encode() in one.read_bytes()]


def test_an_emptying_that_was_cut_off_is_said_and_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_off(journal(tmp_path), monkeypatch)
    assert held(tmp_path) == ["rescue.json"]
    said = found(tmp_path)["emptied"]
    assert not said.fine and said.said == doctor_words.EMPTIED_OWED and said.remedy
    opened = journal(tmp_path)
    assert held(tmp_path) == [] and not scrubbing.owed(opened.store.connection)
    assert opened.notices == []
    opened.close()
    assert "emptied" not in found(tmp_path)


@pytest.mark.parametrize("left", [scrubbing.NO_ROOM, scrubbing.FAILED, scrubbing.BUSY])
def test_what_kept_it_is_said_and_the_rest_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    opened = journal(tmp_path)
    entry = noted(opened)
    back_up.back_up(opened)
    rescue_path = opened.places.rescue_path
    rescue.write_rescue(rescue_path, f'{{"entry": "{entry}"}}'.encode())
    changing.delete(opened, entry)
    monkeypatch.setattr(trash, "scrub", lambda store: left)
    change = changing.empty_trash(opened)
    assert change.said[:3] == [words.EMPTIED_NOT_YET[0], *words.NOT_SCRUBBED[left]]
    assert [one.entries for one in change.held] == [1] and not rescue_path.exists()
    assert "saved before" not in " ".join(change.said)
    opened.close()


def test_every_reason_has_its_sentences() -> None:
    assert set(words.NOT_SCRUBBED) == {scrubbing.BUSY, scrubbing.NO_ROOM, scrubbing.FAILED}


def test_a_start_goes_on_when_it_cannot_be_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_off(journal(tmp_path), monkeypatch)
    other = sqlite3.connect(home(tmp_path).store_path)
    other.execute("BEGIN")
    assert other.execute("SELECT count(*) FROM entries").fetchone()[0] >= 0
    monkeypatch.setattr(working, "_A_MOMENT", 0.01)
    opened = journal(tmp_path)
    assert scrubbing.owed(opened.store.connection) and opened.store.query("PRAGMA busy_timeout") == [(5000,)]
    other.close()
    opened.close()
    journal(tmp_path).close()
    assert held(tmp_path) == []


# -- the doctor ---------------------------------------------------------------------------------------------


def test_the_doctor_names_what_lies_there(tmp_path: Path) -> None:
    journal(tmp_path).close()
    assert "left-over" not in found(tmp_path)
    for one in lay(tmp_path, *CUT[:2], ASIDE[0]):
        one.chmod(0o644)
    looked = found(tmp_path)
    said = looked["left-over"]
    assert not said.fine and CUT[0] in said.said and ASIDE[0] in said.said
    assert said.remedy == f"{doctor_words.LEFT_PARTS_REMEDY} {doctor_words.LEFT_ASIDE_REMEDY}"
    assert not looked["files"].fine and ASIDE[0] in looked["files"].said, "others could read it"


# -- another window -----------------------------------------------------------------------------------------


def test_a_window_brings_no_plan_back_after_everything_was_deleted(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    play(opened.begin("signals-and-support"), {"people": [{"name": "Ann"}]})
    other, export = journal(tmp_path), tmp_path / "out.json"
    take_away.export(opened, str(export))
    everything.delete_everything(home(tmp_path), opened)
    bring_back.settled(other)
    assert not home(tmp_path).support_path.exists()
    with pytest.raises(Exception, match="moved or removed"):
        back_up.back_up(other)
    with pytest.raises(Exception, match="moved or removed"):
        bring_back.bring_in(other, str(export))
    other.close()
    export.unlink()
    assert [one.name for one in tmp_path.iterdir() if one.name != "cache"] == []


def test_nor_when_it_is_deleted_while_the_plan_is_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = journal(tmp_path)
    play(opened.begin("signals-and-support"), {"people": [{"name": "Ann"}]})
    home(tmp_path).support_path.unlink()
    put = support_plan._write

    def late(path: Path, text: str) -> None:
        everything.delete_everything(home(tmp_path))
        put(path, text)

    monkeypatch.setattr(support_plan, "_write", late)
    opened.copy_plan()
    assert not home(tmp_path).support_path.exists()
    opened.close()
