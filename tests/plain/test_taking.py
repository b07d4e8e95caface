"""Taking it away in lines: the words export, import and backup at home."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.plain import taking
from guide.store import pages
from guide.words import taking as words

from .talking import at_home, opened, seeded


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def flat(text: str) -> str:
    return " ".join(text.split())


def test_export_asks_where_and_replaces_only_what_is_named_again(home: Path, here: Path) -> None:
    journal = seeded(home)
    code, said = at_home(journal, ["", "export", "", "export", "", "back", "quit"])
    assert code == 0 and (here / "notebook.json").is_file()
    assert words.REPLACE_LINE in flat(said) and words.NOTHING_WRITTEN in flat(said)
    before = (here / "notebook.json").stat().st_ino
    _, said = at_home(journal, ["export", "", "", "export", "a.txt", "tables/", "export", "all.md", "quit"])
    assert (here / "notebook.json").stat().st_ino != before
    assert (here / "tables" / "answers.csv").is_file() and (here / "all.md").is_file()
    assert words.NO_FORM in flat(said)


def test_import_and_a_backup_to_go_back_to(home: Path, here: Path) -> None:
    at_home(seeded(home / "other"), ["", "export", "", "quit"])
    journal = opened(home)
    _, said = at_home(journal, ["", "import", "", "import", "none.json", "import", "notebook.json", "quit"])
    assert words.NOTHING_CHANGED in said and "There is no file" in said and words.NEW[1].format(n=2) in said
    assert len(pages.page(journal.store)) == 2
    _, said = at_home(journal, ["backup", "restore 9", "restore 1", "", "backup", "restore 1", "yes", "quit"])
    assert words.NOT_RESTORED in said and "Restored:" in said
    assert len(pages.page(journal.store)) == 2


def test_what_takes_long_says_how_far_it_is_in_lines_of_its_own(
    home: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(seeded(home / "other"), ["", "export", "", "quit"])
    _, said = at_home(opened(home), ["", "import", "notebook.json", "quit"])
    assert words.READING not in said, "nothing is said of what takes a moment"
    monkeypatch.setattr(taking, "_PATIENCE", -1.0)
    _, said = at_home(
        opened(home), ["import", "notebook.json", "export", "", "", "backup", "restore 1", "y", "quit"]
    )
    for doing in (words.READING, words.WRITING, words.RESTORING):
        told = [line for line in said.split("\n") if line.startswith(doing)]
        assert told and all(line.endswith(" %") for line in told), doing
    assert "\r" not in said
