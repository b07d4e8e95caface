"""Seven plain lines: what each day says, which day it is, and that nothing is added up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.journal.journal import Journal
from guide.journal.week import lines, week
from guide.store.records import Stamp
from tests.journal.making import Clock, journal, play

DIARY = """format: 1
id: diary
version: "1"
title: Diary
language: en
collections:
  small-things: {title: Small things, role: got-through, fields: {text: {title: What}}, label: "{text}"}
exercises:
  - {id: today, title: Today, steps: [{id: what, kind: short, prompt: What, collect: small-things}]}
  - id: again
    title: Again
    steps:
      - {id: list, kind: list, prompt: What, collect: small-things, existing: edit,
         record: {text: {kind: short, prompt: What}}}
"""


@pytest.fixture
def clock() -> Clock:
    return Clock("2026-11-17T18:00:00")  # a Tuesday


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Journal:
    pack = tmp_path / "diary.yaml"
    pack.write_text(DIARY, encoding="utf-8")
    return journal(tmp_path / "home", clock, named=(pack,))


def note(opened: Journal, through: str = "", **answers: Any) -> None:
    """A quick log, with what got through behind `m`."""
    sitting = opened.begin("muted-check")
    play(sitting, answers)
    if through:
        assert sitting.more()
        play(sitting, {"through": through})


def test_a_day_reads_as_in_the_care_rule_and_blank_days_are_blank(opened: Journal, clock: Clock) -> None:
    note(opened, "laughed at the cat", side="both", strength=7, mood=4)
    clock.move(days=6)
    assert lines(opened) == [
        "Tue  both 7, mood 4  laughed at the cat",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
        "Mon",
    ]
    clock.move(days=1)
    assert lines(opened) == ["Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue"]


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({"side": "unsure", "strength": 5, "mood": "cannot-tell"}, "Tue  I cannot tell 5, mood: cannot tell"),
        ({"side": "neither", "mood": 6}, "Tue  neither, feelings are coming through, mood 6"),
        ({"side": "pleasant", "strength": 10}, "Tue  mostly the pleasant ones 10"),
        ({"side": "both"}, "Tue  both"),
        ({"mood": 0}, "Tue  mood 0"),
    ],
)
def test_unsure_and_open_answers_are_words_or_nothing(
    opened: Journal, answers: dict[str, Any], line: str
) -> None:
    note(opened, **answers)
    assert lines(opened)[-1] == line


def test_of_several_logs_the_latest_stands_there_and_no_count(opened: Journal, clock: Clock) -> None:
    note(opened, side="both", strength=9, mood=2)
    clock.move(hours=2)
    note(opened, side="pleasant", strength=4, mood=5)
    assert lines(opened)[-1] == "Tue  mostly the pleasant ones 4, mood 5"


def test_what_got_through_comes_from_every_pack_and_needs_no_log(opened: Journal, clock: Clock) -> None:
    note(opened, "one song on the bus", side="both", strength=7, mood=4)
    clock.move(minutes=5)
    play(opened.begin("diary/today"), {"what": "the smell of rain"})
    clock.move(days=1)
    play(opened.begin("diary/today"), {"what": "cross about\nthe train"})
    assert lines(opened)[-2:] == [
        "Tue  both 7, mood 4  one song on the bus; the smell of rain",
        "Wed  cross about the train",
    ]


def test_words_changed_later_stay_on_the_day_they_are_about(opened: Journal, clock: Clock) -> None:
    play(opened.begin("diary/today"), {"what": "the smell of rain"})
    clock.move(days=2)
    sitting = opened.begin("diary/again")
    step = sitting.view().step
    assert step is not None
    (item,) = step["there"]
    play(sitting, {"list": [{"item": item["item"], "fields": {"text": "the smell of warm rain"}}]})
    assert lines(opened)[-3:] == ["Tue  the smell of warm rain", "Wed", "Thu"]


def test_a_draft_and_what_is_in_the_trash_are_not_there(opened: Journal, clock: Clock) -> None:
    sitting = opened.begin("muted-check")
    sitting.give("both")
    assert lines(opened)[-1] == "Tue"
    play(sitting, {"strength": 3, "mood": 3})
    assert lines(opened)[-1] == "Tue  both 3, mood 3"
    opened.trash(sitting.entry)
    assert lines(opened)[-1] == "Tue"


def test_days_are_local_ones(opened: Journal) -> None:
    opened.clock = lambda: Stamp("2026-11-17T23:30:00Z", 60)
    note(opened, side="both", strength=7, mood=4)
    assert [day.day for day in week(opened) if day.side] == ["2026-11-18"]
    assert lines(opened)[-1] == "Wed  both 7, mood 4"


def test_an_answer_that_fell_away_is_not_there(opened: Journal) -> None:
    sitting = opened.begin("muted-check")
    sitting.give("both")
    sitting.give(8)
    assert sitting.back() and sitting.back()
    sitting.give("neither")
    play(sitting, {"mood": 5})
    assert lines(opened)[-1] == "Tue  neither, feelings are coming through, mood 5"


def test_without_any_quick_log_there_are_seven_days_all_the_same(
    opened: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened.library, "with_role", lambda role: None)
    assert lines(opened) == ["Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue"]
