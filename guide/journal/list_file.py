"""A list as a text file, for printing or for a wallet: plain text, readable by its owner only to begin with."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from guide.errors import GuideError
from guide.places import shown
from guide.words import items as words


class Taken(GuideError):
    """There is a file of that name; `save` with `replace` puts the list in its place."""

    def __init__(self) -> None:
        super().__init__(words.SAVE_THERE, words.SAVE_REPLACE)


def save(name: str, lines: Sequence[str], *, replace: bool = False) -> str:
    """Write lines to the file that a person named, `~` understood; give back its name as it is shown.

    A file that is there is left alone, and Taken raised, unless `replace`. Raises GuideError when it cannot be
    written; what stood there before is then still there.
    """
    if not name.strip() or "\0" in name:
        raise GuideError(words.SAVE_NAME)
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    try:
        path = Path(name.strip()).expanduser().absolute()
        if path.is_dir():
            raise GuideError(words.SAVE_FOLDER)
        if not path.parent.is_dir():
            raise GuideError(words.SAVE_NOWHERE)
        if not replace or not path.exists():
            _write(path, data)
        elif path.is_file():
            _replace(path, data)
        else:
            raise GuideError(words.SAVE_NOT.format(reason=words.SAVE_NO_FILE))
    except FileExistsError:
        raise Taken from None
    except (OSError, RuntimeError) as error:
        reason = (getattr(error, "strerror", None) or words.SAVE_NO_NAME).lower()
        raise GuideError(words.SAVE_NOT.format(reason=reason)) from None
    return shown(path)


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    _fill(handle, path, data)


def _replace(path: Path, data: bytes) -> None:
    """Whole or not at all: a full disk leaves the old file as it was."""
    from tempfile import mkstemp

    handle, part = mkstemp(dir=path.parent, prefix="list-")  # made 0600
    _fill(handle, Path(part), data)
    try:
        Path(part).replace(path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise


def _fill(handle: int, path: Path, data: bytes) -> None:
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
