"""Random sequences of walks, edits, deletions and taking back: what is derived always fits the answers."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from guide import places
from guide.errors import GuideError
from guide.journal import changing, items, support_plan
from guide.journal.journal import Journal
from guide.journal.shown import feeds_of_entry
from guide.steps import KINDS
from guide.store import fingerprint, health, pages, rebuilding, trash
from tests.journal.making import Clock

STEPS = 80


class Person:
    """Somebody who does anything, in any order."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.clock = Clock()
        self.journal = Journal.open(places.find(str(folder), {}), clock=self.clock)
        self.done: set[str] = set()

    def act(self) -> None:
        self.clock.move(minutes=self.chance.randint(0, 3000))
        # More is written than is taken away, so that there is something to do it to.
        does = [self.walk] * 4 + [self.edit] * 5 + [self.delete] * 2 + [self.undo] * 3
        does += [self.restore, self.set_aside, self.delete_all_of_one, self.empty]
        does[self.chance.randrange(len(does))]()

    def walk(self) -> None:
        exercise = self.chance.choice(list(self.journal.library.exercises()))
        try:
            sitting = self.journal.begin(exercise.ref)
        except GuideError:
            return  # it needs something that is not there yet
        for _ in range(60):
            step = sitting.view().step
            if step is None or self.chance.random() < 0.03:
                break
            tries = KINDS[step["kind"]].tries(step)
            if not tries or self.chance.random() < 0.1 or not sitting.give(self.chance.choice(tries)).kept:
                sitting.skip(sure=True)
            if self.chance.random() < 0.1:
                sitting.back()
        if self.chance.random() < 0.9:
            sitting.stop()
        self.done.add("walk")

    def ended(self) -> list[str]:
        return [row.id for row in pages.page(self.journal.store, limit=500)]

    def edit(self) -> None:
        for entry in self.chance.sample(self.ended(), min(3, len(self.ended()))):
            for _ in range(3):
                there = changing.editable(self.journal, entry)
                if not there:
                    break
                step = self.chance.choice(there)
                tries = [None, step.raw, *KINDS[step.frozen["kind"]].tries(step.frozen)]
                if changing.edit(self.journal, entry, step.step, self.chance.choice(tries), sure=True).kept:
                    self.done.add("edit")

    def delete(self) -> None:
        some = [*self.ended(), *(draft.id for draft in self.journal.drafts())]
        if some:
            changing.delete(self.journal, self.chance.choice(some))
            self.done.add("delete")

    def delete_all_of_one(self) -> None:
        there = trash.exercises(self.journal.store)
        if there:
            changing.delete_exercise(self.journal, self.chance.choice(there))
            self.done.add("delete all")

    def undo(self) -> None:
        if changing.can_undo(self.journal):
            try:
                changing.undo(self.journal)
                self.done.add("undo")
            except GuideError as error:
                assert "once more since" in error.message

    def restore(self) -> None:
        rows = changing.in_trash(self.journal)
        if rows:
            changing.restore(self.journal, self.chance.choice(rows).id)
            self.done.add("restore")

    def set_aside(self) -> None:
        for built in items.built_up(self.journal)[:2]:
            for held in items.held(self.journal, built, limit=1):
                items.set_aside(self.journal, held.id)
                self.done.add("set aside")

    def empty(self) -> None:
        if self.chance.random() < 0.3:
            changing.empty_trash(self.journal)
            self.done.add("empty")


def derived_as_kept(journal: Journal) -> None:
    """Made again from the answers alone, everything is as it was; the checks find nothing."""
    store = journal.store
    assert health.run(store) == []
    before = fingerprint.fingerprints(store), store.query("SELECT * FROM parked ORDER BY entry")
    rebuilding.rebuild(store, feeds_of_entry)
    after = fingerprint.fingerprints(store), store.query("SELECT * FROM parked ORDER BY entry")
    assert [name for name in before[0] if before[0][name] != after[0][name]] == []
    assert len(before[1]) == len(after[1])
    assert health.run(store) == []
    assert support_plan.agrees(store, journal.library)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_somebody_does_the_views_fit_the_answers(tmp_path: Path, seed: int) -> None:
    person = Person(tmp_path, seed)
    for number in range(STEPS):
        person.act()
        if number % 5 == 4:
            derived_as_kept(person.journal)
    assert {"walk", "edit", "delete", "undo"} <= person.done
    person.journal.close()


def test_emptied_for_good_leaves_no_row_behind(tmp_path: Path) -> None:
    person = Person(tmp_path, 99)
    for _ in range(15):
        person.walk()
        person.edit()
    store = person.journal.store
    changing.delete(person.journal, *person.ended(), *(one.id for one in person.journal.drafts()))
    changing.empty_trash(person.journal)
    kept = ("entries", "steps", "frozen", "answers", "typing", "item_state", "undo", "parked", "tallies")
    for table in (*kept, "points", "items", "markers", "kept", "uses", "search"):
        assert store.query(f"SELECT count(*) FROM {table}") == [(0,)], table
    assert health.run(store) == []
    person.journal.close()
