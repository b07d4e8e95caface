"""From a path to a connection: permissions, who may write, migrations, and what to say about it.

Nothing here ever writes over a file that cannot be read.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from guide.errors import GuideError
from guide.places import private_dir, shown
from guide.store import loss, migrations, trouble

if TYPE_CHECKING:
    from guide.store.private_copy import Copy

PATIENCE: Final = 5.0  # seconds to wait for another instance's write
READ_ONLY: Final = "The store is read-only here: everything can be read, nothing new is saved."
FULL: Final = (
    "There is no room left on the disk: everything can be read, nothing new is saved until there is some."
)
OLDER: Final = (
    "This store is from an older version of Unmuted, and no copy of it could be kept before changing it: everything "
    "can be read, nothing new is saved."
)
NEWER: Final = (
    "This store was written by a newer version of Unmuted, so it is open for reading only. "
    "Update Unmuted to write in it."
)


def remedy(notice: str | None, path: Path | None) -> str:
    """What to do where nothing can be saved. The notice itself has been said already."""
    if notice in (None, READ_ONLY):
        return f"Check who may write to {shown(path)}, then do it again." if path else ""
    if notice is not None and notice.startswith(OLDER):
        return notice.removeprefix(OLDER).strip()
    return "Update Unmuted, then do it again." if notice == NEWER else "Make some room, then do it again."


class Opened(NamedTuple):
    """A connection, whether it may be written to, what to tell the person, a private copy to remove at close, and
    what to say of a loss that is not settled."""

    connection: sqlite3.Connection
    readonly: bool
    notice: str | None = None
    workdir: Copy | None = None
    lost: str | None = None


def decide(path: Path, readonly: bool, access: Callable[[Path, int], bool] = os.access) -> str:
    """How to open: new, write, read, copy or immutable.

    A WAL database in a folder that cannot be written to cannot be read in the usual way. With a `-wal`
    beside it the newest answers are in there, so both are copied; without one the file alone is everything.
    """
    if not path.exists():
        return "empty" if readonly else "new"
    if access(path.parent, os.W_OK | os.X_OK) and access(path, os.W_OK):
        return "read" if readonly else "write"
    wal = beside(path, "-wal")
    return "copy" if wal.exists() and wal.stat().st_size else "immutable"


def beside(path: Path, ending: str) -> Path:
    """The file SQLite keeps next to the store."""
    return path.with_name(path.name + ending)


def open_store(path: Path | None, readonly: bool, backups: Path | None) -> Opened:
    """Open for the store. Raises GuideError with a remedy when there is nothing sound to open."""
    if path is None:
        return Opened(_in_memory(), readonly)
    try:
        way = decide(path, readonly)
        if way == "empty":
            return Opened(_in_memory(), True)
        if way in ("new", "write"):
            return _to_write_or_read(path, backups or path.parent / "backups")
        return _to_read(path, way, backups)
    except sqlite3.Error as error:
        raise trouble.explain(error, path) from None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise GuideError(
            f"The store cannot be opened: {shown(path)} ({reason}).", "Check who may use it."
        ) from None


def _in_memory() -> sqlite3.Connection:
    connection = _connect(":memory:")
    migrations.migrate(connection)
    return connection


def _connect(target: str | Path, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(target, timeout=PATIENCE, isolation_level=None, uri=uri)
    # temp_store: no words in temporary files. secure_delete: overwritten typing leaves no copy behind in
    # the page.
    for pragma in (
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "temp_store = MEMORY",
        "secure_delete = FAST",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _to_write_or_read(path: Path, backups: Path) -> Opened:
    """A full disk has no room even for what SQLite notes beside a store that is only read: it is read without."""
    try:
        return _to_write(path, backups)
    except _NotKept as error:
        return _as_it_is(path, backups, error)
    except sqlite3.Error as error:
        if trouble.primary(error) not in trouble.NO_ROOM or not path.exists() or not path.stat().st_size:
            raise
        wal = beside(path, "-wal")
        with suppress(sqlite3.Error, OSError, GuideError):
            opened = _to_read(path, "copy" if wal.exists() and wal.stat().st_size else "immutable", backups)
            return opened._replace(notice=FULL)
        raise


class _NotKept(GuideError):
    """An older store cannot be brought up to date, because no copy of it can be kept first."""


def _as_it_is(path: Path, backups: Path, error: _NotKept) -> Opened:
    """It is brought up to date in memory, so that nobody is shut out by a full disk or a folder that is closed."""
    wal = beside(path, "-wal")
    for way in ("read", "copy" if wal.exists() and wal.stat().st_size else "immutable"):
        with suppress(sqlite3.Error, OSError, GuideError):
            return _to_read(path, way, backups)._replace(notice=f"{OLDER} {error}")
    raise GuideError(error.message, error.remedy)


def _to_write(path: Path, backups: Path) -> Opened:
    private_dir(path.parent)
    missing = _make_private(path)
    connection = _connect(path)
    try:
        version = _identify(connection, path)
        if version > migrations.VERSION:
            connection.execute("PRAGMA query_only = ON")
            return Opened(connection, True, NEWER)
        _durable(connection)
        if 0 < version < migrations.VERSION:
            _keep_a_copy(connection, backups)
        migrations.migrate(connection)
        connection.execute(migrations.LEDGER)  # without it nothing can be saved, and a look counts again
        lost = loss.noticed(connection, path, backups, empty=missing or version == 0)
        return Opened(connection, False, lost=lost)
    except BaseException:
        connection.close()
        raise


def _keep_a_copy(connection: sqlite3.Connection, backups: Path) -> None:
    from datetime import UTC, datetime

    from guide.store import copying

    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    try:
        copying.before_version(
            connection, private_dir(backups) / f"before-version-{migrations.VERSION}-{moment}.db"
        )
    except (copying.Damaged, copying.Gone):
        raise
    except GuideError as error:
        raise _NotKept(error.message, error.remedy) from None


def _make_private(path: Path) -> bool:
    """Create the file 0600 whatever the umask (SQLite gives -wal and -shm the same). True when it was not
    there."""
    missing = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        if os.name == "posix" and stat.S_IMODE(os.fstat(handle).st_mode) != 0o600:
            os.fchmod(handle, 0o600)
    finally:
        os.close(handle)
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            beside(path, ending).chmod(0o600)
    return missing


def _identify(connection: sqlite3.Connection, path: Path) -> int:
    """The file's version. Raises GuideError for a file of another program, before anything is written."""
    connection.execute("BEGIN")  # one moment for all three: another instance may be making this very file
    try:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        version = migrations.version_of(connection)
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
    finally:
        connection.execute("ROLLBACK")
    if mark != migrations.APPLICATION_ID and (mark or version or tables):
        raise trouble.not_ours(path)
    return version


def _durable(connection: sqlite3.Connection) -> None:
    # Where write-ahead logging is not possible (some network folders) SQLite stays with its rollback journal,
    # which is as safe and slower. Two instances making the same new file can meet here.
    for attempt in range(20):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            if trouble.primary(error) != sqlite3.SQLITE_BUSY or attempt == 19:
                raise
            time.sleep(0.05)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS flushes the drive only when asked


def _to_read(path: Path, way: str, backups: Path | None) -> Opened:
    workdir: Copy | None = None
    notice = None if way == "read" else READ_ONLY
    target, question = path, "mode=ro"
    if way == "copy":
        from guide.store.private_copy import Copy

        workdir = Copy(path)
        target, question = workdir.path, "mode=rw"
    elif way == "immutable":
        question = "immutable=1"
    connection = _connect(f"{target.absolute().as_uri()}?{question}", uri=True)
    try:
        version = _identify(connection, path)
        if workdir is not None:
            workdir.opened()
        if version < migrations.VERSION:
            connection = _lifted(connection)
        connection.execute("PRAGMA query_only = ON")
        newer = version > migrations.VERSION
        lost = None if newer or backups is None else loss.said(connection, path, backups)
        return Opened(connection, True, NEWER if newer else notice, workdir, lost)
    except BaseException:
        connection.close()
        if workdir is not None:
            workdir.cleanup()
        raise


def _lifted(old: sqlite3.Connection) -> sqlite3.Connection:
    """An older store that may not be changed is brought up to date in memory."""
    new = _connect(":memory:")
    old.backup(new)
    old.close()
    migrations.migrate(new)
    return new
