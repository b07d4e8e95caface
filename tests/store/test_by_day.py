"""What SQLite counts is what counting by hand gives, on a store of a few hundred entries over ten years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.store import by_day, derived, entries
from guide.store.database import Store
from guide.store.records import Point
from tests.bench import ten_years

UNTIL = "2026-11-23"
SERIES = ("core/flatness", "core/mood", "core/discomfort", "core/expected", "core/level")
SINCES = ("", "2019-03-31", "2026-08-01", "2027-01-01")
SPANS = [
    *((since, "") for since in SINCES),
    ("2019-03-31", "2020-02-29"),
    ("", "2026-08-01"),
    ("2026-11-23", UNTIL),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("years") / "unmuted.db"
    ten_years.write(path, 700, seed=5, until=UNTIL)
    with Store.open(path) as opened:
        yield opened


def asked(points: list[Point]) -> list[Point]:
    return [one for one in points if one.state not in ("hidden", "not-reached")]


@pytest.mark.parametrize(("since", "until"), SPANS)
@pytest.mark.parametrize("series", SERIES)
def test_days_and_items_add_up(store: Store, series: str, since: str, until: str) -> None:
    every = derived.points(store, series)
    points = [one for one in every if since <= one.day <= (until or "~")]
    assert by_day.times_before(store, series, since) == sum(one.day < since for one in asked(every))
    days = by_day.noted(store, series, since, until)
    assert [one.day for one in days] == sorted({one.day for one in points})
    for one in days:
        mine = [point for point in points if point.day == one.day]
        assert sorted(one.values) == sorted(
            p.value for p in mine if p.state == "given" and p.value is not None
        )
        assert Counter(one.states) == Counter(p.state for p in mine if p.state != "given")
    found = by_day.by_item(store, series, since, until)
    times = Counter(one.item for one in asked(points))
    assert {one.item: one.times for one in found} == times
    for item in found:
        mine = [one for one in asked(points) if one.item == item.item]
        assert (item.days, item.last_at) == (len({one.day for one in mine}), max(one.at for one in mine))
        assert item.numb == sum(one.state == "numb" for one in mine)
    assert by_day.days_asked(store, series, since, until) == len({one.day for one in asked(points)})
    assert by_day.last_points(store, series, since, 7, until) == asked(points)[-7:]


@pytest.mark.parametrize("series", SERIES)
def test_the_latest_of_a_day_and_the_first_day(store: Store, series: str) -> None:
    points = derived.points(store, series)
    assert by_day.first_day(store, series) == min(one.day for one in points)
    assert by_day.last_day(store, series) == max(one.day for one in points)
    given = [one for one in points if one.state == "given"]
    for day in {one.day for one in given[:20]}:
        assert by_day.latest(store, series, day) == [one.value for one in given if one.day == day][-1]
    assert by_day.first_day(store, "core/none") == "" == by_day.last_day(store, "core/none")
    assert by_day.latest(store, series, "1999-01-01") is None


@pytest.mark.parametrize(
    ("moments", "first", "last"),
    [
        # From Kiritimati to Hawaii: the later moment has the earlier day.
        ([("2026-02-28T10:30:00Z", "2026-03-01"), ("2026-02-28T12:00:00Z", "2026-02-28")], "2026-02-28", "2026-03-01"),
        ([("2026-02-28T10:30:00Z", "2026-03-01"), ("2026-03-01T09:00:00Z", "2026-02-28")], "2026-02-28", "2026-03-01"),
        ([("2028-02-29T12:00:00Z", "2028-02-29")], "2028-02-29", "2028-02-29"),
        ([("0001-01-01T00:00:00Z", "0001-01-01"), ("9999-12-31T23:00:00Z", "9999-12-31")], "0001-01-01", "9999-12-31"),
    ],
    ids=["west", "the next day", "one", "the ends of the calendar"],
)  # fmt: skip
def test_the_first_and_the_last_day_are_days_and_not_moments(
    tmp_path: Path, moments: list[tuple[str, str]], first: str, last: str
) -> None:
    ten_years.write(tmp_path / "unmuted.db", 20, seed=5, until=UNTIL)
    with Store.open(tmp_path / "unmuted.db") as opened:
        with opened.writing() as connection:
            for n, (at, day) in enumerate(moments):
                connection.execute(
                    "INSERT INTO points VALUES ('core/made', ?, (SELECT min(seq) FROM entries), ?, '', 'given', 5, 0, "
                    "?, 'step')",
                    (at, n, day),
                )
        assert (by_day.first_day(opened, "core/made"), by_day.last_day(opened, "core/made")) == (first, last)


def test_neither_end_of_a_series_is_found_by_reading_it_whole(store: Store) -> None:
    read: list[str] = []
    store.query("SELECT 1")  # opened by now
    connection = store.connection
    connection.set_trace_callback(read.append)
    by_day.first_day(store, "core/flatness"), by_day.last_day(store, "core/flatness")
    connection.set_trace_callback(None)
    points = [line for line in read if "min(day)" in line or "max(day)" in line]
    counts = [store.query("SELECT count(*)" + line[line.index(" FROM") :])[0][0] for line in points]
    assert len(counts) == 2 and max(counts) < 10 < len(derived.points(store, "core/flatness"))


@pytest.mark.parametrize(("since", "until"), SPANS)
@pytest.mark.parametrize("name", ["core/skills", "core/acts", "core/plans", "core/sentences"])
def test_items_are_those_the_whole_reading_gives(store: Store, name: str, since: str, until: str) -> None:
    every = [
        one
        for one in derived.items(store, name)
        if any(since <= version.day <= (until or "~") for version in derived.item_versions(store, one.id))
    ]
    assert [one.id for one in by_day.newest(store, name, since, -1, until=until)] == [one.id for one in every]
    assert every[:5] == by_day.newest(store, name, since, 5, until=until)
    assert by_day.changed(store, name, since, until) == len(every)
    words = sum(bool(str(one.fields.get("then") or "").strip()) for one in every)
    assert by_day.with_words(store, name, since, "then", until) == words
    began = Counter(derived.item_versions(store, one.id)[0].day for one in derived.items(store, name))
    assert dict(by_day.collected(store, name)) == began


def test_so_many_times_back_and_one_answer(store: Store) -> None:
    rows = entries.page(store, exercise="core/muted-check", limit=1000)
    days = sorted(row.day for row in rows)
    assert by_day.day_back(store, "core/muted-check", 10) == rows[9].day
    assert by_day.day_back(store, "core/muted-check", 10, days[0]) == rows[9].day
    assert by_day.day_back(store, "core/muted-check", 10, rows[9].day) == "", "nothing of it lies before"
    assert by_day.day_back(store, "core/muted-check", len(rows)) == "", "nor before the first"
    assert by_day.day_back(store, "core/muted-check", 10_000) == ""
    entry = entries.entry(store, rows[0].id)
    side = next(step for step in entry.steps if step.step == "side")
    assert side.latest is not None and by_day.answer_at(store, entry.id, "side") == side.latest.value
    assert by_day.answer_at(store, entry.id, "none") is None
