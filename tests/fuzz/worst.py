"""Files of the largest size that is read, each made to cost as much as it can in one way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

SIZE: Final = 512 * 1024
_HEAD: Final = "format: 1\nid: a\nversion: '1'\ntitle: T\nlanguage: en\n"


def worst() -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of each. Those called valid hold about as many values as one file may."""
    for name, text in {**_yaml(), **_packs()}.items():
        yield name, text[:SIZE].encode()
    for name, text in _mended().items():
        yield name, text.encode()[:SIZE].decode(errors="ignore").encode()


def _full(unit: str) -> str:
    return unit * (SIZE // len(unit) + 1)


def _yaml() -> dict[str, str]:
    return {
        "lines of a list": _full("- a\n"),
        "values in brackets": "[" + _full("a,"),
        "brackets in brackets": _full("[[[a,b],[c]],{a: b}],\n"),
        "open brackets": "[" * SIZE,
        "open dashes": _full("- "),
        "keys in braces": "{" + _full("a: b, "),
        "quoted texts": _full('- "a"\n'),
        "escapes": _full('- "\\n\\t"\n'),
        "blocks": _full("- |\n x\n"),
        "one key again and again": _full("a: b\n"),
        "question marks": _full("? a\n: b\n"),
        "maps in a list": _full("- a: b\n  c: d\n"),
        "one long key": "k" * SIZE,
        "one long text": "title: " + _full("x "),
        "directives": _full("%a\n"),
        "anchors": _full("- &a b\n"),
        "aliases": _full("- *a\n"),
        "tags": _full("- !a b\n"),
        "controls": _full('- "\\e"\n'),
    }


def _mended() -> dict[str, str]:
    """Syntax errors behind which the reader looks, in files of the sizes that it still reads anew."""
    step = "      - {id: s, kind: short, prompt: P}\n"
    whole = _HEAD + "exercises:\n  - id: e\n    title: T\n    steps:\n"
    colon = "      - id: s\n        prompt: P: Q\n"
    found = {
        "tabs in every line": _full("\t- a: b\n"),
        "no-break spaces in every line": _full("\u00a0\u00a0a: b\n"),
    }
    for size in (20, 50, 80, 150):
        steps = step * (size * 1024 // len(step))
        found[f"a colon at the end of {size} KiB"] = whole + steps + colon
        found[f"a deep line at the end of {size} KiB"] = whole + steps + "         - id: s\n"
        found[f"colons all over {size} KiB"] = (
            whole + (steps[: len(steps) // 12 // len(step) * len(step)] + colon) * 12
        )
        found[f"quotes that never close in {size} KiB"] = whole + steps + "      - id: 's\n" + steps
        found[f"dashes of another kind in {size} KiB"] = whole + steps.replace("- {", "\u2013 {")
    return found


def _packs() -> dict[str, str]:
    def exercises(steps: str, count: int, name: str = "e") -> str:
        return (
            _HEAD
            + "exercises:\n"
            + "".join(f"  - id: {name}{i}\n    title: T\n    steps:\n{steps}" for i in range(count))
        )

    short = "".join(f"      - {{id: s{n}, kind: short, prompt: P}}\n" for n in range(60))
    options = ", ".join(f"o{n}: text" for n in range(60))
    many = "".join(
        f"      - {{id: s{n}, kind: choices, prompt: P, options: {{{options}}}}}\n" for n in range(6)
    )
    tests = ", ".join("{answer: q, at_least: 3}" for _ in range(50))
    asked = "      - {id: q, kind: scale, prompt: P}\n" + "".join(
        f"      - {{id: s{n}, kind: scale, prompt: P, when: {{any: [{tests}]}}}}\n" for n in range(5)
    )
    slots = "".join(f"      - {{id: s{n}, kind: text, text: '{'{a}' * 600}'}}\n" for n in range(60))
    offers = "".join(f"      - {{id: s{n}, kind: text, text: T, offer: [exercise-{n}]}}\n" for n in range(60))
    words = "".join(
        f"      - {{id: s{n}, kind: text, text: '{'please stop your tablets. ' * 70}'}}\n" for n in range(60)
    )
    return {
        "keys nobody knows": _HEAD + "".join(f"keyy{n:05}: v\n" for n in range(40000)),
        "keys of a map": "".join(f"k{n}: v\n" for n in range(60000)),
        "valid steps": exercises(short, 125),
        "valid options": exercises(many, 76),
        "valid conditions": exercises(asked, 38),
        "slots that name nothing": exercises(slots, 4),
        "offers that name nothing": exercises(offers, 100, "exercise-x"),
        "words to look twice at": exercises(words, 4),
    }
