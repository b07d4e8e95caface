"""A typed number chooses the row of that place, and nothing else does."""

from __future__ import annotations

import pytest

from guide.plain.numbered import place_in


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("1", 1),
        (" 10 ", 10),
        ("007", 7),
        ("0", 0),
        ("11", 0),
        ("", 0),
        ("x", 0),
        ("-1", 0),
        ("1.5", 0),
        ("²", 0),
        ("٣", 0),
    ],
)
def test_a_number_names_a_row_that_is_there(text: str, place: int) -> None:
    assert place_in(text, 10) == place


def test_a_long_number_is_not_cut_to_one_that_is_there() -> None:
    assert place_in("10000", 2000) == 0
    assert place_in("9" * 5000, 10**9) == 0
