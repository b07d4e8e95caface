"""The large store that is measured is one that the program could have written."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.journal.shown import feeds_of_entry
from guide.store import derived, entries, fingerprint, health, rebuilding, trash
from guide.store.database import Store
from tests.bench import clones, ten_years

UNTIL = "2026-11-23"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "unmuted.db"
    assert ten_years.write(path, 600, seed=7, until=UNTIL) == 600
    return path


def test_the_health_check_finds_nothing(made: Path) -> None:
    with Store.open(made) as store:
        assert health.run(store) == []
        assert store.notice is None


def test_a_rebuild_makes_the_same(made: Path) -> None:
    with Store.open(made) as store:
        before = fingerprint.fingerprints(store)
        rebuilding.rebuild(store, feeds_of_entry)
        assert fingerprint.fingerprints(store) == before


def test_it_holds_what_ten_years_hold(made: Path) -> None:
    with Store.open(made) as store:
        days = [row.day for row in entries.page(store, limit=1000)]
        assert days[0] < UNTIL and days[-1] < "2017-06"
        assert len(trash.trashed(store)) + len(days) + ten_years.DRAFTS == 600
        assert len(entries.drafts(store)) == ten_years.DRAFTS
        assert store.query("SELECT count(*) FROM answers WHERE revision = 2")[0][0] > 0
        assert {row[0] for row in store.query("SELECT DISTINCT ended_offset FROM entries")} >= {60, 120, -300}
        assert len(entries.page(store, words=clones.ALWAYS, limit=1000)) > 0.7 * len(days)
        sentences = derived.items(store, "core/sentences")
        assert 2 <= len(sentences) <= ten_years.LIVE
        assert any(len(derived.points(store, "core/discomfort", item=one.id)) > 10 for one in sentences)


def test_the_same_seed_gives_the_same_store(made: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again.db", tmp_path / "other.db"
    ten_years.write(again, 120, seed=3, until=UNTIL)
    ten_years.write(other, 120, seed=3, until=UNTIL)
    with Store.open(again) as one, Store.open(other) as two:
        assert fingerprint.fingerprints(one) == fingerprint.fingerprints(two)
