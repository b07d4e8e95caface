"""Everything as tables that a spreadsheet opens: one CSV file each for entries, answers, points, items, markers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any, Final

from guide.clean import clean
from guide.errors import GuideError
from guide.journal import files
from guide.journal.library import Library
from guide.journal.look import answer_words
from guide.store import derived, meta, whole
from guide.store.database import Store
from guide.store.records import EntryRecord, Marker, Stamp
from guide.store.transfer import Progress

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "entries": ("entry", "exercise", "title", "day", "started", "ended", "how"),
    "answers": (
        "entry", "exercise", "day", "step", "question", "kind", "revision", "counts", "state", "answer", "number",
        "answered",
    ),
    "points": ("series", "title", "day", "time_utc", "item", "item_words", "state", "value", "entry", "step"),
    "items": ("item", "list", "title", "words", "fields", "day", "versions", "set_aside"),
    "markers": ("marker", "title", "date", "precision", "words", "fields", "noted_utc", "entry"),
}  # fmt: skip
"""Table -> its columns. The file is called `TABLE.csv`."""

_SIGNS: Final = "=+\\-@＝＋－＠﹦﹢﹣﹫"
_UNSEEN: Final = r"(?:[^\S\n\t]|[\"“”„＂\u115f\u1160\u200c\u200d\u3164])"
"""Spaces, quotation marks and what looks like nothing: a reader of a table may drop them before a sign."""
_AT_START: Final = re.compile(rf"[\t\n]|{_UNSEEN}*+[{_SIGNS}]")
_FURTHER_ON: Final = re.compile(rf"([;\t\n]{_UNSEEN}*+)(?=[{_SIGNS}])")
"""Where lists are separated by `;` or a tab, and where a line breaks, a cell begins anew for some programs."""
Row = Iterable[Any]


def write(
    store: Store, library: Library, folder: Path, *, replace: bool, progress: Progress
) -> dict[str, int]:
    """Write the tables into this folder, which is made 0700 when it is not there; how many rows each has.

    All of them or none. Raises GuideError when they cannot be written, Exists when one is there already.
    """
    made = _folder(folder, replace)
    try:
        with ExitStack() as stack:
            sheets = {
                name: _Sheet(
                    stack.enter_context(files.writing(folder / f"{name}.csv", replace=replace)), columns
                )
                for name, columns in COLUMNS.items()
            }
            _fill(store, library, sheets, progress)
            for sheet in sheets.values():
                sheet.flush()
    except BaseException:
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise
    return {name: sheet.rows for name, sheet in sheets.items()}


def _folder(folder: Path, replace: bool) -> bool:
    """Whether the folder had to be made."""
    try:
        folder.mkdir(0o700)
    except FileExistsError:
        may_write(folder, replace=replace)
        return False
    except OSError as error:
        raise files.cannot_write(folder, error) from None
    return True


def may_write(folder: Path, *, replace: bool) -> None:
    """Raises GuideError when no tables can be written there, and `files.Exists` when one is there already."""
    if folder.is_dir():
        for name in COLUMNS:
            files.may_write(folder / f"{name}.csv", replace=replace)
    else:
        files.may_write(folder, replace=False)


def cell(value: Any) -> str:
    """A value as a cell. Numbers stay numbers; a text that a spreadsheet could take for a formula is made plain.

    An apostrophe before what begins like one makes it text (OWASP, CSV injection).
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return repr(value)
    text = clean(str(value))
    plain = _FURTHER_ON.sub(r"\1'", text)
    return f"'{plain}" if _AT_START.match(text) else plain


class _Sheet:
    """One table being written: UTF-8 with a byte order mark, so that spreadsheets know the letters."""

    def __init__(self, file: IO[bytes], columns: tuple[str, ...]) -> None:
        self.rows = 0
        self._text = io.TextIOWrapper(file, "utf-8-sig", newline="")
        self._writer = csv.writer(self._text)
        self._writer.writerow(columns)

    def add(self, row: Row) -> None:
        """Write one row."""
        self.rows += 1
        self._writer.writerow([cell(value) for value in row])

    def flush(self) -> None:
        """Hand on what is held; the file stays open for whoever opened it."""
        self._text.detach()


def _fill(store: Store, library: Library, sheets: Mapping[str, _Sheet], progress: Progress) -> None:
    total, title = whole.count(store) or 1, _titles(store, library)
    for number, record in enumerate(whole.each_entry(store)):
        sheets["entries"].add(_entry(record))
        for row in _answers(record):
            sheets["answers"].add(row)
        progress(0.8 * number / total)
    for point in whole.readable(store, whole.each_point(store), "points"):
        names = ("day", "at", "item", "label", "state", "value", "entry", "step")
        sheets["points"].add(
            [point["series"], title("series", point["series"]), *(point[name] for name in names)]
        )
    progress(0.9)
    for item in whole.readable(store, whole.each_item(store), "items in lists"):
        head = [item["item"], item["list"], title("collections", item["list"]), item["label"]]
        sheets["items"].add([*head, _fields(item["fields"]), item["day"], item["versions"], item["aside"]])
    for one in _markers(store):
        sheets["markers"].add(
            [
                one.marker,
                title("markers", one.marker),
                one.date,
                one.precision,
                one.label,
                _fields(one.fields),
            ]
            + [one.at, one.entry]
        )
    progress(1.0)


def _markers(store: Store) -> list[Marker]:
    try:
        return derived.markers(store)
    except GuideError:
        store.set_aside("markers")
        return []


def _titles(store: Store, library: Library) -> Callable[[str, str], str]:
    """Full names to titles, of packs that are gone as well."""
    kept = meta.declarations(store)

    def title(group: str, name: str) -> str:
        found = library.declared(group, name) or kept.get(name) or {}
        return str(found.get("title", "")) if isinstance(found, dict) else ""

    return title


def _entry(record: EntryRecord) -> Row:
    stamp = record.ended or record.started
    started, ended = local(record.started), local(record.ended) if record.ended else ""
    return [record.id, record.exercise, record.title, stamp.day, started, ended, record.how or "unfinished"]


def _answers(record: EntryRecord) -> Iterator[Row]:
    """Every answer to every step, earlier revisions too; `counts` marks the one that is valid."""
    for step in record.steps:
        last = len(step.answers) - 1
        for number, (answer, stamp) in enumerate(step.answers):
            shown = step.asked.get(number, step.frozen)
            plain = type(answer.value) in (int, float)
            yield [
                record.id, record.exercise, stamp.day, step.step, str(shown.get("prompt", "")),
                str(shown.get("kind", "")), number + 1, number == last, answer.state,
                "\n".join(answer_words(shown, answer)) if shown else "", answer.value if plain else None,
                local(stamp),
            ]  # fmt: skip


def _fields(fields: Mapping[str, Any]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in fields.items() if value not in (None, ""))


def local(stamp: Stamp) -> str:
    """A moment as it was on the clock there, ISO with its offset."""
    try:
        moment = datetime.fromisoformat(stamp.utc[:19]).replace(tzinfo=UTC) + timedelta(minutes=stamp.offset)
    except (ValueError, OverflowError):
        return stamp.utc
    sign, minutes = "-" if stamp.offset < 0 else "+", abs(stamp.offset)
    return f"{moment:%Y-%m-%dT%H:%M:%S}{sign}{minutes // 60:02}:{minutes % 60:02}"
