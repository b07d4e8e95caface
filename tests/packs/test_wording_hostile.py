"""Texts and packs made to cost time or to flood the report, and how a phrase is looked for so that they cannot."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from guide.packs.lints.phrases import Index, tokens_of
from guide.packs.lints.wording import MOST_REPORTS, lint, rules
from guide.steps.problems import Problems


def reported(texts: list[str]) -> list[str]:
    """What the lint says about a pack of these texts."""
    steps = [{"id": f"s{n}", "kind": "text", "text": text} for n, text in enumerate(texts)]
    problems = Problems()
    lint({"exercises": [{"id": "a", "steps": steps}]}, problems, built_in=False)
    return [one.message for one in problems.found]


def test_a_flood_of_offences_ends_with_one_sentence() -> None:
    found = reported(["Just so."] * 5_000)
    assert len(found) == MOST_REPORTS + 1
    assert found[-1].startswith(f"After {MOST_REPORTS} reports on wording")


def test_a_pack_made_to_cost_time_is_given_up_with_a_sentence() -> None:
    def many(text: str) -> list[str]:
        return [f"{text} w{number}" for number in range(300)]

    assert reported(many("depression scores day medicine illness people " * 43)) == [
        "There is too much here to look at the wording of all of it. Split the pack to have it all read."
    ]
    assert reported(many("just now " * 222)) == reported(many("medicine. stop. " * 125))
    assert len(reported(many("just now " * 222))) == 1


def test_a_text_that_passed_is_not_looked_at_again() -> None:
    assert reported(["depression scores day medicine illness people " * 43] * 300) == []
    assert len(reported(["Please skip your tablets today."] * 3)) == 3, "one that offends is named everywhere"


HOSTILE = {
    "one word": "a" * 2000,
    "spaces": "you " + " " * 1900 + "x",
    "near misses": "you really always also never ought " * 57,
    "anchors": "depression scores day medicine illness people " * 43,
    "fine": "just now " * 222,
    "medicine and stops": "medicine. stop. " * 125,
    "digits": "0" * 2000,
    "almost a number": "0 0-0 (0) " * 200,
    "plus": "+1" * 1000,
    "brackets": "(" * 2000,
    "marks": "!?.," * 500,
    "apostrophes": "n't'" * 500,
    "capital sharp s": "İẞ" * 1000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_length_of_a_text_and_not_faster(name: str) -> None:
    """Twice the text, about twice the looks: nothing is tried again and again."""

    def looks(text: str) -> int:
        held, count = rules(strangers=True), 0
        before = held.index.looks
        for english in (True, False):
            count += len(list(held.offences(text, english=english)))
        return held.index.looks - before + count

    one, two, four = (looks(HOSTILE[name] * times) for times in (1, 2, 4))
    assert two <= 2.2 * one + 100
    assert four <= 4.4 * one + 200
    assert one <= 40 * len(tokens_of(HOSTILE[name]))


def test_patterns_for_numbers_repeat_single_characters_with_a_limit() -> None:
    """What else a pattern may not do: repeat without an end, or repeat what repeats something itself."""
    parse = __import__("re._parser" if sys.version_info >= (3, 11) else "sre_parse", fromlist=["parse"]).parse

    def repeats(tree: Any, inside: bool = False) -> Iterator[tuple[int, bool]]:
        for name, value in tree:
            here = str(name) in ("MAX_REPEAT", "MIN_REPEAT")
            if here:
                yield int(value[1]), inside
            for part in value if isinstance(value, (tuple, list)) else ():
                for inner in part if isinstance(part, list) else (part,):
                    if hasattr(inner, "data"):
                        yield from repeats(inner, inside or (here and int(value[1]) > 1))

    for rule in rules(strangers=True).by_name.values():
        for pattern in rule.numbers:
            for most, inside in repeats(parse(pattern.pattern)):
                assert most <= 30, pattern.pattern
                assert not inside or most == 1, pattern.pattern


def test_a_phrase_is_looked_for_at_its_rarest_word() -> None:
    index = Index({"SET": frozenset(["alpha", "beta"])})
    index.add("x", "the (very) rare|seldom thing of SET (,) NUMBER")
    for text in ("The rare thing of alpha 3", "the very seldom thing of beta, 12 more"):
        assert [name for name, _, _ in index.hits(tokens_of(text))] == ["x"]
    for text in (
        "the rare thing of gamma 3",
        "the rare. Thing of alpha 3",
        "rare thing of alpha",
        "the the the",
    ):
        assert list(index.hits(tokens_of(text))) == []
    assert all(
        form.places[form.anchor] <= {"thing"} for form in index.write_out("the (very) rare|seldom thing")
    )


def test_tokens_keep_what_parts_two_thoughts() -> None:
    assert tokens_of("Don’t stop: it's 3,5 %! OK?")[1:-1] == [
        "do", "not", "stop", ".", "it", "s", "3", ",", "5", "%", "!", "ok", "."
    ]  # fmt: skip
    assert all(one != two or one != "." for one, two in pairwise(tokens_of("a b c")))
