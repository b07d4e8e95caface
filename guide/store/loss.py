"""A loss that was noticed when the store was opened, remembered in it until the person settles it.

The number beside the store is written anew by every change and soon fits again, so it can only tell once. A row of
the ledger keeps what it told: it goes with the content when a backup is put in its place, and by `settle`.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.places import shown
from guide.store import marker

if TYPE_CHECKING:
    from guide.store.database import Store

_ROW: Final = "lost"
_BEGUN: Final = "begun anew"  # in the place of a digest: the whole store was gone, not only its last changes


def signs(connection: sqlite3.Connection, path: Path, backups: Path, *, empty: bool) -> tuple[int, bool]:
    """(changes that the store lacks, whether it was begun anew though there was one before). Changes nothing."""
    lost = marker.behind(connection, path)
    return lost, empty and bool(lost or any(backups.glob("*.db")))


def noticed(connection: sqlite3.Connection, path: Path, backups: Path, *, empty: bool) -> str | None:
    """Look for signs of a loss, remember them, and give back what to say, of this loss or of one before."""
    lost, begun = signs(connection, path, backups, empty=empty)
    if lost or begun:
        with suppress(sqlite3.Error):  # a full disk: it is said all the same
            connection.execute(
                "INSERT INTO ledger VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET rows = rows + excluded.rows, "
                "digest = max(digest, excluded.digest)",
                (_ROW, lost, _BEGUN if begun else ""),
            )
    return _said(*(_kept(connection) or (lost, begun)), backups)


def said(connection: sqlite3.Connection, path: Path, backups: Path) -> str | None:
    """The same for a store that is open for reading only."""
    return _said(*(_kept(connection) or signs(connection, path, backups, empty=False)), backups)


def pending(connection: sqlite3.Connection) -> bool:
    """Whether a loss is not settled yet: backups from before it must stay."""
    return _kept(connection) is not None


def settle(store: Store) -> bool:
    """The person says that it is all right as it is, or has put a backup in its place. False when nothing was lost."""
    there = pending(store.connection)
    if there:
        with store.writing(counted=False) as connection:
            connection.execute("DELETE FROM ledger WHERE name = ?", (_ROW,))
    store.lost = None
    return there


def _kept(connection: sqlite3.Connection) -> tuple[int, bool] | None:
    row = connection.execute("SELECT rows, digest FROM ledger WHERE name = ?", (_ROW,)).fetchone()
    return (int(row[0]), row[1] == _BEGUN) if row else None


def _said(lost: int, begun: bool, backups: Path) -> str | None:
    if not lost and not begun:
        return None
    from guide.words import doctor as words

    what = words.LOST_BEGUN if begun else words.LOST_CHANGES[lost != 1]
    return " ".join((what.format(n=lost, folder=shown(backups)), words.LOST_SETTLE))
