"""Help now printed by itself in line mode: by a step that says so, in a pipe as well, once a sitting."""

from __future__ import annotations

import io
from pathlib import Path

from guide import places
from guide.journal.preview import Preview
from guide.plain import preview as plain_preview
from guide.plain.console import Console
from guide.words import help_now as said
from tests.ui.test_opens import OPENING

from .talking import opened, talk


def folder(place: Path) -> Path:
    made = place / "opening"
    made.mkdir()
    (made / "pack.yaml").write_text(OPENING, encoding="utf-8")
    return made


def test_the_page_is_printed_before_the_text_and_once(tmp_path: Path) -> None:
    journal = opened(tmp_path / "home", packs=(folder(tmp_path),))
    code, shown = talk(journal, "hard", ["u", "", "back", "", "pause"])
    assert code == 0
    assert shown.count(said.TITLE + "\n") == 1
    assert shown.count("Being safe comes first.") == 2
    assert shown.index(said.DIRECTORY[1]) < shown.index("Being safe comes first.")


def test_another_answer_prints_nothing(tmp_path: Path) -> None:
    journal = opened(tmp_path / "home", packs=(folder(tmp_path),))
    assert said.DIRECTORY[1] not in talk(journal, "hard", ["1", "y", ""])[1]


def test_a_pipe_prints_it_as_well(tmp_path: Path) -> None:
    journal = opened(tmp_path / "home", packs=(folder(tmp_path),))
    code, shown = talk(journal, "hard", ["u", "", "y"], interactive=False)
    assert code == 0 and said.DIRECTORY[1] in shown


def test_a_preview_prints_it_and_says_that_nothing_is_kept(tmp_path: Path) -> None:
    preview = Preview(places.find(str(tmp_path / "home"), {}), folder(tmp_path))
    out = io.StringIO()
    plain_preview.run(preview, Console(io.StringIO("u\n\ny\n"), out, interactive=False), "hard")
    preview.close()
    assert " ".join(said.HEAD_PREVIEW[1].split()) in " ".join(out.getvalue().split())
