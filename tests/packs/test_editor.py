"""Writing a pack in an editor: the real YAML language server underlines mistakes and offers what fits.

It is started once for this module. Nothing is waited for by the clock: each text is answered by the server.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.packs import scaffold, schema
from guide.packs.discover import built_in
from guide.steps import KINDS

from .editor import ROOT, Editor, lacking

EVERY_KIND = ROOT / "tests" / "plain" / "kinds.yaml"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    reason = lacking()
    if reason:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("editor")
    (folder / schema.FILE).write_text(schema.text(), encoding="utf-8")
    made = Editor(folder)
    yield made
    made.close()


def titled(text: str) -> str:
    """The text with the line on top by which the server finds the schema."""
    return text if text.startswith(schema.COMMENT) else f"{schema.COMMENT}\n{text}"


VALID = [
    *sorted(built_in().glob("*.yaml")),
    EVERY_KIND,
    *(scaffold.TEMPLATE / name for name in scaffold.FILES),
]


@pytest.mark.parametrize("file", VALID, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_nothing_is_underlined_in_a_pack_that_is_right(editor: Editor, file: Path) -> None:
    """First with a mistake in it, so that silence means that the schema was found and has nothing to say."""
    name = f"{file.parent.name}-{file.name}"
    text = titled(file.read_text(encoding="utf-8"))
    assert [said for _, said in editor.underlined(name, text + "zz: 5\n")] == ["Property zz is not allowed."]
    assert editor.underlined(name, text) == []


EXERCISE = """id: trial
title: Trial
steps:
  - id: one
    kind: choice
    prompt: Which
    options: {a: A, b: B}
  - id: two
    kind: scale
    prompt: How much
    range: {min: 0, max: 10}
    when: {answer: one, is: a}
"""
MISTAKES = [
    ("a misspelt key", "    prompt: How much", "    promt: How much", 11, "Property promt is not allowed"),
    ("a misspelt key on top", "title: Trial", "title: Trial\nminuets: 3", 4, "Property minuets is not allowed"),
    ("an unknown kind", "kind: scale", "kind: scle", 10, "Valid values:.*\"scale\""),
    ("a key of another kind", "range:", "options:", 12, "Property options is not allowed"),
    ("a wrong type", "max: 10", "max: many", 12, "must be a whole number from 1 to 100"),
    ("a number that is too large", "max: 10", "max: 1000", 12, "1000|100"),
    ("a list for words", "prompt: Which", "prompt: [a, b]", 7, "must be text"),
    ("an id with capitals", "id: two", "id: Two", 9, "lower-case letters"),
    ("a missing key", "    options: {a: A, b: B}\n", "", 5, 'Missing property "options"'),
    ("a missing key on top", "title: Trial\n", "", 2, 'Missing property "title"'),
    ("a formula", "{answer: one, is: a}", "one == a", 13, "A condition is written as"),
    ("an unknown test", "is: a}", "equals: a}", 13, "Property equals is not allowed"),
    ("no test", "{answer: one, is: a}", "{answer: one}", 13, "lacks a test"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong", "line", "message"), [one[1:] for one in MISTAKES], ids=[one[0] for one in MISTAKES]
)
def test_a_mistake_is_underlined_at_its_line_and_gone_when_mended(
    editor: Editor, right: str, wrong: str, line: int, message: str
) -> None:
    name = "mistake.yaml"
    assert EXERCISE.count(right) == 1
    found = editor.underlined(name, titled(EXERCISE.replace(right, wrong)))
    assert line in [place for place, _ in found], found
    assert any(re.search(message, said) for place, said in found if place == line), found
    assert {place for place, _ in found} <= {line, line - 2, line - 1}, "nothing else is underlined"
    assert editor.underlined(name, titled(EXERCISE)) == []


def test_a_pack_with_a_mistake_in_its_declarations_is_underlined(editor: Editor) -> None:
    text = (scaffold.TEMPLATE / "pack.yaml").read_text(encoding="utf-8")
    wrong = text.replace("range: {min: 0,", "range: {mim: 0,")
    line = 1 + text[: text.index("range: {min: 0,")].count("\n")
    assert [place for place, _ in editor.underlined("declared.yaml", wrong)] == [line]


def test_completion_offers_every_kind_with_what_it_is(editor: Editor) -> None:
    text = titled(EXERCISE + "  - id: three\n    kind: \n")
    editor.underlined("kinds.yaml", text)
    line = text.count("\n")
    offered = {one["label"]: one.get("documentation") for one in editor.offered("kinds.yaml", line, 11)}
    assert set(offered) == set(KINDS)
    assert all(offered.values())


def test_completion_offers_the_keys_of_the_kind_and_no_others(editor: Editor) -> None:
    text = titled(EXERCISE + "    \n")
    editor.underlined("keys.yaml", text)
    offered = {one["label"] for one in editor.offered("keys.yaml", text.count("\n"), 5)}
    assert {"track", "numb", "help"} <= offered
    assert not {"options", "record", "kind", "prompt"} & offered


def test_completion_offers_whole_steps(editor: Editor) -> None:
    text = titled(EXERCISE + "  - \n")
    editor.underlined("whole.yaml", text)
    offered = {
        one["label"]: one.get("insertText", "") for one in editor.offered("whole.yaml", text.count("\n"), 5)
    }
    assert {f"kind: {name}" for name in KINDS} <= set(offered)
    assert re.search(r"kind: choice.*id: .*prompt: .*options:", offered["kind: choice"], re.DOTALL)


def test_hovering_says_what_a_key_is_for(editor: Editor) -> None:
    editor.underlined("hover.yaml", titled(EXERCISE))
    assert "decides which other keys there are" in editor.said("hover.yaml", 6, 6)
    assert "only under a condition" in editor.said("hover.yaml", 13, 6)


def test_a_new_file_may_still_become_a_pack_or_an_exercise(editor: Editor) -> None:
    found = editor.underlined("new.yaml", titled("id: x\n\n"))
    assert any("an exercise id, title and steps" in said for _, said in found)
    offered = {one["label"] for one in editor.offered("new.yaml", 3, 1)}
    assert {"format", "exercises", "steps"} <= offered


# The step of the set-up that brings the language server.

VERSION = re.findall(
    r"^EDITOR_VERSION := (\S+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
)[0]
needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def set_up(place: Path, npm: str | None) -> subprocess.CompletedProcess[str]:
    """Run that step alone in a bare folder, with a stand-in for npm or with none."""
    shutil.copy(ROOT / "Makefile", place / "Makefile")
    (place / "pyproject.toml").touch()
    tools = place / "tools"
    tools.mkdir()
    for name in ("sh", "mkdir", "cat", "rm", "touch", "test"):
        found = shutil.which(name)
        if found is not None:
            (tools / name).symlink_to(found)
    if npm is not None:
        (tools / "npm").write_text(f"#!/bin/sh\n{npm}\n", encoding="utf-8")
        (tools / "npm").chmod(stat.S_IRWXU)
    goal = "--old-file=.venv/.tools", f".venv/.editor-{VERSION}"
    kept = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL")}
    return subprocess.run(
        [str(shutil.which("make")), *goal],
        cwd=place,
        env={**kept, "PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )


@needs_make
def test_setting_up_goes_on_without_npm(tmp_path: Path) -> None:
    run = set_up(tmp_path, None)
    assert run.returncode == 0, run.stderr
    assert not (tmp_path / ".venv" / f".editor-{VERSION}").exists()


@needs_make
def test_setting_up_goes_on_when_npm_cannot_install(tmp_path: Path) -> None:
    run = set_up(tmp_path, "exit 1")
    assert run.returncode == 0, run.stderr
    assert "skipped" in run.stdout + run.stderr
    assert not (tmp_path / ".venv" / f".editor-{VERSION}").exists(), "the next run tries again"


@needs_make
def test_the_language_server_is_pinned_and_runs_no_scripts(tmp_path: Path) -> None:
    run = set_up(tmp_path, 'echo "$@" > asked; exit 0')
    assert run.returncode == 0, run.stderr
    asked = (tmp_path / "asked").read_text(encoding="utf-8")
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)
    assert f"yaml-language-server@{VERSION}" in asked and "--ignore-scripts" in asked
    assert (tmp_path / ".venv" / f".editor-{VERSION}").exists()
