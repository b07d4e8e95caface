"""Points, days and strategies that the tests of this room share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from guide.insight.values import Marker, Point
from guide.steps.base import STATES

START = date(2026, 10, 1)


def day(n: int) -> str:
    """The ISO day `n` days after the start."""
    return (START + timedelta(days=n)).isoformat()


def point(on: int, value: float | str | None, n: int = 0, *, item: str = "s1", entry: str = "") -> Point:
    """A point `on` days after the start; a text as value is its state."""
    state = value if isinstance(value, str) else "given"
    number = None if isinstance(value, str) else value
    return Point(item, state, number, n, f"{day(on)}T10:00:00Z", day(on), entry or f"e{on}", "rounds")


def points(values: Sequence[float | str | None], on: Sequence[int] | None = None) -> list[Point]:
    """One point an entry and a day, or on the days given (several on a day stay in order)."""
    days = range(len(values)) if on is None else on
    return [point(at, value, n) for n, (at, value) in enumerate(zip(days, values, strict=True))]


texts = st.text(max_size=30)
days = st.one_of(st.integers(0, 400).map(day), st.integers(0, 3).map(day))
values = st.one_of(
    st.none(),
    st.integers(0, 10),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-(10**400), 10**400),
)
_hostile = st.lists(
    st.builds(
        Point,
        item=st.sampled_from(["s1", "s2", ""]),
        state=st.one_of(st.sampled_from(STATES), texts),
        value=values,
        n=st.integers(0, 3),
        at=texts,
        day=st.one_of(days, texts),
        entry=st.sampled_from(["e1", "e2", "e3"]),
        step=st.sampled_from(["rounds", "other"]),
    ),
    max_size=6,
)


class Noted(NamedTuple):
    """One thing noted by a made-up person: so many days after the one before (fewer when a clock was set back), at this
    hour of the clock where they were, which is so many minutes east of Greenwich."""

    later: int
    hour: int
    east: int
    value: float | str
    item: str
    n: int


def lived(begun: int, noted: Sequence[Noted]) -> list[Point]:
    """The points of these, each with the local day and the moment it was given at, which travel sets apart."""
    made, on = [], begun
    for place, one in enumerate(noted):
        on += one.later
        here = datetime.combine(START, time(one.hour)) + timedelta(days=on)
        at = (here - timedelta(minutes=one.east)).isoformat() + "Z"
        made.append(point(on, one.value, one.n, item=one.item, entry=f"e{place}")._replace(at=at))
    return made


def _noted(*later: int) -> st.SearchStrategy[Noted]:
    return st.builds(
        Noted,
        later=st.sampled_from(later),
        hour=st.integers(0, 23),
        east=st.sampled_from([60, 120, -300, -600, 780, 840]),
        value=st.one_of(st.integers(0, 10), st.integers(0, 10), st.just("numb"), st.sampled_from(STATES)),
        item=st.sampled_from(["s1", "s1", "s1", "s2"]),
        n=st.sampled_from([0, 0, 0, 1]),
    )


_often, _at_a_time = _noted(1, 1, 0, 0, 2, 6, 7, 8, 9, 30, 200, -1, -30), _noted(0, 0, 0, 0, 0, 0, 0, 1)
_lives = st.builds(
    lived,
    st.sampled_from([0, (date(2028, 2, 27) - START).days, (date(2028, 2, 28) - START).days]),
    st.one_of(
        st.lists(_often, min_size=2, max_size=30),
        st.lists(_often, min_size=12, max_size=30),
        st.lists(_often, min_size=16, max_size=30),
        st.lists(_at_a_time, min_size=10, max_size=16),
    ),
)
any_points = st.one_of(
    _hostile,
    _lives,
    _lives,
    st.tuples(_lives, _hostile).flatmap(lambda both: st.permutations([*both[0], *both[1]])),
)
"""Points of a person over days, with what a broken or hostile store may hold besides. `test_making` says what of it
is reached."""
rated_points = st.lists(
    st.tuples(st.integers(0, 40), st.one_of(st.integers(0, 10), st.just("numb"), st.just("skipped"))),
    max_size=40,
).map(
    lambda made: [point(on, value, n, entry=f"e{n}") for n, (on, value) in enumerate(sorted(made, key=str))]
)
any_markers = st.lists(
    st.builds(
        Marker,
        date=st.one_of(days, st.just("2026-11"), st.just("2026"), texts),
        precision=st.sampled_from(["day", "month", "year"]),
        label=texts,
    ),
    max_size=60,
)
widths = st.integers(12, 140)


def printable(row: str) -> bool:
    """Whether a row holds nothing that steers a terminal. The joiners that people type are no such sign."""
    return row.replace("\u200c", "").replace("\u200d", "").isprintable()
