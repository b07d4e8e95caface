"""Steps that can never be shown, tests nothing meets, names nothing uses: found for certain, never a false alarm."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.walk import Walk
from guide.packs.check import check
from guide.packs.discover import built_in
from guide.packs.lints.reach import unreachable
from guide.steps.base import GIVEN, NUMB, SKIPPED, Answer, Step
from guide.steps.problems import Problems

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
      - {id: c, kind: choice, prompt: Which, options: {a: A, b: B, z: Z}}
      - {id: m, kind: choices, prompt: Which, options: {a: A, b: B, none: None}, exclusive: [none], pick: {max: 2}}
      - {id: s, kind: scale, prompt: How much, track: ease}
      - {id: n, kind: number, prompt: How many, range: {min: 0, max: 5}}
      - {id: l, kind: list, prompt: What, collect: facts, record: {now: {kind: short, prompt: Now}}, items: {max: 3}}
      - {id: g, kind: grid, prompt: Rows, rows: {x: X, y: Y}, columns: {k: K, j: J}}
      - {id: p, kind: pick, prompt: Pick, from: facts, pick: {max: 2}}
      - {id: w, kind: sentence, prompt: Say, evidence: p, believable: {prompt: Fair}}
      - {id: r, kind: rehearse, prompt: Say, sentence: w, after: {rate: {prompt: How}}, rounds: {max: 2}}
"""
LINE = HEAD.count("\n") + 1


def warnings(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "pack.yaml"
    file.write_text(text, encoding="utf-8")
    return [str(one).removeprefix(f"{file}:") for one in check(file).reports]


def shown_when(condition: str) -> str:
    return HEAD + f"      - {{id: t, kind: text, text: Well, when: {condition}}}\n"


NEVER = [
    ("{answer: s, at_least: 11}", "no answer to 's' meets 'at_least: 11'. It goes up to 10."),
    ("{answer: s, at_most: -1}", "It begins at 0."),
    ("{answer: s, at_least: 7, less_than: 3}", "no answer to 's' meets 'at_least: 7, less_than: 3' at once."),
    ("{answer: n, more_than: 5}", "It goes up to 5."),
    ("{answer: l.count, is: 0}", "With nothing given the step is left open; 'answered: false' asks for that."),
    ("{answer: l.count, at_least: 4}", "It goes up to 3."),
    ("{answer: p.count, more_than: 2}", "It goes up to 2."),
    ("{answer: g.k, at_least: 3}", "It goes up to 2."),
    ("{all: [{answer: g.k, at_least: 2}, {answer: g.j, at_least: 1}]}", "no answer to 'g' meets its condition."),
    ("{answer: w.believable, at_least: 11}", "It goes up to 10."),
    ("{answer: r.said, at_least: 3}", "It goes up to 2."),
    ("{all: [{answer: r.after.highest, less_than: 5}, {answer: r.after.latest, at_least: 5}]}", "no answer to 'r'"),
    ("{answer: c, answered: false, is: a}", "asks for no answer and for one at once"),
    ("{answer: c, is_not: a, none_of: [b, z]}", "at once."),
    ("{all: [{answer: c, is: a}, {answer: c, is: b}]}", "no answer to 'c' meets its condition."),
    ("{all: [{answer: c, is: a}, {not: {answer: c, any_of: [a, b]}}]}", "no answer to 'c' meets its condition."),
    ("{answer: m, all_of: [a, none]}", "no answer to 'm' meets 'all_of: [a, none]'."),
    ("{all: [{answer: s, at_least: 3}, {answer: s, at_least: 12}]}", "meets 'at_least: 12'"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "why"), NEVER)
def test_a_step_that_is_never_shown_is_told_once_at_its_condition(
    tmp_path: Path, condition: str, why: str
) -> None:
    (found,) = warnings(tmp_path, shown_when(condition))
    assert found.startswith(f"{LINE}:41: warning: This step can never be shown: "), found
    assert why in found


SHOWN = [
    "{answer: s, at_least: 10}", "{answer: s, is: 0}", "{answer: n, is: 5}", "{answer: n, is_not: 5}",
    "{answer: l.count, is: 3}", "{answer: p.count, is: 2}", "{answer: g.k, is: 0}", "{answer: g.k, at_least: 2}",
    "{answer: m, all_of: [a, b]}", "{answer: m, any_of: [none]}", "{answer: r.said, is: 2}",
    "{all: [{answer: r.after.highest, at_least: 5}, {answer: r.after.latest, less_than: 5}]}",
    "{answer: w.believable, at_most: 3}", "{answer: w, answered: true}", "{answer: c, answered: false}",
    "{any: [{answer: c, is: a}, {not: {answer: m, any_of: [a, b, none]}}]}",
    "{all: [{answer: c, none_of: [a, b]}, {answer: s, more_than: 2, less_than: 4}]}",
]  # fmt: skip


@pytest.mark.parametrize("condition", SHOWN)
def test_a_step_that_can_be_shown_is_left_alone(tmp_path: Path, condition: str) -> None:
    assert warnings(tmp_path, shown_when(condition)) == []


@pytest.mark.parametrize(
    "condition",
    [
        "{not: {answer: s, at_least: 12}}",
        "{any: [{answer: c, answered: true}, {answer: c, answered: false}]}",
        "{any: [{answer: c, any_of: [a, b]}, {not: {answer: c, any_of: [a, b]}}]}",
    ],
)
def test_a_condition_that_always_holds_is_told(tmp_path: Path, condition: str) -> None:
    (found,) = warnings(tmp_path, shown_when(condition))
    assert "This condition always holds" in found


def test_a_test_that_nothing_meets_is_told_at_the_test(tmp_path: Path) -> None:
    (found,) = warnings(tmp_path, shown_when("{any: [{answer: s, at_least: 3}, {answer: s, at_least: 12}]}"))
    assert (
        found
        == f"{LINE}:80: warning: Nothing meets this test: no answer to 's' meets 'at_least: 12'. It goes up to 10."
    )


def test_what_a_hidden_step_takes_along_is_told_with_it(tmp_path: Path) -> None:
    text = HEAD + (
        "      - {id: x, kind: choice, prompt: Which, options: {a: A, b: B}, when: {answer: s, at_least: 12}}\n"
        "      - {id: t, kind: text, text: Well, when: {answer: x, is: a}}\n"
        "      - {id: u, kind: yes-no, prompt: Well, when: {any: [{answer: x, is: b}]}}\n"
        "      - {id: v, kind: text, text: Well, when: {answer: u, is: 'yes'}}\n"
        "      - {id: k, kind: text, text: Well, when: {any: [{answer: x, is: b}, {answer: c, is: a}]}}\n"
    )
    (found,) = warnings(tmp_path, text)
    assert found.startswith(f"{LINE}:69: ")
    assert found.endswith("Neither can 't', 'u', 'v', which need its answer.")


def test_the_conditions_of_the_steps_it_looks_at_count_too(tmp_path: Path) -> None:
    text = HEAD + (
        "      - {id: x, kind: choice, prompt: Which, options: {a: A, b: B}, when: {answer: c, is: a}}\n"
        "      - {id: t, kind: text, text: Well, when: {all: [{answer: x, is: a}, {answer: c, is: b}]}}\n"
        "      - {id: u, kind: text, text: Well, when: {all: [{answer: x, is: a}, {answer: c, is: a}]}}\n"
    )
    (found,) = warnings(tmp_path, text)
    assert (
        found.startswith(f"{LINE + 1}:41: ") and "no answers to 'x', 'c' meet its condition together" in found
    )


def test_an_error_is_not_repeated_as_a_warning(tmp_path: Path) -> None:
    text = shown_when("{answer: s, at_least: 11}").replace(
        "range: {min: 0, max: 10}", "rnge: {min: 0, max: 20}"
    )
    (found,) = warnings(tmp_path, text)
    assert "A series has no key 'rnge'" in found


def test_too_many_combinations_say_nothing_and_end(tmp_path: Path) -> None:
    steps = "".join(f"      - {{id: q{n}, kind: scale, prompt: How}}\n" for n in range(30))
    every = ", ".join(f"{{answer: q{n}, at_least: {n % 10}}}" for n in range(30))
    text = HEAD + steps + f"      - {{id: t, kind: text, text: Well, when: {{not: {{all: [{every}]}}}}}}\n"
    assert warnings(tmp_path, text) == []


OPTIONS = [
    ("{id: x, kind: choices, prompt: P, options: {a: A, b: B, none: N}, exclusive: [none], pick: {min: 2}}",
     "'none' stands alone, but at least 2 have to be chosen, so it never can be."),
    ("{id: x, kind: choices, prompt: P, options: {a: A, none: N}, exclusive: [none], pick: {min: 2}}",
     "'min' is 2, but only 1 can be chosen together"),
    ("{id: x, kind: choices, prompt: P, options: {a: A, b: B}, exclusive: [a, b]}", "what a 'choice' step is for"),
    ("{id: x, kind: grid, prompt: P, rows: {x: X}, columns: {k: {text: K, key: a}}}", "shows all rows in a grid"),
    ("{id: x, kind: grid, prompt: P, rows: {x: X}, columns: {k: {text: K, key: '2'}}}", "Digits choose by place"),
    ("{id: x, kind: rehearse, prompt: P, sentence: w, after: {rate: {prompt: P}}, strong: {at_least: 11}}",
     "The rating goes up to 10, so 'at_least: 11' never comes."),
]  # fmt: skip


@pytest.mark.parametrize(("step", "expected"), OPTIONS)
def test_what_nobody_can_use_is_told(tmp_path: Path, step: str, expected: str) -> None:
    (found,) = warnings(tmp_path, HEAD + f"      - {step}\n")
    assert "warning: " in found and expected in found


DECLARED = [
    ("doors: {d: {title: Door}}", "The door 'd' is declared, but nothing in this pack uses it."),
    ("markers: {d: {title: Dose}}", "The marker 'd' is declared, but nothing in this pack uses it."),
    ("values: {d: {title: Word, default: flat}}", "The value 'd' is declared"),
    ("sources: {d: {cite: Somebody}}", "but nothing in this pack cites it."),
    ("uses: other", "The pack 'other' stands under 'uses', but nothing here reads it."),
]


@pytest.mark.parametrize(("text", "expected"), DECLARED)
def test_a_name_that_nothing_uses_is_told_where_it_is_declared(
    tmp_path: Path, text: str, expected: str
) -> None:
    (found,) = warnings(tmp_path, HEAD + text + "\n")
    assert found.startswith(f"{LINE}:") and expected in found


USED = [
    "doors: {d: {title: Door}}\n#    title: First\n",
    "markers: {d: {title: Dose, role: medicine}}\n",
    "values: {d: {title: Word, default: flat}}\n#      - {id: t, kind: text, text: 'Well, {d}'}\n",
    "sources: {d: {cite: Somebody}}\n#      - {id: t, kind: text, text: Well, cites: d}\n",
    "uses: other\n#      - {id: q, kind: pick, prompt: Which, from: other/facts}\n",
]


@pytest.mark.parametrize("text", USED)
def test_every_use_counts(tmp_path: Path, text: str) -> None:
    declared, _, step = text.partition("#")
    if "title: First" in step:
        pack = HEAD.replace(step, step + "    door: d\n") + declared
    else:
        pack = HEAD + step + declared
    assert warnings(tmp_path, pack) == []


def test_a_list_that_nothing_fills_is_told(tmp_path: Path) -> None:
    text = HEAD.replace("collect: facts, ", "")
    (found,) = warnings(tmp_path, text)
    assert (
        "The collection 'facts' is used, but no step of this pack collects into it, so it stays empty."
        in found
    )
    assert warnings(tmp_path, text.replace("from: facts,", "from: facts, own: now,")) == []


@pytest.mark.parametrize("rule", ["before: visit", "after: {value: visit}"])
def test_a_date_that_no_step_keeps_is_told(tmp_path: Path, rule: str) -> None:
    text = HEAD.replace("    title: First\n", f"    title: First\n    suggest: {{{rule}}}\n", 1)
    declared = "values: {visit: {title: Visit, default: none}}\n"
    (found,) = warnings(tmp_path, text + declared)
    assert "No step of this pack keeps 'visit', so there is never a date" in found
    step = "      - {id: day, kind: date, prompt: When, keep: visit}\n"
    assert warnings(tmp_path, text + step + declared) == []


def test_the_built_in_pack_has_nothing_to_tell() -> None:
    assert check(built_in(), built_in=True).reports == []


# -- held against walking every answer -----------------------------------------------------------------------
STEPS: list[dict[str, Any]] = [
    {"id": "c", "kind": "choice", "options": {"a": {"text": "A"}, "b": {"text": "B"}}},
    {"id": "m", "kind": "choices", "options": {"a": {"text": "A"}, "n": {"text": "N"}}, "exclusive": ["n"]},
    {"id": "s", "kind": "scale", "range": {"min": 0, "max": 3}, "numb": True},
    {"id": "l", "kind": "list", "record": {}, "items": {"max": 2}},
]
ANSWERS: dict[str, list[Answer]] = {
    "c": [Answer(GIVEN, "a"), Answer(GIVEN, "b")],
    "m": [Answer(GIVEN, ["a"]), Answer(GIVEN, ["n"])],
    "s": [*(Answer(GIVEN, n) for n in range(4)), Answer(NUMB)],
    "l": [Answer(GIVEN, [{}]), Answer(GIVEN, [{}, {}])],
}
TEST = st.one_of(
    st.builds(lambda op, v: {"answer": "c", op: v}, st.sampled_from(["is", "is_not"]), st.sampled_from("ab")),
    st.builds(
        lambda op, v: {"answer": "m", op: v},
        st.sampled_from(["any_of", "none_of", "all_of"]),
        st.sampled_from([["a"], ["n"], ["a", "n"]]),
    ),
    st.builds(
        lambda op, v: {"answer": "s", op: v},
        st.sampled_from(["at_least", "less_than", "more_than"]),
        st.integers(-1, 4),
    ),
    st.builds(
        lambda op, v: {"answer": "l.count", op: v},
        st.sampled_from(["at_least", "at_most"]),
        st.integers(0, 3),
    ),
    st.builds(lambda step, on: {"answer": step, "answered": on}, st.sampled_from("cmsl"), st.booleans()),
)
CONDITION = st.recursive(
    TEST,
    lambda inner: st.one_of(
        st.builds(lambda some: {"all": some}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda some: {"any": some}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda one: {"not": one}, inner),
    ),
    max_leaves=4,
)


def walked(steps: Sequence[Step]) -> set[str]:
    """The steps that some combination of all answers shows."""
    seen: set[str] = set()
    every = [[*ANSWERS.get(step["id"], []), Answer(SKIPPED)] for step in steps]
    for answers in product(*every):
        walk = Walk(steps)
        by_step = dict(zip([step["id"] for step in steps], answers, strict=True))
        while walk.current is not None:
            seen.add(walk.current["id"])
            walk.give(by_step[walk.current["id"]])
    return seen


def backwards(condition: Any, allowed: set[str]) -> bool:
    """Whether a condition looks at earlier steps only."""
    if "answer" in condition:
        return condition["answer"].split(".")[0] in allowed
    inner = condition.get("all") or condition.get("any") or [condition.get("not")]
    return all(backwards(one, allowed) for one in inner)


@settings(max_examples=150, deadline=None)
@given(CONDITION, CONDITION)
def test_what_is_called_never_shown_is_exactly_what_no_walk_shows(first: Any, second: Any) -> None:
    steps: list[dict[str, Any]] = [dict(step) for step in STEPS]
    if backwards(first, {"c", "m"}):
        steps[2]["when"] = first
    steps.append({"id": "t", "kind": "text", "when": second})
    problems = Problems()
    unreachable({"exercises": [{"id": "e", "steps": steps}]}, problems, built_in=False)
    never = set()
    for found in problems.found:
        if "never be shown" in found.message:
            never.add(steps[int(found.path[3])]["id"])
            if "Neither can" in found.message:
                never.add("t")
    assert never == {step["id"] for step in steps} - walked(steps), problems.found


@pytest.mark.parametrize(
    ("test", "scale", "number"),
    [
        ("is: 7.5", False, False),
        ("is: 2.5", False, True),
        ("at_least: 9.5", True, False),
        ("more_than: 4.999", True, True),
        ("more_than: 5", True, False),
        ("at_least: 10.001", False, False),
    ],
)
def test_decimals_are_met_by_numbers_and_by_no_scale(
    tmp_path: Path, test: str, scale: bool, number: bool
) -> None:
    assert (warnings(tmp_path, shown_when(f"{{answer: s, {test}}}")) == []) is scale
    assert (warnings(tmp_path, shown_when(f"{{answer: n, {test}}}")) == []) is number
