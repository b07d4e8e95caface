"""Restoring beside other windows, and cut off in the middle: nothing that was saved is in neither."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.store import copying, entries, loss, marker, restore
from guide.store.database import Store
from guide.store.transfer import Stopped
from guide.words import taking as words

from .making import begin, views, whole

UTC = "2026-11-23T20:00:00Z"


@pytest.fixture
def backups(path: Path) -> Path:
    return path.parent / "backups"


@pytest.fixture
def older(store: Store, backups: Path) -> Path:
    """A backup from which the store has gone on."""
    whole(store)
    made = restore.make(store, backups, restore.BY_HAND, "2026-11-23T19:30:05Z")
    for minute in range(1, 8):
        whole(store, minute)
    return made


def notes(store: Store) -> set[str]:
    return {row[0] for row in store.query("SELECT value FROM answers WHERE step = 'note'")}


def write_before_replacing(monkeypatch: pytest.MonkeyPatch, write: Callable[[int], None]) -> None:
    """Have something done, by number, between each backup and the replacing after it."""
    real, times = restore.replace, [0]

    def replace(*given: object) -> None:
        times[0] += 1
        write(times[0])
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(restore, "replace", replace)


def test_what_another_window_saves_in_between_is_in_the_backup(
    store: Store, path: Path, backups: Path, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as window, restore.opened(older) as source:

        def write(time: int) -> None:
            if time == 1:
                whole(window, 20, note="only here")

        write_before_replacing(monkeypatch, write)
        made = restore.over(store, source, backups, UTC)
        assert made is not None and views(store) == views(source)
    with Store.open(made, readonly=True) as kept:
        assert '"only here"' in notes(kept)
    assert [one.kind for one in restore.found(backups)] == [restore.BEFORE_RESTORE, restore.BY_HAND]


def test_words_that_are_being_typed_count_as_well(
    store: Store, path: Path, backups: Path, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as window, restore.opened(older) as source:
        draft = begin(window)

        def write(time: int) -> None:
            if time == 1:
                entries.hold(window, draft, "note", "half a wor", at="2026-11-23T19:00:00+00:00")

        write_before_replacing(monkeypatch, write)
        made = restore.over(store, source, backups, UTC)
    assert made is not None
    with Store.open(made, readonly=True) as kept:
        assert entries.held(kept, draft) == {"note": "half a wor"}


def test_a_store_that_was_only_just_begun_is_backed_up_once_somebody_writes_in_it(
    store: Store, path: Path, backups: Path, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as window, restore.opened(older) as source:

        def write(time: int) -> None:
            if time == 1:
                whole(window, 20, note="only here")

        write_before_replacing(monkeypatch, write)
        made = restore.over(store, source, backups, UTC, keep=False)
        assert made is not None
        assert restore.over(store, source, backups, UTC, keep=False) is None


def test_a_window_that_does_not_stop_writing_is_said(
    store: Store, path: Path, backups: Path, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as window, restore.opened(older) as source:

        def write(time: int) -> None:
            whole(window, 20 + time)

        write_before_replacing(monkeypatch, write)
        with pytest.raises(GuideError) as raised:
            restore.over(store, source, backups, UTC)
        assert raised.value.message == words.BUSY
        assert [one.kind for one in restore.found(backups)] == [restore.BY_HAND]
        assert len(notes(store)) >= 1 and views(store) == views(window)


class Killed(BaseException):
    """In the place of a signal that nothing can catch."""


def test_a_kill_right_after_the_change_is_no_loss(
    store: Store, path: Path, backups: Path, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()  # notes the number of the last change
    store = Store.open(path)

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched, restore.opened(older) as source, pytest.raises(Killed):
        patched.setattr(loss, "settle", killed)
        patched.setattr(marker, "keep", lambda *_: None)
        restore.over(store, source, backups, UTC)
    store.connection.close()
    with Store.open(path) as again, Store.open(older, readonly=True) as source:
        assert again.notice is None and views(again) == views(source)
    with Store.open(path) as again:
        whole(again, 9)
    assert (path.parent / marker.NAME).read_text() != ""


def test_stopping_keeps_the_number_by_which_a_loss_is_noticed(
    store: Store, path: Path, older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore, "_PAGES", 5)

    def stop(share: float) -> None:
        if share > 0.3:
            raise Stopped

    with restore.opened(older) as source, pytest.raises(Stopped):
        restore.replace(store, source, stop)
    assert (path.parent / marker.NAME).read_text() == str(marker.sequence(store.connection))


def test_setting_aside_writes_over_nothing(path: Path, backups: Path) -> None:
    for content in (b"one", b"two"):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(content)
        restore.set_aside(path, backups, UTC)
    assert {one.read_bytes() for one in backups.glob("unreadable-*.damaged")} == {b"one", b"two"}
    assert not path.exists()


def test_nothing_is_left_to_restore_into_a_store_that_was_deleted(
    store: Store, path: Path, backups: Path, older: Path
) -> None:
    with restore.opened(older) as source:
        path.unlink()
        with pytest.raises(copying.Gone):
            restore.over(store, source, backups, UTC)
    assert not path.exists()
