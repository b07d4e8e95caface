"""Steps that nobody can ever see, and conditions that say nothing: found by trying every answer that matters.

For each condition the answers of the steps it names are tried in all combinations (`domains` keeps them
few), with the conditions of those steps in force, by the same `holds` that decides in a real walk. Where
the combinations are too many, or something is not known, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

from guide.model.conditions import as_number, references, split
from guide.packs.lints.domains import Point, domain
from guide.packs.lints.trying import Enough, Level, Outcome, Work, plain, try_all
from guide.steps.base import NUMBER_TESTS, Step
from guide.steps.problems import Path, Problems

FEW: Final = 40  # answers of a step that are tried for whatever is asked of it


def unreachable(pack: Mapping[str, Any], problems: Problems, *, built_in: bool) -> None:
    """Warn of steps that can never be shown, of tests that nothing meets, of conditions that always hold."""
    work = Work()
    for number, exercise in enumerate(pack.get("exercises", [])):
        steps = exercise.get("steps", [])
        if any("when" in step for step in steps):
            _Exercise(steps, ("exercises", number, "steps"), pack.get("series", {}), work).check(problems)


class _Told(NamedTuple):
    """A warning in the making; `root` is a step that is never shown, and may take others along."""

    path: Path
    message: str
    root: str = ""


class _Test(NamedTuple):
    """One test of a condition, its key path inside it, and the step and part it is about."""

    test: Mapping[str, Any]
    at: Path
    name: str
    part: str


def _tests(step: Step) -> list[_Test]:
    found = references(step["when"]) if "when" in step else []
    return [_Test(test, at, *split(test["answer"])) for test, at in found]


class _Exercise:
    """The conditions of one exercise."""

    def __init__(self, steps: Sequence[Step], path: Path, series: Mapping[str, Any], work: Work) -> None:
        self.steps, self.path, self.series, self.work = steps, path, series, work
        self.place: dict[str, int] = {}
        self.tests = [_tests(step) for step in steps]
        self.named: dict[str, list[_Test]] = {}
        for one in chain.from_iterable(self.tests):
            self.named.setdefault(one.name, []).append(one)
        self.plain = [plain(step["when"]) if "when" in step else {} for step in steps]
        self.points: dict[str, list[Point] | None] = {}
        self.never: set[str] = set()
        self.roots: dict[str, list[str]] = {}  # never shown by its own condition -> what it takes along

    def check(self, problems: Problems) -> None:
        """Go through the steps in their order: what can never be shown is known when it is asked for."""
        told: list[_Told] = []
        for index, step in enumerate(self.steps):
            if self.tests[index]:
                try:
                    told += self._step(index, step)
                except Enough:
                    pass
            self.place.setdefault(step["id"], index)
        for one in told:
            message = one.message + _along(self.roots.get(one.root, []))
            problems.warn(one.path, message, key=one.path[-1] == "when")

    def _step(self, index: int, step: Step) -> list[_Told]:
        names = {one.name for one in self.tests[index]}
        if not all(name in self.place for name in names):
            return []
        if "answer" in step["when"] and self._certain(self.tests[index][0]) and not names & self.never:
            return []
        at = (*self.path, index, "when")
        found = self._known(index)
        if found is None:
            return []
        if not found.holds:
            self.never.add(step["id"])
            self.roots[step["id"]] = []
            return [_Told(at, f"This step can never be shown: {self._why(index)}", step["id"])]
        if not found.fails:
            return [_Told(at, "This condition always holds, so it changes nothing. Please leave it out.")]
        hidden = frozenset(names & self.never)
        self.work.begin()
        if hidden:
            then = self._outcome(index, hidden)
            if then is not None and not then.holds:
                self._follow(step["id"], hidden)
                return []
        return list(self._idle(index, hidden))

    def _known(self, index: int) -> Outcome | None:
        """What the condition can come to. Where that is too much to try, one test that cannot be met may do."""
        some = self.tests[index]
        names = {one.name for one in some}
        free = all("when" not in self.steps[self.place[name]] for name in names)
        if free and len(names) == len(some) and all(map(self._certain, some)):
            return Outcome(True, True)  # nothing in it stands on anything else in it
        self.work.begin()
        try:
            return self._outcome(index, frozenset())
        except Enough:
            self.work.begin()
            return Outcome(False, True) if self._lost(index) is not None else None

    def _follow(self, name: str, hidden: frozenset[str]) -> None:
        """A step that another one takes along is told with that one: there is one cause."""
        self.never.add(name)
        for root, along in self.roots.items():
            if root in hidden or hidden & set(along):
                along.append(name)
                return

    def _idle(self, index: int, hidden: frozenset[str]) -> Iterator[_Told]:
        """Tests that nothing meets, inside a condition that can be met without them."""
        if len(self.tests[index]) < 2 and "answer" in self.steps[index]["when"]:
            return
        needed = set(map(id, _needed(self.steps[index]["when"])))
        for one in self.tests[index]:
            if id(one.test) not in needed and one.name not in hidden and self._alone(one) is False:
                why = self._test_why(one)
                yield _Told((*self.path, index, "when", *one.at), f"Nothing meets this test: {why}")

    # -- trying -----------------------------------------------------------------------------------------
    def _outcome(self, index: int, hidden: frozenset[str]) -> Outcome | None:
        """What the condition of a step can come to; steps that are never shown count as shown unless `hidden`."""
        names = {one.name for one in self.tests[index]}
        if len(names) > 1:
            names = self._with_needed(names)
        order = sorted(self.place[name] for name in names)
        every = [*self.tests[index]]
        if len(names) > 1:
            every += [test for place in order for test in self.tests[place]]
        levels: list[Level] = []
        for place in order:
            step = self.steps[place]
            points = [] if step["id"] in hidden else self._points(step, every)
            if points is None:
                return None
            bound = len(names) > 1 and "when" in step and step["id"] not in self.never
            levels.append(Level(step, self.plain[place] if bound else None, points))
        return try_all(levels, self.plain[index], len(self.tests[index]), self.work)

    def _with_needed(self, names: set[str]) -> set[str]:
        """These steps and those on whose answers they are shown, and so on."""
        found, more = set(names), list(names)
        while more:
            place = self.place[more.pop()]
            if self.steps[place]["id"] in self.never:
                continue
            for one in self.tests[place]:
                if self.place.get(one.name, place) >= place:
                    raise Enough  # an error of its own, reported elsewhere
                if one.name not in found:
                    found.add(one.name)
                    more.append(one.name)
        return found

    def _points(self, step: Step, tests: Sequence[_Test]) -> list[Point] | None:
        """What can be answered to a step as far as these tests tell it apart; a short list serves all tests."""
        name = step["id"]
        if name not in self.points:
            self.points[name] = None  # what is too much to look at once stays so
            points = self._domain(step, self.named[name])
            self.points[name] = points if points is not None and len(points) <= FEW else None
        known = self.points[name]
        return known if known is not None else self._domain(step, [one for one in tests if one.name == name])

    def _domain(self, step: Step, tests: Sequence[_Test]) -> list[Point] | None:
        parts: dict[str, list[Mapping[str, Any]]] = {}
        for one in tests:
            parts.setdefault(one.part, []).append(one.test)
        points = domain(step, parts, self.series)
        size = len(points) if points is not None else FEW
        self.work.spend(len(tests) + (size if size <= FEW else 4 * size))
        return points

    def _certain(self, one: _Test) -> bool:
        """Whether it is plain that a test can be met and can be missed: it names options of a choice."""
        step = self.steps[self.place[one.name]]
        return (
            step.get("kind") == "choice"
            and not one.part
            and len(one.test) == 2
            and not {"is", "any_of"}.isdisjoint(one.test)
        )

    def _lost(self, index: int) -> _Test | None:
        """The first test that has to be met and cannot be."""
        needed = set(map(id, _needed(self.steps[index]["when"])))
        some = (one for one in self.tests[index] if id(one.test) in needed)
        return next((one for one in some if self._alone(one) is False), None)

    def _alone(self, one: _Test) -> bool | None:
        """Whether one test can be met at all; None when it is not known."""
        if self._certain(one):
            return True
        step = self.steps[self.place[one.name]]
        points = self._points(step, [one])
        if points is None:
            return None
        return try_all([Level(step, None, points)], plain(one.test), 1, self.work).holds

    # -- saying -----------------------------------------------------------------------------------------
    def _why(self, index: int) -> str:
        lost = self._lost(index)
        if lost is not None:
            return self._test_why(lost)
        names = list(dict.fromkeys(one.name for one in self.tests[index]))
        if len(names) == 1:
            return f"no answer to '{names[0]}' meets its condition."
        shown = ", ".join(f"'{name}'" for name in names[:4])
        return f"no answers to {shown} meet its condition together. Please look at what those steps need."

    def _test_why(self, one: _Test) -> str:
        said = ", ".join(f"{key}: {_said(value)}" for key, value in one.test.items() if key != "answer")
        if one.test.get("answered") is False:
            return f"'{said}' asks for no answer and for one at once; a step left open meets no other test."
        if len(one.test) > 2:
            return f"no answer to '{one.test['answer']}' meets '{said}' at once."
        step = self.steps[self.place[one.name]]
        bounds = _bounds(step, one.part, one.test, self.series)
        return f"no answer to '{one.test['answer']}' meets '{said}'.{bounds}"


def _needed(when: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The tests that have to be met, each of them, for the condition to hold."""
    if "answer" in when:
        return [when]
    return [test for one in when.get("all", ()) for test in _needed(one)]


def _said(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(str, value[:6]))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _along(names: Sequence[str]) -> str:
    if not names:
        return ""
    listed = ", ".join(f"'{name}'" for name in names[:6]) + (" and others" if len(names) > 6 else "")
    return f" Neither can {listed}, which need{'s' if len(names) == 1 else ''} its answer."


def _bounds(step: Step, part: str, test: Mapping[str, Any], series: Mapping[str, Any]) -> str:
    """Where the number ends, when that is why nothing meets the test."""
    wanted = [as_number(str(value)) for operator, value in test.items() if operator in NUMBER_TESTS]
    if len(wanted) != 1 or wanted[0] is None:
        return ""
    points = domain(step, {part: [test]}, series) or []
    values = [point[part].value for point in points if isinstance(point[part].value, (int, float))]
    if not values:
        return ""
    if min(values) == max(values):
        return f" It is always {min(values):g}."
    if wanted[0] >= max(values):
        return f" It goes up to {max(values):g}."
    rest = f" It begins at {min(values):g}."
    if part in ("count", "said") and wanted[0] <= 0:
        rest += " With nothing given the step is left open; 'answered: false' asks for that."
    return rest
