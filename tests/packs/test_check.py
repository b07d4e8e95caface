"""The checker: every problem at once, each at its place, with the name that was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.packs.discover import built_in
from guide.packs.load import load

HEAD = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
collections:
  facts: {title: Facts, label: "{now}", fields: {now: {title: Now}}}
series:
  ease: {title: Ease, range: {min: 0, max: 10}}
exercises:
  - id: first
    title: First
    steps:
"""
GOOD = (
    HEAD
    + """      - {id: kind, kind: choice, prompt: Which, options: {flat: Flat, some: Some}}
      - {id: how, kind: scale, prompt: How, track: ease, when: {answer: kind, any_of: [flat]}}
      - {id: said, kind: text, text: "You said {kind}."}
"""
)


def reports(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "pack.yaml"
    file.write_text(text, encoding="utf-8")
    return [str(one).removeprefix(f"{file}:") for one in load(file).reports]


def step(text: str) -> str:
    return GOOD + f"      - {text}\n"


def test_a_good_pack_has_no_problem(tmp_path: Path) -> None:
    assert reports(tmp_path, GOOD) == []


def test_the_built_in_pack_has_no_problem_and_no_warning() -> None:
    assert load(built_in(), built_in=True).reports == []


CASES = [
    (step("{id: x, kind: scale, promt: Hm}"), "17:30: A 'scale' step has no key 'promt'. Did you mean 'prompt'?"),
    (step("{id: x, kind: scle, prompt: Hm}"), "17:23: The step kind 'scle' does not exist. Did you mean 'scale'?"),
    (step("{id: how, kind: text, text: x}"), "17:14: The step id 'how' is used twice in this exercise."),
    (step("{id: x, kind: scale, prompt: Hm, track: eas}"), "17:49: The series 'eas' does not exist. Did you mean 'ease'?"),
    (step("{id: x, kind: text, text: 'a {knd} b'}"), "17:35: {knd} refers to nothing. The step or value 'knd' does not exist. Did you mean 'kind'?"),
    (step("{id: x, kind: text, text: x, offer: frst}"), "The exercise 'frst' does not exist. Did you mean 'first'?"),
    (
        step("{id: x, kind: pick, prompt: Which, from: facts, examples: [one]}"),
        "'examples' are for words of one's own; please say 'own' too.",
    ),
    (step("{id: x, kind: text, text: x, offer: suport}"), "The exercise 'suport' does not exist. Did you mean 'support'?"),
    (step("{id: x, kind: text, text: x, when: {answer: kind, is: flt}}"), "17:63: 'flt' is not an option of the step 'kind'. Did you mean 'flat'?"),
    (step("{id: x, kind: pick, prompt: P, from: [fact]}"), "The collection 'fact' does not exist. Did you mean 'facts'?"),
    (step("{id: x, kind: list, prompt: P, collect: facts, record: {nwo: {kind: short, prompt: N}}}"), "The field 'nwo' does not exist. Did you mean 'now'?"),
    (step("{id: x, kind: scale, prompt: P, of: kind}"), "this needs one of: pick, sentence, list"),
    (step("{id: x, kind: scale, prompt: P, range: {min: 5, max: 5}}"), "'min' has to be smaller than 'max'."),
    (step("{id: x, kind: choice, prompt: P, options: {a: {text: A, key: k}, b: {text: B, key: k}}}"), "already used by option 'a'"),
    (step("{id: x, kind: choices, prompt: P, options: {a: A}, exclusive: [b]}"), "The option 'b' does not exist"),
    (step("{id: x, kind: scale, prompt: P, optional: yes}"), "This must be true or false; here is 'yes'."),
    (step("{id: x, kind: short, prompt: P, max_length: 1:30}"), "a whole number from 1 to 20000"),
    (step("{kind: short, prompt: P}"), "17:9: A 'short' step needs the key 'id'."),
    (step("{id: X, kind: text, text: x}"), "An id has lower-case letters"),
    (GOOD.replace("format: 1", "format: 2"), "1:9: This pack is made for a newer version of the program (format 2, known: 1)."),
    (GOOD.replace("id: mine", "id: ../x"), "2:5: An id has lower-case letters"),
    (GOOD.replace("id: mine", "id: con"), "cannot be the name of a folder everywhere"),
    (GOOD.replace('title: Mine\n', ''), "1:1: A pack needs the key 'title'."),
    (GOOD.replace("    title: First\n", "    title: First\n    role: quick-log\n"), "belongs to the pack that comes with the program"),
    (GOOD + "  - nowhere.yaml\n", "17:5: "),
    (GOOD + "  - ../x.yaml\n", "An exercise is named by a file in the same folder"),
    (GOOD + "doors: {a: {title: A}}\n", None),
    ("- a\n", "1:1: A pack is a group of keys"),
    ("", "1:1:"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_mistake_is_one_message_at_its_place(tmp_path: Path, text: str, expected: str | None) -> None:
    found = reports(tmp_path, text)
    if expected is None:
        assert found == []
    else:
        assert len(found) == 1, found
        assert expected in found[0]


def test_all_problems_come_at_once_and_in_order(tmp_path: Path) -> None:
    text = step("{id: x, kind: scale, promt: Hm}") + "      - {id: y, kind: scale, prompt: P, track: eas}\n"
    found = reports(tmp_path, text.replace("title: Mine", "titel: Mine"))
    assert [int(one.split(":")[0]) for one in found] == [4, 17, 18]


def test_a_broken_exercise_file_is_named_in_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(GOOD + "  - other.yaml\n")
    (tmp_path / "other.yaml").write_text("id: other\ntitle: Other\nsteps:\n  - {id: a, kind: text}\n")
    (found,) = load(tmp_path).reports
    assert str(found).endswith("other.yaml:4:5: A 'text' step needs the key 'text'.")


def test_a_missing_language_is_a_warning_and_the_pack_still_loads(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(step("{id: x, kind: text, text: {en: Yes, es: Si}}") + "about: {en: Only}\n")
    loaded = load(file)
    assert loaded.pack is not None
    assert [one.warning for one in loaded.reports] == [True]


MUTATION = st.tuples(
    st.integers(0, len(GOOD) - 1),
    st.sampled_from(["", "x", ":", "{", "}", "\t", "\n", "- ", "'", "&a ", "é", "\x00"]),
)


@settings(max_examples=400)
@given(st.lists(MUTATION, min_size=1, max_size=4))
def test_no_mutant_does_anything_but_load_or_be_reported(
    tmp_path_factory: pytest.TempPathFactory, mutations: list[tuple[int, str]]
) -> None:
    text = GOOD
    for place, piece in mutations:
        text = text[:place] + piece + text[place + 1 :]
    file = tmp_path_factory.mktemp("mutant") / "pack.yaml"
    file.write_text(text, encoding="utf-8")
    loaded = load(file)
    assert loaded.pack is not None or loaded.errors
