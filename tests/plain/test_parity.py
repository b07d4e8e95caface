"""Line mode stores what `sitting.give` stores for the same raw answer, and feeds the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.store import derived

from .talking import KINDS, nameless, seeded, stored, talk

GIVEN: dict[str, Any] = {
    "a-text": None,
    "a-choice": "blue",
    "a-choices": ["red", "blue"],
    "a-yes-no": "yes",
    "a-scale": "7",
    "a-short": "I rang my sister on Tuesday",
    "a-long": "first line\nsecond line\nthird line",
    "a-list": [{"then": "stayed in", "now": "went out with Sam", "often": "more", "rate": "numb"}],
    "a-grid": {"cells": {"joy": "muted", "fear": "gone"}, "own": [{"text": "homesick", "column": "muted"}]},
    "a-sentence": {"text": "I went out", "believable": 8},
    "a-rehearse": {
        "rounds": [
            {
                "way": "head",
                "before": 9,
                "expect": "shaking",
                "said": True,
                "after": 8,
                "happened": "nothing much",
            },
            {"way": "head", "before": "numb", "said": True, "after": 2},
        ]
    },
}


def give(journal: Journal, name: str) -> None:
    sitting = journal.begin(name)
    step = sitting.view().step
    if step is not None and step["id"] != "it":
        assert sitting.give([step["choices"][0]["item"]]).kept
    step = sitting.view().step
    assert step is not None
    raw = [one["item"] for one in step["choices"]] if name == "a-pick" else GIVEN[name]
    assert sitting.give(raw).kept
    assert sitting.ended


def fed(journal: Journal) -> list[Any]:
    points = [(one.state, one.value, one.n, one.step) for one in derived.points(journal.store, "kinds/fits")]
    names = ("kinds/facts", "kinds/sentences")
    return points + [
        (one.label, nameless(one.fields)) for name in names for one in derived.items(journal.store, name)
    ]


@pytest.mark.parametrize("name", KINDS)
def test_the_stored_result_is_the_same(tmp_path: Path, name: str) -> None:
    lined, given = seeded(tmp_path / "lined"), seeded(tmp_path / "given")
    lead, good = KINDS[name]
    code, shown = talk(lined, name, [*lead, *good, ""])
    assert code == 0, shown
    give(given, name)
    assert nameless(stored(lined, name)) == nameless(stored(given, name))
    assert fed(lined) == fed(given)
