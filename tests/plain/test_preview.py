"""The preview in lines: problems, the list, an exercise, and nothing that is kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from guide import places
from guide.journal.preview import Preview
from guide.plain import preview as plain
from guide.plain.console import Console
from guide.words import help_now, home, notices, preview
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
    assert "Done. Nothing is kept here." in said and "Saved" not in said
    assert "Nothing was kept." in said


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["1", "pause", "quit"], preview.PAUSED),
        (["1", "stop", "quit"], preview.STOPPED),
        (["1"], preview.END),
        (["1", "help", "pause", "quit"], help_now.HEAD_PREVIEW[1]),
        (["help", "quit"], help_now.HEAD_PREVIEW[1]),
        (["1", "x", "y", "z"], preview.ASKED_THREE_TIMES),
    ],
)
def test_nothing_is_called_kept_where_nothing_is(tmp_path: Path, lines: list[str], text: str) -> None:
    said = " ".join(talked(tmp_path, lines)[1].split())
    assert text in said
    for false in (notices.PAUSED, home.STOPPED, "Saved", "What you wrote is kept", "before it is kept"):
        assert false not in said


def test_the_answer_to_words_of_danger_is_true_in_a_preview(tmp_path: Path) -> None:
    pack = PACK.replace("kind: scale", "kind: short").replace(", track: level", "")
    said = " ".join(talked(tmp_path, ["1", "1", "I wanted to die", "", "quit"], pack)[1].split())
    assert preview.UNSAFE_THEN in said and "What you wrote is kept" not in said


def test_a_named_exercise_begins_at_once(tmp_path: Path) -> None:
    code, said = talked(tmp_path, ["1", "7", ""], exercise="first")
    assert code == 0
    assert said.index("Which one") < said.index("Done.")


def test_a_broken_pack_is_said_and_ends_with_one(tmp_path: Path) -> None:
    code, said = talked(tmp_path, [], PACK.replace("kind: scale", "kind: scle"))
    assert code == 1
    assert "pack.yaml:11:25: The step kind 'scle' does not exist." in said


def test_a_number_that_is_not_there_is_said(tmp_path: Path) -> None:
    code, said = talked(tmp_path, ["9", "x", "quit"])
    assert code == 0
    assert said.count("Please give the number of an exercise.") == 2
