"""Texts and tables of a notebook with pages that cannot be read: all that can be is in them, and the rest is named."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path
from random import Random

import pytest

from guide.errors import GuideError
from guide.journal import take_away
from guide.store import pages, whole
from guide.store.database import Store
from guide.store.encode import Unreadable
from guide.words import taking as words

from .lives import live, opened


def spoil(path: Path, table: str, part: float) -> None:
    """Overwrite one page of a table, as a disk does."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    leaves = list(below(data, size, root))
    page = leaves[int(part * (len(leaves) - 1))]
    data[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(data)


def below(data: bytearray, size: int, page: int) -> list[int]:
    """The leaves of a b-tree (SQLite, "B-tree Pages")."""
    start = (page - 1) * size
    at = start + (100 if page == 1 else 0)
    if data[at] in (10, 13):
        return [page]
    cells = int.from_bytes(data[at + 3 : at + 5])
    found = []
    for n in range(cells):
        cell = start + int.from_bytes(data[at + 12 + 2 * n : at + 14 + 2 * n])
        found += below(data, size, int.from_bytes(data[cell : cell + 4]))
    return found + below(data, size, int.from_bytes(data[at + 8 : at + 12]))


@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("table", ["entries", "answers", "steps", "frozen", "points", "items"])
def test_what_can_be_read_is_there_and_the_rest_is_named(tmp_path: Path, table: str, part: float) -> None:
    random = Random(0)
    journal = opened(tmp_path / "home", random)
    live(journal, random, 50)
    path = journal.places.store_path
    every = [one.id for one in whole.each_entry(journal.store)]
    journal.store.close()
    spoil(path, table, part)
    with Store.open(path) as store:
        readable = []
        for id_ in every:
            try:
                readable.append(pages.entry(store, id_).id)
            except (GuideError, Unreadable):
                continue
    journal.store = Store.open(path)
    said = take_away.export(journal, str(tmp_path / "t") + "/")
    assert any(line.startswith(words.LEFT_OUT) for line in said), said
    with (tmp_path / "t" / "entries.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["entry"] for row in csv.DictReader(file)] == readable
    if table not in ("points", "items"):
        said = take_away.export(journal, str(tmp_path / "all.md"))
        assert any(line.startswith(words.LEFT_OUT) for line in said), said
    journal.store.close()


def test_json_is_whole_or_not_there_and_says_what_takes_the_rest_along(tmp_path: Path) -> None:
    random = Random(0)
    journal = opened(tmp_path / "home", random)
    live(journal, random, 50)
    path = journal.places.store_path
    spoil(path, "answers", 0.5)
    with pytest.raises(GuideError) as error:
        take_away.export(journal, str(tmp_path / "whole.json"))
    assert error.value.remedy == words.AS_TEXT_REMEDY and not (tmp_path / "whole.json").exists()
    assert words.LEFT_OUT in " ".join(take_away.export(journal, str(tmp_path / "left.md")))
