"""An export that somebody has written hostile words into, with its checksums put right, as a stranger can."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from guide.store.encode import digest, dumps
from guide.store.transfer import LISTS, Sum, seal

_ASKED: Final = ("prompt", "text", "title", "help", "low", "high", "unit")


def token(number: int) -> str:
    """A word that stands for a hostile text until the file is spoilt."""
    return f"qz{number:02}zq"


def spoilt(file: Path, texts: tuple[str, ...]) -> bytes:
    """The same export with raw texts for the tokens, and some of them before everything that a pack said."""
    data = json.loads(file.read_bytes())

    def before(said: str) -> str:
        """One of the texts first, the same for the same words, and always one that breaks lines and one that steers."""
        return " ".join((texts[crc32(said.encode()) % len(texts)], texts[2], texts[8], said))

    def into(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: into(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [into(one) for one in value]
        if not isinstance(value, str):
            return value
        if key in _ASKED and "zq" not in value:
            return before(value)
        for number, text in enumerate(texts):
            value = value.replace(token(number), text)
        return value

    hashes = {}
    for one in data["shown"]:
        step = into(one["step"])
        hashes[one["hash"]] = one["hash"], one["step"] = digest(dumps(step)), step
    for entry in data["entries"]:
        entry["title"] = before(entry["title"])
        for one in (*entry["steps"], *entry["answers"]):
            one["shown"] = hashes.get(one["shown"], [one["shown"]])[0]
        for one in entry["answers"]:
            one["value"] = into(one["value"])
        for one in entry["typing"]:
            one["raw"] = into(one["raw"])
        entry.pop("checksum")
        entry["checksum"] = seal(entry)
    data["declarations"] = [into(one) for one in data["declarations"]]
    return _written(data)


def _written(data: dict[str, Any]) -> bytes:
    total = Sum()
    for name in LISTS:
        for record in data[name]:
            total.add(name, dumps(record))
    data["counts"], data["checksum"] = total.counts, total.hex
    return dumps(data).encode()
