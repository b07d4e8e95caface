"""How an item reads in one line when some of its fields are empty."""

from __future__ import annotations

import pytest

from guide.journal.shown import nudge_for
from guide.steps import KINDS
from guide.steps.base import GIVEN, Answer
from guide.steps.items import label_of
from guide.steps.sentence import fill_frame
from guide.words.nudges import QUESTIONS

CONTACT, MEDICINE = "{name}, {how} ({for})", "{what} {dose}, {change}"


@pytest.mark.parametrize(
    ("template", "fields", "reads"),
    [
        (CONTACT, {"name": "Ana", "how": "knock", "for": "tea"}, "Ana, knock (tea)"),
        (CONTACT, {"name": "Ana", "how": "knock"}, "Ana, knock"),
        (CONTACT, {"name": "Ana", "for": "tea"}, "Ana (tea)"),
        (CONTACT, {"how": "knock", "for": "tea"}, "knock (tea)"),
        (CONTACT, {"name": "Ana"}, "Ana"),
        (MEDICINE, {"what": "a tablet", "change": "up"}, "a tablet, up"),
        (MEDICINE, {"what": "a tablet", "dose": "50 mg"}, "a tablet 50 mg"),
        ("{then} -> {now}", {"then": "hid", "now": "ring"}, "hid -> ring"),
        ("{then} -> {now}", {"now": "ring"}, "ring"),
        ("«{a}» {b} ({c}).", {"a": "x", "b": "y"}, "«x» y."),
        ("{a}", {}, ""),
    ],
)
def test_an_empty_field_goes_with_what_joins_it(template: str, fields: dict[str, str], reads: str) -> None:
    assert label_of(template, fields) == reads


def test_braces_in_an_answer_are_left_alone() -> None:
    assert label_of("{a}, {b}", {"a": "{b}", "b": "x"}) == "{b}, x"


@pytest.mark.parametrize(
    ("fields", "reads"),
    [
        ({"cue": "if my mother rings", "action": "I let it ring"}, "If my mother rings, then I let it ring"),
        ({"cue": "If it rains", "action": "then I stay in"}, "If it rains, then I stay in"),
        ({"cue": "it rains", "action": "i stay in"}, "If it rains, then I stay in"),
        ({"cue": "it rains", "action": "I'll stay in"}, "If it rains, then I'll stay in"),
        ({"cue": "iffy weather comes", "action": "Irene"}, "If iffy weather comes, then I Irene"),
        ({"cue": "if", "action": "I"}, "If if, then I I"),
    ],
)
def test_a_word_that_the_label_says_is_not_said_twice(fields: dict[str, str], reads: str) -> None:
    assert label_of("If {cue}, then I {action}", fields) == reads


@pytest.mark.parametrize("action", ["ask for the form", "I ask for the form"])
def test_a_plan_reads_as_its_collection_words_it(action: str) -> None:
    frozen = {"kind": "plan", "home": {"label": "If {cue}, then I {action}"}}
    answer = Answer(GIVEN, [{"item": "x", "fields": {"cue": "the clinic rings", "action": action}}])
    assert KINDS["plan"].words(frozen, answer) == "If the clinic rings, then I ask for the form"
    frozen["home"]["label"] = "{name}"  # type: ignore[index]
    assert KINDS["plan"].words(frozen, answer) == f"If the clinic rings, then {action}"


@pytest.mark.parametrize(
    ("fact", "reads"),
    [("I rang", "Even so I rang."), ("i rang", "Even so I rang."), ("Rang", "Even so I rang.")],
)
def test_a_frame_says_i_once(fact: str, reads: str) -> None:
    assert fill_frame("Even so I {now}.", {"now": fact}) == reads


@pytest.mark.parametrize(("prompt", "asks"), [("Now I", False), ("Now I …", False), ("Now", True)])
def test_nobody_is_told_to_begin_with_i_where_the_question_ends_in_it(prompt: str, asks: bool) -> None:
    part = {"kind": "short", "prompt": prompt, "nudge": "concrete"}
    found = nudge_for({"record": {"now": part}}, "now", "up before nine on Monday", {})
    assert (found == QUESTIONS["C1"]) is asks
