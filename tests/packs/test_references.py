"""Names that steps of the newer kinds use: each mistake is one sentence at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.packs.check import check
from guide.packs.load import load

HEAD = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
uses: [core]
series:
  ease: {title: Ease, range: {min: 0, max: 10}}
  level: {title: Level, per: measures}
  walked: {title: Walked, range: {min: 0, max: 5000}}
collections:
  plans:
    title: Plans
    label: "{cue}"
    fields:
      cue: {title: If}
      action: {title: Then}
      tried: {title: Tried, kind: choice, options: {done: Did it, partly: In part}}
      day: {title: Day, kind: date}
  measures: {title: Measures, label: "{name}", fields: {name: {title: Name}, low: {title: Low, kind: number}}}
markers:
  ill: {title: Illness, fields: {what: {title: What}}}
values:
  word: {title: Word, default: flat}
exercises:
  - id: first
    title: First
    steps:
      - {id: which, kind: pick, prompt: Which, from: plans}
      - {id: how, kind: scale, prompt: How, track: ease}
      - {id: note, kind: short, prompt: Note}
      - {id: many, kind: choices, prompt: Many, options: {a: A, b: B}}
      - {id: read, kind: text, text: Read}
"""
LINE = HEAD.count("\n") + 1
GOOD = [
    "{id: x, kind: update, prompt: P, from: plans, ask: {tried: {kind: choice, prompt: '{item}'}}}",
    "{id: x, kind: update, prompt: P, from: measures, ask: {now: {kind: scale, prompt: '{item}', track: level}}}",
    "{id: x, kind: plan, prompt: P, for: which, collect: plans, cue: {prompt: If}, action: {prompt: Then}}",
    "{id: x, kind: chart, series: level, of: which}",
    "{id: x, kind: chart, series: core/flatness, last: 4 weeks}",
    "{id: x, kind: recall, from: {exercise: first, step: how}, show: list, since: last-time}",
    "{id: x, kind: recall, from: {exercise: core/muted-check, step: side}, show: counts}",
    "{id: x, kind: recall, from: {entries: all}}",
    "{id: x, kind: count, prompt: Sum, of: [how], how: mean}",
    "{id: x, kind: count, prompt: Sum, of: [how, note, many], how: count, track: ease}",
    "{id: x, kind: count, prompt: Sum, of: [which.count], how: sum}",
    "{id: x, kind: number, prompt: P, track: walked}",
    "{id: x, kind: number, prompt: P, track: level, of: which}",
    "{id: x, kind: date, prompt: P, approximate: true, mark: ill, keep: word}",
    "{id: x, kind: grid, prompt: P, from: measures, columns: {a: A}}",
    "{id: x, kind: pick, prompt: P, from: core/skills, where: {newer_than: 3 months}}",
    "{id: x, kind: pick, prompt: P, from: plans, where: {any_of: {tried: [done]}, unanswered: day}}",
    "{id: x, kind: list, prompt: P, mark: ill, record: {what: {kind: short, prompt: W}, day: {kind: date, prompt: D}}}",
    "{id: x, kind: list, prompt: P, collect: measures, record: {name: {kind: short, prompt: N}, low: {kind: scale, prompt: L}}}",
]
BAD = [
    ("{id: x, kind: update, prompt: P, from: plan, ask: {tried: {kind: choice, prompt: P}}}", "The collection 'plan' does not exist. Did you mean 'plans'?"),
    ("{id: x, kind: update, prompt: P, from: core/skills, ask: {now: {kind: short, prompt: P}}}", "It can be read, not written to"),
    ("{id: x, kind: update, prompt: P, from: plans, ask: {tired: {kind: short, prompt: P}}}", "The field 'tired' does not exist. Did you mean 'tried'? Or say 'track'"),
    ("{id: x, kind: update, prompt: P, from: plans, ask: {cue: {kind: choice, prompt: P}}}", "'cue' needs options here, or a field of the collection that has some."),
    ("{id: x, kind: update, prompt: P, from: plans, ask: {tried: {kind: short, prompt: P}}}", "The field keeps a 'choice'; a 'short' does not fit it. It takes: choice, yes-no."),
    ("{id: x, kind: update, prompt: P, from: plans, ask: {tried: {kind: choice, prompt: P, options: {donne: D}}}}", "The option 'donne' does not exist. Did you mean 'done'?"),
    ("{id: x, kind: update, prompt: P, from: measures, ask: {now: {kind: scale, prompt: P, track: ease}}}", "The series 'ease' is not kept per item; please add 'per' to it."),
    ("{id: x, kind: update, prompt: P, from: plans, where: {unanswered: treid}, ask: {tried: {kind: choice, prompt: P}}}", "The field 'treid' does not exist. Did you mean 'tried'?"),
    ("{id: x, kind: update, prompt: P, from: plans, where: {any_of: {tried: [don]}}, ask: {tried: {kind: choice, prompt: P}}}", "The option 'don' does not exist. Did you mean 'done'?"),
    ("{id: x, kind: update, prompt: P, from: plans, where: {older_than: a while}, ask: {tried: {kind: choice, prompt: P}}}", "a span such as 2 weeks"),
    ("{id: x, kind: update, prompt: P, from: plans, ask: {tried: {kind: choice, prompt: P, keep: word}}}", "A 'choice' field has no key 'keep'."),
    ("{id: x, kind: plan, prompt: P, collect: measures, cue: {prompt: If}, action: {prompt: Then}}", None),
    ("{id: x, kind: plan, prompt: P, cue: {prompt: If}}", "A 'plan' step needs the key 'action'."),
    ("{id: x, kind: plan, prompt: P, for: how, cue: {prompt: If}, action: {prompt: Then}}", "this needs one of: pick"),
    ("{id: x, kind: chart, series: eas}", "The series 'eas' does not exist. Did you mean 'ease'?"),
    ("{id: x, kind: chart, series: core/flatnes}", "In the pack 'core', the series 'flatnes' does not exist. Did you mean 'flatness'?"),
    ("{id: x, kind: chart, series: other/flat}", "'other/flat' belongs to another pack; please name that pack under 'uses'."),
    ("{id: x, kind: chart, series: ease, of: which}", "The series 'ease' is not kept per item, so 'of' picks nothing from it."),
    ("{id: x, kind: recall, from: {exercise: frst, step: how}}", "The exercise 'frst' does not exist. Did you mean 'first'?"),
    ("{id: x, kind: recall, from: {exercise: first, step: hwo}}", "The step 'hwo' does not exist. Did you mean 'how'?"),
    ("{id: x, kind: recall, from: {exercise: first, step: read}}", "The step 'read' is a 'text' step: it asks nothing."),
    ("{id: x, kind: recall, from: {exercise: core/muted-chek, step: side}}", "In the pack 'core', the exercise 'muted-chek' does not exist. Did you mean 'muted-check'?"),
    ("{id: x, kind: recall, from: {exercise: first}}", "'from' needs the key 'step' too."),
    ("{id: x, kind: recall, from: {entries: all, step: how}}", "'from' names either an exercise and its step, or entries; not both."),
    ("{id: x, kind: recall, from: {entries: all}, show: list}", "Entries are shown as counts"),
    ("{id: x, kind: recall, from: {}}", "'from' is {exercise: …, step: …}, or {entries: all}."),
    ("{id: x, kind: count, prompt: P, of: [note], how: sum}", "The step 'note' is a 'short' step; this needs one of: scale, number, count."),
    ("{id: x, kind: count, prompt: P, of: [hw], how: sum}", "The step 'hw' does not exist. Did you mean 'how'?"),
    ("{id: x, kind: count, prompt: P, of: [which.cuont], how: sum}", "The part 'cuont' does not exist. Did you mean 'count'?"),
    ("{id: x, kind: count, prompt: P, of: [x], how: sum}", "this one or comes later"),
    ("{id: x, kind: count, prompt: P, of: [read], how: count}", "The step 'read' is a 'text' step"),
    ("{id: x, kind: scale, prompt: P, track: level}", "The series 'level' is kept per item of 'measures'; please say 'of'"),
    ("{id: x, kind: scale, prompt: P, track: ease, of: which}", "The series 'ease' is not kept per item"),
    ("{id: x, kind: scale, prompt: P, track: walked}", "a scale goes from 0 to 100"),
    ("{id: x, kind: scale, prompt: P, track: ease, range: {min: 0, max: 5}}", "a step that feeds it needs the same range."),
    ("{id: x, kind: scale, prompt: P, track: core/flatness}", "It can be read, not written to"),
    ("{id: x, kind: number, prompt: P, range: {min: 9, max: 2}}", "'min' has to be smaller than 'max'."),
    ("{id: x, kind: date, prompt: P, mark: il}", "The marker 'il' does not exist. Did you mean 'ill'?"),
    ("{id: x, kind: grid, prompt: P, columns: {a: A}}", "A 'grid' step needs the key 'rows', or 'from'"),
    ("{id: x, kind: grid, prompt: P, from: measures, rows: {r: R}, columns: {a: A}}", "not both"),
    ("{id: x, kind: list, prompt: P, mark: ill, record: {what: {kind: short, prompt: W}}}", "needs one field of the kind 'date'"),
    ("{id: x, kind: list, prompt: P, mark: ill, record: {waht: {kind: short, prompt: W}, d: {kind: date, prompt: D}}}", "The field 'waht' does not exist. Did you mean 'what'?"),
    ("{id: x, kind: list, prompt: P, collect: plans, record: {day: {kind: date, prompt: D, approximate: true}}}", "please add approximate: true"),
    ("{id: x, kind: list, prompt: P, collect: plans, record: {day: {kind: short, prompt: D}}}", "The field keeps a 'date'; a 'short' does not fit it."),
    ("{id: x, kind: list, prompt: P, existing: edit, record: {day: {kind: date, prompt: D}}}", "'existing' is about a collection"),
    ("{id: x, kind: list, prompt: P, record: {day: {kind: grid, prompt: D}}}", "The kind 'grid' does not exist."),
    ("{id: x, kind: sentence, prompt: P, evidence: which, revise: true}", "please say 'collect' too."),
    ("{id: x, kind: number, prompt: P, track: level, of: how}", "this needs one of: pick, sentence, list, plan, update."),
    ("{id: x, kind: text, text: 'so {item}'}", "{item} refers to nothing."),
    ("{id: x, kind: pick, prompt: P, from: core/skills, own: now}", "cannot be put into a collection of another pack."),
]  # fmt: skip


def reports(tmp_path: Path, step: str, *, checked: bool) -> list[str]:
    file = tmp_path / "pack.yaml"
    file.write_text(HEAD + f"      - {step}\n", encoding="utf-8")
    found = check(file) if checked else load(file)
    return [str(one).removeprefix(f"{file}:") for one in found.errors]


@pytest.mark.parametrize("step", GOOD)
def test_what_fits_together_passes(tmp_path: Path, step: str) -> None:
    assert reports(tmp_path, step, checked=True) == []


@pytest.mark.parametrize(("step", "expected"), BAD)
def test_each_mistake_is_one_sentence_at_the_step(tmp_path: Path, step: str, expected: str | None) -> None:
    found = reports(tmp_path, step, checked=True)
    if expected is None:
        assert len(found) == 2, "a field for the cue and one for the action are lacking"
        return
    assert len(found) == 1, found
    assert expected in found[0]
    assert found[0].startswith(f"{LINE}:")


def test_opening_the_program_takes_names_of_other_packs_on_trust(tmp_path: Path) -> None:
    """They may come and go; a pack whose neighbour is away still opens."""
    assert reports(tmp_path, "{id: x, kind: chart, series: core/flatnes}", checked=False) == []


MORE_BAD = [
    ("{id: x, kind: pick, prompt: P, from: [], own: now}", "This list is empty; it needs at least one entry."),
    ("{id: x, kind: count, prompt: P, of: [], how: sum}", "This list is empty; it needs at least one entry."),
    ("{id: x, kind: sentence, prompt: P, evidence: which, believable: {prompt: B, track: walked}}", "a scale goes from 0 to 100"),
    ("{id: x, kind: rehearse, prompt: P, sentence: which, after: {rate: {prompt: B, track: walked}}}", "a scale goes from 0 to 100"),
]  # fmt: skip


@pytest.mark.parametrize(("step", "expected"), MORE_BAD)
def test_found_by_fuzzing_and_by_hand(tmp_path: Path, step: str, expected: str) -> None:
    (found,) = reports(tmp_path, step, checked=True)
    assert expected in found


def test_a_pack_without_exercises_is_said_to_be_empty(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(
        "format: 1\nid: a\nversion: '1'\ntitle: T\nlanguage: en\nexercises: []\n", encoding="utf-8"
    )
    assert [str(one).removeprefix(f"{file}:") for one in load(file).reports] == [
        "6:12: This list is empty; it needs at least one entry."
    ]
