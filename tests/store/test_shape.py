"""Tables and indexes that are gone or do not fit, steps that are lost: noticed, and made again without a loss."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.steps.base import Answer
from guide.store import derived, elsewhere, entries, fingerprint, health, rebuilding, settling, shape, trash
from guide.store.database import Store
from guide.words import doctor as words
from tests.store.making import begin, feeds_of, stamp, views, whole


def found(store: Store) -> list[tuple[str, str]]:
    return [(one.kind, one.what) for one in health.run(store)]


# -- lost steps -------------------------------------------------------------------------------------------


def test_steps_that_are_gone_are_missed_and_a_rebuild_takes_nothing_away(store: Store) -> None:
    whole(store, 1, note="the cat"), whole(store, 2, level=5)
    trash.trash(store, whole(store, 3, note="in the trash"), stamp(4))
    before, kept = (
        views(store),
        store.query("SELECT entry, first_words FROM entries JOIN steps ON entry = seq"),
    )
    store.connection.execute("DELETE FROM steps")
    assert ("missing", words.UNASKED[1].format(n=6)) in found(store)
    assert ("missing", "steps: 6 were written and 0 are there") in found(store)
    rebuilding.rebuild(store, feeds_of)
    assert views(store) == before
    firsts = dict(store.query("SELECT seq, first_words FROM entries"))
    assert all(firsts[seq] == first for seq, first in kept)
    assert ("missing", "steps: 6 were written and 0 are there") in found(store)
    assert [step.frozen["prompt"] for step in entries.entry(store, before[6][0].id).steps] == [
        "How flat?", "What was the day like?",
    ]  # fmt: skip


def test_a_question_that_is_gone_altogether_is_named_and_its_words_are_found(store: Store) -> None:
    entry = whole(store, note="the cat")
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.connection.execute("DELETE FROM frozen")
    store.connection.execute("DELETE FROM steps")
    steps = entries.entry(store, entry).steps
    assert [(step.frozen, step.lost, step.latest) for step in steps] == [
        ({}, ("question",), Answer("given", 7)), ({}, ("question",), Answer("given", "the cat")),
    ]  # fmt: skip
    rebuilding.rebuild(store, feeds_of)
    assert [row.id for row in entries.page(store, words="cat")] == [entry]
    assert [point.value for point in derived.points(store, "core/flatness")] == [7]


@pytest.mark.parametrize("where", ["", " WHERE step = 'note'", " WHERE entry = 3"])
def test_answers_that_are_gone_are_missed_and_a_rebuild_takes_nothing_away(store: Store, where: str) -> None:
    whole(store, 1, note="the cat"), whole(store, 2, level=5)
    trash.trash(store, whole(store, 3, note="in the trash"), stamp(4))
    before = views(store)
    store.connection.execute(f"DELETE FROM answers{where}")
    assert "missing" in {kind for kind, _ in found(store)}
    rebuilding.rebuild(store, feeds_of)
    assert views(store)[:6] == before[:6]
    assert [row.first_words for row in entries.page(store)] == [row.first_words for row in before[6]]
    entries.untrash(store, store.query("SELECT id FROM entries WHERE seq = 3")[0][0])
    assert "in the trash" in {item.label for item in derived.items(store, "core/facts")}


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM steps WHERE step = 'note'",
        "UPDATE steps SET position = 9 WHERE step = 'note'",
        "UPDATE steps SET frozen = (SELECT frozen FROM steps WHERE step = 'level')",
    ],
)
def test_a_step_of_a_draft_that_changed_is_noticed_without_an_answer(store: Store, statement: str) -> None:
    begin(store)
    assert found(store) == []
    store.connection.execute(statement)
    assert {kind for kind, _ in found(store)} == {"missing"}


def test_steps_are_counted_through_all_that_changes_them(store: Store) -> None:
    one, two = whole(store, 1), begin(store)
    entries.keep_step(store, two, "note", 1, {"id": "note", "kind": "short", "prompt": "Other words"})
    trash.trash(store, one, stamp(3))
    trash.empty(store, stamp(4))
    offered = {"id": "pick", "kind": "pick", "choices": [{"item": "a" * 32}, {"item": "b" * 32}]}
    entries.keep_step(store, two, "pick", 2, offered)
    with store.writing() as connection:
        elsewhere.take_out(connection, {"a" * 32})
    assert "a" * 32 not in str(entries.entry(store, two).steps)
    assert found(store) == []


def test_a_count_of_steps_that_is_gone_is_made_again(store: Store) -> None:
    whole(store)
    kept = store.query("SELECT * FROM ledger WHERE name = 'steps'")
    store.connection.execute("DELETE FROM ledger WHERE name = 'steps'")
    assert found(store) == [("derived", "the count of steps")]
    rebuilding.rebuild(store, feeds_of)
    assert store.query("SELECT * FROM ledger WHERE name = 'steps'") == kept


def test_settled_the_questions_stand_behind_the_others_and_nothing_is_said_any_more(store: Store) -> None:
    whole(store, 1), whole(store, 2, level=5)
    before = views(store)
    store.connection.execute("DELETE FROM steps WHERE entry = 1")
    store.connection.execute("DELETE FROM answers WHERE entry = 2 AND step = 'note'")
    assert settling.settle(store) and not settling.settle(store)
    assert {kind for kind, _ in found(store)} == set() and views(store) == before
    assert [(step.step, step.position) for step in entries.entry(store, before[6][1].id).steps] == [
        ("level", 0), ("note", 1),
    ]  # fmt: skip
    store.connection.execute("DELETE FROM answers WHERE entry = 1 AND step = 'note'")
    assert {kind for kind, _ in found(store)} == {"missing"}, "what goes from now on is noticed as before"


def test_a_damaged_row_is_named_after_settling_too(store: Store) -> None:
    whole(store)
    store.connection.execute("UPDATE answers SET value = '1' WHERE step = 'note'")
    assert not settling.settle(store) and ("row" in {kind for kind, _ in found(store)})


# -- tables and indexes -----------------------------------------------------------------------------------

_GONE = [(part.name, part.table) for part in shape.parts()]


@pytest.mark.parametrize(("name", "table"), _GONE, ids=[name for name, _ in _GONE])
def test_whatever_is_gone_is_named_and_made_again(path: Path, name: str, table: bool) -> None:
    with Store.open(path) as store:
        whole(store, 1), whole(store, 2)
        before = views(store)
        store.connection.execute("PRAGMA foreign_keys = OFF")
        store.connection.execute(f"DROP {'TABLE' if table else 'INDEX'} {name}")
        kind = "missing" if table and name not in shape.DERIVED else "derived"
        assert found(store)[0] == (kind, (words.GONE if table else words.ORDER).format(name=name))
        if table and kind == "derived" and name not in ("ledger", "parked"):
            with pytest.raises(GuideError, match="doctor"):
                whole(store, 3)
    with Store.open(path) as store:
        made = shape.mend(store)
        assert made[:1] == ([] if name == "ledger" else [name if table else shape.INDEXES])
        assert set(made[1:]) <= {shape.INDEXES}, "those of a table go with it"
        rebuilding.rebuild(store, feeds_of)
        if kind == "derived":
            assert found(store) == [] and views(store)[:5] == before[:5]
        whole(store, 4)


@pytest.mark.parametrize("inside", ["data", "config", "content", "docsize"])
@pytest.mark.parametrize("how", ["DELETE FROM", "DROP TABLE"])
def test_an_index_of_words_that_is_damaged_is_named_and_made_again(path: Path, inside: str, how: str) -> None:
    with Store.open(path) as store:
        whole(store, 1), whole(store, 2)
        before = views(store)
    damage(path, f"{how} search_{inside}")
    with Store.open(path) as store:
        assert ("derived", "the search index") in found(store)
        assert shape.mend(store) == [shape.SEARCH]
        rebuilding.rebuild(store, feeds_of)
        assert views(store) == before and found(store) == []
    with Store.open(path) as store:
        whole(store, 3)


def damage(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("inside", ["data", "config"])
def test_a_damaged_index_of_words_is_seen_where_nothing_may_be_written(path: Path, inside: str) -> None:
    with Store.open(path) as store:
        whole(store)
    damage(path, f"DELETE FROM search_{inside}")
    with Store.open(path, readonly=True) as store:
        assert ("derived", "the search index") in found(store)


def test_an_index_that_does_not_fit_its_table_is_noticed_and_made_again(path: Path) -> None:
    with Store.open(path) as store:
        whole(store, 1), whole(store, 2)
        before = views(store)
        sql = store.query("SELECT sql FROM sqlite_master WHERE name = 'entries_ended'")[0][0]
    other = "UPDATE sqlite_master SET sql = '{sql}' WHERE name = 'entries_ended'"
    damage(path, "PRAGMA writable_schema = 1", other.format(sql=f"{sql} AND seq <> 2"))
    damage(path, "REINDEX entries_ended", "PRAGMA writable_schema = 1", other.format(sql=sql))
    with Store.open(path) as store:
        assert ("derived", words.ORDER.format(name="entries")) in found(store)
        assert not [one for one in found(store) if one[0] == "file"]
        assert shape.mend(store) == []
        rebuilding.rebuild(store, feeds_of)
        assert found(store) == [] and views(store) == before


def test_a_day_that_is_not_that_of_the_moment_is_noticed_and_made_again(store: Store) -> None:
    whole(store, 1), whole(store, 2)
    before = views(store)
    store.connection.execute("UPDATE entries SET ended_day = '2020-01-01' WHERE seq = 2")
    assert found(store) == [("derived", words.DAYS)]
    assert fingerprint.differing(store, feeds_of) == ["days"]
    rebuilding.rebuild(store, feeds_of)
    assert views(store) == before and found(store) == []


def test_bytes_in_the_place_of_words_are_a_damaged_row(store: Store) -> None:
    entry = whole(store)
    store.connection.execute("UPDATE answers SET value = x'ff00ff' WHERE step = 'note'")
    assert ("row", f"answer 1 to note in entry {entry[:8]}") in found(store)
    assert entries.entry(store, entry).steps[1].answers == []
    rebuilding.rebuild(store, feeds_of)
    assert len(derived.items(store, "core/facts")) == 1, "what it fed while it could be read stays"
