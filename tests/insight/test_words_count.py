"""Words counted exactly as they were given."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide.insight.words_count import MOST, Said, same, words_count
from tests.insight.making import day, days, printable, texts


def said(*words: str) -> list[Said]:
    return [Said(word, day(on)) for on, word in enumerate(words)]


def test_the_same_but_for_capitals_and_spaces_counts_together_as_written_last() -> None:
    shown = words_count(said("Heavy", "light", " heavy ", "cotton  wool"), today=day(0))
    assert [(row.text, row.times) for row in shown.rows] == [("heavy", 2), ("cotton wool", 1), ("light", 1)]
    assert [row.words for row in shown.rows] == [
        '"heavy": 2 times, the latest on 3 Oct',
        '"cotton wool": once, on 4 Oct',
        '"light": once, on 2 Oct',
    ]
    assert shown.words == ("4 answers, 3 different.",)


def test_an_accent_typed_in_two_ways_is_one_word() -> None:
    assert same("Caf\u00e9") == same("cafe\u0301")
    assert words_count(said("Straße", "STRASSE")).words == ("2 answers, all the same.",)


def test_the_list_is_capped_and_says_how_many_more() -> None:
    shown = words_count(said(*(f"word {n}" for n in range(20))))
    assert (len(shown.rows), shown.more, shown.different) == (MOST, 20 - MOST, 20)
    assert shown.rows[0].text == "word 19"  # the newest first among equals


def test_a_long_word_is_cut_in_its_row_only() -> None:
    row = words_count(said("x" * 400)).rows[0]
    assert len(row.text) == 400 and "…" in row.words and len(row.words) < 160


def test_nothing_and_one() -> None:
    assert words_count([]).words == ("No words noted in this time.",)
    assert words_count(said("flat")).words == ("1 answer.",)
    assert words_count([Said("flat", "soon"), Said("  ", day(1))]).times == 0


@given(st.lists(st.builds(Said, text=texts, day=st.one_of(days, texts)), max_size=40), st.integers(0, 20))
def test_counts_add_up(given_words: list[Said], most: int) -> None:
    shown = words_count(given_words, most)
    whole = words_count(given_words, 1000)
    assert sum(row.times for row in whole.rows) == whole.times == shown.times
    assert len(shown.rows) + shown.more == shown.different == len(whole.rows)
    assert [row.times for row in whole.rows] == sorted((row.times for row in whole.rows), reverse=True)
    assert all(printable(row.words) for row in whole.rows)
