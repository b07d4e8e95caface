"""The backup of a day, and when one that was made first is of no use."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.errors import GuideError
from guide.places import private_dir

if TYPE_CHECKING:
    from guide.store.database import Store

KEEP: Final = 7  # days on which something changed
DONE: Final = "backed-up"  # meta key: the change number the last daily backup holds


def backup_if_due(store: Store, backups: Path, today: str) -> Path | None:
    """Once a day on change: the new backup's path, or None when none was due. `today` is the local ISO date.

    Nothing is due for a store in memory or read-only or whose file was removed meanwhile, when today's exists, or
    when nothing changed since the last. Keeps the newest seven; copies made before a migration are kept apart and
    not counted, and none goes while a loss is not settled.
    """
    from guide.store.marker import sequence

    if store.readonly or store.path is None or not store.there():
        return None  # a copy of a store that somebody deleted would bring every word back
    target, now = backups / f"unmuted-{today}.db", sequence(store.connection)
    if not now or target.exists():
        return None
    from guide.store import copies, copying, loss  # not for every log of a day
    from guide.store.meta import meta, set_meta

    if meta(store, DONE) == now and copies.daily(backups):
        return None
    private_dir(backups)
    try:
        copying.copy_as(store.connection, target)
    except FileExistsError:  # another window was quicker
        return None
    except copying.Gone:
        tidy_up(backups)
        return None
    set_meta(store, DONE, now, counted=False)
    # What was kept before a loss may be all that is left of it.
    for old in [] if loss.pending(store.connection) else copies.daily(backups)[:-KEEP]:
        old.unlink(missing_ok=True)
    return target


@contextmanager
def kept_while_of_use(store: Store, made: Path | None, looks: Callable[[], object]) -> Iterator[None]:
    """The backup that was made first goes when what comes after it breaks off and the store still `looks` as it did:
    each try would leave one more. It stays when that cannot be told."""
    from guide.store.marker import sequence

    before = sequence(store.connection), looks()
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error, GuideError):
            if made and before == (sequence(store.connection), looks()):
                made.unlink(missing_ok=True)
        raise


def gone(store: Store) -> bool:
    """Whether the file of a store that was opened to write in it was removed: a copy would bring every word back."""
    return store.path is not None and not store.readonly and not store.there()


def tidy_up(backups: Path) -> None:
    """Remove the backup folder of a store that was deleted, when nothing is in it."""
    with suppress(OSError):
        backups.rmdir()
