"""From each older shape of the store to this one."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import copying, entries, health, migrations, opening
from guide.store.database import Store
from tests.store.making import begin, stamp, views, whole

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("v*.db.gz"))


@pytest.fixture
def old(path: Path) -> Path:
    """A store of the newest version, for tests that add one more."""
    path.parent.mkdir(mode=0o700)
    path.write_bytes(gzip.decompress(FIXTURES[-1].read_bytes()))
    return path


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_every_older_store_opens_with_all_it_holds(path: Path, fixture: Path) -> None:
    path.parent.mkdir(mode=0o700)
    path.write_bytes(gzip.decompress(fixture.read_bytes()))
    with Store.open(path) as store:
        assert store.query("PRAGMA user_version")[0][0] == migrations.VERSION
        (draft,) = entries.drafts(store)
        assert entries.held(store, draft.id)["note"] == "half"
        assert [row.first_words for row in entries.page(store)] == ["the old dog", "the old cat"]
        assert len(entries.drafts(store)) == 1
        assert health.run(store) == []
        whole(store, 600)
        assert len(entries.page(store, words="cat")) == 2


def test_there_is_a_fixture_for_every_version() -> None:
    assert [fixture.name for fixture in FIXTURES] == [f"v{n}.db.gz" for n in range(1, migrations.VERSION + 1)]


def test_a_new_file_takes_the_same_way(path: Path) -> None:
    with Store.open(path) as store:
        assert migrations.version_of(store.connection) == migrations.VERSION
        assert store.query("PRAGMA application_id")[0][0] == migrations.APPLICATION_ID
    assert not (path.parent / "backups").exists()


def test_each_migration_may_run_again(store: Store) -> None:
    whole(store)
    draft = begin(store)
    entries.hold(store, draft, "level", "7", at=stamp(1).utc)
    entries.hold(store, draft, "note", "half a word", at=stamp(2).utc)
    before = views(store), schema(store)
    for run in migrations.MIGRATIONS:
        run(store.connection)
    assert (views(store), schema(store)) == before
    assert entries.held(store, draft) == {"level": "7", "note": "half a word"}


def schema(store: Store) -> list[tuple[str, str]]:
    """Every table and index as SQLite keeps it; the one that FTS5 makes for itself aside."""
    return store.query("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'search%' ORDER BY name")


def test_an_old_file_gets_the_shape_of_a_new_one(tmp_path: Path) -> None:
    shapes = []
    for number, fixture in enumerate([None, *FIXTURES]):
        place = tmp_path / str(number) / "unmuted.db"
        place.parent.mkdir(mode=0o700)
        if fixture is not None:
            place.write_bytes(gzip.decompress(fixture.read_bytes()))
        with Store.open(place) as store:
            shapes.append(schema(store))
    assert all(shape == shapes[0] for shape in shapes)


def test_each_step_of_a_draft_from_before_can_hold_words(path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    path.write_bytes(gzip.decompress(FIXTURES[0].read_bytes()))
    with Store.open(path) as store:
        (draft,) = entries.drafts(store)
        entries.hold(store, draft.id, "level", "7")
        assert entries.held(store, draft.id) == {"note": "half", "level": "7"}
    with Store.open(path, readonly=True) as store:
        assert entries.held(store, draft.id) == {"note": "half", "level": "7"}


def next_migration(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    def run(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, run))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)


def test_an_older_file_is_copied_before_it_is_changed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_migration(monkeypatch, "CREATE TABLE later (x)")
    with Store.open(old) as store:
        assert store.query("SELECT * FROM later") == []
        assert migrations.version_of(store.connection) == migrations.VERSION
    copies = list((old.parent / "backups").iterdir())
    assert [copy.stat().st_mode & 0o777 for copy in copies] == [0o600]
    kept = sqlite3.connect(copies[0])
    assert migrations.version_of(kept) == migrations.VERSION - 1
    assert kept.execute("SELECT count(*) FROM entries").fetchone() == (3,)
    kept.close()


def test_a_migration_that_breaks_off_leaves_the_older_store(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        next_migration(patch, "CREATE TABLE later (x)", "INSERT INTO nowhere VALUES (1)")
        with pytest.raises(GuideError):
            Store.open(old)
    with Store.open(old) as store:
        assert store.query("SELECT count(*) FROM sqlite_master WHERE name = 'later'") == [(0,)]
        assert len(entries.page(store)) == 2


def test_an_older_store_that_may_not_be_changed_is_lifted_in_memory(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = old.read_bytes()
    next_migration(monkeypatch, "CREATE TABLE later (x)")
    with Store.open(old, readonly=True) as store:
        assert store.query("SELECT * FROM later") == []
        assert len(entries.page(store)) == 2
    assert old.read_bytes() == content


def test_where_no_copy_can_be_kept_first_an_older_store_is_read_as_it_is(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = old.parent / "backups"
    backups.write_text("a file in the place of the folder")
    with monkeypatch.context() as patch:
        next_migration(patch, "CREATE TABLE later (x)")
        with Store.open(old) as store:
            assert store.readonly and store.query("SELECT * FROM later") == []
            assert store.notice and store.notice.startswith(opening.OLDER) and str(backups) in store.notice
            assert len(entries.page(store)) == 2
            with pytest.raises(GuideError, match="reading only") as refused:
                begin(store)
            assert str(backups) in refused.value.remedy
        with sqlite3.connect(old) as there:
            assert migrations.version_of(there) == migrations.VERSION - 1
        there.close()
        backups.unlink()
        with Store.open(old) as store:
            assert not store.readonly and store.notice is None
            begin(store)
        assert len(list(backups.iterdir())) == 1


def test_where_the_disk_is_full_an_older_store_is_read_as_it_is(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(connection: sqlite3.Connection, target: Path) -> Path:
        raise GuideError("There is no room.", "Make some.")

    next_migration(monkeypatch, "CREATE TABLE later (x)")
    monkeypatch.setattr(copying, "copy", full)
    monkeypatch.setattr(opening, "_to_read", closed_once(opening._to_read))
    with Store.open(old) as store:
        assert store.readonly and len(entries.page(store)) == 2
        assert store.notice == f"{opening.OLDER} There is no room. Make some."


def closed_once(read: Callable[..., opening.Opened]) -> Callable[..., opening.Opened]:
    """As `_to_read`, where SQLite finds no room for what it notes beside a store that is read."""

    def asked(path: Path, way: str, backups: Path | None) -> opening.Opened:
        if way == "read":
            raise sqlite3.OperationalError
        return read(path, way, backups)

    return asked
