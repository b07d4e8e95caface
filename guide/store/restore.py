"""What backups there are, making one now, and putting one in the place of the store.

A backup is looked over before it is used, and the store that it replaces is backed up first. The content is replaced
by SQLite's online backup in one transaction, so that a kill in the middle leaves the store as it was and another
window sees the change. What another window writes between the backup and that transaction would be in neither, so it
is looked for once nobody else can write, and the restore begins again.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from guide.errors import GuideError
from guide.places import private_dir, shown
from guide.store import backup, copies, copying, health, loss, marker, migrations, opening, trouble
from guide.store.database import Store
from guide.store.meta import set_meta
from guide.store.transfer import Progress, silent
from guide.words import taking as words

DAILY: Final = "daily"
BY_HAND: Final = "kept"
BEFORE_IMPORT: Final = "before-import"
BEFORE_RESTORE: Final = "before-restore"
BEFORE_VERSION: Final = "before-version"
OTHER: Final = "other"
KEEP_BEFORE: Final = 3
"""Backups before an import, and before a restore, that are kept of each."""
_DATE: Final = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d)(\d\d)(\d\d))?(?=-\d+$|$)")
_PAGES: Final = 512  # copied at once, so that progress can be told
_PATIENCE: Final = opening.PATIENCE
_TIMES: Final = 5  # that a restore begins again because another window wrote


class Backup(NamedTuple):
    """A backup that is there: how it came to be, its day (ISO), its time of day (UTC) where it is known, its size."""

    path: Path
    kind: str
    day: str
    time: str
    size: int


def found(backups: Path) -> list[Backup]:
    """The backups in this folder, the newest first."""
    rows = []
    for path in backups.glob("*.db"):
        with suppress(OSError):
            rows.append(_described(path))
    return sorted(rows, key=lambda row: (row.day, row.time or "24", row.path.name), reverse=True)


def _described(path: Path) -> Backup:
    kinds = {
        "unmuted": DAILY,
        **{kind: kind for kind in (BY_HAND, BEFORE_IMPORT, BEFORE_RESTORE, BEFORE_VERSION)},
    }
    kind = next((kinds[start] for start in kinds if path.stem.startswith(f"{start}-")), OTHER)
    info, named = path.stat(), _DATE.search(path.stem)
    if named is None:
        moment = time.gmtime(info.st_mtime)
        return Backup(
            path, OTHER, time.strftime("%Y-%m-%d", moment), time.strftime("%H:%M", moment), info.st_size
        )
    year, month, day, hour, minute, _ = named.groups()
    return Backup(path, kind, f"{year}-{month}-{day}", f"{hour}:{minute}" if hour else "", info.st_size)


def make(store: Store, backups: Path, kind: str, utc: str) -> Path:
    """A backup of this kind, now. `utc` is the moment (ISO). `thin` lets old ones of the kind go, once this
    one was of use. Raises GuideError when it cannot be made, or the store was removed meanwhile."""
    if backup.gone(store):
        raise copying.Gone
    private_dir(backups)
    stamp = re.sub(r"[-:Z]", "", utc)
    try:
        return copying.copy(store.connection, backups / f"{kind}-{stamp}.db")
    except copying.Gone:
        backup.tidy_up(backups)
        raise


def thin(backups: Path, kind: str) -> None:
    """Let go of all but the newest of an automatic kind. Those made by hand stay: nobody calls this for them."""
    for old in [one.path for one in found(backups) if one.kind == kind][KEEP_BEFORE:]:
        old.unlink(missing_ok=True)


def is_store(path: Path) -> bool:
    """Whether the file looks like a store or a backup, and not like an export. Raises GuideError for no file."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or words.NO_NAME).lower()
        raise GuideError(words.CANNOT_READ.format(file=shown(path), reason=reason)) from None


class Doubtful(GuideError):
    """The backup can be read, but some of its rows are not as they were written."""

    def __init__(self, what: list[str]) -> None:
        more = "…" if len(what) > 5 else ""
        super().__init__(words.DOUBTFUL.format(what="; ".join(what[:5]) + more), words.DOUBTFUL_REMEDY)


def opened(path: Path, *, anyway: bool = False, progress: Progress = silent) -> Store:
    """A backup, looked over from end to end, open for reading. The caller closes it.

    Raises GuideError when it is no store of ours, damaged, or of a newer version; Doubtful when rows in it are
    damaged, unless `anyway`.
    """
    store = Store.open(path, readonly=True)
    try:
        if migrations.version_of(store.connection) > migrations.VERSION:
            raise GuideError(words.NEWER, words.NEWER_REMEDY)
        looking = health.check(store)
        while True:
            try:
                progress(next(looking))
            except StopIteration as finished:
                wrong = [one for one in finished.value if one.kind != "derived"]
                break
        if any(one.kind == "file" for one in wrong):
            raise GuideError(words.BACKUP_DAMAGED, words.BACKUP_DAMAGED_REMEDY)
        if wrong and not anyway:
            raise Doubtful([one.what for one in wrong])
    except BaseException:
        store.close()
        raise
    return store


def over(
    store: Store, source: Store, backups: Path, utc: str, *, keep: bool = True, progress: Progress = silent
) -> Path | None:
    """Back up what `store` holds and put the content of `source` in its place, whole or not at all; where the backup
    is. `keep` is false when the store was only begun for this, and then None is given back.

    Raises GuideError when it cannot be, copying.Damaged when the store is, and Stopped from `progress`.
    """
    for _ in range(_TIMES):
        with _watched(store) as changed:
            made = make(store, backups, BEFORE_RESTORE, utc) if keep else None
            try:
                replace(store, source, progress, changed)
            except _Changed:
                keep = True
                if made is not None:
                    made.unlink(missing_ok=True)  # another one will hold more
                continue
        if backup.gone(store):  # deleted at the last moment: what was replaced went with it
            raise copying.Gone
        thin(backups, BEFORE_RESTORE)
        return made
    raise GuideError(words.BUSY, words.BUSY_REMEDY)


class _Changed(Exception):
    """Another window wrote after the backup was made. Nothing was replaced."""


@contextmanager
def _watched(store: Store) -> Iterator[Callable[[], bool]]:
    """Whether anybody wrote to the store since the beginning, typed words included.

    Asked on a connection of its own: the store's own can be asked nothing while its content is replaced.
    """
    if store.path is None:
        yield lambda: False
        return
    address = f"{store.path.absolute().as_uri()}?mode=rw"  # which makes no file where there is none any more
    try:
        other = sqlite3.connect(address, timeout=0, isolation_level=None, uri=True)
    except sqlite3.Error:
        raise copying.Gone from None

    def version() -> int | None:
        try:
            return int(other.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error:
            return None  # without a write-ahead log nobody can read now, nor write

    try:
        before = version()
        yield lambda: version() not in (before, None)
    finally:
        other.close()


def replace(
    store: Store, source: Store, progress: Progress = silent, changed: Callable[[], bool] = lambda: False
) -> None:
    """Put the content of `source` in the place of what `store` holds, whole or not at all.

    `changed` is asked once nobody else can write, and before anything is final. Raises GuideError when the store
    cannot be written, or another window holds it too long; _Changed; Stopped from `progress`.
    """
    if store.readonly:
        raise GuideError(words.READ_ONLY)
    if backup.gone(store):
        raise copying.Gone

    def held() -> None:
        if changed():
            raise _Changed
        if store.path:  # a cut right after the change leaves older content: no number may call that a loss
            marker.forget(store.path)

    waiting = _Waiting(progress, held)
    try:
        with _fitting(source.connection, store) as fitting:
            total = int(fitting.execute("PRAGMA page_count").fetchone()[0])
            pages = min(_PAGES, max(1, total - 1))  # so that something is still to come when `held` is called
            fitting.backup(store.connection, pages=pages, progress=waiting.step, sleep=0.05)
        loss.settle(store)  # by choosing this backup
        set_meta(
            store, backup.DONE, None, counted=False
        )  # what the last backup here holds is another content
    except sqlite3.Error as error:
        raise trouble.explain(error, store.path) from None
    finally:
        if store.path and not backup.gone(store):
            marker.keep(store.connection, store.path)


@contextmanager
def _fitting(source: sqlite3.Connection, store: Store) -> Iterator[sqlite3.Connection]:
    """The source in pages of the store's size: SQLite copies no others into a store with a write-ahead log."""
    sizes = [one.execute("PRAGMA page_size").fetchone()[0] for one in (source, store.connection)]
    if sizes[0] == sizes[1] or store.path is None:
        yield source
        return
    with TemporaryDirectory(dir=store.path.parent, prefix="restoring-") as folder:  # made 0700
        other = sqlite3.connect(os.path.join(folder, "pages.db"), isolation_level=None)
        try:
            source.backup(other)
            other.execute("PRAGMA temp_store = MEMORY")  # no words in temporary files
            for statement in ("PRAGMA journal_mode = DELETE", f"PRAGMA page_size = {sizes[1]}", "VACUUM"):
                other.execute(statement)
            yield other
        finally:
            other.close()


class _Waiting:
    """Calls `held` once, when the store is locked for this; tells progress; and gives up when nothing moves, because
    another window holds the store."""

    def __init__(
        self, progress: Progress, held: Callable[[], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._progress, self._held, self._clock = progress, held, clock
        self._left, self._since, self._locked = -1, clock(), False

    def step(self, status: int, remaining: int, total: int) -> None:
        """Called by SQLite after each part."""
        if status == sqlite3.SQLITE_OK and not self._locked:
            self._locked = True
            self._held()
        if remaining != self._left:
            self._left, self._since = remaining, self._clock()
        elif self._clock() - self._since > _PATIENCE:
            raise GuideError(words.BUSY, words.BUSY_REMEDY)
        self._progress(1 - remaining / (total or 1))


def set_aside(path: Path, backups: Path, utc: str) -> Path | None:
    """Move a store that cannot be opened, with its log, to the backups, as it is; its new place, None for no file."""
    if not path.exists():
        return None
    private_dir(backups)
    stamp = re.sub(r"[-:Z]", "", utc)
    for number in count(1):
        target = backups / f"unreadable-{stamp}{f'-{number}' if number > 1 else ''}{copies.ASIDE}"
        with suppress(FileExistsError):
            copying.take(path, target)
            break
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.replace(opening.beside(path, ending), opening.beside(target, ending))
    return target
