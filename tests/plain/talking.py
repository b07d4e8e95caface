"""A conversation with line mode: typed lines in, a transcript out, and what the store holds afterwards."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from guide import places
from guide.journal import look
from guide.journal.journal import Journal
from guide.plain import runner
from guide.store import pages
from guide.store.records import Stamp

PACK = Path(__file__).with_name("kinds.yaml")


class Killed(BaseException):
    """The process goes away at this very moment."""


class Typist(io.TextIOBase):
    """Types lines one at a time and shows them in the transcript, as a terminal does; without `echo` only
    that a line was typed.

    `before` is called ahead of every line with the lines typed so far; at the end `killed` raises Killed
    in the place of the end of input.
    """

    def __init__(
        self,
        lines: Iterable[str],
        out: io.StringIO | None = None,
        *,
        echo: bool = True,
        before: Callable[[list[str]], None] | None = None,
        killed: bool = False,
    ) -> None:
        self._lines: Iterator[str] = iter(list(lines))
        self._out, self._echo, self._before, self._killed = out, echo, before, killed
        self.typed: list[str] = []

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        if self._before is not None:
            self._before(self.typed)
        line = next(self._lines, None)
        if line is None:
            if self._killed:
                raise Killed
            return ""
        self.typed.append(line)
        if self._out is not None:
            self._out.write((line if self._echo else "") + "\n")
        return line + "\n"


class Ticking:
    """A clock that moves on a second each time it is read."""

    def __init__(self) -> None:
        self.second = 0

    def __call__(self) -> Stamp:
        self.second += 1
        return Stamp(f"2026-11-23T19:{self.second // 60 % 60:02}:{self.second % 60:02}Z")


def opened(home: Path, *, packs: tuple[Path, ...] = (PACK,)) -> Journal:
    """A journal on disk in this folder, with the pack of every kind."""
    return Journal.open(places.find(str(home), {}), named=packs, clock=Ticking())


def seeded(home: Path) -> Journal:
    """A journal in which two facts, a sentence, a number and two measures stand already."""
    journal = opened(home)
    code, _ = talk(
        journal, "seed", ["rang my sister on Tuesday", "went to the meeting", "", "skip", "1", "", ""]
    )
    assert code == 0
    code, _ = talk(journal, "seed-more", ["20", "walks", "0", "7", "calls", "1", "4", "", ""])
    assert code == 0
    return journal


def talk(
    journal: Journal,
    exercise: str,
    lines: Iterable[str],
    *,
    interactive: bool = True,
    echo: bool = True,
    before: Callable[[list[str]], None] | None = None,
    killed: bool = False,
) -> tuple[int, str]:
    """Walk an exercise with these lines; the exit code and the transcript."""
    out = io.StringIO()
    typist = Typist(lines, out if interactive else None, echo=echo, before=before, killed=killed)
    try:
        code = runner.run(journal, journal.begin(exercise), typist, out, interactive=interactive)  # type: ignore[arg-type]
    except Killed:
        code = -9
    return code, out.getvalue()


def at_home(journal: Journal, lines: Iterable[str], *, interactive: bool = True) -> tuple[int, str]:
    """The plain home screen with these lines; the exit code and the transcript."""
    out = io.StringIO()
    typist = Typist(lines, out)
    code = runner.home(journal, typist, out, interactive=interactive)  # type: ignore[arg-type]
    return code, out.getvalue()


def stored(journal: Journal, exercise: str, step: str = "it") -> list[tuple[str, Any]]:
    """(state, value) of every answer to a step of the newest entry of an exercise, oldest first."""
    record = newest(journal, exercise)
    return [
        (answer.state, answer.value) for one in record.steps if one.step == step for answer, _ in one.answers
    ]


def newest(journal: Journal, exercise: str) -> Any:
    """The newest entry of an exercise, ended or not."""
    rows = [row for row in journal.drafts() if row.exercise.endswith(f"/{exercise}")]
    rows = rows or [row for row in look.entries(journal) if row.exercise.endswith(f"/{exercise}")]
    return pages.entry(journal.store, rows[0].id)


def waiting_at(journal: Journal, exercise: str) -> str:
    """The step at which the draft of an exercise goes on."""
    step = journal.begin(exercise).view().step
    return "" if step is None else str(step["id"])


def nameless(value: Any) -> Any:
    """A value without the ids and times that differ from run to run; ids that are keys get numbers."""
    if isinstance(value, dict):
        keys = {key: f"item {n}" if len(key) == 32 else key for n, key in enumerate(value, 1)}
        left_out = ("item", "at", "evidence", "revises")
        return {keys[key]: nameless(one) for key, one in value.items() if key not in left_out}
    return [nameless(one) for one in value] if isinstance(value, (list, tuple)) else value


KINDS: dict[str, tuple[list[str], list[str]]] = {
    "a-text": ([], [""]),
    "a-choice": ([], ["2"]),
    "a-choices": ([], ["1, b"]),
    "a-yes-no": ([], ["y"]),
    "a-scale": ([], ["7"]),
    "a-short": ([], ["rang her", "I rang my sister on Tuesday"]),
    "a-long": ([], ["first line", "second line", "third line", "."]),
    "a-list": ([], ["stayed in", "went out with Sam", "2", "numb", "", ""]),
    "a-grid": ([], ["2", "", "a", "homesick", "2", ""]),
    "a-pick": ([], ["1 2"]),
    "a-sentence": (["1"], ["I went out, somehow", "y", "3", "s", "I went out", "8"]),
    "a-number": ([], ["7,5"]),
    "a-date": ([], ["3 weeks ago"]),
    "a-dated-list": ([], ["less of it", "March 2026", "12.5 mg", "all of it", "yesterday", "", ""]),
    "an-edit": (
        [],
        ["edit 2", "stayed in", "went with Sam", "ordered", "cooked", "edit 3", "", "cooked twice", "", ""],
    ),
    "a-show": ([], ["cooked for two", ""]),
    "an-update": ([], ["3", "still on", "", "numb", "", "hard to say"]),
    "a-plan": (["1"], ["the phone rings", "I pick it up", "it is late"]),
    "a-chart": ([], [""]),
    "a-recall": ([], [""]),
    "a-count": (["3", "4.5"], [""]),
    "a-revise": (["2"], ["2", "I rang her, and it was my doing", "7"]),
    "a-grid-of-facts": ([], ["a", "1"]),
    "a-rehearse": (["1"], ["9", "shaking", "2", "8", "nothing much", "a", "numb", "", "2", "n"]),
}
"""Exercise -> lines that lead to the step `it`, and lines that answer it in full."""
