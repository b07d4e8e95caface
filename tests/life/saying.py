"""What the three people's months are written with: sittings, and raw answers as the fronts hand them over."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, Final

from guide.journal.demo import Visit

Answers = dict[str, Any]
SEED: Final = 7
NUMB: Final = "numb"
CANNOT_TELL: Final = "cannot-tell"


class Month:
    """A month being written: `add` puts a sitting in, `visits` gives all of them in their order."""

    def __init__(self, seed: int = SEED) -> None:
        self.dice = Random(seed)
        self._visits: list[Visit] = []

    def add(self, back: int, at: str, exercise: str, **answers: Any) -> None:
        """A sitting so many days before today; `_` in a step's name stands for its hyphen."""
        said = {name.replace("_", "-").strip("-"): raw for name, raw in answers.items()}
        self._visits.append(Visit(back, at, exercise, said))

    def stopped(self, back: int, at: str, exercise: str, **answers: Any) -> None:
        """A sitting that ends after these answers."""
        self.add(back, at, exercise, **answers)
        self._visits[-1] = self._visits[-1]._replace(stop=True)

    def visits(self) -> list[Visit]:
        """Every sitting, the earliest first."""
        return sorted(self._visits, key=lambda one: (-one.back, one.at))

    def near(self, number: float, by: int = 1, least: int = 0, most: int = 10) -> int:
        """A whole number near this one, as the dice fall."""
        return max(least, min(most, round(number) + self.dice.randint(-by, by)))


def the(*words: str) -> list[dict[str, str]]:
    """Items by their words, for a step that picks."""
    return [{"the": one} for one in words]


def asked(item: str, **fields: Any) -> dict[str, Any]:
    """What is answered about one item of an `update` step."""
    return {"item": {"the": item}, "fields": fields}


def said(
    pairs: Sequence[tuple[Any, Any]], way: str = "aloud", expect: str = "", happened: str = ""
) -> Answers:
    """Rounds of rehearsal from (before, after); the words belong to the first round."""
    rounds: list[Answers] = [
        {"said": True, "way": way, **({} if before is None else {"before": before}), **({} if after is None else {"after": after})}
        for before, after in pairs
    ]  # fmt: skip
    rounds[0] |= {key: words for key, words in (("expect", expect), ("happened", happened)) if words}
    return {"rounds": rounds}


def cells(**columns: str) -> Answers:
    """A grid from its columns, each with its rows in one text: `muted="joy hope"`."""
    return {"cells": {row: column for column, rows in columns.items() for row in rows.split()}}
