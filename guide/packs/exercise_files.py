"""The files of a pack's exercises: those that its first file names, and those that only lie beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, Protocol

from guide.clean import clean
from guide.errors import GuideError
from guide.packs.source import Map, Seq, read_file
from guide.steps.problems import Path as Path_
from guide.steps.problems import Problems

NAMED: Final = "An exercise is named by a file in the same folder, such as {name}."
TWICE: Final = "The file '{name}' is listed twice."
NO_EXERCISE: Final = "An exercise is a group of keys: id, title, steps."
MEANT: Final = "There is no file {name} here; there is {near}."
UNLISTED: Final = (
    "{names} lies beside this file and is not listed, so it is not part of the pack.",
    "{names} lie beside this file and are not listed, so they are not part of the pack.",
    "{names} and {n} more lie beside this file and are not listed, so they are not part of the pack.",
)
SHOWN: Final = 3
LOOKED_AT: Final = 60
"""Files beside the first one that are looked into, to see whether they are exercises."""
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.ya?ml")


class Reading(Protocol):
    """What reads the files of a pack (`load`)."""

    first: Path
    reports: list[Any]
    trees: dict[int, tuple[Path, Any]]

    def tree(self, path: Path) -> Any:
        """The located tree of one file."""

    def report(self, path: Path, message: str) -> None:
        """Report something about a file as a whole."""


def with_files(root: Map, reading: Reading, problems: Problems, *, look_beside: bool) -> dict[str, Any]:
    """The pack's tree with the exercises of other files put in their place."""
    listed = root.get("exercises")
    if not isinstance(listed, Seq):
        return dict(root)
    entries: list[Any] = []
    seen: set[str] = set()
    for index, entry in enumerate(listed):
        if not isinstance(entry, str):
            entries.append(entry)
            continue
        at = ("exercises", index)
        if not _FILE_NAME.fullmatch(entry):
            near = _near(reading.first, (f"{entry}.yaml", f"{entry}.yml"))
            seen.add(near)
            problems.add(at, NAMED.format(name=near or "my-exercise.yaml"))
        elif entry in seen:
            problems.add(at, TWICE.format(name=entry))
        else:
            seen.add(entry)
            seen.add(_one_file(entry, at, entries, reading, problems))
            continue
        entries.append(None)
    if look_beside:
        _unlisted(reading.first, seen, problems)
    return {**root, "exercises": entries}


def _one_file(name: str, at: Path_, entries: list[Any], reading: Reading, problems: Problems) -> str:
    """Read one exercise; the name of the file that was probably meant when there is none of this name."""
    path = reading.first.parent / name
    before = len(reading.reports)
    try:
        tree = reading.tree(path)
    except GuideError as error:
        near = "" if path.exists() else _near(reading.first, (name,))
        problems.add(
            at, MEANT.format(name=name, near=near) if near else f"{error.message} {error.remedy}".strip()
        )
        entries.append(None)
        return near
    if isinstance(tree, Map):
        reading.trees[int(at[1])] = (path, tree)
        entries.append(tree)
        return ""
    if len(reading.reports) == before:
        reading.report(path, NO_EXERCISE)
    entries.append(None)
    return ""


def _near(first: Path, wanted: Iterable[str]) -> str:
    """A file beside the first one with one of these names, but for capitals and the ending."""
    stems = {Path(name).stem.lower() for name in wanted}
    return next((name for name in _beside(first) if Path(name).stem.lower() in stems), "")


def _beside(first: Path) -> list[str]:
    """Names of YAML files in the folder of the first one, but for its own."""
    try:
        names = sorted(one.name for one in first.parent.iterdir())
    except OSError:
        return []
    return [name for name in names if _FILE_NAME.fullmatch(name) and name != first.name][:LOOKED_AT]


def _unlisted(first: Path, seen: set[str], problems: Problems) -> None:
    """Warn of exercises that lie in the folder and are not named. A file without steps may be anything."""
    names = [name for name in _beside(first) if name not in seen and _has_steps(first.parent / name)]
    if names:
        form = UNLISTED[min(len(names) - 1, 1) if len(names) <= SHOWN else 2]
        shown = _listed(names) if len(names) <= SHOWN else ", ".join(names[:SHOWN])
        told = form.format(names=clean(shown, lines=False), n=len(names) - SHOWN)
        problems.warn(("exercises",), told, key=True)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _has_steps(path: Path) -> bool:
    try:
        data = read_file(path)
    except GuideError:
        return False
    return data.startswith(b"steps:") or b"\nsteps:" in data or b"\rsteps:" in data
