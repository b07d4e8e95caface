"""Adding a step kind: what the architecture page lists is all there is to it. The page's own listing is tried out."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from .blocks import DOCS, ROOT, blocks, codes, sections, tables

TEXT: Final = (DOCS / "architecture.md").read_text(encoding="utf-8")
FILES: Final = {
    match[1]: block.text.split("\n", 1)[1]
    for block in blocks(TEXT, "python")
    if (match := re.match(r"# (guide/\S+\.py)\n", block.text))
}
(_TABLE,) = tables(sections(TEXT)["Adding a step kind"])
LINES: Final = {codes(row[0])[0]: codes(row[1])[0] for row in _TABLE[1:]}

PACK: Final = """format: 1
id: starry
version: "1"
title: Starry
language: en
series: {stars: {title: Stars, range: {min: 1, max: 5}}}
progress: [{show: line, series: stars}]
exercises:
  - id: rate
    title: Rate it
    steps:
      - {id: how, kind: stars, prompt: How was it, track: stars}
      - {id: many, kind: text, text: "That is {how}.", when: {answer: how, at_least: 4}}
"""
PLAYED: Final = """
import asyncio, io, sys
from pathlib import Path
from guide import places
from guide.cli.packs import run
from guide.journal.journal import Journal
from guide.journal.progress import progress
from guide.packs.schema import schema
from guide.plain import runner
from tests.ui_steps.host import Host, HostApp

pack, home = Path("pack.yaml"), Path("home")
assert run(["check", str(pack), "--strict"]) == 0
assert run(["walk", str(pack), "-n", "20", "--seed", "1"]) == 0
for right, wrong in (("track", "trak"), ("at_least: 4", "any_of: [4]")):
    pack.with_name("wrong.yaml").write_text(pack.read_text().replace(right, wrong))
    assert run(["check", "wrong.yaml"]) == 1
assert "stars" in str(schema())

journal = Journal.open(places.find(str(home), {}), named=(pack,))
sitting = journal.begin("starry/rate")
assert sitting.give("6").problem == "Please give 1 to 5 stars."
assert sitting.give(5).kept and sitting.view().step["text"] == "That is 5 of 5 stars."
assert sitting.give(None).kept and sitting.ended

out = io.StringIO()
assert runner.run(journal, journal.begin("starry/rate"), io.StringIO("nine\\n2\\n"), out, interactive=False) == 0
assert "Please give 1 to 5 stars." in out.getvalue()

async def by_keyboard():
    sitting = journal.begin("starry/rate")
    app = HostApp(lambda: Host(sitting), "unmuted-dark")
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("4")
        await pilot.pause()
        assert app.host.answered == [4], app.host.answered
        assert sitting.view().step["id"] == "many"

asyncio.run(by_keyboard())
(part,) = [part for part in progress(journal) if part.pack == "starry"]
assert part.data["notes"] == 2, part.data
print("played")
"""


def added(folder: Path) -> Path:
    """A copy of the package with the kind in it, as somebody would add it by hand from the page."""
    skipped = shutil.ignore_patterns("__pycache__")
    for name in ("guide", "exercises"):
        shutil.copytree(ROOT / name, folder / name, ignore=skipped)
    for name, text in FILES.items():
        assert not (folder / name).exists()
        (folder / name).write_text(text, encoding="utf-8")
    for name, line in LINES.items():
        lines = (folder / name).read_text(encoding="utf-8").split("\n")
        (place,) = [number for number, one in enumerate(lines) if one.startswith('    "count"')]
        lines.insert(place + 1, f"    {line}")
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return folder


def touched(folder: Path) -> tuple[list[str], list[str]]:
    """Files that are new in a copy, and files that differ."""
    copies = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    new = [path.as_posix() for path in copies if not (ROOT / path).exists()]
    there = [path for path in copies if (ROOT / path).exists()]
    changed = [
        path.as_posix() for path in there if not filecmp.cmp(folder / path, ROOT / path, shallow=False)
    ]
    return sorted(new), sorted(changed)


def test_three_files_and_three_lines_are_all(tmp_path: Path) -> None:
    folder = added(tmp_path / "copy")
    assert touched(folder) == (sorted(FILES), sorted(LINES))
    assert len(FILES) == len(LINES) == 3
    assert {Path(name).name for name in FILES} == {"stars.py"}
    for name in LINES:
        before, after = ((root / name).read_text(encoding="utf-8").split("\n") for root in (ROOT, folder))
        assert len(after) == len(before) + 1


def test_a_pack_with_it_is_checked_walked_and_played_in_both_fronts(tmp_path: Path) -> None:
    folder = added(tmp_path / "copy")
    (folder / "tests").symlink_to(ROOT / "tests")
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "play.py").write_text(PLAYED, encoding="utf-8")
    env = {
        **os.environ,
        "PYTHONPATH": str(folder),
        "UNMUTED_HOME": str(folder / "home"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "play.py"],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.rstrip().endswith("played")
    assert "Did you mean 'track'?" in done.stdout
    assert "'any_of' does not fit a 'stars' step" in done.stdout


@pytest.mark.parametrize("name", FILES)
def test_the_listing_is_code_as_ours_is(name: str) -> None:
    assert max(map(len, FILES[name].splitlines())) <= 110
    compile(FILES[name], name, "exec")
    assert FILES[name].startswith('"""') and "from __future__ import annotations" in FILES[name]
