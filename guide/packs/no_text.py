"""Files that are no YAML at all: a word processor's document, a web page, a text in another encoding."""

from __future__ import annotations

from typing import Final

UTF_16: Final = "The file is UTF-16; save it as UTF-8."
_WORD: Final = "This is a word processor's document, not a plain text; save it as plain text in UTF-8."
_STARTS: Final = (
    (b"\xff\xfe", UTF_16),
    (b"\xfe\xff", UTF_16),
    (b"{\\rtf", _WORD),
    (b"\xd0\xcf\x11\xe0", _WORD),
    (b"%PDF", "This is a PDF, not a plain text; a pack is written as plain text in UTF-8."),
    (b"<!DOCTYPE", "This is a web page, not a plain text; save the text itself, in UTF-8."),
    (b"<!doctype", "This is a web page, not a plain text; save the text itself, in UTF-8."),
    (b"<html", "This is a web page, not a plain text; save the text itself, in UTF-8."),
)
_ARCHIVE: Final = "This is an archive, not a plain text; unpack it, and name the folder."
_DOCUMENTS: Final = (b"word/", b"[Content_Types].xml", b"opendocument", b"Index/")
"""What stands near the beginning of the archives that word processors write."""
_LOOKED_AT: Final = 400


def no_text(data: bytes) -> str | None:
    """One sentence about a file that is no text in UTF-8 as a whole; None when it may be one."""
    start = data[:_LOOKED_AT]
    if start.startswith(b"PK") and not start[2:3].isalnum():
        return _WORD if any(one in start for one in _DOCUMENTS) or len(data) < _LOOKED_AT else _ARCHIVE
    found = next((sentence for sign, sentence in _STARTS if start.startswith(sign)), None)
    if found is None and b"\x00" in start and _every_other(start):
        return UTF_16
    return found


def _every_other(start: bytes) -> bool:
    """Whether nearly every other byte is NUL, as it is in UTF-16 without a mark at its beginning."""
    pairs = len(start) // 2
    return pairs > 1 and max(start[::2].count(0), start[1::2].count(0)) > pairs * 0.8
