"""Files that a person asks for: written whole or not at all, for this user only, and over nothing unasked."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import IO, Final

from guide.errors import GuideError
from guide.places import shown
from guide.store import busy, ending
from guide.words import taking as words

_PREFIX: Final = ".unmuted-"
_PART: Final = ".part"


class Exists(GuideError):
    """There is a file of that name, and nobody said that it may be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(words.EXISTS.format(file=shown(path)), words.EXISTS_REMEDY)


def named(name: str) -> Path:
    """The path that a person named, `~` understood. Raises GuideError for what can be no name."""
    try:
        if not name.strip() or "\0" in name:
            raise GuideError(words.NO_FILE_NAME, code=2)
        return Path(name.strip()).expanduser().absolute()
    except RuntimeError:
        raise GuideError(words.CANNOT_WRITE.format(file=name[:200], reason=words.NO_NAME)) from None


def to_read(name: str) -> Path:
    """The ordinary file that a person named. Raises GuideError when there is none."""
    path = named(name)
    if not path.exists():
        raise GuideError(words.NO_SUCH_FILE.format(file=shown(path)))
    if not path.is_file():
        raise GuideError(words.NOT_A_FILE.format(file=shown(path)))
    return path


def may_write(path: Path, *, replace: bool) -> None:
    """Raises GuideError when nothing can be written under this name, and Exists when something is there."""
    if not path.parent.is_dir():
        raise GuideError(words.NO_FOLDER.format(folder=shown(path.parent)))
    if path.is_symlink() or path.exists():
        if path.is_dir():
            raise GuideError(words.IS_FOLDER.format(file=shown(path)))
        if not path.is_file():
            raise GuideError(words.NOT_A_FILE.format(file=shown(path)))
        if not replace:
            raise Exists(path)


@contextmanager
def writing(path: Path, *, replace: bool = False) -> Iterator[IO[bytes]]:
    """A file to write to, 0600. It takes its name when the block has ended well; else nothing is left of it.

    Told to end by a signal, the program takes it along; what a killed one left in this folder goes first.
    """
    part, claim = Path(), None
    try:
        may_write(path, replace=replace)
        _sweep(path.parent)
        with ending.told_to_end():
            try:
                part, claim = busy.made(lambda: _new(path.parent))
                with part.open("r+b", buffering=1 << 18) as file:
                    yield file
                    file.flush()
                    os.fsync(file.fileno())
                may_write(path, replace=replace)  # it may have come meanwhile
                part.replace(path)
                part = Path()
            finally:
                if part.name:
                    with suppress(OSError):
                        part.unlink()
                if claim is not None:
                    os.close(claim)
    except OSError as error:
        raise cannot_write(path, error) from None


def _new(folder: Path) -> Path:
    handle, name = mkstemp(dir=folder, prefix=_PREFIX, suffix=_PART)  # made 0600
    os.close(handle)
    return Path(name)


def _sweep(folder: Path) -> None:
    """Remove files of one's own that were cut off here: everything that a person wrote can be in them."""
    if os.name != "posix":
        return
    for one in folder.glob(f"{_PREFIX}????????{_PART}"):
        with suppress(OSError):
            info = one.lstat()
            if stat.S_ISREG(info.st_mode) and info.st_uid == os.getuid():
                busy.remove_idle(one, Path.unlink)


def save(name: str, lines: Sequence[str], *, replace: bool = False) -> str:
    """Write lines to the file that a person named; give back its name as it is shown.

    Raises Exists when there is one and it may not be replaced, GuideError when it cannot be written; what stood
    there before is then still there.
    """
    path = named(name)
    with writing(path, replace=replace) as file:
        file.write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
    return shown(path)


def cannot_write(path: Path, error: OSError) -> GuideError:
    """What is said when the system refuses."""
    return GuideError(
        words.CANNOT_WRITE.format(file=shown(path), reason=(error.strerror or words.NO_NAME).lower())
    )
