"""What `progress:`, `summary:` and `suggest:` stand on: every name there is, and every name that fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model.pack import PACK
from guide.model.views import PROGRESS, PROGRESS_KINDS, SUMMARY_PARTS
from guide.packs.load import load
from guide.packs.references.summary import SUMMARY_FROM
from guide.packs.references.views import STEP_KINDS

HEAD = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
uses: [core]
collections:
  walks: {title: Walks, label: "{text}", fields: {text: {title: What}}}
  marks:
    title: Marks
    label: "{name}"
    fields: {name: {title: N}, low: {title: L, kind: number}, high: {title: H, kind: number}, by: {title: B, kind: date}}
    scale: {min: low, max: high}
  credit: {title: Credit, role: evidence, label: "{text}", fields: {text: {title: What}}}
  plans: {title: Plans, label: "{cue}", fields: {cue: {title: If}, tried: {title: T, kind: choice, options: {yes: Y}}}}
series:
  ease: {title: Ease, range: {min: 0, max: 10}}
  unease: {title: Unease, role: discomfort, range: {min: 0, max: 10}}
  effort: {title: Effort, range: {min: 0, max: 10}, per: walks}
  guess: {title: Guess, range: {min: 0, max: 10}, per: walks}
  level: {title: Level, range: from-item, per: marks}
markers:
  flare: {title: Flare}
values:
  word: {title: Word, default: flat}
  visit: {title: Visit, default: not yet}
exercises:
  - id: first
    title: First
    steps:
      - {id: which, kind: choice, prompt: Which, options: {a: A, b: B}, other: true}
      - {id: plain, kind: choice, prompt: Which, options: {a: A, b: B}, keep: word}
      - {id: how, kind: scale, prompt: How, track: ease}
      - {id: said, kind: short, prompt: Say}
      - {id: rows, kind: grid, prompt: Rows, rows: {joy: joy}, columns: {same: same}}
      - {id: when, kind: date, prompt: When, mark: flare}
      - {id: visit, kind: date, prompt: When, keep: visit}
      - {id: walks, kind: list, prompt: Walks, record: {text: {kind: short, prompt: W}}, collect: walks}
      - {id: marks, kind: list, prompt: Marks, collect: marks,
         record: {name: {kind: short, prompt: N}, low: {kind: number, prompt: L}, high: {kind: number, prompt: H}}}
      - {id: fact, kind: short, prompt: Say, collect: credit}
      - {id: unease, kind: scale, prompt: How, track: unease}
      - {id: plan, kind: plan, prompt: Plan, cue: {prompt: If}, action: {prompt: Then}}
      - {id: effort, kind: scale, prompt: How, of: walks, track: effort}
      - {id: guess, kind: scale, prompt: How, of: walks, track: guess}
      - {id: level, kind: update, prompt: Now, from: marks, ask: {now: {kind: number, prompt: N, track: level}}}
"""


def reports(tmp_path: Path, text: str) -> list[str]:
    """Errors without their place, for one list under its key."""
    file = tmp_path / "pack.yaml"
    file.write_text(text, encoding="utf-8")
    return [one.message for one in load(file).errors]


def part(tmp_path: Path, text: str, key: str = "progress") -> list[str]:
    return reports(tmp_path, f"{HEAD}{key}:\n  - {{{text}}}\n")


GOOD = [
    "show: line, series: ease",
    "show: line, series: effort",
    "show: line, series: effort, per: walks, title: {en: Effort}",
    "show: line, series: core/mood",
    "show: ease, series: effort, before: guess, per: walks",
    "show: ease, series: ease",
    "show: balance, exercise: first, step: which",
    "show: mix, exercise: first, step: which",
    "show: words, exercise: first, step: said",
    "show: grid, exercise: first, step: rows",
    "show: items, collection: walks",
    "show: measures, collection: marks, series: level",
    "show: plans, collection: plans",
    "show: plans, collection: plans, field: tried",
    "show: dates, marker: flare",
]


@pytest.mark.parametrize("text", GOOD)
def test_every_part_can_be_asked_for(tmp_path: Path, text: str) -> None:
    assert part(tmp_path, text) == []


CASES = [
    ("show: line", "A progress part with 'show: line' needs the key 'series'."),
    ("show: lien, series: ease", "'lien' is not one of: line, ease, balance, grid, mix, words, items, measures, plans, dates. Did you mean 'line'?"),
    ("series: ease", "A progress part needs the key 'show'."),
    ("shwo: line, series: ease", "A progress part has no key 'shwo'. Did you mean 'show'?"),
    ("show: line, serie: ease", "A progress part with 'show: line' has no key 'serie'. Did you mean 'series'?"),
    ("show: line, series: ease, marker: flare", "A progress part with 'show: line' has no key 'marker'. It takes: show, series, per, title."),
    ("show: line, series: eas", "The series 'eas' does not exist. Did you mean 'ease'?"),
    ("show: line, series: ease, per: walks", "The series 'ease' has no 'per'; add 'per: walks' to it, or leave this out."),
    ("show: line, series: effort, per: plans", "The series 'effort' is kept per 'walks', not per 'plans'."),
    ("show: ease, series: effort, before: ease", "'ease' and 'effort' are not kept per the same collection, so they cannot stand side by side."),
    ("show: balance, exercise: first, step: said", "The step 'said' is a 'short' step; 'show: balance' needs one of: choice."),
    ("show: mix, exercise: first, step: how", "The step 'how' is a 'scale' step; 'show: mix' needs one of: choice, choices, yes-no."),
    ("show: grid, exercise: first, step: which", "The step 'which' is a 'choice' step; 'show: grid' needs one of: grid."),
    ("show: words, exercise: first, step: sid", "The step 'sid' does not exist. Did you mean 'said'?"),
    ("show: words, exercise: frist, step: said", "The exercise 'frist' does not exist. Did you mean 'first'?"),
    ("show: items, collection: wlaks", "The collection 'wlaks' does not exist. Did you mean 'walks'?"),
    ("show: measures, collection: walks, series: effort", "The collection 'walks' has no 'scale', so its items bring no range and no direction."),
    ("show: measures, collection: marks, series: ease", "The series 'ease' is not kept per 'marks'; add 'per: marks' to it, or name another one."),
    ("show: plans, collection: walks", "The collection 'walks' has no field of 'kind: choice' to count what became of its items."),
    ("show: plans, collection: plans, field: cue", "The choice field 'cue' does not exist. Known: tried."),
    ("show: dates, marker: flair", "The marker 'flair' does not exist. Did you mean 'flare'?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CASES)
def test_a_misfit_is_said_once_with_what_would_fit(tmp_path: Path, text: str, said: str) -> None:
    assert part(tmp_path, text) == [said]


def test_a_misfit_stands_at_its_place(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(f"{HEAD}progress:\n  - hm\n  - {{show: line, series: eas}}\n", encoding="utf-8")
    lines = len(HEAD.splitlines())
    assert [(one.line - lines, one.col) for one in load(file).errors] == [(2, 5), (3, 26)]


GOOD_SUMMARY = [
    "part: medicine, from: flare",
    "part: flatness, from: ease",
    "part: mood, from: ease, free_text: false",
    "part: words, from: first/rows",
    "part: measures, from: marks",
    "part: costs, from: walks, free_text: true",
    "part: glad, from: word, free_text: true",
    "part: want, from: first/said, free_text: true",
    "part: want, from: first/which, free_text: true",
    "part: questions, from: first/plain",
    "part: mood, from: core/mood",
    "part: sentence, from: word, free_text: true",
    "part: substances, from: first/said, free_text: true",
    "part: through, from: walks, free_text: true",
    "part: sides, from: first/plain",
    "part: before, from: word",
    *(f"part: {name}, from: visit" for name in ("since", "taking", "not-as-prescribed", "effects")),
]


@pytest.mark.parametrize("text", GOOD_SUMMARY)
def test_every_part_of_the_summary_can_be_asked_for(tmp_path: Path, text: str) -> None:
    assert part(tmp_path, text, "summary") == []


WORDED = "a collection, a value, or a step of words, written exercise/step"
SUMMARY = [
    ("part: mood", "A summary part with 'part: mood' needs the key 'from'."),
    ("part: moods, from: ease", "'moods' is not one of: sentence, questions, medicine, substances, taking, not-as-prescribed, flatness, since, before, sides, words, through, costs, glad, want, mood, measures, effects. Did you mean 'mood'?"),
    ("part: medicine, from: ease", "'part: medicine' stands on a marker; 'ease' is a series."),
    ("part: medicine, from: flair", "The name 'flair' does not exist. Did you mean 'flare'? 'part: medicine' stands on a marker."),
    ("part: flatness, from: word", "'part: flatness' stands on a series; 'word' is a value."),
    ("part: words, from: first/said", "'part: words' stands on a grid step, written exercise/step; 'first/said' is a 'short' step."),
    ("part: measures, from: walks", "The collection 'walks' has no 'scale', so its items bring no range and no direction."),
    ("part: glad, from: ease", f"'part: glad' stands on {WORDED}; 'ease' is a series."),
    ("part: glad, from: walks", "'walks' holds a person's own words; add 'free_text: true', so that the page leaves them out until they are let in."),
    ("part: since, from: ease", "'part: since' stands on a value; 'ease' is a series."),
    ("part: sides, from: first/said", "'part: sides' stands on a choice step, written exercise/step; 'first/said' is a 'short' step."),
    *((f"part: {part}, from: {name}", f"What '{name}' holds never goes on the page for a prescriber; please leave it out.")
      for part, name in (("mood", "unease"), ("costs", "credit"), ("costs", "first/fact"))),
    ("part: want, from: first/which", "'first/which' holds a person's own words; add 'free_text: true', so that the page leaves them out until they are let in."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SUMMARY)
def test_a_part_of_the_summary_that_cannot_be_made_is_said(tmp_path: Path, text: str, said: str) -> None:
    assert part(tmp_path, text, "summary") == [said]


def test_the_tables_name_the_same_parts() -> None:
    assert set(SUMMARY_FROM) == set(SUMMARY_PARTS)
    assert set(STEP_KINDS) <= set(PROGRESS_KINDS) == set(PROGRESS)
    shown = PACK["progress"].schema()["items"]["allOf"]
    assert [one["if"]["properties"]["show"]["const"] for one in shown[2:]] == list(PROGRESS_KINDS)


SCALES = [
    ("scale: {min: low, max: high}", "scale: {min: name, max: high}", "The field 'name' is read as a number here; it needs 'kind: number'."),
    ("scale: {min: low, max: high}", "scale: {min: low, max: high, at: low}", "The field 'low' is read as a date here; it needs 'kind: date'."),
    ("scale: {min: low, max: high}", "scale: {min: low}", "The collection 'marks' needs a 'scale' that names: max."),
    ("range: from-item, per: marks", "range: from-item", "'from-item' needs 'per': the collection whose items bring it."),
    ("range: from-item, per: marks", "range: from-item, better: from-item, per: marks", "The collection 'marks' needs a 'scale' that names: better."),
    ("scale: {min: low, max: high}", "scale: {min: low, max: high, better: by}", "The field 'by' is read as a choice here; it needs 'kind: choice'."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), SCALES)
def test_a_scale_reads_from_fields_that_hold_it(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert HEAD.count(old) == 1
    assert said in reports(tmp_path, HEAD.replace(old, new))


def test_a_direction_is_one_of_three(tmp_path: Path) -> None:
    text = HEAD.replace("by: {title: B, kind: date}", "by: {title: B, kind: choice, options: {lwer: L}}")
    found = reports(tmp_path, text.replace("max: high}", "max: high, better: by}", 1))
    assert "In the field 'by': The option 'lwer' does not exist. Did you mean 'lower'?" in found


SUGGEST = [
    ("times: 2", "'times' needs 'per': day, week or month."),
    ("per: week", "'per' needs 'times': how often is enough."),
    ("for: 2 weeks", "'for' needs 'times': how often is enough."),
    ("every: 3 wombats", "'3 wombats' is neither a span such as 2 weeks nor a value of this pack."),
    ("every: wrd", "'wrd' is neither a span such as 2 weeks nor a value of this pack. Did you mean 'word'?"),
    ("after: {series: ease}", "'series' needs 'at_least': the number from which on."),
    ("after: {at_least: 5}", "'after' needs a series with 'at_least', a marker, or a value that holds a date."),
    ("after: {series: eas, at_least: 5}", "The series 'eas' does not exist. Did you mean 'ease'?"),
    ("after: {series: ease, at_least: 11}", "The series 'ease' ends at 10, so 11 is never reached."),
    ("before: wrd", "The value 'wrd' does not exist. Did you mean 'word'?"),
    ("after: {value: wrd}", "The value 'wrd' does not exist. Did you mean 'word'?"),
    ("before: word", "The value 'word' is kept by a 'choice' step; a date is read from it here, so a 'date' step has to keep it."),
    ("after: {value: word}", "The value 'word' is kept by a 'choice' step; a date is read from it here, so a 'date' step has to keep it."),
    ("after: {marker: flair}", "The marker 'flair' does not exist. Did you mean 'flare'?"),
    ("while: {collection: wlaks}", "The collection 'wlaks' does not exist. Did you mean 'walks'?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SUGGEST)
def test_a_suggestion_that_could_never_be_made_is_said(tmp_path: Path, text: str, said: str) -> None:
    found = reports(
        tmp_path, HEAD.replace("    title: First\n", f"    title: First\n    suggest: {{{text}}}\n")
    )
    assert said in found


@pytest.mark.parametrize(
    "text",
    [
        "times: 2, per: week, for: 2 weeks",
        "every: 2 weeks",
        "every: word",
        "after: {series: ease, at_least: 5}",
        "after: {marker: flare}, while: {collection: walks, empty: true}",
        "enough_a_day: 2",
        "before: visit",
        "times: 2, per: week, before: visit, after: {value: visit}",
        "before: core/own-word",
    ],
)
def test_suggestions_that_hold(tmp_path: Path, text: str) -> None:
    assert not reports(
        tmp_path, HEAD.replace("    title: First\n", f"    title: First\n    suggest: {{{text}}}\n")
    )
