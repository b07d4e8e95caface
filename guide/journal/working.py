"""The folders in which a backup is put together before it takes the notebook's place.

A restore that was cut off leaves its folder, and a copy of every word in it. Nothing needs it any more: it goes at
the next start, when the trash is emptied, and with everything.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

PREFIX: Final = "restoring-"
UNTOUCHED: Final = 60.0
"""Seconds without a change after which nobody is at work in such a folder: a restore writes all the time."""


def sweep(data: Path, *, untouched: float = UNTOUCHED) -> None:
    """Remove what restores left behind in the data folder; a restore under way in another window is let be."""
    found = [one for one in data.glob(f"{PREFIX}*") if one.is_dir() and not one.is_symlink()]
    if not found:
        return
    from shutil import rmtree
    from time import time

    for folder in found:
        if time() - _touched(folder) >= untouched:
            rmtree(folder, ignore_errors=True)


def _touched(folder: Path) -> float:
    try:
        return max(one.stat().st_mtime for one in (folder, *folder.iterdir()))
    except OSError:
        return 0.0
