"""Taking the notebook away: written to a file or a folder whose name says in which form.

What takes long works on a connection of its own, so that it can run in a thread beside a front that stays live.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.errors import GuideError
from guide.journal import files
from guide.journal.files import Exists
from guide.places import shown
from guide.store import transfer, trouble
from guide.store.database import Store
from guide.store.transfer import Progress, Stopped, silent
from guide.words import taking as words

if TYPE_CHECKING:
    from guide.journal.journal import Journal

__all__ = [
    "CSV",
    "JSON",
    "MARKDOWN",
    "NAMES",
    "Exists",
    "Progress",
    "Stopped",
    "export",
    "form_of",
    "may_export",
    "own_store",
]

JSON: Final = "json"
CSV: Final = "csv"
MARKDOWN: Final = "md"
NAMES: Final = {JSON: "notebook.json", CSV: "notebook-tables/", MARKDOWN: "notebook.md"}
"""What is proposed: neutral, and nothing of the person in it."""


def form_of(name: str) -> str:
    """Which form a name asks for: `.json`, `.md`, or a folder of tables. Raises GuideError for another one."""
    path, word = files.named(name), name.strip().lower()
    if word.endswith(("/", os.sep)) or path.is_dir():
        return CSV
    form = {".json": JSON, ".md": MARKDOWN}.get(path.suffix.lower())
    if form is None:
        raise GuideError(words.NO_FORM, words.FORMS, code=2)
    return form


def may_export(name: str, *, replace: bool = False) -> None:
    """Raises GuideError when nothing can be written under this name, and `Exists` when something is there."""
    path = files.named(name)
    if form_of(name) != CSV:
        files.may_write(path, replace=replace)
    else:
        from guide.journal import tables

        tables.may_write(path, replace=replace)


def export(journal: Journal, name: str, *, replace: bool = False, progress: Progress = silent) -> list[str]:
    """Write everything to the file or folder `name`; what to say about it, a sentence each.

    Whole or not at all. Raises GuideError with a remedy, `Exists` when something of that name is there, and
    whatever `progress` raises.
    """
    form, path = form_of(name), files.named(name)
    with own_store(journal) as store:
        before = store.notice
        said = [_written(journal, store, form, path, replace, progress)]
        if store.notice != before:
            said.append(f"{words.LEFT_OUT} {store.notice}")
    return [*said, words.READABLE]


def _written(journal: Journal, store: Store, form: str, path: Path, replace: bool, progress: Progress) -> str:
    stamp = journal.clock()
    if form == CSV:
        from guide.journal import tables

        rows = tables.write(store, journal.library, path, replace=replace, progress=progress)
        return words.EXPORTED_TABLES.format(folder=shown(path), n=len(rows), rows=sum(rows.values()))
    with files.writing(path, replace=replace) as file:
        if form == JSON:
            from guide import __version__

            try:
                counts = transfer.write(
                    store, file, version=__version__, written=stamp.utc, progress=progress
                )
            except GuideError as error:
                if error.message != trouble.damaged(store.path).message:
                    raise
                raise GuideError(error.message, words.AS_TEXT_REMEDY) from None
            n = counts["entries"]
        else:
            from guide.journal import readable

            n = readable.write(store, journal.library, file, day=stamp.day, progress=progress)
    return words.EXPORTED[n != 1].format(n=n, file=shown(path))


@contextmanager
def own_store(journal: Journal) -> Iterator[Store]:
    """The journal's store on a connection of its own; a store in memory has only the one."""
    if journal.store.path is None:
        yield journal.store
        return
    with Store.open(journal.store.path, backups=journal.places.backups) as store:
        yield store
