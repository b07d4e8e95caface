"""The wording lint over everything a person reads, and the proof of every pattern on its own cases."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from .reading import words
from .texts import everything, exercises, module_strings, step_prose

PATTERNS: Final[dict[str, dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("patterns.yaml").read_text("utf-8")
)
MOST_WORDS: Final = 60


def offends(rule: dict[str, Any], text: str) -> bool:
    """Whether a text breaks one rule of `patterns.yaml`."""
    text = " ".join(text.replace("’", "'").split())
    for allowed in rule.get("except", []):
        text = re.sub(re.escape(allowed), " ", text, flags=re.IGNORECASE)
    if "any" in rule:
        return any(re.search(pattern, text, re.IGNORECASE) for pattern in rule["any"])
    parts = re.split(r"(?<=[.?:;])\s+", text)
    return any(all(re.search(pattern, part, re.IGNORECASE) for pattern in rule["all"]) for part in parts)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_proves_itself(name: str) -> None:
    rule = PATTERNS[name]
    assert rule["hazard"], "a rule says which harm it keeps away"
    assert rule["must_match"] and rule["must_not"]
    assert [case for case in rule["must_match"] if not offends(rule, case)] == []
    assert [case for case in rule["must_not"] if offends(rule, case)] == []


@pytest.mark.parametrize("name", PATTERNS)
def test_no_text_offends(name: str) -> None:
    assert [pair for pair in everything() if offends(PATTERNS[name], pair[1])] == []


def test_a_step_fits_on_a_screen() -> None:
    long = {
        f"{name}/{step['id']}": len(words(step_prose(step)))
        for name, exercise in exercises().items()
        for step in exercise["steps"]
        if len(words(step_prose(step))) > MOST_WORDS
    }
    assert long == {}


def test_a_paragraph_of_the_program_is_short() -> None:
    assert [place for place, text in module_strings() if len(words(text)) > MOST_WORDS] == []


def test_the_lint_reads_all_of_it() -> None:
    places = [place for place, _ in everything()]
    assert len(exercises()) == 5
    assert any(place.startswith("muted-check.steps") for place in places)
    assert any(place.startswith("notices.") for place in places)
    assert not any(place.startswith(("unsafe.WORDS", "nudges.DISCOUNT_WORDS")) for place in places)
