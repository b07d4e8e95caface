"""Piping fills once, languages fall back, and nudges are questions that never refuse a plain fact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model.nudges import checks, question
from guide.model.piping import CAP, fill, resolve
from guide.words.nudges import QUESTIONS


def test_an_answer_is_filled_in_once_and_never_scanned_again() -> None:
    answers = {"a": "{b} and {a}", "b": "no"}
    assert fill("It was {a}, {b}, {c}.", answers.get) == "It was {b} and {a}, no, …."
    assert fill("{item}: {a}", {"item": "x", "a": "y"}.get) == "{item}: y", "a kind fills this one by itself"


def test_a_long_answer_is_cut_and_lines_become_one() -> None:
    assert fill("{a}", {"a": "x\ny  z"}.get) == "x y z"
    assert len(fill("{a}", {"a": "x" * 5000}.get)) == CAP


def test_texts_fall_back_to_another_language() -> None:
    text = {"prompt": {"@": {"en": "Hello", "es": "Hola"}}, "options": {"a": {"text": "A"}}}
    assert resolve(text, ("es-MX", "es", "en"))["prompt"] == "Hola"
    assert resolve(text, ("de", "en"))["prompt"] == "Hello"
    assert resolve(text, ("de",))["prompt"] == "Hello"


# Sentences of our own, of the same shape as the article's three examples; the checks must let each pass.
SHAPES = [
    ("I answer messages from my sister the same day instead of leaving them for a month.", set[str]()),
    ("I question the worst-case thought instead of taking it as a fact.", {"C4"}),
    ("I sit through the team call without leaving the room.", {"C4", "C6"}),
]


@pytest.mark.parametrize(("words", "allowed"), SHAPES)
def test_plain_facts_of_the_known_shapes_meet_at_most_the_allowed_question(
    words: str, allowed: set[str]
) -> None:
    asked = question(words)
    assert asked in {"", *(QUESTIONS[name] for name in allowed)}


@pytest.mark.parametrize(
    ("words", "check"),
    [
        ("better", "C9"),
        ("I am much stronger than I was", "C7"),
        ("I feel calm most of these days", "C2"),
        ("I was just lucky that I answered her", "C8"),
        ("I am not in bed at noon any more", "C6"),
    ],
)
def test_each_check_finds_its_own_case(words: str, check: str) -> None:
    assert check in checks(words)


def test_a_check_can_be_turned_off_and_only_one_question_is_asked() -> None:
    assert question("better") == QUESTIONS["C9"]
    assert question("better", off=frozenset({"C9"})) == ""


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_words_get_one_question_or_none(words: str, other: str) -> None:
    assert question(words, other=other) in {"", *QUESTIONS.values()}
