"""The five exercises and the home screen, word for word as they are read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from guide.clean import clean
from guide.plain.wrap import WIDTH

from .golden_runs import DESK, FOLDER, NAMES, transcript, typed


@pytest.mark.parametrize("name", NAMES)
def test_the_conversation_is_as_it_was_read_aloud(tmp_path: Path, name: str) -> None:
    """When a wording changed on purpose: `python -m tests.plain.golden_runs`, and read what changed."""
    assert transcript(name, tmp_path) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_every_exercise_has_its_transcript(tmp_path: Path) -> None:
    from guide.journal.library import Library
    from guide.places import find

    library = Library(find(str(tmp_path), {}))
    assert {one.data["id"] for one in library.exercises()} | {DESK} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_transcript_is_calm(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert text == clean(text)
    assert "!" not in text
    assert "\t" not in text
    assert "\n\n\n" not in text
    assert [
        line for line in text.split("\n") if cell_len(line) > WIDTH and not line.startswith(("> ", "["))
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_typed_line_was_asked_for(name: str) -> None:
    """No line is left over: each stands behind a prompt."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    prompts = [
        line.partition("> ")[2].rstrip() for line in text.split("\n") if line.startswith(("> ", "[", ">"))
    ]
    wanted = [line.strip() for line in typed(name)]
    assert [line for line in wanted if line] == [line for line in prompts if line and line in wanted]
