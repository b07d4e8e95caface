"""What a change of a pack would lose: ids that are gone, numbers that mean something else. The rest is free."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.packs.against import Against
from guide.packs.load import load

OLD = """format: 1
id: mine
version: "1.2"
title: Mine
language: en
series:
  ease: {title: Ease, range: {min: 0, max: 10}, unit: points}
  each: {title: Each, per: facts}
collections:
  facts:
    title: Facts
    label: "{now}"
    fields: {now: {title: Now}, kind: {title: Kind, kind: choice, options: {a: A, b: B}}, tried: {title: Tried, kind: choice, options: {y: Y, n: N}}}
markers: {dose: {title: Dose, fields: {what: {title: What}}, label: "{what}"}}
values: {word: {title: Word, default: flat}}
exercises:
  - id: first
    title: First
    steps:
      - {id: c, kind: choice, prompt: Which, options: {a: A, b: B}, keep: word}
      - {id: s, kind: scale, prompt: How, track: ease}
      - {id: o, kind: scale, prompt: How, range: {min: 0, max: 4}}
      - {id: g, kind: grid, prompt: Rows, rows: {x: X, y: Y}, columns: {k: K, j: J}}
      - {id: l, kind: list, prompt: What, collect: facts, record: {now: {kind: short, prompt: N}, kind: {kind: choice, prompt: K, options: {a: A, b: B}}}}
      - {id: d, kind: date, prompt: When, mark: dose}
      - {id: p, kind: pick, prompt: Which, from: facts}
      - {id: e, kind: scale, prompt: How, track: each, of: p}
  - id: second
    title: Second
    steps:
      - {id: t, kind: text, text: Well}
"""
NEW = OLD.replace('"1.2"', '"1.3"')


def compared(tmp_path: Path, new: str, old: str = OLD) -> tuple[list[str], Against]:
    """The reports of the comparison alone, with their places, and the comparison."""
    first, second = tmp_path / "old.yaml", tmp_path / "pack.yaml"
    first.write_text(old, encoding="utf-8")
    second.write_text(new, encoding="utf-8")
    before, plain = load(first).pack, load(second)
    assert before is not None and plain.pack is not None, plain.reports
    against = Against(before)
    found = load(second, sound_lints=(against,)).reports
    return [str(one).removeprefix(f"{second}:") for one in found if one not in plain.reports], against


CHANGES = [
    ("  - id: second\n", "  - id: other\n", "16:1: The exercise 'second' is gone."),
    ("{id: c,", "{id: cc,", "19:5: The step 'c' is gone. Its answers would be read only in old entries. If it has a new id, say 'formerly: [c]' there."),
    ("kind: date, prompt: When, mark: dose", "kind: short, prompt: When", "25:23: The step 'd' was a 'date' step."),
    ("options: {a: A, b: B}, keep", "options: {a: A}, keep", "The option 'b' of the step 'c' is gone."),
    ("rows: {x: X, y: Y}", "rows: {x: X}", "23:43: The row 'y' of the step 'g' is gone."),
    ("columns: {k: K, j: J}", "columns: {k: K}", "The column 'j' of the step 'g' is gone."),
    (", kind: {kind: choice, prompt: K, options: {a: A, b: B}}", "", "The field 'kind' of the step 'l' is gone."),
    ("prompt: K, options: {a: A, b: B}", "prompt: K, options: {a: A}", "The option 'b' of the field 'kind' of the step 'l' is gone."),
    ("now: {kind: short, prompt: N}", "now: {kind: long, prompt: N}", "The field 'now' of the step 'l' was of the kind 'short'."),
    ("prompt: How, track: ease}", "prompt: How}", "The step 's' fed the series 'ease' and does not any more."),
    (", keep: word}", "}", "The step 'c' fed the value 'word'"),
    (", mark: dose}", "}", "The step 'd' fed the marker 'dose'"),
    ("collect: facts, record", "record", "The step 'l' fed the collection 'facts'"),
    ("range: {min: 0, max: 4}}", "range: {min: 0, max: 6}}", "The step 'o' went from 0 to 4 and goes from 0 to 6 now."),
    ("range: {min: 0, max: 4}}", "}", "The step 'o' went from 0 to 4 and goes from 0 to 10 now."),
    ("range: {min: 0, max: 10}", "range: {min: 0, max: 7}", "7:23: The series 'ease' went from 0 to 10 and goes from 0 to 7 now."),
    ("unit: points", "unit: steps", "The series 'ease' has another unit now."),
    (", tried: {title: Tried, kind: choice, options: {y: Y, n: N}}}", "}", "13:5: The field 'tried' of the collection 'facts' is gone."),
    ("tried: {title: Tried, kind: choice, options: {y: Y, n: N}}", "tried: {title: Tried}", "was of the kind 'choice'"),
    ("options: {y: Y, n: N}}}", "options: {n: N}}}", "The option 'y' of the field 'tried' of the collection 'facts' is gone."),
    ("fields: {what: {title: What}}, label: \"{what}\"", "fields: {why: {title: What}}, label: \"{why}\"", "The field 'what' of the marker 'dose' is gone."),
    ('version: "1.3"', 'version: "1.2"', "3:10: The earlier version is 1.2; please give this one a higher number."),
    ('version: "1.3"', 'version: "1.2.0"', "please give this one a higher number."),
    ('version: "1.3"', 'version: "1.2-beta"', "please give this one a higher number."),
    ("id: mine", "id: yours", "2:5: This is another pack: the earlier version has the id 'mine'. Nothing was compared."),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES)
def test_what_a_change_loses_is_told_at_its_place(
    tmp_path: Path, before: str, after: str, expected: str
) -> None:
    assert NEW.count(before) == 1, before
    (found,) = compared(tmp_path, NEW.replace(before, after))[0]
    assert expected in found
    assert "warning" not in found


GONE = [
    ("values: {word: {title: Word, default: flat}}\n", ", keep: word", "The value 'word' is gone."),
    ("markers: {dose: {title: Dose, fields: {what: {title: What}}, label: \"{what}\"}}\n", ", mark: dose", "The marker 'dose' is gone."),
    ("  ease: {title: Ease, range: {min: 0, max: 10}, unit: points}\n", ", track: ease", "6:1: The series 'ease' is gone."),
]  # fmt: skip


@pytest.mark.parametrize(("declared", "use", "expected"), GONE)
def test_a_declaration_that_is_gone_is_told_once(
    tmp_path: Path, declared: str, use: str, expected: str
) -> None:
    (found,) = compared(tmp_path, NEW.replace(declared, "").replace(use, ""))[0]
    assert expected in found


def test_a_series_kept_per_something_else_is_told(tmp_path: Path) -> None:
    new = NEW.replace("Each, per: facts", "Each").replace(", of: p", "")
    (found,) = compared(tmp_path, new)[0]
    assert "The series 'each' was kept per 'facts' and is kept as one line now." in found


FREE = [
    ("prompt: Which, options: {a: A, b: B}, keep", "prompt: Which one, options: {b: Both, a: {en: A, es: A}, n: New}, keep"),
    ("  - id: second\n    title: Second\n", "  - id: newer\n    formerly: second\n    title: Second\n"),
    ("{id: s, kind: scale, prompt: How,", "{id: how, formerly: s, kind: scale, prompt: How,"),
    ("      - {id: s,", "      - {id: more, kind: text, text: Well}\n      - {id: s,"),
    ("title: Ease, range", "title: Lightness, better: higher, range"),
    ("prompt: How, track: ease}", "prompt: How, track: ease, range: {min: 0, max: 10}, numb: true}"),
    ("{id: o, kind: scale, prompt: How,", "{id: o, kind: scale, prompt: How, when: {answer: c, is: a},"),
    ("now: {title: Now}", "now: {title: Today}, why: {title: Why, optional: true}"),
    ("exercises:\n", "progress:\n  - {show: line, series: ease}\nexercises:\n"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), FREE)
def test_wording_order_and_new_things_change_freely(tmp_path: Path, before: str, after: str) -> None:
    assert NEW.count(before) == 1, before
    assert compared(tmp_path, NEW.replace(before, after))[0] == []


def test_exercises_and_steps_in_another_order_are_the_same(tmp_path: Path) -> None:
    head, exercises = NEW.split("exercises:\n")
    first, second = exercises.split("  - id: second\n")
    found, against = compared(tmp_path, f"{head}exercises:\n  - id: second\n{second}{first}")
    assert found == [] and against.counted == (0, 0)


def test_new_and_changed_steps_are_counted(tmp_path: Path) -> None:
    new = NEW.replace("text: Well", "text: Good") + "      - {id: u, kind: text, text: More}\n"
    assert compared(tmp_path, new)[1].counted == (1, 1)


def test_a_renamed_exercise_is_compared_with_what_it_was(tmp_path: Path) -> None:
    new = NEW.replace("  - id: first\n", "  - id: one\n    formerly: first\n").replace("{id: c,", "{id: cc,")
    (found,) = compared(tmp_path, new)[0]
    assert "The step 'c' is gone." in found
