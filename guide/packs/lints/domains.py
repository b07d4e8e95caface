"""What a step can answer, as far as conditions can tell it apart: a few answers that stand for all of them.

A condition is true or false on whole stretches of answers: `at_least: 7` tells 0 to 6 from 7 to 10, and
nothing else. One answer from each stretch is therefore enough to know all that the condition can do. Where
this is not sure, a domain rather holds an answer too many than one too few, so that nothing is called
impossible that a person could do; a kind or a test that is not known here has no domain at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import product
from math import floor
from typing import Any, Final

from guide.model.conditions import as_number, part_tests
from guide.steps import KINDS
from guide.steps.base import CANNOT_TELL, GIVEN, NUMB, NUMBER_TESTS, Answer, Step

Point = dict[str, Answer]
"""One thing a person may give: part of the step ("" for the answer itself) to what a test on it would see."""
Tests = Mapping[str, Sequence[Mapping[str, Any]]]
"""Part of a step ("" for the answer itself) to every test on it."""
Range = tuple[float, float]

MOST: Final = 300  # answers in one domain; past it nothing is claimed
_OPEN: Final = (float("-inf"), float("inf"))
_LEAST: Final = 0.001
"""How near two numbers of a number step can be: it keeps three decimals."""
_CHOICES_MOST: Final = 50
_GIVEN: Final = Answer(GIVEN)


def domain(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    """Answers that stand for all that can be given here, leaving the step open not among them.

    None when it is not known: a kind this module does not know, a test that the checker refuses, or more
    answers than are worth looking at. Tests of `answered` alone tell nothing but given from open.
    """
    if all(set(test) <= {"answer", "answered"} for some in tests.values() for test in some):
        return [dict.fromkeys(("", *tests), _GIVEN)]
    make = _KINDS.get(step.get("kind", ""))
    if make is None or not _sound(step, tests):
        return None
    points = make(step, tests, series)
    return None if points is None or len(points) > MOST else points


def _sound(step: Step, tests: Tests) -> bool:
    """Whether every test fits the step: what does not is the checker's to report, and nothing follows from it."""
    kind = KINDS[step["kind"]]
    for part, some in tests.items():
        options = None if part else kind.option_ids(step)
        allowed = part_tests(kind, step, part) if part else kind.operators
        if allowed is None:
            return False
        for test in some:
            for operator, value in test.items():
                if operator in ("answer", "answered"):
                    continue
                if operator not in allowed:
                    return False
                values = value if isinstance(value, list) else [value]
                if options is None:
                    if any(not isinstance(one, (int, float)) and as_number(one) is None for one in values):
                        return False
                elif not options or any(one not in options for one in values):
                    return False
    return True


def range_of(step: Mapping[str, Any], series: Mapping[str, Any]) -> Range | None:
    """The ends of a rating: the step's own, the series', else 0 to 10; no bound where it cannot be known here."""
    track = step.get("track")
    declared = series.get(track, {}) if track else {}
    own = step.get("range")
    if own is None and track is not None and (track not in series or declared.get("range") == "from-item"):
        return _OPEN
    for candidate in (own, declared.get("range")):
        if isinstance(candidate, Mapping):
            low, high = candidate.get("min", 0), candidate.get("max", 10)
            return (low, high) if low < high else None
    return 0, 10


# -- numbers --------------------------------------------------------------------------------------------
def numbers(some: Sequence[Mapping[str, Any]], ends: Range, *, whole: bool = True) -> list[float]:
    """Numbers within the ends, one from each stretch that these tests can tell apart."""
    low, high = ends
    found = {end for end in ends if end not in _OPEN}
    for test in some:
        for operator, value in test.items():
            if operator in NUMBER_TESTS:
                number = value if isinstance(value, (int, float)) else as_number(value) or 0
                below = floor(number)
                near = (number - _LEAST, number, number + _LEAST)
                found |= (
                    {below - 1, below, below + 1, below + 2} if whole else {round(one, 3) for one in near}
                )
    return sorted(one for one in found or {0} if low <= one <= high)


def _given(number: float | None) -> Answer:
    return Answer(GIVEN, number)


def _rated(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    ends = range_of(step, series)
    return None if ends is None else _with_states(step, numbers(tests.get("", ()), ends))


def _numbered(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    ends = step.get("range") or series.get(step.get("track", ""), {}).get("range")
    ends = ends if isinstance(ends, Mapping) else {}
    low, high = ends.get("min", _OPEN[0]), ends.get("max", _OPEN[1])
    return _with_states(step, numbers(tests.get("", ()), (low, high), whole=False)) if low < high else None


def _with_states(step: Step, values: list[float]) -> list[Point]:
    states = [state for key, state in (("numb", NUMB), ("cannot_tell", CANNOT_TELL)) if step.get(key)]
    return [{"": _given(one)} for one in values] + [{"": Answer(state)} for state in states]


# -- counts ---------------------------------------------------------------------------------------------
def _counted(tests: Tests, least: int, most: int) -> list[Point]:
    """At least one is there once something was given: none at all leaves the step open."""
    ends = (max(1, least), most)
    return [{"": _GIVEN, "count": _given(one)} for one in numbers(tests.get("count", ()), ends)]


def _listed(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    from guide.steps.list import MOST as LONGEST

    bounds = step.get("items") or {}
    return _counted(tests, bounds.get("min", 0), bounds.get("max", LONGEST))


def _picked(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    bounds = step.get("pick") or {}
    return _counted(tests, bounds.get("min", 0), bounds.get("max", 1))


def _updated(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    from guide.steps.update import MOST as USUAL

    return _counted(tests, 0, step.get("at_most", USUAL))


def _cells(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    """Rows answered so, by column: together no more than there are rows."""
    from guide.steps.grid import OWN_MOST

    columns = [name for name in tests if name]
    rows = step.get("rows")
    total = len(rows) if isinstance(rows, Mapping) and "from" not in step else 10**6
    total += OWN_MOST if step.get("own_rows") else 0
    values = [numbers(tests[name], (0, total)) for name in columns]
    if _size(values) > MOST:
        return None
    least = 1 if set(columns) == set(step.get("columns") or {}) else 0
    return [
        {"": _GIVEN, **{name: _given(one) for name, one in zip(columns, counts, strict=True)}}
        for counts in product(*values)
        if least <= sum(counts) <= total
    ]


# -- ratings inside another answer ----------------------------------------------------------------------
def _ends(rate: object, series: Mapping[str, Any]) -> Range | None:
    """The ends of a rating that is part of a step; None when it is not asked for at all."""
    return range_of(rate, series) or _OPEN if isinstance(rate, Mapping) else None


def _believed(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    ends = _ends(step.get("believable"), series)
    rated = numbers(tests.get("believable", ()), ends) if ends else []
    return [{"": _GIVEN, "believable": _given(one)} for one in (None, *rated)]


def _rehearsed(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    """Rounds said, and of their ratings the highest and the last; a round may stay without a rating."""
    from guide.steps.rehearse import MOST as ROUNDS

    most = (step.get("rounds") or {}).get("max", ROUNDS)
    ends = _ends((step.get("after") or {}).get("rate"), series)
    both = [*tests.get("after.highest", ()), *tests.get("after.latest", ())]
    rated = numbers(both, ends) if ends else []
    if len(rated) ** 2 > 2 * MOST:
        return None
    pairs: list[tuple[float | None, float | None]] = [(None, None)]
    pairs += [(highest, latest) for highest in rated for latest in rated if latest <= highest]
    return [
        {"": _GIVEN, "said": _given(said), "after.highest": _given(pair[0]), "after.latest": _given(pair[1])}
        for said in numbers(tests.get("said", ()), (1, most))
        for pair in pairs
        if said > 1 or pair[0] == pair[1]
    ]


# -- options --------------------------------------------------------------------------------------------
def _classes(step: Step, some: Sequence[Mapping[str, Any]], names: Sequence[str]) -> list[list[str]]:
    """Options that these tests cannot tell apart stand together; each that `all_of` names stands alone."""
    exclusive = step.get("exclusive") or ()
    signs: dict[str, list[tuple[int, str, str]]] = {name: [] for name in names}
    for number, test in enumerate(some):
        for operator, value in test.items():
            if operator not in ("answer", "answered"):
                for name in dict.fromkeys(value if isinstance(value, list) else [value]):
                    signs[name].append((number, operator, name if operator == "all_of" else ""))
    groups: dict[object, list[str]] = {}
    for name in names:
        groups.setdefault((tuple(signs[name]), name in exclusive), []).append(name)
    return list(groups.values())


def _one_of(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    names = KINDS[step["kind"]].option_ids(step) or []
    points = [{"": Answer(GIVEN, group[0])} for group in _classes(step, tests.get("", ()), names)]
    return [*points, {"": Answer(GIVEN, {"other": ""})}] if step.get("other") else points


def _several(step: Step, tests: Tests, series: Mapping[str, Any]) -> list[Point] | None:
    names = list(step.get("options") or {})
    exclusive, limits = set(step.get("exclusive") or ()), step.get("pick") or {}
    least, most = max(1, limits.get("min", 0)), limits.get("max", _CHOICES_MOST)
    groups = _classes(step, tests.get("", ()), names)
    together = [group for group in groups if group[0] not in exclusive]
    if 2 ** len(together) > MOST:
        return None
    points: list[Point] = []
    if least <= 1:
        points += [{"": Answer(GIVEN, [group[0]])} for group in groups if group[0] in exclusive]
    other = 1 if step.get("other") else 0
    for on in product((False, True), repeat=len(together)):
        chosen = [group for group, taken in zip(together, on, strict=True) if taken]
        at_least = len(chosen) or other
        if max(1, at_least) <= most and sum(map(len, chosen)) + other >= least:
            points.append({"": Answer(GIVEN, [group[0] for group in chosen] or [{"other": ""}])})
    return [point for point in points if point[""].value != [{"other": ""}] or other]


def _size(lists: Collection[Collection[object]]) -> int:
    size = 1
    for one in lists:
        size *= max(1, len(one))
    return size


_Make = Callable[[Step, Tests, Mapping[str, Any]], list[Point] | None]
_KINDS: Final[Mapping[str, _Make]] = {
    "choice": _one_of,
    "yes-no": _one_of,
    "choices": _several,
    "scale": _rated,
    "number": _numbered,
    "list": _listed,
    "pick": _picked,
    "update": _updated,
    "grid": _cells,
    "sentence": _believed,
    "rehearse": _rehearsed,
}
