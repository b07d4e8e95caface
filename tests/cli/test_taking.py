"""Export, import, backup and restore as commands: sentences, exit codes, files."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from guide.cli import run, waiting
from guide.words import taking as words


@pytest.fixture
def logged(home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["log", "b", "7", "4"]) == 0
    capsys.readouterr()
    return home


def test_there_and_back(logged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "all.json"
    assert run(["export", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [words.EXPORTED[0].format(file=file), words.READABLE]
    assert run(["import", str(file), "--home", str(tmp_path / "two")]) == 0
    assert words.NEW[0] in capsys.readouterr().out
    assert run(["import", str(file), "--home", str(tmp_path / "two")]) == 0
    assert words.SAME[0] in capsys.readouterr().out
    assert run(["review", "--json", "--home", str(tmp_path / "two")]) == 0
    assert len(json.loads(capsys.readouterr().out)["entries"]) == 1


def test_nothing_is_replaced_without_yes(
    logged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.json", "a.md", "a/"):
        target = f"{tmp_path}/{name}"
        assert run(["export", target]) == 0
        assert run(["export", target]) == 1
        assert words.EXISTS_YES in capsys.readouterr().err
        assert run(["export", "--yes", target]) == 0
    assert run(["backup", str(tmp_path / "b.db")]) == 0
    assert run(["backup", str(tmp_path / "b.db")]) == 1
    assert run(["backup", str(tmp_path / "b.db"), "--yes"]) == 0


def test_what_was_deleted_is_told(logged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "all.json")
    run(["export", file])
    from guide import places
    from guide.store import trash
    from guide.store.database import Store
    from guide.store.records import Stamp

    with Store.open(places.find(str(logged), {}).store_path) as store:
        (id_,) = store.query("SELECT id FROM entries")[0]
        trash.trash(store, id_, Stamp("2026-11-23T12:00:00Z"))
        trash.empty(store, Stamp("2026-11-23T12:00:00Z"))
    assert run(["import", file]) == 0
    said = capsys.readouterr().out
    assert words.DELETED[0] in said and words.DELETED_HOW in said
    assert run(["import", file, "--with-deleted"]) == 0
    assert words.BACK[0] in capsys.readouterr().out


def test_backup_lists_and_restore_goes_by_name(logged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["backup"]) == 0
    said = capsys.readouterr().out
    assert words.BACKUPS_HEAD in said and "made by hand" in said
    assert run(["restore"]) == 0
    assert "made by hand" in capsys.readouterr().out
    name = next(path.name for path in (logged / "backups").glob("kept-*.db"))
    run(["log", "n"])
    capsys.readouterr()
    assert run(["restore", name]) == 0
    assert words.RESTORED[0].format(file=logged / "backups" / name) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["export"], 2), (["export", "a.xls"], 2), (["import"], 2), (["import", "nothing.json"], 1), (["import", "/"], 1),
        (["restore", "nothing.db"], 1), (["export", "no/such/folder.json"], 1),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_a_sentence(
    home: Path, argv: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(argv) == code
    said = capsys.readouterr()
    assert said.out == "" and 0 < len(said.err.splitlines()) <= 2


def test_a_damaged_file_is_placed(logged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "all.json"
    run(["export", str(file)])
    file.write_bytes(file.read_bytes()[:700])
    capsys.readouterr()
    assert run(["import", str(file)]) == 1
    assert "line " in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_on_a_terminal_when_it_takes_more_than_a_moment() -> None:
    now = [0.0]
    out = Terminal()
    with waiting.shown("Writing", out, lambda: now[0]) as tell:
        tell(0.1)
        assert out.getvalue() == ""
        now[0] = 1.0
        tell(0.5)
        assert out.getvalue() == "\rWriting: 50 %"
        now[0] = 1.01
        tell(0.6)
        assert "60" not in out.getvalue()
    assert out.getvalue().endswith("\r")
    pipe = io.StringIO()
    with waiting.shown("Writing", pipe, lambda: now[0]) as tell:
        now[0] = 9.0
        tell(0.5)
    assert pipe.getvalue() == ""


def test_a_notebook_that_cannot_be_opened_is_what_restoring_is_for(
    logged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["restore", "--home", str(logged / "none")]) == 0
    assert words.BACKUPS_NONE in capsys.readouterr().out
    run(["backup"])
    (logged / "unmuted.db").write_bytes(b"gone wrong" * 1000)
    assert run(["review"]) == 1
    assert "unmuted restore" in capsys.readouterr().err
    kept = next((logged / "backups").glob("kept-*.db")).name
    assert run(["restore", kept]) == 0
    assert "set aside" in capsys.readouterr().out
    assert run(["review", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["entries"]) == 1
