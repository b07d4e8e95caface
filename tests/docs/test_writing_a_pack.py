"""Writing a pack: every example in it is one that the check finds nothing in, and every command exists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from guide.cli import COMMANDS
from guide.cli.packs import ACTIONS, run
from guide.packs.check import check
from guide.packs.load import Report
from guide.packs.scaffold import FILES, TEMPLATE
from guide.steps import KINDS

from .blocks import DOCS, Block, blocks, codes, sections, tables

DOC: Final = DOCS / "writing-a-pack.md"
TEXT: Final = DOC.read_text(encoding="utf-8")
YAML: Final = blocks(TEXT, "yaml")
OUTSIDE: Final = """
- id: where
  kind: choice
  prompt: Where could you go today
  options: {street: Down the street and back, window: Nowhere today}
- {id: did, kind: choices, prompt: What was there, options: {walk: a walk, stairs: stairs}}
- {id: seen, kind: short, prompt: One thing you saw}
- {id: body, kind: grid, prompt: Today, rows: {legs: legs}, columns: {same: much the same, less: less}}
"""
"""The steps of the exercise that the examples speak of."""


def of(word: str) -> list[Block]:
    return [block for block in YAML if block.word == word]


def named(blocks: list[Block]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("block", blocks, ids=[f"line {block.line}" for block in blocks])


def parts(*names: str) -> dict[str, Any]:
    """The declarations that the document's examples stand on, as it makes them itself."""
    found: dict[str, Any] = {}
    for block in of("part"):
        found |= yaml.load(block.text, Loader=yaml.BaseLoader)
    return {key: value for key, value in found.items() if not names or key in names}


def written(folder: Path, declarations: Mapping[str, Any], files: Mapping[str, str]) -> list[Report]:
    """Everything the check reports for a pack of these declarations and exercises."""
    head = {"format": "1", "id": "example", "version": "1", "title": "Example", "language": "en"}
    pack = {**head, **declarations, "exercises": list(files)}
    (folder / "pack.yaml").write_text(yaml.safe_dump(pack, allow_unicode=True), encoding="utf-8")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return check(folder).reports


def exercise(name: str, steps: str) -> str:
    return f"id: {name}\ntitle: Example\ndoor: outside\nsteps:\n{steps}"


DECLARED: Final = parts("sources", "doors", "series", "collections", "markers", "values")


# -- examples -----------------------------------------------------------------------------------------------


def test_every_block_says_what_it_is() -> None:
    assert {block.word for block in YAML} == {"pack", "part", "exercise", "steps"}
    assert len(of("pack")) >= 2 and len(of("steps")) >= len(KINDS)


@named(of("pack"))
def test_a_whole_pack_is_clean_as_it_stands(block: Block, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(block.text, encoding="utf-8")
    assert check(tmp_path).reports == []


def test_the_report_it_shows_is_the_real_one(tmp_path: Path) -> None:
    text = of("pack")[0].text.replace("prompt: Where", "promt: Where")
    (tmp_path / "pack.yaml").write_text(text, encoding="utf-8")
    (report,) = check(tmp_path).reports
    shown = f"small-steps/pack.yaml:{report.line}:{report.col}: {report.message}"
    assert f"`{shown}`" in " ".join(TEXT.split())


def reported(folder: Path, name: str, text: str) -> list[Report]:
    """What is said about one fragment; declarations that it does not use are no fault of it."""
    files = {"fragment.yaml": text} | (
        {} if name == "outside" else {"outside.yaml": exercise("outside", OUTSIDE)}
    )
    found = written(folder, DECLARED, files)
    return [one for one in found if one.file.endswith("fragment.yaml") or not one.warning]


@named(of("steps"))
def test_steps_are_clean(block: Block, tmp_path: Path) -> None:
    assert reported(tmp_path, "example", exercise("example", block.text)) == []


@named(of("exercise"))
def test_an_exercise_is_clean(block: Block, tmp_path: Path) -> None:
    name = yaml.load(block.text, Loader=yaml.BaseLoader)["id"]
    assert reported(tmp_path, name, block.text) == []


def test_all_of_it_together_is_one_pack_without_a_single_remark(tmp_path: Path) -> None:
    """Every declaration of the document is used by its examples, and fed by them."""
    files = {"outside.yaml": exercise("outside", OUTSIDE)}
    files |= {
        f"steps-{block.line}.yaml": exercise(f"steps-{block.line}", block.text) for block in of("steps")
    }
    files |= {
        f"whole-{block.line}.yaml": block.text
        for block in of("exercise")
        if "\nid: outside" not in f"\n{block.text}"
    }
    assert written(tmp_path, parts(), files) == []


def test_a_fragment_with_a_mistake_would_be_found(tmp_path: Path) -> None:
    assert reported(
        tmp_path, "example", exercise("example", "- {id: a, kind: choice, promt: A, options: {b: B}}\n")
    )
    assert reported(
        tmp_path, "example", exercise("example", "- {id: a, kind: scale, prompt: A, track: nothing}\n")
    )


STEP: Final = """- id: what
  kind: short
  prompt: What
- id: it
  kind: choice
"""
PROMPT: Final = "  prompt: P\n"
OPTIONS: Final = "  options: {a: A, b: B}\n"


def with_line(line: str) -> str:
    """Steps with a cell of the table where it belongs: a prompt, options, a switch, or a whole step in braces."""
    if line.startswith("{prompt"):
        return f"{STEP}{PROMPT}{OPTIONS}- {{id: more, kind: short, {line[1:]}\n"
    if line.startswith(("options:", '{"yes')):
        return f"{STEP}{PROMPT}  options: {line.removeprefix('options: ')}\n"
    return f"{STEP}{OPTIONS}  {line}\n" + (PROMPT if line.startswith("optional") else "")


def test_the_traps_of_yaml_are_as_the_table_says(tmp_path: Path) -> None:
    """What is 'refused' is, and what to write instead is not."""
    (table,) = tables(sections(TEXT)["YAML, as far as you need it"])
    rows = [
        (codes(row[0])[0], row[1], codes(row[2])[0]) for row in table[1:] if codes(row[0]) and codes(row[2])
    ]
    tried = [row for row in rows if not row[0].startswith("version")]
    assert len(tried) >= 7
    for wrong, what, right in tried:
        for line, refused in ((wrong, what.startswith("refused")), (right, False)):
            found = [
                one for one in reported(tmp_path, "", exercise("example", with_line(line))) if not one.warning
            ]
            assert bool(found) is refused, (line, found)


@pytest.mark.parametrize(
    "line", ["\tprompt: P", "prompt: P\n  prompt: P", "prompt: &name P", "<<: {prompt: P}", "prompt: !tag P"]
)
def test_the_traps_that_have_no_line_of_their_own(tmp_path: Path, line: str) -> None:
    assert reported(tmp_path, "", exercise("example", with_line(line)))


# -- commands -----------------------------------------------------------------------------------------------


def commands() -> Iterator[list[str]]:
    for block in blocks(TEXT, "console"):
        for line in block.text.splitlines():
            assert line.startswith("$ unmuted "), line
            yield line.removeprefix("$ unmuted ").split()


def test_the_ten_minutes_go_the_same_way_from_the_template_and_from_an_empty_file() -> None:
    text = TEXT.split("## Ten minutes")[1].split("\n## ")[0]
    templates = [(TEMPLATE / name).read_text(encoding="utf-8") for name in FILES]
    (named,) = re.findall(r"unmuted do small-steps/(\S+)", text)
    for body in (*(block.text for block in blocks(text, "yaml")), *templates[1:]):
        assert re.search(rf"^(?:  - )?id: {named}\b", body, re.MULTILINE), body
    assert "`.venv/bin/unmuted`" in text and '`make run ARGS="packs new small-steps"`' in text


def test_every_command_exists_with_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    seen = set()
    for name, *rest in commands():
        assert name in COMMANDS
        if name != "packs":
            continue
        action, *words = rest
        seen.add(action)
        assert action in ACTIONS
        with pytest.raises(SystemExit):
            run([action, "--help"])
        said = capsys.readouterr().out
        assert [word for word in words if word.startswith("-") and word not in said] == []
    assert seen == set(ACTIONS)
