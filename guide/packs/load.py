"""From a folder or a file to a normalised pack, with every problem at its place.

The reader gives a located tree, the declared fields normalise it and report by key path, `references`
checks what must fit together; here key paths become `file:line:col`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from guide.clean import clean
from guide.errors import GuideError
from guide.packs.source import Map, Seq, locate, read, read_file
from guide.steps.problems import Found, Problems
from guide.steps.problems import Path as Path_

PACK_FILE: Final = "pack.yaml"
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.ya?ml")


class Report(NamedTuple):
    """One problem at a place; `file` is the path as it was given, `line` and `col` count from 1."""

    file: str
    line: int
    col: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        word = "warning: " if self.warning else ""
        return f"{clean(self.file, lines=False)}:{self.line}:{self.col}: {word}{clean(self.message, lines=False)}"


class Loaded(NamedTuple):
    """A pack as read. `pack` is None when there are errors; `files` are all files it stands on."""

    pack: dict[str, Any] | None
    reports: list[Report]
    files: list[Path]
    texts: dict[str, str]

    @property
    def errors(self) -> list[Report]:
        """The reports that keep the pack from being used."""
        return [report for report in self.reports if not report.warning]


class _Reading:
    """Gathers the files of one pack while it is read."""

    def __init__(self, first: Path) -> None:
        self.first = first
        self.reports: list[Report] = []
        self.trees: dict[int, tuple[Path, Any]] = {}
        self.files: list[Path] = []
        self.texts: dict[str, str] = {}
        self.digest = hashlib.sha256()

    def tree(self, path: Path) -> Any:
        """The located tree of one file, or None when it cannot be read."""
        data = read_file(path)
        self.files.append(path)
        self.digest.update(data)
        self.texts[str(path)] = data.decode("utf-8", "replace")
        root, faults = read(data)
        self.reports += [Report(str(path), fault.line, fault.col, fault.message) for fault in faults]
        return root

    def place(self, found: Found, root: Any) -> Report:
        """A problem's key path as a place in the file it stands in."""
        path, file = found.path, self.first
        if len(path) >= 2 and path[0] == "exercises" and path[1] in self.trees:
            file, root = self.trees[int(path[1])]
            path = path[2:]
        line, col = locate(root, path, found.key)
        return Report(str(file), line, col, found.message, found.warning)


def pack_file(path: Path) -> Path:
    """The first file of a pack that was named by its folder or by the file itself."""
    return path / PACK_FILE if path.is_dir() else path


def load(path: Path, *, built_in: bool = False) -> Loaded:
    """Read and check a whole pack. Raises GuideError only when the first file cannot be read at all."""
    from guide.model.pack import PACK
    from guide.packs.references import check_pack
    from guide.steps.groups import read_keys

    reading = _Reading(pack_file(path))
    root = reading.tree(reading.first)
    if not isinstance(root, Map):
        if not reading.reports:
            text = "A pack is a group of keys: format, id, version, title, language, exercises."
            reading.reports.append(Report(str(reading.first), 1, 1, text))
        return Loaded(None, reading.reports, reading.files, reading.texts)
    problems = Problems()
    whole = _with_files(root, reading, problems)
    pack = read_keys(whole, PACK, (), problems, "A pack")
    pack, places = _without_holes(pack)
    names = Problems()
    check_pack(pack, names, built_in=built_in)
    found = problems.found + [one._replace(path=places.back(one.path)) for one in names.found]
    reading.reports += [reading.place(one, root) for one in found]
    order = {str(file): index for index, file in enumerate(reading.files)}
    reports = sorted(
        set(reading.reports), key=lambda one: (order.get(one.file, 0), one.line, one.col, one.message)
    )
    usable = not any(not report.warning for report in reports)
    return Loaded(_finished(pack) if usable else None, reports, reading.files, reading.texts)


class _Places:
    """Where exercises and steps stood before unreadable ones fell out."""

    def __init__(self) -> None:
        self.exercises: list[int] = []
        self.steps: list[list[int]] = []

    def back(self, path: Path_) -> Path_:
        """A key path of the normalised pack as a key path of the file."""
        if len(path) < 2 or path[0] != "exercises":
            return path
        number = int(path[1])
        rest = path[2:]
        if len(rest) >= 2 and rest[0] == "steps":
            rest = ("steps", self.steps[number][int(rest[1])], *rest[2:])
        return ("exercises", self.exercises[number], *rest)


def _without_holes(pack: Mapping[str, Any]) -> tuple[dict[str, Any], _Places]:
    places = _Places()
    exercises = []
    for index, exercise in enumerate(pack.get("exercises", [])):
        if exercise is None:
            continue
        steps = [(place, step) for place, step in enumerate(exercise.get("steps", [])) if step is not None]
        places.exercises.append(index)
        places.steps.append([place for place, _ in steps])
        exercises.append({**exercise, "steps": [step for _, step in steps]})
    return {**pack, "exercises": exercises}, places


def _with_files(root: Map, reading: _Reading, problems: Problems) -> dict[str, Any]:
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
            problems.add(at, "An exercise is named by a file in the same folder, such as my-exercise.yaml.")
        elif entry in seen:
            problems.add(at, f"The file '{entry}' is listed twice.")
        else:
            seen.add(entry)
            _one_file(entry, index, entries, reading, problems)
            continue
        entries.append(None)
    return {**root, "exercises": entries}


def _one_file(name: str, index: int, entries: list[Any], reading: _Reading, problems: Problems) -> None:
    path = reading.first.parent / name
    before = len(reading.reports)
    try:
        tree = reading.tree(path)
    except GuideError as error:
        problems.add(("exercises", index), f"{error.message} {error.remedy}".strip())
        entries.append(None)
        return
    if isinstance(tree, Map):
        reading.trees[index] = (path, tree)
        entries.append(tree)
        return
    if len(reading.reports) == before:
        reading.reports.append(Report(str(path), 1, 1, "An exercise is a group of keys: id, title, steps."))
    entries.append(None)


def _finished(pack: Mapping[str, Any]) -> dict[str, Any]:
    """The pack with a hash for each exercise: an entry says by it which wording was walked."""
    result = dict(pack)
    for exercise in result["exercises"]:
        body = json.dumps(exercise, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        exercise["hash"] = hashlib.sha256(body.encode()).hexdigest()[:16]
    return result
