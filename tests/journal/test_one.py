"""Show me one: the facts come round in turn, the one left alone longest first."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal.journal import Journal
from guide.journal.one import one, several
from guide.store import derived
from tests.journal.making import Clock, a_round, a_sentence, journal, play


@pytest.fixture
def opened(tmp_path: Path) -> Journal:
    return journal(tmp_path, Clock())


def facts(opened: Journal, *words: str) -> None:
    play(opened.begin("then-now"), {"anything": "yes", "changes": [{"now": one} for one in words]})


def test_without_facts_it_says_what_makes_some(opened: Journal) -> None:
    assert one(opened) == "There is no fact of yours here yet. In “Then and now” you write some down."
    assert not several(opened)


def test_they_come_round_in_the_order_in_which_they_were_written(opened: Journal) -> None:
    facts(opened, "rang Ann", "fed the cat", "went out")
    assert [one(opened) for _ in range(4)] == ["rang Ann", "fed the cat", "went out", "rang Ann"]
    assert several(opened)


def test_they_go_on_where_they_were_after_a_new_start(tmp_path: Path) -> None:
    clock = Clock()
    first = journal(tmp_path, clock)
    facts(first, "rang Ann", "fed the cat")
    assert one(first) == "rang Ann"
    first.close()
    assert one(journal(tmp_path, clock)) == "fed the cat"


def test_one_that_is_gone_meanwhile_does_not_stop_it(opened: Journal) -> None:
    facts(opened, "rang Ann", "fed the cat")
    assert one(opened) == "rang Ann"
    derived.archive(opened.store, opened.facts()[0].id)
    assert one(opened) == "fed the cat" == one(opened)


def test_one_that_was_used_in_a_sentence_is_shown_all_the_same(opened: Journal) -> None:
    a_sentence(opened, "ring Ann on Sundays")
    a_round(opened, 3, 2)
    assert one(opened) == "ring Ann on Sundays"
