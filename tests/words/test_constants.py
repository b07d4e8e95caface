"""The modules of words hold constants only, know no exercise, and their lists are in order."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from guide.words import first, nudges, unsafe

from .texts import MODULES, ROOT, WORDS, exercises, module_strings

CONSTANT = (ast.ImportFrom, ast.AnnAssign, ast.Assign, ast.Expr)


def split(node: ast.AST) -> bool:
    """Whether a node is one of the two calls that make a word list: `frozenset(...)` and `.split()`."""
    call = node.func if isinstance(node, ast.Call) else None
    return (isinstance(call, ast.Name) and call.id == "frozenset") or (
        isinstance(call, ast.Attribute) and call.attr == "split"
    )


@pytest.mark.parametrize("name", MODULES)
def test_a_module_of_words_holds_constants_only(name: str) -> None:
    tree = ast.parse((WORDS / f"{name}.py").read_text("utf-8"))
    assert ast.get_docstring(tree)
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported == {"__future__", "typing"}
    assert not any(isinstance(node, ast.Import | ast.Call) for node in ast.walk(tree) if not split(node))
    others = [node for node in tree.body if not isinstance(node, (*CONSTANT, ast.If))]
    assert others == []


def test_the_page_for_a_crisis_imports_nothing() -> None:
    code = "import sys; import guide.words.help_now, guide.words.notices; print('typing' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_no_module_names_an_exercise() -> None:
    for name in MODULES:
        source = (WORDS / f"{name}.py").read_text("utf-8")
        assert [
            exercise for exercise in exercises() if re.search(rf"\b{exercise}\b", source) and "-" in exercise
        ] == []


def test_nothing_a_person_reads_is_empty_or_untidy() -> None:
    joins = (
        "home.SAVED_JOIN", "progress.", "stepping.BETWEEN", "stepping.ENDS_BETWEEN", "stepping.BOX_",
        "stepping.LINE_LEAD", "walks.",
    )  # fmt: skip
    untidy = [
        place for place, text in module_strings() if text != text.strip() and not place.startswith(joins)
    ]
    assert untidy == []
    assert [place for place, text in module_strings() if not text] == []


def test_slots_are_plain_names() -> None:
    for place, text in module_strings():
        assert re.sub(r"\{[a-z_]+\}", "", text).count("{") == 0, place


def test_the_first_card_says_what_it_has_to() -> None:
    card = " ".join(first.CARD)
    for promise in ("adults", "not treatment", "cannot notice danger", "bipolar", "psychosis"):
        assert promise in card
    assert first.CARD_HELP.format(help_key="F2") == "F2: people to call, at any time."


def normal(text: str) -> str:
    """As the docstring of `unsafe` says."""
    return re.sub(r"\s+", " ", text.lower().replace("’", "'"))


def found(text: str) -> bool:
    return any(re.search(rf"\b{re.escape(phrase)}", normal(text)) for phrase in unsafe.WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "Then: I wanted to die. Now: I ring my sister.",
        "I don’t want to live like this",
        "i dont want to be here",
        "Suicidal thoughts in spring",
        "SELF-HARM, years ago",
        "I keep thinking\nabout dying",
        "they'd be better off without me",
        "took all my tablets once",
    ],
)
def test_words_of_self_harm_are_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "My phone died on the train.",
        "I started a diet.",
        "I could not go to the meeting.",
        "The deadline was hard.",
        "I ended my call with Sam",
        "I cut the grass myself",
        "I hurt my knee",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert not found(text)


def test_the_phrases_can_match_at_all() -> None:
    assert len(set(unsafe.WORDS)) == len(unsafe.WORDS)
    assert [phrase for phrase in unsafe.WORDS if normal(phrase) != phrase or phrase != phrase.strip()] == []


def test_the_checks_are_nine() -> None:
    assert list(nudges.QUESTIONS) == list(nudges.NAMES) == [f"C{n}" for n in range(1, 10)]
    assert all("?" in text for text in nudges.QUESTIONS.values())


@pytest.mark.parametrize(
    "words",
    [
        nudges.FIRST_PERSON,
        nudges.ACT_VERBS,
        nudges.STATE_VERBS,
        nudges.STATE_ADJECTIVES,
        nudges.CONTRAST_WORDS,
        nudges.FREQUENCY_WORDS,
        nudges.SITUATION_WORDS,
        nudges.ABSENCE_WORDS,
        nudges.TRAIT_WORDS,
        nudges.DISCOUNT_WORDS,
    ],
)
def test_the_word_lists_are_lower_case(words: frozenset[str] | tuple[str, ...]) -> None:
    assert len(set(words)) == len(words) > 0
    assert all(word == word.lower().strip() for word in words)


def test_an_act_is_no_state() -> None:
    assert not nudges.ACT_VERBS & (nudges.STATE_VERBS | nudges.STATE_ADJECTIVES)
