"""Where things live. Nothing is created at import, and nothing by `find`.

`UNMUTED_HOME` or `--home` moves data, settings, packs, cache and backups alike into one folder, so that a
whole notebook can live on a stick or in a test's own folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from guide.errors import GuideError

HOME_VARIABLE: Final = "UNMUTED_HOME"
NAME: Final = "unmuted"
SUPPORT: Final = "support.txt"


class Places(NamedTuple):
    """The folders of one notebook. None of them need exist yet."""

    data: Path
    config: Path
    cache: Path
    packs: Path
    backups: Path

    @property
    def store_path(self) -> Path:
        """The SQLite file with everything a person wrote."""
        return self.data / "unmuted.db"

    @property
    def settings_path(self) -> Path:
        """The one settings file."""
        return self.config / "settings.yaml"

    @property
    def rescue_path(self) -> Path:
        """Where a signal handler leaves the field that was being typed."""
        return self.data / "rescue.json"

    @property
    def support_path(self) -> Path:
        """The copy of the support plan that help-now reads without a store."""
        return self.data / SUPPORT

    @property
    def shelf(self) -> Path:
        """Checked packs as JSON. Holds none of a person's words; may be deleted at any time."""
        return self.cache / "shelf"


def find(home: str | None, environ: Mapping[str, str]) -> Places:
    """The places for this run: `--home` first, then UNMUTED_HOME, then the platform's own folders.

    An empty variable counts as unset. Raises GuideError when no home folder can be made out.
    """
    chosen = home or environ.get(HOME_VARIABLE, "")
    try:
        if not chosen:
            return _platform_places()
        if "\0" in chosen:
            raise GuideError("The name of the home folder holds a character that no file name can have.")
        # Not resolved: a link to a folder elsewhere stays the name the person gave.
        root = Path(chosen).expanduser().absolute()
    except RuntimeError:
        raise GuideError(
            "The home folder of this user cannot be made out.",
            f"Set {HOME_VARIABLE} to a folder of your own, or give --home DIR.",
        ) from None
    return Places(root, root, root / "cache", root / "packs", root / "backups")


def _platform_places() -> Places:
    import appdirs

    data = _absolute(appdirs.user_data_dir(NAME, False), ".local/share")
    config = _absolute(appdirs.user_config_dir(NAME, False), ".config")
    cache = _absolute(appdirs.user_cache_dir(NAME, False), ".cache")
    return Places(data, config, cache, data / "packs", data / "backups")


def _absolute(found: str, usual: str) -> Path:
    # The XDG base directory specification: an empty or relative variable is to be ignored. appdirs does not.
    path = Path(found)
    return path if path.is_absolute() else Path.home() / usual / NAME


def shown(path: Path) -> str:
    """A path for a sentence: control characters and bytes that are no text become `?`."""
    text = str(path).encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def private_dir(path: Path) -> Path:
    """Make the folder (and missing ones above it) for this user only, 0700 whatever the umask; return it.

    A folder that exists is tightened, unless it is one that others need: the user's own home, one above
    it, or one shared by everybody such as /tmp. Raises GuideError with a remedy when it cannot be private.
    """
    remedy = f"Choose a folder of your own with --home DIR or {HOME_VARIABLE}."
    try:
        _make(path)
        found = path.stat()
    except (FileExistsError, NotADirectoryError):
        raise GuideError(
            f"{shown(path)} is needed as a folder, and there is a file in its place.", remedy
        ) from None
    except (OSError, ValueError) as error:
        raise GuideError(f"The folder {shown(path)} cannot be made ({_reason(error)}).", remedy) from None
    if os.name == "posix" and stat.S_IMODE(found.st_mode) & 0o077:
        _tighten(path, found, remedy)
    if not os.access(path, os.R_OK | os.X_OK):
        raise GuideError(f"The folder {shown(path)} cannot be read.", remedy)
    return path


def _make(path: Path) -> None:
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        try:
            folder.mkdir(0o700)
        except FileExistsError:  # another instance was quicker; or a file, or a link to nowhere
            if not folder.is_dir():
                raise
        else:
            folder.chmod(0o700)
    if not path.is_dir():
        raise NotADirectoryError


def _tighten(path: Path, found: os.stat_result, remedy: str) -> None:
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home folder has none to protect
        home = path.parent / "~"
    if found.st_mode & stat.S_ISVTX or path == home or path in home.parents:
        raise GuideError(f"{shown(path)} is used for other things too, so it cannot be made private.", remedy)
    try:
        path.chmod(0o700)
    except OSError as error:
        raise GuideError(
            f"The folder {shown(path)} cannot be made private ({_reason(error)}).", remedy
        ) from None


def _reason(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or "not a name the system takes").lower()
