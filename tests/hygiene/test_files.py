"""Sizes and leftovers: short files, short functions, nothing half done, no path of somebody's machine."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from .repository import ROOT, code, files, short

MOST_LINES = 300
MOST_FUNCTION_LINES = 40
TEXTS = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".tcss", ".cfg", ".json", ".svg", ".sh", ""}
# The folders of a person or a build machine. "~" and "/home/you" are how documentation speaks of one.
MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|Users|mnt|builds|workspace)/[\w.]|/home/(?!you\b)\w|/tmp/\w*brief|\.\./shared\b|[A-Z]:\\Users"
)
HALF_DONE = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


def functions(path: Path) -> list[tuple[str, int]]:
    """Name and length of each function: its lines without decorators and docstring."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            first = node.body[0]
            if ast.get_docstring(node) is not None:
                length -= (first.end_lineno or first.lineno) - first.lineno + 1
            found.append((f"{short(path)}:{node.lineno} {node.name}", length))
    return found


def test_files_are_short() -> None:
    long = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in code()}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_functions_are_short() -> None:
    long = [
        (name, length) for path in code() for name, length in functions(path) if length > MOST_FUNCTION_LINES
    ]
    assert long == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        short(path)
        for path in code()
        if (tree := ast.parse(path.read_text(encoding="utf-8"))).body and not ast.get_docstring(tree)
    ]
    assert silent == []


@pytest.mark.parametrize("pattern", [MACHINE, HALF_DONE], ids=["machine path", "half done"])
def test_no_file_holds(pattern: re.Pattern[str]) -> None:
    found, ours = [], set(code())
    for path in files():
        if path.suffix not in TEXTS or path == Path(__file__).resolve() or "hostile" in path.parts:
            continue
        if pattern is HALF_DONE and path not in ours:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if pattern.search(line):
                found.append(f"{short(path)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_the_patterns_find_what_they_are_for() -> None:
    for line in ("see /" + "work/main/x", "/home/ann/notes", "cat ../shared/a", "/root/.venv"):
        assert MACHINE.search(line)
    for line in ("~/.local/share/unmuted", "/home/you/packs", "https://x.org/work/a", "at work/home"):
        assert not MACHINE.search(line)


def test_no_caches_or_databases_are_in_the_repository() -> None:
    kinds = {".pyc", ".db", ".sqlite", ".log", ".whl"}
    assert [short(path) for path in files() if path.suffix in kinds] == []
    assert (ROOT / ".gitignore").is_file()
