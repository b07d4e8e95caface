"""Values to text and back, and the checksum of a row."""

from __future__ import annotations

import json
from hashlib import sha256

from guide.errors import GuideError
from guide.steps.base import Json

# Made once: `json.dumps` with settings of its own makes an encoder at every call.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


class Unreadable(ValueError):
    """Stored text that is not what was written. Carries no words of the row."""


def clean(text: str) -> str:
    """Text that UTF-8 can carry: halves of a surrogate pair are joined, a lone half becomes U+FFFD.

    A terminal that sends invalid bytes, or a file name, can bring lone surrogates into a string; SQLite
    cannot take them.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def dumps(value: Json) -> str:
    """Compact JSON in the order given (the order of fields is the order they were asked in).

    Raises GuideError for what JSON cannot carry: not-a-number, infinity, nesting without end.
    """
    try:
        text = _encode(value)
    except (ValueError, RecursionError):
        raise GuideError(
            "This answer holds something that cannot be kept.", "Please write it another way."
        ) from None
    return clean(text)


def loads(text: str) -> Json:
    """The value of stored JSON. Raises Unreadable when it is none."""
    try:
        return json.loads(text)
    except (ValueError, TypeError, RecursionError):
        raise Unreadable("stored JSON cannot be read") from None


def digest(*parts: str | int | None) -> str:
    """The checksum of a row: the first 128 bits of SHA-256 over its columns as a JSON list, in hex.

    SQLite keeps no checksum over table pages, so that a flipped bit can change words unnoticed.
    """
    try:
        text = _encode(parts)
    except (TypeError, ValueError):
        text = repr(parts)  # bytes in the place of text: nothing that was written has this checksum
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
