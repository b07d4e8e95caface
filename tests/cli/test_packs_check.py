"""`unmuted packs check` as it is typed: folded between words on a terminal, one line a report in a pipe."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path

import pytest

from guide.cli import run

PACK = (Path(__file__).parents[1] / "packs" / "mistakes.yaml").read_text(encoding="utf-8")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    text = PACK.replace("prompt: One", "promt: One").replace("Nowhere. A", "Nowhere: A")
    Path("pack.yaml").write_text(text.replace("track: ease", "track: eese"), encoding="utf-8")
    return tmp_path


def on_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> list[str]:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(
        shutil, "get_terminal_size", lambda fallback=(80, 24): os.terminal_size((columns, 24))
    )
    assert run(["packs", "check", "pack.yaml"]) == 1
    return screen.getvalue().splitlines()


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_on_a_terminal_no_word_and_no_caret_line_breaks(
    broken: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    lines = on_terminal(monkeypatch, columns)
    assert max(map(len, lines)) < columns
    words = " ".join(" ".join(lines).split())
    assert "A text that holds a colon and a space must be in quotes." in words
    assert "A 'short' step has no key 'promt'. Did you mean 'prompt'?" in words
    carets = [number for number, line in enumerate(lines) if line.strip() == "^"]
    assert len(carets) == 3
    marked = [lines[number - 1][lines[number].index("^") :] for number in carets]
    assert [one.startswith(start) for one, start in zip(marked, (": A", "eese", "promt"), strict=True)] == [
        True
    ] * 3


def test_in_a_pipe_every_report_is_one_line(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packs", "check", "pack.yaml"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines[:-1]] == [
        "pack.yaml:24:26",
        "pack.yaml:28:16",
        "pack.yaml:32:9",
    ]
    assert lines[-1] == "3 problems, 0 warnings."


def test_a_file_that_was_read_in_part_is_named_at_the_end(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("pack.yaml").write_text(PACK.replace("prompt: One", 'prompt: "One'), encoding="utf-8")
    assert run(["packs", "check", "."]) == 1
    *_, counts, last = capsys.readouterr().out.splitlines()
    assert counts == "1 problem, 0 warnings."
    assert last.startswith("pack.yaml could be read in part only.")


@pytest.mark.parametrize("command", ["check", "walk", "add", "preview"])
def test_one_exercise_for_a_pack_is_told_in_every_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("outside.yaml").write_text(
        "id: outside\ntitle: Out\nsteps:\n  - {id: a, kind: text, text: Go}\n", encoding="utf-8"
    )
    monkeypatch.setattr(sys, "stdin", io.StringIO("quit\n"))
    home = ["--home", str(tmp_path / "home")]
    assert run(["packs", command, "outside.yaml", *home]) == 1
    out = capsys.readouterr()
    assert "This is one exercise, not a pack. Please name the folder it lies in." in " ".join(
        (out.out + out.err).split()
    )
