"""What next names every rule in its order, every number the rules stand on, and the sentences they give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import ModuleType
from typing import Final

import pytest

from guide.insight import coming_back, low_mood, rules, upkeep
from guide.journal.journal import OLD_DRAFT_DAYS
from guide.words import home

from .blocks import DOCS, codes, sections, tables

TEXT: Final = (DOCS / "what-next.md").read_text(encoding="utf-8")
MODULES: Final = (rules, upkeep, low_mood, coming_back)


def numbers(module: ModuleType) -> Iterator[tuple[str, list[int]]]:
    """Every constant of a module that is a number, or holds some."""
    for name, value in vars(module).items():
        if not name.isupper() or name.startswith("_"):
            continue
        found = list(value.values()) if isinstance(value, dict) else value
        found = list(found) if isinstance(found, (list, tuple)) else [found]
        if all(isinstance(one, int) for one in found):
            yield name, found


CONSTANTS: Final = {name: held for module in MODULES for name, held in numbers(module)}


def table(title: str) -> list[list[str]]:
    (found,) = tables(sections(TEXT)[title])
    return found[1:]


def test_every_rule_stands_there_in_the_order_that_counts() -> None:
    assert [codes(row[0])[0] for row in table("The rules")] == list(upkeep.ORDER)


def test_the_rules_are_all_there_are() -> None:
    said = {value for name, value in vars(rules).items() if name.isupper() and isinstance(value, str)}
    assert said == set(upkeep.ORDER)


def test_every_number_stands_there_with_its_value() -> None:
    rows = {
        codes(row[2])[0]: [int(n) for n in re.findall(r"(?<!of )\b\d+", row[0])]
        for row in table("Numbers of our own")
    }
    assert rows == {**CONSTANTS, "OLD_DRAFT_DAYS": [OLD_DRAFT_DAYS]}


def test_numbers_are_labelled_as_ours() -> None:
    assert "These are our judgement." in sections(TEXT)["Numbers of our own"]


@pytest.mark.parametrize("rule", upkeep.ORDER)
def test_a_number_in_the_table_of_rules_is_a_real_one(rule: str) -> None:
    (row,) = [row for row in table("The rules") if codes(row[0])[0] == rule]
    named = {
        "before": [rules.BEFORE_DAYS],
        "after-series": [rules.SERIES_DAYS],
        "after-marker": [rules.MARKER_DAYS],
        "after-date": [rules.AFTER_DATE_DAYS],
        "while": [rules.QUIET_DAYS],
    }
    assert [int(n) for n in re.findall(r"\d+", row[1])] == named.get(rule, [])


def test_the_night_is_as_it_is() -> None:
    text = sections(TEXT)["At night"]
    start, end = upkeep.NIGHT
    assert f"From {start} to {end} o'clock only exercises of {upkeep.NIGHT_MINUTES} minute" in text


def test_every_link_leads_somewhere() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (DOCS / link.partition("#")[0]).exists(), link


def test_the_line_about_mood_says_its_own_numbers() -> None:
    text = " ".join(sections(TEXT)["The line beneath"].split())
    level, many, within = low_mood.LEVEL, low_mood.DAYS, low_mood.WITHIN
    assert f"at {level} or lower on at least {many} different days of the last {within}" in text
    assert f"not again within {low_mood.REST} days" in text and low_mood.FRESH == 3
    assert f"lies {coming_back.AWAY} days back or more" in text
    assert f"more than {OLD_DRAFT_DAYS} days goes quietly to Review" in text
    said = home.LOW_MOOD_RULE
    assert f"at {level} or lower on {many} of the last {within} days" in said
    assert f"once in {low_mood.REST} days" in said and "not a finding" in said
