"""A private copy of a store with its log, to read where SQLite may write nothing beside the store itself.

Every word is in it, so its names are taken away as soon as SQLite has it open: a program that is killed then leaves
nothing behind. What is left of one that was killed before goes when the next copy is made, or when the doctor looks.
People keep things of their own among the temporary files: only a folder with our mark in it, and with nothing in it
that was not put there by us, is one of ours.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import gettempdir, mkdtemp
from time import time
from typing import Final

from guide.errors import GuideError
from guide.store import busy

PREFIX: Final = "unmuted-"
_NAME: Final = re.compile(
    re.escape(PREFIX) + r"(?!\d{8})[a-z0-9_]{8}"
)  # as `tempfile` makes them, and no date
_MARK: Final = ".copy-to-read"
_STORE: Final = "unmuted.db"
_FILES: Final = {_MARK, *(f"{_STORE}{ending}" for ending in ("", "-wal", "-shm", "-journal"))}
_UNTOUCHED: Final = 60.0
"""Seconds after which who made it has said that it is at work."""
_EMPTY: Final = 3600.0
"""Seconds after which an empty folder of that name goes: nothing tells whose it is, and nobody has used it."""


class Copy:
    """A folder of its own, 0700, with a copy of the store and of its log."""

    def __init__(self, path: Path) -> None:
        sweep()
        self.folder, self._claim = busy.made(_new)
        try:
            self.path = _copied(path, self.folder)
        except BaseException:
            self.cleanup()
            raise

    def opened(self) -> None:
        """SQLite has read from it: where files live on without their names, these go."""
        if os.name == "posix":
            self.cleanup()

    def cleanup(self) -> None:
        """Remove it. May be called twice."""
        rmtree(self.folder, ignore_errors=True)
        if self._claim is not None:
            os.close(self._claim)
            self._claim = None


def sweep() -> None:
    """Remove copies of one's own that a killed program left behind; those that are being made are let be."""
    try:
        found = [Path(one.path) for one in os.scandir(gettempdir()) if _NAME.fullmatch(one.name)]
    except OSError:
        return
    for folder in found:
        with suppress(OSError):
            if _ours(folder):
                busy.remove_idle(folder, _remove)


def _new() -> Path:
    folder = Path(mkdtemp(prefix=PREFIX))
    (folder / _MARK).touch(0o600)
    return folder


def _ours(folder: Path) -> bool:
    """Whether it is a folder as we make them, this person's alone, that nobody has touched for a while."""
    if os.name != "posix":
        return False
    info = folder.lstat()
    if not stat.S_ISDIR(info.st_mode) or stat.S_IMODE(info.st_mode) != 0o700 or info.st_uid != os.getuid():
        return False
    there = list(folder.iterdir())
    idle = time() - max(one.lstat().st_mtime for one in (folder, *there))
    if not there:
        return idle >= _EMPTY
    names = {one.name for one in there}
    plain = all(stat.S_ISREG(one.lstat().st_mode) for one in there)
    return _MARK in names and names <= _FILES and plain and idle >= _UNTOUCHED


def _remove(folder: Path) -> None:
    """Remove what is ours file by file, the mark last: what somebody puts there meanwhile keeps the folder."""
    for name in sorted(_FILES - {_MARK}):
        (folder / name).unlink(missing_ok=True)
    (folder / _MARK).unlink(missing_ok=True)
    folder.rmdir()


def _copied(path: Path, folder: Path) -> Path:
    """Copy store and log. Somebody else may be writing: a copy counts only when neither changed meanwhile."""
    log = path.with_name(f"{path.name}-wal")

    def state() -> list[tuple[int, int]]:
        found = [file.stat() for file in (path, log)]
        return [(one.st_size, one.st_mtime_ns) for one in found]

    target = folder / _STORE
    for _ in range(5):
        before = state()
        copyfile(path, target)
        copyfile(log, target.with_name(f"{_STORE}-wal"))
        if state() == before:
            return target
    raise GuideError("The store is being written to and cannot be read right now.", "Try again in a moment.")
