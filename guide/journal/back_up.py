"""A backup when somebody asks for one: under a name of their own, or among the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guide.errors import GuideError
from guide.journal import files
from guide.journal.take_away import own_store
from guide.places import Places, shown
from guide.store import backup, copies, copying, marker, restore
from guide.store.database import Store
from guide.words import taking as words

if TYPE_CHECKING:
    from guide.journal.journal import Journal


def back_up(journal: Journal, name: str = "", *, replace: bool = False) -> str:
    """A backup now: under this name, or without one among the other backups. What to say about it."""
    if journal.store.path is None:
        raise GuideError(words.KEEPS_NOTHING)
    if backup.gone(journal.store):
        raise copying.Gone
    with own_store(journal) as store:
        if name:
            made = _under(journal.places, store, name, replace)
        else:
            made = restore.make(store, journal.places.backups, restore.BY_HAND, journal.clock().utc)
    return words.BACKED_UP.format(file=shown(made))


def _under(places: Places, store: Store, name: str, replace: bool) -> Path:
    """A backup under the name that a person gave."""
    path = files.named(name)
    if path.is_dir():
        raise GuideError(words.NAME_IN_FOLDER, code=2)
    if any(_same(path, one) for one in _own(places)):
        raise GuideError(words.IS_OURS.format(file=shown(path)), words.IS_OURS_REMEDY)
    files.may_write(path, replace=replace)
    try:
        copying.copy_as(store.connection, path, replace=replace)
    except FileExistsError:  # it came meanwhile
        raise files.Exists(path) from None
    return path


def _own(places: Places) -> list[Path]:
    """The files that the program works with, there or not: a backup in their place would end that."""
    store = places.store_path
    return [
        *copies.whole(store),
        store.with_name(marker.NAME),
        places.support_path,
        places.rescue_path,
        places.settings_path,
    ]


def _same(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, by a link or in capitals where these make no difference."""
    try:
        return one.resolve() == other.resolve() or one.samefile(other)
    except OSError:  # one of them is not there
        return False
