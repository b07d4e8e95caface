"""Taken away and brought back: the same bytes, the same views, whatever was lived and whenever."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.journal import bring_back, take_away
from guide.journal.journal import Journal
from guide.journal.shown import feeds_of_entry
from guide.store import fingerprint, health, merge, pages, rebuilding, trash
from guide.store.database import Store

from .example_life import EXAMPLE
from .lives import edit, live, opened

SCHEMA = jsonschema.Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "docs" / "data-format.schema.json").read_text("utf-8"))
)
SEEDS = st.integers(0, 2**32)


def exported(journal: Journal, file: Path) -> bytes:
    """Everything behind the first line, which holds the time."""
    take_away.export(journal, str(file), replace=True)
    return file.read_bytes().partition(b"\n")[2]


def sound(store: Store) -> None:
    """Nothing is damaged, and what was derived is what a rebuild derives."""
    assert health.run(store) == []
    before = fingerprint.fingerprints(store)
    rebuilding.rebuild(store, feeds_of_entry)
    assert fingerprint.fingerprints(store) == before


@given(seed=SEEDS, example=st.booleans())
@settings(max_examples=12)
def test_there_and_back(seed: int, example: bool, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, random = tmp_path_factory.mktemp("there"), Random(seed)
    packs = (EXAMPLE,) if example else ()
    one, two = opened(folder / "one", random, packs), opened(folder / "two", random, packs)
    live(one, random, 12)
    emptied = random.random() < 0.3 and trash.empty(one.store, one.clock())
    first = exported(one, folder / "one.json")
    for error in SCHEMA.iter_errors(json.loads((folder / "one.json").read_bytes())):
        raise AssertionError(error)
    bring_back.bring_in(two, str(folder / "one.json"))
    assert exported(two, folder / "two.json") == first
    rebuilding.rebuild(
        one.store, feeds_of_entry
    )  # words being typed in an ended entry are found from its next answer on
    if not emptied:  # else the rows have other numbers
        assert fingerprint.fingerprints(two.store) == fingerprint.fingerprints(one.store)
    assert [row[:-1] for row in pages.page(two.store)] == [row[:-1] for row in pages.page(one.store)]
    sound(two.store)
    again = bring_back.bring_in(two, str(folder / "one.json"))
    assert exported(two, folder / "two.json") == first, again


@given(seed=SEEDS)
@settings(max_examples=12)
def test_two_machines_meet(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """They begin alike, go on apart, and are the same after each has taken in the other's file, in either order."""
    folder, random = tmp_path_factory.mktemp("meet"), Random(seed)
    one, two = opened(folder / "one", random), opened(folder / "two", random)
    live(one, random, 6)
    exported(one, folder / "start.json")
    bring_back.bring_in(two, str(folder / "start.json"))
    for journal in (one, two):
        live(journal, random, 3)
        for entry in [row.id for row in pages.page(journal.store)][:4]:
            edit(journal, entry, random)
        journal.store.connection.execute("DELETE FROM typing")  # the machine at hand decides about those
        rebuilding.rebuild(journal.store, feeds_of_entry)
    exported(one, folder / "one.json")
    exported(two, folder / "two.json")
    bring_back.bring_in(one, str(folder / "two.json"))
    bring_back.bring_in(two, str(folder / "one.json"))
    left, right = (
        contents(exported(one, folder / "left.json")),
        contents(exported(two, folder / "right.json")),
    )
    assert left == right
    for journal in (one, two):
        sound(journal.store)
    for file in ("one", "two", "left", "right"):
        found = bring_back.bring_in(one, str(folder / f"{file}.json")).lines
        assert contents(exported(one, folder / "again.json")) == left, (file, found)


def contents(exported: bytes) -> dict[str, object]:
    """The lists without their order, and without what the machine at hand decides."""
    found = json.loads(b"{" + exported)
    return {name: sorted(map(json.dumps, found[name])) for name in ("shown", "items", "deleted", "entries")}


def test_what_the_lives_hold(tmp_path: Path) -> None:
    """The property tests stand on lives that have everything in them."""
    every, items = list[dict[str, object]](), list[dict[str, object]]()
    for seed in range(4):  # one life alone may lack something, whenever an exercise is reworded
        journal = opened(tmp_path / str(seed), Random(seed))
        live(journal, Random(seed), 40)
        found = json.loads(b"{" + exported(journal, tmp_path / f"{seed}.json"))
        every += found["entries"]
        items += found["items"]
    assert {one["how"] for one in every} == {"finished", "stopped", None}
    assert any(one["trashed"] for one in every) and any(one["typing"] for one in every)
    answers = [answer for one in every for answer in one["answers"]]  # type: ignore[attr-defined]
    assert max(answer["revision"] for answer in answers) > 2
    assert {item["set_aside"] for item in items} == {True, False}
    assert len({one["started"]["offset"] for one in every}) > 5  # type: ignore[index]
    assert {answer["state"] for answer in answers} >= {"given", "skipped", "hidden", "not-reached"}


def test_days_stay_days(tmp_path: Path) -> None:
    """An entry of a leap day, of the hour that came twice, of a clock years off: the same day in the other notebook."""
    random = Random(3)
    one, two = opened(tmp_path / "one", random), opened(tmp_path / "two", random)
    live(one, random, 40)
    exported(one, tmp_path / "one.json")
    bring_back.bring_in(two, str(tmp_path / "one.json"))
    days = [(row.id, row.day, row.ended_at) for row in pages.page(one.store, limit=99)]
    assert days == [(row.id, row.day, row.ended_at) for row in pages.page(two.store, limit=99)]
    assert {"2024-02-29", "2019-01-01"} & {day for _, day, _ in days}
    checked = merge.check(tmp_path / "one.json")
    assert checked.counts["entries"] >= len(days)
