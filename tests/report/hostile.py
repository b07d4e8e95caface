"""A notebook in which every field holds hostile words, and a pack of which every text is hostile."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from guide import places
from guide.clean import clean
from guide.errors import GuideError
from guide.journal.journal import Journal
from guide.steps import KINDS
from tests.journal.example_life import EXAMPLE
from tests.journal.longest import LAST_DAY, longest, words
from tests.journal.making import Clock
from tests.plain.talking import PACK as KINDS_PACK

TEXTS: Final = (
    "=HYPERLINK(\"http://x.example/\";\"y\");=1+1",
    "ok;=1+1;\t@SUM(A1)\t\"+2;\"-3;  ＝4 漢字漢字漢字漢字漢字漢字漢字",
    "-5;-5\r\n=1\r@x\n+1\u2028-2\x85=3\v=4",
    "<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; &#x3c;",
    "</style></p><iframe src=//x.com> \" ' onmouseover=\"x <!-- x --> <a href=x:y>",
    "[l](javascript:x) ![p](http://a.example/b.png) [r]: //x.com {then} {0} %s",
    "# h | a | b | www.x.com x.com //x.com me@x.com <http://x.com>",
    "1. one **b** _i_ ~~s~~ `c` $m$ {nb} [/ red] [@click=app.quit]y[/] \\",
    "\x1b]52;c;aGk=\x07a\x1b[31mred\x9b0m\x9d0;t\x9cb\x00c\x08\x7fd",
    "\u202egnp.exe\u202c\u2066x\u2069\u200b\ufeff\ud800\U000e0041\ufff9y\u00ad שלום مرحبا - mixed 1-2",
    "Donau" + "x" * 70,
    "> q\n- [ ] t\n---\n```\n    code\n\n| a |\n| - |",
)  # fmt: skip
"""None is longer than the shortest field that most people fill in, so that hardly one is cut."""
ASIDE: Final = "שלוםمرحبا漢字＝"
"""Letters that the PDF's fonts have not."""
SAID: Final = (
    "=1+1;=2", "a;@b", "<b onclick=x>", "<script src=//x.com>", "&lt;i&gt;", "![p](//x.com)", "[l](x:y)", "# x.com", "[/b]",
    "[@click=quit]", "`c` | *", "1. \\", "www.x.com", "-- <!--", "שלום", "\"'>",
)  # fmt: skip
"""What the texts of a pack hold; what the checker refuses (control characters, names in braces) is not among it."""
Frozen = Mapping[str, Any]
_MARK: Final = words(40)[:12]


class Notebook:
    """A journal, and in `typed` which text was typed into which field: `exercise/step/…` -> texts.

    `taken` says what stands for a typed text in a file that the notebook was taken in from.
    """

    def __init__(self, home: Path, texts: tuple[str, ...] = TEXTS) -> None:
        self.home, self.texts, self.clock = home, texts, Clock("2026-10-20T10:00:00")
        self.packs: tuple[Path, ...] = (hostile_pack(home.parent / "pack"), KINDS_PACK)
        self.typed: dict[str, list[str]] = {}
        self.entries: dict[str, set[str]] = {}
        self._order: dict[str, int] = {}
        self.taken: dict[str, str] = {}
        self.journal = Journal.open(places.find(str(home), {}), named=self.packs, clock=self.clock)
        self.journal.store.connection.execute("PRAGMA synchronous=OFF")  # no power cut is tried here

    def live(self, turns: int, further: int = 0) -> None:
        """Go through everything, a day apart; then further on through what has a field that lacks a text."""
        every = [exercise.ref for exercise in self.journal.library.exercises()]
        for turn in range(turns + further):
            for ref in every if turn < turns else self.lacking():
                self._walk(ref, turn)
            self.clock.move(days=1)
        sitting = self.journal.begin("core/then-now")
        sitting.hold(self.texts[0])

    def kept(self, typed: str) -> str:
        """What a text is in the store: cleaned where it was typed; as it was where it came from a file."""
        for token, text in self.taken.items():
            typed = typed.replace(token, text)
        if self.taken:
            return typed.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return clean(typed, lines=False).strip()

    def lacking(self) -> list[str]:
        """Exercises that have a field into which not every text was typed yet."""
        found = (name.rsplit("/", name.count("/") - 1)[0] for name, said in self.typed.items()
                 if len(set(said)) < len(self.texts))  # fmt: skip
        return list(dict.fromkeys(found))

    def _walk(self, ref: str, turn: int) -> None:
        try:
            sitting = self.journal.begin(ref)
        except GuideError:
            return  # it lives on something that is made later
        seen = self.entries.setdefault(sitting.entry, set())
        while True:
            while (step := sitting.view().step) is not None:
                raw = self._raw(step, ref, turn, seen)
                kind = KINDS[step["kind"]]
                asked = not kind.asks or not kind.empty(raw)
                outcome = sitting.give(raw) if asked else sitting.skip()
                assert outcome.kept, (ref, step["id"], outcome)
            if not sitting.more():
                return

    def _raw(self, step: Frozen, ref: str, turn: int, seen: set[str]) -> Any:
        raw = longest(step, turn)
        if step["kind"] == "choice" and step.get("other") and turn % 2:
            raw = {"other": words(200)}
        return self._filled(raw, f"{ref}/{step['id']}", seen)

    def _filled(self, raw: Any, name: str, seen: set[str]) -> Any:
        """The same answer with hostile words in the place of long ones, and a few records in the place of many."""
        if isinstance(raw, dict):
            return {key: self._filled(one, f"{name}/{key}", seen) for key, one in raw.items()}
        if isinstance(raw, list):
            few = raw if len(raw) < 4 or not isinstance(raw[0], dict) else [raw[0], *raw[-2:]]
            return [self._filled(one, name, seen) for one in few]
        if raw == LAST_DAY:
            return "12 October 2026"
        if not isinstance(raw, str) or not raw.startswith(_MARK):
            return raw
        return self._text(len(raw), "\n" in raw, name, seen)

    def _text(self, most: int, lines: bool, name: str, seen: set[str]) -> str:
        """The next text for this field; where there may be several lines, the one after it as well."""
        first = self._order.setdefault(name, len(self._order)) + len(self.typed.setdefault(name, []))
        found = self.texts[first % len(self.texts)]
        if lines:
            found += "\n" + self.texts[(first + 1) % len(self.texts)]
        self.typed[name].append(found[:most])
        seen.add(found[:most])
        return found[:most]


def hostile_pack(folder: Path) -> Path:
    """The example pack, which has a text in every place that takes one, with something hostile before each."""
    folder.mkdir(parents=True, exist_ok=True)
    said = iter(range(10_000))
    for file in sorted(EXAMPLE.glob("*.yaml")):
        tree = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        made = _spoilt(tree, lambda: SAID[next(said) % len(SAID)])
        (folder / file.name).write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return folder


def _spoilt(tree: Any, text: Callable[[], str], key: str = "") -> Any:
    if isinstance(tree, list):
        return [_spoilt(one, text, key) for one in tree]
    if not isinstance(tree, dict):
        return tree
    if "en" in tree:
        room = {"title": 60, "unit": 40}.get(key, 10_000)
        return {"en": f"{text()} {tree['en']}"[:room]}
    return {name: _spoilt(one, text, name) for name, one in tree.items()}


def strings(value: Any) -> Iterator[str]:
    """Every text inside of a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from strings(one)


__all__ = ["ASIDE", "SAID", "TEXTS", "Notebook", "hostile_pack", "strings"]
