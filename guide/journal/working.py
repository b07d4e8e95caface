"""What was left behind by a run that was cut off: found at the next start, and brought to an end.

- Folders in which a backup is put together before it takes the notebook's place: a copy of every word.
- Copies that did not get their names: of the notebook in the backup folder, of the support plan beside it.
- A notebook that still has to be written anew, because words in it were removed for good.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.store import copies, scrubbing

if TYPE_CHECKING:
    from guide.places import Places
    from guide.store.database import Store

PREFIX: Final = "restoring-"
UNTOUCHED: Final = 60.0
"""Seconds without a change after which nobody is at work on such a file: whoever copies writes all the time."""
_A_MOMENT: Final = 0.2
"""Seconds that a start waits for another window before it leaves the writing anew to a later one."""


def tidy(places: Places, store: Store) -> None:
    """At a start: remove what is left, and finish what is owed. Never raises; what cannot be done is tried again."""
    sweep(places)
    if scrubbing.owed(store.connection):
        from guide.store import holding, rescue

        rescue.drop(places.rescue_path, holding.gone(store))
        scrubbing.scrub(store, _A_MOMENT)


def sweep(places: Places, *, untouched: float = UNTOUCHED) -> None:
    """Remove what restores and copies left behind; what is under way in another window is let be."""
    found = left(places)
    if not found:
        return
    from shutil import rmtree
    from time import time

    for one in found:
        if time() - _touched(one) < untouched:
            continue
        if one.is_dir():
            rmtree(one, ignore_errors=True)
        else:
            copies.remove(one)


def drop_support_parts(places: Places) -> None:
    """Remove copies of the support plan that did not get their name, however young: words that are to be gone may
    stand in them, and one that is being written is written again."""
    for one in _support_parts(places):
        copies.remove(one)


def left(places: Places) -> list[Path]:
    """What is there of all that, whoever may still be at work on it."""
    return [*_restores(places), *copies.unfinished(places.backups), *_support_parts(places)]


def _restores(places: Places) -> Iterator[Path]:
    return (one for one in places.data.glob(f"{PREFIX}*") if one.is_dir() and not one.is_symlink())


def _support_parts(places: Places) -> Iterator[Path]:
    return places.data.glob(f"{places.support_path.name}.*{copies.PART}")


def _touched(path: Path) -> float:
    if not path.is_dir():
        return copies.touched(path)
    try:
        return max(one.stat().st_mtime for one in (path, *path.iterdir()))
    except OSError:
        return 0.0
