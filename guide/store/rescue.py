"""The rescue file: the field that was being typed when a signal ended the program.

A signal handler may come in the middle of anything, so it touches no SQLite: it writes these few bytes and
leaves. The next start takes them in. The file is JSON: `{"entry", "step", "raw", "at"}`, `at` UTC ISO.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from guide.errors import GuideError
from guide.places import shown
from guide.steps.base import Json
from guide.store.database import Store
from guide.store.encode import Unreadable, dumps


class Rescue(NamedTuple):
    """What was being typed: entry, step, the raw words, and when (UTC)."""

    entry: str
    step: str
    raw: Json
    at: datetime


def write_rescue(path: Path, payload: bytes) -> None:
    """Put the bytes on disk, 0600, whole or not at all. For signal handlers: system calls only. Raises
    OSError."""
    part = f"{path}.part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        rest = memoryview(payload)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    os.replace(part, path)


def read_rescue(path: Path) -> Rescue | None:
    """What the file holds, or None when there is none. Raises Unreadable when it is not what was written."""
    try:
        found = json.loads(path.read_bytes())
        moment = _moment(found["at"])
        if not (isinstance(found["entry"], str) and isinstance(found["step"], str)):
            raise Unreadable
        dumps(found["raw"])  # JSON reads not-a-number, which the store does not keep
        return Rescue(found["entry"], found["step"], found["raw"], moment)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError, GuideError):
        raise Unreadable("the rescue file cannot be read") from None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def take_in(store: Store, path: Path) -> str | None:
    """Put rescued words into the typing row of their step and remove the file. Returns a sentence when there
    is something to say.

    Words older than what the store has typed or answered for that step, or of an entry that ended later or is
    in the trash, are not taken; the file goes. A damaged file, or one whose entry the store does not have, is
    kept beside as `.unreadable` and named in the sentence. A read-only store leaves everything as it is.
    """
    if store.readonly:
        return None
    try:
        rescue = read_rescue(path)
        if rescue is None:
            return None
        known = _hold(store, rescue)
    except (ValueError, OSError):
        known = False
    if not known:
        return _keep_beside(path)
    with suppress(OSError):
        path.unlink()
    return None


def _hold(store: Store, rescue: Rescue) -> bool:
    """Make the words the typing row when nothing newer is known. False when the store has no such entry."""
    with store.writing(counted=False) as connection:
        row = connection.execute(
            "SELECT seq, ended_at, trashed_at, (SELECT at FROM typing WHERE entry = seq AND step = ?1), "
            "(SELECT max(at) FROM answers WHERE entry = seq AND step = ?1) FROM entries WHERE id = ?2",
            (rescue.step, rescue.entry),
        ).fetchone()
        if row is None:
            return False
        seq, ended, trashed, *others = row
        if trashed is None and all(_moment(at) < rescue.at for at in (ended, *others) if at):
            moment = rescue.at.isoformat(timespec="milliseconds")
            values = (seq, rescue.step, dumps(rescue.raw), moment)
            connection.execute("INSERT OR REPLACE INTO typing VALUES (?, ?, ?, ?)", values)
    return True


def _keep_beside(path: Path) -> str:
    kept, number = path.with_name(path.name + ".unreadable"), 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.unreadable-{number}")
    with suppress(OSError):
        path.rename(kept)
    return f"Some typed words could not be taken in. They are kept in {shown(kept)}."


def drop(path: Path, ids: Collection[str]) -> None:
    """Remove rescued words of these entries, also those that were kept beside because they could not be read in."""
    for one in (path, *path.parent.glob(f"{path.name}.*")):
        with suppress(OSError):
            text = one.read_bytes()
            if any(id_.encode() in text for id_ in ids):
                one.unlink()
