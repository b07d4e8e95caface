"""What is derived held beside what would be made again, some entries at a time."""

from __future__ import annotations

import pytest

from guide.store import entries, fingerprint, trash
from guide.store.database import Store
from tests.store.making import begin, feeds_of, stamp, whole


@pytest.fixture
def several(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Entries over three batches: ended, edited, in the trash, and a draft."""
    monkeypatch.setattr(fingerprint, "_BATCH", 3)
    made = [whole(store, minute, minute, f"note {minute}") for minute in range(1, 8)]
    trash.trash(store, made[2:3], stamp(50))
    entries.hold(store, begin(store), "note", "half")
    return store


def test_nothing_differs_and_the_share_done_is_told(several: Store) -> None:
    shares: list[float] = []
    assert fingerprint.differing(several, feeds_of, shares.append) == []
    assert len(shares) == 3 and shares == sorted(shares) and shares[0] > 0 and shares[-1] < 1
    assert not several.connection.in_transaction


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("points", "DELETE FROM points WHERE entry = 7"),
        ("points", "UPDATE points SET value = 99 WHERE entry = 1"),
        ("items", "UPDATE items SET label = 'other' WHERE entry = 4"),
        ("markers", "DELETE FROM markers WHERE entry = 5"),
        ("kept", "UPDATE kept SET value = '1' WHERE entry = 6"),
        ("uses", "DELETE FROM uses WHERE entry = 1"),
        ("search", "DELETE FROM search WHERE rowid & 268435455 = 2"),
        ("first_words", "UPDATE entries SET first_words = 'x' WHERE seq = 7"),
    ],
)
def test_a_table_that_a_rebuild_would_change_is_named(several: Store, table: str, sql: str) -> None:
    several.connection.execute(sql)
    assert fingerprint.differing(several, feeds_of) == [table]


def test_a_store_that_lacks_a_row_is_compared_all_the_same(several: Store) -> None:
    several.connection.execute("PRAGMA foreign_keys = OFF")
    several.connection.execute(
        "DELETE FROM frozen WHERE hash IN (SELECT frozen FROM steps WHERE step = 'note')"
    )
    several.connection.execute("DELETE FROM points WHERE entry = 7")
    assert "points" in fingerprint.differing(several, feeds_of)


def test_an_empty_store_differs_in_nothing(store: Store) -> None:
    assert fingerprint.differing(store, feeds_of) == []
