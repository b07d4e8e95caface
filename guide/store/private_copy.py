"""A private copy of a store with its log, to read where SQLite may write nothing beside the store itself.

Every word is in it, so its names are taken away as soon as SQLite has it open: a program that is killed then leaves
nothing behind. What is left of one that was killed before goes when the next copy is made, or when the doctor looks.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import gettempdir, mkdtemp
from typing import Final

from guide.errors import GuideError
from guide.store import busy

PREFIX: Final = "unmuted-"
_NAME: Final = re.compile(re.escape(PREFIX) + r"\w{8}")
_FILES: Final = re.compile(r".+\.db(-wal|-shm|-journal)?")


class Copy:
    """A folder of its own, 0700, with a copy of the store and of its log."""

    def __init__(self, path: Path) -> None:
        sweep()
        self.folder, self._claim = busy.made(lambda: Path(mkdtemp(prefix=PREFIX)))
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
                busy.remove_idle(folder, rmtree)


def _ours(folder: Path) -> bool:
    """Whether it is a folder as we make them: this person's alone, with a store in it and nothing else."""
    if os.name != "posix":
        return False
    info = folder.lstat()
    mine = stat.S_ISDIR(info.st_mode) and stat.S_IMODE(info.st_mode) == 0o700 and info.st_uid == os.getuid()
    return mine and all(_FILES.fullmatch(one) for one in os.listdir(folder))


def _copied(path: Path, folder: Path) -> Path:
    """Copy store and log. Somebody else may be writing: a copy counts only when neither changed meanwhile."""
    log = path.with_name(f"{path.name}-wal")

    def state() -> list[tuple[int, int]]:
        found = [file.stat() for file in (path, log)]
        return [(one.st_size, one.st_mtime_ns) for one in found]

    target = folder / path.name
    for _ in range(5):
        before = state()
        copyfile(path, target)
        copyfile(log, target.with_name(log.name))
        if state() == before:
            return target
    raise GuideError("The store is being written to and cannot be read right now.", "Try again in a moment.")
