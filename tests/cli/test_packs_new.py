"""`unmuted packs new` and `unmuted packs schema`, as they are typed."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from guide.cli import run
from guide.packs import schema


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "work"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def test_a_new_pack_says_what_was_written_and_what_comes_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "new", "my-pack"]) == 0
    said = capsys.readouterr().out
    assert "Written in my-pack:" in said
    for name in ("pack.yaml", "small-walk.yaml", "pack.schema.json"):
        assert name in said and (Path("my-pack") / name).is_file()
    for action in ("check", "preview", "walk"):
        assert f"unmuted packs {action} my-pack" in said
    assert run(["packs", "check", "--strict", "my-pack"]) == 0


def test_the_folder_can_be_named_and_is_quoted_in_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "new", "my-pack", "deep/a folder"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if "packs check" in line)
    assert "deep/a folder" in shlex.split(line)
    assert run(["packs", "check", "--strict", "deep/a folder"]) == 0


def test_the_second_time_it_is_refused_and_nothing_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "new", "my-pack"]) == 0
    Path("my-pack/pack.yaml").write_text("mine", encoding="utf-8")
    capsys.readouterr()
    assert run(["packs", "new", "my-pack"]) == 1
    said = capsys.readouterr()
    assert said.out == "" and "nothing is written over" in said.err and "new or empty" in said.err
    assert Path("my-pack/pack.yaml").read_text(encoding="utf-8") == "mine"


def test_a_bad_id_is_a_usage_error_with_the_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "new", "My Pack!"]) == 2
    said = capsys.readouterr().err
    assert "single hyphens" in said and "unmuted packs new my-pack" in said
    assert list(Path().iterdir()) == []


def test_an_id_that_is_taken_is_a_warning_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "new", "my-pack"]) == 0
    assert run(["packs", "new", "my-pack", "mine", "--pack", "my-pack"]) == 0
    assert "'my-pack' is there already" in capsys.readouterr().out
    assert Path("mine/pack.yaml").is_file()


def test_the_id_of_the_program_s_own_pack_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "new", "core", "mine"]) == 2
    said = capsys.readouterr().err
    assert "'core' is the pack that comes with the program" in said and "packs new my-core" in said
    assert not Path("mine").exists()


def test_it_can_be_played_at_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    run(["packs", "new", "my-pack"])
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n6\na cat\n\n"))
    assert run(["do", "my-pack/small-walk", "--plain", "--pack", "my-pack"]) == 0
    assert "Your choice today: Down the street and back." in capsys.readouterr().out


def test_a_wrong_name_leads_to_the_list_that_holds_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    run(["packs", "new", "my-pack", "a folder"])
    assert run(["do", "my-pack/outside", "--plain", "--pack", "a folder"]) == 1
    assert "`unmuted list --pack 'a folder'` shows all of them." in capsys.readouterr().err
    assert run(["list", "--pack", "a folder"]) == 0
    assert "my-pack/small-walk" in capsys.readouterr().out
    assert run(["do", "outside", "--plain"]) == 1
    assert "`unmuted list` shows all of them." in capsys.readouterr().err


def test_the_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "schema"]) == 0
    said = capsys.readouterr().out
    assert json.loads(said) == schema.schema()
    assert said == schema.text()


def test_the_schema_is_written_over_an_older_one_and_over_nothing_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["packs", "schema", "-o", "pack.schema.json"]) == 0
    assert schema.COMMENT in capsys.readouterr().out
    old = Path("pack.schema.json").read_text(encoding="utf-8")
    Path("pack.schema.json").write_text(old.replace('"format"', '"older"'), encoding="utf-8")
    assert run(["packs", "schema", "-o", "pack.schema.json"]) == 0
    assert Path("pack.schema.json").read_text(encoding="utf-8") == old
    Path("pack.yaml").write_text("format: 1\n", encoding="utf-8")
    assert run(["packs", "schema", "-o", "pack.yaml"]) == 1
    assert Path("pack.yaml").read_text(encoding="utf-8") == "format: 1\n"
    assert "left as it is" in capsys.readouterr().err


def test_a_schema_that_cannot_be_written_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "schema", "-o", "no/such/folder/pack.schema.json"]) == 1
    assert "could not be written" in capsys.readouterr().err
