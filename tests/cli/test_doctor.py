"""`unmuted doctor`: each check with what it finds when something is wrong, and what it mends by itself."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from guide import places as places_
from guide.cli import run
from guide.journal import clock, doctor, doctor_files, help_page, support_plan
from guide.journal.journal import Journal
from guide.store import derived, entries, opening
from guide.store.records import Stamp
from guide.words import doctor as words
from guide.words import help_now

NOW = "2026-11-24T12:00:00Z"
PEOPLE = [{"name": "Sam", "how": "555 0100"}]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the command is that of the notebook: no test here may fail by the calendar."""
    monkeypatch.setattr(clock, "now", lambda: Stamp(NOW))


def opened(home: Path, at: str = NOW) -> Journal:
    return Journal.open(places_.find(str(home), {}), clock=lambda: Stamp(at))


def written(home: Path, at: str = NOW) -> Journal:
    """A notebook with a log, a sentence's fact and a contact in it, still open."""
    journal = opened(home, at)
    sitting = journal.begin("muted-check")
    assert all(sitting.give(log).kept for log in ("both", 7, 4))
    for name, raw in (("then-now", None), ("signals-and-support", PEOPLE)):
        sitting = journal.begin(name)
        if raw:
            assert sitting.give(raw).kept
        sitting.stop()
    return journal


def look(home: Path, at: str = NOW, **given: Any) -> dict[str, doctor.Finding]:
    """The findings by name; the worse one where there are two."""
    found = doctor.look(places_.find(str(home), {}), clock=lambda: Stamp(at), **given)
    assert all(one.check in words.CHECKS and one.said for one in found)
    return {one.check: one for one in sorted(found, key=lambda one: not one.fine)}


def wrong(found: dict[str, doctor.Finding]) -> set[str]:
    return {name for name, one in found.items() if not one.fine}


def damage(home: Path, sql: str, *values: Any) -> None:
    journal = opened(home)
    journal.store.connection.execute(sql, values)
    journal.store.close()


# -- fine, and how it is said -------------------------------------------------------------------------------


def test_an_empty_home_is_fine_and_stays_empty(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "doctor"]) == 0
    assert words.ALL_FINE in capsys.readouterr().out
    assert not (home / "unmuted.db").exists()


def test_a_notebook_in_order_is_fine_and_nothing_in_it_changes(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = written(home)
    before = list(journal.store.connection.iterdump())
    journal.store.close()
    assert run(["--home", str(home), "doctor"]) == 0
    out = capsys.readouterr().out
    assert all(line.startswith(words.FINE) for line in out.splitlines()[:-2]) and "Sam" not in out
    again = opened(home)
    assert list(again.store.connection.iterdump()) == before


def test_json_has_a_format_number_and_names_that_stay(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(home).store.close()
    (home / "support.txt").chmod(0o644)
    assert run(["--home", str(home), "doctor", "--json", "--rebuild"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == 1 and found["fine"] is False
    assert [one["check"] for one in found["checks"]] == [
        "files", "notebook", "rebuilt", "rows", "drafts", "support-plan", "packs", "backups", "lines", "space",
    ]  # fmt: skip
    assert [one["check"] for one in found["checks"] if not one["fine"]] == ["files"]


# -- files --------------------------------------------------------------------------------------------------


def test_what_others_could_read_is_named_and_closed(home: Path) -> None:
    written(home).close()
    some = [
        home,
        home / "backups",
        home / "support.txt",
        next((home / "backups").glob("*.db")),
        home / "unmuted.db",
    ]
    for one in some:
        one.chmod(0o755 if one.is_dir() else 0o644)
    found = look(home)
    assert wrong(found) == {"files"} and all(str(one) in found["files"].said for one in some)
    assert [stat.S_IMODE(one.stat().st_mode) for one in some] == [0o700, 0o700, 0o600, 0o600, 0o600]
    assert wrong(look(home)) == set()


def test_what_cannot_be_closed_is_said_with_what_to_do(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(home).store.close()
    (home / "support.txt").chmod(0o644)
    monkeypatch.setattr(doctor_files, "_closed", lambda path: False)
    found = look(home)["files"]
    assert not found.fine and "support.txt" in found.said and found.remedy == words.FILES_REMEDY


def test_typed_words_that_were_set_aside_are_named(home: Path) -> None:
    written(home).store.close()
    (home / "rescue.json.unreadable").write_text("{")
    (home / "rescue.json.unreadable").chmod(0o600)
    found = look(home)
    assert wrong(found) == {"typed-words"} and "rescue.json.unreadable" in found["typed-words"].said


# -- the notebook -------------------------------------------------------------------------------------------


def test_a_file_that_is_no_notebook_is_said_and_left(home: Path) -> None:
    written(home).store.close()
    for each in home.glob("unmuted.db*"):
        each.unlink()
    (home / "unmuted.db").write_bytes(b"not a database, and long enough to be looked at" * 100)
    before = (home / "unmuted.db").read_bytes()
    found = look(home, rebuild=True)
    assert "notebook" in wrong(found) and "damaged" in found["notebook"].said and found["notebook"].remedy
    assert (home / "unmuted.db").read_bytes() == before
    assert run(["--home", str(home), "doctor"]) == 1


def test_a_changed_answer_is_named_without_its_words_and_makes_no_backup(home: Path) -> None:
    written(home).store.close()
    damage(home, "UPDATE answers SET value = '\"secret\"' WHERE step = 'side'")
    found = look(home)
    assert wrong(found) == {"rows"}
    assert "answer 1 to side" in found["rows"].said and "secret" not in found["rows"].said
    assert not (home / "backups").exists(), "a look may not push sound backups out"


def test_rows_that_are_gone_are_noticed(home: Path) -> None:
    written(home).store.close()
    damage(home, "DELETE FROM answers WHERE step = 'side'")
    assert "rows" in wrong(look(home))


def test_a_newer_notebook_is_said(home: Path) -> None:
    written(home).store.close()
    damage(home, "PRAGMA user_version = 99")
    found = look(home)
    assert "newer version" in found["notebook"].said and not found["notebook"].fine


def test_a_notebook_that_can_only_be_read_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(home).store.close()
    (home / "support.txt").write_text("Sam, 555 0000\n")
    monkeypatch.setattr(opening, "decide", lambda path, readonly: "immutable")
    found = look(home, rebuild=True)
    assert wrong(found) == {"notebook", "rebuilt", "support-plan"}
    assert found["notebook"].said == opening.READ_ONLY and found["support-plan"].said == words.PLAN_DIFFERS
    assert (home / "support.txt").read_text() == "Sam, 555 0000\n"


def test_unfinished_entries_are_counted_and_are_no_fault(home: Path) -> None:
    journal = written(home)
    journal.begin("muted-check").give("both")
    journal.store.close()
    found = look(home)["drafts"]
    assert found.fine and found.said == words.DRAFTS_SOME[0]


# -- made again ---------------------------------------------------------------------------------------------


def test_a_rebuild_of_a_sound_notebook_differs_in_nothing(home: Path) -> None:
    written(home).store.close()
    found = look(home, rebuild=True)
    assert found["rebuilt"].said == words.REBUILT_SAME and wrong(found) == set()


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("DELETE FROM points", "points"),
        ("UPDATE items SET label = 'other'", "items"),
        ("UPDATE tallies SET times = 9", "tallies"),
        ("UPDATE entries SET first_words = 'other'", "first_words"),
        ("DELETE FROM search", "search"),
    ],
)
def test_a_rebuild_says_what_differed_and_mends_it(home: Path, sql: str, what: str) -> None:
    written(home).store.close()
    damage(home, sql)
    found = look(home, rebuild=True)
    assert found["rebuilt"].said == words.REBUILT_DIFFERS.format(what=words.TABLES[what])
    assert look(home, rebuild=True)["rebuilt"].fine
    assert wrong(look(home)) == set()


def test_what_is_made_from_answers_and_does_not_fit_leads_to_the_rebuild(home: Path) -> None:
    written(home).store.close()
    damage(home, "UPDATE tallies SET times = 9")
    found = look(home)
    assert wrong(found) == {"rows"} and "--rebuild" in found["rows"].remedy


def test_a_step_hidden_behind_more_stays_hidden_after_a_rebuild(home: Path) -> None:
    folder = home / "packs" / "hiding"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        """format: 1
id: hiding
version: "1"
title: Hiding
language: en
collections: {c: {title: C, fields: {t: {title: T}}, label: "{t}"}}
exercises:
  - id: e
    title: E
    steps:
      - {id: a, kind: yes-no, prompt: A}
      - {id: b, kind: yes-no, prompt: B, more: true}
      - {id: c, kind: short, prompt: C, more: true, collect: c, when: {answer: b, is: "yes"}}
      - {id: d, kind: short, prompt: D, more: true}
""",
        encoding="utf-8",
    )
    journal = opened(home)
    sitting = journal.begin("e")
    sitting.give("yes")
    assert sitting.more() and sitting.give("yes").kept and sitting.give("some words").kept
    assert [one.label for one in derived.items(journal.store, "hiding/c")] == ["some words"]
    assert sitting.back() and sitting.back() and sitting.give("no").kept
    sitting.stop()
    journal.store.close()
    found = look(home, rebuild=True)
    assert found["rebuilt"].said == words.REBUILT_SAME and wrong(found) == set()
    again = opened(home)
    assert derived.items(again.store, "hiding/c") == []
    assert entries.entry(again.store, sitting.entry).left_out == ["c"]


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("points", "DELETE FROM points"),
        ("items", "DELETE FROM items"),
        ("kept", "INSERT INTO kept SELECT 'core/x', 'r', entry, '1', 'a', 's' FROM items"),
        ("uses", "INSERT INTO uses SELECT item, entry, at, step FROM items"),
        ("search", "UPDATE search SET words = 'other'"),
    ],
)
def test_what_was_made_from_answers_and_differs_leads_to_the_rebuild(
    home: Path, table: str, sql: str
) -> None:
    written(home).store.close()
    damage(home, sql)
    found = look(home)
    assert words.TABLES[table] in found["rows"].said and "--rebuild" in found["rows"].remedy
    look(home, rebuild=True)
    assert wrong(look(home)) == set()


def test_each_check_stands_once_in_json(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(home).store.close()
    damage(home, "UPDATE answers SET value = '\"other\"' WHERE step = 'side'")
    damage(home, "UPDATE tallies SET times = 9")
    assert run(["--home", str(home), "doctor", "--json", "--rebuild"]) == 1
    checks = [one["check"] for one in json.loads(capsys.readouterr().out)["checks"]]
    assert len(checks) == len(set(checks)) and "rows" in checks


def test_a_count_that_is_gone_is_said_and_counted_again(home: Path) -> None:
    written(home).store.close()
    damage(home, "DELETE FROM ledger")
    found = look(home)
    assert "the count of answers" in found["rows"].said and "--rebuild" in found["rows"].remedy
    assert run(["--home", str(home), "log", "b", "3", "3"]) == 0
    look(home, rebuild=True, settle=True)
    assert wrong(look(home)) == set()


# -- a loss -------------------------------------------------------------------------------------------------


def test_a_loss_is_said_by_every_command_until_it_is_settled(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(home).close()
    (home / "last-change").write_text("99999")
    for argv in (["log", "b", "7", "4"], ["log", "b", "6", "4"], ["list"]):
        assert run(["--home", str(home), *argv]) == 0
        assert "is older than it should be" in capsys.readouterr().err, argv
    found = look(home)["notebook"]
    assert not found.fine and "--settle" in found.said
    assert run(["--home", str(home), "doctor", "--settle"]) == 0
    assert run(["--home", str(home), "log", "b", "7", "4"]) == 0
    assert capsys.readouterr().err == "" and wrong(look(home)) == set()


def test_a_notebook_that_is_gone_is_said_and_a_restore_settles_it(home: Path) -> None:
    written(home).close()
    for each in home.glob("unmuted.db*"):
        each.unlink()
    assert wrong(look(home)) >= {"notebook"} and not (home / "unmuted.db").exists()
    opened(home).store.close()
    assert "There was one before" in look(home)["notebook"].said, "said again, though a new one is there"
    assert run(["--home", str(home), "restore", "unmuted-2026-11-24.db"]) == 0
    assert look(home)["notebook"].fine


def test_a_damaged_answer_takes_no_line_off_help_now(home: Path) -> None:
    """The copy, and what was made from the answer while it could be read, are the last places where it stands."""
    journal = written(home)
    path = journal.places.support_path
    before = path.read_text(encoding="utf-8")
    journal.store.close()
    damage(home, "UPDATE answers SET value = replace(value, 'Sam', 'Sue') WHERE value LIKE '%Sam%'")
    found = look(home, rebuild=True)
    assert "rows" in wrong(found) and path.read_text(encoding="utf-8") == before
    again = opened(home)
    again.copy_plan()
    assert path.read_text(encoding="utf-8") == before
    again.store.connection.execute("DELETE FROM items")
    again.store.close()
    assert "support-plan" in wrong(look(home, rebuild=True))
    assert path.read_text(encoding="utf-8") == before


# -- the support plan ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("there", [None, "Sam, 555 0000\n"])
def test_a_copy_that_does_not_agree_is_written_anew(home: Path, there: str | None) -> None:
    journal = written(home)
    path = journal.places.support_path
    wanted = path.read_text(encoding="utf-8")
    journal.store.close()
    path.unlink()
    if there is not None:
        path.write_text(there)
        path.chmod(0o600)
    found = look(home)
    assert wrong(found) == {"support-plan"} and found["support-plan"].said == words.PLAN_WRITTEN
    assert path.read_text(encoding="utf-8") == wanted and wrong(look(home)) == set()


def test_a_copy_that_cannot_be_written_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = written(home)
    journal.places.support_path.unlink()
    journal.store.close()
    monkeypatch.setattr(support_plan, "_write", lambda *given: (_ for _ in ()).throw(OSError()))
    found = look(home)["support-plan"]
    assert found.said == words.PLAN_DIFFERS and found.remedy


@pytest.mark.parametrize("store", [True, False])
def test_lines_that_only_the_copy_holds_are_left_alone(home: Path, store: bool) -> None:
    """After a lost store this may be the last place where a number stands."""
    opened(home).store.close()
    if not store:
        shutil.rmtree(home)
        home.mkdir(mode=0o700)
    path = places_.find(str(home), {}).support_path
    path.write_text("Sam, 555 0100\n")
    path.chmod(0o600)
    found = look(home)
    assert wrong(found) == {"support-plan"} and "Signals and support" in found["support-plan"].remedy
    assert path.read_text() == "Sam, 555 0100\n"


# -- around it ----------------------------------------------------------------------------------------------


def test_a_pack_that_cannot_be_read_is_named(home: Path) -> None:
    written(home).store.close()
    folder = home / "packs" / "broken"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text("format: 1\nid: broken\nsteps: \x1b[31m", encoding="utf-8")
    found = look(home)
    assert wrong(found) == {"packs"} and "broken" in found["packs"].said and "\x1b" not in found["packs"].said


def test_the_last_backup_is_named_with_its_folder(home: Path) -> None:
    written(home).close()
    found = look(home)["backups"]
    assert found.fine and "2026-11-24" in found.said and str(home / "backups") in found.said


def test_a_day_that_is_over_and_stands_in_no_backup_is_said(home: Path) -> None:
    journal = written(home, "2026-11-20T12:00:00Z")
    journal.close()
    assert look(home)["backups"].fine
    again = written(home, "2026-11-22T12:00:00Z")
    again.store.close()  # as if no backup could be made
    assert look(home, "2026-11-22T20:00:00Z")["backups"].fine, "that day is not over yet"
    found = look(home)["backups"]
    assert not found.fine and "2026-11-22" in found.said and found.remedy == words.BACKUPS_REMEDY


def test_a_list_of_lines_older_than_a_year_is_said(home: Path) -> None:
    day = help_page.helplines()[0]
    later = f"{int(day[:4]) + 1}{day[4:]}"
    assert look(home, f"{later}T12:00:00Z")["lines"].fine
    found = look(home, f"{int(day[:4]) + 1}-12-25T12:00:00Z")["lines"]
    assert not found.fine and day in found.said and "findahelpline.com" in found.remedy


def test_a_list_of_lines_that_cannot_be_read_is_said(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(help_now, "__file__", str(tmp_path / "help_now.py"))
    help_page.helplines.cache_clear()
    try:
        assert look(home)["lines"].said == words.LINES_UNREADABLE
    finally:
        help_page.helplines.cache_clear()


def test_little_room_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(100, 97, 3 << 20))
    found = look(home)["space"]
    assert not found.fine and re.search(r"\b3 MB\b", found.said) and found.remedy


@pytest.mark.parametrize("shut", [True, False])
def test_backups_that_cannot_be_made_are_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, shut: bool
) -> None:
    written(home).close()
    folder = home / "backups"
    if shut:
        access = os.access
        monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != folder and access(path, mode))
    else:
        shutil.rmtree(folder)
        folder.write_text("")
        folder.chmod(0o600)
    assert not look(home)["backups"].fine and str(folder) in look(home)["backups"].said


def test_a_home_that_cannot_be_looked_into_is_a_finding(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A superuser may look into everything, so the answers of the system are made up."""
    written(home).store.close()
    usual = Path.stat

    def stat(self: Path, **given: Any) -> os.stat_result:
        if home in self.parents:
            raise PermissionError(13, "Permission denied", str(self))
        return usual(self, **given)

    access = os.access
    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != home and access(path, mode))
    found = look(home)
    assert {"files", "notebook"} <= wrong(found) and str(home) in found["files"].said


def test_settings_that_could_not_be_used_are_named_by_their_line(home: Path) -> None:
    written(home).store.close()
    (home / "settings.yaml").write_text("# mine\ncountry: Britain\ntheme: dark\nnonsense\n")
    (home / "settings.yaml").chmod(0o600)
    findings = [one for one in doctor.look(places_.find(str(home), {})) if one.check == "settings"]
    assert ["line 2" in one.said or "line 4" in one.said for one in findings] == [True, True]
    assert "GB" in findings[0].remedy and "Britain" not in findings[0].said


# -- a newer version's notebook -----------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [{}, {"rebuild": True}, {"settle": True}])
def test_of_a_newer_notebook_only_that_is_said_and_what_helps(home: Path, asked: dict[str, Any]) -> None:
    written(home).close()
    damage(home, "PRAGMA user_version = 999")
    found = look(home, **asked)
    assert found["notebook"].said == opening.NEWER and "where" not in found["notebook"].remedy
    assert "rows" not in found and "rebuilt" not in found
    if asked == {"settle": True}:
        assert not found["settled"].fine and found["settled"].said == words.SETTLED_SHUT
        assert "Update" in found["settled"].remedy


# -- tables that are gone -----------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["search", "uses", "tallies"])
def test_a_table_made_from_answers_that_is_gone_is_said_and_made_again(home: Path, table: str) -> None:
    written(home).close()
    damage(home, f"DROP TABLE {table}")
    found = look(home)
    assert wrong(found) == {"rows"} and words.ROWS_DERIVED_REMEDY in found["rows"].remedy
    assert words.TABLES[table] in look(home, rebuild=True)["rebuilt"].said
    assert wrong(look(home)) == set()


def test_a_table_of_what_was_written_that_is_gone_comes_back_empty_and_that_is_said(home: Path) -> None:
    written(home).close()
    damage(home, "DROP TABLE typing")
    assert words.ROWS_GONE_REMEDY in look(home)["rows"].remedy
    again = look(home, rebuild=True)["rebuilt"]
    assert words.TABLES["typing"] in again.said and again.remedy == words.REBUILT_GONE_REMEDY
    assert wrong(look(home)) == set()


def test_questions_that_are_gone_are_said_and_a_rebuild_leaves_lists_as_they_were(home: Path) -> None:
    journal = written(home)
    before = derived.items(journal.store, "core/contacts")
    journal.close()
    damage(home, "DELETE FROM steps")
    found = look(home, rebuild=True)
    assert not found["rows"].fine and found["rows"].remedy == words.ROWS_GONE_REMEDY
    journal = opened(home)
    assert before and derived.items(journal.store, "core/contacts") == before
    journal.store.close()


def test_lines_that_an_earlier_version_worded_are_no_damage(tmp_path: Path) -> None:
    made = written(tmp_path)
    with made.store.writing() as connection:
        connection.execute("UPDATE entries SET first_words = 'worded otherwise'")
    made.store.close()
    assert wrong(look(tmp_path)) == {"rows"}, "this version did not word it so"
    made = opened(tmp_path)
    with made.store.writing() as connection:
        connection.execute("UPDATE ledger SET rows = 1 WHERE name = 'worded'")
    made.store.close()
    found = look(tmp_path)
    assert not wrong(found) and found["rows"].said == words.ROWS_WORDED
    assert "first words in Review" in look(tmp_path, rebuild=True)["rebuilt"].said
    assert look(tmp_path)["rows"].said == words.ROWS_FINE
