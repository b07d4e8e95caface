"""Points, days and strategies that the tests of this room share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

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
any_points = st.lists(
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
    max_size=30,
)
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
