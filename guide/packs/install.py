"""Installing packs: the bytes that were checked are the bytes that are kept, as `ID/VERSION/…` in the packs folder.

A copy is written beside its place under a name with a dot, which discovery passes over, and then moved there
in one step; older versions go afterwards. Cut off anywhere, either the old or the new version is whole and in
use. Nothing outside the packs folder is written.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn

from guide.errors import GuideError
from guide.packs import discover
from guide.packs.discover import PACK_FILE
from guide.packs.load import Loaded
from guide.places import private_dir, shown

ARCHIVES: Final = (
    ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tbz2", ".txz", ".jar", ".whl",
)  # fmt: skip
_ARCHIVE_STARTS: Final = (
    "PK\x03\x04",
    "\x1f\ufffd",
    "7z\ufffd\ufffd",
    "Rar!",
    "\ufffd7zXZ",
    "(\ufffd/\ufffd",
)
"""The first bytes of archives, read as UTF-8 with what is none replaced."""

Files = Mapping[str, bytes]
"""A pack as it is kept: the bytes of each file by its name, `pack.yaml` among them."""

_NEW, _OLD = ".new-", ".old-"
_STALE: Final = 3600  # seconds after which nobody is making a copy any more
_NAME_MOST: Final = 64
_DEVICES: Final = frozenset(
    {"con", "nul", "aux", "prn", *(f"{one}{n}" for one in ("com", "lpt") for n in range(10))}
)
_FULL: Final = "Is the disk full, or the folder read-only? Nothing was changed."


def refuse_name(name: str) -> None:
    """Raise GuideError for what is no pack by its name alone: an archive, or an address on the network."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:/", name) and not Path(name).exists():
        raise GuideError(
            "This program makes no network connection, so it takes no address.",
            "Bring the pack's folder onto this computer first, then name the folder.",
        )
    if name.lower().endswith(ARCHIVES) and not Path(name).is_dir():
        _refuse_archive()


def refuse_archive(loaded: Loaded) -> None:
    """Raise GuideError when the first file begins as an archive does, whatever it is called."""
    if loaded.texts.get(str(loaded.files[0]), "").startswith(_ARCHIVE_STARTS):
        _refuse_archive()


def _refuse_archive() -> NoReturn:
    raise GuideError(
        "A pack is a folder of YAML files, never an archive.", "Unpack it, look inside, and name the folder."
    )


def files_of(loaded: Loaded) -> Files:
    """The files a usable pack stands on, byte for byte as they were read when it was checked.

    Each file was read once, and its text is strict UTF-8, so the text gives the bytes back. The first file
    becomes `pack.yaml`, whatever it was called. Raises GuideError for names that cannot stand in one
    folder on every computer.
    """
    first, *others = loaded.files
    found = {PACK_FILE: loaded.texts[str(first)].encode("utf-8")}
    seen = {PACK_FILE}
    for path in others:
        low = path.name.lower()
        if low in seen:
            raise GuideError(
                f"The file name {shown(Path(path.name))} is taken by another file of the pack on some computers.",
                "In its pack.yaml, list the exercise under another file name.",
            )
        if low.split(".")[0] in _DEVICES:
            raise GuideError(
                f"A file cannot be called {shown(Path(path.name))} on every computer.",
                "In its pack.yaml, list the exercise under another file name.",
            )
        seen.add(low)
        found[path.name] = loaded.texts[str(path)].encode("utf-8")
    return found


def check_id(pack_id: str, version: str, ours: set[str]) -> None:
    """Raise GuideError when a pack of this name or version cannot be installed."""
    if pack_id in ours:
        raise GuideError(
            f"The id '{pack_id}' belongs to the pack that comes with the program.",
            "In its pack.yaml, give the pack an id of its own.",
        )
    if pack_id in _DEVICES:
        raise GuideError(
            f"'{pack_id}' cannot be the name of a folder on every computer.",
            "In its pack.yaml, give the pack another id.",
        )
    known = re.fullmatch(discover.VERSION, version)
    if not known or len(version) > _NAME_MOST or version.endswith("."):
        raise GuideError(
            "The version of this pack cannot be the name of a folder on every computer.",
            f"In its pack.yaml, use at most {_NAME_MOST} characters, and no full stop at the end.",
        )


def in_use(packs: Path, pack_id: str) -> Path | None:
    """The folder of the installed version that is in use, or None."""
    return next(iter(discover.versions(packs / pack_id)), None) if _is_installed(packs / pack_id) else None


def _is_installed(home: Path) -> bool:
    return not home.is_symlink() and not discover.is_file(home / PACK_FILE)


def same(installed: Path, files: Files) -> bool:
    """Whether the installed copy holds exactly these bytes."""
    try:
        names = {path.name for path in installed.iterdir() if not path.name.startswith(".")}
        return names == set(files) and all(
            (installed / name).read_bytes() == data for name, data in files.items()
        )
    except OSError:
        return False


def install(packs: Path, pack_id: str, version: str, files: Files) -> Path:
    """Put the copy in its place and take older versions away; its folder.

    Raises GuideError when it cannot be written; what was installed before then stays as it was.
    """
    home = packs / pack_id
    if not _is_installed(home):
        raise GuideError(
            f"There is a pack in {shown(home)} already, put there by hand.",
            "Take it out of the packs folder first; `unmuted where` names the folder.",
        )
    private_dir(packs)
    private_dir(home)
    _sweep(home)
    before = discover.version_folders(home)
    staged: Path | None = None
    try:
        staged = Path(tempfile.mkdtemp(prefix=_NEW, dir=home))
        for name, data in files.items():
            _write(staged / name, data)
        _to_disk(staged)
        place = _move(staged, home, version)
    except OSError:
        if staged is not None:
            shutil.rmtree(staged, ignore_errors=True)
        raise GuideError("The pack cannot be written to the packs folder.", _FULL) from None
    _to_disk(home)
    for old in before:
        with suppress(OSError):
            _discard(old, home)
    if in_use(packs, pack_id) != place:
        raise GuideError(
            "The version before cannot be taken away, so it stays in use.",
            "Is the packs folder read-only? `unmuted where` names it.",
        )
    return place


def remove(packs: Path, pack_id: str) -> None:
    """Take an installed pack away, all its versions, the newest last. Raises GuideError when that cannot be done.

    What else a person put into its folder stays there.
    """
    home = packs / pack_id
    if not _is_installed(home):
        raise GuideError(
            f"{shown(home)} was put there by hand, so it is not taken away here.",
            "It can be taken out of the packs folder by hand as well.",
        )
    try:
        for old in reversed(discover.version_folders(home)):
            _discard(old, home)
        _sweep(home)
    except OSError:
        raise GuideError(
            "The pack cannot be taken out of the packs folder.", "Is the folder read-only?"
        ) from None
    with suppress(OSError):
        home.rmdir()


def _move(staged: Path, home: Path, version: str) -> Path:
    """Move the copy to the first free name of its version: a folder in use is never written into."""
    number = 0
    while True:
        place = home / (f"{version}+{number}" if number else version)
        if not os.path.lexists(place):
            try:
                staged.rename(place)
                return place
            except OSError:
                if not os.path.lexists(place):
                    raise
        number += 1


def _discard(old: Path, folder: Path) -> None:
    """Out of sight in one step, then away. What cannot be deleted now is swept later.

    Raises OSError when it cannot even be moved.
    """
    aside = Path(tempfile.mkdtemp(prefix=_OLD, dir=folder))
    try:
        old.rename(aside / "pack")
    except FileNotFoundError:  # another instance was quicker
        pass
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _sweep(home: Path) -> None:
    """Delete what an installation that was cut off left behind; a copy that is being made now is young."""
    import time

    for path in home.iterdir():
        with suppress(OSError):
            old = path.name.startswith(_NEW) and time.time() - path.stat().st_mtime > _STALE
            if old or path.name.startswith(_OLD):
                shutil.rmtree(path, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _to_disk(folder: Path) -> None:
    """Ask the disk to keep the names in a folder, where the system can; a power cut then finds them."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
