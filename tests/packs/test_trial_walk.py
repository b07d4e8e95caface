"""Trial walks: every step that can be reached is, the rest is named, and what breaks is told with its seed."""

from __future__ import annotations

import builtins
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest

from guide.packs.discover import built_in
from guide.packs.load import load
from guide.packs.trial.walk import BRANCHES, Walked, walk_pack
from guide.steps import KINDS
from guide.steps.base import Json, Step

HEAD = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
collections:
  facts:
    title: Facts
    label: "{now}"
    fields: {now: {title: Now}, tried: {title: Tried, kind: choice, options: {yes: "Yes", no: "No"}}}
series: {ease: {title: Ease}}
exercises:
  - id: first
    title: First
    steps:
"""


def walked(tmp_path: Path, *steps: str, walks: int = 60, seed: int = 1) -> Walked:
    file = tmp_path / "pack.yaml"
    file.write_text(HEAD + "".join(f"      - {step}\n" for step in steps), encoding="utf-8")
    loaded = load(file)
    assert loaded.pack is not None, loaded.reports
    (found,) = walk_pack({"mine": loaded.pack}, "mine", walks=walks, seed=seed)
    return found


def core() -> dict[str, Mapping[str, Any]]:
    pack = load(built_in(), built_in=True).pack
    assert pack is not None
    return {"core": pack}


def test_the_built_in_pack_is_reached_everywhere_and_nothing_breaks() -> None:
    found = list(walk_pack(core(), "core", walks=100, seed=7))
    assert [one.exercise for one in found] == [one["id"] for one in core()["core"]["exercises"]]
    assert all(one.fine and not one.unchosen and not one.cut for one in found), found
    assert all(1 <= one.shortest <= one.longest for one in found)


def test_the_same_seed_walks_the_same_ways() -> None:
    assert list(walk_pack(core(), "core", walks=40, seed=3)) == list(
        walk_pack(core(), "core", walks=40, seed=3)
    )


def test_paths_are_counted_in_steps_that_are_shown(tmp_path: Path) -> None:
    found = walked(
        tmp_path,
        "{id: a, kind: yes-no, prompt: P}",
        "{id: b, kind: text, text: T, when: {answer: a, is: 'yes'}}",
        "{id: c, kind: text, text: T, more: true}",
    )
    assert (found.shortest, found.longest, found.unreached) == (1, 3, [])


def test_a_step_whose_condition_never_holds_is_named(tmp_path: Path) -> None:
    found = walked(
        tmp_path,
        "{id: a, kind: scale, prompt: P}",
        "{id: b, kind: yes-no, prompt: P, when: {answer: a, at_least: 11}}",
        "{id: c, kind: text, text: T, when: {answer: b, answered: true}}",
    )
    assert found.unreached == ["b", "c"] and not found.fine


REACHED = [
    ("{id: a, kind: list, prompt: P, collect: facts, record: {now: {kind: short, prompt: N}}}", "{answer: a.count, is: 7}"),
    ("{id: a, kind: pick, prompt: P, from: facts, pick: {max: 20}}", "{answer: a.count, at_least: 9}"),
    ("{id: a, kind: pick, prompt: P, from: facts}", "{answer: a, answered: false}"),
    ("{id: a, kind: grid, prompt: P, rows: {x: X, y: Y, z: Z}, columns: {k: K, j: J}}",
     "{all: [{answer: a.k, is: 2}, {answer: a.j, is: 1}]}"),
    ("{id: a, kind: number, prompt: P}", "{answer: a, is: 4711}"),
    ("{id: a, kind: choices, prompt: P, options: {a: A, b: B, c: C}}", "{answer: a, all_of: [a, c], none_of: [b]}"),
    ("{id: a, kind: choice, prompt: P, options: {a: A}, other: true}", "{all: [{answer: a, is_not: a}]}"),
    ("{id: a, kind: update, prompt: P, from: facts, ask: {tried: {kind: choice, prompt: P}}}", "{answer: a.count, is: 4}"),
    ("{id: a, kind: update, prompt: P, from: facts, where: {unanswered: tried}, ask: {now: {kind: short, prompt: P}}}",
     "{answer: a, answered: true}"),
    ("{id: a, kind: scale, prompt: P, numb: true}", "{all: [{answer: a, answered: true}, {not: {answer: a, at_least: 0}}]}"),
]  # fmt: skip


@pytest.mark.parametrize(("step", "condition"), REACHED)
def test_whatever_a_condition_asks_for_is_tried(tmp_path: Path, step: str, condition: str) -> None:
    found = walked(tmp_path, step, f"{{id: t, kind: text, text: T, when: {condition}}}", walks=0)
    assert found.unreached == [] and found.troubles == []


def test_sentences_and_rounds_are_walked(tmp_path: Path) -> None:
    found = walked(
        tmp_path,
        "{id: p, kind: pick, prompt: P, from: facts}",
        "{id: s, kind: sentence, prompt: P, evidence: p, believable: {prompt: B}, when: {answer: p, answered: true}}",
        "{id: r, kind: rehearse, prompt: P, sentence: s, after: {rate: {prompt: B}}}",
        "{id: t, kind: text, text: T, when: {answer: s.believable, less_than: 3}}",
        "{id: u, kind: text, text: T, when: {all: [{answer: r.said, is: 4}, {answer: r.after.latest, is: 6}]}}",
        "{id: v, kind: text, text: T, when: {all: [{answer: r.after.highest, at_least: 8}, {answer: r.after.latest, less_than: 5}]}}",
    )
    assert found.unreached == [] and found.troubles == []


def test_steps_that_show_what_was_before_are_reached_with_it_and_passed_over_without(tmp_path: Path) -> None:
    found = walked(
        tmp_path,
        "{id: a, kind: recall, prompt: P, from: {entries: all}, show: counts}",
        "{id: b, kind: chart, prompt: P, series: ease}",
        "{id: c, kind: pick, prompt: P, from: facts}",
        "{id: d, kind: scale, prompt: P, track: ease}",
    )
    assert (found.shortest, found.longest, found.unreached) == (1, 4, [])


def test_options_that_can_never_be_chosen_are_named(tmp_path: Path) -> None:
    found = walked(
        tmp_path,
        "{id: a, kind: choices, prompt: P, options: {a: A, b: B, n: N}, exclusive: [n], pick: {min: 2}}",
    )
    assert found.unchosen == [("a", "n")]


def test_something_that_breaks_is_told_with_step_and_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> NoReturn:
        raise RuntimeError("not today")

    monkeypatch.setattr(KINDS["scale"], "review", broken)
    found = walked(tmp_path, "{id: y, kind: yes-no, prompt: P}", "{id: a, kind: scale, prompt: P}")
    (trouble,) = found.troubles
    assert (trouble.step, trouble.message) == ("a", "RuntimeError: not today")
    number = int(trouble.walk.removeprefix("seed "))
    (again,) = walked(
        tmp_path, "{id: y, kind: yes-no, prompt: P}", "{id: a, kind: scale, prompt: P}", walks=1, seed=number
    ).troubles
    assert again == trouble
    assert not found.fine


def test_an_answer_that_the_kind_offers_and_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tries(frozen: Step) -> list[Json]:
        return ["yes", "perhaps"]

    monkeypatch.setattr(KINDS["yes-no"], "tries", tries)
    (trouble,) = walked(tmp_path, "{id: a, kind: yes-no, prompt: P}").troubles
    assert trouble.step == "a" and "perhaps" in trouble.message and "yes or no" in trouble.message


def test_too_many_branches_are_cut_and_said(tmp_path: Path) -> None:
    steps = [f"{{id: a{n}, kind: yes-no, prompt: P}}" for n in range(13)]
    tests = ", ".join(f"{{answer: a{n}, is: 'yes'}}" for n in range(13))
    found = walked(tmp_path, *steps, f"{{id: t, kind: text, text: T, when: {{any: [{tests}]}}}}", walks=0)
    assert found.cut and found.walks <= BRANCHES and found.unreached == []


def test_nothing_is_read_or_written(monkeypatch: pytest.MonkeyPatch) -> None:
    packs = core()
    list(walk_pack(packs, "core", walks=2))  # modules are imported once

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a trial walk touches no file")

    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(os, "open", refuse)
    assert all(one.fine for one in walk_pack(packs, "core", walks=20))
