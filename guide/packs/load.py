"""From a folder or a file to a normalised pack, with every problem at its place.

The reader gives a located tree, the declared fields normalise it and report by key path, `references`
checks what must fit together; here key paths become `file:line:col`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from guide.clean import clean
from guide.packs.exercise_files import with_files
from guide.packs.references.scope import Look, nobody
from guide.packs.source import Map, locate, read_far, read_file
from guide.steps.problems import Flood, Found, Problems
from guide.steps.problems import Path as Path_

PACK_FILE: Final = "pack.yaml"
FLOOD: Final = (
    "There are more problems than are shown here. Please mend these first; others may go with them."
)
NO_PACK: Final = "A pack is a group of keys: format, id, version, title, language, exercises."
ONE_EXERCISE: Final = "This is one exercise, not a pack. Please name the folder it lies in."


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
    """A pack as read. `pack` is None when there are errors; `files` are all files it stands on.

    `unread` names the files of which only a part could be read: what else is wrong in them is not known yet.
    """

    pack: dict[str, Any] | None
    reports: list[Report]
    files: list[Path]
    texts: dict[str, str]
    unread: tuple[str, ...] = ()

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
        self.cut: set[str] = set()  # files that broke off: what is missing in them is further down

    def tree(self, path: Path) -> Any:
        """The located tree of one file, or None when it cannot be read."""
        data = read_file(path)
        self.files.append(path)
        self.texts[str(path)] = data.decode("utf-8", "replace")
        root, faults, whole = read_far(data)
        if not whole:
            self.cut.add(str(path))
        self.reports += [Report(str(path), fault.line, fault.col, fault.message) for fault in faults]
        return root

    def report(self, path: Path, message: str) -> None:
        """Report something about a file as a whole."""
        self.reports.append(Report(str(path), 1, 1, message))

    def broken(self) -> Loaded:
        """What there is when the first file is no pack at all."""
        return Loaded(None, self.reports, self.files, self.texts, tuple(self.cut))

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


def load(
    path: Path,
    *,
    built_in: bool = False,
    lints: Iterable[Callable[..., None]] = (),
    sound_lints: Iterable[Callable[..., None]] = (),
    look: Look = nobody,
    look_beside: bool = False,
) -> Loaded:
    """Read and check a whole pack. Raises GuideError only when the first file cannot be read at all.

    `lints` (`packs.check`) look at the normalised pack on top of that, `sound_lints` at what of it has no
    error in it; `look` finds the packs it reads. With `look_beside` exercises that lie beside the first file
    and are not named in it are told.
    """
    with _no_looking_for_garbage():
        return _load(path, built_in, lints, sound_lints, look, look_beside)


@contextmanager
def _no_looking_for_garbage() -> Iterator[None]:
    """Nothing made while a pack is read can be thrown away yet, and looking for it takes a third of the time."""
    import gc

    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _load(
    path: Path,
    built_in: bool,
    lints: Iterable[Callable[..., None]],
    sound_lints: Iterable[Callable[..., None]],
    look: Look,
    look_beside: bool,
) -> Loaded:
    reading = _Reading(pack_file(path))
    root = reading.tree(reading.first)
    if not isinstance(root, Map):
        if not reading.reports:
            reading.report(reading.first, NO_PACK)
        return reading.broken()
    if reading.first.name != PACK_FILE and "steps" in root and "exercises" not in root:
        reading.reports = [Report(str(reading.first), 1, 1, ONE_EXERCISE)]
        return reading.broken()
    checking = _Checking(reading, root, look_beside=look_beside)
    try:
        checking.read(built_in, look)
        checking.lint(lints, sound_lints, built_in)
    except Flood:
        warning = all(one.warning for one in checking.found())
        reading.reports.append(Report(str(reading.first), 1, 1, FLOOD, warning))
    taken = {report[:3] for report in reading.reports}  # what the reader could not take says nothing more
    placed = (reading.place(one, root) for one in checking.found())
    reading.reports += [
        report for report in placed if report.file not in reading.cut and report[:3] not in taken
    ]
    order = {str(file): index for index, file in enumerate(reading.files)}
    reports = sorted(
        set(reading.reports), key=lambda one: (order.get(one.file, 0), one.line, one.col, one.message)
    )
    usable = all(report.warning for report in reports)
    return Loaded(
        checking.pack if usable else None, reports, reading.files, reading.texts, tuple(sorted(reading.cut))
    )


class _Checking:
    """A pack between its files and its reports: first what cannot be read, then what does not fit together."""

    def __init__(self, reading: _Reading, root: Map, *, look_beside: bool) -> None:
        self.reading, self.root, self.look_beside = reading, root, look_beside
        self.pack: dict[str, Any] = {}
        self.places = _Places()
        self.problems = Problems()  # by the key paths of the files
        self.names = Problems()  # by those of the normalised pack

    def read(self, built_in: bool, look: Look) -> None:
        """Normalise the pack and check what must fit together. Raises Flood."""
        from guide.model.pack import PACK
        from guide.packs.references.follow_on import first_causes
        from guide.packs.references.pack import check_pack
        from guide.steps.groups import read_keys

        whole = with_files(self.root, self.reading, self.problems, look_beside=self.look_beside)
        self.pack, self.places = _without_holes(read_keys(whole, PACK, (), self.problems, "A pack"))
        try:
            check_pack(self.pack, self.names, built_in=built_in, look=look)
        finally:  # one cause may be the whole flood
            cut = bool(self.reading.cut)
            self.names.found = first_causes(self.names.found, self.pack, self.problems.found, whole, cut=cut)

    def lint(
        self, lints: Iterable[Callable[..., None]], sound_lints: Iterable[Callable[..., None]], built_in: bool
    ) -> None:
        """Look at what was read, and at what of it is sound. Raises Flood."""
        if len(self.reading.cut) == len(self.reading.files):
            return  # of files that broke off nothing more is said
        sound = None if self.reading.reports else _sound(self.pack, self.places, self.found())
        for lint in lints:
            lint(self.pack, self.names, built_in=built_in)
        for lint in sound_lints if sound is not None else ():
            lint(sound, self.names, built_in=built_in)

    def found(self) -> list[Found]:
        """All problems, by the key paths of the files."""
        back = self.places.back
        return self.problems.found + [one._replace(path=back(one.path)) for one in self.names.found]


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


def _sound(pack: dict[str, Any], places: _Places, found: list[Found]) -> dict[str, Any] | None:
    """The pack with exercises that have an error left without steps; None when there is one elsewhere."""
    paths = [one.path for one in found if not one.warning]
    if not paths:
        return pack
    broken = {path[1] if path[:1] == ("exercises",) and len(path) > 1 else -1 for path in paths}
    if not broken <= set(places.exercises):
        return None
    exercises = [
        {"id": one["id"]} if place in broken else one
        for place, one in zip(places.exercises, pack["exercises"], strict=True)
    ]
    return {**pack, "exercises": exercises}
