"""What nobody let in is not on the page for a prescriber, whatever somebody else's pack asks for."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from guide.journal import page, page_pieces
from guide.journal.journal import Journal
from guide.journal.page_choices import remembered
from guide.journal.page_parts import parts

from .making import Clock, journal, log, play
from .page_parts import let_in, medicine, said, whole

HEAD = """format: 1
id: other
version: "1"
title: Another
language: en
uses: [core]
series:
  level: {title: Level, range: {min: 0, max: 10}, per: marks}
collections:
  marks: {title: Marks, label: "{text}", fields: {text: {title: What}}}
  facts: {title: Facts, role: evidence, label: "{text}", fields: {text: {title: What}}}
values:
  diary: {title: Diary, default: nothing}
  open: {title: Open, default: nothing}
  several: {title: Several, default: nothing}
  earlier: {title: Earlier, default: nothing}
  credit: {title: Credit, default: nothing}
exercises:
  - id: walk
    title: A walk
    steps:
      - {id: where, kind: short, prompt: Where, keep: diary}
      - {id: open, kind: choice, prompt: How was it, options: {a: fine, b: so so}, other: true, keep: open}
      - {id: several, kind: choices, prompt: What was it, options: {a: heavy, b: light}, keep: several}
      - {id: earlier, kind: choice, prompt: "Was it so when {where}", options: {a: "much like {where}", b: no}, keep: earlier}
      - {id: rows, kind: grid, prompt: Rows, rows: {a: "rows like {where}"}, columns: {x: {text: "as {where}", counts: x}}}
      - {id: fact, kind: short, prompt: Say, collect: facts, keep: credit}
summary:
"""
SECRETS = ("We fought", "Tom hit me", "a word of mine", "heavy", "My secret sentence", "on my own", "not be safe", "the medicine 3", "I rang Ann")  # fmt: skip
WALK = {
    "where": "We fought. Tom hit me.",
    "open": {"other": "a word of mine"},
    "several": ["a"],
    "earlier": "a",
    "rows": {"cells": {"a": "x"}},
    "fact": "I rang Ann",
}


@pytest.fixture
def clock() -> Clock:
    return Clock("2026-11-02T10:00:00")


def with_other(tmp_path: Path, clock: Clock, *parts: str) -> Journal:
    """A journal with three days of answers, and somebody else's pack that asks for these parts of the page."""
    folder = tmp_path / "other"
    folder.mkdir()
    lines = "".join(f"  - {{{part}}}\n" for part in parts)
    (folder / "pack.yaml").write_text(HEAD + lines, encoding="utf-8")
    opened = whole(journal(tmp_path / "home", clock, named=(folder,)))
    assert opened.library.troubles == []
    medicine(opened, taking="own")
    play(opened.begin("before-the-appointment"), {"stage": "look", "sentence": "My secret sentence", "other-things": "wine"})  # fmt: skip
    for _ in range(3):
        play(opened.begin("other/walk"), WALK)
        play(opened.begin("which-kind-of-hard"), {"kind": "unsafe"})
        play(opened.begin("catch-the-discount"), {"first-cause": "medicine"})
        clock.move(days=1)
    return opened


# Every part of a stranger's pack that could carry words, credit, or an answer that is somebody's own business.
ASKED = [
    "part: before, from: diary, free_text: true",
    "part: before, from: open, free_text: true",
    "part: before, from: several, free_text: true",
    "part: before, from: earlier, free_text: true",
    "part: before, from: core/one-sentence, free_text: true",
    "part: before, from: core/other-substances, free_text: true",
    "part: before, from: core/taking, free_text: true",
    "part: since, from: core/next-appointment, free_text: true",
    "part: taking, from: core/one-sentence",
    "part: effects, from: diary",
    "part: sentence, from: walk/where, free_text: true",
    "part: glad, from: core/own-word, free_text: true",
    "part: sides, from: core/catch-the-discount/first-cause",
    "part: sides, from: core/which-kind-of-hard/kind",
    "part: sides, from: walk/earlier",
    "part: words, from: walk/rows",
    "part: words, from: core/muted-check/words",
]


def test_a_strangers_pack_puts_nothing_on_the_page_that_was_not_let_in(tmp_path: Path, clock: Clock) -> None:
    opened = with_other(tmp_path, clock, *ASKED)
    shown = said(opened)
    assert [secret for secret in SECRETS if secret in shown] == []
    assert "“Was it so when …?” Days with each answer: much like … 3." in shown
    assert "as … most often: rows like … 3 of 3" in shown.replace("As …", "as …")
    titles = {(piece.part, piece.words) for piece in page.pieces(opened, remembered(opened))}
    assert {("before", "We fought. Tom hit me."), ("before", "a word of mine"), ("before", "heavy")} <= titles
    assert ("taking", "Yes, on my own") in titles and ("before", "Yes, on my own") not in titles
    assert not [name for name in titles if name[1] == "I rang Ann"]


def test_the_page_does_not_rely_on_the_checker(tmp_path: Path, clock: Clock) -> None:
    opened = with_other(tmp_path, clock, "part: costs, from: marks, free_text: true")
    names = ("diary", "open", "several", "credit", "core/taking", "core/one-sentence")
    for part, name, free in product(("before", "since", "sentence"), names, (True, False)):
        opened.library.packs["other"]["summary"] = [{"part": part, "from": name, "free_text": free}]
        shown = said(opened)
        assert [secret for secret in SECRETS if secret in shown] == [], (part, name, free)


def test_steps_and_numbers_of_another_pack_need_a_role(tmp_path: Path, clock: Clock) -> None:
    opened = with_other(tmp_path, clock, "part: costs, from: marks, free_text: true")
    log(opened)
    opened.library.packs["core"]["summary"] = []
    for part, name in (
        ("sides", "catch-the-discount/first-cause"),
        ("words", "muted-check/words"),
        ("costs", "which-kind-of-hard/kind"),
        ("want", "catch-the-discount/first-cause"),
        ("mood", "level"),
        ("mood", "flatness"),
        ("flatness", "expected"),
        ("glad", "skills"),
    ):
        opened.library.packs["other"]["summary"] = [
            {"part": part, "from": f"core/{name}", "free_text": False}
        ]
        assert page.pieces(opened, remembered(opened)) == [], name
        facts = page.facts(opened, remembered(opened))
        assert (facts.noted, facts.sides, facts.feelings, facts.mood, facts.flatness) == ((), (), (), (), ())
    opened.library.packs["other"]["summary"] = [{"part": "sides", "from": "core/muted-check/side"}]
    assert len(page.facts(opened, remembered(opened)).sides) == 1


def test_an_answer_that_another_pack_has_asked_for_waits_even_when_it_is_an_option(
    tmp_path: Path, clock: Clock
) -> None:
    opened = with_other(tmp_path, clock, "part: costs, from: marks, free_text: true")
    opened.library.packs["core"]["summary"] = []
    opened.library.packs["other"]["summary"] = [{"part": "before", "from": "core/taking"}]
    assert "on my own" not in said(opened)
    (piece,) = page.pieces(opened, remembered(opened))
    assert (piece.part, piece.words, piece.on) == ("before", "Yes, on my own", False)
    assert "Yes, on my own (noted 2 Nov)" in said(opened, let_in(opened, "before"))


def test_credit_and_numbers_of_single_items_are_no_part_of_the_page(tmp_path: Path, clock: Clock) -> None:
    opened = with_other(tmp_path, clock, "part: costs, from: marks, free_text: true")
    there = {(one.part, one.name) for one in parts(opened)}
    assert ("costs", "other/marks") in there
    for part, name in (("glad", "credit"), ("mood", "level"), ("glad", "walk/fact"), ("costs", "facts")):
        opened.library.packs["other"]["summary"] = [{"part": part, "from": name, "free_text": part == "glad"}]
        assert {one.pack for one in parts(opened)} == {"core"}, name


def test_an_option_of_its_own_stands_there_unasked_and_waits_when_the_pack_says_so(
    tmp_path: Path, clock: Clock
) -> None:
    opened = with_other(tmp_path, clock, "part: costs, from: marks, free_text: true")
    asked = {"part": "before", "from": "earlier"}
    opened.library.packs["other"]["summary"] = [asked]
    assert "“Was it so when …?” much like … (noted 4 Nov)." in said(opened)
    opened.library.packs["other"]["summary"] = [{**asked, "free_text": True}]
    assert "Was it so" not in said(opened)
    choices = let_in(opened, "before")
    assert "“Was it so when …?” much like … (noted 4 Nov)." in said(opened, choices)


def test_what_is_counted_cannot_wait_and_so_stays_away(tmp_path: Path, clock: Clock) -> None:
    opened = with_other(tmp_path, clock, "part: sides, from: walk/earlier")
    assert "Was it so" in said(opened)
    opened.library.packs["other"]["summary"][0]["free_text"] = True
    assert "Was it so" not in said(opened)


def test_an_older_answer_that_was_let_in_stands_there_behind_many_newer_ones(
    tmp_path: Path, clock: Clock
) -> None:
    opened = with_other(tmp_path, clock, "part: want, from: walk/where, free_text: true")
    choices = let_in(opened, "want")
    for _ in range(page_pieces.LISTED):
        play(opened.begin("other/walk"), {"where": "later"})
        clock.move(minutes=1)
    assert len(page.pieces(opened, choices)) > page_pieces.LISTED
    assert "We fought. Tom hit me." in said(opened, choices) and "later" not in said(opened, choices)
