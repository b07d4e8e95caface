"""Then and now in the person's own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide.insight.credit import Fact, Sentence, credit

from .making import printable, texts

FACTS = [
    Fact(
        "a", "x -> y", {"then": "avoided texts", "now": "answer within a day", "where": "Sam"}, "2026-11-01"
    ),
    Fact("b", "walks", {"now": "kept walking"}),
    Fact("c", "only a label", {}),
]
SENTENCES = [Sentence("s", "I answered.", ["a", "b", "a"]), Sentence("t", "I keep on.", ["a"])]


def test_pairs_show_then_now_where_and_their_sentences() -> None:
    found = credit(FACTS, SENTENCES)
    assert found.rows[0].rows == (
        "Then: avoided texts", "Now: answer within a day", "Where: Sam", "Used in 2 sentences.")  # fmt: skip
    assert found.rows[0].used_in == ("I answered.", "I keep on.")
    assert found.rows[1].rows[-1] == "Used in 1 sentence."
    assert (found.pairs, found.kept_going, found.used) == (1, 2, 2)


def test_a_missing_then_is_said_plainly() -> None:
    row = credit(FACTS).rows[2]
    assert row.rows == (
        "Then: not noted.",
        "Now: only a label",
        "Not in a sentence yet.",
    )


def test_counts_in_words() -> None:
    assert credit(FACTS).words == ("1 change with a then and a now and 2 facts without a then.",)
    assert credit(FACTS[:1]).words == ("1 change with a then and a now.",)
    assert credit([]).words == ("Nothing kept here yet.",)


facts = st.builds(
    Fact,
    texts,
    texts,
    st.dictionaries(st.sampled_from(["then", "now", "where"]), st.one_of(st.none(), texts)),
    texts,
)


@given(st.lists(facts, max_size=9), st.lists(st.builds(Sentence, texts, texts, st.lists(texts)), max_size=5))
def test_no_facts_break_it(kept: list[Fact], said: list[Sentence]) -> None:
    found = credit(kept, said)
    assert found.pairs + found.kept_going == len(kept)
    assert all(printable(row) for one in found.rows for row in one.rows)
