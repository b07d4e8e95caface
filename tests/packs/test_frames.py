"""Frames of a sentence: what stands in braces is a field of what was picked, and is filled in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.packs.load import load
from guide.steps.base import GIVEN, Answer, Json, Step
from tests.steps.making import Nothing, frozen

PACK = """format: 1
id: frames
version: "1"
title: Frames
language: en
collections:
  walks:
    title: Walks
    fields:
      what: {{title: What}}
      hard: {{title: How hard, kind: choice, options: {{light: light work, some: some effort}}, optional: true}}
      day: {{title: When, kind: date, approximate: true, optional: true}}
    label: "{{what}}"
  rests: {{title: Rests, fields: {{text: {{title: Text}}}}, label: "{{text}}"}}
exercises:
  - id: one
    title: One
    steps:
      - {{id: facts, kind: pick, prompt: Which, from: [walks, rests], own: what}}
      - {{id: it, kind: sentence, prompt: Say it, evidence: facts, frames: ["{frame}"]}}
"""
DECLARED: dict[str, dict[str, Json]] = {
    "p/walks": {"fields": {"what": {}, "hard": {"options": {"some": "some effort"}}, "day": {}}},
}


def said(folder: Path, frame: str) -> list[str]:
    (folder / "pack.yaml").write_text(PACK.format(frame=frame), encoding="utf-8")
    return [report.message for report in load(folder).reports]


@pytest.mark.parametrize(
    "frame", ["I {what}.", "Rest: {text}.", "{what}, and it was {hard}.", "No slot at all."]
)
def test_a_field_of_any_of_the_collections_fits(tmp_path: Path, frame: str) -> None:
    assert said(tmp_path, frame) == []


def test_a_misspelt_field_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    (message,) = said(tmp_path, "I {waht}.")
    assert message == "{waht} stands for a field here. The field 'waht' does not exist. Did you mean 'what'?"


def starts(picked: list[dict[str, Any]], frames: list[str], own: str | None) -> list[str]:
    pick: Step = {"id": "facts", "kind": "pick", **({"own": own} if own else {})}
    world = Nothing(declared=DECLARED, answers={"facts": (pick, Answer(GIVEN, picked))})
    step = frozen(
        {"id": "s", "kind": "sentence", "prompt": "Say it", "evidence": "facts", "frames": frames}, world
    )
    return list(step["starts"])


def test_options_and_dates_are_put_in_as_words() -> None:
    fields = {"what": "walked", "hard": "some", "day": {"date": "2026-10", "precision": "month"}}
    picked = [{"item": "i", "collection": "p/walks", "label": "walked", "fields": fields}]
    assert starts(picked, ["{what}: {hard}, {day}."], None) == ["walked: some effort, about October 2026."]


def test_words_of_ones_own_fill_the_field_they_were_written_for_and_no_other() -> None:
    picked = [{"own": "sat up"}]
    assert starts(picked, ["Now: {what}.", "Before: {text}."], "what") == ["Now: sat up."]
    assert starts(picked, ["Now: {what}."], "true") == []
