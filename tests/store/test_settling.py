"""Rows that lost the row they belong to: nobody else takes them over, and a person can say that it is all right so."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.store import derived, entries, health, merge, rebuilding, settling, transfer
from guide.store.database import Store
from tests.store.making import feeds_of, whole


def lose(store: Store, sql: str) -> None:
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.connection.execute(sql)
    store.connection.execute("PRAGMA foreign_keys = ON")


def kinds(store: Store) -> set[str]:
    return {one.kind for one in health.run(store)}


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM entries WHERE seq = 2",
        "DELETE FROM entries WHERE seq = 1",
        "DELETE FROM frozen WHERE hash IN (SELECT frozen FROM steps WHERE step = 'note')",
    ],
)
def test_a_lost_row_is_said_until_it_is_settled_and_another_one_is_said_anew(store: Store, sql: str) -> None:
    whole(store, 1)
    whole(store, 2)
    whole(store, 3, exercise="core/other")
    lose(store, sql)
    rebuilding.rebuild(store, feeds_of)
    assert "missing" in kinds(store)
    assert settling.settle(store) and "missing" not in kinds(store) and "row" not in kinds(store)
    assert not settling.settle(store), "nothing is left to settle"
    lose(store, "DELETE FROM entries WHERE seq = 3")
    assert "missing" in kinds(store)


def test_a_new_entry_takes_over_no_answers_of_one_whose_row_is_lost(store: Store) -> None:
    lost = whole(store, 1, note="the old words")
    lose(store, f"DELETE FROM entries WHERE id = '{lost}'")
    new = whole(store, 2, level=9, note="the new words")
    record = entries.entry(store, new)
    assert [step.latest.value for step in record.steps if step.latest] == [9, "the new words"]
    assert not any(step.lost for step in record.steps)
    assert store.query("SELECT count(*) FROM answers")[0][0] == 4


def test_an_import_puts_no_entry_on_the_number_of_a_lost_one(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    with Store.open(tmp_path / "other.db") as other:
        brought = whole(other, 5, note="from the other machine")
        with file.open("wb") as target:
            transfer.write(other, target, version="1", written="2026-11-25T00:00:00Z")
    lost = whole(store, 1)
    lose(store, f"DELETE FROM entries WHERE id = '{lost}'")
    assert merge.take_in(store, file, feeds_of).new == 1
    assert [row.id for row in entries.page(store)] == [brought]
    assert [one.value for one in derived.answers_of(store, "core/log", "note")] == ["from the other machine"]
