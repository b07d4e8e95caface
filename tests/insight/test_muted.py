"""Which side is muted: counts, a strip, and the rule for too little."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.insight.feelings import GridNote, grid_counts
from guide.insight.muted import Note, Option, balance, strip_rows
from guide.insight.texts import cells

from .making import day, days, texts

OPTIONS = (
    Option("pleasant", "Mostly the pleasant ones", "p"),
    Option("both", "Both", "b"),
    Option("neither", "Neither", "n"),
    Option("unsure", "I cannot tell", "?"),
)
COLUMNS = [
    {"id": "same", "text": "much the same"},
    {"id": "muted", "text": "muted", "counts": "muted"},
    {"id": "absent", "text": "absent", "counts": "muted"},
    {"id": "none", "text": "no occasion", "state": "no-occasion"},
]
ROWS = [
    {"id": "joy", "text": "joy", "tags": ["pleasant"]},
    {"id": "calm", "text": "calm", "tags": ["pleasant"]},
    {"id": "grief", "text": "grief", "tags": []},
]
STEP = {"columns": COLUMNS, "rows": ROWS}


def note(on: int, own: list[tuple[str, str]] | None = None, **cells_: str) -> GridNote:
    written = [{"text": text, "column": column} for text, column in own or ()]
    return GridNote(day(on), {"cells": cells_, "own": written}, STEP)


def test_days_are_counted_by_answer_and_blank_days_stay_blank() -> None:
    notes = [Note("both", day(0)), Note("both", day(1)), Note("pleasant", day(1)), Note("unsure", day(4))]
    found = balance(notes, OPTIONS, day(5), 7)
    assert found.strip == " b+  ? "
    assert [(count.id, count.days, count.notes) for count in found.counts] == [
        ("pleasant", 1, 1), ("both", 2, 2), ("neither", 0, 0), ("unsure", 1, 1)]  # fmt: skip
    assert found.words == (
        "4 notes on 3 days. Days with each answer: Mostly the pleasant ones 1; Both 2; I cannot tell 1.",
        "Some days hold different answers and are counted under each.",
    )


@pytest.mark.parametrize(("on", "enough"), [([0, 0, 0, 1], False), ([0, 1, 2], True)])
def test_fewer_than_three_days_is_too_little(on: list[int], enough: bool) -> None:
    found = balance([Note("both", day(n)) for n in on], OPTIONS, day(3), 7)
    assert found.enough is enough
    assert found.words[0].startswith("Too little to say: 4 notes on 2 days.") is not enough
    assert balance([], OPTIONS, day(3)).words == ("No notes in this time.",)


def test_notes_outside_the_days_do_not_count() -> None:
    found = balance([Note("both", day(0)), Note("both", day(9))], OPTIONS, day(8), 3)
    assert (found.notes, found.strip, found.since) == (0, "   ", day(6))


def test_letters_are_keys_or_the_first_free_one() -> None:
    options = [
        Option("x", "Both"),
        Option("y", "Big"),
        Option("z", "", "b"),
        Option("w", "b", "b"),
        Option("b", ""),
    ]
    letters = [count.letter for count in balance([], options, day(0)).counts]
    assert len(set(letters)) == 5 and letters[:3] == ["o", "i", "b"]


def test_an_option_of_an_older_pack_is_still_counted() -> None:
    found = balance([Note("gone", day(0))], OPTIONS, day(0), 1)
    assert (found.counts[-1].text, found.strip) == ("gone", "g")


def test_the_strip_is_a_calendar_by_week() -> None:
    assert date.fromisoformat(day(4)).weekday() == 0
    notes = [Note("both", day(4)), Note("pleasant", day(10))]
    rows = strip_rows(balance(notes, OPTIONS, day(11), 9), 40, today=day(11))
    assert rows == [
        "        Mo Tu We Th Fr Sa Su",
        "28 Sep",
        " 5 Oct  b                 p",
        "12 Oct",
        "p Mostly the pleasant ones",
        "b Both",
    ]


def test_until_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="ISO"):
        balance([], OPTIONS, "yesterday")


options = st.lists(st.builds(Option, texts, texts, texts), max_size=70, unique_by=lambda option: option.id)
ids = st.one_of(texts, st.sampled_from(["a", "b"]))


@given(
    options, st.lists(st.builds(Note, ids, st.one_of(days, texts)), max_size=20), days, st.integers(-1, 60)
)
def test_no_notes_break_it(declared: list[Option], notes: list[Note], until: str, last: int) -> None:
    found = balance(notes, declared, until, last)
    assert len(found.strip) == max(1, last)
    assert sum(count.notes for count in found.counts) == found.notes
    assert sum(char != " " for char in found.strip) == found.days
    for width in (12, 40, 120):
        assert all(cells(row) <= width for row in strip_rows(found, width))


def test_feelings_are_counted_of_their_occasions() -> None:
    notes = [
        note(0, joy="muted", calm="same", grief="none"),
        note(1, joy="absent", calm="muted", grief="none"),
        note(2, joy="same", calm="none"),
    ]
    found = grid_counts(notes)
    assert found.enough
    assert found.words == (
        "joy: muted or absent 2 of 3 with an occasion",
        "calm: muted or absent 1 of 2 with an occasion; 1 without an occasion or an answer",
        "grief: no occasion noted",
    )
    assert [tag.words for tag in found.tags] == [
        "Marked “pleasant”: muted or absent 3 of 5 with an occasion, over 2 feelings"]  # fmt: skip


def test_a_second_tag_that_divides_the_same_rows_once_more_is_not_counted() -> None:
    rows = [
        {"id": "joy", "text": "joy", "tags": ["pleasant", "high"]},
        {"id": "calm", "text": "calm", "tags": ["pleasant", "low"]},
        {"id": "fear", "text": "fear", "tags": ["unpleasant", "high"]},
        {"id": "low", "text": "low", "tags": []},
    ]
    notes = [
        one._replace(step={**one.step, "rows": rows}) for one in (note(n, joy="muted") for n in range(3))
    ]
    notes = [one._replace(value={"cells": {"joy": "muted", "calm": "same", "fear": "same"}}) for one in notes]
    found = grid_counts(notes)
    assert [(tag.tag, tag.rows, tag.occasions) for tag in found.tags] == [
        ("pleasant", 2, 6),
        ("unpleasant", 1, 3),
    ]
    assert found.rows[0].tags == ("pleasant", "high")


def test_own_rows_gather_by_their_words() -> None:
    found = grid_counts(
        [note(0, [("Awe", "muted")]), note(1, [("awe ", "same")], joy="same"), note(2, joy="same")]
    )
    assert [(row.text, row.own, row.occasions) for row in found.rows] == [("joy", False, 2), ("awe", True, 2)]
    assert found.rows[1].words == "awe: muted or absent 1 of 2 with an occasion"


def test_a_grid_of_two_days_is_too_little_and_an_empty_note_is_none() -> None:
    found = grid_counts([note(0, joy="muted"), note(0, joy="muted"), note(1, joy="muted"), note(2)])
    assert (found.notes, found.days, found.enough) == (3, 2, False)
    assert found.words == ("Too little to say: 3 notes on 2 days.",)
    assert grid_counts([]).words == ("No notes in this time.",)


def test_an_older_note_keeps_its_meaning_when_the_pack_changed() -> None:
    older = {
        "columns": [{"id": "low", "text": "low", "counts": "muted"}],
        "rows": [{"id": "joy", "text": "gladness"}],
    }
    notes = [GridNote(day(0), {"cells": {"joy": "low"}}, older), note(1, joy="same")]
    row = grid_counts(notes).rows[0]
    assert (row.text, row.occasions, row.told[0].n) == ("joy", 2, 1)


grid_columns = st.fixed_dictionaries(
    {"id": ids},
    optional={"text": texts, "counts": texts, "state": st.sampled_from(["no-occasion", "cannot-tell"])},
)
grid_rows = st.fixed_dictionaries({"id": ids}, optional={"text": texts, "tags": st.lists(texts, max_size=3)})
grid_notes = st.builds(
    GridNote,
    st.one_of(days, texts),
    st.fixed_dictionaries(
        {},
        optional={
            "cells": st.dictionaries(ids, ids, max_size=4),
            "own": st.lists(st.fixed_dictionaries({"text": texts, "column": ids}), max_size=3),
        },
    ),
    st.fixed_dictionaries(
        {}, optional={"columns": st.lists(grid_columns, max_size=4), "rows": st.lists(grid_rows, max_size=4)}
    ),
)


@given(st.lists(grid_notes, max_size=8))
def test_no_grid_breaks_it(notes: list[GridNote]) -> None:
    found = grid_counts(notes)
    assert found.notes <= len(notes)
    assert all(one.n <= row.occasions for row in found.rows for one in row.told)
