"""What was left behind by a run that was cut off: found at the next start, and brought to an end.

- Folders in which a backup is put together before it takes the notebook's place: a copy of every word.
- Copies that did not get their names: of the notebook in the backup folder, of the support plan beside it.
- A notebook that still has to be written anew, because words in it were removed for good.

Of the first two only what the program made beyond doubt goes unasked: its exact names, with nothing else in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.store import busy, copies, marker, scrubbing

if TYPE_CHECKING:
    from guide.places import Places
    from guide.store.database import Store

PREFIX: Final = "restoring-"
_FOLDER: Final = re.compile(re.escape(PREFIX) + r"[a-z0-9_]{8}")  # as `tempfile` makes them
_INSIDE: Final = re.compile(r"(?:unmuted|pages)\.db(-wal|-shm|-journal)?")
_A_MOMENT: Final = 0.2
"""Seconds that a start waits for another window before it leaves the writing anew to a later one."""


def tidy(places: Places, store: Store) -> None:
    """At a start: remove what is left, and finish what is owed. Never raises; what cannot be done is tried again."""
    sweep(places)
    if scrubbing.owed(store.connection):
        from guide.store import holding, rescue

        rescue.drop(places.rescue_path, holding.gone(store))
        scrubbing.scrub(store, _A_MOMENT)


def sweep(places: Places, *, untouched: float = copies.UNTOUCHED) -> None:
    """Remove what restores and copies left behind; what is under way in another window is let be."""
    from time import time

    copies.sweep(places.backups, untouched)
    old = [one for one in restores(places) if time() - _touched(one) >= untouched]
    if old:
        with busy.idle(places.data) as idle:
            for one in old if idle else []:
                _remove_folder(one)
    for one in support_parts(places):
        if time() - copies.touched(one) >= untouched:
            copies.remove(one)


def drop_support_parts(places: Places) -> None:
    """Remove copies of the support plan that did not get their name, however young: words that are to be gone may
    stand in them, and one that is being written is written again."""
    for one in support_parts(places):
        copies.remove(one)


def left(places: Places) -> list[Path]:
    """What is there of all that, whoever may still be at work on it; and what only may be such a thing, as a store of
    ours is in it."""
    folders = [one for one in _named(places, PREFIX) if _is_ours(one) or _holds_a_store(one)]
    return [*folders, *copies.unfinished(places.backups), *support_parts(places)]


def strangers(places: Places) -> list[Path]:
    """What has such a name beside the notebook, and is somebody's own."""
    ours = {*restores(places), *support_parts(places)}
    found = [*_named(places, PREFIX), *_named(places, f"{places.support_path.name}.")]
    return sorted(one for one in found if one not in ours)


def _named(places: Places, start: str) -> list[Path]:
    with suppress(OSError):
        return [one for one in places.data.iterdir() if one.name.startswith(start)]
    return []


def restores(places: Places) -> list[Path]:
    """Folders in which a restore put a backup together, beyond doubt."""
    return [one for one in _named(places, PREFIX) if _is_ours(one)]


def support_parts(places: Places) -> Iterator[Path]:
    """Copies of the support plan that did not get their name."""
    name = re.compile(rf"{re.escape(places.support_path.name)}\.\d+{re.escape(copies.PART)}")
    return (one for one in _named(places, "") if name.fullmatch(one.name) and copies.is_plain(one))


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder as a restore makes it: in it are databases that SQLite began, and what goes with them."""
    if not _FOLDER.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
        return False
    try:
        return all(_may_be_inside(one) for one in folder.iterdir())
    except OSError:
        return False


def _may_be_inside(path: Path) -> bool:
    if path.name == marker.NAME:
        return copies.is_plain(path)
    found = _INSIDE.fullmatch(path.name)
    return found is not None and (copies.is_plain(path) if found[1] else copies.is_begun(path))


def _holds_a_store(folder: Path) -> bool:
    try:
        return not folder.is_symlink() and any(
            one.is_file() and copies.is_store(one) for one in folder.iterdir()
        )
    except OSError:
        return False


def _remove_folder(folder: Path) -> None:
    """Remove what a restore left, file by file: what somebody puts there meanwhile keeps the folder."""
    with suppress(OSError):
        for one in folder.iterdir():
            if _may_be_inside(one):
                one.unlink()
        folder.rmdir()


def _touched(folder: Path) -> float:
    try:
        return max(one.stat().st_mtime for one in (folder, *folder.iterdir()))
    except OSError:
        return 0.0
