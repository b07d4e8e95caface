"""That it is enough: said at the end of an exercise once it is, and not before."""

from __future__ import annotations

from pathlib import Path

from guide.journal.enough import enough
from tests.journal.making import Clock, journal, log

PACK = """format: 1
id: round
version: "1"
title: Round
language: en
values: {visit: {title: Visit, default: none yet}}
exercises:
  - id: note
    title: Note
    suggest: {times: 2, per: week, for: 2 weeks, before: visit}
    steps: [{id: a, kind: yes-no, prompt: Well}]
  - id: date
    title: Date
    steps: [{id: day, kind: date, prompt: When, keep: visit}]
  - id: often
    title: Often
    suggest: {times: 9, per: week, enough_a_day: 2}
    steps: [{id: a, kind: yes-no, prompt: Well}]
"""
FULL = "That is enough for a page; stop here if you like."


def test_a_page_is_full_after_its_weeks_unless_a_visit_is_near(tmp_path: Path) -> None:
    (tmp_path / "round.yaml").write_text(PACK, encoding="utf-8")
    clock = Clock("2026-11-02T10:00:00")
    opened = journal(tmp_path / "home", clock, named=(tmp_path / "round.yaml",))

    def done(name: str, answer: str) -> str:
        sitting = opened.begin(f"round/{name}")
        sitting.give(answer)
        return enough(sitting)

    assert done("note", "yes") == ""
    clock.move(days=13)
    assert done("note", "yes") == ""
    clock.move(days=1)
    assert done("note", "no") == FULL
    assert done("date", "2026-11-20") == ""
    assert done("note", "yes") == "", "a visit is near, and notes are welcome again"
    clock.move(days=10)
    assert done("note", "yes") == FULL
    assert done("often", "yes") == ""
    assert done("often", "yes") == "That is enough for today, if you like."


def test_an_exercise_without_a_rhythm_or_a_pack_says_nothing(tmp_path: Path) -> None:
    opened = journal(tmp_path, Clock())
    sitting = log(opened)
    assert enough(sitting) == ""
    opened.library.packs.clear()
    assert enough(sitting) == ""
