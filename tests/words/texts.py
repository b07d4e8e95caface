"""The texts that a person reads: every string of the built-in pack, of the program's own words, and the documents."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
CORE: Final = ROOT / "exercises" / "core"
WORDS: Final = ROOT / "guide" / "words"

MODULES: Final = tuple(sorted(path.stem for path in WORDS.glob("*.py") if path.stem != "__init__"))

DATA: Final = {
    "unsafe.WORDS",
    "notices.MEDICINE_WORDS",
    "notices.MEDICINE_STEMS",
    "notices.MEDICINE_OTHERWISE",
    "nudges.FIRST_PERSON",
    "nudges.ACT_VERBS",
    "nudges.STATE_VERBS",
    "nudges.STATE_ADJECTIVES",
    "nudges.CONTRAST_WORDS",
    "nudges.FREQUENCY_WORDS",
    "nudges.SITUATION_WORDS",
    "nudges.ABSENCE_WORDS",
    "nudges.TRAIT_WORDS",
    "nudges.DISCOUNT_WORDS",
}
"""Lists that a person's words are held against: nobody reads them, so no lint looks at them."""

PROSE: Final = ("prompt", "help", "text", "why", "purpose")


def exercises() -> dict[str, dict[str, Any]]:
    """Exercise id -> the exercise, for every file of the built-in pack but `pack.yaml`."""
    read = (
        yaml.safe_load(path.read_text("utf-8")) for path in sorted(CORE.glob("*.yaml")) if path.stem != "pack"
    )
    return {exercise["id"]: exercise for exercise in read}


def pack() -> dict[str, Any]:
    """The declarations of the built-in pack."""
    read: dict[str, Any] = yaml.safe_load((CORE / "pack.yaml").read_text("utf-8"))
    return read


def strings(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """(place, text) for every string inside a value. Titles of works that are cited are not ours."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "cite":
                yield from strings(inner, f"{where}.{key}")
    elif isinstance(value, (list, tuple, set, frozenset)):
        for index, inner in enumerate(value):
            yield from strings(inner, f"{where}[{index}]")


def module_strings() -> Iterator[tuple[str, str]]:
    """(place, text) for every public constant of the program's own words that a person reads."""
    for name in MODULES:
        module = importlib.import_module(f"guide.words.{name}")
        for constant, value in vars(module).items():
            place = f"{name}.{constant}"
            if constant.isupper() and not constant.startswith("_") and place not in DATA:
                yield from strings(value, place)


def everything() -> list[tuple[str, str]]:
    """All texts: pack, exercises, the program's own words."""
    core = strings(pack(), "pack")
    steps = (pair for name, one in exercises().items() for pair in strings(one, name))
    return [*core, *steps, *module_strings()]


_FENCE: Final = re.compile(r"^ *(```|~~~).*?^ *\1", re.MULTILINE | re.DOTALL)
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def documents() -> list[Path]:
    """What stands beside the program for people to read."""
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def document_prose(text: str) -> list[str]:
    """The paragraphs, list entries and cells of a Markdown text that are ours to word.

    Left out: blocks of code, words in backticks (bad examples stand in those too), rows of tables that hold
    such words (tables of commands, of wrong and right), comments, and the addresses of links.
    """
    text = re.sub(r"<!--.*?-->", " ", _FENCE.sub(" ", text), flags=re.DOTALL)
    rows = [line for line in text.split("\n") if not (line.startswith("|") and "`" in line)]
    text = _LINK.sub(r"\1", re.sub(r"`[^`]*`", " ", "\n".join(rows)))
    blocks = re.split(r"\n\s*\n|\n\s*(?:[-*]|\d+\.) |\n(?=#)|\|", text)
    return [prose for block in blocks if (prose := " ".join(block.split()).strip("# -:"))]


def step_prose(step: dict[str, Any]) -> str:
    """What stands on the screen when a step is reached: its prompt or text, and the help beneath."""
    return " ".join(str(step[key]) for key in ("prompt", "text", "help") if key in step)


def running_text(exercise: dict[str, Any]) -> str:
    """The prose of an exercise as one text, every piece closed with a stop; no options and no citations."""
    pieces: list[str] = []

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in PROSE and isinstance(inner, str):
                    pieces.append(closed(inner))
                elif key not in ("options", "rows", "columns", "ways"):
                    collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect(exercise)
    return " ".join(pieces)


def closed(text: str) -> str:
    """A piece of prose with a stop at its end, so that two pieces are not read as one sentence."""
    text = " ".join(text.split())
    return text if text.endswith((".", "?", ":")) else text + "."
