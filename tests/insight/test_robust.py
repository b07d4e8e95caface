"""What holds for every view: order of input is no matter, numb changes no number, an edit moves only its point."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from guide.insight.collected import collected, collected_rows
from guide.insight.ease import ease, ease_all, ease_chart, ease_together
from guide.insight.ease_words import Words, words_rows
from guide.insight.mix import Chosen, mix
from guide.insight.muted import Note, Option, balance
from guide.insight.texts import cells, clean
from guide.insight.trend import Noted, line, line_chart, line_of, unit_of
from guide.insight.values import Point
from tests.insight.making import any_points, day, days, point, printable, rated_points, texts, widths

OPTIONS = [Option("a", "one"), Option("b", "two")]


@dataclass
class Shuffled:
    """Points, and the same in another order."""

    before: list[Point]
    after: list[Point]


shuffled = rated_points.flatmap(
    lambda found: st.permutations(found).map(lambda other: Shuffled(found, list(other)))
)


@given(shuffled)
def test_the_order_of_input_is_no_matter(found: Shuffled) -> None:
    assert line(found.before) == line(found.after)
    assert ease(found.before, []) == ease(found.after, [])
    assert ease_all({}, found.before, []) == ease_all({}, found.after, [])


@given(st.lists(st.tuples(days, st.sampled_from("ab")), max_size=30).flatmap(
    lambda found: st.tuples(st.just(found), st.permutations(found))
))  # fmt: skip
def test_nor_is_it_for_answers(both: tuple[list[tuple[str, str]], list[tuple[str, str]]]) -> None:
    def views(found: list[tuple[str, str]]) -> tuple[object, ...]:
        counted = balance([Note(option, on) for on, option in found], OPTIONS, day(400))
        return counted, mix([Chosen(on, "given", (option,)) for on, option in found], OPTIONS, "", day(400))

    assert views(both[0]) == views(both[1])


@given(rated_points, st.lists(st.integers(0, 40), max_size=6))
def test_a_numb_value_changes_no_number(found: list[Point], on: list[int]) -> None:
    numb = [point(at, "numb", n, entry=f"n{n}") for n, at in enumerate(on)]
    plain, mixed = ease(found, []), ease([*found, *numb], [])
    assert (plain.rated, plain.compared) == (mixed.rated, mixed.compared)
    assert mixed.numb == plain.numb + len(on)
    one, two = line(found), line([*found, *numb])
    assert (one.low, one.high, one.middle, one.latest) == (two.low, two.high, two.middle, two.latest)
    values = {one.day: one.value for one in one.days}
    assert all(values.get(other.day) == other.value for other in two.days)


@given(rated_points.filter(bool), st.data())
def test_an_edit_moves_exactly_its_point(found: list[Point], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(found) - 1))
    edited = [*found]
    edited[place] = found[place]._replace(state="given", value=data.draw(st.integers(0, 10)))
    before, after = ease(found, []).repetitions, ease(edited, []).repetitions
    moved = [two for one, two in zip(before, after, strict=True) if one != two]
    assert all(one.entry == found[place].entry for one in moved) and len(moved) <= 1
    days_before = {one.day: one for one in line(found).days}
    days_after = {one.day: one for one in line(edited).days}
    changed = {on for on in {*days_before, *days_after} if days_before.get(on) != days_after.get(on)}
    assert changed <= {found[place].day}


@given(any_points, st.one_of(st.just(""), days))
def test_days_counted_already_give_the_same_line(found: list[Point], since: str) -> None:
    plain = line(found, since=since)
    from guide.insight.noted import noted_days

    assert line_of([Noted(*one) for one in noted_days(found)], since=since) == plain


@given(rated_points, days)
def test_a_range_keeps_numbers_and_counts_only_what_lies_in_it(found: list[Point], since: str) -> None:
    every, lately = ease(found, []), ease(found, [], since=since)
    assert lately.repetitions == tuple(one for one in every.repetitions if one.day >= since)
    assert lately.earlier + len(lately.repetitions) == len(every.repetitions)
    assert ease_together(found, []).repetitions == every.repetitions


@given(any_points, st.integers(1, 3000), widths, st.booleans(), st.data())
def test_a_mark_stands_beneath_its_column_and_nothing_else_moves(
    found: list[Point], spread: int, width: int, ascii: bool, data: st.DataObject
) -> None:
    shown = line(found, until=day(spread))
    plain = line_chart(shown, width, ascii=ascii)
    if not shown.days:
        return
    marked = line_chart(shown, width, ascii=ascii, mark=data.draw(st.sampled_from(shown.days)).day)
    extra = [row for row in marked if row.strip() in ("^", "▲")]
    assert len(extra) == 1 and cells(extra[0]) <= width
    marked.remove(extra[0])
    assert marked == plain
    rounds = ease(found, [])
    for one in rounds.repetitions[:3]:
        assert len(ease_chart(rounds, width, mark=one.number)) == len(ease_chart(rounds, width)) + 1


def test_long_times_are_drawn_by_week_and_by_month_and_say_so() -> None:
    assert [unit_of(day(0), day(n)) for n in (182, 183, 1095, 1096)] == ["", "week", "week", "month"]
    found = line([point(on, on % 11) for on in range(0, 400)])
    assert "Each dot is the middle of the days of one week." in found.words
    rows = line_chart(found, 80)
    assert sum(row.count("●") for row in rows[:11]) <= 58
    assert any("·" in row for row in rows[:11])
    apart = line([point(on, 5) for on in (0, 1, 2, 14, 15, 16, 300)])
    assert not any("·" in row for row in line_chart(apart, 80)), "weeks with a gap between are not joined"
    assert any(
        "middle of the days of one month" in line_ for line_ in line([point(0, 1), point(2000, 2)]).words
    )


@given(st.lists(st.tuples(days, st.integers(1, 90)), max_size=30, unique_by=lambda one: one[0]), widths)
def test_things_collected_add_up_and_fit(found: list[tuple[str, int]], width: int) -> None:
    found.sort()
    shown = collected(found, every=sum(n for _, n in found))
    assert sum(n for _, _, n in shown.weeks) == (shown.things if shown.weeks else 0)
    assert shown.things == sum(n for _, n in found)
    assert all(cells(row) <= max(width, 28) for row in collected_rows(shown, width))


@given(st.lists(st.builds(Words, days, texts, texts), max_size=9), st.integers(0, 4))
def test_what_was_written_stands_latest_first_and_on_one_line(rounds: list[Words], most: int) -> None:
    rows = words_rows(rounds, most)
    written = [one for one in rounds if clean(one.expected).strip() or clean(one.happened).strip()]
    assert len(rows) == min(most, len(written)) + (len(written) > most)
    assert all("\n" not in row and printable(row) for row in rows)
