"""Tables, the text to read, files: hostile words pass through them as words, and nothing is written over unasked."""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path
from random import Random

import pytest

from guide.errors import GuideError
from guide.journal import bring_back, files, take_away
from guide.journal.journal import Journal
from guide.journal.tables import COLUMNS, cell, local
from guide.store import pages, restore, trash
from guide.store.records import Stamp
from guide.words import taking as words

from . import making
from .lives import live, opened

SEED = 0
"""A life with something of everything in it."""


@pytest.fixture
def journal(home: Path) -> Journal:
    random = Random(SEED)
    found = opened(home, random)
    live(found, random, 50)
    return found


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_tables_hold_every_row_and_no_formula(journal: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    said = take_away.export(journal, f"{folder}/")
    assert said[-1] == words.READABLE and folder.stat().st_mode & 0o777 == 0o700
    for name, columns in COLUMNS.items():
        path = folder / f"{name}.csv"
        assert path.stat().st_mode & 0o777 == 0o600 and path.read_bytes().startswith(b"\xef\xbb\xbf")
        rows = table(folder, name)
        assert rows and set(rows[0]) == set(columns)
        for row in rows:
            for value in row.values():
                number = re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", value)
                assert number or not value.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
                assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", value)
    live_entries = journal.store.query("SELECT id FROM entries WHERE trashed_at IS NULL")
    assert {row["entry"] for row in table(folder, "entries")} == {id_ for (id_,) in live_entries}
    counted = journal.store.query("SELECT count(*) FROM points")[0][0]
    assert len(table(folder, "points")) == counted
    every = journal.store.query("SELECT count(DISTINCT item) FROM items")[0][0]
    assert len(table(folder, "items")) == every > 5
    assert any(row["counts"] == "no" for row in table(folder, "answers"))
    assert any(row["answer"].startswith("'=HYPERLINK") for row in table(folder, "answers"))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"), ("  =1", "'  =1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("＝1", "'＝1"),
        ("ok;=1+1", "ok;'=1+1"), ("ok; \"=1", "ok; \"'=1"), ("a\t@b", "a\t'@b"), ("a\r\n- b", "a\n'- b"), ("a;＋1", "a;'＋1"),
        ("\n=1", "'\n'=1"), ("\"=1", "'\"=1"), ("\u3000=1", "'\u3000=1"), ("\u200d=1", "'\u200d=1"), ("﹦1", "'﹦1"),
        ("a=b; c-d, -5", "a=b; c-d, -5"),
        (-1, "-1"), (2.5, "2.5"), (True, "yes"), (False, "no"), (None, ""), ("plain", "plain"), ("\x1b[31mred", "red"),
    ],
)  # fmt: skip
def test_a_cell(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_a_moment_is_as_it_was_on_the_clock_there() -> None:
    assert local(Stamp("2026-03-29T00:59:59Z", 60)) == "2026-03-29T01:59:59+01:00"
    assert local(Stamp("2024-02-28T23:30:00Z", 345)) == "2024-02-29T05:15:00+05:45"
    assert local(Stamp("2026-01-01T00:00:00Z", -570)) == "2025-12-31T14:30:00-09:30"
    assert local(Stamp("9999-12-31T23:59:59Z", 60)) == "9999-12-31T23:59:59Z"


def test_the_text_reads_by_day_and_no_word_becomes_markup(journal: Journal, tmp_path: Path) -> None:
    take_away.export(journal, str(tmp_path / "all.md"))
    lines = (tmp_path / "all.md").read_text("utf-8").splitlines()
    days = [line[3:] for line in lines if re.fullmatch(r"## \d{4}-\d\d-\d\d", line)]
    assert len(set(days)) > 3  # in the order of their moments: a day abroad may lie before the one at home
    text = "\n".join(lines)
    assert not re.search(r"(?<!\\)<script|(?<!\\)\[b\]|^```|^# no heading", text, re.MULTILINE)
    assert "\x1b" not in text and "\u202e" not in text and "你好" in text
    assert words.TEXT_UNFINISHED in text


def test_nothing_is_written_over_unasked_and_nothing_is_left_half(journal: Journal, tmp_path: Path) -> None:
    there = tmp_path / "a.json"
    there.write_text("mine")
    with pytest.raises(files.Exists):
        take_away.export(journal, str(there))
    assert there.read_text() == "mine"
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "markers.csv").write_text("mine")
    with pytest.raises(files.Exists):
        take_away.export(journal, str(tmp_path / "t"))
    assert names(tmp_path / "t") == ["markers.csv"]

    def stop(share: float) -> None:
        if share > 0.2:
            raise take_away.Stopped

    for name in ("a.json", "b.json", "b.md", "new/", "t"):
        with pytest.raises(take_away.Stopped):
            take_away.export(
                journal, str(tmp_path / name) + "/" * name.endswith("/"), replace=True, progress=stop
            )
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == ["a.json", "t"]
    assert there.read_text() == "mine" and names(tmp_path / "t") == ["markers.csv"]


@pytest.mark.parametrize("name", ["a.txt", "a", "a.csv", "", "\0", "a.xlsx"])
def test_a_name_says_the_form(journal: Journal, tmp_path: Path, name: str) -> None:
    with pytest.raises(GuideError) as error:
        take_away.export(journal, str(tmp_path / name) if name not in ("", "\0") else name)
    assert error.value.code == 2


def test_places_that_cannot_be_written(journal: Journal, tmp_path: Path) -> None:
    for name in ("none/a.json", "none/tables/"):
        with pytest.raises(GuideError):
            take_away.export(journal, f"{tmp_path}/{name}")
    with pytest.raises(GuideError, match="no ordinary file"):
        take_away.export(journal, str(_fifo(tmp_path)))
    with pytest.raises(GuideError, match="no ordinary file"):
        bring_back.bring_in(journal, str(tmp_path / "pipe.json"))


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.json")
    return folder / "pipe.json"


def test_a_backup_is_made_before_an_import_and_can_be_gone_back_to(journal: Journal, tmp_path: Path) -> None:
    random = Random(5)
    other = opened(tmp_path / "other", random)
    live(other, random, 6)
    take_away.export(other, str(tmp_path / "other.json"))
    before = [row.id for row in pages.page(journal.store)]
    found = bring_back.bring_in(journal, str(tmp_path / "other.json"))
    made = [one for one in bring_back.backups(journal.places) if one.kind == restore.BEFORE_IMPORT]
    assert len(made) == 1 and any(made[0].path.name in line for line in found.lines)
    assert [row.id for row in pages.page(journal.store)] != before
    said = bring_back.bring_back(journal.places, made[0].path.name, journal.clock().utc)
    assert [row.id for row in pages.page(journal.store)] == before
    assert words.RESTORED_WHAT in said


def test_restoring_from_an_export_and_over_a_damaged_notebook(journal: Journal, tmp_path: Path) -> None:
    take_away.export(journal, str(tmp_path / "all.json"))
    before = [row.id for row in pages.page(journal.store)]
    for row in pages.page(journal.store)[:3]:
        trash.trash(journal.store, row.id, journal.clock())
    bring_back.bring_back(journal.places, str(tmp_path / "all.json"), journal.clock().utc)
    assert [row.id for row in pages.page(journal.store)] == before
    journal.store.close()
    journal.places.store_path.write_bytes(b"gone wrong" * 1000)
    said = bring_back.bring_back(journal.places, str(tmp_path / "all.json"), "2026-11-24T00:00:00Z")
    assert any("set aside" in line for line in said)
    assert list(journal.places.backups.glob("unreadable-*.damaged"))
    again = opened(journal.places.data, Random(1))
    assert [row.id for row in pages.page(again.store)] == before
    assert not list(journal.places.data.glob("restoring-*")), "no copy of the words is left lying about"


def test_a_damaged_file_restores_nothing(journal: Journal, tmp_path: Path) -> None:
    take_away.export(journal, str(tmp_path / "all.json"))
    data = (tmp_path / "all.json").read_bytes()
    (tmp_path / "cut.json").write_bytes(data[: len(data) // 2])
    before = pages.page(journal.store)
    with pytest.raises(GuideError, match="damaged"):
        bring_back.bring_back(journal.places, str(tmp_path / "cut.json"), journal.clock().utc)
    assert pages.page(journal.store) == before and bring_back.backups(journal.places) == []


def test_an_import_that_changes_nothing_pushes_out_no_backup(tmp_path: Path) -> None:
    mine = making.journal(tmp_path / "home")
    making.log(mine)
    take_away.export(mine, str(tmp_path / "all.json"))
    making.log(mine)
    kept = {one.path.name for one in bring_back.backups(mine.places)}
    for _ in range(5):
        bring_back.bring_in(mine, str(tmp_path / "all.json"))
    assert {one.path.name for one in bring_back.backups(mine.places)} == kept
