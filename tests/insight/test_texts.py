"""Words that have to fit into a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.insight.texts import cells, shortened


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A walk.", "A walk."),
        ("It is slow, and this is there.", "It is slow, and…"),
        ("A dog, a cat, a cow, a goat", "A dog, a cat, a cow…"),
        ("one two three four fiv six", "one two three four…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffah…"),
        ("a\n  b", "a b"),
    ],
)
def test_a_text_is_cut_between_words_and_marked(text: str, said: str) -> None:
    assert shortened(text, 20) == said


@given(st.text(max_size=60), st.integers(min_value=2, max_value=40))
def test_it_is_never_wider_than_the_line(text: str, width: int) -> None:
    found = shortened(text, width)
    assert cells(found) <= width
    assert found == shortened(found, width)
