"""Deleting everything a person wrote: files only, so that it works when the store cannot be opened, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from guide.journal import working
from guide.places import Places, shown
from guide.store import copies, marker, opening
from guide.words import changing as words

if TYPE_CHECKING:
    from guide.journal.journal import Journal


class Gone(NamedTuple):
    """What is said afterwards, and whether nothing is left."""

    said: list[str]
    clean: bool


def asks(places: Places) -> list[str]:
    """What is said before: what goes and what stays. The question with the word to type is the caller's."""
    return [words.EVERYTHING_WHAT.format(backups=shown(places.backups)), words.EVERYTHING_STAYS]


def delete_everything(places: Places, journal: Journal | None = None) -> Gone:
    """Remove every file with a person's words or what the program remembers of them; it then starts as new.

    Settings and packs stay: they hold none of the words. An open `journal` lets go of its store first and must not be
    used for anything but closing it. Cannot be undone: the caller has asked for a typed word.
    """
    if journal is not None:
        journal.let_go()
    found = list(_files(places))
    for path in found:
        with suppress(OSError):
            path.unlink()
    working.sweep(places, untouched=0)
    with suppress(OSError):
        places.backups.rmdir()  # only when nothing of somebody else's is in there
    # Looked for anew: another window may have gone on writing in between.
    left = [*_files(places), *working.restores(places)]
    if left:
        names = ", ".join(map(shown, left))
        return Gone([words.EVERYTHING_LEFT.format(names=names), words.EVERYTHING_LEFT_REMEDY], False)
    done = words.EVERYTHING_DONE if found else words.EVERYTHING_NOTHING
    return Gone([done, *_strangers(places), words.BACKUPS_ELSEWHERE], True)


def _strangers(places: Places) -> list[str]:
    """What has a name like ours, or lies among the backups, and is no file of ours: it stays and is named."""
    return [
        *staying(places.data, working.strangers(places)),
        *staying(places.backups, copies.strangers(places.backups)),
    ]


def staying(folder: Path, found: Iterable[Path]) -> list[str]:
    """The sentence that names files in a folder which are somebody's own, where there are any."""
    names = ", ".join(shown(Path(one.name)) for one in found)
    return [words.EVERYTHING_STRANGERS.format(folder=shown(folder), names=names)] if names else []


def _files(places: Places) -> Iterator[Path]:
    """The files, those with the most words first: what comes in between leaves less."""
    store, support, rescue = places.store_path, places.support_path, places.rescue_path
    yield from _there(store, *(opening.beside(store, ending) for ending in ("-wal", "-shm", "-journal")))
    for one in copies.there(places.backups):
        yield from _there(*copies.whole(one))
    # Beside them what a copy that was cut off, or words that nobody could take in, may have left.
    yield from _there(support, *working.support_parts(places), rescue)
    beside = re.compile(rf"{re.escape(rescue.name)}\.(?:part|unreadable(?:-\d+)?)")
    yield from _there(*(one for one in sorted(rescue.parent.glob("*")) if beside.fullmatch(one.name)))
    yield from _there(store.with_name(marker.NAME))


def _there(*paths: Path) -> Iterator[Path]:
    return (path for path in paths if path.is_file() or path.is_symlink())
