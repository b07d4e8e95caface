"""Copies of the store, made by SQLite's online backup (copying the file of a live store can tear it).

A copy is made under a name that nobody else has, and takes its own when it is whole: over nothing, unless asked.
What a kill leaves of it goes at the next start (`journal/working.py`), or with the next copy in that folder.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from guide.errors import GuideError
from guide.places import shown
from guide.store import busy, copies, ending, scrubbing, trouble

_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT)


class Damaged(GuideError):
    """The store itself is not sound, so no sound copy can be made of it."""


class Gone(GuideError):
    """Somebody removed the store while a copy of it was made; the copy would bring every word back, so it goes too."""

    def __init__(self) -> None:
        from guide.words import taking as words

        super().__init__(words.NOTEBOOK_GONE, words.NOTEBOOK_GONE_REMEDY)


def copy(connection: sqlite3.Connection, target: Path) -> Path:
    """Write a checked copy at `target` (0600), or where one is there, beside it with a number; whole or not at all.

    Gives back where it is. Raises Damaged, Gone, or GuideError when it cannot be written.
    """
    before = _file(connection)
    with _made(connection, target.parent) as made:
        for number in count(1):
            place = target if number == 1 else target.with_stem(f"{target.stem}-{number}")
            with suppress(FileExistsError):
                take(made, place)
                break
    return _kept(connection, before, place)


def copy_as(connection: sqlite3.Connection, target: Path, *, replace: bool = False) -> Path:
    """The same under exactly this name. Raises FileExistsError when something has it, unless it may be replaced."""
    before = _file(connection)
    with _made(connection, target.parent) as made:
        if replace:
            os.replace(made, target)
        else:
            take(made, target)
    return _kept(connection, before, target)


def before_version(connection: sqlite3.Connection, target: Path) -> Path:
    """The copy that is made before a newer version changes the store.

    Of a store that is damaged in places one is kept as it is, once, so that what can still be read of it stays in
    reach after an update; it is named as a store that was set aside. Raises as `copy` does.
    """
    try:
        return copy(connection, target)
    except Damaged:
        aside = target.with_name(f"{target.stem.rpartition('-')[0]}{copies.ASIDE}")
        with _made(connection, target.parent, sound=False) as made, suppress(FileExistsError):
            take(made, aside)
        return aside


def take(made: Path, target: Path) -> None:
    """Give a file its name, over nothing, whoever else wants the same one. Raises FileExistsError, or OSError."""
    try:
        os.link(made, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, as sticks have
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        os.replace(made, target)
    else:
        made.unlink()


def _file(connection: sqlite3.Connection) -> tuple[int, int] | None:
    """Which file is at the path of this store; None when there is none any more."""
    from guide.store.database import identity

    path = connection.execute("PRAGMA database_list").fetchone()[2]
    return identity(Path(path)) if path else (0, 0)  # in memory: nobody can remove it


def _kept(connection: sqlite3.Connection, before: tuple[int, int] | None, made: Path) -> Path:
    if before is None or _file(connection) != before:
        copies.remove(made)
        raise Gone
    return made


@contextmanager
def _made(connection: sqlite3.Connection, folder: Path, *, sound: bool = True) -> Iterator[Path]:
    """A copy in this folder, on disk, to be given its name; a `sound` one or none. Nothing of it is left otherwise,
    not when the program is told to end either; what a killed one left in this folder goes first."""
    copies.sweep(folder)
    try:
        with ending.told_to_end(), busy.sharing(folder), _part(folder) as part:
            if not _copied(connection, part) and sound:
                whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
                raise OSError if whole else _damaged()
            _flush(part)
            yield part
            _flush(folder)
    except FileExistsError:
        raise
    except (OSError, sqlite3.Error) as error:
        raise _cannot(error, folder) from None


@contextmanager
def _part(folder: Path) -> Iterator[Path]:
    """A name in this folder that nobody else has. Nothing is left of it."""
    from tempfile import mkstemp

    handle, name = mkstemp(dir=folder, prefix="unfinished-", suffix=copies.PART)  # made 0600
    try:
        os.close(handle)
        yield Path(name)
    finally:
        copies.remove(Path(name))


def _copied(connection: sqlite3.Connection, part: Path) -> bool:
    """Copy the store, page by page; whether what came out is sound."""
    other = sqlite3.connect(part, isolation_level=None)
    try:
        other.execute("PRAGMA temp_store = MEMORY")  # no words in temporary files
        connection.backup(other)
        other.execute("PRAGMA journal_mode = DELETE")  # one file, readable from a read-only folder
        if scrubbing.owed(other):  # the words of removed rows lie in its free pages, too
            scrubbing.vacuum(other)
        return bool(other.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    finally:
        other.close()


def _damaged() -> Damaged:
    from guide.words import taking as words

    return Damaged(words.SOURCE_DAMAGED, words.SOURCE_DAMAGED_REMEDY)


def _cannot(error: OSError | sqlite3.Error, folder: Path) -> GuideError:
    """What kept a copy from being made, and what helps against that."""
    from guide.words import taking as words

    code = trouble.primary(error) if isinstance(error, sqlite3.Error) else sqlite3.SQLITE_OK
    if code in trouble.DAMAGED:
        return _damaged()
    if code == sqlite3.SQLITE_FULL or (isinstance(error, OSError) and error.errno in _NO_ROOM):
        return GuideError(words.NO_ROOM_BACKUP.format(folder=shown(folder)), words.NO_ROOM_BACKUP_REMEDY)
    return GuideError(words.NO_BACKUP.format(folder=shown(folder)), words.NO_BACKUP_REMEDY)


def _flush(path: Path) -> None:
    with suppress(PermissionError):  # Windows opens no folders
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
