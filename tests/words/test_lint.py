"""The wording rules hold over everything a person reads, and every rule proves itself on its own cases."""

from __future__ import annotations

import random
from typing import Final

import pytest

from guide.model.reading import words
from guide.packs.lints.phrases import LONG_NUMBER, NUMBER, STOP, Index
from guide.packs.lints.prose import ENOUGH, HIGHEST_GRADE, HIGHEST_PIECE, LONG, MOST_WORDS
from guide.packs.lints.wording import MOST_REPORTS, RULES_FILE, rules
from guide.packs.source import read

from .texts import ROOT, document_prose, documents, everything, exercises, module_strings, step_prose

ALL: Final = rules(strangers=True)
OURS: Final = rules(strangers=False)
NAMES: Final = sorted(ALL.by_name)

# What must never lose its rule, whatever else is added.
KEPT: Final = {
    "medicine-instruction", "medicine-by-name", "medicine-management", "just", "blame-for-use", "exclamation", "praise",
    "orders", "verdict", "screening", "interpretation", "promise", "discomfort-as-proof", "credit-as-danger",
    "credit-taken-away", "others", "prevalence", "minding-assumed", "dismissal", "treatment-claim", "watching",
    "telephone", "crisis-contact", "crisis-whom",
}  # fmt: skip


def broken(text: str) -> set[str]:
    """The names of the rules that an English text breaks."""
    return {offence.rule.name for offence in ALL.offences(text)}


def cases(name: str, key: str) -> list[str]:
    """The lines of `must_match` or `must_not` of one rule."""
    tree, faults = read(RULES_FILE.read_bytes())
    assert faults == []
    assert isinstance(tree, dict)
    rule = tree[name]
    assert isinstance(rule, dict)
    return str(rule[key]).splitlines()


def test_the_rules_are_there() -> None:
    assert set(NAMES) >= KEPT
    assert set(NAMES) - set(OURS.by_name) == {"telephone", "crisis-contact", "crisis-whom"}


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_proves_itself(name: str) -> None:
    rule = ALL.by_name[name]
    assert rule.hazard.endswith("."), "a rule says which harm it keeps away"
    assert rule.remedy.endswith("."), "and what to write instead"
    assert len(cases(name, "must_match")) >= (1 if name == "exclamation" else 3)
    assert cases(name, "must_not")
    assert [case for case in cases(name, "must_match") if name not in broken(case)] == []
    assert [case for case in cases(name, "must_not") if name in broken(case)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_found_inside_a_longer_text_and_in_capitals(name: str) -> None:
    for case in cases(name, "must_match"):
        assert name in broken(f"The sun was out that day. {case} The road went on."), case
        assert name in broken(case.upper()), case
        if not ALL.by_name[name].numbers:  # a number is written as it is written
            assert name in broken(case.replace(" ", "  \n ").replace("'", "’")), case


FILLER: Final = {NUMBER: "12", LONG_NUMBER: "1234"}


def written(index: Index, phrase: str, chance: random.Random) -> list[str]:
    """Texts for every form of a phrase, its words drawn by chance."""
    texts = []
    for form in index.write_out(phrase):
        chosen = [chance.choice(sorted(place)) for place in form.places]
        texts.append(" ".join(FILLER.get(word, word) for word in chosen))
    return texts


@pytest.mark.parametrize("name", NAMES)
def test_every_form_of_every_phrase_is_found(name: str) -> None:
    """A phrase is looked for at one of its words alone; a form that lacked that word would never be seen."""
    rule, chance = ALL.by_name[name], random.Random(name)
    for phrase in rule.phrases:
        for text in written(ALL.index, phrase, chance):
            hits = {found for found, _, _ in ALL.index.hits([STOP, "sun", *text.split(), "sun"])}
            assert name in hits, text


def test_no_text_of_ours_offends() -> None:
    found = [
        (place, offence.rule.name, offence.words)
        for place, text in everything()
        for offence in OURS.offences(text)
    ]
    assert found == []


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_document_offends(path: str) -> None:
    paragraphs = document_prose((ROOT / path).read_text("utf-8"))
    assert paragraphs
    found = [
        (offence.rule.name, offence.words, text[:60])
        for text in paragraphs
        for offence in OURS.offences(text)
    ]
    assert found == []


def test_the_prose_of_a_document_is_what_is_ours_to_word() -> None:
    text = (
        "# A title\n\nOne `just` line\nand [a link](just.md).\n\n```\njust code\n```\n\n| `cmd` | just this |\n| a | b |\n"
        "- first\n- second\n<!-- just -->\n"
    )
    assert document_prose(text) == ["A title", "One line and a link.", "a", "b", "first", "second"]


def test_a_step_fits_on_a_screen() -> None:
    long = {
        f"{name}/{step['id']}": len(words(step_prose(step)))
        for name, exercise in exercises().items()
        for step in exercise["steps"]
        if len(words(step_prose(step))) > MOST_WORDS
    }
    assert long == {}
    assert MOST_WORDS == 60


def test_a_paragraph_of_the_program_is_short() -> None:
    assert [place for place, text in module_strings() if len(words(text)) > MOST_WORDS] == []


def test_the_lint_reads_all_of_it() -> None:
    places = [place for place, _ in everything()]
    assert len(exercises()) == 15
    assert any(place.startswith("muted-check.steps") for place in places)
    assert any(place.startswith("notices.") for place in places)
    assert not any(place.startswith(("unsafe.WORDS", "nudges.DISCOUNT_WORDS")) for place in places)
    assert {path.name for path in documents()} >= {"README.md", "CHANGELOG.md", "architecture.md"}


def test_hazards_and_remedies_hold_to_the_rules_themselves() -> None:
    said = [(name, text) for name, rule in ALL.by_name.items() for text in (rule.hazard, rule.remedy)]
    broken_by = [(name, offence.rule.name) for name, text in said for offence in OURS.offences(text)]
    assert [pair for pair in broken_by if pair[0] != pair[1]] == [], "a hazard may name its own harm"
    assert [text for _, text in said if len(words(text)) > 30] == []


def test_the_document_about_wording_tells_every_rule_and_limit() -> None:
    text = (ROOT / "docs" / "wording.md").read_text("utf-8")
    for name, rule in ALL.by_name.items():
        assert f"| `{name}` | {rule.hazard} | {rule.remedy} |" in text
    for limit in (
        f"A step shows {MOST_WORDS} words",
        f"school grade {HIGHEST_GRADE} at most",
        f"at grade {HIGHEST_PIECE}.",
        f"({LONG} words",
        f"fewer than {ENOUGH} such",
        f"After {MOST_REPORTS} reports",
    ):
        assert limit in text


def test_the_document_names_what_is_shown_before_a_pack_is_installed() -> None:
    text = (ROOT / "docs" / "wording.md").read_text("utf-8").split("## Rules for every pack")[0]
    shown = {name for name, rule in ALL.by_name.items() if rule.safety and not rule.refused}
    assert shown == {name for name in ALL.by_name if f"`{name}`" in text}
