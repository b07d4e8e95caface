"""What lies in the backup folder: backups, notebooks that were set aside, and copies that were cut off.

All of it can hold a person's words, so whatever asks who still holds some, or takes everything away, goes by this
and not by what is a good backup.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from guide.store.migrations import APPLICATION_ID

PART: Final = ".part"  # a copy that is being made, or was cut off
ASIDE: Final = ".damaged"  # a store that could not be read, as it was
_BESIDE: Final = ("-wal", "-shm", "-journal")
_OURS: Final = re.compile(r"\.(db|part|damaged)(-wal|-shm|-journal)?$")
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
    """Copies that are being made, or were cut off."""
    return [one for one in there(folder) if _main(one.name).endswith(PART)]


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


def _listed(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from folder.iterdir()


def _is_ours(path: Path) -> bool:
    if _OURS.search(path.name):
        return path.is_file() or path.is_symlink()
    return path.is_file() and _has_our_mark(path)


def _main(name: str) -> str:
    for ending in _BESIDE:
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def _has_our_mark(path: Path) -> bool:
    """Whether it is a store of ours under any name: SQLite's header, with our number in bytes 68 to 71."""
    with suppress(OSError), path.open("rb") as file:
        start = file.read(72)
        return start.startswith(_HEADER) and start[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
