"""A notebook in which something is damaged can be taken away, and what is written can be taken in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.steps.base import Answer
from guide.store import entries, fingerprint, health, merge, rebuilding
from guide.store.database import Store
from tests.store.making import begin, feeds_of, stamp, views, whole
from tests.store.test_transfer import save

NOTE_SHOWN = "(SELECT frozen FROM steps WHERE step = 'note')"


@pytest.fixture
def damaged(store: Store) -> Store:
    """Two entries and a draft, to be damaged in some way."""
    whole(store, 1, note="the cat"), whole(store, 2, note="the dog")
    draft = begin(store, stamp(9))
    entries.hold(store, draft, "note", "half a sen", at="2026-11-23T12:10:00.250+00:00")
    store.connection.execute("PRAGMA foreign_keys = OFF")
    return store


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        (f"UPDATE frozen SET json = replace(json, 'day', 'cat') WHERE hash = {NOTE_SHOWN}", "as shown"),
        (f"UPDATE frozen SET json = '[]' WHERE hash = {NOTE_SHOWN}", "as shown"),
        (f"DELETE FROM frozen WHERE hash = {NOTE_SHOWN}", "step note as shown"),
        ("DELETE FROM steps", ""),
        ("UPDATE steps SET position = -99", ""),
        ("UPDATE entries SET changed_at = 'bogus', cursor = 5, closed = 7", ""),
        ("UPDATE entries SET trashed_at = 'bogus' WHERE seq = 3", ""),
        ("UPDATE typing SET at = 'x'", ""),
        ("UPDATE typing SET raw = '{bad'", "typed at note"),
        ("UPDATE answers SET value = x'ff00ff' WHERE step = 'level'", "answer 1 to level"),
        ("INSERT INTO tombstones VALUES ('zz', 'yy')", "deletion zz"),
        ("INSERT INTO meta VALUES ('', '1')", "choice"),
        ("INSERT INTO item_state VALUES ('', 5)", "item"),
        ("UPDATE declarations SET json = '[]'", "declaration core/fla"),
    ],
)
def test_it_can_be_taken_in_and_the_words_are_there(damaged: Store, path: Path, sql: str, names: str) -> None:
    damaged.connection.execute(sql)
    file = save(damaged, path.parent / "out.json")
    if names:
        assert damaged.notice and names in damaged.notice
    else:
        assert damaged.notice is None
    merge.check(file)
    with Store.open(None) as other:
        assert merge.take_in(other, file, feeds_of).new == 3
        assert health.run(other) == []
        found = {row.id for row in entries.page(other, words="cat")}
        assert found == {entries.page(damaged)[1].id}, "the words are found, whatever they were asked"
        before = fingerprint.fingerprints(other)
        rebuilding.rebuild(other, feeds_of)
        assert fingerprint.fingerprints(other) == before


def test_questions_that_are_gone_come_with_their_answers_and_mend_the_store_they_came_from(
    damaged: Store, path: Path
) -> None:
    before = views(damaged)
    damaged.connection.execute("DELETE FROM steps")
    file = save(damaged, path.parent / "out.json")
    with Store.open(None) as other:
        merge.take_in(other, file, feeds_of)
        assert views(other) == before
    merge.take_in(damaged, file, feeds_of)
    assert not any("gone" in one.what for one in health.run(damaged))


def test_an_answer_whose_question_is_lost_keeps_its_words(damaged: Store, path: Path) -> None:
    damaged.connection.execute("DELETE FROM frozen")
    file = save(damaged, path.parent / "out.json")
    record = json.loads(file.read_text())["entries"][0]
    assert record["steps"] == [] and {one["shown"] for one in record["answers"]} == {None}
    with Store.open(None) as other:
        merge.take_in(other, file, feeds_of)
        steps = entries.entry(other, record["id"]).steps
        assert {step.step: step.latest for step in steps} == {
            "level": Answer("given", 7), "note": Answer("given", "the cat"),
        }  # fmt: skip


@pytest.mark.parametrize("table", ["tombstones", "item_state", "meta", "typing", "frozen"])
def test_a_table_that_is_gone_is_said_and_no_error_of_the_program(
    damaged: Store, path: Path, table: str
) -> None:
    damaged.connection.execute(f"DROP TABLE {table}")
    with pytest.raises(GuideError, match="doctor"):
        save(damaged, path.parent / "out.json")


def test_what_cannot_be_shaped_at_all_is_left_out_and_named(damaged: Store, path: Path) -> None:
    (first,) = damaged.query("SELECT id FROM entries WHERE seq = 1")[0]
    damaged.connection.execute("UPDATE entries SET title = 'x' WHERE seq = 1")
    merge.check(save(damaged, path.parent / "out.json"))
    assert damaged.notice and f"entry {first[:8]}" in damaged.notice
