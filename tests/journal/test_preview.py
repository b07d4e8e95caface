"""A preview: nothing is kept, the file is followed, and what is wrong is said beside what still stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guide import places
from guide.errors import GuideError
from guide.journal.preview import Preview

PACK = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
exercises:
  - id: first
    title: First
    steps:
      - {id: kind, kind: choice, prompt: Which one, options: {flat: Flat, some: Some}}
      - {id: how, kind: scale, prompt: How much}
"""


def write(folder: Path, text: str) -> Path:
    """Write the pack with a time of its own, so that a change within one tick of the clock is seen."""
    folder.mkdir(exist_ok=True)
    file = folder / "pack.yaml"
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before + 10**9, before + 10**9))
    return folder


def preview(tmp_path: Path, text: str = PACK) -> Preview:
    return Preview(places.find(str(tmp_path / "home"), {}), write(tmp_path / "pack", text))


def test_nothing_is_written_into_the_home_but_the_shelf(tmp_path: Path) -> None:
    shown = preview(tmp_path)
    sitting = shown.journal.begin("mine/first")
    sitting.give("flat")
    sitting.give("7")
    shown.close()
    kept = [one for one in (tmp_path / "home").rglob("*") if one.is_file()]
    assert [one.parent.name for one in kept] == ["shelf"] * len(kept)


def test_a_saved_file_is_read_again_and_an_open_step_follows(tmp_path: Path) -> None:
    shown = preview(tmp_path)
    sitting = shown.journal.begin("mine/first")
    sitting.give("flat")
    assert not shown.look()
    write(tmp_path / "pack", PACK.replace("How much", "How much now"))
    assert shown.look()
    again = shown.again(sitting)
    assert again is not None
    step = again.view().step
    assert step is not None
    assert step["prompt"] == "How much now"
    assert again.walk.answers["kind"].value == "flat"


def test_a_broken_file_is_named_and_the_pack_of_before_stays(tmp_path: Path) -> None:
    shown = preview(tmp_path)
    write(tmp_path / "pack", PACK.replace("kind: scale", "kind: scle"))
    assert shown.look()
    (trouble,) = shown.troubles
    assert not shown.usable
    assert trouble.place == "pack.yaml:11:25"
    assert "Did you mean 'scale'?" in trouble.message
    assert trouble.source[1].index("^") == trouble.source[0].index("scle")
    assert [one.title for one in shown.exercises()] == ["First"]
    write(tmp_path / "pack", PACK)
    assert shown.look()
    assert shown.usable


def test_a_pack_that_is_broken_from_the_start_opens_when_it_is_right(tmp_path: Path) -> None:
    shown = preview(tmp_path, "format: 1\n")
    assert not shown.usable
    assert shown.exercises() == []
    assert shown.title() == "pack"
    write(tmp_path / "pack", PACK)
    assert shown.look()
    assert shown.usable
    assert shown.title() == "Mine"


def test_a_file_that_is_named_and_missing_is_seen_when_it_comes(tmp_path: Path) -> None:
    shown = preview(tmp_path, PACK + "  - second.yaml\n")
    assert not shown.usable
    second = "id: second\ntitle: Second\nsteps: [{id: a, kind: text, text: Hello}]\n"
    (tmp_path / "pack" / "second.yaml").write_text(second, encoding="utf-8")
    assert shown.look()
    assert [one.title for one in shown.exercises()] == ["First", "Second"]


def test_a_vanished_file_is_a_problem_and_no_end(tmp_path: Path) -> None:
    shown = preview(tmp_path)
    (tmp_path / "pack" / "pack.yaml").unlink()
    assert shown.look()
    assert "There is no file" in shown.troubles[0].message


def test_without_a_file_there_is_no_preview(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="There is no file"):
        Preview(places.find(str(tmp_path / "home"), {}), tmp_path / "nowhere")
