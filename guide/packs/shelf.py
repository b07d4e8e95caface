"""The shelf: checked packs kept as JSON, so that opening the program reads no YAML.

It never holds a person's words, may be deleted at any time, and is made again when anything differs: the
program's version, a file's size, time or content.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from guide import __version__
from guide.errors import GuideError
from guide.packs.discover import Source
from guide.places import private_dir

_LAYOUT = 1


class Shelved(NamedTuple):
    """A pack ready for use, or why it is not: `trouble` is the first problem and how many there are."""

    source: Source
    pack: dict[str, Any] | None
    trouble: str = ""


def take(source: Source, shelf: Path) -> Shelved:
    """A pack from the shelf, or loaded, checked and shelved. Never raises for a broken pack."""
    card = _card(source.path, shelf)
    kept = _read_card(card, source)
    return Shelved(source, kept) if kept is not None else _load(source, card)


def forget(path: Path, shelf: Path) -> None:
    """Take the card of a pack that is no longer there away."""
    with suppress(OSError):
        _card(path, shelf).unlink(missing_ok=True)


def _card(path: Path, shelf: Path) -> Path:
    name = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return shelf / f"{name}.json"


def _signature(path: Path) -> list[Any]:
    info = path.stat()
    return [info.st_size, info.st_mtime_ns]


def _read_card(card: Path, source: Source) -> dict[str, Any] | None:
    try:
        data = json.loads(card.read_bytes())
        same = (
            data["layout"] == _LAYOUT
            and data["version"] == __version__
            and data["built_in"] == source.built_in
        )
        if same and all(_signature(Path(name)) == signature for name, signature in data["files"]):
            return dict(data["pack"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # an absent, older or damaged card only means that the pack is read again
    return None


def _load(source: Source, card: Path) -> Shelved:
    from guide.packs.load import load

    try:
        loaded = load(source.path, built_in=source.built_in)
        files = [[str(path.absolute()), _signature(path)] for path in loaded.files]
    except (GuideError, OSError) as error:
        return Shelved(
            source, None, str(error) if isinstance(error, GuideError) else "The file cannot be read."
        )
    if loaded.pack is None:
        first = loaded.errors[0]
        rest = len(loaded.errors) - 1
        return Shelved(source, None, str(first) + (f" (and {rest} more)" if rest else ""))
    pack = _hashed(loaded.pack)
    data = {
        "layout": _LAYOUT,
        "version": __version__,
        "built_in": source.built_in,
        "files": files,
        "pack": pack,
    }
    _write_card(card, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return Shelved(source, pack)


def _hashed(pack: dict[str, Any]) -> dict[str, Any]:
    """The pack with a hash for each exercise: an entry says by it which wording was walked."""
    for exercise in pack["exercises"]:
        body = json.dumps(exercise, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        exercise["hash"] = hashlib.sha256(body.encode()).hexdigest()[:16]
    return pack


def _write_card(card: Path, text: str) -> None:
    """Write in one move, so that another start never reads half a card. A full disk only costs speed."""
    import tempfile

    try:
        private_dir(card.parent)
        handle, name = tempfile.mkstemp(dir=card.parent)
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)
        Path(name).replace(card)
    except (OSError, GuideError):
        return
