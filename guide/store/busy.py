"""Saying to other programs that a file or folder is at work, so that they let it be; a killed one says it no more.

A file that SQLite writes is never claimed itself: where both kinds of lock are one, SQLite would be locked out. The
folder that it lies in is, by as many at once as are at work there (`sharing`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Final

_TRIES: Final = 20
_A_LOOK: Final = 0.01
"""Seconds to wait between them for somebody who clears up just now."""


def claim(path: Path) -> int | None:
    """A handle that keeps the claim until it is closed; None where nobody can say such a thing.

    Raises BlockingIOError when another one has it, OSError when it cannot be opened.
    """
    return _claimed(path, alone=True)


def _claimed(path: Path, *, alone: bool) -> int | None:
    try:
        from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
    except ImportError:
        return None
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        flock(handle, (LOCK_EX if alone else LOCK_SH) | LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise
    except OSError:
        os.close(handle)
        return None
    return handle


def made(make: Callable[[], Path]) -> tuple[Path, int | None]:
    """What `make` makes, with the claim to it. Somebody who clears up can take a new one for an old one: then there is
    another."""
    for _ in range(_TRIES):
        path = make()
        try:
            handle = claim(path)
        except OSError:
            continue
        if path.exists():
            return path, handle
        if handle is not None:
            os.close(handle)
    return make(), None


def remove_idle(path: Path, remove: Callable[[Path], None]) -> None:
    """Remove what nobody is at work on. Raises OSError where that cannot be done, or somebody is."""
    handle = claim(path)
    if handle is not None:
        try:
            remove(path)
        finally:
            os.close(handle)


@contextmanager
def sharing(folder: Path) -> Iterator[None]:
    """Somebody is at work in this folder, perhaps beside others. Never fails: who clears up goes by times, too."""
    handle = None
    for _ in range(_TRIES):
        try:
            handle = _claimed(folder.resolve(), alone=False)
            break
        except BlockingIOError:
            sleep(_A_LOOK)
        except OSError:
            break  # it cannot be said here
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


@contextmanager
def idle(folder: Path) -> Iterator[bool]:
    """Whether nobody says to be at work in this folder; nobody can begin to say so meanwhile."""
    handle, free = None, True
    try:
        handle = _claimed(folder.resolve(), alone=True)
    except BlockingIOError:
        free = False
    except OSError:
        pass  # it cannot be said here, so nobody does
    try:
        yield free
    finally:
        if handle is not None:
            os.close(handle)
