"""The preview in lines: problems, the list, an exercise, and nothing that is kept."""

from __future__ import annotations

import io
from pathlib import Path

from guide import places
from guide.journal.preview import Preview
from guide.plain import preview as plain
from guide.plain.console import Console
from tests.journal.test_preview import PACK, write

from .talking import Typist


def talked(tmp_path: Path, lines: list[str], text: str = PACK, exercise: str = "") -> tuple[int, str]:
    made = Preview(places.find(str(tmp_path / "home"), {}), write(tmp_path / "pack", text))
    out = io.StringIO()
    code = plain.run(made, Console(Typist(lines, out), out, interactive=False), exercise)  # type: ignore[arg-type]
    made.close()
    return code, out.getvalue()


def test_an_exercise_is_chosen_and_played(tmp_path: Path) -> None:
    code, said = talked(tmp_path, ["1", "1", "7", "", "quit"])
    assert code == 0
    assert "Preview: Mine" in said
    assert "Which one" in said
    assert "Saved" in said
    assert "Nothing was kept." in said


def test_a_named_exercise_begins_at_once(tmp_path: Path) -> None:
    code, said = talked(tmp_path, ["1", "7", ""], exercise="first")
    assert code == 0
    assert said.index("Which one") < said.index("Saved")


def test_a_broken_pack_is_said_and_ends_with_one(tmp_path: Path) -> None:
    code, said = talked(tmp_path, [], PACK.replace("kind: scale", "kind: scle"))
    assert code == 1
    assert "pack.yaml:11:25: The step kind 'scle' does not exist." in said


def test_a_number_that_is_not_there_is_said(tmp_path: Path) -> None:
    code, said = talked(tmp_path, ["9", "x", "quit"])
    assert code == 0
    assert said.count("Please give the number of an exercise.") == 2
