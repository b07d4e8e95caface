"""The store: one SQLite file, opened, read in short queries and written in whole transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, Self

from guide.errors import GuideError
from guide.store import marker, opening, trouble

_COUNT: Final = (
    "INSERT INTO ledger VALUES ('changes', 1, '') ON CONFLICT (name) DO UPDATE SET rows = rows + 1"
)


class Store:
    """An open store. The functions in the other modules of this room take it first.

    Write-ahead log and `synchronous=FULL`: what `writing` has committed survives a kill and a power cut. `lost` is
    what to say of a loss until it is settled.
    """

    def __init__(self, opened: opening.Opened, path: Path | None) -> None:
        self.connection = opened.connection
        self.path = path
        self.readonly = opened.readonly
        self.lost = opened.lost
        self._said = opened.notice
        self._workdir = opened.workdir
        self._aside: dict[str, None] = {}
        self._file = identity(path) if path and not opened.readonly else None

    @classmethod
    def open(cls, path: Path | None, *, readonly: bool = False, backups: Path | None = None) -> Store:
        """Open or make the store at `path` (None: in memory), its folder 0700 and its files 0600, and
        migrate it.

        Opened read-only instead, with a `notice`, when the file or folder cannot be written to or a newer
        version wrote it. `readonly` on a missing file gives an empty store. `backups` is where a copy goes
        before a migration (default: `backups` beside the store). Raises GuideError with a remedy when the
        file is damaged, belongs to another program or cannot be opened; it is then left as it is.
        """
        return cls(opening.open_store(path, readonly, backups), path)

    @property
    def notice(self) -> str | None:
        """What the person should know: opened read-only, something missing, something set aside. No words
        of theirs."""
        said = [one for one in (self._said, self.lost) if one]
        if self._aside:
            said.append("Set aside because it cannot be read, not deleted: " + "; ".join(self._aside) + ".")
        return " ".join(said) or None

    def set_aside(self, what: str) -> None:
        """Name a row that cannot be read (ids only). It is left where it is and out of every view."""
        self._aside[what] = None

    def close(self) -> None:
        """Note the last change and let go of the file. May be called twice."""
        if self.path and self.there():
            with suppress(sqlite3.Error):
                marker.keep(self.connection, self.path)
        self._file = None
        self.connection.close()
        if self._workdir:
            self._workdir.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def changes(self) -> int:
        """A number that differs after another process has committed (SQLite's data_version)."""
        return int(self.query("PRAGMA data_version")[0][0])

    def query(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows of a reading statement. Raises GuideError where SQLite cannot read."""
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):
                raise trouble.explain(error, self.path) from None
        except sqlite3.DatabaseError as error:
            raise trouble.explain(error, self.path) from None
        return self._leniently(sql, values)

    def _leniently(self, sql: str, values: Sequence[Any]) -> list[Any]:
        # One damaged byte in one text would refuse every row of the answer; the row's checksum still tells.
        self.connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise trouble.explain(error, self.path) from None
        finally:
            self.connection.text_factory = str

    @contextmanager
    def writing(self, *, counted: bool = True) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, on disk, when the block ends, or nothing of it.

        Takes the write lock at once (BEGIN IMMEDIATE), so that two instances wait for each other instead of
        one losing its work. `counted` moves the change number; typing does not. Raises GuideError when the
        store is read-only, its file was removed, the disk is full, or another program holds it too long.
        """
        self.may_write()
        self._still_there()
        connection = self.connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            if counted:
                connection.execute(_COUNT)
            yield connection
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.DatabaseError) and (
                trouble.primary(error) != sqlite3.SQLITE_ERROR or trouble.of_a_part(error)
            ):
                raise trouble.explain(error, self.path) from None
            raise

    def may_write(self) -> None:
        """Raises GuideError when nothing can be saved: to be asked before a person is."""
        if self.readonly:
            remedy = opening.remedy(self._said, self.path)
            raise GuideError("The store is open for reading only, so this is not saved.", remedy)

    def there(self) -> bool:
        """Whether the file that was opened for writing is still the one at its path; false for other stores."""
        return self._file is not None and self.path is not None and identity(self.path) == self._file

    def _still_there(self) -> None:
        # SQLite goes on writing into a file that was removed, and every word would go with it.
        if self._file and not self.there():
            raise GuideError(
                "The store was moved or removed while the program was running, so this is not saved.",
                "Start the program again.",
            )


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one that takes its name; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
