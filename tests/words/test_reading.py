"""Reading grade: the formula on a known sentence, the syllable rule on known words, and every exercise."""

from __future__ import annotations

import pytest

from .reading import grade, sentences, syllables, words
from .texts import MODULES, exercises, module_strings, running_text

HIGHEST = 8.0

# Counted by ear.
KNOWN = {
    "flat": 1, "muted": 2, "feelings": 2, "medicine": 3, "prescribes": 2, "pharmacist": 3, "sentence": 2,
    "whatever": 3, "discomfort": 3, "something": 2, "people": 2, "little": 2, "noticed": 2, "changes": 2,
    "depression": 3, "idea": 3, "music": 2, "carried": 2, "wanted": 2, "asked": 1, "makes": 1, "quiet": 2,
    "uncomfortable": 5, "believable": 4, "exercise": 3, "strongest": 2, "anyone": 3, "themselves": 2,
}  # fmt: skip


def test_the_formula_gives_the_published_grade() -> None:
    # 24 syllables in 13 words: 11.3, the worked example of the Flesch-Kincaid article on Wikipedia.
    assert pytest.approx(11.3, abs=0.05) == 0.39 * 13 + 11.8 * 24 / 13 - 15.59
    text = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert len(words(text)) == 13
    assert sentences(text) == 1
    assert grade(text) == pytest.approx(11.3, abs=1.0)


def test_syllables_are_near_what_is_spoken() -> None:
    wrong = {word: (syllables(word), spoken) for word, spoken in KNOWN.items() if syllables(word) != spoken}
    assert len(wrong) <= 2, wrong
    assert all(abs(counted - spoken) == 1 for counted, spoken in wrong.values())


def test_easy_and_hard_prose_are_told_apart() -> None:
    assert grade("The cat sat on the mat. It was warm. I fed the cat.") < 2
    hard = "Psychopharmacological interventions occasionally necessitate multidisciplinary reconsideration."
    assert grade(hard) > 16


def test_a_text_without_words_has_no_grade() -> None:
    with pytest.raises(ValueError, match="no reading grade"):
        grade("...")


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
