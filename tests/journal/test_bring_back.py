"""A restore that finds the notebook deleted, or the folder closed, when it comes to it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.journal import back_up, bring_back, everything, take_away
from guide.journal.journal import Journal
from guide.store import copying, restore
from guide.store.database import Store
from guide.words import taking as words
from tests.journal.making import journal, log

UTC = "2026-11-03T00:00:00Z"


def kept(tmp_path: Path, name: str) -> tuple[Journal, Path]:
    """A notebook with an entry, and a backup or export of it elsewhere."""
    opened = journal(tmp_path / "home")
    log(opened)
    file = tmp_path / name
    (back_up.back_up if file.suffix == ".db" else take_away.export)(opened, str(file))
    return opened, file


@pytest.mark.parametrize("name", ["kept.db", "kept.json"])
@pytest.mark.parametrize("anew", [False, True])
def test_what_is_deleted_meanwhile_in_another_window_does_not_come_back(
    tmp_path: Path, name: str, anew: bool
) -> None:
    opened, file = kept(tmp_path, name)
    places, gone = opened.places, list[float]()

    def progress(share: float) -> None:
        if not gone:
            gone.append(share)
            everything.delete_everything(places, opened)
            if anew:
                Store.open(places.store_path).close()

    with pytest.raises(copying.Gone):
        bring_back.bring_back(places, str(file), UTC, progress=progress)
    assert gone and not list(places.data.glob("restoring-*")) and not list(places.backups.glob("*.db"))
    if anew:
        with Store.open(places.store_path) as store:
            assert store.query("SELECT count(*) FROM entries") == [(0,)]
    else:
        assert not places.store_path.exists()
    assert bring_back.bring_back(places, str(file), UTC)[1:] == (
        [words.RESTORED_ALONE] if not anew else [words.BACKED_UP_FIRST.format(
            file=places.backups / "before-restore-20261103T000000.db"), words.RESTORED_WHAT]
    )  # fmt: skip


def test_nor_when_it_is_deleted_at_the_last_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, file = kept(tmp_path, "kept.db")
    replace = restore.replace

    def late(*args: object) -> None:
        replace(*args)  # type: ignore[arg-type]
        everything.delete_everything(opened.places, opened)

    monkeypatch.setattr(restore, "replace", late)
    with pytest.raises(copying.Gone):
        bring_back.bring_back(opened.places, str(file), UTC)
    assert not opened.places.store_path.exists()


def test_a_closed_folder_is_said_with_what_helps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, file = kept(tmp_path, "kept.db")
    opened.close()
    real, data = tempfile.mkdtemp, os.fspath(opened.places.data)

    def closed(suffix: str | None = None, prefix: str | None = None, dir: str | None = None) -> str:
        if dir is not None and os.fspath(dir) == data:
            raise PermissionError(13, "Permission denied")
        return real(suffix, prefix, dir)

    monkeypatch.setattr(tempfile, "mkdtemp", closed)
    with pytest.raises(GuideError) as raised:
        bring_back.bring_back(opened.places, str(file), UTC)
    assert raised.value.message == words.READ_ONLY and data in raised.value.remedy


def test_a_notebook_that_may_not_be_written_to_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from guide.store import opening

    opened, file = kept(tmp_path, "kept.db")
    opened.close()
    decide = opening.decide
    monkeypatch.setattr(
        opening,
        "decide",
        lambda path, readonly: "immutable" if path == opened.places.store_path else decide(path, readonly),
    )
    with pytest.raises(GuideError) as raised:
        bring_back.bring_back(opened.places, str(file), UTC)
    assert raised.value.message == words.READ_ONLY and "Check who may write" in raised.value.remedy
