"""Reading an export in a stream: every record is checked, and a damaged place is named by its line.

Nothing of the file is believed: size, nesting, types, checksums. Memory holds one record at a time.
"""

from __future__ import annotations

import codecs
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final, NoReturn

from guide.errors import GuideError
from guide.places import shown
from guide.steps.base import Json
from guide.store import transfer
from guide.store.encode import Unreadable, digest, dumps
from guide.store.transfer import FORMAT, LISTS, PROGRAM, Progress, Sum, silent
from guide.store.transfer_shape import checked
from guide.words import taking as words

LARGEST: Final = 64 << 20
"""Characters of one record; the largest real ones have some hundred thousand."""
_CHUNK: Final = 1 << 16
_SPACE: Final = " \t\r\n"


class Damaged(GuideError):
    """The file is not what was written. Nothing of it is taken in."""

    def __init__(self, what: str) -> None:
        super().__init__(words.DAMAGED.format(what=what), words.DAMAGED_REMEDY)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


class Reader:
    """An open export. `head` holds what stands before the first list, once `records` has reached it."""

    def __init__(self, path: Path, progress: Progress = silent) -> None:
        self.head: dict[str, Json] = {}
        self._progress, self._done = progress, 0
        self._decode = codecs.getincrementaldecoder("utf-8")("strict")
        self._value = json.JSONDecoder(parse_constant=_refuse_constant).raw_decode
        self._text, self._at, self._line, self._ended = "", 0, 1, False
        try:
            self._file: IO[bytes] = open(path, "rb")  # noqa: SIM115 (closed by `close`)
            self._size = os.fstat(self._file.fileno()).st_size or 1
        except (OSError, ValueError) as error:
            reason = (getattr(error, "strerror", None) or words.NO_NAME).lower()
            raise GuideError(words.CANNOT_READ.format(file=shown(path), reason=reason)) from None

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    # -- records --------------------------------------------------------------------------------------

    def records(self) -> Iterator[tuple[str, dict[str, Json], int]]:
        """Each record as (list, record, its line), in the order of the file; the end proves that all are there.

        Raises GuideError for a file of a newer version or of another program, and Damaged with the place.
        """
        total, waiting = Sum(), list(LISTS)
        self._sign("{", words.NOT_AN_EXPORT)
        while True:
            name = self._name()
            if name in LISTS:
                self._known()
                if not waiting or name != waiting.pop(0):
                    self._damaged(words.OUT_OF_ORDER.format(name=name))
                yield from self._list(name, total)
            elif len(name) <= 40 and len(self.head) < 40:
                self._next()
                self.head[name] = self._read()
            else:
                self._damaged(words.UNKNOWN_PART)
            if self._next() == "}":
                break
            self._sign(",", words.NOT_JSON)
        self._sign("}", words.NOT_JSON)
        self._known()
        if self._next():
            self._damaged(words.MORE_BEHIND)
        if waiting or self.head.get("counts") != total.counts or self.head.get("checksum") != total.hex:
            raise Damaged(words.NOT_ALL_THERE)
        self._progress(1.0)

    def _known(self) -> None:
        """The head says that this is an export, and of which format."""
        number = self.head.get("format")
        if self.head.get("program") != PROGRAM or isinstance(number, bool) or not isinstance(number, int):
            raise GuideError(words.NOT_AN_EXPORT, words.NOT_AN_EXPORT_REMEDY)
        if number > FORMAT:
            raise GuideError(words.NEWER, words.NEWER_REMEDY)
        if number < 1:
            raise GuideError(words.NOT_AN_EXPORT, words.NOT_AN_EXPORT_REMEDY)

    def _list(self, name: str, total: Sum) -> Iterator[tuple[str, dict[str, Json], int]]:
        self._sign("[", words.NOT_JSON)
        if self._next() == "]":
            self._at += 1
            return
        while True:
            self._next()
            line = self._line
            record = self._read()
            try:
                text = dumps(record)
                found = checked(name, record)
                if name == "entries" and transfer.seal(_bare(found)) != found["checksum"]:
                    raise Unreadable(words.TAMPERED)
                if name == "shown" and digest(dumps(found["step"])) != found["hash"]:
                    raise Unreadable(words.TAMPERED)
                text.encode()
            except (Unreadable, GuideError, RecursionError, UnicodeError) as error:
                why = str(error) if isinstance(error, Unreadable) else words.WRONG_SHAPE
                self._damaged(why, line, _called(name, record))
            total.add(name, text)
            yield name, found, line
            if self._next() == "]":
                self._at += 1
                return
            self._sign(",", words.NOT_JSON)

    # -- signs and values -----------------------------------------------------------------------------

    def _name(self) -> str:
        if self._next() == "}" and not self.head:
            raise GuideError(words.NOT_AN_EXPORT, words.NOT_AN_EXPORT_REMEDY)
        name = self._read()
        if not isinstance(name, str):
            self._damaged(words.NOT_JSON)
        self._sign(":", words.NOT_JSON)
        return name

    def _next(self) -> str:
        """The next sign that is no space, not taken; empty at the end of the file."""
        while True:
            text, at = self._text, self._at
            while at < len(text) and text[at] in _SPACE:
                self._line += text[at] == "\n"
                at += 1
            self._at = at
            if at < len(text):
                return text[at]
            if not self._fill(_CHUNK):
                return ""

    def _sign(self, sign: str, otherwise: str) -> None:
        found = self._next()
        if found != sign:
            if not found:
                self._damaged(words.CUT)
            if otherwise == words.NOT_AN_EXPORT:
                raise GuideError(otherwise, words.NOT_AN_EXPORT_REMEDY)
            self._damaged(otherwise)
        self._at += 1

    def _read(self) -> Json:
        """One JSON value. The text behind it is read on until it is whole, or cannot become so."""
        want = _CHUNK
        while True:
            try:
                value, end = self._value(self._text, self._at)
            except RecursionError:
                self._damaged(words.TOO_DEEP)
            except (ValueError, StopIteration) as error:
                if len(self._text) - self._at > LARGEST:
                    self._damaged(words.TOO_LARGE)
                inside = error.pos - self._at if isinstance(error, json.JSONDecodeError) else 0
                if not self._fill(want):
                    self._broken(self._at + inside)
                want *= 2
                continue
            if end == len(self._text) and self._fill(_CHUNK):
                continue  # a number may go on behind what was read
            self._line += self._text.count("\n", self._at, end)
            self._at = end
            return value

    def _fill(self, size: int) -> bool:
        """Read on; False at the end of the file."""
        if self._ended:
            return False
        self._text, self._at = self._text[self._at :], 0
        data = self._file.read(size)
        self._ended, before = not data, self._done
        self._done += len(data)
        self._progress(min(0.99, self._done / self._size))
        try:
            more = self._decode.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            self._damaged(words.NOT_UTF8.format(byte=max(0, before + error.start)))
        if before == 0:
            more = more.removeprefix("\ufeff")
        self._text += more
        return bool(more) or not self._ended

    def _broken(self, at: int) -> NoReturn:
        """No value can be made of what stands here, and the file ends."""
        line = self._line + self._text.count("\n", self._at, at)
        rest = self._text[at:].strip()
        self._damaged(words.CUT if not rest or rest[0] == '"' else words.NOT_JSON, line)

    def _damaged(self, why: str, line: int = 0, called: str = "") -> NoReturn:
        if called:
            raise Damaged(words.PLACE_RECORD.format(line=line or self._line, record=called, why=why))
        raise Damaged(words.PLACE.format(line=line or self._line, why=why))


def _bare(record: dict[str, Json]) -> dict[str, Json]:
    return {key: value for key, value in record.items() if key != "checksum"}


def _called(name: str, record: Any) -> str:
    """A record by its id, when it has one: never by its words."""
    id_ = record.get("id", record.get("hash")) if isinstance(record, dict) else None
    known = isinstance(id_, str) and id_.isalnum() and id_.isascii()
    kind = words.RECORDS.get(name, "")
    return f"{kind} {str(id_)[:8]}" if known and kind else ""
