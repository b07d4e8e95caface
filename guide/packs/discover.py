"""Which packs there are: named for this run, installed by the person, and the one that comes with the program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from guide.errors import GuideError


class Source(NamedTuple):
    """A place a pack may be read from; `built_in` packs may take roles that others may not."""

    path: Path
    built_in: bool = False
    named: bool = False


def built_in() -> Path:
    """The folder of the built-in pack: inside an installed wheel, else beside the package in a checkout.

    An editable install has no copy inside the package, so the second place serves it as well.
    Raises GuideError when the installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    for root in (package / "_exercises", package.parent / "exercises"):
        if (root / "core" / "pack.yaml").is_file():
            return root / "core"
    raise GuideError(
        "The exercises that come with the program are not there.",
        "Please install it again; what you wrote is kept elsewhere and is not touched.",
    )


def sources(packs: Path, named: Iterable[Path] = ()) -> list[Source]:
    """All places in the order in which they win when two packs have one id: named, built-in, installed."""
    found = [Source(path, named=True) for path in named]
    found.append(Source(built_in(), built_in=True))
    return found + [Source(path) for path in _installed(packs)]


def _installed(packs: Path) -> list[Path]:
    """Pack folders and single-file packs in the person's packs folder, by name. An unreadable folder is empty."""
    try:
        entries = sorted(packs.iterdir())
    except OSError:
        return []
    folders = [entry for entry in entries if (entry / "pack.yaml").is_file()]
    files = [entry for entry in entries if entry.suffix in (".yaml", ".yml") and entry.is_file()]
    return sorted(folders + files)
