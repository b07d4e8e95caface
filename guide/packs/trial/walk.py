"""Trial walks: every exercise of a pack walked many times without anybody sitting there.

The one walker, the kinds' own `freeze` and `parse` and the real feeds run as in a sitting; only the world
is made up (`made_up`), once with items, charts and earlier answers and once with none. Random walks skip,
go back and open what stands behind `m`; every-branch walks try, at each step that a condition looks at, one
answer for each thing the conditions can tell apart. Nothing is kept, and nothing touches the disk.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final, NamedTuple

from guide.model.conditions import holds, references, split
from guide.model.exercise import freeze
from guide.model.feeds import feeds_of
from guide.model.walk import Walk
from guide.packs.trial.branch_tries import branch_tries
from guide.packs.trial.made_up import ITEMS, MadeUp, Packs
from guide.packs.trial.walkers import TIME, Chooser, Dice, Shown, Turns, parsed
from guide.steps import KINDS
from guide.steps.base import GIVEN, HIDDEN, NOT_REACHED, SKIPPED, Answer, Json, Problem, Step

USUAL: Final = 200  # random walks through each exercise
BRANCHES: Final = 5_000  # every-branch walks through each exercise, at most
_MOVES: Final = 40  # moves of one walk for each step; going back at random could go on for ever
_EMPTY: Final = "an empty store"
_FILLED: Final = "made-up items"


class Trouble(NamedTuple):
    """Something that should not happen: at which step, in which walk (its seed), and what."""

    step: str
    walk: str
    message: str


class Walked(NamedTuple):
    """What trial walks found in one exercise. Paths are counted in steps that were shown."""

    exercise: str
    walks: int
    longest: int
    shortest: int
    unreached: list[str]
    unchosen: list[tuple[str, str]]  # step, option
    troubles: list[Trouble]
    cut: bool  # there are more branches than were walked

    @property
    def fine(self) -> bool:
        """Whether every step was reached and nothing broke."""
        return not (self.unreached or self.troubles)


def walk_pack(packs: Packs, pack: str, *, walks: int = USUAL, seed: int = 0) -> Iterator[Walked]:
    """Walk every exercise of a pack. `packs` holds it and those it reads, by id; each walk has its own seed."""
    for exercise in packs[pack].get("exercises", []):
        yield _Exercise(packs, pack, exercise).walked(walks, seed)


class _Exercise:
    """All walks through one exercise, and what they found."""

    def __init__(self, packs: Packs, pack: str, exercise: Mapping[str, Any]) -> None:
        self.name = exercise["id"]
        self.steps: Sequence[Step] = exercise.get("steps", [])
        self.tests: dict[str, list[Mapping[str, Any]]] = {}
        for step in self.steps:
            for test, _ in references(step["when"]) if "when" in step else []:
                self.tests.setdefault(split(test["answer"])[0], []).append(test)
        self.series = packs[pack].get("series", {})
        items = max([ITEMS, *_wanted(self.steps, self.tests)])
        self.worlds = [
            _World(self, MadeUp(packs, pack, filled=filled, items=items)) for filled in (True, False)
        ]
        self.reached: set[str] = set()
        self.chosen: dict[str, set[str]] = {}
        self.lengths: list[int] = []
        self.troubles: dict[tuple[str, str], Trouble] = {}

    def walked(self, walks: int, seed: int) -> Walked:
        """Walk at random and along every branch, in both worlds."""
        for number in range(seed, seed + walks):
            self._one(self.worlds[number % 2], Dice(number), f"seed {number}")
        cut = [self._branches(world) for world in self.worlds]
        offered = {step["id"]: KINDS[step["kind"]].option_ids(step) or [] for step in self.steps}
        unchosen = [
            (name, option)
            for name, options in offered.items()
            for option in options
            if name in self.reached and option not in self.chosen.get(name, set())
        ]
        return Walked(
            self.name,
            len(self.lengths),
            max(self.lengths, default=0),
            min(self.lengths, default=0),
            [step["id"] for step in self.steps if step["id"] not in self.reached],
            unchosen,
            list(self.troubles.values()),
            any(cut),
        )

    def _branches(self, world: _World) -> bool:
        """Every combination of what the conditions can tell apart; True when there were too many."""
        turns = Turns()
        for number in count():
            if number == BRANCHES // len(self.worlds):
                return True
            self._one(world, turns, f"branch {number} with {world.called}")
            if not turns.next():
                return False
        return False

    def _one(self, world: _World, chooser: Chooser, name: str) -> None:
        """One walk. Whatever breaks is noted, with the step and the walk it happened in."""
        walk = _Walk(world)
        try:
            walk.run(chooser)
        except Exception as error:  # a trial walk is here to find what no one expected
            self.trouble(walk.at, name, f"{type(error).__name__}: {error}")
        self.lengths.append(walk.length)
        self.reached |= walk.shown.keys()

    def trouble(self, step: str, walk: str, message: str) -> None:
        """Note something that broke; the same thing at the same step once."""
        self.troubles.setdefault((step, message), Trouble(step, walk, message))


class _World:
    """One made-up world for an exercise, and the steps as they are frozen in it."""

    def __init__(self, exercise: _Exercise, world: MadeUp) -> None:
        self.exercise, self.world = exercise, world
        self.called = _FILLED if world.filled else _EMPTY
        self._kept: dict[str, Shown] = {}

    def frozen(self, step: Step) -> Shown:
        """A step as it is shown now, with its answers. One that looks at no earlier answer is made once."""
        name = step["id"]
        if name not in self._kept:
            self.world.looked = False
            shown = freeze(step, self.world, self.world.languages, self.world.words)
            found = self._tried(shown)
            if self.world.looked:
                return found
            self._kept[name] = found
        return self._kept[name]

    def _tried(self, shown: dict[str, Json]) -> Shown:
        """Try every answer once: one that the kind itself offers and then refuses is a mistake of ours."""
        kind, tests = KINDS[shown["kind"]], self.exercise.tests.get(shown["id"], [])
        raws = kind.tries(shown) if kind.asks else [None]
        answers: list[Answer] = []
        for raw in raws:
            try:
                answers.append(parsed(shown, raw))
            except Problem as problem:
                text = f"refused an answer of its own ({json.dumps(raw)[:80]}): {problem.message}"
                self.exercise.trouble(shown["id"], self.called, text)
        self._note(shown["id"], answers)
        return Shown(shown, raws, list(self._told_apart(shown, tests, answers)) if tests else answers[:1])

    def _note(self, name: str, answers: Sequence[Answer]) -> None:
        """Remember which options these answers choose."""
        chosen = self.exercise.chosen.setdefault(name, set())
        for answer in answers:
            some = answer.value if isinstance(answer.value, list) else [answer.value]
            chosen.update(one for one in some if isinstance(one, str))

    def _told_apart(
        self, shown: dict[str, Json], tests: Sequence[Mapping[str, Any]], answers: Sequence[Answer]
    ) -> Iterator[Answer]:
        """One answer for each thing that later conditions can tell apart, leaving the step open among them."""
        more: list[Answer] = []
        for raw in branch_tries(shown, tests, self.exercise.series):
            try:
                more.append(parsed(shown, raw))
            except Problem:
                continue  # only made up here, and refused as it should be
        self._note(shown["id"], more)
        seen: set[tuple[bool, ...]] = set()
        for answer in [*answers, *more, Answer(SKIPPED)]:
            signs = tuple(holds(test, _only(shown, answer)) for test in tests)
            if signs not in seen:
                seen.add(signs)
                yield answer


class _Walk:
    """One walk from the first step to the end, and what is fed by it."""

    def __init__(self, world: _World) -> None:
        self.world, self.steps = world, world.exercise.steps
        self.frozen: dict[str, Shown] = {}
        self.shown: dict[str, None] = {}
        self.at = self.steps[0]["id"] if self.steps else ""
        self.length = 0
        world.world.answered = self._answered
        self.walk = Walk(self.steps, barren=world.world.barren)

    def run(self, chooser: Chooser) -> None:
        """Walk to the end, open what stands behind `m` if the chooser likes, and feed."""
        for _ in range(_MOVES * len(self.steps)):
            step = self.walk.current
            if step is not None:
                self._step(step, chooser)
            elif not (chooser.opens() and self.walk.open_more()):
                break
        self._feed()

    def _step(self, step: Step, chooser: Chooser) -> None:
        self.at = step["id"]
        self.shown[step["id"]] = None
        found = self.frozen[step["id"]] = self.world.frozen(step)
        answer = chooser.answer(found, step["id"] in self.world.exercise.tests)
        if answer is None:
            self.walk.back()
            return
        kind = KINDS[step["kind"]]
        if answer.state == GIVEN and kind.asks:
            kind.words(found.step, answer)
            kind.review(found.step, answer)
        self.walk.give(answer)

    def _answered(self, step: str) -> tuple[Step, Answer] | None:
        found = self.walk.lookup(step)
        if found is None or not found[1].answered:
            return None
        return self.frozen[step].step if step in self.frozen else found[0], found[1]

    def _feed(self) -> None:
        """What the end of a sitting does: states, feeds, and all of it as JSON."""
        states, hidden = self.walk.states(), frozenset(self.walk.left_out())
        self.length = sum(state not in (HIDDEN, NOT_REACHED) for state in states.values())
        answers = self.walk.answers
        steps = [(self.frozen[name].step, answers[name], TIME) for name in self.shown if name in answers]
        json.dumps(feeds_of(steps, hidden))
        json.dumps([answer.value for answer in answers.values()])


def _only(shown: Step, answer: Answer) -> Callable[[str], tuple[Step, Answer] | None]:
    return lambda step: (shown, answer) if answer.answered else None


def _wanted(steps: Sequence[Step], tests: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[int]:
    """How many items a limit or a test of a count asks for."""
    for step in steps:
        limits = step.get("pick") or {}
        yield limits.get("min", 0)
        if step["kind"] in ("pick", "update"):
            for test in tests.get(step["id"], []):
                yield from (
                    int(value) + 1 for value in test.values() if str(value).isdigit() and int(value) < 50
                )
