"""The page for a prescriber as a document: always one page, nothing on it that was not noted or let in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from guide.insight.feelings import GridNote
from guide.insight.measures import Measure
from guide.insight.muted import Note, Option
from guide.insight.summary import Answered, Feelings, Measured, Medicine, Page, Sides, summary
from guide.insight.values import Marker
from guide.report import text
from guide.words import summary as words

from .making import day, points
from .making_facts import EMPTY, FIRST, scale

NEVER = re.compile(
    r"%|\b(percent|score|severe|severity|mild|moderate|improv\w*|better|worse|progress|trend|remission|relapse|"
    r"diagnos\w*|disorder|anhedonia|blunting|screener|cut-off|stop taking|recovered)\b",
    re.IGNORECASE,
)
"""Words that the program itself never puts on the page."""


def flat(page: Page) -> str:
    """The page in one line."""
    return " ".join(" ".join(text.lines(page)).split())


def test_an_empty_notebook_gives_an_honest_page() -> None:
    page = summary(EMPTY)
    said = flat(page)
    assert "Notes I kept, not an assessment. No notes in 28 days, 1 Oct to 28 Oct 2026." in said
    assert "None noted here." in said and "When it began: not noted here." in said
    assert (
        "Not noted, or left off this page: whether it is taken as prescribed; other medicines, alcohol or drugs."
        in said
    )
    assert [one.id for one in page.sections] == ["medicine", "flatness", "visit"]
    assert not NEVER.search(said)


def test_what_comes_first_and_what_follows() -> None:
    own: dict[str, Any] = {
        name: ("own words",) for name in ("sentence", "questions", "through", "costs", "glad", "want")
    }
    facts = EMPTY._replace(mood=(scale([4], "Mood"),), flatness=(scale([5]),), **own)
    page = summary(facts)
    order = ["say", "medicine", "flatness", "through", "costs", "glad", "want", "mood", "visit"]
    assert [one.id for one in page.sections] == order
    assert page.sections[0].lines == ("“own words”", "1. own words")


def test_three_questions_and_one_sentence_at_most() -> None:
    page = summary(EMPTY._replace(sentence=("one", "two"), questions=("a", "b", "c", "d")))
    assert page.sections[0].lines == ("“one”", "1. a", "2. b", "3. c", "and 2 more in my notes")


def test_days_and_gaps() -> None:
    noted = tuple((f"e{at}", day(at)) for at in (0, 1, 1, 5, 27))
    head = summary(EMPTY._replace(noted=noted)).head
    assert head[0].startswith("Notes I kept, not an assessment. 4 notes on 4 of 28 days")
    assert head[1] == "Without a note: 24 days. The longest stretch: 21 days (7 Oct to 27 Oct)."
    every = tuple((f"e{at}", day(at)) for at in range(28))
    assert len(summary(EMPTY._replace(noted=every)).head) == 1
    assert summary(EMPTY._replace(noted=every[1:])).head[1] == "Without a note: 1 day."
    assert "2 notes on 1 of 28" in summary(EMPTY._replace(noted=(("a", FIRST), ("b", FIRST)))).head[0]


def test_numbers_are_the_median_of_days_and_the_weeks_stand_side_by_side() -> None:
    said = flat(summary(EMPTY._replace(mood=(scale([2] * 7 + [5] * 14 + [8] * 7, "Mood"),))))
    assert "Mood (0 is “none”, 10 is “all”): middle 5, from 2 to 8; 28 notes on 28 days." in said
    assert "First seven days: middle 2. Last seven days: middle 8." in said
    few = flat(summary(EMPTY._replace(mood=(scale([2, 2], "Mood"),))))
    assert "First seven days" not in few


def test_numb_and_cannot_tell_stand_outside_every_number() -> None:
    said = flat(summary(EMPTY._replace(mood=(scale([5, "numb", "cannot-tell", "cannot-tell"], "Mood"),))))
    assert "Mood (0 is “none”, 10 is “all”): 5 on 1 Oct." in said
    assert "Outside these numbers: “numb” once and “cannot tell” 2 times." in said


def test_every_medicine_stands_with_its_first_and_last_doses() -> None:
    events = tuple(Marker(f"2026-0{n}-01", "day", f"{n}0 mg, dose up") for n in range(1, 8))
    said = flat(
        summary(EMPTY._replace(medicine=(Medicine("sertraline", events), Medicine("B12", events[:1]))))
    )
    assert "sertraline: 10 mg, dose up (1 Jan); 3 changes between; 50 mg, dose up (1 May)" in said
    assert "70 mg, dose up (1 Jul)." in said and "B12: 10 mg" in said


def test_a_measure_stands_in_points_and_takes_no_side() -> None:
    measure = Measure("m", "fear before work", 0, 100, "lower", 100.0, "2026-03", True)
    said = flat(summary(EMPTY._replace(measures=(Measured(measure, tuple(points([60]))),))))
    wanted = (
        "fear before work, 0 to 100: 100 at the start (about March 2026, as I remember it); 60 on 1 Oct; "
    )
    assert wanted + "40 points lower; I would rather have it lower." in said
    assert not NEVER.search(said)


def test_an_answer_stands_with_its_question_and_its_day() -> None:
    said = flat(summary(EMPTY._replace(taking=(Answered("Are you taking less?", "No", "2026-10-12"),))))
    assert "“Are you taking less?” No (noted 12 Oct)." in said
    assert "Not noted, or left off this page: other medicines, alcohol or drugs." in said


def test_too_little_is_said_to_be_too_little() -> None:
    sides = Sides("Which", (Note("a", FIRST), Note("a", day(1))), (Option("a", "Both"),))
    assert "“Which?” Too little to say: 2 notes on 2 days." in flat(summary(EMPTY._replace(sides=(sides,))))
    three = sides._replace(notes=(*sides.notes, Note("a", day(2))))
    assert "“Which?” Days with each answer: Both 3. 3 notes on 3 days." in flat(
        summary(EMPTY._replace(sides=(three,)))
    )


def said_in(value: object) -> Iterator[str]:
    """Every text in a constant: itself, or what a tuple or a mapping holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in said_in(one))
    elif isinstance(value, (tuple, list, frozenset)):
        yield from (text for one in value for text in said_in(one))


def test_no_text_of_ours_holds_a_word_that_is_never_there() -> None:
    held = [text for name, value in vars(words).items() if name.isupper() for text in said_in(value)]
    assert words.MORE[1] in held and words.STATES["numb"] in held and words.LAST_CHANGE[2] in held
    assert [one for one in held if NEVER.search(one)] == []


@pytest.mark.parametrize("name", ["through", "costs", "glad", "want"])
def test_more_than_fits_is_counted(name: str) -> None:
    facts: dict[str, Any] = {name: tuple(f"thing {n}" for n in range(9))}
    assert "and 3 more in my notes" in flat(summary(EMPTY._replace(**facts)))


def feelings_said(*columns: str, others: str = "muted") -> str:
    """The line on feelings after three days alike: `columns` for the first rows, `others` for the rest of ten."""
    step = {
        "rows": [{"id": f"r{n}", "text": f"row{n}"} for n in range(10)],
        "columns": [
            {"id": "same", "text": "much the same"},
            {"id": "muted", "text": "muted", "counts": "muted"},
            {"id": "stronger", "text": "stronger"},
        ],
    }
    cells = {f"r{n}": columns[n] if n < len(columns) else others for n in range(10)}
    notes = tuple(GridNote(f"2026-10-0{n}", {"cells": cells}, step) for n in (1, 2, 3))
    return flat(summary(EMPTY._replace(feelings=(Feelings(notes),))))


def test_equals_are_never_cut_without_a_word() -> None:
    assert "Muted most often: 10 feelings, each 3 of 3." in feelings_said()
    step = {
        "rows": [{"id": f"r{n}", "text": f"row{n}"} for n in range(9)],
        "columns": [{"id": "muted", "text": "muted", "counts": "muted"}],
    }
    cells = [{f"r{n}": "muted" for n in range(9)}, {"r8": "muted"}, {"r8": "muted"}]
    notes = tuple(GridNote(f"2026-10-0{n}", {"cells": one}, step) for n, one in enumerate(cells, 1))
    said = flat(summary(EMPTY._replace(feelings=(Feelings(notes),))))
    assert "Muted most often: row8 3 of 3, row0 1 of 1, row1 1 of 1, row2 1 of 1, row3 1 of 1, " in said
    assert "row4 1 of 1, and 3 more, as often." in said


def test_what_is_stronger_stands_apart_from_what_is_as_before() -> None:
    said = feelings_said("same", "stronger", "same")
    assert "Much the same most often: row0 3 of 3, row2 3 of 3. Stronger most often: row1 3 of 3." in said
    assert "Got through" not in said
