"""The built-in pack is a pack like any other: no code speaks of its exercises or steps by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from guide.steps import KINDS

from .repository import CORE, GUIDE, ROOT

# Words of the pack format itself, which a pack may also use as ids of its own.
FORMAT = set(KINDS) | {"cannot-tell", "no-occasion", "not-reached", "quick-log", "got-through", "help-now"}
DECLARED = ("series", "collections", "markers", "values", "doors")


def core() -> Iterator[dict[str, Any]]:
    """pack.yaml first, then each exercise."""
    pack = yaml.safe_load((CORE / "pack.yaml").read_text(encoding="utf-8"))
    yield pack
    for entry in pack["exercises"]:
        yield entry if isinstance(entry, dict) else yaml.safe_load((CORE / entry).read_text(encoding="utf-8"))


def named() -> set[str]:
    """Ids of exercises, and every id with a hyphen, which no ordinary word of the code can be."""
    pack, *exercises = core()
    inner = {name for part in DECLARED for name in pack.get(part, {})}
    inner |= {step["id"] for exercise in exercises for step in exercise["steps"]}
    return ({exercise["id"] for exercise in exercises} | {name for name in inner if "-" in name}) - FORMAT


def test_the_ids_are_found() -> None:
    assert len(named()) >= 5 and any("-" in name for name in named())


def speaking(path: Path, ids: set[str], root: Path = ROOT) -> list[str]:
    """Lines with an id: a hyphenated one as a whole word, another one only in quotes, as code holds it."""
    words = "|".join(map(re.escape, sorted(name for name in ids if "-" in name)))
    quoted = "|".join(map(re.escape, sorted(name for name in ids if "-" not in name))) or "(?!)"
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])|[\"'/](?:{quoted})[\"']")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        f"{path.relative_to(root).as_posix()}:{number}: {found.group()}"
        for number, line in enumerate(lines, 1)
        if (found := pattern.search(line))
    ]


def test_no_file_of_the_program_names_an_id_of_the_built_in_pack() -> None:
    ids = named()
    paths = [path for path in GUIDE.rglob("*") if path.suffix in (".py", ".tcss", ".yaml")]
    found = [line for path in paths if "_exercises" not in path.parts for line in speaking(path, ids)]
    assert found == []


def test_an_id_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    file.write_text(
        'a = "two-words"\nb = "core/one"\nc = "one"\nd = one\n# many-two-words\n', encoding="utf-8"
    )
    found = [line.partition(":")[2] for line in speaking(file, {"two-words", "one"}, tmp_path)]
    assert found == ["1: two-words", '2: /one"', '3: "one"']
