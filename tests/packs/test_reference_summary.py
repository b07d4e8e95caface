"""What a part of the summary may stand on in another pack, and what has to wait until it is let in."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.packs.check import check
from guide.packs.load import load

HEAD = """format: 1
id: mine
version: "1"
title: Mine
language: en
uses: [core]
collections:
  facts: {title: Facts, role: evidence, label: "{text}", fields: {text: {title: What}}}
  marks: {title: Marks, label: "{text}", fields: {text: {title: What}}}
series:
  level: {title: Level, range: {min: 0, max: 10}, per: marks}
values:
  diary: {title: Diary, default: nothing}
  earlier: {title: Earlier, default: nothing}
  open: {title: Open, default: nothing}
  some: {title: Some, default: nothing}
  day: {title: Day, default: nothing}
  credit: {title: Credit, default: nothing}
exercises:
  - id: walk
    title: A walk
    steps:
      - {id: where, kind: short, prompt: Where, keep: diary}
      - {id: earlier, kind: choice, prompt: Was it so, options: {a: A, b: B}, keep: earlier}
      - {id: open, kind: choice, prompt: Was it so, options: {a: A, b: B}, other: true, keep: open}
      - {id: some, kind: choices, prompt: Was it so, options: {a: A, b: B}, keep: some}
      - {id: day, kind: date, prompt: When, keep: day}
      - {id: fact, kind: short, prompt: Say, collect: facts, keep: credit}
      - {id: mark, kind: short, prompt: Say, collect: marks}
      - {id: level, kind: update, prompt: Now, from: marks, ask: {now: {kind: number, prompt: N, track: level}}}
summary:
"""


def errors(tmp_path: Path, *parts: str) -> list[str]:
    file = tmp_path / "pack.yaml"
    file.write_text(HEAD + "".join(f"  - {{{part}}}\n" for part in parts), encoding="utf-8")
    return [one.message for one in check(file).errors]


GOOD = [
    "part: before, from: earlier",
    "part: before, from: diary, free_text: true",
    "part: before, from: core/taking, free_text: true",
    "part: since, from: day",
    "part: since, from: core/flatness-since, free_text: true",
    "part: taking, from: core/taking",
    "part: sides, from: core/muted-check/side",
    "part: flatness, from: core/flatness",
    "part: medicine, from: core/medicine",
    "part: costs, from: core/costs, free_text: true",
    "part: measures, from: core/measures",
]


@pytest.mark.parametrize("part", GOOD)
def test_what_is_counted_or_waits_may_stand_there(tmp_path: Path, part: str) -> None:
    assert errors(tmp_path, part) == []


def theirs(name: str, role: str) -> str:
    end = "please name one that has it, or one of your own."
    return f"'{name}' belongs to another pack, where it has no 'role: {role}'; {end}"


def own_steps(name: str, part: str) -> str:
    end = "stands on steps of its own pack only; please ask it in a step of your own."
    return f"'{name}' is a step of another pack, and 'part: {part}' {end}"


OPTION = "can hold something else than one option of a 'choice' step without 'other';"
FREE = "add 'free_text: true', so that the page leaves it out until it is let in."
NEVER = "never goes on the page for a prescriber; please leave it out."
BAD = [
    ("part: sides, from: core/catch-the-discount/first-cause", theirs("core/catch-the-discount/first-cause", "side")),
    ("part: sides, from: core/which-kind-of-hard/kind", theirs("core/which-kind-of-hard/kind", "side")),
    ("part: words, from: core/muted-check/words", own_steps("core/muted-check/words", "words")),
    ("part: want, from: core/which-kind-of-hard/helped, free_text: true", own_steps("core/which-kind-of-hard/helped", "want")),
    ("part: mood, from: core/flatness", theirs("core/flatness", "mood")),
    ("part: mood, from: core/level", theirs("core/level", "mood")),
    ("part: mood, from: core/discomfort", f"What 'core/discomfort' holds {NEVER}"),
    ("part: costs, from: core/skills, free_text: true", f"What 'core/skills' holds {NEVER}"),
    ("part: want, from: core/contacts, free_text: true", f"What 'core/contacts' holds {NEVER}"),
    ("part: glad, from: credit, free_text: true", f"What 'credit' holds {NEVER}"),
    ("part: before, from: core/flat-before", f"'core/flat-before' is kept by another pack; {FREE}"),
    ("part: since, from: core/next-appointment", f"'core/next-appointment' is kept by another pack; {FREE}"),
    ("part: before, from: diary", f"'diary' {OPTION} {FREE}"),
    ("part: before, from: open", f"'open' {OPTION} {FREE}"),
    ("part: before, from: some", f"'some' {OPTION} {FREE}"),
    ("part: since, from: diary", "The value 'diary' is kept by a 'short' step; a date is read from it here, so a 'date' step has to keep it."),
    ("part: mood, from: level", "The series 'level' is kept per 'marks', so it is several lines; 'part: mood' needs a series without 'per'."),
    ("part: sides, from: walk/earlier, free_text: true", "'part: sides' stands on the page unasked and cannot be let in; please leave 'free_text' out."),
    ("part: mood, from: core/moot", "In the pack 'core', the name 'moot' does not exist. Did you mean 'mood'? 'part: mood' stands on a series."),
    ("part: mood, from: other/mood", "The name 'other/mood' does not exist. Known: level. 'part: mood' stands on a series."),
]  # fmt: skip


@pytest.mark.parametrize(("part", "said"), BAD)
def test_what_the_page_would_leave_out_is_said_with_a_remedy(tmp_path: Path, part: str, said: str) -> None:
    assert errors(tmp_path, part) == [said]


def test_many_parts_of_another_pack_read_it_once(tmp_path: Path) -> None:
    looked = []

    def look(name: str) -> None:
        looked.append(name)

    file = tmp_path / "pack.yaml"
    file.write_text(HEAD + "  - {part: mood, from: core/mood}\n" * 50, encoding="utf-8")
    assert load(file, look=look).errors == [] and looked == ["core"]
