"""Copies of the store, made by SQLite's online backup (copying the file of a live store can tear it)."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.errors import GuideError
from guide.places import private_dir, shown

if TYPE_CHECKING:
    from guide.store.database import Store

KEEP: Final = 7  # days on which something changed
DAILY: Final = "unmuted-*.db"
DONE: Final = "backed-up"  # meta key: the change number the last daily backup holds


def copy(connection: sqlite3.Connection, target: Path) -> Path:
    """Write a checked copy at `target` (0600), whole or not at all. Raises GuideError when it cannot be
    made."""
    part = target.with_name(target.name + ".part")
    try:
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
        part.chmod(0o600)
        other = sqlite3.connect(part, isolation_level=None)
        try:
            connection.backup(other)
            other.execute("PRAGMA journal_mode = DELETE")  # one file, readable from a read-only folder
            sound = other.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        finally:
            other.close()
        if not sound:
            raise sqlite3.DatabaseError
        _flush(part)
        os.replace(part, target)
        _flush(target.parent)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            part.unlink()
        raise GuideError(
            f"A backup could not be written to {shown(target.parent)}.",
            "Check that there is space and that it may be written to.",
        ) from None
    return target


def _flush(path: Path) -> None:
    with suppress(PermissionError):  # Windows opens no folders
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def backup_if_due(store: Store, backups: Path, today: str) -> Path | None:
    """Once a day on change: the new backup's path, or None when none was due. `today` is the local ISO date.

    Nothing is due for a store in memory or read-only or whose file was removed meanwhile, when today's exists, or
    when nothing changed since the last. Keeps the newest seven; copies made before a migration are kept apart and
    not counted, and none goes while a loss is not settled.
    """
    from guide.store import loss
    from guide.store.marker import sequence
    from guide.store.meta import meta, set_meta

    if store.readonly or store.path is None or not store.there():
        return None  # a copy of a store that somebody deleted would bring every word back
    target, now = backups / f"unmuted-{today}.db", sequence(store.connection)
    if not now or target.exists() or (meta(store, DONE) == now and any(backups.glob(DAILY))):
        return None
    private_dir(backups)
    copy(store.connection, target)
    if not store.there():  # deleted while it was being copied
        target.unlink(missing_ok=True)
        return None
    set_meta(store, DONE, now, counted=False)
    # What was kept before a loss may be all that is left of it.
    for old in [] if loss.pending(store.connection) else sorted(backups.glob(DAILY))[:-KEEP]:
        old.unlink(missing_ok=True)
    return target
