"""Every exercise and every module of words reads easily (the formula itself: `tests/model/test_reading.py`)."""

from __future__ import annotations

import pytest

from guide.model.reading import grade, words
from guide.packs.lints.prose import HIGHEST_GRADE, HIGHEST_PIECE

from .texts import MODULES, exercises, module_strings, running_text

HIGHEST = 8.0


def test_the_lint_asks_as_much_as_we_do() -> None:
    assert (HIGHEST_GRADE, HIGHEST_PIECE) == (HIGHEST, HIGHEST + 2)


@pytest.mark.parametrize("name", sorted(exercises()))
def test_an_exercise_reads_easily(name: str) -> None:
    assert grade(running_text(exercises()[name])) <= HIGHEST


@pytest.mark.parametrize("name", sorted(exercises()))
def test_no_piece_of_an_exercise_is_hard(name: str) -> None:
    exercise = exercises()[name]
    pieces = [exercise["why"], *(step["text"] for step in exercise["steps"] if "text" in step)]
    assert {piece: grade(piece) for piece in pieces if grade(piece) > HIGHEST + 2} == {}


@pytest.mark.parametrize("module", MODULES)
def test_the_words_of_the_program_read_easily(module: str) -> None:
    prose = [
        text for place, text in module_strings() if place.startswith(f"{module}.") and len(words(text)) >= 6
    ]
    # The titles of works in the source lists are not ours.
    ours = [text for text in prose if "NG222" not in text and "Medication Guide" not in text]
    assert ours
    assert grade(" ".join(text if text.endswith((".", "?")) else text + "." for text in ours)) <= HIGHEST
