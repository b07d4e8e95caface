"""How hard the texts are to read, how many words a step shows, and how many claims stand on how many sources.

    python -m tests.bench.texts

These are counts and not times. The grade is that of `guide/model/reading.py`; the tests hold the texts to it, this
prints where they stand.
"""

from __future__ import annotations

import statistics
from typing import NamedTuple

from guide.model.reading import grade, words
from tests.docs.blocks import DOCS
from tests.docs.claims import claims, read, words_texts
from tests.docs.evidence_page import OURS, PLAIN, rows
from tests.words.texts import CORE, MODULES, closed, exercises, module_strings, running_text, step_prose


class Figures(NamedTuple):
    """Numbers by name, and what they are numbers of."""

    what: str
    by_name: dict[str, float]

    @property
    def median(self) -> float:
        """The middle of the numbers."""
        return statistics.median(self.by_name.values())

    @property
    def worst(self) -> tuple[str, float]:
        """The highest number, and whose it is."""
        name = max(self.by_name, key=lambda one: self.by_name[one])
        return name, self.by_name[name]

    def line(self) -> str:
        """Median and worst in one line."""
        name, most = self.worst
        return f"{self.what:<34} median {self.median:5.1f}, highest {most:5.1f} ({name})"


def grades() -> Figures:
    """The reading grade of each exercise."""
    return Figures(
        "grade of an exercise", {name: grade(running_text(one)) for name, one in exercises().items()}
    )


def step_words() -> Figures:
    """The words that each step shows."""
    shown = {
        f"{name}/{step['id']}": float(len(words(step_prose(step))))
        for name, one in exercises().items()
        for step in one["steps"]
    }
    return Figures("words a step", shown)


def module_grades() -> Figures:
    """The reading grade of each module of the program's own words, where it has sentences."""
    found = {}
    for name in MODULES:
        own = (
            text
            for place, text in module_strings()
            if place.startswith(f"{name}.") and "_SOURCES" not in place
        )
        prose = [closed(text) for text in own if len(words(text)) >= 6]
        if prose:
            found[name] = grade(" ".join(prose))
    return Figures("grade of a module of words", found)


def main() -> None:
    """Print all of it."""
    each, shown = grades(), step_words()
    print("texts:")
    for figures in (each, shown, module_grades()):
        print(f"  {figures.line()}")
    for name, found in each.by_name.items():
        own = [count for step, count in shown.by_name.items() if step.startswith(f"{name}/")]
        print(
            f"    {name:<26} grade {found:4.1f}, words a step {statistics.median(own):4.1f}, at most {max(own):.0f}"
        )
    pack = read(CORE)
    lines = rows((DOCS / "evidence.md").read_text("utf-8"))
    said = len(claims(pack.texts())) + len(claims(words_texts()))
    kinds = [len([row for row in lines if row.kind == kind]) for kind in ("", OURS, PLAIN)]
    print(f"  {said} sentences that claim something, in {len(lines)} lines of docs/evidence.md:")
    print(
        f"    {kinds[0]} from {len(pack.declared['sources'])} sources, {kinds[1]} our own judgement, {kinds[2]} plain"
    )


if __name__ == "__main__":
    main()
