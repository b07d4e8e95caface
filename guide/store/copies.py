"""What lies in the backup folder: backups, notebooks that were set aside, and copies that were cut off.

All of it can hold a person's words, so whatever asks who still holds some, or takes everything away, goes by this
and not by what is a good backup. A person keeps files of their own there, too: ours is only what has a name that the
program itself gives, or holds a store of ours; and unasked nothing goes but a copy that was cut off (`cut_off`).
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from guide.store import busy
from guide.store.migrations import APPLICATION_ID

PART: Final = ".part"  # a copy that is being made, or was cut off
UNTOUCHED: Final = 60.0
"""Seconds without a change after which a copy may be one that was cut off: whoever makes one writes all the time, and
where programs can say that they are at work, says so as well."""
ASIDE: Final = ".damaged"  # a store that could not be read, as it was
_BESIDE: Final = ("-wal", "-shm", "-journal")
_MOMENT: Final = r"\d{8}T\d{6}(?:-\d+)?"
_BACKUP: Final = (
    rf"(?:unmuted-\d{{4}}-\d\d-\d\d|(?:kept|before-import|before-restore|before-version-\d+)-{_MOMENT})\.db"
)
_UNFINISHED: Final = rf"(?:unfinished-[a-z0-9_]{{8}}|{_BACKUP})\.part"
"""What the program makes a copy under; an earlier version added the ending to the name that the copy was to have."""
_BROKEN: Final = rf"(?:unreadable-{_MOMENT}|before-version-\d+)\.damaged"
_DAILY: Final = re.compile(r"unmuted-\d{4}-\d\d-\d\d\.db")
_CUT_OFF: Final = re.compile(rf"{_UNFINISHED}(?:-wal|-shm|-journal)?")
_OURS: Final = re.compile(rf"(?:{_BACKUP}|{_UNFINISHED}|{_BROKEN})(?:-wal|-shm|-journal)?")
_HEADER: Final = b"SQLite format 3\0"


def there(folder: Path) -> list[Path]:
    """Every file in the backup folder that is ours, by its name or by what is in it. What SQLite keeps beside one of
    them goes with it (`whole`) and stands here only when it is alone."""
    found = sorted(one for one in _listed(folder) if _is_ours(one))
    names = {one.name for one in found}
    return [one for one in found if _main(one.name) not in names - {one.name}]


def whole(path: Path) -> list[Path]:
    """A file, and the names that SQLite uses beside it."""
    return [path, *(path.with_name(path.name + ending) for ending in _BESIDE)]


def strangers(folder: Path) -> list[Path]:
    """What lies there and is none of ours: somebody put it there."""
    ours = {each for one in there(folder) for each in whole(one)}
    return sorted(one for one in _listed(folder) if one not in ours)


def unfinished(folder: Path) -> list[Path]:
    """What may be a copy that is being made, or was cut off: to be named, not to be removed unasked."""
    return [one for one in there(folder) if _main(one.name).endswith(PART)]


def cut_off(folder: Path) -> list[Path]:
    """The copies among them that were made here beyond doubt, and may go unasked: an exact name, an ordinary file of
    this user's, and in it nothing yet or what SQLite writes."""
    found = [one for one in _listed(folder) if _CUT_OFF.fullmatch(one.name)]
    names = {one.name for one in found}
    mains = [one for one in found if _main(one.name) not in names - {one.name}]
    return [one for one in mains if is_plain(one) and _may_be_sqlite(one)]


def sweep(folder: Path, untouched: float = UNTOUCHED) -> None:
    """Remove copies that were cut off here, unless somebody wrote to them within so many seconds, or is at work in
    this folder."""
    from time import time

    found = [one for one in cut_off(folder) if time() - touched(one) >= untouched]
    if not found:
        return
    with busy.idle(folder) as idle:
        for one in found if idle else []:
            remove(one)


def daily(folder: Path) -> list[Path]:
    """The backups of the days, the oldest first. A copy that a person named alike is none, and stays."""
    return sorted(one for one in _listed(folder) if _DAILY.fullmatch(one.name))


def aside(folder: Path) -> list[Path]:
    """Stores that could not be read and were set aside."""
    return [one for one in there(folder) if _main(one.name).endswith(ASIDE)]


def may_be_read(path: Path) -> bool:
    """Whether it is a backup of which one file is all: no part, not set aside, and with no log that belongs to it."""
    if path.suffix in (PART, ASIDE) or _main(path.name) != path.name:
        return False
    return not any(_size(one) for one in whole(path)[1:])


def remove(path: Path) -> bool:
    """Remove a file and what SQLite may have left beside it; whether all of it is gone."""
    for one in whole(path):
        with suppress(OSError):
            one.unlink(missing_ok=True)
    return not any(os.path.lexists(one) for one in whole(path))


def touched(path: Path) -> float:
    """When a file or what is beside it was last written to (seconds since 1970); 0 when that cannot be told."""
    found = [0.0]
    for one in whole(path):
        with suppress(OSError):
            found.append(one.lstat().st_mtime)
    return max(found)


def is_plain(path: Path) -> bool:
    """Whether it is an ordinary file of this user's, and no link to one."""
    try:
        info = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(info.st_mode) and (os.name != "posix" or info.st_uid == os.getuid())


def is_store(path: Path) -> bool:
    """Whether it is a store of ours under any name: SQLite's header, with our number in bytes 68 to 71."""
    start = _start(path)
    return start.startswith(_HEADER) and start[68:72] == APPLICATION_ID.to_bytes(4, "big")


def is_begun(path: Path) -> bool:
    """Whether it may be a database that SQLite has begun to write: its header, or nothing yet."""
    return is_plain(path) and (not _size(path) or _start(path).startswith(_HEADER))


def _may_be_sqlite(path: Path) -> bool:
    # A journal alone: what it goes with is gone, and SQLite writes its beginning last.
    return _main(path.name) != path.name or is_begun(path)


def _start(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as file:
        return file.read(72)
    return b""


def _listed(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from folder.iterdir()


def _is_ours(path: Path) -> bool:
    if _OURS.fullmatch(path.name):
        return path.is_file() or path.is_symlink()
    return path.is_file() and is_store(path)


def _main(name: str) -> str:
    for ending in _BESIDE:
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
