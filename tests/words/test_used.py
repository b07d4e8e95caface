"""Every constant of words is used by the program: a sentence that nobody can meet is nobody's to keep true."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from .texts import MODULES, ROOT, WORDS

NOT_SHOWN = {("nudges", "NAMES")}
"""Names that documents and tests go by."""


def constants(module: str) -> Iterator[str]:
    for node in ast.parse((WORDS / f"{module}.py").read_text("utf-8")).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Assign):
            yield from (one.id for one in node.targets if isinstance(one, ast.Name))


def used(path: Path) -> Iterator[tuple[str, str]]:
    """(module of words, constant) for each that a file reads."""
    tree = ast.parse(path.read_text("utf-8"))
    called: dict[str, str] = {path.stem: path.stem} if path.parent == WORDS else {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "guide.words":
            called |= {one.asname or one.name: one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and str(node.module).startswith("guide.words."):
            yield from ((str(node.module).rpartition(".")[2], one.name) for one in node.names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in called:
            yield called[node.value.id], node.attr
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and path.parent == WORDS:
            yield path.stem, node.id


def test_every_constant_of_words_is_used() -> None:
    everywhere = {found for path in (ROOT / "guide").rglob("*.py") for found in used(path)}
    known = {(module, name) for module in MODULES for name in constants(module)} - {
        (module, "TYPE_CHECKING") for module in MODULES
    }
    assert len(known) > 500
    assert sorted(known - everywhere - NOT_SHOWN) == []
