"""What the doctor looks at around the notebook: files and who can read them, settings, packs, backups, lines, room.

A place that cannot be looked into is a finding too, never an error.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from guide import settings
from guide.errors import GuideError
from guide.journal import help_page, working
from guide.journal.library import Library
from guide.places import Places, private_dir, shown
from guide.store import copies, marker, opening, scrubbing
from guide.store.database import Store
from guide.words import doctor as words

NAMED_MOST: Final = 5
SMALL: Final = 50
"""Megabytes of free room below which answers may soon not fit."""


class Finding(NamedTuple):
    """One check: its name, whether it is fine, what it found, and what to do about it.

    `check` stays the same for scripts; `words.CHECKS` has it for people.
    """

    check: str
    fine: bool
    said: str
    remedy: str = ""


def some(what: list[str]) -> str:
    """The first few of several phrases, and how many more there are."""
    more = [words.ROWS_MORE.format(n=len(what) - NAMED_MOST)] if len(what) > NAMED_MOST else []
    return "; ".join([*what[:NAMED_MOST], *more])


def _names(paths: Iterable[Path]) -> str:
    return some([shown(one) for one in paths]).replace("; ", ", ")


# -- who can read it --------------------------------------------------------------------------------------


def files(places: Places) -> Iterator[Finding]:
    """Files and folders that others could read; they are closed."""
    if os.name != "posix":
        return
    if not _may_look(places.data):
        yield Finding(
            "files", False, words.FILES_SHUT.format(folder=shown(places.data)), words.FILES_SHUT_REMEDY
        )
        return
    if not places.data.exists():
        yield Finding("files", True, words.FILES_NONE.format(folder=shown(places.data)))
        return
    folders = [one for one in (places.data, places.config, places.backups) if _is(one, Path.is_dir)]
    open_ = [one for one in [*dict.fromkeys(folders), *_ours(places)] if _others_may(one)]
    left = [one for one in open_ if not _closed(one)]
    if left:
        yield Finding("files", False, words.FILES_OPEN.format(names=_names(left)), words.FILES_REMEDY)
    elif open_:
        yield Finding("files", False, words.FILES_CLOSED.format(names=_names(open_)))
    else:
        yield Finding("files", True, words.FILES_FINE.format(folder=shown(places.data)))


def _may_look(folder: Path) -> bool:
    """Whether what is in the folder can be looked at, or there is no folder."""
    try:
        return not folder.exists() or os.access(folder, os.R_OK | os.X_OK)
    except OSError:
        return False


def _is(path: Path, what: object) -> bool:
    try:
        return bool(what(path)) if callable(what) else False
    except OSError:
        return False


def _ours(places: Places) -> list[Path]:
    """The files that hold a person's words or settings."""
    store = places.store_path
    names = [
        store,
        *(opening.beside(store, ending) for ending in ("-wal", "-shm")),
        store.with_name(marker.NAME),
    ]
    names += [places.settings_path, places.support_path, places.rescue_path, *_unreadable(places)]
    there = [*names, *copies.there(places.backups)]
    return [one for one in there if _is(one, Path.is_file) and not _is(one, Path.is_symlink)]


def _unreadable(places: Places) -> list[Path]:
    return sorted(places.data.glob(f"{places.rescue_path.name}.unreadable*"))


def _others_may(path: Path) -> bool:
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
    except OSError:
        return False


def _closed(path: Path) -> bool:
    try:
        if path.is_dir():
            private_dir(path)
        else:
            path.chmod(0o600)
    except (GuideError, OSError):
        return False
    return not _others_may(path)


def typed(places: Places) -> Iterator[Finding]:
    """Words of a rescue file that could not be put back."""
    found = _unreadable(places)
    if found:
        yield Finding("typed-words", False, words.TYPED_ASIDE.format(names=_names(found)), words.TYPED_REMEDY)


def set_up(places: Places) -> Iterator[Finding]:
    """Lines of the settings that could not be used; their content is left unsaid."""
    for number, says in settings.unused(places):
        said = words.SETTINGS_UNUSED.format(n=number, file=shown(places.settings_path))
        yield Finding("settings", False, said, words.SETTINGS_TAKES.format(says=says))


# -- around it --------------------------------------------------------------------------------------------


def packs(library: Library) -> Finding:
    """Packs that cannot be read."""
    if library.troubles:
        return Finding("packs", False, some(library.troubles), words.PACKS_REMEDY)
    n = len(library.packs)
    return Finding("packs", True, words.PACKS_FINE[n != 1].format(n=n))


def backups(places: Places, written: str, today: str) -> Iterator[Finding]:
    """`written` is the latest day on which an entry was ended: a day that is over should be in a backup."""
    folder = shown(places.backups)
    if not _takes_backups(places.backups):
        said = words.BACKUPS_SHUT.format(folder=folder)
        yield Finding("backups", False, said, words.BACKUPS_SHUT_REMEDY)
        return
    names = [one.stem.removeprefix("unmuted-") for one in copies.daily(places.backups)]
    if written and written < today and (names[-1] if names else "") < written:
        said = words.BACKUPS_LATE.format(day=written, folder=folder)
        yield Finding("backups", False, said, words.BACKUPS_REMEDY)
    elif names:
        n = len(names)
        yield Finding("backups", True, words.BACKUPS_FINE[n != 1].format(day=names[-1], n=n, folder=folder))
    else:
        yield Finding("backups", True, words.BACKUPS_NONE)
    yield from _left_over(places)


def _left_over(places: Places) -> Iterator[Finding]:
    """What may hold words and is neither the notebook nor a backup."""
    parts, aside = working.left(places), copies.aside(places.backups)
    said = [words.LEFT_PARTS.format(names=_names(parts))] if parts else []
    said += [words.LEFT_ASIDE.format(names=_names(aside))] if aside else []
    remedies = [words.LEFT_PARTS_REMEDY] if parts else []
    remedies += [words.LEFT_ASIDE_REMEDY] if aside else []
    if said:
        yield Finding("left-over", False, " ".join(said), " ".join(remedies))


def emptied(store: Store) -> Iterator[Finding]:
    """Words that were removed for good, and of which the files still hold a copy."""
    if scrubbing.owed(store.connection):
        yield Finding("emptied", False, words.EMPTIED_OWED, words.EMPTIED_OWED_REMEDY)


def _takes_backups(folder: Path) -> bool:
    """Whether a backup could be written there; a folder that is still to be made will do."""
    if os.path.lexists(folder):
        return _is(folder, Path.is_dir) and os.access(folder, os.R_OK | os.W_OK | os.X_OK)
    return not folder.parent.exists() or os.access(folder.parent, os.W_OK | os.X_OK)


def lines(today: str) -> Finding:
    """How old the list of lines to call is."""
    day = help_page.helplines()[0]
    if not day:
        return Finding("lines", False, words.LINES_UNREADABLE, words.LINES_UNREADABLE_REMEDY)
    if help_page.is_old(today):
        return Finding("lines", False, words.LINES_OLD.format(day=day), words.LINES_OLD_REMEDY)
    return Finding("lines", True, words.LINES_FINE.format(day=day))


def space(places: Places) -> Iterator[Finding]:
    """How much room there is for what will be written."""
    import shutil

    there = next((one for one in (places.data, *places.data.parents) if _is(one, Path.exists)), None)
    if there is None:
        return
    free = shutil.disk_usage(there).free // (1 << 20)
    if free < SMALL:
        yield Finding("space", False, words.SPACE_SMALL.format(n=free), words.SPACE_REMEDY)
    else:
        yield Finding("space", True, words.SPACE_FINE)
