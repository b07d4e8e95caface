"""Who walks a trial walk: dice that do anything a person may, and wheels that turn to every combination."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import Final, NamedTuple

from guide.packs.trial.made_up import DAY
from guide.steps import KINDS
from guide.steps.base import SKIPPED, Answer, Json, Making, Problem, Step

TIME: Final = f"{DAY}T09:00:00Z"


class Shown(NamedTuple):
    """A step as it is shown, and what may be answered to it."""

    step: dict[str, Json]
    raws: list[Json]
    branches: list[Answer]


class Chooser:
    """What a walk does at a step: an answer, or None to go back."""

    def answer(self, found: Shown, watched: bool) -> Answer | None:
        """The answer to give here."""
        raise NotImplementedError

    def opens(self) -> bool:
        """Whether to open what stands behind `m`."""
        return True


class Dice(Chooser):
    """Anything a person may do, at random."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def answer(self, found: Shown, watched: bool) -> Answer | None:
        """An answer that the kind offers or a condition asks for; now and then a step left open, or back."""
        chance = self._random.random()
        if chance < 0.1:
            return None
        if chance < 0.25 or not found.raws:
            return Answer(SKIPPED)
        if watched and chance < 0.5:
            return self._random.choice(found.branches)
        try:
            return parsed(found.step, self._random.choice(found.raws))
        except Problem:  # noted when the step was frozen
            return Answer(SKIPPED)

    def opens(self) -> bool:
        """Half of all walks."""
        return self._random.random() < 0.5


class Turns(Chooser):
    """Every combination in turn, like the wheels of a counter; what no condition looks at is answered once."""

    def __init__(self) -> None:
        self._wheels: list[list[int]] = []  # place, how many there are
        self._place = 0

    def answer(self, found: Shown, watched: bool) -> Answer | None:
        """The answer whose turn it is."""
        if not found.branches:
            return Answer(SKIPPED)
        if not watched:
            return found.branches[0]
        if self._place == len(self._wheels):
            self._wheels.append([0, len(found.branches)])
        place = self._wheels[self._place][0]
        self._place += 1
        return found.branches[min(place, len(found.branches) - 1)]

    def next(self) -> bool:
        """Turn to the next combination; False after the last."""
        self._place = 0
        while self._wheels:
            self._wheels[-1][0] += 1
            if self._wheels[-1][0] < self._wheels[-1][1]:
                return True
            self._wheels.pop()
        return False


def parsed(shown: Step, raw: Json) -> Answer:
    """An answer as a sitting takes it: nothing given leaves the step open. Raises Problem."""
    kind = KINDS[shown["kind"]]
    if kind.asks and kind.empty(raw):
        return Answer(SKIPPED)
    ids = count(1)
    return kind.parse(shown, raw, Making(lambda: f"made-{shown['id']}-{next(ids)}", TIME, None, DAY))
