"""Bringing back: taking an export in, making backups, and restoring one.

Everything here works on a connection of its own. The front calls `settled` afterwards, where its journal lives.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from guide.errors import GuideError
from guide.journal import files, working
from guide.journal.shown import feeds_of_entry
from guide.journal.take_away import own_store
from guide.places import Places, private_dir, shown
from guide.store import (
    backup,
    busy,
    copying,
    loss,
    merge,
    opening,
    restore,
    trouble,
    watching,
)
from guide.store.database import Store
from guide.store.restore import Backup, Doubtful
from guide.store.transfer import Progress, Stopped, silent
from guide.words import taking as words

if TYPE_CHECKING:
    from guide.journal.journal import Journal

__all__ = [
    "Backup",
    "Doubtful",
    "Imported",
    "Stopped",
    "backups",
    "bring_back",
    "bring_in",
    "line",
    "may_read",
    "settled",
    "short",
]
_CLOSED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


class Imported(NamedTuple):
    """What to say about an import, a sentence each, and how many entries were left out as deleted."""

    lines: list[str]
    deleted: int


def bring_in(
    journal: Journal, name: str, *, with_deleted: bool = False, progress: Progress = silent
) -> Imported:
    """Take an export in. It is read through first, and the notebook backed up; then all of it comes, or nothing.

    Raises GuideError when it cannot be: `Damaged` says where the file is damaged.
    """
    path = files.to_read(name)
    if journal.store.path is None:
        raise GuideError(words.KEEPS_NOTHING)
    if backup.gone(journal.store):  # deleted in another window: it would begin a new one
        raise copying.Gone
    with own_store(journal) as store:
        if store.readonly:
            raise GuideError(words.READ_ONLY_IMPORT)
        if restore.is_store(path):
            raise GuideError(words.IS_A_BACKUP, words.IS_A_BACKUP_REMEDY)
        merge.check(path, _share(progress, 0.0, 0.3))
        made = None
        if store.query("SELECT 1 FROM entries LIMIT 1"):
            made = restore.make(store, journal.places.backups, restore.BEFORE_IMPORT, journal.clock().utc)
        before = _beside_entries(store)
        with backup.kept_while_of_use(store, made, lambda: _beside_entries(store)):
            taken = merge.take_in(
                store, path, feeds_of_entry, with_deleted=with_deleted, progress=_share(progress, 0.3, 1.0)
            )
        if made and not (taken.new or taken.merged or taken.back) and before == _beside_entries(store):
            made.unlink(
                missing_ok=True
            )  # nothing changed, so it is no way back, and would push out one that is
            made = None
        restore.thin(journal.places.backups, restore.BEFORE_IMPORT)
        said = [*_taken(taken), *([words.BACKED_UP_FIRST.format(file=shown(made))] if made else [])]
    return Imported(said, taken.deleted)


def _beside_entries(store: Store) -> object:
    """What an import can change beside entries, in numbers: items set aside, deletions, declarations."""
    return store.query(
        "SELECT (SELECT total(archived) FROM item_state), (SELECT count(*) FROM tombstones), "
        "(SELECT count(*) FROM declarations)"
    )


def _taken(taken: merge.Taken) -> list[str]:
    counted = (
        (taken.new, words.NEW), (taken.back, words.BACK), (taken.merged, words.MERGED), (taken.same, words.SAME),
        (taken.deleted, words.DELETED), (taken.unreadable, words.UNREADABLE), (taken.emptied_there, words.STILL_HERE),
    )  # fmt: skip
    said = [texts[n != 1].format(n=n) for n, texts in counted if n]
    return said or [words.NO_ENTRIES]


def _share(progress: Progress, low: float, high: float) -> Progress:
    return lambda share: progress(low + (high - low) * share)


def backups(places: Places) -> list[Backup]:
    """The backups that there are, the newest first."""
    return restore.found(places.backups)


def line(one: Backup) -> str:
    """A backup in one line: its day, how it came to be, its size, its name."""
    size = words.SIZE.format(n=max(0.1, round(one.size / 1_000_000, 1)))
    when = words.AT_UTC.format(day=one.day, time=one.time) if one.time else one.day
    return words.BACKUP_LINE.format(
        when=when, kind=words.BACKUP_KINDS[one.kind], size=size, name=shown(Path(one.path.name))
    )


def short(one: Backup) -> str:
    """The same without its name."""
    return line(one).rpartition("  ")[0]


def may_read(name: str) -> None:
    """Raises GuideError when there is no such file."""
    files.to_read(name)


def bring_back(
    places: Places, name: str, utc: str, *, anyway: bool = False, progress: Progress = silent
) -> list[str]:
    """Put a backup, or an export, in the place of the notebook; what to say about it, a sentence each.

    `name` is a file, or the name of one among the backups. It is looked over first, and what is there now is backed
    up; a notebook that is damaged is set aside as it is. Raises GuideError, and then nothing has changed;
    `Doubtful` when rows of the backup are damaged, unless `anyway`; `copying.Gone` when the notebook was deleted
    meanwhile, for that is not to be undone by what began before it.
    """
    path = _to_restore(places, name)
    data = private_dir(places.data)
    with watching.watched(places.store_path) as gone, busy.sharing(data), _folder(data) as folder:
        with _source(path, folder, anyway, _share(progress, 0.0, 0.6)) as source:
            n = int(source.query("SELECT count(*) FROM entries WHERE trashed_at IS NULL")[0][0])
            said = _in_place(places, source, utc, gone, _share(progress, 0.6, 1.0))
    return [words.RESTORED[n != 1].format(n=n, file=shown(path)), *said]


@contextmanager
def _folder(data: Path) -> Iterator[Path]:
    """A folder to prepare in, which goes afterwards. Raises GuideError where none can be made."""
    try:
        made = TemporaryDirectory(dir=data, prefix=working.PREFIX, ignore_cleanup_errors=True)
    except OSError as error:
        if error.errno in _CLOSED:
            raise GuideError(words.READ_ONLY, opening.remedy(None, data)) from None
        raise files.cannot_write(data, error) from None
    with made as name:
        yield Path(name)


def _to_restore(places: Places, name: str) -> Path:
    among = places.backups / name.strip()
    if name.strip() and among.name == name.strip() and among.is_file():
        return among
    path = files.to_read(name)
    if path.resolve() == places.store_path.resolve():
        raise GuideError(words.IS_THE_NOTEBOOK, words.IS_A_BACKUP_REMEDY)
    return path


def _source(path: Path, folder: Path, anyway: bool, progress: Progress) -> Store:
    """What will be in the notebook's place: a backup, or a store made of an export."""
    if restore.is_store(path):
        return restore.opened(path, anyway=anyway, progress=progress)
    merge.check(path, _share(progress, 0.0, 0.3))
    store = Store.open(folder / "unmuted.db")
    try:
        merge.take_in(store, path, feeds_of_entry, progress=_share(progress, 0.3, 1.0))
    except BaseException:
        store.close()
        raise
    return store


def _in_place(
    places: Places, source: Store, utc: str, gone: Callable[[], bool], progress: Progress
) -> list[str]:
    """Put the source in the notebook's place; what became of the notebook as it was."""
    there = places.store_path.exists()
    try:
        with _to_replace(places, gone) as store:
            made = restore.over(store, source, places.backups, utc, keep=there, progress=progress)
    except GuideError as error:
        if not _damaged(error, places.store_path):
            raise
        if gone():
            raise copying.Gone from None
        aside = restore.set_aside(places.store_path, places.backups, utc)
        with _to_replace(places, lambda: False) as store:
            restore.over(store, source, places.backups, utc, keep=False, progress=progress)
        return [words.SET_ASIDE.format(file=shown(aside)), words.RESTORED_ASIDE] if aside else []
    if made is None:
        return [words.RESTORED_ALONE]
    return [words.BACKED_UP_FIRST.format(file=shown(made)), words.RESTORED_WHAT]


def _damaged(error: GuideError, path: Path) -> bool:
    """Whether the notebook cannot be opened, or no sound backup can be made of it."""
    return isinstance(error, copying.Damaged) or error.message == trouble.damaged(path).message


def _to_replace(places: Places, gone: Callable[[], bool]) -> Store:
    """The notebook as it is, or a new one, to be written over; not when the one that was there is gone."""
    if gone():  # opening would begin a new one
        raise copying.Gone
    store = Store.open(places.store_path, backups=places.backups)
    if store.readonly:
        said = store.notice if store.notice == opening.NEWER else words.READ_ONLY
        store.close()
        try:
            store.may_write()
        except GuideError as error:  # it knows what helps
            raise GuideError(said, error.remedy) from None
    if gone():
        store.close()
        raise copying.Gone
    return store


def settled(journal: Journal) -> None:
    """After an import or a restore: the copy of the support plan follows, and a loss that was settled is not said.

    A notebook that was set aside is let go of, for the one in its place.
    """
    if backup.gone(journal.store) and journal.places.store_path.exists():
        journal.store.close()
        journal.store = Store.open(journal.places.store_path, backups=journal.places.backups)
    lost = journal.store.lost
    if lost and not loss.pending(journal.store.connection):
        journal.store.lost = None
        journal.notices = [one for one in journal.notices if lost not in one]
    journal.copy_plan()
