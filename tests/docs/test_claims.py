"""The patterns that know a claim: what they find, what they leave alone, and the few sentences they are wrong about."""

from __future__ import annotations

import pytest

from tests.words.texts import CORE

from .claims import NO_CLAIMS, PATTERNS, claims, kinds, read, sentences, words_texts

PACK = read(CORE)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Studies show that this works.", "study"),
        ("Research is clear about it.", "study"),
        ("It has been tested in a trial of many.", "study"),
        ("One in three people with depression cringe.", "people"),
        ("About 40 % of them feel flat.", "people"),
        ("Most people find it easier in a week.", "people"),
        ("46 of 100 said so.", "people"),
        ("The cringe usually fades.", "frequency"),
        ("This tends to pass.", "frequency"),
        ("It is common after a change.", "frequency"),
        ("Saying it helps.", "effect"),
        ("That can be withdrawal.", "effect"),
        ("Writing it down can make change stick.", "effect"),
        ("Your brain learns from it.", "effect"),
        ("It will help you on a bad day.", "effect"),
        ("That proves the sentence.", "shows"),
        ("It does not show that you are ill.", "shows"),
        ("That is our own idea.", "ours"),
        ("Some signs need a call.", "safety"),
    ],
)
def test_a_claim_is_known_by_its_words(sentence: str, kind: str) -> None:
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kept.",
        'Pick one to three, or write a new one that can follow "I".',
        "You need not feel anything.",
        "One of these can become a sentence, with room for doubt.",
        "The medicine's part and other people's part stay.",
        "F2 shows people to call.",
        "Nothing here has to be finished.",
    ],
)
def test_what_claims_nothing_is_left_alone(sentence: str) -> None:
    assert kinds(sentence) == set()


def test_the_exceptions_are_few_and_needed() -> None:
    said = {one for _, text in [*PACK.texts(), *words_texts()] for one in sentences(text)}
    assert said >= NO_CLAIMS, NO_CLAIMS - said
    assert [one for one in NO_CLAIMS if not kinds(one)] == []
    assert len(NO_CLAIMS) <= 28


def test_every_kind_of_claim_occurs() -> None:
    found = [*claims(PACK.texts()), *claims(words_texts())]
    assert set(PATTERNS) == set().union(*(kinds(spot.sentence) for spot in found))
