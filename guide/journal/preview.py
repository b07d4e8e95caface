"""A preview: a pack on a journal in memory, read again whenever one of its files changes. Nothing is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from guide.clean import clean
from guide.errors import GuideError
from guide.journal import clock as clock_
from guide.journal.home import Shown
from guide.journal.journal import Journal
from guide.journal.library import Library
from guide.journal.sitting import Sitting
from guide.packs.check import check
from guide.packs.load import Loaded, pack_file
from guide.packs.source import snippet
from guide.places import Places

FILES_MOST: Final = 500
"""Files of the folder that are looked at for a change."""


class Trouble(NamedTuple):
    """One problem: `place` is file:line:col, `source` the line it is about with a caret beneath, or nothing."""

    place: str
    message: str
    source: list[str]
    warning: bool


class Preview:
    """One pack under the eyes of its author.

    `journal` is in memory, so that exercises feed one another as they will for a person; `troubles` are the
    problems of the file as it is now. While there are errors the pack of before stays in use. `built_in` says
    that it is the pack that comes with the program. Raises GuideError when there is no file to begin with.
    """

    def __init__(
        self,
        places: Places,
        path: Path,
        *,
        built_in: bool = False,
        language: str = "en",
        clock: clock_.Clock = clock_.now,
    ) -> None:
        self.path, self._built_in = path, built_in
        self.troubles: list[Trouble] = []
        self.id = ""
        self._language = language
        self.journal = Journal.open(places, clock=clock, language=language, in_memory=True)
        self._seen: dict[Path, tuple[int, int] | None] = {}
        self._take(check(path, built_in=built_in))

    @property
    def usable(self) -> bool:
        """Whether the file as it is now can be played."""
        return bool(self.id) and all(trouble.warning for trouble in self.troubles)

    def look(self) -> bool:
        """Read the pack again when one of its files changed; whether it did. A vanished file is a problem."""
        if self._files() == self._seen:
            return False
        try:
            self._take(check(self.path, built_in=self._built_in))
        except GuideError as error:
            self._seen = self._files()
            name = clean(str(pack_file(self.path)), lines=False)
            self.troubles = [Trouble(name, f"{error.message} {error.remedy}".strip(), [], False)]
        return True

    def exercises(self) -> list[Shown]:
        """The exercises of this pack."""
        library = self.journal.library
        return [
            Shown(one.ref, one.title, one.minutes, one.purpose, 0, "", False)
            for one in library.exercises()
            if one.ref.split("/")[0] == self.id
        ]

    def title(self) -> str:
        """The title of the pack, or the name of its folder while it cannot be read."""
        found = self.journal.library.title(self.id) if self.id else ""
        return found or clean(self.path.resolve().name, lines=False)

    def again(self, sitting: Sitting) -> Sitting | None:
        """A sitting in the wording of now, at the same step; None when it has ended or cannot go on."""
        if sitting.ended:
            return None
        try:
            resumed = self.journal.resume(sitting.entry)
        except GuideError:
            return None
        resumed.opened |= sitting.opened
        return resumed

    def close(self) -> None:
        """Forget everything."""
        self.journal.store.close()

    def _take(self, loaded: Loaded) -> None:
        self._seen = self._files()
        self.troubles = [
            Trouble(
                f"{Path(one.file).name}:{one.line}:{one.col}",
                clean(one.message, lines=False),
                snippet(loaded.texts[one.file], one.line, one.col) if one.file in loaded.texts else [],
                one.warning,
            )
            for one in loaded.reports
        ]
        if loaded.pack is not None:
            named = () if self._built_in else (self.path,)
            self.journal.library = Library(self.journal.places, named, self._language)
            self.id = loaded.pack["id"]

    def _files(self) -> dict[Path, tuple[int, int] | None]:
        """Size and time of every YAML file beside the first one: a file that is named and missing may come."""
        first = pack_file(self.path)
        try:
            found = sorted(one for one in first.parent.iterdir() if one.suffix in (".yaml", ".yml"))
        except OSError:
            found = []
        return {one: _signature(one) for one in [first, *found[:FILES_MOST]]}


def _signature(path: Path) -> tuple[int, int] | None:
    try:
        info = path.stat()
    except OSError:
        return None
    return info.st_size, info.st_mtime_ns
