"""Why this, and how sure are we: the step's sources first, no doubles, and plainly said when there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal.journal import Journal
from guide.journal.why import Source, why
from guide.words import why as words
from tests.journal.making import journal

PACK = """format: 1
id: mine
version: "1"
title: Mine
language: en
sources:
  one: {cite: One (2001)., says: One says., limits: One is small.}
  two: {cite: Two (2002)., says: Two says., limits: Two is old., url: "https://example.org/two"}
  bare: {cite: Bare (2003).}
exercises:
  - id: cited
    title: Cited
    why: |
      The first reason.

      The second reason.
    cites: [one, two]
    steps:
      - {id: a, kind: short, prompt: A, help: "A word of help.", cites: [two, bare]}
      - {id: b, kind: short, prompt: B}
  - id: alone
    title: Alone
    steps:
      - {id: a, kind: short, prompt: A, cites: one}
      - {id: b, kind: short, prompt: B}
"""
ONE = Source("One says.", "One is small.", "One (2001).")
TWO = Source("Two says.", "Two is old.", "Two (2002). https://example.org/two")


@pytest.fixture
def mine(tmp_path: Path) -> Journal:
    file = tmp_path / "pack.yaml"
    file.write_text(PACK, encoding="utf-8")
    return journal(tmp_path / "home", named=(file,))


def test_the_sources_of_the_step_come_before_those_of_the_exercise(mine: Journal) -> None:
    sitting = mine.begin("mine/cited")
    found = why(mine.library, sitting.exercise, sitting.view().step)
    assert found.help == "A word of help."
    assert found.lines == ["The first reason.", "The second reason."]
    assert found.sources == [TWO, Source("", "", "Bare (2003)."), ONE]
    sitting.give("x")
    assert why(mine.library, sitting.exercise, sitting.view().step).sources == [ONE, TWO]


def test_what_cites_nothing_says_so(mine: Journal) -> None:
    sitting = mine.begin("mine/alone")
    assert why(mine.library, sitting.exercise, sitting.view().step).lines == [words.NOTHING]
    sitting.give("x")
    found = why(mine.library, sitting.exercise, sitting.view().step)
    assert (found.lines, found.sources) == ([words.NOTHING, words.NOT_CITED_THEIRS], [])


def test_a_pack_that_is_gone_leaves_the_help_that_was_shown(mine: Journal, tmp_path: Path) -> None:
    entry = mine.begin("mine/cited").entry
    mine.close()
    alone = journal(tmp_path / "home")
    sitting = alone.resume(entry)
    found = why(alone.library, sitting.exercise, sitting.view().step)
    assert (found.help, found.lines, found.sources) == ("A word of help.", [words.NOTHING], [])


def test_every_exercise_of_ours_gives_its_reason(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    for exercise in opened.library.exercises():
        found = why(opened.library, exercise, None)
        assert words.NOTHING not in found.lines, exercise.ref
        assert found.sources or words.NOT_CITED in found.lines, exercise.ref
        assert all(source.says and source.limits and source.cite for source in found.sources), exercise.ref


def test_ours_without_a_study_says_that_it_is_our_reasoning(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    exercise = next(opened.library.exercises())
    bare = exercise._replace(data={**exercise.data, "cites": []})
    assert why(opened.library, bare, None).lines[-1] == words.NOT_CITED
