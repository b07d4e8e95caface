"""One small YAML file of the person's own. Unknown keys stay, a damaged line is passed over, writing is one move.

The file is flat (`key: value`), and read here without a YAML parser: `where`, `log` and help-now start
without one. Whatever this reading does not understand is left in the file as it stands.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from guide.errors import GuideError
from guide.places import Places, private_dir

KNOWN: Final = {
    "language": (r"[a-z]{2,3}(-[A-Z]{2})?", "a language code such as en"),
    "country": (r"[A-Z]{2}", "two capital letters such as GB"),
    "theme": (r"dark|light|ansi", "dark, light or ansi"),
    "night-from": (r"[01]?\d|2[0-3]", "an hour from 0 to 23"),
    "night-to": (r"[01]?\d|2[0-3]", "an hour from 0 to 23"),
}
"""Key -> what it may hold, and how that is said."""

_LINE: Final = re.compile(r"[ \t]*([A-Za-z][A-Za-z0-9-]*)[ \t]*:[ \t]*(.*?)[ \t]*")
_KINGDOM: Final = "UK"  # what most people call the country whose code is GB


def load(places: Places) -> dict[str, str]:
    """The known settings that can be read. A missing or unreadable file is no settings."""
    found: dict[str, str] = {}
    for line in _lines(places.settings_path):
        key, value = _read(line)
        if key in KNOWN and re.fullmatch(KNOWN[key][0], value):
            found[key] = value
    return found


def unused(places: Places) -> list[tuple[int, str]]:
    """Lines that could not be used: the number of each, and what may stand there. Remarks are none of them."""
    found = []
    for number, line in enumerate(_lines(places.settings_path), 1):
        key, value = _read(line)
        if not line.strip() or line.lstrip().startswith(("#", "---")):
            continue
        if key not in KNOWN:
            found.append((number, f"one of {', '.join(KNOWN)}, then a colon and the value"))
        elif not re.fullmatch(KNOWN[key][0], value):
            found.append((number, KNOWN[key][1]))
    return found


def _read(line: str) -> tuple[str, str]:
    """Key and value of a line as they are meant: capitals and spaces make no difference. Empty for another line."""
    match = _LINE.fullmatch(line)
    if not match:
        return "", ""
    key = match[1].lower()
    return key, meant(key, match[2].split(" #")[0].strip().strip("\"'").strip())


def meant(key: str, value: str) -> str:
    """A value as it is kept: a country in capitals, `en_us` as en-US, the rest in small letters."""
    if key == "country":
        code = value.upper()
        return "GB" if code == _KINGDOM else code
    if key == "language":
        first, _, rest = value.replace("_", "-").partition("-")
        return f"{first.lower()}-{rest.upper()}" if rest else first.lower()
    return value.lower()


def keep(places: Places, key: str, value: str) -> None:
    """Write one setting. Raises GuideError for a key or value that does not exist, or a file that cannot be written."""
    if key not in KNOWN:
        raise GuideError(f"There is no setting '{key[:40]}'.", f"There are: {', '.join(KNOWN)}.", code=2)
    pattern, says = KNOWN[key]
    value = meant(key, value)
    if not re.fullmatch(pattern, value):
        raise GuideError(f"The setting '{key}' takes {says}.", code=2)
    lines = [line for line in _lines(places.settings_path) if _read(line)[0] != key]
    _write(places.settings_path, "\n".join([*lines, f'{key}: "{value}"']) + "\n")


def language(places: Places, environ: Mapping[str, str] = os.environ) -> str:
    """The person's language: the setting, else the locale's, else English."""
    chosen = load(places).get("language")
    if chosen:
        return chosen
    found = re.match(r"([a-z]{2,3})(?:_([A-Z]{2}))?", _locale(environ))
    return "-".join(part for part in found.groups() if part) if found else "en"


def country(places: Places, environ: Mapping[str, str] = os.environ) -> str:
    """The person's country for the lines of help now: the setting, else the locale's, else an empty text."""
    chosen = load(places).get("country")
    found = re.match(r"[a-z]{2,3}_([A-Z]{2})", _locale(environ))
    return chosen or (found[1] if found else "")


def _locale(environ: Mapping[str, str]) -> str:
    return next((environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), "")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_bytes()[:65536].decode("utf-8", "replace").splitlines()
    except OSError:
        return []


def _write(path: Path, text: str) -> None:
    import tempfile

    private_dir(path.parent)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        raise GuideError(
            "The settings file cannot be written.", "Is the disk full, or the folder read-only?"
        ) from None
