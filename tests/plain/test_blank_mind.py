"""The letter x alone on every prompt that takes words: made-up examples, and nothing copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.words import notices
from guide.words import plain as words

from .talking import nameless, opened, stored, talk

BLANK = 'examples: [fed the cat, rang Ann, went out], starters: ["It took me "]'
PACK = f"""format: 1
id: mine
version: "1"
title: Mine
language: en
collections:
  facts: {{title: Facts, fields: {{text: {{title: Fact}}}}, label: "{{text}}"}}
  plans: {{title: Plans, fields: {{cue: {{title: If}}, action: {{title: Then}}, how: {{title: How}}}}, label: "{{cue}}"}}
  sentences: {{title: Sentences, fields: {{text: {{title: Sentence}}}}, label: "{{text}}"}}
exercises:
  - id: seed
    title: Seed
    steps:
      - {{id: plan, kind: plan, prompt: One, collect: plans, cue: {{prompt: If}}, action: {{prompt: Then}}}}
      - {{id: said, kind: short, prompt: A sentence, collect: sentences}}
  - {{id: a-short, title: Short, steps: [{{id: it, kind: short, prompt: Write, {BLANK}}}]}}
  - {{id: a-long, title: Long, steps: [{{id: it, kind: long, prompt: Write, {BLANK}}}]}}
  - id: a-list
    title: List
    steps: [{{id: it, kind: list, prompt: Some, record: {{what: {{kind: short, prompt: What, {BLANK}}}}}}}]
  - id: a-plan
    title: Plan
    steps: [{{id: it, kind: plan, prompt: One, cue: {{prompt: If, {BLANK}}}, action: {{prompt: Then, {BLANK}}}}}]
  - id: an-update
    title: Update
    steps: [{{id: it, kind: update, prompt: How, from: plans, ask: {{how: {{kind: short, prompt: How, {BLANK}}}}}}}]
  - id: a-pick
    title: Pick
    steps: [{{id: it, kind: pick, prompt: Which, from: plans, own: "true", {BLANK}}}]
  - id: a-pick-of-nothing
    title: Pick
    steps: [{{id: it, kind: pick, prompt: Which, from: facts, own: text, {BLANK}}}]
  - id: a-sentence
    title: Sentence
    steps:
      - {{id: fact, kind: pick, prompt: Which, from: plans, own: "true"}}
      - id: it
        kind: sentence
        prompt: Say it
        evidence: fact
        frames: [It was slow.]
        examples: [fed the cat, rang Ann, went out]
  - id: a-rehearse
    title: Rehearse
    steps:
      - {{id: which, kind: pick, prompt: Which, from: sentences}}
      - id: it
        kind: rehearse
        prompt: Say it
        sentence: which
        before: {{ask: {{prompt: What will happen, {BLANK}}}}}
        after: {{ask: {{prompt: What did happen, {BLANK}}}}}
"""
KINDS: dict[str, tuple[list[str], Any]] = {
    "a-short": (["x", "mine"], "mine"),
    "a-long": (["x", "mine", "x", "."], "mine"),
    "a-list": (["x", "mine", ""], [{"fields": {"what": "mine"}}]),
    "a-plan": (["x", "mine", "x", "too"], [{"fields": {"cue": "mine", "action": "too"}}]),
    "an-update": (["x", "mine"], [{"collection": "mine/plans", "label": "it rains", "fields": {"how": "mine"}}]),
    "a-pick": (["x", "+ mine"], [{"own": "mine"}]),
    "a-pick-of-nothing": (["x", "mine"], [{"own": "mine"}]),
    "a-sentence": (["1", "x", "mine"], {"text": "mine"}),
    "a-rehearse": (["1", "x", "mine", "", "x", "too", ""], {"rounds": [{"said": True, "expect": "mine", "happened": "too"}]}),
}  # fmt: skip


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Journal]:
    pack = tmp_path / "pack.yaml"
    pack.write_text(PACK, encoding="utf-8")
    journal = opened(tmp_path / "notes", packs=(pack,))
    assert talk(journal, "mine/seed", ["it rains", "I walk", "I walked.", ""])[0] == 0
    yield journal
    journal.close()


@pytest.mark.parametrize("name", KINDS)
def test_examples_are_shown_and_only_what_is_typed_is_kept(made: Journal, name: str) -> None:
    typed, value = KINDS[name]
    code, shown = talk(made, f"mine/{name}", [*typed, ""])
    assert (code, stored(made, name)) == (0, [("given", value)]) or nameless(stored(made, name)) == [
        ["given", value]
    ]
    assert shown.count(words.EXAMPLES) == 1
    assert shown.count(f"{notices.BLANK_MIND}:") == typed.count("x")
    assert all(f"  {line}" in shown for line in ("fed the cat", "rang Ann", "went out"))


@pytest.mark.parametrize("name", KINDS)
def test_a_backslash_makes_the_letter_a_word(made: Journal, name: str) -> None:
    typed, _ = KINDS[name]
    place = typed.index("x")
    own = "+ x" if name == "a-pick" else "\\x"
    talk(made, f"mine/{name}", [*typed[:place], own, *typed[place + 2 :], ""])
    assert "'x'" in str(stored(made, name))
