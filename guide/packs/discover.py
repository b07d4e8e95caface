"""Which packs there are: the one that comes with the program, those named for this run, those in the packs folder.

The packs folder holds what `packs add` installed, as `ID/VERSION/pack.yaml`, and whatever the person put
there by hand: a pack's folder, or a pack in a single file. Finding them costs a few looks and no reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from guide.errors import GuideError

PACK_FILE: Final = "pack.yaml"
VERSION: Final = r"\d+(?:\.\d+){0,3}(?:-[a-z0-9.]+)?"
_VERSION_FOLDER: Final = re.compile(rf"({VERSION})(?:\+(\d{{1,9}}))?")
_ID_FOLDER: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Source(NamedTuple):
    """A place a pack may be read from; `built_in` packs may take roles that others may not.

    `home` is the folder of an installed pack, with one folder a version; a source of an older version
    counts only while the newer ones cannot be used.
    """

    path: Path
    built_in: bool = False
    named: bool = False
    home: Path | None = None

    @property
    def label(self) -> str:
        """How a sentence names it."""
        return self.path.name if self.home is None else f"{self.home.name} {self.path.name}"

    @property
    def where(self) -> str:
        """How the pack came here: `built-in`, `named` for this run, `installed`, or `placed` by hand."""
        if self.built_in:
            return "built-in"
        return "named" if self.named else "placed" if self.home is None else "installed"


def built_in() -> Path:
    """The folder of the built-in pack: inside an installed wheel, else beside the package in a checkout.

    An editable install has no copy inside the package, so the second place serves it as well.
    Raises GuideError when the installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    for root in (package / "_exercises", package.parent / "exercises"):
        if (root / "core" / PACK_FILE).is_file():
            return root / "core"
    raise GuideError(
        "The exercises that come with the program are not there.",
        "Please install it again; what you wrote is kept elsewhere and is not touched.",
    )


def sources(packs: Path, named: Iterable[Path] = ()) -> list[Source]:
    """All places in the order in which they win when two packs have one id: built-in, named, in the folder.

    The built-in pack comes first, so that nobody else's can stand in its place.
    """
    found = [Source(built_in(), built_in=True)]
    found += [Source(path, named=True) for path in named]
    return found + in_folder(packs)


def in_folder(packs: Path) -> list[Source]:
    """Everything in the packs folder, by name; of an installed pack every version, the newest first.

    A folder that is not there or cannot be read is empty. Names that begin with a dot are copies half made
    or half removed, and never a pack.
    """
    found: list[Source] = []
    for entry in _names(packs):
        path = packs / entry
        single = entry.endswith((".yaml", ".yml")) and is_file(path)
        if single or is_file(path / PACK_FILE):
            found.append(Source(path))
        elif _ID_FOLDER.fullmatch(entry):
            found += [Source(version, home=path) for version in versions(path)]
    return found


def versions(home: Path) -> list[Path]:
    """The versions of one installed pack, the newest first."""
    return [path for path in version_folders(home) if is_file(path / PACK_FILE)]


def version_folders(home: Path) -> list[Path]:
    """The folders of one installed pack that are named by a version, the newest first, whatever they hold.

    `1.0+1` is version 1.0 installed once more with other contents.
    """
    known = [name for name in _names(home) if _VERSION_FOLDER.fullmatch(name)]
    return [home / name for name in sorted(known, key=_folder_order, reverse=True)]


def version_order(version: str) -> tuple[object, ...]:
    """A key by which versions sort: `1.10` after `1.9`, `1.0` and `1.0.0` alike, `2.0-beta` before `2.0`."""
    numbers, _, early = version.partition("-")
    parts = [int(number) for number in numbers.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    # Numbers stand before words, as semver.org has it for what comes before a release.
    words = tuple((0, int(word), "") if word.isdigit() else (1, 0, word) for word in early.split("."))
    return tuple(parts), not early, words if early else ()


def _folder_order(name: str) -> tuple[object, ...]:
    found = _VERSION_FOLDER.fullmatch(name)
    assert found is not None
    return version_order(found[1]), int(found[2] or 0), name


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def is_file(path: Path) -> bool:
    """Whether there is a file; a folder that may not be looked into has none."""
    try:
        return path.is_file()
    except OSError:
        return False
