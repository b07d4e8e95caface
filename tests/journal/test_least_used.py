"""The least used come first: a pick and a sentence use an item, and that follows whatever becomes of their entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal.journal import Journal
from guide.journal.shown import feeds_of_entry
from guide.store import derived, health, rebuilding
from guide.store.migrations import m003_uses
from tests.journal.making import Clock, journal, play

PACK = """format: 1
id: mine
version: "1.0"
title: Mine
language: en
collections:
  acts: {title: Acts, label: "{what}", fields: {what: {title: What}}}
  plans: {title: Plans, label: "{what}", fields: {what: {title: What}}}
  sentences: {title: Sentences, label: "{text}", fields: {text: {title: Sentence}}}
exercises:
  - id: note
    title: Note
    steps:
      - {id: act, kind: short, prompt: An act, collect: acts}
      - {id: plan, kind: short, prompt: A plan, collect: plans}
  - id: back
    title: Look back
    steps:
      - {id: again, kind: yes-no, prompt: Do you want to pick}
      - id: fact
        kind: pick
        prompt: Which one
        from: [acts, plans]
        order: least-used
        own: what
        when: {answer: again, is: "yes"}
      - {id: said, kind: sentence, prompt: A sentence, evidence: fact, collect: sentences, revise: true}
      - {id: end, kind: text, text: That is all.}
  - id: through
    title: Through
    steps:
      - id: all
        kind: update
        prompt: All of them
        from: [acts, plans]
        order: least-used
        ask: {what: {kind: short, prompt: "{item}"}}
"""


@pytest.fixture
def mine(tmp_path: Path) -> Journal:
    file = tmp_path / "pack.yaml"
    file.write_text(PACK, encoding="utf-8")
    clock = Clock()
    opened = journal(tmp_path / "home", clock, (file,))
    for act, plan in (("swept", "to sweep"), ("cooked", "to cook")):
        play(opened.begin("mine/note"), {"act": act, "plan": plan})
        clock.move(days=1)
    return opened


def offered(mine: Journal, name: str = "mine/back") -> list[str]:
    """What the step offers now, in its order. Nothing of this walk counts."""
    sitting = mine.begin(name)
    if name == "mine/back":
        sitting.give("yes")
    step = sitting.view().step
    assert step is not None
    sitting.undo()
    return [one["label"] for one in step["choices"]]


def pick(mine: Journal, *labels: str, said: str = "") -> str:
    sitting = mine.begin("mine/back")
    sitting.give("yes")
    step = sitting.view().step
    assert step is not None
    ids = {one["label"]: one["item"] for one in step["choices"]}
    sitting.give([ids.get(label, {"own": label}) for label in labels])
    play(sitting, {"said": said} if said else {})
    return sitting.entry


def uses(mine: Journal) -> list[tuple[str, int, str, str]]:
    return mine.store.query("SELECT item, entry, at, step FROM uses ORDER BY item, entry")


def test_what_was_picked_goes_behind_what_was_not(mine: Journal) -> None:
    assert offered(mine) == ["to cook", "cooked", "to sweep", "swept"], "newest first, both lists together"
    pick(mine, "cooked")
    assert offered(mine) == ["to cook", "to sweep", "swept", "cooked"]
    pick(mine, "to cook", said="I cooked.")
    pick(mine, "cooked")
    assert offered(mine) == ["to sweep", "swept", "to cook", "cooked"], "a sentence on it is no second use"
    assert offered(mine, "mine/through") == ["to sweep", "swept", "to cook", "cooked"]


def test_words_of_ones_own_are_used_as_they_are_written(mine: Journal) -> None:
    pick(mine, "walked")
    assert offered(mine)[-1] == "walked"


def test_a_walk_that_has_not_ended_uses_nothing(mine: Journal) -> None:
    before = offered(mine)
    sitting = mine.begin("mine/back")
    sitting.give("yes")
    sitting.give([derived.items(mine.store, "mine/plans")[0].id])
    assert uses(mine) == []
    sitting.stop()
    assert offered(mine) == [*before[1:], before[0]]


def test_a_sentence_that_is_revised_stands_on_its_facts_once_more(mine: Journal) -> None:
    entry = pick(mine, "swept", said="I swept.")
    (sentence,) = derived.items(mine.store, "mine/sentences")
    play(mine.begin("mine/back"), {"again": "no", "said": {"text": "I sweep.", "revises": sentence.id}})
    assert [step for *_, step in uses(mine)] == ["fact", "said"]
    mine.trash(entry)
    assert [step for *_, step in uses(mine)] == ["said"]


def test_uses_follow_an_edit_the_trash_and_undo(mine: Journal) -> None:
    sitting = mine.resume(pick(mine, "swept"))
    assert offered(mine)[-1] == "swept"
    cooked = next(one.id for one in derived.items(mine.store, "mine/acts") if one.label == "cooked")
    while (step := sitting.view().step) is None or step["id"] != "fact":
        assert sitting.back()
    sitting.give([cooked])
    assert [item for item, *_ in uses(mine)] == [cooked]
    sitting.undo()
    assert uses(mine) == []
    mine.untrash(sitting.entry)
    assert [item for item, *_ in uses(mine)] == [cooked]


def test_a_pick_that_is_hidden_in_the_end_uses_nothing(mine: Journal) -> None:
    sitting = mine.begin("mine/back")
    sitting.give("yes")
    sitting.give([derived.items(mine.store, "mine/acts")[0].id])
    while sitting.back():
        pass
    play(sitting, {"again": "no"})
    assert uses(mine) == []


def many(mine: Journal) -> None:
    pick(mine, "swept", said="I swept.")
    trashed = pick(mine, "swept")
    pick(mine, "walked")
    hidden = mine.begin("mine/back")
    hidden.give("yes")
    hidden.give([derived.items(mine.store, "mine/acts")[0].id])
    while hidden.back():
        pass
    play(hidden, {"again": "no"})
    mine.trash(trashed)


def test_a_rebuild_makes_the_same(mine: Journal) -> None:
    many(mine)
    before, parked = uses(mine), mine.store.query("SELECT * FROM parked")
    assert len(before) == 2
    rebuilding.rebuild(mine.store, feeds_of_entry)
    assert uses(mine) == before
    assert mine.store.query("SELECT * FROM parked") == parked
    assert health.run(mine.store) == []


def test_a_store_from_before_learns_what_was_used(mine: Journal) -> None:
    many(mine)
    before, parked = uses(mine), mine.store.query("SELECT * FROM parked")
    mine.store.connection.execute("DROP TABLE uses")
    feeds = "[" + parked[0][1].partition('["use"')[0].strip("[,") + "]"
    mine.store.connection.execute("UPDATE parked SET feeds = ?", (feeds,))
    mine.store.connection.execute("UPDATE answers SET value = '[{' WHERE step = 'said'")
    for _ in range(2):
        m003_uses.run(mine.store.connection)
        assert uses(mine) == before
        assert mine.store.query("SELECT * FROM parked") == parked
