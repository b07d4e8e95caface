"""Mutants of valid packs, and bytes that never were one. Everything follows from the seed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PIECES: Final = (
    "", " ", "  ", "\n", "\t", ":", ": ", "- ", "{", "}", "[", "]", ",", "'", '"', "&a ", "*a", "!!str ", "|", ">", "%", "#",
    "? ", "---", "...", "<<: ", "~", "null", "yes", "no", "017", "1:30:45", "2024-13-45", "1e999", "-1", "99999999999", "0x1F",
    "\\e", "\x1b]52;c;aGk=\x07", "\u202e", "\u200d", "\ufeff", "é", "你好", "\x00", "\ud7ff", "{step}", "{item}", "{a.b}", "core/x",
)  # fmt: skip
"""What is put into a file: marks of YAML, values that other readers type, characters that steer a terminal."""
KEYS: Final = (
    "id", "kind", "prompt", "text", "options", "range", "min", "max", "when", "answer", "is", "any_of", "at_least", "all", "not",
    "track", "of", "collect", "keep", "mark", "from", "where", "ask", "record", "items", "rows", "columns", "pick", "own", "series",
    "collections", "markers", "values", "progress", "summary", "suggest", "needs", "uses", "formerly", "more", "in_view", "exercises",
)  # fmt: skip
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z_-]*")


@cache
def bases() -> tuple[str, ...]:
    """Valid packs as single files: one exercise a kind, and the built-in pack written out; small ones come up more often."""
    kinds = (ROOT / "tests" / "plain" / "kinds.yaml").read_text("utf-8")
    core = ROOT / "exercises" / "core"
    lines = []
    for line in (core / "pack.yaml").read_text("utf-8").splitlines():
        name = line.removeprefix("  - ")
        if line.startswith("  - ") and (core / name).is_file():
            lines += ["  -", *("    " + inner for inner in (core / name).read_text("utf-8").splitlines())]
        else:
            lines.append(line)
    return (kinds, kinds, kinds, "\n".join(lines) + "\n")


def mutants(seed: int, count: int) -> Iterator[bytes]:
    """`count` files: most are mutants of valid packs, one in sixteen is random bytes."""
    chance = random.Random(seed)
    texts = bases()
    for number in range(count):
        if number % 16 == 15:
            yield _bytes(chance)
            continue
        text = chance.choice(texts)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 9))):
            text = chance.choice(_CHANGES)(text, chance, texts)
        data = text.encode("utf-8", "surrogatepass")
        if chance.random() < 0.05:
            data = _flipped(data, chance)
        yield data


def _bytes(chance: random.Random) -> bytes:
    size = chance.choice((0, 1, 3, 40, 400, 4000))
    alphabet = chance.choice((None, b"- :\n{}[],'\"&*!|>%#?\t ab1", b"\x00\xff\xfe\xc3\xa9\xed\xa0\x80"))
    return chance.randbytes(size) if alphabet is None else bytes(chance.choices(alphabet, k=size))


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _lines(text: str, chance: random.Random) -> tuple[list[str], int]:
    lines = text.split("\n")
    return lines, chance.randrange(len(lines))


def _drop(text: str, chance: random.Random, texts: tuple[str, ...]) -> str:
    lines, at = _lines(text, chance)
    del lines[at : at + chance.choice((1, 1, 1, 2, 5))]
    return "\n".join(lines)


def _double(text: str, chance: random.Random, texts: tuple[str, ...]) -> str:
    lines, at = _lines(text, chance)
    return "\n".join([*lines[: at + 1], *lines[at : at + chance.choice((1, 1, 3))], *lines[at + 1 :]])


def _swap(text: str, chance: random.Random, texts: tuple[str, ...]) -> str:
    lines, at = _lines(text, chance)
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


def _indent(text: str, chance: random.Random, texts: tuple[str, ...]) -> str:
    lines, at = _lines(text, chance)
    lines[at] = (
        chance.choice(("  ", " ", "\t", "      ")) + lines[at]
        if chance.random() < 0.5
        else lines[at].lstrip()
    )
    return "\n".join(lines)


def _splice(text: str, chance: random.Random, texts: tuple[str, ...]) -> str:
    lines, at = _lines(text, chance)
    others, there = _lines(chance.choice(texts), chance)
    return "\n".join([*lines[:at], *others[there : there + chance.randint(1, 8)], *lines[at:]])


def _insert(text: str, chance: random.Random, texts: tuple[str, ...]) -> str:
    at = chance.randint(0, len(text))
    return (
        text[:at]
        + chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 60))
        + text[at + chance.choice((0, 0, 1, 7)) :]
    )


def _rename(text: str, chance: random.Random, texts: tuple[str, ...]) -> str:
    """A word becomes another that the format knows, or one letter of it goes."""
    words = list(_WORD.finditer(text))
    if not words:
        return text
    found = chance.choice(words)
    word = chance.choice((*KEYS, chance.choice(words)[0], found[0][:-1], found[0] + "s", found[0].upper()))
    return text[: found.start()] + word + text[found.end() :]


def _value(text: str, chance: random.Random, texts: tuple[str, ...]) -> str:
    """What stands after a colon becomes something else."""
    places = [found.end() for found in re.finditer(r": ", text)]
    if not places:
        return text
    at = chance.choice(places)
    end = min((one for mark in ("\n", ",", "}") if (one := text.find(mark, at)) >= 0), default=len(text))
    value = chance.choice(
        (*PIECES, "[]", "{}", "[a, b]", "{a: b}", "x" * 3000, "'" + "y " * 900 + "'", chance.choice(KEYS))
    )
    return text[:at] + value + text[end:]


_CHANGES: Final = (
    _drop,
    _double,
    _swap,
    _indent,
    _splice,
    _insert,
    _insert,
    _rename,
    _rename,
    _value,
    _value,
)
