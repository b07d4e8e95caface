"""Line mode stores what `sitting.give` stores for the same raw answer, and feeds the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.journal.sitting import Sitting
from guide.steps.base import Step
from guide.store import derived

from .talking import KINDS, nameless, seeded, stored, talk

SERIES = ("kinds/fits", "kinds/minutes", "kinds/level")
COLLECTIONS = ("kinds/facts", "kinds/sentences", "kinds/measures", "kinds/plans")
LED: dict[str, list[Any]] = {"a-count": ["3", 4.5]}
"""Raw answers that lead to the step `it`, where it is no pick of the first item."""
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
    "a-number": "7.5",
    "a-date": "2026-11-02",
    "a-dated-list": [
        {"what": "less of it", "when": "2026-03", "size": "12.5"},
        {"what": "all of it", "when": "2026-11-22"},
    ],
    "a-long-list": [{"text": "first line\nsecond line", "rate": 3}],
    "an-edit": lambda step: [
        {"item": step["there"][1]["item"], "fields": {"then": "stayed in", "now": "went with Sam"}},
        {"then": "ordered", "now": "cooked twice"},
    ],
    "a-show": [{"now": "cooked for two"}],
    "an-update": lambda step: [
        {"item": step["choices"][0]["item"], "fields": {"level": "3", "state": "on"}},
        {"item": step["choices"][1]["item"], "fields": {"level": "numb", "note": "hard to say"}},
    ],
    "a-plan": {"cue": "the phone rings", "action": "I pick it up", "obstacle": "it is late"},
    "a-chart": None,
    "a-recall": None,
    "a-count": None,
    "a-revise": lambda step: {
        "text": "I rang her, and it was my doing",
        "believable": 7,
        "revises": step["there"][0]["item"],
    },
    "a-grid-of-facts": lambda step: {
        "cells": dict(zip(step["rows"], ("gone", "same"), strict=False)),
    },
    "a-pick": lambda step: [one["item"] for one in step["choices"]],
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
    led = list(LED.get(name, ()))
    while (step := now(sitting))["id"] != "it":
        raw = led.pop(0) if led else [step["choices"][0]["item"]]
        assert sitting.give(raw).kept
    raw = GIVEN[name]
    assert sitting.give(raw(step) if callable(raw) else raw).kept
    assert sitting.ended


def now(sitting: Sitting) -> Step:
    step = sitting.view().step
    assert step is not None
    return step


def fed(journal: Journal) -> list[Any]:
    """Everything derived: points with the item they are about, item versions, markers and values."""
    items = {
        name: [
            (
                one.label,
                nameless(one.fields),
                len(derived.item_versions(journal.store, one.id)),
                len(one.refs),
            )
            for one in derived.items(journal.store, name)
        ]
        for name in COLLECTIONS
    }
    labels = {one.id: one.label for name in COLLECTIONS for one in derived.items(journal.store, name)}
    points = [
        (series, one.state, one.value, one.n, one.step, labels.get(one.item, one.item))
        for series in SERIES
        for one in derived.points(journal.store, series)
    ]
    markers = [
        (one.marker, one.date, one.precision, one.label, one.fields) for one in derived.markers(journal.store)
    ]
    return [points, items, markers, derived.value(journal.store, "kinds/lately")]


@pytest.mark.parametrize("name", KINDS)
def test_the_stored_result_is_the_same(tmp_path: Path, name: str) -> None:
    lined, given = seeded(tmp_path / "lined"), seeded(tmp_path / "given")
    lead, good = KINDS[name]
    code, shown = talk(lined, name, [*lead, *good, ""])
    assert code == 0, shown
    give(given, name)
    assert nameless(stored(lined, name)) == nameless(stored(given, name))
    assert fed(lined) == fed(given)


FEEDS = {
    "a-number": (0, [("kinds/minutes", "given", 7.5, 0, "it", "")]),
    "an-update": (
        0,
        [("kinds/level", "given", 3, 0, "it", "walks"), ("kinds/level", "numb", None, 1, "it", "calls")],
    ),
    "a-count": (0, [("kinds/minutes", "given", 7.5, 0, "it", "")]),
    "a-date": (2, [("kinds/change", "2026-11-02", "day", "Change", {})]),
    "a-dated-list": (
        2,
        [
            ("kinds/change", "2026-03", "month", "less of it", {"what": "less of it", "size": 12.5}),
            ("kinds/change", "2026-11-22", "day", "all of it", {"what": "all of it"}),
        ],
    ),
}


@pytest.mark.parametrize("name", FEEDS)
def test_a_typed_answer_feeds_its_series_and_its_marker(full: Journal, name: str) -> None:
    lead, good = KINDS[name]
    before = fed(full)
    talk(full, name, [*lead, *good, ""])
    what, expected = FEEDS[name]
    assert [one for one in fed(full)[what] if one not in before[what]] == expected


def test_a_kept_value_is_the_number_or_the_date_with_its_words(full: Journal) -> None:
    talk(full, "a-number", ["7,5", ""])
    assert derived.value(full.store, "kinds/lately") == 7.5
    talk(full, "a-date", ["March 2026", ""])
    kept = derived.value(full.store, "kinds/lately")
    assert kept == {"date": "2026-03", "words": "about March 2026 (as I remember it)"}


def test_a_change_is_a_new_version_and_no_new_item(full: Journal) -> None:
    talk(full, "an-edit", ["edit 2", "", "went with Sam", "", ""])
    found = {one.label: one.id for one in derived.items(full.store, "kinds/facts")}
    assert sorted(found) == ["rang my sister on Tuesday", "went with Sam"]
    versions = derived.item_versions(full.store, found["went with Sam"])
    assert [one.fields for one in versions] == [{"now": "went to the meeting"}, {"now": "went with Sam"}]
