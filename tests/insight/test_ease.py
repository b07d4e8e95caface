"""What may be said of a sentence's repetitions, and what may not."""

from __future__ import annotations

from statistics import median

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide.insight.dates import parse_day
from guide.insight.ease import THINGS, ease, ease_all, ease_chart
from guide.insight.texts import cells
from guide.insight.values import Marker, Point, rating
from guide.words import progress as words

from .making import any_markers, any_points, day, point, points, rated_points, texts, widths

DIRECTIONS = ("points less", "point less", "points more", "point more", ": the same.")


def said(found: list[Point], guessed: list[Point] | None = None) -> str:
    return " ".join(ease(found, guessed or []).words)


def speaks_of_direction(text: str) -> bool:
    return any(words in text for words in DIRECTIONS)


def test_the_first_three_stand_beside_the_latest_three() -> None:
    found = ease(points([7, 9, 6, 0, 5, 4, 5]), [])
    assert found.compared == (7, 5, -2)
    assert "The first three ratings had 7 in the middle, the latest three 5: 2 points less." in found.words


def test_worse_is_said_as_plainly_as_less() -> None:
    text = said(points([4, 5, 5, 5, 6, 6]))
    assert "had 5 in the middle, the latest three 6: 1 point more." in text
    assert "had 5 in the middle, the latest three 5: the same." in said(points([5, 5, 5, 5, 5, 5]))


@pytest.mark.parametrize(
    ("values", "on"),
    [
        ([9, 8, 7, 3, 2, 1], [0, 0, 0, 0, 0, 0]),
        ([9, 8, 7, 3, 2], [0, 1, 2, 3, 4]),
        ([9, 8, 7, 3, 2, 1], [0, 0, 1, 2, 2, 2]),
        ([9, 8, 7, 3, 2, 1], [0, 1, 2, 2, 3, 4]),
        ([9, 8, 7, "numb", "numb", 2, 1], [0, 1, 2, 3, 4, 5, 6]),
    ],
    ids=["one evening", "five", "three days", "a shared day", "five rated"],
)
def test_too_few_days_to_say(values: list[float | str | None], on: list[int]) -> None:
    text = said(points(values, on))
    assert "Too few days to say" in text and not speaks_of_direction(text)


def test_without_a_number_nothing_is_said_of_days() -> None:
    text = said(points(["numb"] * 12, [0, 1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 7]))
    assert text.startswith("12 repetitions on 8 days.")
    assert "No numbers, so there is nothing to say about how they move." in text
    assert "Too few" not in text and "0 ratings" not in text


def test_numb_stands_apart() -> None:
    found = ease(points([6, "numb", 6, 6, "numb", 6, 6, 6]), [])
    assert (found.rated, found.numb, found.muted) == (6, 2, False)
    assert found.compared == (6, 6, 0)
    assert "2 of them numb: these stand apart, outside every number below." in found.words


@pytest.mark.parametrize(("numb", "muted"), [(3, False), (4, True)])
def test_more_than_half_of_the_latest_six_numb_is_said(numb: int, muted: bool) -> None:
    found = ease(points([5] * 6 + ["numb"] * numb), [])
    assert found.muted is muted
    assert any("may be muted" in text for text in found.words) is muted


@pytest.mark.parametrize(
    ("unrated", "text"),
    [(0, "4 of the latest 4 were numb"), (2, "4 of the latest 6 were numb"), (3, ""), (6, "")],
)
def test_the_latest_are_the_latest_repetitions_whether_they_were_rated_or_not(
    unrated: int, text: str
) -> None:
    found = ease(points(["numb"] * 4 + ["skipped"] * unrated), [])
    assert found.muted is bool(text) and (found.numb, found.unrated) == (4, unrated)
    assert text in " ".join(found.words) and ("may be muted" in " ".join(found.words)) is bool(text)


def test_expected_beside_actual_in_counts() -> None:
    actual = points([4, 5, 3, 2, 9, 5, 5])
    text = said(actual, points([6, 6, 6, 6, 6, 5, 5]))
    assert "4 of 7 times it was less than expected, 1 more, 2 the same." in text


@pytest.mark.parametrize(
    ("guess", "word"), [(9, "less than expected"), (1, "more than expected"), (5, "as exp")]
)
def test_one_pair_is_said_as_one(guess: int, word: str) -> None:
    assert f"The one time both were rated, it was {word}" in said(points([5]), points([guess]))


def test_expecting_nothing_and_feeling_nothing_is_a_full_result() -> None:
    found = ease(points(["numb", "numb", 3]), points(["numb", 4, "numb"]))
    assert found.beside == (0, 0, 0, 0, 2, 1)
    assert "Once you expected to feel nothing and felt nothing. That is a full result." in found.words


def test_pairs_belong_together_by_entry_step_and_round() -> None:
    actual = [point(0, 3, 0, entry="a"), point(0, 5, 1, entry="a"), point(0, 7, 0, entry="b")]
    guessed = [point(0, 9, 1, entry="a"), point(0, 1, 0, entry="b"), point(0, 2, 2, entry="b")]
    rounds = ease(actual, guessed).repetitions
    assert [(one.number, one.expected, one.value) for one in rounds] == [(1, None, 3), (2, 9, 5), (3, 1, 7)]


def test_a_round_that_was_not_met_is_no_repetition_and_one_without_a_rating_is() -> None:
    found = ease(points([5, "not-reached", "hidden", "skipped"]), [])
    assert [one.state for one in found.repetitions] == ["given", "skipped"]
    assert "1 of them said without a rating." in found.words


def test_a_medicine_line_brings_its_caution() -> None:
    found = ease(points([5, 4, 3]), [], [Marker(day(1), "day", "50 mg"), Marker("2024", "year", "started")])
    assert [marker.label for marker in found.markers] == ["50 mg"]
    assert "feelings also shift for other reasons" in found.words[-1]
    assert any("a 2 Oct: 50 mg" in row for row in ease_chart(found, 60, today="2026-11-01"))


def test_each_repetition_is_a_dot_and_no_line_joins_them() -> None:
    rows = ease_chart(ease(points([7, 5, "numb", 3]), points([8, "numb", "numb", 3])), 60)
    scale = "".join(rows[:11])
    assert (scale.count("●"), scale.count("x"), scale.count("■"), scale.count("·")) == (2, 1, 1, 0)
    assert rows[12].count("@") == 1 and rows[12].count("x") == 1


@pytest.mark.parametrize("height", [3, 7, 11])
def test_what_differs_by_a_step_never_stands_in_one_place(height: int) -> None:
    worse = ease(points([n + 1 for n in range(10)]), points([n for n in range(10)]))
    rows = ease_chart(worse, 60, height)
    assert "".join(rows[:11]).count("x") == "".join(rows[:11]).count("●") == 10
    assert "■" not in "".join(rows)
    scale = "".join(ease_chart(worse, 60, height, high=100))
    assert scale.count("┤") == height  # a long scale is not drawn out


def test_repetitions_that_share_a_column_are_said_to() -> None:
    found = ease(points([5] * 80), [])
    assert "Some columns hold more than one repetition." in ease_chart(found, 60)
    assert "Some columns hold more than one repetition." not in ease_chart(found, 100)


@pytest.mark.parametrize("values", [[5], [5, "numb"]])
@pytest.mark.parametrize("width", [20, 40, 41])
def test_it_is_said_of_exactly_the_charts_in_which_a_column_holds_two(
    values: list[float | str | None], width: int
) -> None:
    for n in range(width // 2, width + 4):
        rows = ease_chart(ease(points((values * n)[:n]), []), width)
        columns = {column for row in rows[:13] for column, sign in enumerate(row) if sign in "●o"}
        assert (words.CHART_CROWDED in " ".join(rows)) is (len(columns) < n), n


def test_all_sentences_stand_side_by_side_without_an_average() -> None:
    actual = [point(0, 9), point(1, 9), point(2, 1, item="s2"), point(2, "numb", 1, item="s2")]
    found = ease_all({"s1": "I called.", "s2": "I slept."}, actual, [point(0, 9), point(2, 5, item="s2")])
    assert [row.item for row in found.rows] == ["s2", "s1"]
    assert found.rows[0].words == (
        '"I slept.": 2 times on 1 day, 1 numb; beside what was expected 1 less, 0 more, 0 the same'
    )
    assert found.words[0].startswith("4 repetitions of 2 sentences on 3 days.")
    assert ease_all({}, [], []).words == ("No sentence has been said yet.",)
    assert ease_all({}, actual, []).rows[0].label == "a sentence that is no longer here"


@given(rated_points)
@example(points([9, 8, 7, 3, 2, 1], [0, 1, 2, 2, 3, 4]))
@example(points([9, 8, 7, 3, 2, 1]))
def test_a_direction_is_spoken_of_only_when_the_rule_allows(found: list[Point]) -> None:
    rated = [one for one in ease(found, []).repetitions if one.value is not None]
    first, latest = {one.day for one in rated[:3]}, {one.day for one in rated[-3:]}
    allowed = len(rated) >= 6 and len({one.day for one in rated}) >= 4 and not first & latest
    text = said(found)
    assert speaks_of_direction(text) is allowed
    assert ("Too few days to say" in text) is (not allowed and bool(rated))


@given(any_points)
@example(points([9, 8, "numb", 7, 3, "numb", 2, 1]))
@example(points([9, 8, 7, 3, 2, 1], [0, 0, 0, 1, 1, 2]))
@example(points([9, 8, 7, 3, 2, 1], [0, 0, 1, 1, 2, 3]))
def test_what_is_compared_are_the_first_three_and_the_latest_three_ratings(found: list[Point]) -> None:
    """Care rule 4, over days as they are lived: travel, several rounds a day, numb among them."""
    asked = sorted(
        (one for one in found if parse_day(one.day) and rating(one) is not None),
        key=lambda one: (one.day, one.at, one.entry, one.step, one.n),
    )
    rated = [(one.day, rating(one) or 0) for one in asked]
    first, latest = rated[:3], rated[-3:]
    shared = {day for day, _ in first} & {day for day, _ in latest}
    allowed = len(rated) >= 6 and len({day for day, _ in rated}) >= 4 and not shared
    compared = ease(found, []).compared
    assert (compared is not None) is allowed is speaks_of_direction(said(found))
    if compared:
        middles = [median([value for _, value in group]) for group in (first, latest)]
        assert [compared.first, compared.latest, compared.change] == [*middles, middles[1] - middles[0]]


@given(any_points, any_points)
@example(points([5, "numb", "numb", 3]), points([5, 4, "numb", 6]))
def test_expected_beside_actual_counts_each_round_once(actual: list[Point], guessed: list[Point]) -> None:
    found = ease(actual, guessed)
    pairs = [(one.expected, one.value) for one in found.repetitions]
    both = [(guess, value) for guess, value in pairs if guess is not None and value is not None]
    counts = found.beside
    assert counts.rated == len(both) == counts.less + counts.more + counts.same
    assert counts.less == sum(value < guess for guess, value in both)
    assert counts.same == sum(value == guess for guess, value in both)
    states = [{one.state, one.expected_state} for one in found.repetitions]
    assert counts.nothing == states.count({"numb"}) and counts.one_numb <= states.count({"numb", "given"})


@given(rated_points, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 39)), max_size=10))
def test_numb_changes_no_number(found: list[Point], extra: list[tuple[int, int]]) -> None:
    plain = ease(found, [])
    numb = [point(on, "numb", n, entry=f"z{i}") for i, (on, n) in enumerate(extra)]
    zeroes = [one._replace(value=0.0) for one in numb]
    for mixed in (ease(found + numb, []), ease(found + zeroes, [])):
        assert (mixed.compared, mixed.rated) == (plain.compared, plain.rated)
        assert mixed.numb == plain.numb + len(numb)


@given(any_points, any_points, any_markers, widths, st.integers(-2, 30), st.booleans(), texts)
def test_no_points_break_it(
    actual: list[Point],
    guessed: list[Point],
    markers: list[Marker],
    width: int,
    height: int,
    ascii: bool,
    label: str,
) -> None:
    found = ease(actual, guessed, markers)
    assert found.rated + found.numb + found.unrated == len(found.repetitions)
    assert max(cells(row) for row in ease_chart(found, width, height, ascii=ascii)) <= width
    rows = ease_all({"s1": label}, actual, guessed, markers).rows
    assert sum(len(row.ease.repetitions) for row in rows) == len(found.repetitions)


def test_a_step_of_its_own_that_asked_before_is_set_beside_the_one_after() -> None:
    """Two scale steps of one exercise: same entry and item, different steps."""
    before = [point(on, value)._replace(step="before") for on, value in ((0, 6), (1, "numb"), (2, 5))]
    shown = ease(points([4, 3, 5]), before, told=THINGS)
    assert [(one.expected, one.value) for one in shown.repetitions] == [(6, 4), (None, 3), (5, 5)]
    assert (shown.beside.less, shown.beside.same, shown.beside.one_numb) == (1, 1, 1)
    late = [point(9, 6)._replace(step="before")]
    assert ease(points([4]), late).repetitions[0].expected is None


def test_what_is_no_sentence_is_not_called_one() -> None:
    shown = ease_all({"s1": "To the shop"}, points([4, "numb", "skipped"]), [], told=THINGS)
    said = " ".join([*shown.words, *(line for row in shown.rows for line in (row.words, *row.ease.words))])
    assert "sentence" not in said.lower()
    assert "said" not in said.lower()
