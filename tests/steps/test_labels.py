"""How an item reads in one line when some of its fields are empty."""

from __future__ import annotations

import pytest

from guide.steps.items import label_of

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
