"""The page about privacy: the places, files, commands and numbers it names are those of the program."""

from __future__ import annotations

import contextlib
import io
import re
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest

from guide import places, settings
from guide.cli import COMMANDS
from guide.journal import everything
from guide.store import backup, elsewhere, marker, opening, undoing
from guide.ui import commands
from guide.words import changing as words
from tests.journal.making import a_sentence, journal, play

from .blocks import DOCS, codes, sections, tables

TEXT: Final = (DOCS / "privacy.md").read_text(encoding="utf-8")
FLAT: Final = " ".join(TEXT.split())
(PLACES,) = tables(sections(TEXT)["Where everything lies"])
NAMED: Final = {name: row[2] for row in PLACES[1:] for name in codes(row[0])}
CALLS: Final = sorted({one for one in re.findall(r"`unmuted ([^`]*)`", TEXT)})


def lies_in(name: str) -> bool:
    """Whether a file of the folder, by its path in it, has a row on the page."""
    return any(name == one or (one.endswith("/") and name.startswith(one)) for one in NAMED)


def test_every_file_that_the_program_leaves_is_named_and_no_other(tmp_path: Path) -> None:
    opened = journal(tmp_path)
    a_sentence(opened)
    play(opened.begin("signals-and-support"), {"people": [{"name": "Ann"}]})
    settings.keep(opened.places, "theme", "dark")
    running = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*") if one.is_file()}
    opened.close()
    left = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*") if one.is_file()}
    assert {one for one in running | left if not lies_in(one)} == set()
    assert {"unmuted.db", "unmuted.db-wal", "support.txt", "settings.yaml", "last-change"} <= running | left


def test_the_places_are_those_of_the_program(tmp_path: Path) -> None:
    found = places.find(str(tmp_path), {})
    store = found.store_path
    known = [
        store,
        opening.beside(store, "-wal"),
        opening.beside(store, "-shm"),
        store.with_name(marker.NAME),
    ]
    known += [found.support_path, found.rescue_path, found.settings_path]
    names = {one.name for one in known}
    names |= {f"{one.relative_to(tmp_path)}/" for one in (found.backups, found.packs, found.shelf)}
    assert {*NAMED} == names


def test_everything_with_words_goes_and_the_rest_stays(tmp_path: Path) -> None:
    for name in NAMED:
        path = tmp_path / (f"{name}unmuted-2026-11-02.db" if name.endswith("/") else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert everything.delete_everything(places.find(str(tmp_path), {})).clean
    left = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*") if one.is_file()}
    kept = {name for name in NAMED if any(one == name or one.startswith(name) for one in left)}
    assert kept == {name for name, words_ in NAMED.items() if words_ == "no"} - {marker.NAME}


@pytest.mark.parametrize("call", CALLS)
def test_a_command_that_is_named_exists_with_its_options(call: str) -> None:
    name, *rest = call.split()
    assert name in COMMANDS
    said = io.StringIO()
    with contextlib.redirect_stdout(said), pytest.raises(SystemExit):
        import_module(f"guide.cli.{COMMANDS[name][0]}").run(["--help"])
    options = {one for one in rest if one.startswith("--")}
    assert {one for one in options if one not in said.getvalue()} == set()


def test_the_numbers_and_words_are_those_of_the_program() -> None:
    assert f"the last {backup.KEEP};" in FLAT
    assert f"the last {undoing.KEEP} deletions and corrections" in FLAT
    assert f"words of {elsewhere.LEAST} characters or more" in FLAT
    assert f"the word `{words.WORD_EMPTY}`" in FLAT and f"the word `{words.WORD_EVERYTHING}`" in FLAT
    assert "UNMUTED_HOME" in FLAT and places.HOME_VARIABLE == "UNMUTED_HOME"
    assert commands.keys_of("review.trash") == ("t",) and commands.keys_of("review.delete") == ("d",)
    assert commands.keys_of("hide") == ("F8", "ctrl+l")


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (DOCS / target).exists(), target
