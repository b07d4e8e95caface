"""What a page for a prescriber can be made of: any facts there may be, and facts whose things can be counted on it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from guide.insight.feelings import GridNote
from guide.insight.measures import Measure
from guide.insight.muted import Note, Option
from guide.insight.summary import (
    SECTIONS,
    Answered,
    Facts,
    Feelings,
    Measured,
    Medicine,
    NotTaken,
    Scale,
    Sides,
)
from guide.insight.values import Marker, Point

from .making import any_points, day, days, point, points

FIRST, LAST = day(0), day(27)
EMPTY = Facts(FIRST, LAST, LAST)
OWN = ("through", "costs", "glad", "want")
"""Sections that are lists of a person's own words."""


def scale(values: list[Any], title: str = "Flatness", on: list[int] | None = None) -> Scale:
    return Scale(title, 0, 10, "none", "all", tuple(points(values, on)))


TALKING = (
    "evenings with my family feel far away and I cannot say what I would want for supper or for next year; "
)
words_ = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "",
            " ",
            "a flat evening",
            "I feel nothing!",
            "W" * 400,
            "静" * 200,
            TALKING * 4,
            "a b c " * 60,
            "{n} “x” …",
        ]
    ),
    st.integers(60, 400).map(lambda n: (TALKING * 4)[:n]),
)
many: Any = st.lists(words_, max_size=12).map(tuple)
inside = st.integers(0, 27)
dates = st.one_of(
    inside.map(day),
    st.integers(0, 400).map(day),
    st.sampled_from(["2026-10", "2026-11", "2026", "2027-03", "2027", "2025-12-31", "never", ""]),
)
markers = st.builds(Marker, dates, st.just("day"), words_)
answered = st.builds(Answered, words_, words_, days)
ratings = st.lists(
    st.tuples(inside, st.one_of(st.integers(0, 10), st.sampled_from(["numb", "cannot-tell"]))), max_size=30
).map(
    lambda made: tuple(
        point(on, value, n, entry=f"e{n}") for n, (on, value) in enumerate(sorted(made, key=str))
    )
)
weeks = st.tuples(*[st.integers(0, 10)] * 28).map(lambda made: tuple(points(list(made))))
one_day = st.lists(st.integers(0, 10), min_size=2, max_size=4).map(
    lambda made: tuple(points(list(made), [3] * len(made)))
)
series = st.builds(
    Scale,
    words_,
    st.just(0),
    st.just(10),
    words_,
    words_,
    st.one_of(weeks, ratings, one_day, weeks, any_points.map(tuple)),
)
grids = st.builds(
    GridNote,
    inside.map(day),
    st.dictionaries(st.sampled_from("abc"), st.sampled_from("xy"), max_size=3).map(
        lambda made: {"cells": made}
    ),
    st.builds(
        lambda text: {
            "rows": [{"id": one, "text": one + text} for one in "abc"],
            "columns": [{"id": "x", "text": text, "counts": "muted"}, {"id": "y", "text": "same"}],
        },
        words_,
    ),
)
medicines = st.lists(st.builds(Medicine, words_, st.lists(markers, max_size=9).map(tuple)), max_size=14).map(
    tuple
)
choices = st.builds(
    Sides,
    words_,
    st.lists(st.builds(Note, st.sampled_from("abc"), inside.map(day)), max_size=9).map(tuple),
    st.builds(lambda text: (Option("a", text), Option("b", "B")), words_),
)
measured = st.builds(
    Measured,
    st.builds(
        Measure,
        st.just("m"),
        words_,
        st.sampled_from([None, 0.0]),
        st.just(9.0),
        st.sampled_from(["lower", "", "higher"]),
        st.one_of(st.none(), st.floats(0, 9)),
        dates,
    ),
    ratings,
)
any_facts = st.builds(
    Facts,
    st.sampled_from([FIRST, "2025-12-01", "0001-01-01"]),
    st.just(LAST),
    st.sampled_from([LAST, day(13), day(60), day(120)]),
    noted=st.lists(st.tuples(st.sampled_from("abcdef"), days), max_size=20).map(tuple),
    sentence=many,
    questions=many,
    medicine=medicines,
    substances=st.lists(answered, max_size=5).map(tuple),
    taking=st.lists(answered, max_size=5).map(tuple),
    not_taken=st.lists(st.builds(NotTaken, st.floats(0, 28), days), max_size=3).map(tuple),
    since=st.one_of(st.just(""), dates, words_),
    before=st.lists(answered, max_size=5).map(tuple),
    flatness=st.lists(series, max_size=3).map(tuple),
    sides=st.lists(choices, max_size=3).map(tuple),
    feelings=st.lists(
        st.builds(Feelings, st.lists(grids, max_size=9).map(tuple), st.booleans()), max_size=3
    ).map(tuple),
    through=many,
    costs=many,
    glad=many,
    want=many,
    mood=st.lists(series, max_size=3).map(tuple),
    measures=st.lists(measured, max_size=9).map(tuple),
    effects=st.lists(answered, max_size=9).map(tuple),
    out=st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(SECTIONS))),
)


def _named(name: str, n: int, long: int) -> str:
    """The n-th thing of a name, with so many columns of talk behind it."""
    return f"{name}{n} {(TALKING * 4)[:long]}".strip()


def counted_facts(numbers: dict[str, int], changes: list[int], long: int) -> Facts:
    """Facts whose every thing has a word of its own, so that it can be found on the page, or is missed there."""
    found: dict[str, Any] = {name: tuple(_named(name, n, long) for n in range(numbers[name])) for name in OWN}
    for name in ("sentence", "questions"):
        found[name] = tuple(_named(name, n, long) for n in range(numbers[name]))
    for name in ("taking", "effects", "before"):
        asked = "Anything else that came or changed since you take it"
        found[name] = tuple(Answered(asked, _named(name, n, long), FIRST) for n in range(numbers[name]))
    found["substances"] = tuple(
        Answered("", _named("substances", n, long), LAST) for n in range(numbers["taking"])
    )
    return EMPTY._replace(
        **found,
        medicine=tuple(
            Medicine(_named("medicine", n, long // 6), tuple(_change(n, at) for at in range(times)))
            for n, times in enumerate(changes)
        ),
        flatness=tuple(scale([2, 5, 9, "numb"], f"flatness{n}") for n in range(numbers["flatness"])),
        mood=tuple(scale([1, 2, 3, 4], f"mood{n}") for n in range(numbers["mood"])),
        sides=tuple(_sides(n) for n in range(numbers["sides"])),
        feelings=tuple(_feelings(n) for n in range(numbers["feelings"])),
        measures=tuple(
            Measured(
                Measure(f"m{n}", _named("measures", n, long), 0, 100, "lower", 90.0, "2026-03"), _points(n)
            )
            for n in range(numbers["measures"])
        ),
    )


def _points(n: int) -> tuple[Point, ...]:
    return tuple(points([60, 40 + n % 3]))


def _change(n: int, at: int) -> Marker:
    date = (
        "2026-01",
        "2026-03-05",
        "2026-07",
        "2026-10-03",
        "2026-10",
        "2026-12-01",
        "",
        "2026-10-20",
        "2027",
    )[at % 9]
    return Marker(date, "day", f"change{n}x{at} {25 * at} mg in the morning and at night, dose up")


def _sides(n: int) -> Sides:
    notes = tuple(Note("abcdefghijk"[at % 11], day(at)) for at in range(20))
    return Sides(
        f"sides{n} Which are muted",
        notes,
        tuple(Option(one, f"option{one} of these") for one in "abcdefghijk"),
    )


def _feelings(n: int) -> Feelings:
    step = {
        "rows": [{"id": f"r{at}", "text": f"feeling {at} of {n}"} for at in range(9)],
        "columns": [{"id": "x", "text": "muted", "counts": "muted"}, {"id": "y", "text": "stronger"}],
    }
    cells = {f"r{at}": "xy"[at % 2] for at in range(9)}
    return Feelings(tuple(GridNote(day(at), {"cells": cells}, step) for at in range(4)))


NAMES = (
    *OWN,
    "sentence",
    "questions",
    "taking",
    "effects",
    "before",
    "flatness",
    "mood",
    "sides",
    "feelings",
    "measures",
)
full_facts = st.builds(
    counted_facts,
    st.fixed_dictionaries({name: st.integers(0, 12) for name in NAMES}),
    st.lists(st.integers(1, 9), max_size=14),
    st.integers(0, 300),
)
"""Facts for pages from nearly empty to far too full, whose things can be counted."""
