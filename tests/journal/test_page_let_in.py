"""What was let in lets in nothing else: no newer answer, no other part, and nothing by way of another section."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.journal import changing, page, page_file, page_pieces
from guide.journal.journal import Journal
from guide.journal.page_choices import remembered
from guide.words import summary as words

from .making import Clock, journal, log, play
from .page_parts import let_in, medicine, said, whole


@pytest.fixture
def clock() -> Clock:
    return Clock("2026-11-02T10:00:00")


def test_without_medicine_no_medicine_is_named(tmp_path: Path, clock: Clock) -> None:
    opened = whole(journal(tmp_path / "home", clock))
    medicine(opened)
    choices = page_file.without(remembered(opened), ["medicine"])
    whole_page, short = said(opened, choices), " ".join(page_file.text_lines(opened, choices, brief=True))
    for shown in (whole_page, short):
        assert "sertraline" not in shown and "50 mg" not in shown and "ast change" not in shown
    assert "First noticed: about September 2026" in whole_page
    assert "sertraline 50 mg" in said(opened)


def test_a_name_of_a_section_lets_nothing_in(tmp_path: Path, clock: Clock) -> None:
    opened = whole(journal(tmp_path / "home", clock))
    medicine(opened, taking="own", effects=["sexual"], **{"not-taken": "3"})
    every = page.pieces(opened, remembered(opened))
    for name in ("medicine", "words", "say", "flatness"):
        with pytest.raises(GuideError) as error:
            page_pieces.named(every, [name])
        assert "taking" in str(error.value) and "hidden-rows" in str(error.value)
    (taking,) = [one for one in every if one.part == "taking"]
    assert page_pieces.named(every, ["taking"]) == page_pieces.named(every, [page_pieces.call(taking)])
    with pytest.raises(GuideError) as error:
        page_pieces.named(every, [taking.id[:8]])
    assert "Several pieces" in str(error.value), (
        "the beginning of an entry is not leave for all of its answers"
    )


def rows(opened: Journal, clock: Clock, answer: str) -> None:
    sitting = log(opened)
    sitting.more()
    play(sitting, {"words": {"cells": {"desire": answer}}})
    clock.move(days=1)


def test_rows_that_are_off_at_first_are_let_in_up_to_their_newest_answer(
    tmp_path: Path, clock: Clock
) -> None:
    opened = whole(journal(tmp_path / "home", clock))
    for _ in range(3):
        rows(opened, clock, "muted")
    let_in(opened, "hidden-rows")
    assert "sexual interest 3 of 3" in said(opened)
    log(opened)
    assert "sexual interest 3 of 3" in said(opened), "a note without these rows is no newer answer"
    clock.move(days=40)
    for _ in range(3):
        rows(opened, clock, "absent")
    every = page.pieces(opened, remembered(opened))
    assert "sexual" not in said(opened)
    assert page_pieces.replaced(every) == words.REPLACED.format(names=words.PIECE_OF["hidden-rows"])
    choices = let_in(opened, "hidden-rows")
    assert "sexual interest 3 of 3" in said(opened)
    assert page_pieces.replaced(page.pieces(opened, choices)) == ""
    let_in(opened, "hidden-rows")  # out again, by the person's own hand
    assert page_pieces.replaced(page.pieces(opened, remembered(opened))) == ""


def test_earlier_days_do_not_make_an_older_answer_a_newer_one(tmp_path: Path, clock: Clock) -> None:
    opened = whole(journal(tmp_path / "home", clock))
    for _ in range(3):
        rows(opened, clock, "muted")
    choices = let_in(opened, "hidden-rows")
    earlier = page_file.with_days(choices, "2026-10-01", "2026-11-03")
    assert page_pieces.replaced(page.pieces(opened, earlier)) == ""


def test_a_newer_answer_is_out_and_said_to_be(tmp_path: Path, clock: Clock) -> None:
    opened = whole(journal(tmp_path / "home", clock))
    visit = {"stage": "look", "sentence": "I feel flat."}
    first = opened.begin("before-the-appointment")
    play(first, visit)
    medicine(opened, taking="own")
    let_in(opened, "sentence", "taking")
    clock.move(days=1)
    second = opened.begin("before-the-appointment")
    play(second, {**visit, "sentence": "Something else."})
    every = page.pieces(opened, remembered(opened))
    assert "I feel flat" not in said(opened) and "Something else" not in said(opened)
    assert page_pieces.replaced(every) == words.REPLACED.format(names="The one sentence")
    opened.trash(second.entry)
    assert "“I feel flat.”" in said(opened)
    assert page_pieces.replaced(page.pieces(opened, remembered(opened))) == ""


def test_a_correction_of_what_was_let_in_stays_in(tmp_path: Path, clock: Clock) -> None:
    opened = whole(journal(tmp_path / "home", clock))
    sitting = opened.begin("before-the-appointment")
    play(sitting, {"stage": "look", "sentence": "I feel flatt."})
    let_in(opened, "sentence")
    clock.move(days=1)
    assert changing.edit(opened, sitting.entry, "sentence", "I feel flat.").kept
    assert "“I feel flat.”" in said(opened)
    assert page_pieces.replaced(page.pieces(opened, remembered(opened))) == ""


def test_days_not_taken_say_something_about_taking_it(tmp_path: Path, clock: Clock) -> None:
    opened = whole(journal(tmp_path / "home", clock))
    medicine(opened, taking="own", **{"not-taken": "3"})
    beside = "Not noted, or left off this page: "
    assert beside + "whether it is taken as prescribed; other medicines, alcohol or drugs." in said(opened)
    shown = said(opened, let_in(opened, "not-as-prescribed"))
    assert "about 3 (my estimate). " + beside + "other medicines, alcohol or drugs." in shown


def test_the_page_says_the_same_whether_it_was_not_noted_or_not_let_in(tmp_path: Path, clock: Clock) -> None:
    first, second = (whole(journal(tmp_path / name, clock)) for name in ("noted", "empty"))
    medicine(first, taking="own", effects=["sexual"], **{"not-taken": "3"})
    medicine(second)
    assert said(first) == said(second)


def test_no_piece_moves_when_one_is_let_in(tmp_path: Path, clock: Clock) -> None:
    opened = whole(journal(tmp_path / "home", clock))
    asked = ["Could it be the medicine?", "When do we look again?", "What else is there?"]
    for texts in (asked, ["And the mornings?"]):
        play(
            opened.begin("before-the-appointment"),
            {"stage": "look", "costs": [{"text": f"cost {one}"} for one in texts]},
        )
        clock.move(days=1)

    def listed() -> list[str]:
        return [one.id for one in page.pieces(opened, remembered(opened))]

    before = listed()
    costs = [one for one in page.pieces(opened, remembered(opened)) if one.part == "costs"]
    texts = [f"cost {one}" for one in ("And the mornings?", *asked)]
    assert [one.words for one in costs] == texts, "the newest answer first, and in it as it was written"
    for one in reversed(costs):
        page_pieces.turn(opened, remembered(opened), one)
        assert listed() == before
    assert "; ".join(texts) in said(opened) or all(text in said(opened) for text in texts)
