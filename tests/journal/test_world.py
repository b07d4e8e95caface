"""What one walk leaves for the next: recall, chart, items by age, updates; and what has nothing to show yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.journal.journal import Journal
from guide.steps import KINDS
from guide.store import derived
from tests.journal.making import Clock, journal, play

PACK = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
series:
  ease: {title: Ease, range: {min: 0, max: 10}}
  level: {title: Level, per: measures, range: from-item}
  walked: {title: Walked, unit: km, range: {min: 0, max: 100}}
collections:
  plans:
    title: Plans
    label: "If {cue}, then {action}"
    fields:
      cue: {title: If}
      action: {title: Then}
      tried: {title: Tried, kind: choice, options: {done: Did it, partly: In part}}
  measures:
    title: Measures
    label: "{name}"
    fields: {name: {title: Name}, low: {title: Low, kind: number}, high: {title: High, kind: number}}
    scale: {min: low, max: high}
markers:
  ill: {title: Illness, label: "{what}", fields: {what: {title: What}}}
values:
  began: {title: Began, default: not said}
exercises:
  - id: day
    title: A day
    formerly: [a-day]
    steps:
      - {id: how, kind: scale, prompt: How was it, track: ease, formerly: [old-how]}
      - {id: far, kind: number, prompt: How far, track: walked}
      - {id: mood, kind: choices, prompt: What was there, options: {sun: Sun, rain: Rain, wind: Wind}}
      - {id: since, kind: date, prompt: Since when, approximate: true, mark: ill, keep: began}
  - id: make
    title: Make
    steps:
      - {id: plan, kind: plan, prompt: One plan, collect: plans, cue: {prompt: If}, action: {prompt: Then I}}
      - id: watch
        kind: list
        prompt: What to watch
        collect: measures
        record:
          name: {kind: short, prompt: Name}
          low: {kind: number, prompt: Lowest}
          high: {kind: number, prompt: Highest}
  - id: back
    title: Look back
    steps:
      - {id: last, kind: recall, prompt: Last time, from: {exercise: day, step: how}}
      - {id: skies, kind: recall, prompt: Skies, from: {exercise: day, step: mood}, show: counts}
      - {id: days, kind: recall, prompt: Days, from: {exercise: day, step: far}, show: list, since: 2 weeks}
      - {id: done, kind: recall, prompt: Done, from: {entries: all}, since: last-time}
      - {id: drawn, kind: chart, prompt: Ease, series: ease, last: 4 weeks, say: "I went out."}
      - id: plans
        kind: update
        prompt: How did they go
        from: plans
        where: {unanswered: tried, older_than: 1 day, newer_than: 14 days}
        ask: {tried: {kind: choice, prompt: "{item}"}}
      - id: levels
        kind: update
        prompt: Where are they
        from: measures
        ask: {now: {kind: scale, prompt: "{item}", track: level}}
      - {id: end, kind: text, text: "Since {began}. {last}."}
"""
A_DAY: dict[str, Any] = {"how": "7", "far": "2,5", "mood": ["sun", "wind"], "since": "March 2026"}


def opened(tmp_path: Path, clock: Clock, text: str = PACK) -> Journal:
    file = tmp_path / "pack.yaml"
    file.write_text(text, encoding="utf-8")
    return journal(tmp_path / "home", clock, (file,))


def shown(opened: Journal, name: str) -> dict[str, dict[str, Any]]:
    """Every step of a walk through an exercise in which all is left open, as it was frozen."""
    sitting = opened.begin(name)
    found = {}
    while (step := sitting.view().step) is not None:
        found[step["id"]] = step
        if KINDS[step["kind"]].asks:
            sitting.skip()
        else:
            sitting.give(None)
    return found


def test_what_has_nothing_to_show_is_passed_over_and_said(tmp_path: Path) -> None:
    clock = Clock()
    mine = opened(tmp_path, clock)
    sitting = mine.begin("mine/back")
    view = sitting.view()
    assert view.step is not None
    assert view.step["id"] == "end"
    said = view.notice.split("\n")
    assert said == [
        "Passed over, as there is nothing for it yet: How did they go",
        "Passed over, as there is nothing for it yet: Where are they",
    ], "charts and earlier answers that are not there yet are no news"
    assert view.step["text"] == "Since not said. …."


def test_the_walk_before_feeds_the_next(tmp_path: Path) -> None:
    clock = Clock()
    mine = opened(tmp_path, clock)
    play(mine.begin("mine/day"), A_DAY)
    clock.move(days=1)
    play(mine.begin("mine/day"), {**A_DAY, "how": "3", "far": "4", "mood": ["sun"]})
    measure = [{"name": "sleep", "low": "0", "high": "5"}]
    play(mine.begin("mine/make"), {"plan": {"cue": "it is dry", "action": "walk"}, "watch": measure})
    clock.move(days=2)
    seen = shown(mine, "mine/back")
    assert seen["last"]["lines"] == ["3 of 10"]
    assert seen["skies"]["lines"] == ["Sun: 2", "Wind: 1"]
    assert seen["days"]["lines"] == ["3 Nov: 4 km", "2 Nov: 2.5 km"]
    assert seen["done"]["lines"] == ["A day: 2 times", "Make: once"]
    assert any("7" in line for line in seen["drawn"]["words"]), seen["drawn"]["words"]
    assert seen["drawn"]["rows"]
    assert all(len(row) <= 58 for row in seen["drawn"]["rows"])
    assert [one["label"] for one in seen["plans"]["choices"]] == ["If it is dry, then walk"]
    assert seen["levels"]["choices"][0]["ask"]["now"]["range"] == {"min": 0, "max": 5}
    assert seen["end"]["text"] == "Since about March 2026. 3 of 10."
    (marker, _) = derived.markers(mine.store, "mine/ill")
    assert (marker.date, marker.precision, marker.label) == ("2026-03", "month", "Illness")


def test_since_last_time_counts_from_the_day_of_the_last_look(tmp_path: Path) -> None:
    clock = Clock()
    mine = opened(tmp_path, clock)
    play(mine.begin("mine/day"), A_DAY)
    clock.move(days=3)
    play(mine.begin("mine/back"), {"levels": None})
    clock.move(days=3)
    play(mine.begin("mine/day"), A_DAY)
    clock.move(days=1)
    assert shown(mine, "mine/back")["done"]["lines"] == ["A day: once", "Look back: once"]


def test_plans_are_asked_about_from_the_next_day_until_two_weeks(tmp_path: Path) -> None:
    clock = Clock()
    mine = opened(tmp_path, clock)
    play(mine.begin("mine/make"), {"plan": {"cue": "it is dry", "action": "walk"}})
    assert "plans" not in shown(mine, "mine/back"), "not on the day itself"
    clock.move(days=1)
    sitting = mine.begin("mine/back")
    while (step := sitting.view().step) is not None and step["id"] != "plans":
        sitting.skip()
    assert step is not None
    assert sitting.give([{"item": step["choices"][0]["item"], "fields": {"tried": "partly"}}]).kept
    sitting.stop()
    (plan,) = derived.items(mine.store, "mine/plans")
    assert plan.fields == {"cue": "it is dry", "action": "walk", "tried": "partly"}
    assert plan.versions == 2
    assert "plans" not in shown(mine, "mine/back"), "it has its answer"
    play(mine.begin("mine/make"), {"plan": {"cue": "it is Monday", "action": "rest"}})
    clock.move(days=14)
    assert "plans" not in shown(mine, "mine/back"), "what is old is not asked about"


def test_a_renamed_step_keeps_its_history_and_an_open_draft_its_answer(tmp_path: Path) -> None:
    clock = Clock()
    old = PACK.replace("formerly: [old-how]", "role: mood").replace("id: how,", "id: old-how,")
    old = (
        old.replace("step: how}", "step: old-how}")
        .replace("formerly: [a-day]", "minutes: 1")
        .replace("- id: day", "- id: a-day")
        .replace("exercise: day", "exercise: a-day")
    )
    mine = opened(tmp_path, clock, old)
    play(mine.begin("mine/a-day"), {**A_DAY, "old-how": "7"})
    draft = mine.begin("mine/a-day")
    draft.give("9")
    mine.close()
    mine = opened(tmp_path, clock)
    assert shown(mine, "mine/back")["last"]["lines"] == ["7 of 10"]
    again = mine.resume(draft.entry)
    assert again.view().step is not None
    assert again.walk.answers["how"].value == 9
    assert again.back()
    assert again.view().raw == 9
    assert again.give("8").kept
    again.stop()
    values = [one.value for one in derived.points(mine.store, "mine/ease")]
    assert values == [7, 8], "one answer feeds once"


def test_an_edited_list_or_a_removed_pack_keeps_what_was_recalled(tmp_path: Path) -> None:
    clock = Clock()
    mine = opened(tmp_path, clock)
    play(mine.begin("mine/day"), A_DAY)
    sitting = mine.begin("mine/back")
    first = sitting.view().step
    assert first is not None
    frozen = dict(first)
    mine.close()
    bare = journal(tmp_path / "home", clock)
    again = bare.resume(sitting.entry)
    step = again.view().step
    assert step is not None
    assert step["lines"] == frozen["lines"], "a draft of a pack that is gone shows what it showed"


SAME = (
    PACK
    + """  - id: one-go
    title: One go
    steps:
      - id: watch
        kind: list
        prompt: What to watch
        collect: measures
        record: {name: {kind: short, prompt: Name}, low: {kind: number, prompt: Lowest, optional: true}}
      - {id: which, kind: pick, prompt: Which, from: measures, pick: {max: 2}}
      - id: now
        kind: update
        prompt: And now
        from: measures
        ask: {now: {kind: scale, prompt: "{item}", track: level}}
      - {id: rows, kind: grid, prompt: Rows, from: measures, columns: {up: up, down: down}}
"""
)


def test_what_was_written_a_step_ago_can_be_picked_in_the_same_walk(tmp_path: Path) -> None:
    mine = opened(tmp_path, Clock(), SAME)
    sitting = mine.begin("mine/one-go")
    sitting.give([{"name": "sleep"}, {"name": "walks"}])
    view = sitting.view()
    assert view.step is not None
    assert view.notice == ""
    assert [one["label"] for one in view.step["choices"]] == ["walks", "sleep"]
    item = view.step["choices"][1]["item"]
    assert sitting.give([item]).kept
    step = sitting.view().step
    assert step is not None
    assert {one["label"] for one in step["choices"]} == {"sleep", "walks"}
    assert sitting.give([{"item": item, "fields": {"now": "3"}}]).kept
    step = sitting.view().step
    assert step is not None
    assert step["rows"][item] == {"text": "sleep"}
    sitting.stop()
    assert [(one.item, one.value) for one in derived.points(mine.store, "mine/level")] == [(item, 3)]
    assert len(derived.items(mine.store, "mine/measures")) == 2


def test_without_anything_written_the_steps_that_need_it_are_passed_over(tmp_path: Path) -> None:
    mine = opened(tmp_path, Clock(), SAME)
    sitting = mine.begin("mine/one-go")
    sitting.skip()
    assert sitting.ended
    assert "Passed over, as there is nothing for it yet: Which" in sitting.view().notice


def test_an_item_changed_in_this_walk_is_offered_as_it_is_now(tmp_path: Path) -> None:
    edit = SAME.replace(
        "        collect: measures\n        record: {name",
        "        collect: measures\n        existing: edit\n        record: {name",
    )
    mine = opened(tmp_path, Clock(), edit)
    play(mine.begin("mine/one-go"), {"watch": [{"name": "sleep"}]})
    (old,) = derived.items(mine.store, "mine/measures")
    sitting = mine.begin("mine/one-go")
    sitting.give([{"item": old.id, "fields": {"name": "sleep at night"}}])
    step = sitting.view().step
    assert step is not None
    assert [(one["item"], one["label"]) for one in step["choices"]] == [(old.id, "sleep at night")]
