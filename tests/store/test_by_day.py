"""What SQLite counts is what counting by hand gives, on a store of a few hundred entries over ten years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from guide.store import by_day, derived, entries
from guide.store.database import Store
from guide.store.records import Point
from tests.bench import ten_years

UNTIL = "2026-11-23"
SERIES = ("core/flatness", "core/mood", "core/discomfort", "core/expected", "core/level")
SINCES = ("", "2019-03-31", "2026-08-01", "2027-01-01")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("years") / "unmuted.db"
    ten_years.write(path, 700, seed=5, until=UNTIL)
    with Store.open(path) as opened:
        yield opened


def asked(points: list[Point]) -> list[Point]:
    return [one for one in points if one.state not in ("hidden", "not-reached")]


@pytest.mark.parametrize("since", SINCES)
@pytest.mark.parametrize("series", SERIES)
def test_days_and_items_add_up(store: Store, series: str, since: str) -> None:
    points = derived.points(store, series, since=since or None)
    days = by_day.noted(store, series, since)
    assert [one.day for one in days] == sorted({one.day for one in points})
    for one in days:
        mine = [point for point in points if point.day == one.day]
        assert sorted(one.values) == sorted(
            p.value for p in mine if p.state == "given" and p.value is not None
        )
        assert Counter(one.states) == Counter(p.state for p in mine if p.state != "given")
    found = by_day.by_item(store, series, since)
    times = Counter(one.item for one in asked(points))
    assert {one.item: one.times for one in found} == times
    for item in found:
        mine = [one for one in asked(points) if one.item == item.item]
        assert (item.days, item.last_at) == (len({one.day for one in mine}), max(one.at for one in mine))
        assert item.numb == sum(one.state == "numb" for one in mine)
    assert by_day.days_asked(store, series, since) == len({one.day for one in asked(points)})
    assert by_day.last_points(store, series, since, 7) == asked(points)[-7:]


@pytest.mark.parametrize("series", SERIES)
def test_the_latest_of_a_day_and_the_first_day(store: Store, series: str) -> None:
    points = derived.points(store, series)
    assert by_day.first_day(store, series) == points[0].day
    given = [one for one in points if one.state == "given"]
    for day in {one.day for one in given[:20]}:
        assert by_day.latest(store, series, day) == [one.value for one in given if one.day == day][-1]
    assert by_day.first_day(store, "core/none") == "" and by_day.latest(store, series, "1999-01-01") is None


@pytest.mark.parametrize("since", SINCES)
@pytest.mark.parametrize("name", ["core/skills", "core/acts", "core/plans", "core/sentences"])
def test_items_are_those_the_whole_reading_gives(store: Store, name: str, since: str) -> None:
    every = [one for one in derived.items(store, name) if one.day >= since]
    assert [one.id for one in by_day.newest(store, name, since, -1)] == [one.id for one in every]
    assert every[:5] == by_day.newest(store, name, since, 5)
    assert by_day.changed(store, name, since) == len(every)
    words = sum(bool(str(one.fields.get("then") or "").strip()) for one in every)
    assert by_day.with_words(store, name, since, "then") == words
    began = Counter(derived.item_versions(store, one.id)[0].day for one in derived.items(store, name))
    assert dict(by_day.collected(store, name)) == began


def test_so_many_times_back_and_one_answer(store: Store) -> None:
    rows = entries.page(store, exercise="core/muted-check", limit=1000)
    assert by_day.day_back(store, "core/muted-check", 10) == rows[10].day
    assert by_day.day_back(store, "core/muted-check", 10_000) == ""
    entry = entries.entry(store, rows[0].id)
    side = next(step for step in entry.steps if step.step == "side")
    assert side.latest is not None and by_day.answer_at(store, entry.id, "side") == side.latest.value
    assert by_day.answer_at(store, entry.id, "none") is None
